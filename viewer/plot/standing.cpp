#include "viewer/plot/standing.h"

#include "text/calendar.h"
#include "viewer/plot/chart_data.h"
#include "viewer/plot/choropleth.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

std::vector<std::size_t> others_of_its_size(const Country& country, std::size_t municipality) {
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < country.size(); ++i)
        if (i != municipality && country[i].size_class == country[municipality].size_class) others.push_back(i);
    return others;
}

template <typename Value>
double mean_over_members(const std::vector<std::size_t>& members, const Value& value) {
    double sum = 0;
    for (const std::size_t member : members) sum += value(member);
    return sum / static_cast<double>(members.size());  // of nobody: NaN
}

/// Bands at the ends of years, joined by straight lines: between them nothing has been kept to take a band over. The
/// line is the mean, as on the map and in the sentence below the chart: a municipality has so few uses that a median
/// would lie at 0 where the mean is ahead of others.
Fan fan_over_years(const std::vector<std::vector<double>>& runs, int months) {
    Fan fan(static_cast<std::size_t>(months));
    const std::size_t years = runs.empty() ? 0 : runs.front().size();
    for (std::size_t year = 0; year < years; ++year) {
        std::vector<double> values;
        for (const std::vector<double>& run : runs) values.push_back(run[year]);
        const std::size_t end = (year + 1) * months_per_year - 1;
        if (end >= fan.size()) break;
        fan[end] = band_over(values);
        fan[end].p50 = fan[end].mean;
        if (year == 0) continue;
        const Band& before = fan[end - months_per_year];
        for (std::size_t step = 1; step < months_per_year; ++step) {
            Band& between = fan[end - step] = fan[end];
            const double share = static_cast<double>(step) / months_per_year;
            for (double Band::*one : {&Band::mean, &Band::p05, &Band::p25, &Band::p50, &Band::p75, &Band::p95,
                                      &Band::lowest, &Band::highest})
                between.*one += (before.*one - between.*one) * share;
        }
    }
    return fan;
}

}  // namespace

Standing standing_of(const ScenarioRuns& runs, const Country& country, std::size_t municipality, int months,
                     Reading reading) {
    const std::vector<std::size_t> others = others_of_its_size(country, municipality);
    Standing standing{.size_class = country[municipality].size_class,
                      .others = static_cast<int>(others.size()),
                      .replicates = static_cast<int>(runs.runs.size())};
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        std::vector<std::vector<double>> of_own;
        std::vector<std::vector<double>> of_others;
        for (const auto& run : runs.runs) {
            std::vector<double> own;
            std::vector<double> mean;
            for (std::size_t year = 0; year < years_in(*run, country.size()); ++year) {
                const auto value = [&](std::size_t of) {
                    return in_use_of(*run, country.size(), year, of, domain, reading);
                };
                own.push_back(value(municipality));
                if (!others.empty()) mean.push_back(mean_over_members(others, value));
            }
            standing.runs[d].push_back(joined_years(own, months));
            of_own.push_back(std::move(own));
            of_others.push_back(std::move(mean));
        }
        standing.own[d] = fan_over_years(of_own, months);
        standing.of_others[d] = fan_over_years(of_others, months);
    }
    return standing;
}

Rank rank_of(const ScenarioRuns& runs, const Country& country, std::size_t municipality, int month, Domain domain,
             Reading reading) {
    const std::vector<std::size_t> others = others_of_its_size(country, municipality);
    const auto mean = [&](std::size_t of) {
        return municipal_mean(runs, country.size(), month, of, domain, MapMeasure::in_use, reading);
    };
    Rank rank;
    rank.mean = mean(municipality);
    rank.others = static_cast<int>(others.size());
    for (const std::size_t other : others) {
        const double its_mean = mean(other);
        if (rank.mean > its_mean) ++rank.more_than;
        if (rank.mean < its_mean) ++rank.fewer_than;
    }
    std::vector<double> values;
    for (const auto& run : runs.runs) {
        if (years_in(*run, country.size()) == 0) continue;
        const auto value = [&](std::size_t of) { return in_use_at(*run, country.size(), month, of, domain, reading); };
        values.push_back(value(municipality));
        rank.against_others.add(values.back() - mean_over_members(others, value));
    }
    rank.band = band_over(values);
    return rank;
}

Difference effect_in(const ScenarioRuns& runs, const ScenarioRuns& base, std::size_t municipalities,
                     std::size_t municipality, int month, Domain domain, Reading reading) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < std::min(runs.runs.size(), base.runs.size()); ++i) {
        const auto value = [&](const RunData& run) {
            return in_use_at(run, municipalities, month, municipality, domain, reading);
        };
        const bool kept = years_in(*runs.runs[i], municipalities) > 0 && years_in(*base.runs[i], municipalities) > 0;
        if (kept) differences.push_back(value(*runs.runs[i]) - value(*base.runs[i]));
    }
    return difference_over(differences);
}

double not_chosen_in(const ScenarioRuns& runs, std::size_t municipalities, std::size_t municipality, int month) {
    double sum = 0;
    int count = 0;
    for (const auto& run : runs.runs) {
        if (years_in(*run, municipalities) == 0) continue;
        ++count;
        for (const Domain domain : {Domain::social, Domain::physical})
            sum += in_use_at(*run, municipalities, month, municipality, domain, Reading::used) -
                   in_use_at(*run, municipalities, month, municipality, domain, Reading::chosen);
    }
    return count > 0 ? sum / count : 0;
}

}  // namespace algemeente::viewer
