// The short table for the terminal.
#include "output/conditions.h"
#include "output/results.h"
#include "output/series.h"
#include "present/words/catalogue.h"
#include "present/words/certainty.h"
#include "present/words/conditions.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

using namespace present;

namespace {

using Row = std::vector<std::string>;

/// Letters, not bytes: continuation bytes of UTF-8 take no room.
std::size_t width_of(const std::string& words) {
    return static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// Columns as wide as their widest cell, two blanks between them, no blanks at the end.
std::string aligned(const std::vector<Row>& rows) {
    std::vector<std::size_t> widths;
    for (const Row& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], width_of(row[column]));
    }
    std::string words;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column)
            line += row[column] + std::string(widths[column] - width_of(row[column]) + 2, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        words += line + "\n";
    }
    return words;
}

std::string median_and_range(const Band& band, Language language, NumberForm form) {
    const std::string median = number_words(band.p50, language, form);
    const std::string range = range_words(band, language, form);
    return range.empty() ? median : fmt::format("{} ({})", median, range);
}

/// Outcomes by name.
std::vector<std::size_t> outcomes_called(std::initializer_list<std::string_view> names) {
    std::vector<std::size_t> outcomes;
    for (const std::string_view name : names) outcomes.push_back(find_domain_outcome(name));
    return outcomes;
}

std::string end_table(const Ensemble& ensemble, int month, Language language) {
    const std::vector<std::size_t> outcomes =
        outcomes_called({"in_use", "pipeline", "value", "reach_share", "adopters_share"});
    Row head = {std::string(text(Word::t_scenario, language)), std::string(text(Word::t_domain, language))};
    for (const std::size_t outcome : outcomes)
        head.push_back(lower_first(name_of(domain_outcomes()[outcome].name, language)));
    std::vector<Row> rows = {head};
    for (const ScenarioResult& result : ensemble.scenarios) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            Row row = {result.scenario.name, std::string(domain_short(domain, language))};
            for (const std::size_t outcome : outcomes)
                row.push_back(median_and_range(band_of(result, month, domain, outcome), language,
                                               form_of(domain_outcomes()[outcome])));
            rows.push_back(std::move(row));
        }
    }
    return aligned(rows);
}

std::string difference_table(const Ensemble& ensemble, int month, Language language) {
    const ScenarioResult& baseline = ensemble.scenarios.front();
    std::vector<Row> rows;
    for (std::size_t position = 1; position < ensemble.scenarios.size(); ++position) {
        const ScenarioResult& other = ensemble.scenarios[position];
        for (const std::size_t outcome :
             outcomes_called({"in_use", "pipeline", "value", "incidents_so_far", "harm_so_far"})) {
            for (const Domain domain : {Domain::social, Domain::physical}) {
                const Difference difference = difference_of(other, baseline, month, domain, outcome);
                const OutcomeInfo& info = domain_outcomes()[outcome];
                rows.push_back({other.scenario.name, lower_first(name_of(info.name, language)),
                                std::string(domain_short(domain, language)),
                                difference_words(difference.band.p50, info, language),
                                direction_words(difference.direction, over_of(ensemble), language)});
            }
        }
    }
    return aligned(rows);
}

/// A line for every change with a condition: what it is, and in how many runs it began.
std::string condition_lines(const Ensemble& ensemble, Language language) {
    std::string lines;
    for (const ScenarioResult& result : ensemble.scenarios) {
        const std::vector<std::vector<Spell>> spells = spells_by_change(result);
        for (std::size_t i = 0; i < spells.size(); ++i)
            lines += result.scenario.name + ": " +
                     conditional_sentence(result.scenario.conditional_changes[i], begun_of(spells[i]), language) + "\n";
    }
    return lines;
}

/// "64 runs of 342 municipalities, for explanation and what-if; not a forecast."
std::string footer(const Ensemble& ensemble, Language language) {
    const auto replicates = static_cast<std::size_t>(ensemble.finished_replicates);
    const std::size_t municipalities = ensemble.country.size();
    return filled(text(Word::t_footer, language),
                  replicates == 1 ? std::string(text(Word::t_one_run, language))
                                  : filled(text(Word::t_runs, language), count_words(replicates, language)),
                  municipalities == 1
                      ? std::string(text(Word::t_one_municipality, language))
                      : filled(text(Word::t_municipalities, language), count_words(municipalities, language)));
}

}  // namespace

std::string results_table(const Ensemble& ensemble, Language language) {
    const int months = common_months(ensemble);
    if (months == 0) return std::string(text(Word::t_no_replicate, language)) + "\n";
    const int last = months - 1;
    const std::string range = range_name(ensemble.finished_replicates, language);
    const std::string when = when_words_first(last, language);
    std::string words = ensemble.finished_replicates == 1 ? when
                        : range.empty()                   ? filled(text(Word::t_at_bare, language), when)
                                                          : filled(text(Word::t_at, language), when, range);
    words += "\n" + end_table(ensemble, last, language);
    if (ensemble.scenarios.size() > 1) {
        words += "\n" +
                 filled(text(Word::t_difference, language), ensemble.scenarios.front().scenario.name,
                        when_words(last, language)) +
                 "\n" + difference_table(ensemble, last, language) +
                 certainty_legend(ensemble.finished_replicates, language, over_of(ensemble)) + "\n";
    }
    const std::string conditions = condition_lines(ensemble, language);
    if (!conditions.empty()) words += "\n" + conditions;
    return words + "\n" + footer(ensemble, language) + "\n";
}

}  // namespace algemeente
