#include "viewer/ensemble/town_years.h"

#include "text/calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace algemeente::viewer {

TownYear TownWatch::Sum::year() const {
    TownYear year;
    if (project_months == 0) return year;
    constexpr std::uint16_t most = std::numeric_limits<std::uint8_t>::max();
    year.project_months = static_cast<std::uint8_t>(std::min(project_months, most));
    for (std::size_t k = 0; k < levels.size(); ++k) {
        const double mean = std::clamp(static_cast<double>(levels[k]) / project_months, 0.0, 1.0);
        year.levels[k] = static_cast<std::uint8_t>(std::lround(mean * TownYear::steps));
    }
    return year;
}

void TownWatch::note(const World& world) {
    sums_.resize(world.municipalities.size() * domain_count);
    for (std::size_t i = 0; i < world.municipalities.size(); ++i)
        for (const Project& project : world.municipalities[i].projects) {
            if (!is_pipeline(project.stage)) continue;
            Sum& sum = sums_[i * domain_count + static_cast<std::size_t>(index_of(project.domain))];
            ++sum.project_months;
            for (std::size_t k = 0; k < sum.levels.size(); ++k) sum.levels[k] += static_cast<float>(project.factors[k]);
        }
    if (!is_december(world.month - 1)) return;
    for (Sum& sum : sums_) {
        years_.push_back(sum.year());
        sum = {};
    }
    note_withdrawn(world);
}

/// No event tells of what comes from suppliers; each municipality counts what it lost.
void TownWatch::note_withdrawn(const World& world) {
    withdrawn_before_.resize(world.municipalities.size());
    for (std::size_t i = 0; i < world.municipalities.size(); ++i) {
        const auto& counts = world.municipalities[i].supplied.withdrawn;
        const std::int32_t so_far = std::accumulate(counts.begin(), counts.end(), std::int32_t{0});
        const TownEnd end{static_cast<std::uint16_t>(i), static_cast<std::uint8_t>((world.month - 1) / months_per_year),
                          Reason::withdrawn};
        for (std::int32_t before = std::exchange(withdrawn_before_[i], so_far); before < so_far; ++before)
            withdrawn_.push_back(end);
    }
}

std::vector<TownEnd> ends_of(const std::vector<Event>& events, std::vector<TownEnd> others) {
    std::vector<TownEnd> ends = std::move(others);
    for (const Event& event : events)
        if (event.kind == EventKind::abandoned || event.kind == EventKind::discontinued)
            ends.push_back(
                {event.municipality, static_cast<std::uint8_t>(event.month / months_per_year), event.reason});
    std::stable_sort(ends.begin(), ends.end(),
                     [](const TownEnd& a, const TownEnd& b) { return a.municipality < b.municipality; });
    return ends;
}

}  // namespace algemeente::viewer
