#include "present/page/columns.h"

#include "observe/history.h"
#include "parameters/parameters.h"
#include "present/words/catalogue.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "text/calendar.h"

#include <utility>

namespace algemeente::present {

namespace {

struct Column {
    std::string_view id;
    std::string_view nl;
    std::string_view en;
};

constexpr Column columns[] = {
#define COLUMN(id, nl, en) {#id, nl, en},
#include "present/page/columns.def"
};

}  // namespace

std::string column_words(std::string_view id, Language language) {
    for (const Column& column : columns)
        if (column.id == id) return std::string(in_language(language, column.nl, column.en));
    if (const ParameterInfo* row = find_parameter(id))
        return name_of(id, language) + " (" + unit_words(row->unit, language) + ")";
    return has_name(id) || id.starts_with("use_cases.") ? lever_name(id, language) : std::string(id);
}

std::string input_words(std::string_view id, Language language) {
    const bool is_input = find_parameter(id) != nullptr || id.starts_with("use_cases.");
    return is_input ? lever_name(id, language) : std::string(id);
}

std::string outcome_unit_words(std::string_view unit, Language language) {
    constexpr std::pair<std::string_view, Word> words[] = {{"projects", Word::unit_projects},
                                                           {"share", Word::unit_of_share},
                                                           {"value", Word::unit_value},
                                                           {"level", Word::unit_of_level},
                                                           {"harm", Word::unit_harm},
                                                           {"incidents", Word::unit_incidents},
                                                           {"months", Word::unit_months},
                                                           {"person-months", Word::unit_person_months},
                                                           {"stories", Word::unit_stories},
                                                           {"weight", Word::unit_weight},
                                                           {"eur", Word::unit_eur}};
    for (const auto& [name, word] : words)
        if (name == unit) return std::string(text(word, language));
    return "[" + std::string(unit) + "]";
}

std::string kept_unit(std::string_view id, Language language) {
    const std::string_view outcome = id.substr(0, id.find('.'));
    for (const auto& outcomes : {domain_outcomes(), national_outcomes()})
        for (const OutcomeInfo& row : outcomes)
            if (row.name == outcome) return outcome_unit_words(row.unit, language);
    return {};
}

std::string kept_words(std::string_view id, Language language) {
    const std::size_t last = id.rfind('.');
    const std::size_t first = last == std::string_view::npos || last == 0 ? last : id.rfind('.', last - 1);
    if (first == std::string_view::npos) return std::string(id);
    const std::string_view domain = id.substr(first + 1, last - first - 1);
    const std::string_view at = id.substr(last + 1);
    std::string words = name_of(id.substr(0, first), language);
    for (const Domain one : {Domain::social, Domain::physical})
        if (domain == domain_word(one)) words += ", " + std::string(domain_words(one, language));
    if (const std::optional<int> month = parse_month(at)) return words + ", " + month_words(*month, language);
    if (at == "min") return words + ", " + std::string(text(Word::at_lowest, language));
    if (at == "max") return words + ", " + std::string(text(Word::at_highest, language));
    return std::string(id);
}

}  // namespace algemeente::present
