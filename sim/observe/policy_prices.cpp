// What policy takes. The amounts are rows of the parameter table (price_...), and how they add up is policy_prices.def.
#include "observe/policy_prices.h"

#include "mathematics/elementary.h"
#include "text/calendar.h"

#include <algorithm>
#include <array>

namespace algemeente {

namespace {

constexpr LeverPrice rows[] = {
#define LEVER_PRICE(lever, side, sign, kind, per, price) \
    {#lever, &Parameters::lever, PriceSide::side, PriceSign::sign, PriceKind::kind, PricePer::per, &price},
#include "observe/policy_prices.def"
};

/// The row of each lever, looked up once.
const ParameterInfo& lever_row(const LeverPrice& price) {
    static const std::array<const ParameterInfo*, std::size(rows)> found = [] {
        std::array<const ParameterInfo*, std::size(rows)> all{};
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = find_parameter(rows[i].lever);
        return all;
    }();
    return *found[static_cast<std::size_t>(&price - std::begin(rows))];
}

constexpr bool is_per_unit(PricePer per) {
    return per == PricePer::sensor_price || per == PricePer::change_capacity || per == PricePer::capacity;
}

using ByDomain = std::array<double, domain_count>;

/// What amounts are counted by, in one municipality and month.
struct Counts {
    ByDomain uses{}, sensitive{}, sensors{};
};

std::size_t domain_of(const Project& project) {
    return static_cast<std::size_t>(project.domain);
}

/// Own projects are counted; of what suppliers brought the sums are kept.
Counts counts_of(const Municipality& municipality, const Parameters& p) {
    Counts counts;
    for (const Project& project : municipality.projects) {
        const std::size_t d = domain_of(project);
        if (project.stage == Stage::in_use) counts.uses[d] += 1;
        if (!is_pipeline(project.stage)) continue;
        if (project.sensitivity > p.committee_sensitivity) counts.sensitive[d] += 1;
        for (const Requirement& requirement : project.requirements)
            if (requirement.status == RequirementStatus::sensor_ordered && requirement.waiting_months == 0)
                counts.sensors[d] += 1;  // those of earlier months have waited
    }
    for (std::size_t d = 0; d < domain_count; ++d) {
        const SuppliedByOrigin& supplied = municipality.supplied.sums.by_office[d];
        counts.uses[d] += supplied.chosen + supplied.national + supplied.mandated;
    }
    return counts;
}

/// What serves both domains counts half in each.
ByDomain half_each(double amount) {
    return {amount / domain_count, amount / domain_count};
}

ByDomain times(ByDomain counts, double factor) {
    for (double& count : counts) count *= factor;
    return counts;
}

ByDomain units_of(PricePer per, const Municipality& municipality, const Counts& counts, const Parameters& p) {
    switch (per) {
        case PricePer::municipality: return half_each(power(municipality.size, p.price_size_exponent));
        case PricePer::inhabitant: return half_each(municipality.population);
        case PricePer::use: return counts.uses;
        case PricePer::sensitive_project: return counts.sensitive;
        case PricePer::sensor: return times(counts.sensors, municipality.size_for_sensors);
        case PricePer::sensor_price: return times(counts.sensors, p.sensor_cost_eur * municipality.size_for_sensors);
        case PricePer::change_capacity:
            return half_each(p.change_capacity_person_months * municipality.size_for_change *
                             municipality.change_factor);
        case PricePer::capacity: return half_each(municipality.capacity / (1 - p.capacity_cut_share));
    }
    return {};
}

/// Person-months of one kind, in the nation's count of whose they are.
double* time_of(PriceKind kind, NationalTally& national) {
    switch (kind) {
        case PriceKind::staff: return &national.policy_staff;
        case PriceKind::departments: return &national.policy_departments;
        case PriceKind::officer: return &national.policy_officer;
        case PriceKind::once:
        case PriceKind::a_year:
        case PriceKind::in_month: break;
    }
    return nullptr;
}

void add_harm_by_whom(Tally& tally, const Municipality& municipality, const UseCaseTable& use_cases,
                      const Catalogue& catalogue) {
    for (const Project& project : municipality.projects)
        tally.domains[domain_of(project)].harm_income_support +=
            project.harm * use_cases[project.use_case].income_support;
    for (const ShownUse& use : municipality.supplied.sums.shown)
        tally.domains[static_cast<std::size_t>(use.domain)].harm_income_support +=
            use.harm * use_cases[catalogue.product(use.product).use_case].income_support;
}

}  // namespace

std::span<const LeverPrice> lever_prices() {
    return rows;
}

double strength_of(const LeverPrice& price, const Parameters& p) {
    const ParameterInfo& lever = lever_row(price);
    const double distance = p.*price.value - lever.standard;
    if (distance == 0 || (distance > 0 && price.side == PriceSide::below) ||
        (distance < 0 && price.side == PriceSide::above))
        return 0;
    const double way = is_per_unit(price.per) ? 1
                       : distance > 0         ? lever.high - lever.standard
                                              : lever.standard - lever.low;
    const double strength = distance / way;
    return price.side == PriceSide::below ? -strength : strength;
}

void PolicyBook::find_due(const Parameters& p, const Parameters* before) {
    if (rules_ == &p && rules_before_ == before) return;
    rules_ = &p;
    rules_before_ = before;
    due_.clear();
    for (const LeverPrice& price : rows) {
        const double strength = strength_of(price, p);
        if (strength == 0) continue;
        const double earlier = before != nullptr ? strength_of(price, *before) : 0;
        due_.push_back({&price, strength, std::max(0.0, strength - earlier)});
    }
}

void PolicyBook::add(Tally& tally, const Municipality& municipality, const Catalogue& catalogue, const Rules& rules,
                     const Rules* before) {
    const Parameters& p = rules.parameters;
    add_harm_by_whom(tally, municipality, rules.use_cases, catalogue);
    find_due(p, before != nullptr ? &before->parameters : nullptr);
    if (due_.empty()) return;
    const Counts counts = counts_of(municipality, p);
    for (const Due& due : due_) {
        const LeverPrice& price = *due.price;
        const double sign = price.sign == PriceSign::gives ? -1 : 1;
        const double strength = price.kind == PriceKind::once     ? due.risen
                                : price.kind == PriceKind::a_year ? due.strength / months_per_year
                                                                  : due.strength;
        const ByDomain units = units_of(price.per, municipality, counts, p);
        double* const time = time_of(price.kind, tally.national);
        for (std::size_t d = 0; d < domain_count; ++d) {
            const double amount = sign * strength * p.*price.price * units[d];
            tally.domains[d].policy_eur += time != nullptr ? amount * p.price_person_month_eur : amount;
            if (time == nullptr) continue;
            tally.domains[d].policy_months += amount;
            *time += amount;
        }
    }
}

}  // namespace algemeente
