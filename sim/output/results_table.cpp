#include "output/results.h"
#include "output/series.h"
#include "output/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

using Row = std::vector<std::string>;

/// Columns as wide as their widest cell, two blanks between them, no blanks at the end.
std::string aligned(const std::vector<Row>& rows) {
    std::vector<std::size_t> widths;
    for (const Row& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], row[column].size());
        }
    }
    std::string text;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            line += fmt::format("{:<{}}  ", row[column], widths[column]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string median_and_range(const Band& band, NumberStyle style) {
    if (band.replicates == 0) return "none";
    return fmt::format("{} ({} to {})", reading_number(band.p50, style), reading_number(band.p05, style),
                       reading_number(band.p95, style));
}

/// Outcomes by name.
std::vector<std::size_t> outcomes_called(std::initializer_list<std::string_view> names) {
    std::vector<std::size_t> outcomes;
    for (const std::string_view name : names) outcomes.push_back(find_domain_outcome(name));
    return outcomes;
}

std::string end_table(const Ensemble& ensemble, int month) {
    const std::vector<std::size_t> outcomes =
        outcomes_called({"in_use", "pipeline", "value", "reach_share", "adopters_share"});
    Row head = {"scenario", "domain"};
    for (const std::size_t outcome : outcomes) head.emplace_back(domain_outcomes()[outcome].name);
    std::vector<Row> rows = {head};
    for (const ScenarioResult& result : ensemble.scenarios) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            Row row = {result.scenario.name, std::string(domain_word(domain))};
            for (const std::size_t outcome : outcomes) {
                row.push_back(
                    median_and_range(band_of(result, month, domain, outcome), style_of(domain_outcomes()[outcome])));
            }
            rows.push_back(std::move(row));
        }
    }
    return aligned(rows);
}

std::string difference_table(const Ensemble& ensemble, int month) {
    const ScenarioResult& baseline = ensemble.scenarios.front();
    std::vector<Row> rows;
    for (std::size_t position = 1; position < ensemble.scenarios.size(); ++position) {
        const ScenarioResult& other = ensemble.scenarios[position];
        for (const std::size_t outcome : outcomes_called({"in_use", "pipeline", "value"})) {
            for (const Domain domain : {Domain::social, Domain::physical}) {
                const Difference difference = difference_of(other, baseline, month, domain, outcome);
                const OutcomeInfo& info = domain_outcomes()[outcome];
                const double before = band_of(baseline, month, domain, outcome).p50;
                rows.push_back({other.scenario.name, std::string(info.name), std::string(domain_word(domain)),
                                std::string(certainty_word(certainty_of(difference))),
                                fmt::format("{} replicates; {}", direction_words(difference),
                                            size_words(difference, before, style_of(info)))});
            }
        }
    }
    return aligned(rows);
}

}  // namespace

std::string results_table(const Ensemble& ensemble) {
    const int months = common_months(ensemble);
    if (months == 0) return "No replicate was finished.\n";
    const std::string when = moment_words(months - 1);
    std::string text = fmt::format("At {}, median (90 % range)\n", when) + end_table(ensemble, months - 1);
    if (ensemble.scenarios.size() > 1) {
        text += fmt::format("\nDifference from {} at {}, replicate by replicate\n",
                            ensemble.scenarios.front().scenario.name, when);
        text += difference_table(ensemble, months - 1);
    }
    const int replicates = ensemble.finished_replicates;
    text += fmt::format("\nAn ensemble of {} {} of {} {}, for explanation and what-if; not a forecast.\n", replicates,
                        replicates == 1 ? "replicate" : "replicates", ensemble.country.size(),
                        ensemble.country.size() == 1 ? "municipality" : "municipalities");
    return text;
}

}  // namespace algemeente
