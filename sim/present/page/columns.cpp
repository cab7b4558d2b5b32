#include "present/page/columns.h"

#include "parameters/parameters.h"
#include "present/words/catalogue.h"

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
        if (column.id == id) return std::string(language == Language::nl ? column.nl : column.en);
    const std::string name = name_of(id, language);
    const ParameterInfo* row = find_parameter(id);
    return row == nullptr ? name : name + " (" + std::string(unit_word(row->unit)) + ")";
}

}  // namespace algemeente::present
