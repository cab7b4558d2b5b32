#include "present/words/differences.h"

#include "present/words/catalogue.h"
#include "present/words/conditions.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace algemeente::present {

namespace {

/// More products than so many are counted, not named.
constexpr std::size_t most_products = 2;

std::vector<DatedChange> changes_of(const Scenario& scenario, std::string_view lever) {
    std::vector<DatedChange> found;
    for (const DatedChange& change : scenario.changes)
        if (change.lever == lever) found.push_back(change);
    return found;
}

template <typename Entry>
bool has(const std::vector<Entry>& entries, const Entry& wanted) {
    return std::find(entries.begin(), entries.end(), wanted) != entries.end();
}

std::string value_of(std::string_view lever, double value, Language language) {
    const ParameterInfo* row = find_parameter(lever);
    return row != nullptr ? value_words(*row, value, language) : number_words(value, language, {.digits = 2});
}

/// The changes of a lever without those that decide what holds anyway. Only plain ones are judged: what a share of the
/// municipalities has, or has for a while, is no single value.
std::vector<DatedChange> telling_changes(const Scenario& scenario, const std::string& lever) {
    std::vector<DatedChange> changes = changes_of(scenario, lever);
    const ParameterInfo* row = find_parameter(lever);
    if (row == nullptr || !std::all_of(changes.begin(), changes.end(), is_plain)) return changes;
    double holds = scenario.parameters.*row->value;
    std::stable_sort(changes.begin(), changes.end(),
                     [](const DatedChange& a, const DatedChange& b) { return a.from_month < b.from_month; });
    std::erase_if(changes,
                  [&holds](const DatedChange& change) { return std::exchange(holds, change.value) == change.value; });
    return changes;
}

/// The first change that the base does not have, with its month; without one what the base decides is left out here.
std::string change_words(const Scenario& base, const Scenario& other, const std::string& lever, Language language) {
    const std::vector<DatedChange> before = telling_changes(base, lever);
    for (const DatedChange& change : telling_changes(other, lever))
        if (!has(before, change))
            return filled(text(Word::differs_from, language), lever_name(lever, language),
                          value_of(lever, change.value, language), month_words(change.from_month, language));
    return filled(text(Word::differs_as_usual, language), lever_name(lever, language));
}

/// Levers and cells with another course of dated changes.
std::set<std::string> changed_otherwise(const Scenario& base, const Scenario& other) {
    std::set<std::string> names;
    for (const Scenario* scenario : {&base, &other})
        for (const DatedChange& change : scenario->changes) names.insert(change.lever);
    std::erase_if(names,
                  [&](const std::string& name) { return telling_changes(base, name) == telling_changes(other, name); });
    return names;
}

void add_parameters(std::vector<OneDifference>& found, const Scenario& base, const Scenario& other,
                    const std::set<std::string>& dated, Language language) {
    for (const ParameterInfo& row : parameter_table()) {
        const double value = other.parameters.*row.value;
        const std::string lever(row.name);
        if (value != base.parameters.*row.value) {
            found.push_back({lever, filled(text(Word::differs_now, language), lever_name(lever, language),
                                           value_words(row, value, language))});
        } else if (dated.contains(lever)) {
            found.push_back({lever, change_words(base, other, lever, language)});
        }
    }
}

/// Dated changes of kinds of use, which no row of the table of parameters has.
void add_cells(std::vector<OneDifference>& found, const Scenario& base, const Scenario& other,
               const std::set<std::string>& dated, Language language) {
    for (const std::string& cell : dated)
        if (find_parameter(cell) == nullptr) found.push_back({cell, change_words(base, other, cell, language)});
    if (base.use_cases != other.use_cases) found.push_back({{}, std::string(text(Word::differs_uses, language))});
}

/// Decisions that one of two scenarios takes on a condition.
void add_conditional(std::vector<OneDifference>& found, const Scenario& base, const Scenario& other,
                     Language language) {
    for (const ConditionalChange& change : other.conditional_changes)
        if (!has(base.conditional_changes, change))
            found.push_back({change.lever, conditional_words(change, language)});
    for (const ConditionalChange& change : base.conditional_changes)
        if (!has(other.conditional_changes, change))
            found.push_back(
                {change.lever, filled(text(Word::differs_without, language), conditional_words(change, language))});
}

std::string stories_words(const Shock& shock, Language language) {
    const std::string what = filled(text(Word::s_stories_about, language), frame_words(shock.frame, language));
    return filled(text(Word::differs_stories, language), lower_first(what), month_words(shock.from_month, language));
}

void add_news(std::vector<OneDifference>& found, const Scenario& base, const Scenario& other, Language language) {
    for (const Shock& shock : other.shocks)
        if (!has(base.shocks, shock)) found.push_back({{}, stories_words(shock, language)});
    for (const Shock& shock : base.shocks)
        if (!has(other.shocks, shock))
            found.push_back({{}, filled(text(Word::differs_without, language), stories_words(shock, language))});
}

std::string products_words(const std::vector<ProductChange>& products, Language language) {
    if (products.size() > most_products)
        return filled(text(Word::s_count_products, language), count_words(products.size(), language));
    std::string names;
    for (const ProductChange& product : products) names += (names.empty() ? "" : ", ") + product.name;
    return names;
}

/// First of all: national services and laws change more than any lever, and a long list shows its beginning.
void add_suppliers(std::vector<OneDifference>& found, const Scenario& base, const Scenario& other, Language language) {
    if (base.supply == other.supply) return;
    found.push_back(
        {{}, std::string(text(other.supply ? Word::differs_suppliers : Word::differs_no_suppliers, language))});
}

void add_products(std::vector<OneDifference>& found, const Scenario& base, const Scenario& other, Language language) {
    const auto only_in = [](const Scenario& one, const Scenario& than) {
        std::vector<ProductChange> products;
        for (const ProductChange& product : one.products)
            if (!has(than.products, product)) products.push_back(product);
        return products;
    };
    if (const auto more = only_in(other, base); !more.empty()) found.push_back({{}, products_words(more, language)});
    if (const auto less = only_in(base, other); !less.empty())
        found.push_back({{}, filled(text(Word::differs_without, language), products_words(less, language))});
}

}  // namespace

bool is_plain(const DatedChange& change) {
    return change.until_month < 0 && change.rollout_months == 0 && change.municipality_share >= 1;
}

std::vector<OneDifference> differences_between(const Scenario& base, const Scenario& other, Language language) {
    std::vector<OneDifference> found;
    const std::set<std::string> dated = changed_otherwise(base, other);
    add_suppliers(found, base, other, language);
    add_parameters(found, base, other, dated, language);
    add_cells(found, base, other, dated, language);
    add_conditional(found, base, other, language);
    add_news(found, base, other, language);
    add_products(found, base, other, language);
    return found;
}

}  // namespace algemeente::present
