#include "observe/register.h"

#include "mathematics/elementary.h"
#include "text/calendar.h"

#include <boost/container/small_vector.hpp>

#include <algorithm>

namespace algemeente {

namespace {

/// December 2022: the national register opens, with 109 records (S12).
constexpr int opens_in = month_of(2022, 12);
/// From 2024 on it grows faster (S12).
constexpr int grows_faster_from = month_of(2024, 1);

/// What ended within so many months may still be entered.
constexpr int months_remembered = 5 * months_per_year;

/// How much the rate of entries has grown since the register opened; many come in its first month.
double ramp(int month, const Parameters& p) {
    if (month == opens_in) return p.supply_register_launch;
    const double early = std::min(month, grows_faster_from) - opens_in;
    const double late = std::max(0, month - grows_faster_from);
    return 1 + (p.supply_register_growth * early + p.supply_register_growth_later * late) / months_per_year;
}

/// Calls visit(use) for each use that runs.
template <typename Visit>
void for_each_running(const Municipality& municipality, const World& world, const Parameters& p,
                      const UseCaseTable& use_cases, const Visit& visit) {
    for (const Project& project : municipality.projects)
        if (project.stage == Stage::in_use)
            visit(KnownUse{.key = project.key,
                           .domain = project.domain,
                           .use_case = project.use_case,
                           .bought = project.sourcing == Sourcing::vendor,
                           .rate = 1 + p.supply_register_impact * project.impact});
    for (const SuppliedUse& use : municipality.supplied.uses) {
        if (use.stage != Stage::in_use) continue;
        const Product& product = world.catalogue.product(use.product);
        const bool of_the_nation = product.route == Route::national || use.mandated;
        visit(KnownUse{.key = use.product,
                       .domain = use.domain,
                       .use_case = static_cast<std::uint8_t>(product.use_case),
                       .supplied = true,
                       .bought = true,
                       .rate = (1 + p.supply_register_impact * use_cases[product.use_case].impact) *
                               (of_the_nation ? p.supply_register_law : 1)});
    }
}

/// What runs now is known; what ran before has ended, and is forgotten after five years. Returns whether any has ended
/// since the last look.
bool look_again(std::vector<KnownUse>& known, const Municipality& municipality, const World& world, const Parameters& p,
                const UseCaseTable& use_cases) {
    const std::size_t before = known.size();
    constexpr std::size_t usual_uses = 64;  // room on the stack, no limit
    boost::container::small_vector<bool, usual_uses> runs(before, false);
    // they mostly come in the order in which they are known: each is looked for behind the one before it
    std::size_t at = 0;
    for_each_running(municipality, world, p, use_cases, [&](const KnownUse& use) {
        for (std::size_t tried = 0; tried < before; ++tried, at = at + 1 < before ? at + 1 : 0) {
            if (runs[at] || known[at].ended_month != never || known[at].key != use.key ||
                known[at].supplied != use.supplied)
                continue;
            known[at] = use;
            runs[at] = true;
            return;
        }
        known.push_back(use);
    });
    bool any_ended = false;
    for (std::size_t i = 0; i < before; ++i) {
        if (runs[i] || known[i].ended_month != never) continue;
        known[i].ended_month = world.month;
        any_ended = true;
    }
    std::erase_if(known, [&](const KnownUse& use) {
        return use.ended_month != never && world.month - use.ended_month >= months_remembered;
    });
    return any_ended;
}

bool is_about(const RegisterEntry& entry, const KnownUse& use) {
    return entry.key == use.key && entry.supplied == use.supplied && entry.running == (use.ended_month == never);
}

/// The record of a use that has ended stays, and may say so.
void close_ended(std::vector<RegisterEntry>& entries, const std::vector<KnownUse>& known, std::size_t position,
                 const World& world, const Parameters& p) {
    for (RegisterEntry& entry : entries) {
        if (!entry.running ||
            std::any_of(known.begin(), known.end(), [&](const KnownUse& use) { return is_about(entry, use); }))
            continue;
        entry.running = false;
        entry.says_ended = world.luck.uniform(Purpose::register_end, entry.key, world.month,
                                              static_cast<std::uint32_t>(position)) < p.supply_register_marks_ended;
    }
}

}  // namespace

void PublicRegister::note(std::size_t position, const Municipality& municipality, const World& world,
                          const Parameters& p, const UseCaseTable& use_cases) {
    if (world.catalogue.empty() || world.month < opens_in - months_remembered) return;
    if (entries_.size() < world.municipalities.size()) {
        entries_.resize(world.municipalities.size());
        uses_.resize(world.municipalities.size());
    }
    // a register is kept once a quarter, but in the month in which it opens
    constexpr std::uint32_t months_between = 3;
    const bool opening = world.month == opens_in;
    if (!opening && (municipality.key + static_cast<std::uint32_t>(world.month)) % months_between != 0) return;
    std::vector<KnownUse>& known = uses_[position];
    const bool any_ended = look_again(known, municipality, world, p, use_cases);
    if (world.month < opens_in) return;
    std::vector<RegisterEntry>& entries = entries_[position];
    if (any_ended) close_ended(entries, known, position, world, p);

    const double here = p.supply_register_base * ramp(world.month, p) *
                        power(municipality.size, p.supply_register_size) *
                        (p.algorithm_register > 0 ? p.supply_register_lever : 1) * (opening ? 1 : months_between);
    // each use is entered with its own rate: events on a line along which their rates stand one after the other
    std::uint32_t events = 0;
    const auto to_next_event = [&] {
        return -logarithm(1 - world.luck.uniform(Purpose::register_entry, municipality.key, world.month, events++));
    };
    double passed = 0;
    double next = to_next_event();
    for (const KnownUse& use : known) {
        passed += here * std::max(0.0, use.rate);
        if (next >= passed) continue;
        next = passed + to_next_event();
        const bool recorded = std::any_of(entries.begin(), entries.end(),
                                          [&](const RegisterEntry& entry) { return is_about(entry, use); });
        const bool runs = use.ended_month == never;
        if (!recorded)
            entries.push_back({.key = use.key,
                               .domain = use.domain,
                               .use_case = use.use_case,
                               .supplied = use.supplied,
                               .bought = use.bought,
                               .running = runs,
                               .says_ended = !runs});
    }
}

RegisterCounts PublicRegister::counts(const World& world) const {
    RegisterCounts counts;
    for (const std::vector<RegisterEntry>& entries : entries_)
        for (const RegisterEntry& entry : entries) {
            const auto d = static_cast<std::size_t>(index_of(entry.domain));
            ++counts.records[d];
            counts.say_ended[d] += entry.says_ended ? 1 : 0;
            if (entry.supplied &&
                world.catalogue.product(static_cast<std::size_t>(entry.key)).mandated_from <= world.month)
                ++counts.mandated[d];
        }
    return counts;
}

void PublicRegister::count_in(std::span<MunicipalityYear> rows) const {
    for (MunicipalityYear& row : rows) {
        if (row.municipality >= entries_.size()) continue;
        const std::vector<RegisterEntry>& entries = entries_[row.municipality];
        row.registered = static_cast<std::int16_t>(std::count_if(
            entries.begin(), entries.end(), [&](const RegisterEntry& entry) { return entry.domain == row.domain; }));
    }
}

void PublicRegister::count_in(std::span<UseCaseYear> rows) const {
    std::array<std::array<std::int32_t, use_case_capacity>, domain_count> counts{};
    for (const std::vector<RegisterEntry>& entries : entries_)
        for (const RegisterEntry& entry : entries)
            ++counts[static_cast<std::size_t>(index_of(entry.domain))][entry.use_case];
    for (UseCaseYear& row : rows) row.registered = counts[static_cast<std::size_t>(index_of(row.domain))][row.use_case];
}

std::vector<RegisterRecord> PublicRegister::records() const {
    std::vector<RegisterRecord> records;
    for (std::size_t position = 0; position < entries_.size(); ++position)
        for (const RegisterEntry& entry : entries_[position])
            records.push_back({.municipality = static_cast<std::uint16_t>(position),
                               .domain = entry.domain,
                               .use_case = entry.use_case,
                               .product = static_cast<std::int16_t>(entry.supplied ? static_cast<int>(entry.key) : -1),
                               .names_supplier = entry.bought,
                               .runs = entry.running,
                               .says_ended = entry.says_ended});
    return records;
}

}  // namespace algemeente
