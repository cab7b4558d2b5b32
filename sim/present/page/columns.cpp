#include "present/page/columns.h"

#include "parameters/parameters.h"
#include "present/words/names.h"

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
    const ParameterInfo* row = find_parameter(id);
    if (row != nullptr) return name_of(id, language) + " (" + unit_words(row->unit, language) + ")";
    return lever_name(id, language);
}

}  // namespace algemeente::present
