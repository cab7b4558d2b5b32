// Employees: they are trained, judge usefulness by experience against expectation, and influence each other.
// Assumes: the order of weights found in technology-acceptance research (usefulness first).
// ODD: sim/README.md#employees
#include "mathematics/elementary.h"
#include "mathematics/vector_clones.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"

#include <array>

namespace algemeente::mechanisms {

namespace {

/// What this month's projects mean for the departments they target (E46, E47, E50).
void meet_projects(DomainOffice& office, const Project& project, double change_ration, const Parameters& p) {
    const double burden = p.burden_per_change * project.process_change *
                          (project.stage == Stage::development ? p.burden_development_share : 1);
    for (int k = 0; k < departments_per_domain; ++k) {
        if (!targets(project, k)) continue;
        Department& department = office.departments[static_cast<std::size_t>(k)];
        department.involvement = std::max(department.involvement, involvement_of(project, p));
        if (is_at_work(project)) department.burden += burden;
        if (project.stage == Stage::implementation && is_at_work(project))
            department.training += p.training_implementation * change_ration;
        if (project.stage == Stage::in_use) department.training += p.training_use * change_ration;
        if (!is_met(project)) continue;
        // usefulness is judged against what is normal in that kind of work
        const double normal = p.performance_without_truth + (1 - p.performance_without_truth) * project.ground_truth;
        department.experience_sum +=
            project.performance / normal *
            (p.usefulness_benefit_base + p.usefulness_benefit_value * std::min(1.0, project.value));
        ++department.experience_count;
    }
}

/// Products of suppliers, as far as change is met (54).
void meet_products(Municipality& municipality, const SuppliedSums& supplied) {
    for (std::size_t k = 0; k < department_count; ++k) {
        DomainOffice& office = municipality.offices[k / departments_per_domain];
        Department& department = office.departments[k % departments_per_domain];
        department.training += supplied.training[k] * municipality.change_ration;
        department.burden += supplied.burden[k];
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
    float training;  ///< skill gained by somebody without skill
    float target;    ///< usefulness towards which people move: experience, or hearsay without it
    float pace;
    float loss;     ///< usefulness lost by unmet expectations and abandoned projects
    float climate;  ///< what involvement and burden add to inclination
};

/// Equation (45), experience against expectation (E46, E48), hearsay without it (E52), and the parts of (46) that are
/// the same for a department.
Mood mood_of(const Department& department, double opportunity, const Parameters& p) {
    const bool experienced = department.experience_count > 0;
    double target = p.usefulness_hearsay_base + p.usefulness_hearsay_hype * opportunity;
    double letdown = 0;
    if (experienced) {
        target = department.experience_sum / department.experience_count;
        const double tempered = 1 - p.expectation_tempering * department.involvement;
        const double expectation = p.expectation_base + p.expectation_hype * opportunity * tempered;
        letdown = p.usefulness_disappointment * std::max(0.0, expectation - target);
    }
    const double climate =
        p.willingness_involvement * department.involvement - p.willingness_burden * std::min(1.0, department.burden);
    return {static_cast<float>(p.skill_growth * department.training), static_cast<float>(target),
            static_cast<float>(experienced ? p.usefulness_learning : p.usefulness_drift),
            static_cast<float>(letdown + department.disappointment), static_cast<float>(climate)};
}

/// Employees are handled in blocks, across departments, so that fifteen people still make vector code.
constexpr std::uint32_t block_size = 256;
using Levels = std::array<float, block_size + people_lanes>;  ///< with room to write one vector beyond the last person

/// Per employee of a block: the mood of the department, what colleagues feel, then what follows from it.
struct Block {
    Levels training, target, pace, loss, climate, colleagues, usage;
};

/// The same for every employee of the country.
struct Weights {
    float skill_loss, base, usefulness, skill, peers, speed, steepness, threshold, shift;
};

Weights weights_of(const Parameters& p) {
    return {static_cast<float>(p.skill_loss),
            static_cast<float>(p.willingness_base + p.willingness_ease * p.willingness_ease_base),
            static_cast<float>(p.willingness_usefulness),
            static_cast<float>(p.willingness_ease * p.willingness_ease_skill),
            static_cast<float>(p.willingness_peers),
            static_cast<float>(p.willingness_speed),
            static_cast<float>(p.usage_steepness),
            static_cast<float>(p.usage_threshold),
            static_cast<float>(p.diagnostic_willingness_shift)};
}

constexpr float share_of_a_colleague = 1.0F / colleague_count;

PeopleRange everybody_in(const DomainOffice& office) {
    const PeopleRange& front = office.departments.front().employees;
    return {front.first, front.count * departments_per_domain};
}

/// Mean willingness of an employee's four colleagues as it was last month: two on a ring through the domain,
/// one in the department, one anywhere in the domain.
float colleagues_willingness(const Employees& employees, const PeopleRange& domain, std::uint32_t person) {
    const std::vector<float>& before = employees.willingness_before;
    const std::uint32_t last = domain.first + domain.count - 1;
    const float left = before[person == domain.first ? last : person - 1];
    const float right = before[person == last ? domain.first : person + 1];
    return share_of_a_colleague * (left + right + before[employees.colleague_in_department[person]] +
                                   before[employees.colleague_in_domain[person]]);
}

/// The same for the people from `first` to before `last` whose neighbours on the ring stand beside them.
ALGEMEENTE_VECTOR_CLONES
void average_colleagues(const float* __restrict before, const std::uint32_t* __restrict in_department,
                        const std::uint32_t* __restrict in_domain, std::size_t first, std::size_t last,
                        float* __restrict mean) {
    for (std::size_t i = first; i < last; ++i)
        mean[i - first] =
            share_of_a_colleague * (before[i - 1] + before[i + 1] + before[in_department[i]] + before[in_domain[i]]);
}

/// Equations (44)-(46) for one block (E49, E50, E51): plain elementwise arithmetic.
ALGEMEENTE_VECTOR_CLONES
void move_block(float* __restrict skills, float* __restrict usefulnesses, float* __restrict willingnesses,
                const float* __restrict before, Block& __restrict block, std::size_t length, const Weights& weights) {
    for (std::size_t i = 0; i < length; ++i) {
        const float skill = clip(skills[i] + block.training[i] * (1.0F - skills[i]) - weights.skill_loss * skills[i]);
        const float usefulness =
            clip(usefulnesses[i] + block.pace[i] * (block.target[i] - usefulnesses[i]) - block.loss[i]);
        const float inclination = block.climate[i] + weights.peers * block.colleagues[i] +
                                  weights.usefulness * usefulness + weights.skill * skill;
        const float willingness = before[i] + weights.speed * (logistic(inclination) - before[i]);
        skills[i] = skill;
        usefulnesses[i] = usefulness;
        willingnesses[i] = willingness;
        block.usage[i] = logistic(weights.steepness * (clip(willingness + weights.shift) - weights.threshold));
    }
}

/// Writes a value to whole vectors from `offset` on. What is written beyond `count` is the next department's to write.
void spread(Levels& levels, std::uint32_t offset, std::uint32_t count, float value) {
    for (std::uint32_t i = 0; i < count; i += people_lanes)
        std::fill_n(levels.begin() + offset + i, people_lanes, value);
}

void spread_mood(Block& block, std::uint32_t offset, std::uint32_t count, const Mood& mood) {
    spread(block.training, offset, count, mood.training);
    spread(block.target, offset, count, mood.target);
    spread(block.pace, offset, count, mood.pace);
    spread(block.loss, offset, count, mood.loss);
    spread(block.climate, offset, count, mood.climate);
}

/// What colleagues feel, for the `people` from `first` on.
void ask_colleagues(Block& block, const Municipality& municipality, const Employees& employees, std::uint32_t first,
                    std::uint32_t people) {
    const std::size_t before_first = first == 0 ? 1 : 0;  // the very first has nobody beside; nor has the very last
    const std::size_t end = std::min<std::size_t>(first + whole_lanes(people), employees.places() - 1);
    average_colleagues(employees.willingness_before.data(), employees.colleague_in_department.data(),
                       employees.colleague_in_domain.data(), first + before_first, end,
                       block.colleagues.data() + before_first);
    for (const DomainOffice& office : municipality.offices) {
        const PeopleRange domain = everybody_in(office);
        for (const std::uint32_t person : {domain.first, domain.first + domain.count - 1})
            if (person - first < people)
                block.colleagues[person - first] = colleagues_willingness(employees, domain, person);
    }
}

/// A department's part of a block.
struct Part {
    Department* department;
    const Mood* mood;
    std::uint32_t offset;  ///< in the block
    std::uint32_t count;
};

/// Moves the people of a few departments, which stand one behind the other, and adds up their means.
void adapt_block(std::span<const Part> parts, const Municipality& municipality, std::uint32_t first,
                 std::uint32_t people, Employees& employees, const Weights& weights) {
    Block block;
    ask_colleagues(block, municipality, employees, first, people);
    for (const Part& part : parts) spread_mood(block, part.offset, part.count, *part.mood);
    spread_mood(block, people, 1, Mood{});  // places for nobody
    spread(block.colleagues, people, 1, 0);
    move_block(&employees.skill[first], &employees.usefulness[first], &employees.willingness[first],
               &employees.willingness_before[first], block, whole_lanes(people), weights);
    for (const Part& part : parts) {
        double willingness = part.department->willingness;
        double usage = part.department->usage;
        for (std::uint32_t i = part.offset; i < part.offset + part.count; ++i) {
            willingness += static_cast<double>(employees.willingness[first + i]);
            usage += static_cast<double>(block.usage[i]);
        }
        part.department->willingness = willingness;
        part.department->usage = usage;
    }
}

/// Everybody of a municipality, block by block; sums of willingness and usage are left in the departments.
void adapt_everybody(Municipality& municipality, const Now& now) {
    const Weights weights = weights_of(now.p);
    std::array<Mood, domain_count * departments_per_domain> moods;
    boost::container::static_vector<Part, domain_count * departments_per_domain> parts;
    std::uint32_t first = municipality.offices.front().departments.front().employees.first;
    std::uint32_t filled = 0;
    const auto adapt = [&] {
        if (filled > 0) adapt_block({parts.data(), parts.size()}, municipality, first, filled, now.employees, weights);
        parts.clear();
        first += filled;
        filled = 0;
    };
    std::size_t next = 0;
    for (DomainOffice& office : municipality.offices) {
        for (Department& department : office.departments) {
            Mood& mood = moods[next++];
            mood = mood_of(department, now.nation.opportunity, now.p);
            mood.climate += weights.base;
            department.willingness = department.usage = department.disappointment = 0;
            for (std::uint32_t done = 0; done < department.employees.count;) {
                const std::uint32_t count = std::min(block_size - filled, department.employees.count - done);
                parts.push_back({&department, &mood, filled, count});
                filled += count;
                done += count;
                if (filled == block_size) adapt();
            }
        }
    }
    adapt();
}

}  // namespace

void adapt_employees(Municipality& municipality, const Now& now) {
    for (DomainOffice& office : municipality.offices) forget_projects(office);
    for (const Project& project : municipality.projects)
        if (project.stage >= Stage::development && is_live(project.stage))
            meet_projects(municipality.office(project.domain), project, municipality.change_ration, now.p);
    if (now.catalogue != nullptr) meet_products(municipality, sums_of(municipality, now));

    adapt_everybody(municipality, now);

    for (DomainOffice& office : municipality.offices) {
        office.willingness = 0;
        for (Department& department : office.departments) {
            department.willingness =
                clip(department.willingness / department.employees.count + now.p.diagnostic_willingness_shift);
            department.usage /= department.employees.count;
            office.willingness += department.willingness / departments_per_domain;
        }
    }
}

}  // namespace algemeente::mechanisms
