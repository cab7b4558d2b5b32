// What several mechanisms ask of a project: sensitivity, exposure, what its level makes of a use case, how it ends.
// Assumes: sensitivity follows from personal data, impact and enforcement, and from nothing else (E55, E62, E64).
// ODD: sim/README.md#sensitivity-and-exposure
#include "mechanisms/project_rules.h"

#include "mathematics/elementary.h"

namespace algemeente {

double sensitivity_of(double personal_data, double impact, double enforcement, const Parameters& p) {
    const double combined =
        personal_data * impact * (p.sensitivity_combination_base + (1 - p.sensitivity_combination_base) * enforcement);
    return clip(p.sensitivity_personal_data * personal_data + p.sensitivity_impact * impact +
                p.sensitivity_enforcement * enforcement + p.sensitivity_combination * combined);
}

void renew_sensitivity(Project& project, const Parameters& p) {
    project.sensitivity = sensitivity_of(project.personal_data, project.impact, project.enforcement, p);
}

void take_attributes(Project& project, const UseCase& use_case, const Parameters& p) {
    const double top = use_case.level_max;
    const double reached = top > 1 ? (project.level - 1) / (top - 1) : 1;  // 0 at the first level, 1 at the top
    const double depth = p.level_sources_base + (1 - p.level_sources_base) * reached;

    project.personal_data = use_case.personal_data;
    project.impact = use_case.impact * (p.level_impact_base + (1 - p.level_impact_base) * depth);
    project.enforcement = use_case.enforcement;
    project.public_space = use_case.public_space;
    project.ground_truth = use_case.ground_truth;
    project.process_change = use_case.process_change;
    project.value = use_case.value * (p.level_value_base + (1 - p.level_value_base) * reached);
    project.explainability = std::min(p.level_explainability_ceiling,
                                      use_case.explainability + p.level_explainability_step * (top - project.level));
    project.touched_share = use_case.touched_share;
    project.priority = use_case.priority;
    project.level_max = static_cast<std::uint8_t>(top);
    project.departments = static_cast<std::uint8_t>(rounded(use_case.departments));
    renew_sensitivity(project, p);
}

void follow_caseload(Project& project, const UseCase& use_case, const Municipality& municipality) {
    if (use_case.income_support > 0) project.touched_share = clip(project.touched_share * municipality.caseload_ratio);
}

namespace {

/// What is left of an attribute that began at `first`.
double part_left(double now, double first) {
    return first > 0 ? now / first : 1;
}

}  // namespace

void take_other_use_case(Project& project, const UseCaseTable& use_cases, std::size_t other,
                         const Municipality& municipality, const Parameters& p) {
    Project untouched = project;
    take_attributes(untouched, use_cases[project.use_case], p);
    const double personal_data = part_left(project.personal_data, untouched.personal_data);
    const double impact = part_left(project.impact, untouched.impact);
    const double value = part_left(project.value, untouched.value);

    const UseCase& use_case = use_cases[other];
    project.use_case = static_cast<std::uint8_t>(other);
    project.level = std::min(project.level, static_cast<std::uint8_t>(use_case.level_max));
    take_attributes(project, use_case, p);
    follow_caseload(project, use_case, municipality);
    project.personal_data = clip(project.personal_data * personal_data);
    project.impact = clip(project.impact * impact);
    project.value *= value;
    if (project.closed) project.explainability *= p.vendor_closed_explainability;
    if (project.advices > 0) project.explainability = clip(project.explainability + p.committee_explainability);
    renew_sensitivity(project, p);
}

double monthly_budget_eur(const Municipality& municipality, const Parameters& p) {
    return p.budget_eur_per_inhabitant * municipality.population * municipality.fiscal_factor *
           (1 - p.capacity_cut_share);
}

double lock_in_premium(const Municipality& municipality, const Parameters& p) {
    return std::max(0.0, 1 + p.lock_in_price * (municipality.lock_in - p.lock_in_reference));
}

void drop(Project& project, Municipality& municipality, const Now& now, Reason reason) {
    project.stage = Stage::abandoned;
    project.end_reason = reason;
    ++municipality.office(project.domain).ledger.dropped;
    now.note(EventKind::dropped, project, project.support, reason);
}

void abandon(Project& project, Municipality& municipality, const Now& now, Reason reason) {
    DomainOffice& office = municipality.office(project.domain);
    const double loss = now.p.disappointment * (now.p.disappointment_base + now.nation.opportunity);
    for (int k = 0; k < departments_per_domain; ++k)
        if (targets(project, k)) office.departments[static_cast<std::size_t>(k)].disappointment += loss;
    project.stage = Stage::abandoned;
    project.end_reason = reason;
    ++office.ledger.abandoned;
    now.note(EventKind::abandoned, project, 0, reason);
}

void discontinue(Project& project, Municipality& municipality, const Now& now, Reason reason) {
    project.stage = Stage::discontinued;
    project.end_reason = reason;
    ++municipality.office(project.domain).ledger.discontinued;
    now.note(EventKind::discontinued, project, 0, reason);
}

}  // namespace algemeente
