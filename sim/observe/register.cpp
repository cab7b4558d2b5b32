#include "observe/register.h"

#include "mathematics/elementary.h"
#include "text/calendar.h"

#include <algorithm>

namespace algemeente {

namespace {

/// December 2022: the national register opens, with 109 records (S12).
constexpr int opens_in = month_of(2022, 12);
/// From 2024 on it grows faster (S12).
constexpr int grows_faster_from = month_of(2024, 1);

/// How much the rate of entries has grown since the register opened; many come in its first month.
double ramp(int month, const Parameters& p) {
    if (month == opens_in) return p.supply_register_launch;
    const double early = std::min(month, grows_faster_from) - opens_in;
    const double late = std::max(0, month - grows_faster_from);
    return 1 + (p.supply_register_growth * early + p.supply_register_growth_later * late) / months_per_year;
}

/// What may be entered: a use that runs.
struct Running {
    std::uint64_t key;
    std::uint64_t luck_key;
    Domain domain;
    bool supplied;
    double rate;  ///< relative to an ordinary use
};

/// Calls visit(use) for each use that runs.
template <typename Visit>
void for_each_running(const Municipality& municipality, const World& world, const Parameters& p,
                      const UseCaseTable& use_cases, const Visit& visit) {
    for (const Project& project : municipality.projects)
        if (project.stage == Stage::in_use)
            visit(Running{project.key, project.key, project.domain, false,
                          1 + p.supply_register_impact * project.impact});
    for (const SuppliedUse& use : municipality.supplied.uses) {
        if (use.stage != Stage::in_use) continue;
        const Product& product = world.catalogue.product(use.product);
        const bool of_the_nation = product.route == Route::national || use.mandated;
        const std::uint64_t who = (static_cast<std::uint64_t>(municipality.key) << 32U) | product.key;
        visit(Running{use.product, who, use.domain, true,
                      (1 + p.supply_register_impact * use_cases[product.use_case].impact) *
                          (of_the_nation ? p.supply_register_law : 1)});
    }
}

bool is_about(const RegisterEntry& entry, const Running& use) {
    return entry.running && entry.key == use.key && entry.supplied == use.supplied;
}

/// The record of a use that has ended stays, and may say so.
void close_ended(std::vector<RegisterEntry>& entries, std::size_t position, const Municipality& municipality,
                 const World& world, const Parameters& p, const UseCaseTable& use_cases) {
    for (RegisterEntry& entry : entries) {
        if (!entry.running) continue;
        bool runs = false;
        for_each_running(municipality, world, p, use_cases,
                         [&](const Running& use) { runs = runs || is_about(entry, use); });
        if (runs) continue;
        entry.running = false;
        constexpr std::uint32_t other_draws = 2;  // those of entries of projects and of products
        entry.says_ended =
            world.luck.uniform(Purpose::register_entry, entry.key, world.month,
                               static_cast<std::uint32_t>(position) + other_draws) < p.supply_register_marks_ended;
    }
}

}  // namespace

void PublicRegister::note(std::size_t position, const Municipality& municipality, const World& world,
                          const Parameters& p, const UseCaseTable& use_cases) {
    if (world.catalogue.empty() || world.month < opens_in) return;
    if (entries_.size() < world.municipalities.size()) entries_.resize(world.municipalities.size());
    // a register is kept once a quarter, but in the month in which it opens
    constexpr std::uint32_t months_between = 3;
    const bool opening = world.month == opens_in;
    if (!opening && (municipality.key + static_cast<std::uint32_t>(world.month)) % months_between != 0) return;
    std::vector<RegisterEntry>& entries = entries_[position];
    close_ended(entries, position, municipality, world, p, use_cases);

    const double here = p.supply_register_base * ramp(world.month, p) *
                        power(municipality.size, p.supply_register_size) *
                        (p.algorithm_register > 0 ? p.supply_register_lever : 1) * (opening ? 1 : months_between);
    for_each_running(municipality, world, p, use_cases, [&](const Running& use) {
        const double luck =
            world.luck.uniform(Purpose::register_entry, use.luck_key, world.month, use.supplied ? 1 : 0);
        const double rate = here * std::max(0.0, use.rate);
        if (luck >= rate || luck >= chance_of_rate(rate)) return;  // a chance is never above its rate
        const bool known = std::any_of(entries.begin(), entries.end(),
                                       [&](const RegisterEntry& entry) { return is_about(entry, use); });
        if (!known) entries.push_back({use.key, use.domain, use.supplied, true, false});
    });
}

RegisterCounts PublicRegister::counts(const World& world) const {
    RegisterCounts counts;
    for (const std::vector<RegisterEntry>& entries : entries_)
        for (const RegisterEntry& entry : entries) {
            const auto d = static_cast<std::size_t>(index_of(entry.domain));
            ++counts.records[d];
            counts.say_ended[d] += entry.says_ended ? 1 : 0;
            if (entry.supplied && world.catalogue.product(entry.key).mandated_from <= world.month) ++counts.mandated[d];
        }
    return counts;
}

void PublicRegister::count_in(std::span<MunicipalityYear> rows) const {
    for (MunicipalityYear& row : rows) {
        if (row.municipality >= entries_.size()) continue;
        const std::vector<RegisterEntry>& entries = entries_[row.municipality];
        row.registered = static_cast<std::int16_t>(
            std::count_if(entries.begin(), entries.end(),
                          [&](const RegisterEntry& entry) { return entry.domain == row.domain; }));
    }
}

}  // namespace algemeente
