// Pilot and use: performance, benefit, harm, incidents, ends, and what use leaves behind.
// Assumes: nobody sees harm itself; only incidents reveal it.
// ODD: sim/README.md#use
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/readiness.h"
#include "mechanisms/schedule.h"
#include "mechanisms/use_rules.h"

#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace algemeente {

/// Equation (38), first part: higher levels need readier data (E28), ground truth helps (E27), offenders adapt (E66).
double performance_of(const Project& project, double gap, const Parameters& p) {
    const double readiness = exponential(p.performance_level_exponent * project.level * project.log_data_readiness);
    const double truth = p.performance_without_truth + (1 - p.performance_without_truth) * project.ground_truth;
    const double data = p.performance_without_availability +
                        (1 - p.performance_without_availability) * project.level_of(Factor::data_availability);
    return readiness * truth * data * std::max(0.0, 1 - p.performance_gap_loss * gap) *
           (1 - p.performance_gaming * project.enforcement * p.algorithm_register);
}

double cooperation(const Project& project, const Municipality& municipality, const Parameters& p) {
    const double about_them = p.cooperation_without_impact + (1 - p.cooperation_without_impact) * project.impact;
    return std::max(0.0, 1 + p.cooperation_benefit * about_them * (municipality.mean_trust - p.cooperation_trust));
}

double harm_of(const Project& project, const Parameters& p) {
    return project.usage * project.impact * (1 - project.performance) * (1 - p.harm_ethics * ethics_of(project, p)) *
           (1 - p.harm_human * p.human_in_the_loop);
}

namespace mechanisms {

/// Equations (38)-(39): no use, no value (E46); what performance lacks becomes harm (E26, E62, E64); ethics and a human
/// decision prevent harm (E67, E74).
void use_products(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    municipality.benefit_in_use = 0;
    municipality.harm_to_citizens = 0;
    municipality.care_signals = 0;
    for (Project& project : municipality.projects) {
        project.usage = project.performance = project.benefit = project.harm = 0;
        if (!is_met(project)) continue;
        const DomainOffice& office = municipality.office(project.domain);
        const bool pilot = project.stage == Stage::pilot;
        project.performance = performance_of(project, maturity_gap(project, office), p);
        project.usage = targeted_mean(project, office, &Department::usage) * (pilot ? p.usage_pilot_share : 1);
        project.benefit = project.value * project.performance * project.usage * cooperation(project, municipality, p);
        project.harm = harm_of(project, p);
        municipality.harm_to_citizens += project.harm * project.touched_share;
        if (pilot) continue;
        municipality.benefit_in_use += project.benefit;
        const bool reveals_needs =
            project.impact >= p.care_signal_impact && project.enforcement >= p.care_signal_enforcement;  // extension X1
        if (reveals_needs)
            municipality.care_signals +=
                p.care_signal_share * project.benefit * (1 - p.care_signal_strictness_brake * municipality.strictness);
    }
}

}  // namespace mechanisms

namespace {

/// Equation (40), a month.
double incident_rate(const Project& project, const Nation& nation, const Parameters& p) {
    const double found = (p.incident_base + p.incident_sensitivity * project.sensitivity) *
                         (1 + p.incident_attention * nation.attention(Frame::risk)) *
                         (p.algorithm_register > 0 ? p.incident_register : 1);
    return p.incident_rate * project.harm * found;
}

}  // namespace

double incident_chance(const Project& project, const Nation& nation, const Parameters& p) {
    return chance_of_rate(incident_rate(project, nation, p));
}

double severity_of(const Project& project, const Municipality& municipality, double luck, const Parameters& p) {
    const bool registered = p.algorithm_register > 0;
    double severity = (p.severity_base + p.severity_chance * luck) *
                      (p.severity_without_sensitivity + (1 - p.severity_without_sensitivity) * project.sensitivity);
    if (registered)
        severity *= p.severity_register;
    else if (municipality.relabelled)
        severity *= p.severity_relabelled;
    return severity;
}

void raise_alarm(const Project& project, Municipality& municipality, double severity, double echo_luck,
                 const Now& now) {
    const Parameters& p = now.p;
    DomainOffice& office = municipality.office(project.domain);
    const double surveillance = project.public_space * project.personal_data;
    ++office.ledger.incidents;
    ++office.ledger.incidents_this_month;
    office.ledger.severity_sum += severity;
    office.ledger.severity_this_month += severity;
    municipality.incident_severity += severity;
    municipality.incident_severity_surveillance += severity * surveillance;
    office.alderman.risk_aversion += p.alderman_incident_alarm * severity;
    now.note(EventKind::incident, project, severity);

    // (41): escalation_chance is that of a city of this size, so it is a unit; square roots are exact by IEEE 754
    constexpr double city_inhabitants = 1e5;
    const double city = std::sqrt(municipality.population / city_inhabitants);
    if (happens(echo_luck, clip(p.escalation_chance * severity * city))) {
        municipality.escalated[static_cast<std::size_t>(Frame::risk)] += p.escalation_stories * severity;
        municipality.escalated[static_cast<std::size_t>(Frame::surveillance)] +=
            p.escalation_stories * severity * surveillance;
        now.note(EventKind::escalation, project, severity);
    }
}

double stopping_chance(const Project& project, double severity, const Parameters& p) {
    return logistic(p.stop_base + p.stop_severity * severity + p.stop_exposure * project.exposure -
                    p.stop_ethics * ethics_of(project, p));
}

double end_without_support(const Project& project, const Parameters& p) {
    return p.discontinue_unsupported * project.exposure * (1 - project.support);
}

double end_without_legitimacy(const Project& project, const Parameters& p) {
    const double legitimacy = project.level_of(Factor::legitimacy_citizens);
    return p.discontinue_illegitimate * std::max(0.0, p.discontinue_legitimacy_threshold - legitimacy);
}

double end_by_disuse(const Project& project, const Parameters& p) {
    return p.discontinue_poor * std::max(0.0, p.discontinue_poor_threshold - project.performance * project.usage);
}

double end_for_better(int months_in_use, bool bought, const Municipality& municipality, const Parameters& p) {
    constexpr double oldest = 2;  // (42): the chance of something better grows up to twice the usual age
    const double age = std::min(oldest, months_in_use / p.discontinue_alternative_months);
    const double free_to_switch = bought ? 1 - municipality.lock_in : 1;  // (E05)
    return p.discontinue_alternative * age * free_to_switch;
}

namespace mechanisms {

namespace {

/// Extension X2: an alarming outcome turns control into help (Groningen; E73).
bool pivots(Project& project, const Municipality& municipality, const Now& now) {
    const std::optional<std::size_t> sister = helping_sister_of(project.use_case);
    if (now.p.reuse_pivot_chance <= 0 || !sister) return false;
    const double luck = now.luck.uniform(Purpose::reuse_pivot, project.key, now.month);
    if (!happens(luck, now.p.reuse_pivot_chance * municipality.office(project.domain).alderman.knowledge)) return false;
    take_other_use_case(project, now.use_cases, *sister, municipality, now.p);
    project.taste = taste_of(municipality.office(project.domain).alderman, office_key(municipality.key, project.domain),
                             *sister, now.month, now.p, now.luck);
    now.note(EventKind::pivot, project);
    return true;
}

/// Equation (41): local attention, alarm, national echo, and perhaps the end.
void face_consequences(Project& project, Municipality& municipality, double severity, const Draws& luck,
                       const Now& now) {
    raise_alarm(project, municipality, severity, luck[2], now);
    if (pivots(project, municipality, now)) return;
    if (!happens(luck[3], stopping_chance(project, severity, now.p))) return;
    if (project.stage == Stage::in_use)
        discontinue(project, municipality, now, Reason::incident);
    else
        abandon(project, municipality, now, Reason::incident);
}

}  // namespace

/// Equations (40)-(41): nobody sees harm but by incidents (E64, E66).
void cause_incidents(Municipality& municipality, const Now& now) {
    municipality.incident_severity = municipality.incident_severity_surveillance = 0;
    for (DomainOffice& office : municipality.offices)
        office.ledger.incidents_this_month = 0, office.ledger.severity_this_month = 0;
    for (Project& project : municipality.projects) {
        if (!is_met(project) || project.harm <= 0) continue;
        const Draws luck = now.luck.draws(Purpose::incident, project.key, now.month);
        const double rate = incident_rate(project, now.nation, now.p);
        // a chance is below its rate, and most draws are above both
        if (!happens(luck[0], rate) || !happens(luck[0], chance_of_rate(rate))) continue;
        face_consequences(project, municipality, severity_of(project, municipality, luck[1], now.p), luck, now);
    }
}

namespace {

/// A reason for which a use may end this month, and its chance.
struct End {
    Reason reason;
    double chance;
};

/// Chance that the people who keep an own product leave (E32, E34).
double chance_of_people_leaving(const Municipality& municipality, const Parameters& p) {
    return p.discontinue_people_left * exponential(-municipality.capacity);
}

/// Chance that a contract which ends this month is not renewed: the dearer it is and the less it yields (E05, E36,
/// E46).
double chance_of_no_renewal(const Project& project, const Municipality& municipality, const Parameters& p) {
    const auto contract = static_cast<int>(rounded(p.subscription_contract_months));
    if (project.months_in_stage == 0 || project.months_in_stage % contract != 0) return 0;
    return p.discontinue_price * lock_in_premium(municipality, p) * (1 - project.performance * project.usage);
}

/// As many as possible_ends lists.
constexpr std::size_t ends_known = 8;

/// Equation (42) in its parts, so that the reason of an end can be told.
std::array<End, ends_known> possible_ends(const Project& project, const Municipality& municipality,
                                          double people_leaving, const Parameters& p) {
    const bool bought = project.sourcing == Sourcing::vendor;
    return {{
        {Reason::politics, end_without_support(project, p)},
        {Reason::legitimacy, end_without_legitimacy(project, p)},
        {Reason::disuse, end_by_disuse(project, p)},
        {Reason::price, bought ? chance_of_no_renewal(project, municipality, p) : 0},
        {Reason::supplier, bought ? p.discontinue_supplier : 0},
        {Reason::people_left, bought ? 0 : people_leaving},
        {Reason::alternative, end_for_better(project.months_in_stage, bought, municipality, p)},
        {Reason::other, p.discontinue_base},
    }};
}

/// The reason into whose part of the chances the draw falls; none most often.
Reason reason_to_end(std::span<const End> ends, double luck) {
    for (const End& end : ends) {
        if (happens(luck, end.chance)) return end.reason;
        luck -= end.chance;
    }
    return Reason::none;
}

}  // namespace

/// Uses end for lack of support, legitimacy or yield, by their price or supplier, because people leave or something
/// better comes, and now and then for a reason outside the model (E05, E08, E32, E36, E46, E59, E69).
void end_uses(Municipality& municipality, const Now& now) {
    const double people_leaving = chance_of_people_leaving(municipality, now.p);
    for (Project& project : municipality.projects) {
        if (project.stage != Stage::in_use) continue;
        const double luck = now.luck.uniform(Purpose::discontinuation, project.key, now.month);
        const Reason reason = reason_to_end(possible_ends(project, municipality, people_leaving, now.p), luck);
        if (reason != Reason::none) discontinue(project, municipality, now, reason);
    }
}

namespace {

/// Prepared data sink back to their source's quality, sensors age, and use improves data (E08, E20, E23).
void keep_data(Project& project, Municipality& municipality, const Parameters& p) {
    for (Requirement& requirement : project.requirements) {
        if (requirement.status == RequirementStatus::sensor_running) {
            requirement.readiness = clip(requirement.readiness - p.sensor_ageing);
        } else if (requirement.status == RequirementStatus::granted) {
            double& quality = municipality.sources.quality[requirement.source];
            requirement.readiness += -p.use_readiness_decay * std::max(0.0, requirement.readiness - quality) +
                                     p.use_readiness_care * (1 - requirement.readiness);
            if (project.level == 1) quality += p.describing_improves_source * (1 - quality);
        }
    }
}

}  // namespace

/// Equation (43): use teaches, and what is not practised fades (E32, E78); involvement lasts as far as change capacity
/// cares for it (E40, E43); ethics follows the municipality's maturity, or the committee watches it (E74, E75).
void mature(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    std::array<double, domain_count> practice{};  // products in full use
    for (const Project& project : municipality.projects)
        if (project.stage == Stage::in_use) practice[static_cast<std::size_t>(project.domain)] += project.usage;
    for (std::size_t d = 0; d < domain_count; ++d) {
        double& maturity = municipality.offices[d].maturity;
        maturity -= p.maturity_fading * maturity / (1 + practice[d]);
    }
    for (Project& project : municipality.projects) {
        if (project.stage != Stage::in_use) continue;
        double& maturity = municipality.office(project.domain).maturity;
        const double learnt = project.level <= maturity + p.maturity_reach ? 1 : p.maturity_premature_share;
        maturity = std::min<double>(analytics_levels, maturity + p.maturity_growth * project.usage * learnt);
        keep_data(project, municipality, p);
        const double watched = p.ethics_committee > 0 && project.advices > 0 ? project.ethics : 0;
        const double usual = std::max(municipality.ethics_maturity, watched);
        project.ethics = clip(project.ethics + p.ethics_monitoring * (usual - project.ethics));
        project.involvement = clip(project.involvement - p.use_involvement_loss * project.involvement +
                                   p.use_involvement_care * municipality.change_ration * (1 - project.involvement));
    }
}

}  // namespace mechanisms

}  // namespace algemeente
