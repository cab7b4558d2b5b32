#include "patterns/acceptance.h"

#include "output/csv_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace algemeente {

namespace {

constexpr std::string_view must_hold[] = {"P01", "P02", "P03", "P04", "P08", "P12", "P17"};
constexpr double others_share = .8;

bool is_must(const Pattern& pattern) {
    return std::find(std::begin(must_hold), std::end(must_hold), pattern.id) != std::end(must_hold);
}

}  // namespace

double Acceptance::share_keeping(std::size_t pattern) const {
    const auto kept =
        std::count_if(draws.begin(), draws.end(), [pattern](const AcceptanceDraw& draw) { return draw.kept[pattern]; });
    return static_cast<double>(kept) / static_cast<double>(draws.size());
}

double Acceptance::share_keeping_all() const {
    const auto kept = std::count_if(draws.begin(), draws.end(), [](const AcceptanceDraw& draw) {
        return std::all_of(draw.kept.begin(), draw.kept.end(), [](bool one) { return one; });
    });
    return static_cast<double>(kept) / static_cast<double>(draws.size());
}

bool Acceptance::survives(const AcceptanceDraw& draw) const {
    double others = 0;
    double others_kept = 0;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (is_must(patterns[i])) {
            if (!draw.kept[i]) return false;
        } else {
            others += 1;
            others_kept += draw.kept[i] ? 1 : 0;
        }
    }
    return others_kept >= others_share * others;
}

std::size_t Acceptance::survivors() const {
    return static_cast<std::size_t>(
        std::count_if(draws.begin(), draws.end(), [this](const AcceptanceDraw& draw) { return survives(draw); }));
}

Acceptance accept_draws(const std::vector<Pattern>& patterns, const Scenario& base, std::size_t draws,
                        const JudgeOptions& options) {
    Acceptance acceptance;
    acceptance.patterns = patterns;
    for (Pattern& pattern : acceptance.patterns)
        pattern.replicates_factor = 1;  // many draws instead of many replicates
    acceptance.dimensions = prior_dimensions(base.use_cases);
    acceptance.replicates = options.replicates;
    const auto points = latin_hypercube(acceptance.dimensions.size(), draws, options.runs.seed);

    JudgeOptions quick = options;
    quick.intervals = false;
    for (std::size_t i = 0; i < draws; ++i) {
        if (options.runs.progress)  // every draw is as long as any other
            quick.runs.progress = [&, i](std::int64_t done, std::int64_t all) {
                options.runs.progress(static_cast<std::int64_t>(i) * all + done,
                                      static_cast<std::int64_t>(draws) * all);
            };
        const Contrasts contrasts(scenario_at(base, acceptance.dimensions, points[i]));
        const Samples samples = run_patterns(acceptance.patterns, contrasts, quick);
        if (samples.empty()) {
            acceptance.cancelled = true;
            break;
        }
        AcceptanceDraw draw{points[i], {}, {}};
        for (const PatternResult& result : judge_patterns(acceptance.patterns, samples, quick)) {
            draw.kept.push_back(result.verdict() == Verdict::holds);
            draw.estimates.emplace_back();
            for (const CheckResult& check : result.checks) draw.estimates.back().push_back(check.estimate.value);
        }
        acceptance.draws.push_back(std::move(draw));
    }
    return acceptance;
}

double distance_to_uniform(std::vector<double> sample) {
    std::sort(sample.begin(), sample.end());
    const auto count = static_cast<double>(sample.size());
    double distance = 0;
    for (std::size_t i = 0; i < sample.size(); ++i)
        distance = std::max(
            {distance, sample[i] - static_cast<double>(i) / count, static_cast<double>(i + 1) / count - sample[i]});
    return distance;
}

double critical_distance(std::size_t sample) {
    return 1.358 / std::sqrt(static_cast<double>(sample));  // asymptotic, 5 %
}

std::vector<Constraint> constraints_of(const Acceptance& acceptance) {
    std::vector<Constraint> constraints;
    for (std::size_t d = 0; d < acceptance.dimensions.size(); ++d) {
        std::vector<double> places;
        double sum = 0;
        for (const AcceptanceDraw& draw : acceptance.draws) {
            if (!acceptance.survives(draw)) continue;
            places.push_back(draw.point[d]);
            sum += draw.point[d];
        }
        if (places.empty()) return {};
        const auto count = static_cast<double>(places.size());
        constraints.push_back({acceptance.dimensions[d].name, distance_to_uniform(std::move(places)), sum / count});
    }
    std::stable_sort(constraints.begin(), constraints.end(),
                     [](const Constraint& a, const Constraint& b) { return a.distance > b.distance; });
    return constraints;
}

void write_acceptance_csv(const Acceptance& acceptance, const Scenario& base, const std::filesystem::path& file) {
    std::string header = "draw,survives";
    for (const Pattern& pattern : acceptance.patterns) header += "," + pattern.id;
    for (const PriorDimension& dimension : acceptance.dimensions) header += "," + dimension.name;
    CsvFile csv(file, header);
    for (std::size_t i = 0; i < acceptance.draws.size(); ++i) {
        const AcceptanceDraw& draw = acceptance.draws[i];
        csv.whole(static_cast<std::int64_t>(i + 1)).whole(acceptance.survives(draw) ? 1 : 0);
        for (const bool kept : draw.kept) csv.whole(kept ? 1 : 0);
        const Scenario scenario = scenario_at(base, acceptance.dimensions, draw.point);
        for (const PriorDimension& dimension : acceptance.dimensions) csv.number(value_of(scenario, dimension));
        csv.end_row();
    }
    csv.finish();
}

}  // namespace algemeente
