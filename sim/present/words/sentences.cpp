#include "present/words/sentences.h"

#include "present/words/catalogue.h"
#include "present/words/certainty.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace algemeente::present {

namespace {

constexpr int year = 12;  ///< factors are averaged over the months up to the one spoken of

std::size_t outcome_called(std::string_view name) {
    return find_domain_outcome(name);
}

/// Mean of one run over the year up to `month`; NaN if the outcome does not exist.
double mean_of_year(const Runs& runs, std::size_t replicate, Domain domain, std::size_t outcome, int month) {
    double sum = 0;
    int count = 0;
    for (int m = std::max(0, month - year + 1); m <= month; ++m) {
        const double value = runs.value(replicate, m, domain, outcome);
        if (std::isnan(value)) continue;
        sum += value;
        ++count;
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

/// Of each factor, per run, the share of projects on the way for which it was the lowest, over the year up to `month`.
using BindingShares = std::array<std::vector<double>, factor_count>;

BindingShares binding_shares(const Runs& runs, Domain domain, int month) {
    BindingShares shares;
    for (int k = 0; k < factor_count; ++k) {
        const std::size_t outcome = outcome_called("binds_" + std::string(factor_word(static_cast<Factor>(k))));
        for (std::size_t i = 0; i < runs.size(); ++i)
            shares[static_cast<std::size_t>(k)].push_back(mean_of_year(runs, i, domain, outcome, month));
    }
    return shares;
}

/// The factor that holds back most projects by the median over runs, that median, and in how many runs it is the one,
/// of those that have a project on the way: the others have nothing to say.
struct Bottleneck {
    Factor factor = Factor::none;  ///< none: no run has a project
    double share = 0;
    int runs = 0;
    int runs_with_projects = 0;
};

Bottleneck usual_bottleneck(const Runs& runs, Domain domain, int month) {
    const BindingShares shares = binding_shares(runs, domain, month);
    Bottleneck usual;
    std::size_t position = 0;
    for (std::size_t k = 0; k < shares.size(); ++k) {
        const double median = band_over(shares[k]).p50;
        if (!(median > usual.share)) continue;
        usual = {static_cast<Factor>(k), median, 0, 0};
        position = k;
    }
    if (usual.factor == Factor::none) return usual;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const double own = shares[position][i];
        if (std::isnan(own)) continue;
        ++usual.runs_with_projects;
        usual.runs += static_cast<int>(std::all_of(
            shares.begin(), shares.end(), [&](const std::vector<double>& other) { return !(other[i] > own); }));
    }
    return usual;
}

/// "sociale domein", behind an article; "social domain".
std::string_view inflected(Domain domain, Language language) {
    return text(domain == Domain::social ? Word::s_social_domain : Word::s_physical_domain, language);
}

std::string factor_words(Factor factor, Language language) {
    return lower_first(factor_name(factor, language));
}

std::string median_words(const Runs& runs, Domain domain, std::string_view name, int month, Language language) {
    const std::size_t outcome = outcome_called(name);
    return number_words(band_of(runs, month, domain, outcome).p50, language, form_of(domain_outcomes()[outcome]));
}

/// The same of any other outcome.
Sentence gap_sentence_of(const Told& told, int month, std::size_t outcome, Language language) {
    const Runs& runs = told.runs;
    const std::string_view name = domain_outcomes()[outcome].name;
    return {filled(text(Word::s_gap_of, language), when_words_first(month, language),
                   lower_first(name_of(name, language)), median_words(runs, Domain::physical, name, month, language),
                   median_words(runs, Domain::social, name, month, language),
                   count_words(gap_of(runs, month, outcome).direction, told.over, language, Between::things)),
            "E79"};
}

Sentence gap_sentence(const Told& told, int month, std::size_t outcome, Language language) {
    if (outcome != outcome_called("in_use")) return gap_sentence_of(told, month, outcome, language);
    const Runs& runs = told.runs;
    const Direction direction = gap_of(runs, month, outcome).direction;
    const bool more = direction.higher * 2 > direction.count;
    const int agree = more ? direction.higher : direction.count - direction.higher;
    return {filled(text(more ? Word::s_gap : Word::s_gap_less, language), when_words_first(month, language),
                   median_words(runs, Domain::physical, "in_use", month, language),
                   median_words(runs, Domain::social, "in_use", month, language),
                   agreeing_words(agree, direction.count, language, told.over)),
            "E01, E09, E79"};
}

std::string binding_words(const Told& told, Domain domain, int month, Language language) {
    const Bottleneck bottleneck = usual_bottleneck(told.runs, domain, month);
    if (bottleneck.factor == Factor::none)
        return filled(text(Word::s_bind_nothing, language), inflected(domain, language));
    return filled(text(Word::s_bind_domain, language), inflected(domain, language),
                  factor_words(bottleneck.factor, language),
                  number_words(bottleneck.share, language, {.percent = true}),
                  agreeing_words(bottleneck.runs, bottleneck.runs_with_projects, language, told.over),
                  bottleneck.runs_with_projects == static_cast<int>(told.runs.size())
                      ? std::string()
                      : std::string(text(Word::s_runs_with_projects, language)));
}

Sentence binding_sentence(const Told& told, int month, Language language) {
    return {filled(text(Word::s_bind, language), upper_first(binding_words(told, Domain::social, month, language)),
                   binding_words(told, Domain::physical, month, language)),
            "E20, E29, E41, E59, E68, E79"};
}

/// "In B: ...": in a comparison a sentence about one scenario names it by its letter.
Sentence in_scenario(std::size_t position, Sentence sentence, Language language) {
    const std::string letter(1, static_cast<char>('A' + position));
    sentence.words = filled(text(Word::s_in_scenario, language), letter, lower_first(sentence.words));
    return sentence;
}

Sentence reach_sentence(const Runs& runs, int month, Language language) {
    for (const Domain domain : {Domain::social, Domain::physical})
        if (band_of(runs, month, domain, outcome_called("reach_share")).count == 0)
            return {std::string(text(Word::s_reach_none, language)), "E79"};
    return {filled(text(Word::s_reach, language), median_words(runs, Domain::social, "reach_share", month, language),
                   median_words(runs, Domain::physical, "reach_share", month, language)),
            "E79"};
}

Sentence adopters_sentence(const Runs& runs, int month, Language language) {
    return {filled(text(Word::s_adopters, language), when_words_first(month, language),
                   median_words(runs, Domain::social, "adopters_share", month, language),
                   median_words(runs, Domain::physical, "adopters_share", month, language)),
            "E79"};
}

/// The claims of a scenario; what its file notes behind them is in English.
std::string claims_of(const Told& told) {
    return told.evidence.substr(0, told.evidence.find(';'));
}

/// "12 fewer algorithms", "1 more algorithm", "as many algorithms".
std::string many_words(double difference, Language language) {
    const std::string number = number_words(std::abs(difference), language);
    if (is_too_small_to_tell(difference)) return std::string(text(Word::almost_as_many, language));
    if (number == "0") return std::string(text(Word::as_many, language));
    return filled(text(difference > 0 ? Word::many_more : Word::many_fewer, language), number);
}

/// Over how many municipalities a total is: a sample is called one.
std::string over_words(const Told& told, Language language) {
    if (told.some == 0) return std::string(text(Word::s_over_all, language));
    return filled(text(told.listed ? Word::s_over_listed : Word::s_over_sample, language),
                  count_words(static_cast<std::size_t>(told.some), language));
}

Sentence effect_sentence(const Told& base, const Told& other, int month, std::size_t outcome, Language language) {
    const Difference social = difference_of(other.runs, base.runs, month, Domain::social, outcome);
    const Difference physical = difference_of(other.runs, base.runs, month, Domain::physical, outcome);
    const OutcomeInfo& info = domain_outcomes()[outcome];
    if (outcome != outcome_called("in_use"))
        return {filled(text(Word::s_effect_of, language), when_words_first(month, language),
                       lower_first(name_of(info.name, language)), difference_words(social.band.p50, info, language),
                       direction_words(social.direction, other.over, language),
                       difference_words(physical.band.p50, info, language),
                       direction_words(physical.direction, other.over, language)),
                claims_of(other)};
    return {filled(text(Word::s_effect, language), when_words_first(month, language), over_words(other, language),
                   many_words(social.band.p50, language), direction_words(social.direction, other.over, language),
                   many_words(physical.band.p50, language), direction_words(physical.direction, other.over, language)),
            claims_of(other)};
}

/// Through which factor the other scenario differs most from A, and in which domain.
Sentence through_sentence(const Told& base, const Told& other, int month, Language language) {
    const std::size_t replicates = std::min(base.runs.size(), other.runs.size());
    Factor most = Factor::none;
    Domain where = Domain::social;
    Difference shift;
    for (const Domain domain : {Domain::social, Domain::physical})
        for (int k = 0; k < factor_count; ++k) {
            const auto factor = static_cast<Factor>(k);
            const std::size_t outcome = outcome_called(factor_word(factor));
            std::vector<double> values(replicates);
            for (std::size_t i = 0; i < replicates; ++i)
                values[i] = mean_of_year(other.runs, i, domain, outcome, month) -
                            mean_of_year(base.runs, i, domain, outcome, month);
            const Difference one = difference_over(values);
            if (!(std::abs(one.band.p50) > (most == Factor::none ? 0 : std::abs(shift.band.p50)))) continue;
            shift = one;
            most = factor;
            where = domain;
        }
    if (most == Factor::none) return {std::string(text(Word::s_no_shift, language)), ""};
    return {filled(text(Word::s_through, language), factor_words(most, language), inflected(where, language),
                   number_words(shift.band.p50, language, {.sign = true}),
                   direction_words(shift.direction, other.over, language)),
            claims_of(other)};
}

/// "-19 (-7%)"; a share has no percentage of its own.
std::string size_words(const Difference& difference, const Band& baseline, const OutcomeInfo& outcome,
                       Language language) {
    const std::string words = difference_words(difference.band.p50, outcome, language);
    if (form_of(outcome).percent || !(baseline.p50 > 0)) return words;
    const double share = difference.band.p50 / baseline.p50;
    return words + " (" + number_words(share, language, {.percent = true, .sign = true}) + ")";
}

std::string headline_part(Domain domain, const Runs& other, const Runs& baseline, int month, std::size_t outcome,
                          Language language, Over over) {
    const Difference difference = difference_of(other, baseline, month, domain, outcome);
    return filled(
        text(Word::headline_part, language), text(domain == Domain::social ? Word::social : Word::physical, language),
        size_words(difference, band_of(baseline, month, domain, outcome), domain_outcomes()[outcome], language),
        direction_words(difference.direction, over, language));
}

std::string brake_words(Domain domain, const BrakeHere& brake, std::size_t runs, Language language, Over over) {
    if (brake.factor == Factor::none) return filled(text(Word::s_brake_nothing, language), inflected(domain, language));
    const bool all_have_projects = brake.runs_with_projects == static_cast<int>(runs);
    return filled(text(Word::s_brake_domain, language), inflected(domain, language),
                  factor_words(brake.factor, language),
                  agreeing_words(brake.runs, brake.runs_with_projects, language, over),
                  all_have_projects ? std::string() : std::string(text(Word::s_runs_with_projects, language)));
}

/// "law (2.1), stuck (0.8); 3.4 in A": the two most frequent reasons.
std::string reasons_words(const EndsHere& ends, Language language) {
    constexpr std::size_t most = 2;
    std::string words;
    for (std::size_t i = 0; i < std::min(most, ends.by_reason.size()); ++i)
        words += (words.empty() ? "" : ", ") + filled(text(Word::s_ends_reason, language),
                                                      reason_name(ends.by_reason[i].first, language),
                                                      number_words(ends.by_reason[i].second, language));
    if (!ends.in_a) return words;
    return words + "; " + filled(text(Word::s_ends_in_a, language), number_words(*ends.in_a, language));
}

/// Brakes are known of all runs, ends of the first ones: both numbers are said.
std::string ends_words(const EndsHere& ends, int in_year, std::size_t all_runs, Language language) {
    const std::string runs = counted_runs_words(static_cast<std::size_t>(ends.runs), all_runs, language);
    if (ends.all == 0) return filled(text(Word::s_ends_none, language), std::to_string(in_year), runs);
    return filled(text(Word::s_ends_here, language), std::to_string(in_year), number_words(ends.all, language),
                  reasons_words(ends, language), runs);
}

}  // namespace

Told told_of(Runs runs, const Scenario& scenario, std::size_t municipalities, Over over) {
    Told told{.runs = std::move(runs), .evidence = scenario.evidence, .over = over};
    const MunicipalityChoice::Kind kind = scenario.municipalities.kind;
    if (scenario.population == Population::real && kind != MunicipalityChoice::Kind::all)
        told.some = static_cast<int>(municipalities);
    told.listed = kind == MunicipalityChoice::Kind::listed;
    return told;
}

Headline headline_of(const Runs& other, std::string_view letter, const Runs& baseline, int month, std::size_t outcome,
                     Language language, Over over) {
    const std::string what = name_of(domain_outcomes()[outcome].name, language);
    return {filled(text(Word::headline_about, language), letter, lower_first(what), when_words(month, language)),
            headline_part(Domain::social, other, baseline, month, outcome, language, over),
            headline_part(Domain::physical, other, baseline, month, outcome, language, over)};
}

std::vector<Sentence> sentences_of(std::span<const Told> scenarios, std::size_t position, int month, Language language,
                                   std::optional<std::size_t> outcome) {
    if (position >= scenarios.size() || scenarios[position].runs.size() == 0) return {};
    const Told& one = scenarios[position];
    const std::size_t about = outcome.value_or(outcome_called("in_use"));
    if (position > 0)
        return {effect_sentence(scenarios.front(), one, month, about, language),
                through_sentence(scenarios.front(), one, month, language),
                in_scenario(position, gap_sentence(one, month, about, language), language),
                in_scenario(position, binding_sentence(one, month, language), language)};
    std::vector<Sentence> sentences = {
        gap_sentence(one, month, about, language), binding_sentence(one, month, language),
        reach_sentence(one.runs, month, language), adopters_sentence(one.runs, month, language)};
    if (scenarios.size() > 1)
        for (Sentence& sentence : sentences) sentence = in_scenario(position, std::move(sentence), language);
    return sentences;
}

std::string effect_here(std::string_view municipality, std::string_view letter, const Difference& social,
                        const Difference& physical, int month, Language language, Over over, Word pattern) {
    std::string words =
        filled(text(pattern, language), municipality, when_words(month, language), letter,
               many_words(social.band.mean, language), direction_words(social.direction, over, language),
               many_words(physical.band.mean, language), direction_words(physical.direction, over, language));
    if (leaves_as_it_is(social, physical)) words += " " + std::string(text(Word::s_same_here, language));
    return words;
}

bool leaves_as_it_is(const Difference& social, const Difference& physical) {
    const auto is_mostly_same = [](const Direction& direction) { return 2 * direction.same() > direction.count; };
    return is_mostly_same(social.direction) && is_mostly_same(physical.direction);
}

std::string why_here(std::string_view municipality, const ShiftHere& most, int in_year, Language language, bool changes,
                     Over over) {
    const std::string when = std::to_string(in_year);
    if (!most.any_projects) return filled(text(Word::s_no_projects_here, language), when, municipality);
    const std::string shift = number_words(most.shift.band.mean, language, {.sign = true});
    if (most.factor == Factor::none) return filled(text(Word::s_why_not_here, language), when, municipality);
    const bool is_clear = certainty_of(most.shift.direction) != Certainty::split;
    const Word words = !is_clear ? Word::s_why_unclear_here : changes ? Word::s_why_here : Word::s_shift_here;
    return filled(text(words, language), when, municipality, factor_words(most.factor, language),
                  inflected(most.domain, language), shift, direction_words(most.shift.direction, over, language));
}

std::string stops_here(const std::array<BrakeHere, domain_count>& brakes, const EndsHere& ends, int in_year,
                       std::size_t runs, Language language, Over over) {
    const std::string both = brake_words(Domain::social, brakes[0], runs, language, over) + ", " +
                             brake_words(Domain::physical, brakes[1], runs, language, over);
    std::string words = filled(text(Word::s_brake_here, language), std::to_string(in_year), both);
    if (ends.runs > 0) words += " " + ends_words(ends, in_year, runs, language);
    return words;
}

}  // namespace algemeente::present
