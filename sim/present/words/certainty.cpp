#include "present/words/certainty.h"

#include "present/words/catalogue.h"
#include "present/words/numbers.h"

#include <algorithm>
#include <utility>

namespace algemeente::present {

namespace {

bool mostly_same(const Direction& direction) {
    return direction.same() > std::max(direction.higher, direction.lower);
}

bool points_up(const Direction& direction) {
    return direction.higher >= direction.lower;
}

std::string_view standing_still(Between between, Language language) {
    return text(between == Between::scenarios ? Word::no_change : Word::same, language);
}

/// "lower", "higher" or "no change".
std::string_view way_of(const Direction& direction, Language language, Between between) {
    if (mostly_same(direction)) return standing_still(between, language);
    return text(points_up(direction) ? Word::higher : Word::lower, language);
}

int with_the_way(const Direction& direction) {
    return mostly_same(direction) ? direction.same() : std::max(direction.higher, direction.lower);
}

std::string counted(int some, int all, Over over, Language language) {
    const auto number = [&](int count) { return count_words(static_cast<std::size_t>(count), language); };
    if (some == all && all > 1)
        return filled(text(over == Over::assumptions ? Word::in_all_draws : Word::in_all_runs, language), number(all));
    if (over == Over::assumptions) return filled(text(Word::in_draws, language), number(some), number(all));
    if (all == 1) return std::string(text(some == 1 ? Word::in_this_run : Word::not_in_this_run, language));
    return filled(text(Word::in_runs, language), number(some), number(all));
}

/// No way is that of more than half of the runs: naming the largest group would sound like a direction.
bool is_divided(const Direction& direction) {
    return direction.count > 1 && 2 * with_the_way(direction) <= direction.count;
}

/// More than half of the runs stand still: a direction of the others is none of the whole.
bool stands_still(const Direction& direction) {
    return 2 * direction.same() > direction.count;
}

std::string all_counts(const Direction& direction, Over over, Language language, Between between) {
    const auto number = [&](int count) { return count_words(static_cast<std::size_t>(count), language); };
    const std::pair<std::string_view, int> ways[] = {{text(Word::higher, language), direction.higher},
                                                     {text(Word::lower, language), direction.lower},
                                                     {standing_still(between, language), direction.same()}};
    std::string parts;
    for (const auto& [way, runs] : ways) {
        if (runs == 0) continue;
        if (!parts.empty()) parts += ", ";
        parts += filled(text(Word::divided_part, language), way, number(runs));
    }
    return filled(text(over == Over::assumptions ? Word::divided_draws : Word::divided_runs, language), parts,
                  number(direction.count));
}

}  // namespace

Certainty certainty_of(const Direction& direction) {
    if (direction.count < least_for_certainty) return Certainty::few;
    const auto share = [&](int runs) { return static_cast<double>(runs) / direction.count; };
    if (share(direction.same()) >= nearly_all_share) return Certainty::same;
    const double larger = share(std::max(direction.higher, direction.lower));
    if (larger >= nearly_all_share) return Certainty::nearly_all;
    return larger >= most_share ? Certainty::most : Certainty::split;
}

std::string certainty_words(const Direction& direction, Over over, Language language, Between between) {
    const bool draws = over == Over::random_draws;
    switch (certainty_of(direction)) {
        case Certainty::few: return {};
        case Certainty::same: return std::string(standing_still(between, language));
        case Certainty::split:
            if (stands_still(direction)) return {};
            return std::string(text(draws ? Word::not_consistent : Word::undecided, language));
        case Certainty::most:
            return filled(text(draws ? Word::mostly : Word::likely, language), way_of(direction, language, between));
        case Certainty::nearly_all:
            return filled(text(draws ? Word::consistently : Word::robustly, language),
                          way_of(direction, language, between));
    }
    return {};
}

std::string count_words(const Direction& direction, Over over, Language language, Between between) {
    if (direction.count == 0) return std::string(text(Word::nothing_to_compare, language));
    if (is_divided(direction)) return all_counts(direction, over, language, between);
    return std::string(way_of(direction, language, between)) + " " +
           counted(with_the_way(direction), direction.count, over, language);
}

std::string direction_words(const Direction& direction, Over over, Language language, Between between) {
    const std::string count = count_words(direction, over, language, between);
    switch (certainty_of(direction)) {
        case Certainty::few:
        case Certainty::same: return count;
        case Certainty::split:
            if (stands_still(direction)) return count;
            return certainty_words(direction, over, language, between) + ": " + count;
        case Certainty::most:
        case Certainty::nearly_all:
            return certainty_words(direction, over, language, between) + ", " +
                   counted(with_the_way(direction), direction.count, over, language);
    }
    return count;
}

std::string agreeing_words(int runs, int of, Language language, Over over) {
    return counted(runs, of, over, language);
}

std::string counted_runs_words(std::size_t counted, std::size_t of, Language language) {
    if (counted >= of) return filled(text(Word::all_of_runs, language), count_words(counted, language));
    return filled(text(Word::first_of_runs, language), count_words(counted, language), count_words(of, language));
}

std::string certainty_legend(int replicates, Language language, Over over) {
    const auto number = [&](int count) { return count_words(static_cast<std::size_t>(count), language); };
    if (replicates == 1) return std::string(text(Word::certainty_one_run, language));
    if (replicates < least_for_certainty)
        return filled(text(Word::certainty_few, language), number(replicates), number(least_for_certainty));
    return std::string(text(over == Over::assumptions ? Word::cal_certainty : Word::certainty_meaning, language));
}

std::string band_legend(int replicates, Language language) {
    const std::string runs = count_words(static_cast<std::size_t>(std::max(0, replicates)), language);
    if (replicates == 1) return std::string(text(Word::band_one_run, language));
    switch (spread_of(replicates)) {
        case Spread::none:
            return filled(text(Word::band_none, language), runs,
                          count_words(static_cast<std::size_t>(replicates_for_half_band), language));
        case Spread::half:
            return filled(text(Word::band_half, language), runs,
                          count_words(static_cast<std::size_t>(replicates_for_wide_band), language));
        case Spread::wide: break;
    }
    const std::string words = filled(text(Word::band_wide, language), runs);
    if (replicates >= replicates_for_firm_ends) return words;
    const auto outermost = static_cast<std::size_t>(std::max(1, replicates / 20));
    return words + " " + filled(text(Word::band_rough, language), count_words(outermost, language));
}

std::string range_words(const Band& band, Language language, NumberForm form) {
    const std::optional<Ends> ends = shown_ends(band);
    if (!ends) return {};
    return filled(text(Word::from_to, language), number_words(ends->low, language, form),
                  number_words(ends->high, language, form));
}

std::string range_name(int replicates, Language language) {
    switch (spread_of(replicates)) {
        case Spread::none: return {};
        case Spread::half: return std::string(text(Word::range_half, language));
        case Spread::wide: return std::string(text(Word::range_wide, language));
    }
    return {};
}

}  // namespace algemeente::present
