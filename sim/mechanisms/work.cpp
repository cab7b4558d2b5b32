// Capacity is given out, departments are involved, data are obtained and prepared, products are built.
// Assumes: one list of projects for both domains; staff can be used in either (E30).
// ODD: sim/README.md#work
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "random/distributions.h"

#include <boost/container/small_vector.hpp>

namespace algemeente::mechanisms {

namespace {

/// However little a product costs, somebody looks after it.
constexpr double lowest_premium = .1;

double spread_over_departments(const Project& project, const Parameters& p) {
    return project.departments * (p.change_base + project.process_change);
}

/// Accountability for exposed projects (E72) and maintenance of products in use, dearer where nobody can switch (E05).
double overhead(const Municipality& municipality, const Parameters& p) {
    double effort = municipality.supplied.sums.upkeep + municipality.supplied.internal_upkeep;
    const double premium = std::max(lowest_premium, lock_in_premium(municipality, p));
    for (const Project& project : municipality.projects) {
        if (project.stage >= Stage::pilot && is_live(project.stage))
            effort += p.accountability_effort * project.exposure * (p.accountability_base + project.sensitivity);
        if (project.stage == Stage::in_use)
            effort += p.maintenance_share * project.build_effort /
                      (project.sourcing == Sourcing::vendor ? p.maintenance_vendor_divisor / premium : 1);
    }
    return effort;
}

double demand_of(const Project& project, const Parameters& p) {
    if (project.stage == Stage::implementation) return p.demand_implementation;
    if (project.procurement_months_left > 0) return p.demand_floor;  // nothing to build before delivery
    const double left = project.stage == Stage::development ? project.build_effort - project.built
                                                            : project.pilot_effort - project.piloted;
    return clip(left, p.demand_floor, p.demand_ceiling);
}

double score_of(const Project& project, const Now& now) {
    const Parameters& p = now.p;
    const double noise = standard_normal(now.luck.uniform(Purpose::competition, project.key, now.month));
    return project.priority * (p.score_value_base + project.value) *
           (1 + p.score_stage_weight * static_cast<int>(project.stage)) * exponential(p.score_noise * noise);
}

/// Equation (33): change capacity is rationed equally (E40, E42, E45).
void ration_change(Municipality& municipality, const Parameters& p) {
    double demand = 0;
    for (Project& project : municipality.projects) {
        project.change_demand = 0;
        if (is_at_work(project)) {
            const double usual =
                std::min(p.change_project_ceiling, p.change_demand_share * spread_over_departments(project, p));
            project.change_demand =
                usual * (project.stage == Stage::implementation ? p.change_implementation_factor : 1);
        } else if (project.stage == Stage::in_use) {
            project.change_demand = p.change_use_demand * project.departments;
        }
        demand += project.change_demand;
    }
    demand += municipality.supplied.sums.change_demand;
    municipality.change_ration = demand > municipality.change_capacity ? municipality.change_capacity / demand : 1;
    for (Project& project : municipality.projects)
        project.change_got = project.change_demand * municipality.change_ration;
}

}  // namespace

/// Equations (31)-(33): one list for both domains, in order of value and progress (E29, E30, E31). Political support
/// decided on the start; it does not rank once more.
void compete_for_capacity(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    struct Claim {
        double score;
        Project* project;
    };
    constexpr std::size_t usual_claims = 32;  // room on the stack, no limit
    boost::container::small_vector<Claim, usual_claims> claims;
    for (Project& project : municipality.projects) {
        project.allocated = 0;
        if (!is_at_work(project)) continue;
        project.demand = demand_of(project, p);
        claims.push_back({score_of(project, now), &project});
    }
    std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
        return a.score != b.score ? a.score > b.score : a.project->key < b.project->key;
    });

    double left = std::max(0.0, municipality.capacity - overhead(municipality, p));
    for (const Claim& claim : claims) {
        Project& project = *claim.project;
        project.allocated = std::min(project.demand, left);
        left -= project.allocated;
        project.allocated =
            std::clamp(project.allocated + p.diagnostic_capacity_shift * project.demand, 0.0, project.demand);
        project.capacity_level = p.capacity_smoothing * project.capacity_level +
                                 (1 - p.capacity_smoothing) * (project.allocated / project.demand);
    }
    ration_change(municipality, p);
}

/// Equation (34): the more departments and process change, the thinner the same effort is spread (E42).
void involve_departments(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    for (Project& project : municipality.projects) {
        if (!is_pipeline(project.stage)) continue;
        const double effort = project.change_got / spread_over_departments(project, p);
        project.involvement = clip(project.involvement + p.involvement_growth * effort * (1 - project.involvement) -
                                   p.involvement_loss * project.involvement);
    }
}

namespace {

/// Equation (35): chance this month that a pending request is granted. Silos, formal requests, joint arrangements,
/// suppliers and the law hold data back; a warehouse, a common base and involvement help (E05, E06, E07, E11, E12, E13,
/// E17, E18, E41, E53, E54).
double access_chance(const Requirement& requirement, const Project& project, const Municipality& municipality,
                     const Parameters& p) {
    const double joint = municipality.sources.joint[requirement.source] ? p.access_joint_factor : 1;
    if (requirement.origin == Origin::own) return joint * p.access_own_chance;
    const bool waits_for_law = project.personal_data >= p.access_law_threshold && project.law != LawStatus::approved;
    if (waits_for_law) return 0;
    const double warehouse = p.access_warehouse_standards * municipality.standards +
                             (1 - p.access_warehouse_standards) * ict_at_hand(municipality, Sourcing::own_build, p);
    return joint * p.access_other_chance * municipality.sharing[static_cast<std::size_t>(requirement.origin)] *
           (p.access_warehouse_base + (1 - p.access_warehouse_base) * warehouse) *
           (1 - p.access_strictness_brake * municipality.strictness * project.personal_data) *
           std::max(0.0, 1 - p.lock_in_access * (municipality.lock_in - p.lock_in_reference)) *
           (1 + p.common_base_access * municipality.common_base) *
           (p.access_involvement_base + (1 - p.access_involvement_base) * involvement_of(project, p));
}

void grant(Requirement& requirement, Municipality& municipality, const Parameters& p) {
    requirement.status = RequirementStatus::granted;
    requirement.readiness = municipality.sources.quality[requirement.source];
    if (requirement.origin == Origin::own) return;
    double& sharing = municipality.sharing[static_cast<std::size_t>(requirement.origin)];
    sharing += p.sharing_success_growth * (1 - sharing);
}

/// Who waits long for data that can be measured buys sensors, and owns its data (E09, E16).
void consider_sensors(Requirement& requirement, Municipality& municipality, const Parameters& p) {
    if (!requirement.collectable || requirement.waiting_months < p.sensor_patience_months) return;
    const double cost = p.sensor_cost_eur * p.sensor_cost_multiplier * municipality.size_for_sensors;
    if (municipality.budget_eur < cost) return;
    municipality.budget_eur -= cost;
    requirement.status = RequirementStatus::sensor_ordered;
    requirement.waiting_months = 0;
}

/// Own sensors give usable data at once and collect fewer personal data (E57), but have no past.
void await_sensor(Requirement& requirement, Project& project, int month, const Parameters& p) {
    if (++requirement.waiting_months < p.sensor_delivery_months) return;
    requirement.status = RequirementStatus::sensor_running;
    requirement.recorded_from = static_cast<std::int16_t>(month);
    requirement.readiness = p.sensor_quality;
    project.personal_data *= p.sensor_privacy_factor;
    renew_sensitivity(project, p);
}

}  // namespace

void obtain_data(Municipality& municipality, const Now& now) {
    for (Project& project : municipality.projects) {
        if (!is_at_work(project)) continue;
        for (std::size_t i = 0; i < project.requirements.size(); ++i) {
            Requirement& requirement = project.requirements[i];
            if (requirement.status == RequirementStatus::sensor_ordered)
                await_sensor(requirement, project, now.month, now.p);
            if (requirement.status != RequirementStatus::pending) continue;
            const double chance = access_chance(requirement, project, municipality, now.p);
            const auto number = static_cast<std::uint32_t>(i);
            if (chance > 0 && happens(now.luck.uniform(Purpose::data_access, project.key, now.month, number), chance)) {
                grant(requirement, municipality, now.p);
                continue;
            }
            ++requirement.waiting_months;
            consider_sensors(requirement, municipality, now.p);
        }
    }
}

namespace {

/// Preparing data for one project: the same effort is spread over all its sources (E21); a part of the gain stays at
/// the source, for everybody (E23).
void prepare_data(Project& project, Municipality& municipality, double effort, const Parameters& p) {
    const auto available = std::count_if(project.requirements.begin(), project.requirements.end(),
                                         [](const Requirement& requirement) { return requirement.available(); });
    if (available == 0 || effort <= 0) return;
    const double pace = p.preparation_effect * effort / static_cast<double>(available);
    for (Requirement& requirement : project.requirements) {
        if (!requirement.available()) continue;
        const double gain = std::min(1.0, pace) * (1 - requirement.readiness);
        requirement.readiness += gain;
        if (requirement.status != RequirementStatus::granted) continue;
        double& at_source = municipality.sources.quality[requirement.source];
        at_source = clip(at_source + p.preparation_at_source * gain);
    }
}

}  // namespace

/// Equation (36): work and preparation (E20, E22, E29); poor infrastructure costs a part of it (E01, E02), citizens who
/// trust help with pilots (E59); ethics reaches the project (E74).
void build(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const double help = std::max(0.0, 1 + p.cooperation_pilot * (municipality.mean_trust - p.cooperation_trust));
    for (Project& project : municipality.projects) {
        if (!is_at_work(project)) continue;
        const double linked = 1 - p.ict_work_share * (1 - ict_at_hand(municipality, project.sourcing, p));
        if (project.stage == Stage::development) {
            if (project.procurement_months_left > 0)
                --project.procurement_months_left;
            else
                project.built += (1 - p.preparation_share_development) * linked * project.allocated;
            prepare_data(project, municipality, p.preparation_share_development * project.allocated, p);
        } else if (project.stage == Stage::pilot) {
            project.piloted += (1 - p.preparation_share_pilot) * linked * help * project.allocated;
            prepare_data(project, municipality, p.preparation_share_pilot * project.allocated, p);
        } else {
            project.changed += project.change_got;
        }
        project.ethics =
            clip(project.ethics + p.ethics_embedding * municipality.ethics_maturity * (1 - project.ethics));
    }
}

}  // namespace algemeente::mechanisms
