#include "viewer/plot/why_charts.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

std::string behind(int runs, int of, Language language) {
    return " " + filled(text(Word::s_share, language), std::to_string(runs), std::to_string(of));
}

double median_at(const ScenarioRuns& runs, Domain domain, std::size_t outcome, int month) {
    std::vector<double> values;
    for (const auto& run : runs.runs) {
        const double value = run->value(month, domain, outcome);
        if (!std::isnan(value)) values.push_back(value);
    }
    return fan_point(values).p50;
}

Factor most_binding(const RunData& run, Domain domain, int month) {
    Factor most = Factor::none;
    double most_share = 0;
    for (std::size_t k = 0; k < factor_count; ++k) {
        double share = 0;
        for (int m = std::max(0, month - 11); m <= month; ++m) {
            const double one = run.value(m, domain, binding_outcome(static_cast<Factor>(k)));
            if (!std::isnan(one)) share += one;
        }
        if (share > most_share) {
            most_share = share;
            most = static_cast<Factor>(k);
        }
    }
    return most;
}

/// The factor that binds most in most runs, and in how many.
std::pair<Factor, int> usual_bottleneck(const ScenarioRuns& runs, Domain domain, int month) {
    std::array<int, factor_count + 1> votes{};
    for (const auto& run : runs.runs) ++votes[static_cast<std::size_t>(most_binding(*run, domain, month))];
    const auto most = std::max_element(votes.begin(), votes.end());
    return {static_cast<Factor>(most - votes.begin()), *most};
}

std::string lower_first(std::string words) {
    if (words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && !(words[1] >= 'A' && words[1] <= 'Z'))
        words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

std::string factor_words(Factor factor, Language language) {
    if (factor == Factor::none) return std::string(text(Word::nothing_binds, language));
    return lower_first(name_of(factor_word(factor), language));
}

Sentence gap_sentence(const ScenarioRuns& runs, int month, Language language) {
    const std::size_t in_use = find_domain_outcome("in_use");
    const Direction direction = gap_direction_of(runs, in_use, month);
    const bool more = direction.higher * 2 > direction.count;
    const Word word = more ? Word::s_gap : Word::s_gap_less;
    const int share = more ? direction.higher : direction.count - direction.higher;
    const std::string words = filled(text(word, language), month_words(month, language),
                                     number_words(median_at(runs, Domain::physical, in_use, month), language),
                                     number_words(median_at(runs, Domain::social, in_use, month), language));
    return {words + behind(share, direction.count, language) + ".", "E01, E09, E79"};
}

Sentence binding_sentence(const ScenarioRuns& runs, int month, Language language) {
    const auto [social, social_runs] = usual_bottleneck(runs, Domain::social, month);
    const auto [physical, physical_runs] = usual_bottleneck(runs, Domain::physical, month);
    const int all = static_cast<int>(runs.runs.size());
    return {filled(text(Word::s_bind, language), factor_words(social, language) + behind(social_runs, all, language),
                   factor_words(physical, language) + behind(physical_runs, all, language)) +
                ".",
            "E20, E29, E41, E59, E68, E79"};
}

/// Through which factor the other scenario differs most from A, and in which domain.
Sentence effect_sentence(const EnsembleSummary& summary, std::size_t slot, int month, Language language) {
    const ScenarioRuns& base = summary.scenarios.front();
    const ScenarioRuns& other = summary.scenarios[slot];
    Factor most = Factor::none;
    Domain where = Domain::social;
    double shift = 0;
    for (const Domain domain : {Domain::social, Domain::physical})
        for (std::size_t k = 0; k < factor_count; ++k) {
            const std::size_t outcome = factor_outcome(static_cast<Factor>(k));
            const double one =
                mean_over_year(other, domain, outcome, month) - mean_over_year(base, domain, outcome, month);
            if (std::isnan(one) || std::abs(one) <= std::abs(shift)) continue;
            shift = one;
            most = static_cast<Factor>(k);
            where = domain;
        }
    if (most == Factor::none) return {std::string(text(Word::same, language)), ""};
    const Direction direction = direction_of(other, base, where, factor_outcome(most), month);
    const Word domain_name = where == Domain::social ? Word::social : Word::physical;
    return {filled(text(Word::s_through, language), factor_words(most, language),
                   lower_first(std::string(text(domain_name, language))),
                   number_words(shift, language, {.sign = true}) + ", " + share_words(direction, language)) +
                ".",
            other.scenario->evidence};
}

}  // namespace

Word direction_word(const Direction& direction) {
    if (direction.count == 0) return Word::unclear;
    const double higher = static_cast<double>(direction.higher) / direction.count;
    const double lower = static_cast<double>(direction.lower) / direction.count;
    if (1 - higher - lower >= 0.95) return Word::same;
    if (higher >= 0.95) return Word::surely_higher;
    if (lower >= 0.95) return Word::surely_lower;
    if (higher >= 0.8) return Word::probably_higher;
    if (lower >= 0.8) return Word::probably_lower;
    return Word::unclear;
}

std::string share_words(const Direction& direction, Language language) {
    const std::string all = std::to_string(direction.count);
    if (direction.same() > std::max(direction.higher, direction.lower))
        return filled(text(Word::share_same, language), std::to_string(direction.same()), all);
    if (direction.higher >= direction.lower)
        return filled(text(Word::share_higher, language), std::to_string(direction.higher), all);
    return filled(text(Word::share_lower, language), std::to_string(direction.lower), all);
}

std::vector<Sentence> sentences_of(const EnsembleSummary& summary, std::size_t slot, int month, Language language) {
    if (slot >= summary.scenarios.size()) return {};
    const ScenarioRuns& runs = summary.scenarios[slot];
    std::vector<Sentence> sentences = {gap_sentence(runs, month, language), binding_sentence(runs, month, language)};
    if (slot > 0) sentences.push_back(effect_sentence(summary, slot, month, language));
    return sentences;
}

}  // namespace algemeente::viewer
