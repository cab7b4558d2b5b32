// The ten factors, what they amount to together, and the gates between stages.
// Assumes: an unmet factor can hardly be compensated (CES far below 0), and equal weights (E79, E80).
// ODD: sim/README.md#readiness-and-gates
#include "mechanisms/readiness.h"

#include "mathematics/elementary.h"
#include "mathematics/lanes.h"
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
};
using Settings = std::array<Setting, stretch_limit>;

Settings settings_of(const Stretch& stretch) {
    Row ict;
    Row ict_with_vendor;
    Row standards;
    for (std::size_t i = 0; i < stretch.size(); ++i) {
        const Municipality& municipality = stretch.municipalities[i];
        const Parameters& p = stretch.now[i].p;
        ict[i] = std::max(ict_at_hand(municipality, Sourcing::own_build, p), above_zero);
        ict_with_vendor[i] = std::max(ict_at_hand(municipality, Sourcing::vendor, p), above_zero);
        standards[i] = p.readiness_without_standards + (1 - p.readiness_without_standards) * municipality.standards;
    }
    for (Row* row : {&ict, &ict_with_vendor, &standards}) logarithms(first_of(*row, stretch.size()));
    Settings settings;
    for (std::size_t i = 0; i < stretch.size(); ++i) {
        const double shift = stretch.now[i].p.diagnostic_data_readiness;
        settings[i] = {ict[i], ict_with_vendor[i], standards[i], shift == 1 ? 0 : logarithm(shift)};
    }
    return settings;
}

/// How many systems are to be linked; an own sensor weighs less (E09).
double systems_of(const Project& project, const Parameters& p) {
    double systems = 0;
    for (const Requirement& requirement : project.requirements)
        systems += requirement.by_sensor() ? p.ict_sensor_system : 1;
    return systems;
}

/// ICT (E01-E03, E09): every system to be linked weighs.
void set_ict_levels(const Abreast& judged, const Settings& settings) {
    Row levels;
    for (std::size_t i = 0; i < judged.size(); ++i)
        levels[i] = std::max(1.0, systems_of(*judged[i].project, judged[i].now->p));
    logarithms(first_of(levels, judged.size()));
    for (std::size_t i = 0; i < judged.size(); ++i) {
        const double burden = judged[i].now->p.ict_burden * (1 + levels[i]);
        const bool bought = judged[i].project->sourcing == Sourcing::vendor;
        const Setting& setting = settings[judged[i].place];
        levels[i] = burden * (bought ? setting.log_ict_with_vendor : setting.log_ict);
    }
    exponentials(first_of(levels, judged.size()));
    for (std::size_t i = 0; i < judged.size(); ++i)
        judged[i].project->level_of(Factor::ict) = clip(levels[i] * judged[i].now->p.diagnostic_ict);
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

/// The sources of a project that are there.
struct DataAtHand {
    int available = 0;
    int recorded_from = -no_longer_counts;  ///< the shortest series
    double readiness = 1;                   ///< product over them
};

DataAtHand data_at_hand(const Project& project) {
    DataAtHand data;
    for (const Requirement& requirement : project.requirements) {
        if (!requirement.available()) continue;
        ++data.available;
        data.recorded_from = std::max<int>(data.recorded_from, requirement.recorded_from);
        data.readiness *= std::max(requirement.readiness, above_zero);
    }
    return data;
}

/// The logarithm of how ready data are, together: their geometric mean, less what combining and a short past take away.
double log_readiness_of(const ProjectThere& there, const DataAtHand& data, double log_product, const Setting& setting) {
    const Parameters& p = there.now->p;
    if (data.available == 0) return logarithm(p.readiness_without_data);
    const double geometric = log_product / data.available;
    const double combining = (data.available - 1) / p.readiness_sources_scale * setting.log_standards;
    return geometric + combining + log_history(*there.project, there.now->month - data.recorded_from, p);
}

/// AVL and RDY (E10-E24): the share of sources that is there; how ready those are, together.
/// The logarithm of readiness is kept: performance takes powers of it.
void set_data_levels(const Abreast& judged, const Settings& settings) {
    std::array<DataAtHand, row_limit> data;
    Row products;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        data[i] = data_at_hand(*judged[i].project);
        products[i] = data[i].readiness;
    }
    logarithms(first_of(products, judged.size()));
    for (std::size_t i = 0; i < judged.size(); ++i) {
        Project& project = *judged[i].project;
        const Parameters& p = judged[i].now->p;
        const auto needed = static_cast<double>(project.requirements.size());
        project.level_of(Factor::data_availability) =
            clip(data[i].available / needed * p.diagnostic_data_availability + p.diagnostic_data_availability_shift);
        const Setting& setting = settings[judged[i].place];
        const double log_readiness = log_readiness_of(judged[i], data[i], products[i], setting);
        project.log_data_readiness = shifted_log(std::min(0.0, log_readiness + setting.log_diagnostic_readiness),
                                                 p.diagnostic_data_readiness_shift);
    }
}

/// LAW (E53): there is consent or there is none; the gate asks for it, so it is no part of readiness.
double law_level(const Project& project) {
    return project.law == LawStatus::approved ? 1 : 0;
}

/// LGC (E59, E60, E62, E66): trust against concern about a sensitive use; explaining helps, less so in enforcement.
/// As a logit.
double citizens_inclination(const Project& project, const Municipality& municipality, const Parameters& p) {
    const double openness = p.legitimacy_without_register + (1 - p.legitimacy_without_register) * p.algorithm_register;
    const double explained = p.legitimacy_explainability * project.explainability * openness *
                             (1 - p.legitimacy_enforcement_brake * project.enforcement);
    return p.legitimacy_steepness *
           (municipality.mean_trust - p.legitimacy_trust_threshold -
            p.legitimacy_concern * municipality.mean_concern * project.sensitivity + explained);
}

void set_citizens_legitimacy(const Abreast& judged) {
    Row levels;
    for (std::size_t i = 0; i < judged.size(); ++i)
        levels[i] = citizens_inclination(*judged[i].project, *judged[i].municipality, judged[i].now->p);
    logistics(first_of(levels, judged.size()));
    for (std::size_t i = 0; i < judged.size(); ++i) {
        const Parameters& p = judged[i].now->p;
        judged[i].project->level_of(Factor::legitimacy_citizens) =
            clip(levels[i] * p.diagnostic_legitimacy_citizens + p.diagnostic_legitimacy_citizens_shift);
    }
}

/// ETH (E74): ethics embedded against what the sensitivity of the use asks.
double ethics_level(const Project& project, const Parameters& p) {
    return 1 - (p.ethics_need_base + p.ethics_need_sensitivity * project.sensitivity) * (1 - ethics_of(project, p));
}

void set_data_readiness(const Abreast& judged) {
    Row levels;
    for (std::size_t i = 0; i < judged.size(); ++i) levels[i] = judged[i].project->log_data_readiness;
    exponentials(first_of(levels, judged.size()));
    for (std::size_t i = 0; i < judged.size(); ++i) judged[i].project->level_of(Factor::data_readiness) = levels[i];
}

/// The factors that are plain to tell.
void set_plain_levels(Project& project, const DomainOffice& office, const Parameters& p) {
    project.level_of(Factor::legitimacy_government) = project.support;
    project.level_of(Factor::capacity) = project.capacity_level;
    project.level_of(Factor::law) = law_level(project);
    project.level_of(Factor::involvement) = clip(involvement_of(project, p) * p.diagnostic_involvement);
    project.level_of(Factor::willingness) =
        clip(targeted_mean(project, office, &Department::willingness) * p.diagnostic_willingness);
    project.level_of(Factor::ethics) = clip(ethics_level(project, p) * p.diagnostic_ethics);
}

}  // namespace

double citizens_legitimacy(const Project& project, const Municipality& municipality, const Parameters& p) {
    return logistic(citizens_inclination(project, municipality, p));
}

std::span<const Factor> factors_that_count(Stage stage) {
    switch (stage) {
        case Stage::development: return development_set;
        case Stage::pilot: return pilot_set;
        case Stage::implementation: return implementation_set;
        default: return {};
    }
}

namespace {

/// Mean over levels of their powers: what equation (R) takes the root of.
double mean_of_powers(std::span<const double> levels, double elasticity, double floor) {
    constexpr double cubed = -3;  // the standard elasticity, a short cut: it needs no logarithm
    double sum = 0;
    for (const double level : levels) {
        const double counted = std::max(level, floor);
        sum += elasticity == cubed ? 1 / (counted * counted * counted) : power(counted, elasticity);
    }
    return sum / static_cast<double>(levels.size());
}

/// The lowest of the factors that count, and the mean of powers of all that do.
double weigh_factors(Project& project, const Parameters& p) {
    const std::span<const Factor> set = factors_that_count(project.stage);
    std::array<double, factor_count> levels{};
    project.binding = set.front();
    for (std::size_t i = 0; i < set.size(); ++i) {
        levels[i] = project.level_of(set[i]);
        if (levels[i] < project.level_of(project.binding)) project.binding = set[i];
    }
    return mean_of_powers({levels.data(), set.size()}, p.combination_elasticity, p.combination_floor);
}

/// Equation (R) for projects side by side; the lowest factor is counted.
void set_readiness(const Abreast& judged) {
    Row combined;
    for (std::size_t i = 0; i < judged.size(); ++i) combined[i] = weigh_factors(*judged[i].project, judged[i].now->p);
    logarithms(first_of(combined, judged.size()));
    for (std::size_t i = 0; i < judged.size(); ++i)
        combined[i] = 1 / judged[i].now->p.combination_elasticity * combined[i];
    exponentials(first_of(combined, judged.size()));
    for (std::size_t i = 0; i < judged.size(); ++i) {
        Project& project = *judged[i].project;
        project.readiness = combined[i];
        ++judged[i].office().ledger.bound[static_cast<std::size_t>(project.binding)];
    }
}

}  // namespace

double combine(std::span<const double> levels, double elasticity, double floor) {
    return power(mean_of_powers(levels, elasticity, floor), 1 / elasticity);
}

namespace mechanisms {

namespace {

/// In January counting starts anew, for the factor that bound most in a year.
void mark_new_year(Municipality& municipality, int month) {
    if (month % months_per_year != 0) return;
    for (DomainOffice& office : municipality.offices) office.ledger.bound_at_new_year = office.ledger.bound;
}

}  // namespace

namespace {

/// The projects among them that are on their way to use.
Abreast those_on_the_way(const Abreast& projects) {
    Abreast on_the_way;
    for (const ProjectThere& there : projects)
        if (is_pipeline(there.project->stage)) on_the_way.push_back(there);
    return on_the_way;
}

/// What is in use is judged by its data and by citizens; what is on the way also by the other factors.
void judge(const Abreast& projects, const Settings& settings) {
    set_data_levels(projects, settings);
    set_citizens_legitimacy(projects);
    const Abreast on_the_way = those_on_the_way(projects);
    set_data_readiness(on_the_way);
    set_ict_levels(on_the_way, settings);
    for (const ProjectThere& there : on_the_way) set_plain_levels(*there.project, there.office(), there.now->p);
    set_readiness(on_the_way);
}

bool is_judged(const Project& project) {
    return project.stage >= Stage::development && is_live(project.stage);
}

}  // namespace

/// Table C3.8 and equation (R).
void judge_readiness(const Stretch& stretch) {
    for (std::size_t i = 0; i < stretch.size(); ++i) mark_new_year(stretch.municipalities[i], stretch.now[i].month);
    const Settings settings = settings_of(stretch);
    for_projects_abreast(stretch, is_judged, [&](const Abreast& projects) { judge(projects, settings); });
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
