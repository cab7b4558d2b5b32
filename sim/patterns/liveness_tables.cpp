#include "patterns/liveness_tables.h"

#include "output/result_file.h"
#include "present/words/catalogue.h"
#include "present/words/liveness_reasons.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

using present::Language;
using present::Word;

/// A row that moves may do so by chance when that is at least so probable.
constexpr double likely_chance = .05;

std::string reason_of(const LivenessRow& row, Language language) {
    return std::string(present::reason_of_inert(row.thing.name, language));
}

std::vector<Cell> place_cells(const std::optional<LivenessPlace>& place) {
    if (!place) return {"", std::nan(""), "", "", std::nan(""), std::nan(""), ""};
    return {place->change->setting,
            place->change->value,
            std::string(place->reading->outcome),
            std::string(word_of(place->reading->domain)),
            place->effect.change,
            place->effect.standard_error,
            std::string(change_unit_word(place->reading->unit))};
}

/// Names of rows with a reason that do move.
std::vector<std::string> stale_reasons(const Liveness& liveness) {
    std::vector<std::string> names;
    for (const LivenessRow& row : liveness.rows)
        if (row.moves() && !reason_of(row, Language::en).empty()) names.push_back(row.thing.name);
    return names;
}

std::vector<std::string> perhaps_by_chance(const Liveness& liveness) {
    std::vector<std::string> names;
    for (const LivenessRow& row : liveness.rows)
        if (row.moves() && row.chance() > likely_chance) names.push_back(row.thing.name);
    return names;
}

}  // namespace

std::string_view liveness_verdict(const LivenessRow& row) {
    return row.moves() ? "moves" : "inert";
}

std::vector<std::string> unexplained(const Liveness& liveness) {
    std::vector<std::string> names;
    for (const LivenessRow& row : liveness.rows)
        if (!row.moves() && reason_of(row, Language::en).empty()) names.push_back(row.thing.name);
    return names;
}

Table liveness_table(const Liveness& liveness) {
    const std::span<const LivenessReading> readings = liveness_readings();
    Table table{
        {"kind", "name", "setting", "value", "outcome", "domain", "change", "standard_error", "unit"}, {}, "liveness"};
    for (const LivenessRow& row : liveness.rows)
        for (const LivenessChange& change : row.changes)
            for (std::size_t i = 0; i < readings.size(); ++i)
                table.rows.push_back({std::string(kind_word(row.thing.kind)), row.thing.name, change.setting,
                                      change.value, std::string(readings[i].outcome),
                                      std::string(word_of(readings[i].domain)), change.effects[i].change,
                                      change.effects[i].standard_error,
                                      std::string(change_unit_word(readings[i].unit))});
    return table;
}

Table liveness_summary_table(const Liveness& liveness) {
    Table table{{"kind", "name", "verdict", "setting", "value", "outcome", "domain", "change", "standard_error", "unit",
                 "chance", "needs", "reason"},
                {},
                "liveness_summary"};
    for (const std::size_t i : in_order_of_liveness(liveness.rows)) {
        const LivenessRow& row = liveness.rows[i];
        std::vector<Cell> cells = {std::string(kind_word(row.thing.kind)), row.thing.name,
                                   std::string(liveness_verdict(row))};
        for (Cell& cell : place_cells(row.largest())) cells.push_back(std::move(cell));
        cells.insert(cells.end(),
                     {row.chance(), fmt::format("{}", fmt::join(row.thing.needs, " ")), reason_of(row, Language::en)});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

void write_liveness_tables(const Liveness& liveness, const std::filesystem::path& folder) {
    write_file(folder / "liveness.csv", table_as_csv(liveness_table(liveness), CsvDigits::seven));
    write_file(folder / "liveness_summary.csv", table_as_csv(liveness_summary_table(liveness), CsvDigits::seven));
}

std::string thing_words(const LivenessThing& thing, Language language) {
    if (thing.kind == LivenessKind::agents) return present::name_of("agents." + thing.name, language);
    if (thing.kind == LivenessKind::factor) return present::name_of(thing.name, language);
    return present::lever_name(thing.name, language);
}

std::string setting_words(const LivenessThing& thing, const LivenessChange& change, Language language) {
    if (thing.kind == LivenessKind::parameter)
        return present::filled(present::text(Word::l_at_value, language),
                               present::value_words(*find_parameter(thing.name), change.value, language));
    if (thing.kind == LivenessKind::agents) return present::name_of(change.setting + "." + thing.name, language);
    const std::string words = present::name_of("setting." + change.setting, language);
    if (!change.setting.starts_with("one_sd")) return words;
    return fmt::format("{} ({})", words, present::number_words(change.value, language, {.sign = true, .decimals = 2}));
}

std::string reading_words(const LivenessReading& reading, Language language) {
    const std::string name = present::name_of(reading.outcome, language);
    return reading.domain ? fmt::format("{}, {}", name, present::domain_short(*reading.domain, language)) : name;
}

std::string effect_words(const LivenessEffect& effect, ChangeUnit unit, Language language) {
    const bool percent = unit == ChangeUnit::relative;
    const int decimals = percent ? 1 : 3;
    return fmt::format(
        "{} \u00b1 {}",
        present::number_words(effect.change, language, {.percent = percent, .sign = true, .decimals = decimals}),
        present::number_words(percent ? 100 * effect.standard_error : effect.standard_error, language,
                              {.decimals = decimals}));
}

std::string verdict_words(const LivenessRow& row, Language language) {
    const std::string verdict = present::name_of("verdict." + std::string(liveness_verdict(row)), language);
    if (!row.moves() || row.chance() <= likely_chance) return verdict;
    return present::filled(present::text(Word::l_perhaps_chance, language), verdict);
}

Table liveness_table_for_people(const Liveness& liveness, Language language) {
    const auto say = [language](Word word) { return std::string(present::text(word, language)); };
    Table table{{say(Word::l_head_kind), say(Word::l_head_what), "id", say(Word::l_head_verdict),
                 say(Word::l_head_effect), say(Word::l_head_on), say(Word::l_head_setting), say(Word::l_head_reason)},
                {}};
    for (const std::size_t i : in_order_of_liveness(liveness.rows)) {
        const LivenessRow& row = liveness.rows[i];
        const std::optional<LivenessPlace> place = row.largest();
        std::string reason = row.moves() ? std::string() : reason_of(row, language);
        if (!row.moves() && reason.empty()) reason = say(Word::l_no_reason);
        table.rows.push_back({present::name_of("kind." + std::string(kind_word(row.thing.kind)), language),
                              thing_words(row.thing, language), row.thing.name, verdict_words(row, language),
                              place ? effect_words(place->effect, place->reading->unit, language) : std::string(),
                              place ? reading_words(*place->reading, language) : std::string(),
                              place ? setting_words(row.thing, *place->change, language) : std::string(), reason});
    }
    return table;
}

std::vector<std::string> liveness_sentences(const Liveness& liveness, Language language) {
    const auto say = [language]<typename... Parts>(Word word, const Parts&... parts) {
        return present::filled(present::text(word, language), parts...);
    };
    const auto count = [language](std::size_t number) { return present::count_words(number, language); };
    const auto listed = [](const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); };
    const std::vector<std::string> without = unexplained(liveness);
    std::vector<std::string> sentences = {say(Word::l_count, count(liveness.rows.size() - liveness.inert()),
                                              count(liveness.rows.size()), count(liveness.inert()),
                                              count(without.size()))};
    if (!without.empty()) sentences.push_back(say(Word::l_unexplained, listed(without)));
    if (const auto names = stale_reasons(liveness); !names.empty())
        sentences.push_back(say(Word::l_stale, listed(names)));
    if (const auto names = perhaps_by_chance(liveness); !names.empty())
        sentences.push_back(say(Word::l_by_chance, count(names.size()), listed(names)));
    return sentences;
}

}  // namespace algemeente
