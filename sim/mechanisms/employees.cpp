// Employees: they are trained, judge usefulness by experience against expectation, and influence each other.
// Assumes: the order of weights found in technology-acceptance research (usefulness first).   ODD:
// sim/README.md#employees
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"

namespace algemeente::mechanisms {

namespace {

/// What this month's projects mean for the departments they target (E46, E47, E50).
void meet_projects(DomainOffice& office, const Project& project, double change_ration, const Parameters& p) {
    const bool used = project.stage == Stage::pilot || project.stage == Stage::in_use;
    const double burden = p.burden_per_change * project.process_change *
                          (project.stage == Stage::development ? p.burden_development_share : 1);
    for (int k = 0; k < departments_per_domain; ++k) {
        if (!targets(project, k)) continue;
        Department& department = office.departments[static_cast<std::size_t>(k)];
        department.involvement = std::max(department.involvement, project.involvement);
        if (is_pipeline(project.stage)) department.burden += burden;
        if (project.stage == Stage::implementation) department.training += p.training_implementation * change_ration;
        if (project.stage == Stage::in_use) department.training += p.training_use * change_ration;
        if (!used) continue;
        // usefulness is judged against what is normal in that kind of work
        const double normal = p.performance_without_truth + (1 - p.performance_without_truth) * project.ground_truth;
        department.experience_sum +=
            project.performance / normal *
            (p.usefulness_benefit_base + p.usefulness_benefit_value * std::min(1.0, project.value));
        ++department.experience_count;
    }
}

void forget_projects(DomainOffice& office) {
    for (Department& department : office.departments) {
        department.involvement = department.burden = department.training = 0;
        department.experience_sum = 0;
        department.experience_count = 0;
    }
}

/// The same for everybody in a department this month.
struct Mood {
    float training, experience, expectation_gap_loss, hearsay, drift, learning, disappointment, base,
        involvement_and_burden;
    bool has_experience;
};

/// Equation (45) and the constant parts of (46).
Mood mood_of(const Department& department, double opportunity, const Parameters& p) {
    const double expectation =
        p.expectation_base + p.expectation_hype * opportunity * (1 - p.expectation_tempering * department.involvement);
    const double experience =
        department.experience_count > 0 ? department.experience_sum / department.experience_count : 0;
    const double letdown = p.usefulness_disappointment * std::max(0.0, expectation - experience);
    Mood mood{};
    mood.has_experience = department.experience_count > 0;
    mood.training = static_cast<float>(p.skill_growth * department.training);
    mood.experience = static_cast<float>(experience);
    mood.expectation_gap_loss = static_cast<float>(letdown);
    mood.hearsay = static_cast<float>(p.usefulness_hearsay_base + p.usefulness_hearsay_hype * opportunity);
    mood.drift = static_cast<float>(p.usefulness_drift);
    mood.learning = static_cast<float>(p.usefulness_learning);
    mood.disappointment = static_cast<float>(department.disappointment);
    mood.base = static_cast<float>(p.willingness_base + p.willingness_ease * p.willingness_ease_base);
    mood.involvement_and_burden = static_cast<float>(p.willingness_involvement * department.involvement -
                                                     p.willingness_burden * std::min(1.0, department.burden));
    return mood;
}

/// Mean willingness of an employee's four colleagues as it was last month.
float colleagues_willingness(const Employees& employees, const PeopleRange& domain, std::uint32_t person) {
    const std::vector<float>& before = employees.willingness_before;
    const std::uint32_t last = domain.first + domain.count - 1;
    const float left = before[person == domain.first ? last : person - 1];
    const float right = before[person == last ? domain.first : person + 1];
    return .25F * (left + right + before[employees.colleague_in_department[person]] +
                   before[employees.colleague_in_domain[person]]);
}

/// Equations (44)-(46) for one department; its means follow in the same pass.
void adapt_department(Department& department, const PeopleRange& domain, Employees& employees, const Mood& mood,
                      const Parameters& p) {
    const auto skill_loss = static_cast<float>(p.skill_loss);
    const auto usefulness_weight = static_cast<float>(p.willingness_usefulness);
    const auto skill_weight = static_cast<float>(p.willingness_ease * p.willingness_ease_skill);
    const auto peer_weight = static_cast<float>(p.willingness_peers);
    const auto speed = static_cast<float>(p.willingness_speed);
    const auto steepness = static_cast<float>(p.usage_steepness);
    const auto threshold = static_cast<float>(p.usage_threshold);
    const float target = mood.has_experience ? mood.experience : mood.hearsay;
    const float pace = mood.has_experience ? mood.learning : mood.drift;
    const float loss = (mood.has_experience ? mood.expectation_gap_loss : 0.0F) + mood.disappointment;

    double willingness_sum = 0;
    double usage_sum = 0;
    for (std::uint32_t i = 0; i < department.employees.count; ++i) {
        const std::uint32_t person = department.employees.first + i;
        float& skill = employees.skill[person];
        float& usefulness = employees.usefulness[person];
        skill = clip(skill + mood.training * (1 - skill) - skill_loss * skill);
        usefulness = clip(usefulness + pace * (target - usefulness) - loss);

        const float before = employees.willingness_before[person];
        const float inclination = mood.base + usefulness_weight * usefulness + skill_weight * skill +
                                  peer_weight * colleagues_willingness(employees, domain, person) +
                                  mood.involvement_and_burden;
        const float willingness = before + speed * (logistic(inclination) - before);
        employees.willingness[person] = willingness;
        willingness_sum += static_cast<double>(willingness);
        usage_sum += static_cast<double>(logistic(steepness * (willingness - threshold)));
    }
    department.willingness = willingness_sum / department.employees.count;
    department.usage = usage_sum / department.employees.count;
    department.disappointment = 0;
}

}  // namespace

void adapt_employees(Municipality& municipality, const Now& now) {
    for (DomainOffice& office : municipality.offices) forget_projects(office);
    for (const Project& project : municipality.projects)
        if (project.stage >= Stage::development && is_live(project.stage))
            meet_projects(municipality.office(project.domain), project, municipality.change_ration, now.p);

    for (DomainOffice& office : municipality.offices) {
        const PeopleRange& first = office.departments.front().employees;
        const PeopleRange domain = {first.first, first.count * departments_per_domain};
        office.willingness = 0;
        for (Department& department : office.departments) {
            adapt_department(department, domain, now.employees, mood_of(department, now.nation.opportunity, now.p),
                             now.p);
            office.willingness += department.willingness / departments_per_domain;
        }
    }
}

}  // namespace algemeente::mechanisms
