#include "analysis/finding_parts.h"

#include "present/page/columns.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "statistics/ranks.h"
#include "statistics/summary.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace algemeente::analysis {

using present::Word;

namespace {

using Index = Eigen::Index;

/// 1 if an input rises whenever the first one does, -1 if it falls; 0 if neither holds.
int direction(const Sweep& sweep, int first, int input) {
    const auto column = [&sweep](int position) {
        return std::span<const double>(sweep.points.col(position).data(),
                                       static_cast<std::size_t>(sweep.points.rows()));
    };
    const double correlation = rank_correlation(column(first), column(input));
    constexpr double rounding = 1e-9;
    if (!(std::abs(correlation) > 1 - rounding)) return 0;
    return correlation > 0 ? 1 : -1;
}

bool move_in_step(const Sweep& sweep, const std::vector<int>& inputs) {
    return std::all_of(inputs.begin(), inputs.end(),
                       [&](int input) { return direction(sweep, inputs.front(), input) != 0; });
}

}  // namespace

std::vector<Term> terms_of(const Sweep& sweep) {
    std::vector<Term> terms;
    for (std::size_t group = 0; group < sweep.groups.size(); ++group) {
        const std::vector<int>& members = sweep.groups[group];
        if (members.size() > 1 && move_in_step(sweep, members)) {
            terms.push_back({sweep.group_names[group], members});
            continue;
        }
        for (const int input : members) terms.push_back({sweep.inputs[static_cast<std::size_t>(input)], {input}});
    }
    return terms;
}

Eigen::MatrixXd term_points(const Sweep& sweep, const std::vector<Term>& terms) {
    const Eigen::MatrixXd unit = unit_points(sweep);
    Eigen::MatrixXd points = Eigen::MatrixXd::Zero(sweep.points.rows(), static_cast<Index>(terms.size()));
    for (std::size_t i = 0; i < terms.size(); ++i) {
        auto column = points.col(static_cast<Index>(i));
        const std::vector<int>& members = terms[i].members;
        if (members.size() == 1) {
            column = sweep.points.col(members.front());
            continue;
        }
        for (const int input : members)
            column += unit.col(input) * direction(sweep, members.front(), input) / static_cast<double>(members.size());
    }
    return points;
}

std::string scenario_words(const Sweep& sweep, std::size_t scenario) {
    Scenario named;
    named.title = sweep.scenarios[scenario];
    if (scenario < sweep.scenario_names.size()) named.name = sweep.scenario_names[scenario];
    return present::title_of(named, sweep.language);
}

std::string words_of(const Sweep& sweep, const std::string& name, const std::vector<int>& members) {
    if (members.size() == 1) return present::input_words(name, sweep.language);
    std::vector<std::string> words;
    for (const int input : members)
        words.push_back(present::input_words(sweep.inputs[static_cast<std::size_t>(input)], sweep.language));
    return fmt::format("{} ({})", name, fmt::join(words, " + "));
}

std::string words_of_group(const Sweep& sweep, std::size_t group) {
    return words_of(sweep, sweep.group_names[group], sweep.groups[group]);
}

Table with_group_words(const Sweep& sweep, Table table) {
    const auto column = static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), "input") -
                                                 table.columns.begin());
    for (std::vector<Cell>& row : table.rows)
        for (std::size_t group = 0; group < sweep.groups.size(); ++group)
            if (sweep.groups[group].size() > 1 && row[column] == Cell(sweep.group_names[group]))
                row[column] = words_of_group(sweep, group);
    return table;
}

std::vector<std::string> input_words_of(const Sweep& sweep) {
    std::vector<std::string> words;
    for (const std::string& input : sweep.inputs) words.push_back(present::input_words(input, sweep.language));
    return words;
}

std::string unit_of(const Sweep& sweep, std::size_t outcome) {
    const std::string unit = present::kept_unit(sweep.outcomes[outcome], sweep.language);
    return unit.empty() ? sweep.outcomes[outcome] : unit;
}

std::string words_of(const Sweep& sweep, const Condition& condition) {
    const std::string& outcome = sweep.outcomes[condition.outcome];
    const std::string unit = present::kept_unit(outcome, sweep.language);
    const std::string words =
        fmt::format("{} {} {}", present::kept_words(outcome, sweep.language), condition.comparison,
                    present::number_words(condition.limit, sweep.language, {.digits = 4}));
    std::string all = unit.empty() ? words : say(sweep, Word::a_in_unit, words, unit);
    for (const Condition& other : condition.also) all += say(sweep, Word::a_and) + words_of(sweep, other);
    return all;
}

std::string number_in(const Sweep& sweep, double number) {
    return present::number_words(number, sweep.language, {.digits = 3});
}

std::string percent_in(const Sweep& sweep, double share) {
    return present::number_words(share, sweep.language, {.percent = true});
}

std::string finding_title(const Sweep& sweep, std::size_t outcome) {
    const std::string scenario = sweep.scenarios.size() == 1 ? scenario_words(sweep, 0) : "";
    const std::string words = present::kept_words(sweep.outcomes[outcome], sweep.language);
    return scenario.empty() ? words : fmt::format("{} ({})", words, scenario);
}

std::vector<std::string> sentences_about_luck(const Sweep& sweep, std::size_t outcome) {
    if (is_constant(sweep, outcome)) return {};
    const double luck = share_of_luck(sweep, outcome);
    if (std::isnan(luck)) return {say(sweep, Word::a_no_luck)};
    return {
        say(sweep, Word::a_luck, percent_in(sweep, luck), number_in(sweep, static_cast<double>(sweep.replicates())))};
}

std::vector<std::string> sentences_about_runs(const Sweep& sweep, std::size_t outcome) {
    std::vector<std::string> sentences;
    const auto count = [&sweep](std::size_t number) { return present::count_words(number, sweep.language); };
    if (const std::size_t missing = missing_runs(sweep, outcome); missing > 0)
        sentences.push_back(say(sweep, Word::a_runs_missing, count(missing)));
    if (const std::size_t undefined = undefined_runs(sweep, outcome); undefined > 0)
        sentences.push_back(say(sweep, Word::a_undefined, count(undefined), count(runs_of(sweep))));
    append(sentences, sentences_about_luck(sweep, outcome));
    return sentences;
}

void append(std::vector<std::string>& sentences, std::vector<std::string> more) {
    sentences.insert(sentences.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string sentence_about_constant(const Sweep& sweep, std::size_t outcome) {
    const Eigen::MatrixXd& values = sweep.values[outcome];
    const std::vector<double> known = sorted_known({values.data(), static_cast<std::size_t>(values.size())});
    // replicates may differ though points do not: the same random numbers are drawn at every point
    const bool everywhere = known.front() == known.back();
    const double mean = sorted_known(point_means(sweep, outcome)).front();
    return say(sweep, everywhere ? Word::a_constant : Word::a_constant_means, number_in(sweep, mean));
}

Finding incomplete_finding(const Sweep& sweep, std::size_t outcome, present::Word parts_left_out, std::size_t left_out,
                           Table table) {
    Finding finding = empty_finding(sweep, outcome, std::move(table));
    finding.sentences.front() = say(sweep, parts_left_out, present::count_words(left_out, sweep.language));
    return finding;
}

Finding empty_finding(const Sweep& sweep, std::size_t outcome, Table table) {
    Finding finding;
    finding.title = finding_title(sweep, outcome);
    finding.spread = 0;
    finding.tables.push_back(std::move(table));
    if (known_points(sweep, outcome) == 0) {
        if (undefined_runs(sweep, outcome) > 0) finding.sentences.push_back(say(sweep, Word::a_exists_nowhere));
        if (const std::size_t missing = missing_runs(sweep, outcome); missing > 0)
            finding.sentences.push_back(
                say(sweep, Word::a_runs_missing, present::count_words(missing, sweep.language)));
        return finding;
    }
    finding.sentences.push_back(sentence_about_constant(sweep, outcome));
    append(finding.sentences, sentences_about_runs(sweep, outcome));
    return finding;
}

}  // namespace algemeente::analysis
