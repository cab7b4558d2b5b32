// The ten factors, what they amount to together, and the gates between stages.
// Assumes: an unmet factor can hardly be compensated (CES far below 0), and equal weights (E79, E80).
// ODD: sim/README.md#readiness-and-gates
#include "mechanisms/readiness.h"

#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"

namespace algemeente {

namespace {

constexpr Factor development_set[] = {Factor::ict,
                                      Factor::capacity,
                                      Factor::data_availability,
                                      Factor::data_readiness,
                                      Factor::involvement,
                                      Factor::legitimacy_government};
constexpr Factor pilot_set[] = {Factor::ict,
                                Factor::data_readiness,
                                Factor::legitimacy_citizens,
                                Factor::legitimacy_government,
                                Factor::involvement,
                                Factor::willingness,
                                Factor::ethics};
constexpr Factor implementation_set[] = {
    Factor::ict,         Factor::capacity,   Factor::legitimacy_citizens, Factor::legitimacy_government,
    Factor::involvement, Factor::willingness};

/// Months of data beyond which more of them add nothing.
constexpr int no_longer_counts = 1200;

/// Zero has no logarithm. What this low a level means is up to combination_floor.
constexpr double above_zero = 1e-3;

/// The municipality's part of the factors, the same for all its projects of the month.
struct Setting {
    double log_ict;
    double log_ict_with_vendor;
    double log_standards;  ///< of what lack of standards leaves
    double log_diagnostic_readiness;
    int month;
};

Setting setting_of(const Municipality& municipality, int month, const Parameters& p) {
    const double standards =
        p.readiness_without_standards + (1 - p.readiness_without_standards) * municipality.standards;
    return {logarithm(std::max(ict_at_hand(municipality, Sourcing::own_build, p), above_zero)),
            logarithm(std::max(ict_at_hand(municipality, Sourcing::vendor, p), above_zero)), logarithm(standards),
            p.diagnostic_data_readiness == 1 ? 0 : logarithm(p.diagnostic_data_readiness), month};
}

/// ICT (E01-E03, E09): every system to be linked weighs; an own sensor weighs less.
double ict_level(const Project& project, const Setting& setting, const Parameters& p) {
    double systems = 0;
    for (const Requirement& requirement : project.requirements)
        systems += requirement.by_sensor() ? p.ict_sensor_system : 1;
    const double burden = p.ict_burden * (1 + logarithm(std::max(1.0, systems)));
    const bool bought = project.sourcing == Sourcing::vendor;
    return exponential(burden * (bought ? setting.log_ict_with_vendor : setting.log_ict));
}

/// History (E14, E16, E28): what looks ahead needs months of recorded data, the more the higher its level; the shortest
/// series decides. 0 (nothing is lost) where there are enough, else the logarithm of what is left of readiness.
double log_history(const Project& project, int recorded_months, const Parameters& p) {
    const double needed = p.history_needed_months * (project.level - 1);
    if (recorded_months >= needed) return 0;
    return logarithm(p.history_without + (1 - p.history_without) * clip(recorded_months / needed));
}

/// The logarithm of a level that is shifted (a diagnostic); most often it is not.
double shifted_log(double log_level, double shift) {
    return shift == 0 ? log_level : logarithm(std::clamp(exponential(log_level) + shift, above_zero, 1.0));
}

/// AVL and RDY (E10-E24): the share of sources that is there; how ready those are, together.
/// The logarithm of readiness is kept: performance takes powers of it.
void set_data_levels(Project& project, const Setting& setting, const Parameters& p) {
    int available = 0;
    int recorded_from = -no_longer_counts;
    double product = 1;
    for (const Requirement& requirement : project.requirements) {
        if (!requirement.available()) continue;
        ++available;
        recorded_from = std::max<int>(recorded_from, requirement.recorded_from);
        product *= std::max(requirement.readiness, above_zero);
    }
    const auto needed = static_cast<double>(project.requirements.size());
    project.level_of(Factor::data_availability) =
        clip(available / needed * p.diagnostic_data_availability + p.diagnostic_data_availability_shift);
    double log_readiness = logarithm(p.readiness_without_data);
    if (available > 0) {
        const double geometric = logarithm(product) / available;
        const double combining = (available - 1) / p.readiness_sources_scale * setting.log_standards;
        log_readiness = geometric + combining + log_history(project, setting.month - recorded_from, p);
    }
    project.log_data_readiness =
        shifted_log(std::min(0.0, log_readiness + setting.log_diagnostic_readiness), p.diagnostic_data_readiness_shift);
}

/// LAW (E53): there is consent or there is none; the gate asks for it, so it is no part of readiness.
double law_level(const Project& project) {
    return project.law == LawStatus::approved ? 1 : 0;
}

}  // namespace

/// LGC (E59, E60, E62, E66): trust against concern about a sensitive use; explaining helps, less so in enforcement.
double citizens_legitimacy(const Project& project, const Municipality& municipality, const Parameters& p) {
    const double openness = p.legitimacy_without_register + (1 - p.legitimacy_without_register) * p.algorithm_register;
    const double explained = p.legitimacy_explainability * project.explainability * openness *
                             (1 - p.legitimacy_enforcement_brake * project.enforcement);
    return logistic(p.legitimacy_steepness *
                    (municipality.mean_trust - p.legitimacy_trust_threshold -
                     p.legitimacy_concern * municipality.mean_concern * project.sensitivity + explained));
}

namespace {

/// ETH (E74): ethics embedded against what the sensitivity of the use asks.
double ethics_level(const Project& project, const Parameters& p) {
    return 1 - (p.ethics_need_base + p.ethics_need_sensitivity * project.sensitivity) * (1 - ethics_of(project, p));
}

/// The factors that only count before use.
void set_factors(Project& project, const Municipality& municipality, const Setting& setting, const Parameters& p) {
    const DomainOffice& office = municipality.office(project.domain);
    project.level_of(Factor::data_readiness) = exponential(project.log_data_readiness);
    project.level_of(Factor::legitimacy_government) = project.support;
    project.level_of(Factor::ict) = clip(ict_level(project, setting, p) * p.diagnostic_ict);
    project.level_of(Factor::capacity) = project.capacity_level;
    project.level_of(Factor::law) = law_level(project);
    project.level_of(Factor::involvement) = clip(involvement_of(project, p) * p.diagnostic_involvement);
    project.level_of(Factor::willingness) =
        clip(targeted_mean(project, office, &Department::willingness) * p.diagnostic_willingness);
    project.level_of(Factor::ethics) = clip(ethics_level(project, p) * p.diagnostic_ethics);
}

}  // namespace

double targeted_mean(const Project& project, const DomainOffice& office, double Department::*quantity) {
    double sum = 0;
    int count = 0;
    for (int k = 0; k < departments_per_domain; ++k) {
        if (!targets(project, k)) continue;
        sum += office.departments[static_cast<std::size_t>(k)].*quantity;
        ++count;
    }
    return sum / count;
}

std::span<const Factor> factors_that_count(Stage stage) {
    switch (stage) {
        case Stage::development: return development_set;
        case Stage::pilot: return pilot_set;
        case Stage::implementation: return implementation_set;
        default: return {};
    }
}

double combine(std::span<const double> levels, double elasticity, double floor) {
    constexpr double cubed = -3;  // the standard elasticity, a short cut: it needs no logarithm
    double sum = 0;
    for (const double level : levels) {
        const double counted = std::max(level, floor);
        sum += elasticity == cubed ? 1 / (counted * counted * counted) : power(counted, elasticity);
    }
    return power(sum / static_cast<double>(levels.size()), 1 / elasticity);
}

namespace mechanisms {

namespace {

/// In January counting starts anew, for the factor that bound most in a year.
void mark_new_year(Municipality& municipality, int month) {
    if (month % months_per_year != 0) return;
    for (DomainOffice& office : municipality.offices) office.ledger.bound_at_new_year = office.ledger.bound;
}

}  // namespace

/// Table C3.8 and equation (R).
void judge_readiness(Municipality& municipality, const Now& now) {
    mark_new_year(municipality, now.month);
    const bool anything_to_judge = std::any_of(
        municipality.projects.begin(), municipality.projects.end(),
        [](const Project& project) { return project.stage >= Stage::development && is_live(project.stage); });
    if (!anything_to_judge) return;
    const Parameters& p = now.p;
    const Setting setting = setting_of(municipality, now.month, p);

    for (Project& project : municipality.projects) {
        if (project.stage < Stage::development || !is_live(project.stage)) continue;
        set_data_levels(project, setting, p);
        project.level_of(Factor::legitimacy_citizens) =
            clip(citizens_legitimacy(project, municipality, p) * p.diagnostic_legitimacy_citizens +
                 p.diagnostic_legitimacy_citizens_shift);
        if (!is_pipeline(project.stage)) continue;
        set_factors(project, municipality, setting, p);

        const std::span<const Factor> set = factors_that_count(project.stage);
        std::array<double, factor_count> levels{};
        project.binding = set.front();
        for (std::size_t i = 0; i < set.size(); ++i) {
            levels[i] = project.level_of(set[i]);
            if (levels[i] < project.level_of(project.binding)) project.binding = set[i];
        }
        project.readiness = combine({levels.data(), set.size()}, p.combination_elasticity, p.combination_floor);
        ++municipality.office(project.domain).ledger.bound[static_cast<std::size_t>(project.binding)];
    }
}

namespace {

/// Is the work of the stage done, so that its gate can open?
bool gate_can_open(const Project& project, const Municipality& municipality, const Parameters& p) {
    if (held_by_moratorium(project, municipality, p)) return false;
    switch (project.stage) {
        case Stage::development: {
            const bool advice_needed = p.ethics_committee > 0 && project.sensitivity > p.committee_sensitivity;
            return project.built >= project.build_effort && project.law == LawStatus::approved &&
                   project.committee != CommitteeStatus::waiting &&
                   (!advice_needed || project.committee == CommitteeStatus::done);
        }
        case Stage::pilot:
            return project.piloted >= project.pilot_effort && project.months_in_stage >= p.gate_pilot_months;
        case Stage::implementation:
            return project.changed >= project.change_effort && project.months_in_stage >= p.gate_implementation_months;
        default: return false;
    }
}

/// Equation (G): the combination decides (E79), political support among its factors (E68).
double passing_chance(const Project& project, const Parameters& p) {
    double threshold = p.gate_use_threshold;
    if (project.stage == Stage::development) threshold = p.gate_pilot_threshold;
    if (project.stage == Stage::pilot) threshold = p.gate_implementation_threshold;
    return logistic(p.gate_steepness * (project.readiness - threshold));
}

void enter_use(const Project& project, Ledger& ledger, const Now& now) {
    const int age = now.month - project.birth_month;
    ++ledger.ever_in_use;
    ++ledger.used_by_level[static_cast<std::size_t>(project.level - 1)];
    ledger.lead_months += age;
    if (age >= Ledger::reach_months)
        ++ledger.ripe_ever_in_use;
    else
        ++ledger.young_in_use[static_cast<std::size_t>(project.birth_month % Ledger::reach_months)];
}

void move_on(Project& project, DomainOffice& office, const Now& now) {
    project.stage = static_cast<Stage>(static_cast<int>(project.stage) + 1);
    project.months_in_stage = 0;
    const EventKind kinds[] = {EventKind::pilot, EventKind::implementation, EventKind::in_use};
    now.note(kinds[static_cast<int>(project.stage) - static_cast<int>(Stage::pilot)], project, project.level);
    if (project.stage == Stage::in_use) enter_use(project, office.ledger, now);
}

/// Equation (AB) in its parts, so that the reason of an end can be told (E36, E60, E68, E79).
void consider_abandoning(Project& project, Municipality& municipality, double luck, const Parameters& p,
                         const Now& now) {
    const double patience =
        std::max(0.0, (project.months_in_stage - p.abandon_patience_months) / p.abandon_stuck_scale_months);
    const double stuck = p.abandon_stuck * std::min(p.abandon_stuck_ceiling, patience) * (1 - project.readiness);
    const double unsupported = p.abandon_unsupported * (1 - project.support) * (1 - project.support);
    const double exposed = p.abandon_exposed * project.exposure;
    if (!happens(luck, p.abandon_base + stuck + unsupported + exposed)) return;
    Reason reason = Reason::other;
    if (luck < stuck)
        reason = Reason::stuck;
    else if (luck < stuck + unsupported)
        reason = Reason::politics;
    else if (luck < stuck + unsupported + exposed)
        reason = Reason::exposure;
    abandon(project, municipality, now, reason);
}

}  // namespace

void pass_gates(Municipality& municipality, const Now& now) {
    for (Project& project : municipality.projects) {
        if (!is_live(project.stage) || project.paused_months > 0) continue;
        ++project.months_in_stage;
        if (!is_pipeline(project.stage)) continue;
        DomainOffice& office = municipality.office(project.domain);
        const Draws luck = now.luck.draws(Purpose::gate, project.key, now.month);
        if (gate_can_open(project, municipality, now.p) && happens(luck[0], passing_chance(project, now.p)))
            move_on(project, office, now);
        else
            consider_abandoning(project, municipality, luck[1], now.p, now);
    }
}

}  // namespace mechanisms

}  // namespace algemeente
