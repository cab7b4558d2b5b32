#include "viewer/plot/town_why.h"

#include "text/calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace algemeente::viewer {

namespace {

/// One municipality in one year.
struct Place {
    std::size_t municipalities = 0;
    std::size_t municipality = 0;
    std::size_t year = 0;

    /// Null if the run is shorter.
    const TownYear* of(const RunData& run, std::size_t domain) const {
        const std::size_t at = (year * municipalities + municipality) * domain_count + domain;
        return at < run.towns.size() ? &run.towns[at] : nullptr;
    }
    /// Null if nothing is on the way there.
    const TownYear* with_projects(const RunData& run, std::size_t domain) const {
        const TownYear* found = of(run, domain);
        return found != nullptr && found->project_months > 0 ? found : nullptr;
    }
};

std::array<double, factor_count> mean_levels(const ScenarioRuns& runs, const Place& place, std::size_t domain) {
    std::array<double, factor_count> levels{};
    int count = 0;
    for (const auto& run : runs.runs) {
        const TownYear* year = place.with_projects(*run, domain);
        if (year == nullptr) continue;
        ++count;
        for (std::size_t k = 0; k < levels.size(); ++k) levels[k] += year->level(k);
    }
    for (double& level : levels) level = count > 0 ? level / count : std::numeric_limits<double>::quiet_NaN();
    return levels;
}

/// A shift that is not seen in two decimals is none.
constexpr double least_shift = 0.005;

void take_shifts(const ScenarioRuns& runs, const ScenarioRuns& base, const Place& place, std::size_t domain,
                 ShiftHere& most) {
    std::array<std::vector<double>, factor_count> shifts;
    for (std::size_t i = 0; i < std::min(runs.runs.size(), base.runs.size()); ++i) {
        const TownYear* with = place.with_projects(*runs.runs[i], domain);
        const TownYear* without = place.with_projects(*base.runs[i], domain);
        if (with == nullptr || without == nullptr) continue;
        for (std::size_t k = 0; k < shifts.size(); ++k) shifts[k].push_back(with->level(k) - without->level(k));
    }
    if (shifts.front().empty()) return;
    most.any_projects = true;
    for (std::size_t k = 0; k < shifts.size(); ++k) {
        const Difference shift = difference_over(shifts[k]);
        const double known = most.factor == Factor::none ? least_shift : std::abs(most.shift.band.mean);
        if (std::abs(shift.band.mean) < known) continue;
        most.factor = static_cast<Factor>(k);
        most.domain = static_cast<Domain>(domain);
        most.shift = shift;
    }
}

BrakeHere brake_of(const ScenarioRuns& runs, const Place& place, std::size_t domain) {
    std::array<int, factor_count> counts{};
    BrakeHere brake;
    for (const auto& run : runs.runs) {
        const TownYear* year = place.of(*run, domain);
        if (year == nullptr || year->binding == Factor::none) continue;
        ++brake.runs_with_projects;
        ++counts[static_cast<std::size_t>(year->binding)];
    }
    const auto* const usual = std::max_element(counts.begin(), counts.end());
    if (*usual == 0) return brake;
    brake.factor = static_cast<Factor>(usual - counts.begin());
    brake.runs = *usual;
    return brake;
}

/// Ends until that year, by reason, over the runs that keep events.
EndsHere ends_here(const ScenarioRuns& runs, const Place& place) {
    std::map<Reason, double> counts;
    EndsHere here;
    for (const auto& run : runs.runs) {
        if (run->flows.months.empty()) continue;
        ++here.runs;
        const auto first = std::lower_bound(
            run->ends.begin(), run->ends.end(), place.municipality,
            [](const TownEnd& end, std::size_t municipality) { return end.municipality < municipality; });
        for (auto end = first; end != run->ends.end() && end->municipality == place.municipality; ++end)
            if (end->year <= place.year) ++counts[end->reason];
    }
    for (const auto& [reason, count] : counts) {
        here.by_reason.emplace_back(reason, count / here.runs);
        here.all += count / here.runs;
    }
    // a reason that has no name of its own says least
    const auto unnamed = [](Reason reason) { return reason == Reason::other || reason == Reason::none; };
    std::stable_sort(here.by_reason.begin(), here.by_reason.end(), [&](const auto& a, const auto& b) {
        return std::pair(unnamed(a.first), -a.second) < std::pair(unnamed(b.first), -b.second);
    });
    return here;
}

}  // namespace

TownWhy town_why(const ScenarioRuns& runs, const ScenarioRuns* base, std::size_t municipalities,
                 std::size_t municipality, int month) {
    TownWhy why{.runs = runs.runs.size()};
    if (runs.runs.empty() || municipalities == 0) return why;
    const std::size_t years = runs.runs.front()->towns.size() / (municipalities * domain_count);
    if (years == 0) return why;
    const Place place{municipalities, municipality,
                      std::min(years - 1, static_cast<std::size_t>(month / months_per_year))};
    why.year = year_of(static_cast<int>(place.year) * months_per_year);
    for (std::size_t d = 0; d < domain_count; ++d) {
        why.levels[d] = {mean_levels(base != nullptr ? *base : runs, place, d), mean_levels(runs, place, d)};
        why.brakes[d] = brake_of(runs, place, d);
        if (base != nullptr) take_shifts(runs, *base, place, d, why.most);
    }
    why.ends = ends_here(runs, place);
    if (base != nullptr) why.ends.in_a = ends_here(*base, place).all;
    return why;
}

DumbbellChart chart_of(const TownWhy& why, Language language) {
    DumbbellChart chart;
    chart.thirds = true;
    chart.heading.words = filled(text(Word::town_factors, language), std::to_string(why.year));
    for (std::size_t k = 0; k < factor_count; ++k)
        chart.rows.push_back(
            {factor_name(static_cast<Factor>(k), language), {}, brief_factor_name(static_cast<Factor>(k), language)});
    for (const Domain domain : {Domain::social, Domain::physical})
        for (std::size_t of = why.slot > 0 ? 0 : 1; of < 2; ++of) {
            chart.series.push_back({.ink = domain_ink(domain), .shape = shape_of(of == 0 ? 0 : why.slot)});
            const auto& levels = why.levels[static_cast<std::size_t>(index_of(domain))][of];
            for (std::size_t k = 0; k < factor_count; ++k) chart.rows[k].levels.push_back(levels[k]);
        }
    return chart;
}

}  // namespace algemeente::viewer
