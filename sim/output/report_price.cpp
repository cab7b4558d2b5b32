// The price of a scenario: what it gives, what it takes, and whom it touches, beside what it differs from.
#include "output/report_parts.h"
#include "present/page/columns.h"

#include <fmt/format.h>

namespace algemeente {

namespace {

struct PriceRow {
    Word group;
    std::string_view outcome;
};
constexpr PriceRow rows[] = {
    {Word::pr_gives, "value"},
    {Word::pr_gives, "in_use"},
    {Word::pr_takes, "policy_cost_eur"},
    {Word::pr_takes, "policy_eur_per_inhabitant"},
    {Word::pr_takes, "policy_person_months"},
    {Word::pr_takes, "policy_staff_months"},
    {Word::pr_takes, "policy_department_months"},
    {Word::pr_takes, "policy_officer_months"},
    {Word::pr_takes, "lead_time_months"},
    {Word::pr_whom, "harm_so_far"},
    {Word::pr_whom, "incidents_so_far"},
    {Word::pr_whom, "harm_per_use"},
    {Word::pr_whom, "harm_income_support_share"},
    {Word::pr_whom, "trust_lost"},
};

present::Difference national_difference(const ReportInput& input, std::size_t position, std::size_t outcome) {
    const auto& other = input.scenarios()[position].replicates;
    const auto& baseline = input.scenarios()[0].replicates;
    std::vector<double> values;
    for (std::size_t i = 0; i < std::min(other.size(), baseline.size()); ++i)
        values.push_back(other[i].national_value(input.last_month(), outcome) -
                         baseline[i].national_value(input.last_month(), outcome));
    return present::difference_over(values);
}

/// Few runs have no range that could be shown.
bool shows_range(const ReportInput& input) {
    return !present::range_name(input.replicates(), input.language()).empty();
}

std::vector<std::string> cells(const ReportInput& input, const std::string& what, std::string_view whose,
                               const present::Difference& difference, const OutcomeInfo& outcome) {
    const auto number = [&](double value) { return present::difference_number(value, outcome, input.language()); };
    std::vector<std::string> row{prose(what), std::string(whose),
                                 prose(present::difference_words(difference.band.mean, outcome, input.language()))};
    if (const std::optional<present::Ends> ends = present::shown_ends(difference.band))
        row.push_back(prose(input.fill(Word::from_to, number(ends->low), number(ends->high))));
    else if (shows_range(input))
        row.emplace_back();
    return row;
}

/// With its unit, since differences are written without.
std::string row_words(const ReportInput& input, const OutcomeInfo& outcome) {
    return fmt::format("{} ({})", input.name(outcome.name),
                       present::outcome_unit_words(outcome.unit, input.language()));
}

/// Both domains of an outcome, or the nation.
void add_rows(const ReportInput& input, std::size_t position, std::string_view name, present::HtmlTable& table) {
    if (const auto national = national_outcome(name)) {
        table.rows.push_back(cells(input, row_words(input, national_outcomes()[*national]), "",
                                   national_difference(input, position, *national), national_outcomes()[*national]));
        return;
    }
    const auto outcome = domain_outcome(name);
    if (!outcome) return;
    for (const Domain domain : {Domain::social, Domain::physical})
        table.rows.push_back(
            cells(input, row_words(input, domain_outcomes()[*outcome]), present::domain_short(domain, input.language()),
                  present::difference_of(input.runs(position), input.runs(0), input.last_month(), domain, *outcome),
                  domain_outcomes()[*outcome]));
}

std::string group_table(const ReportInput& input, std::size_t position, Word group) {
    present::HtmlTable table;
    table.columns = {{std::string(input.say(Word::pr_what)), false},
                     {std::string(input.say(Word::r_domain)), false},
                     {std::string(input.say(Word::pr_mean)), true}};
    if (shows_range(input))
        table.columns.push_back(
            {present::upper_first(present::range_name(input.replicates(), input.language())), true});
    for (const PriceRow& row : rows)
        if (row.group == group) add_rows(input, position, row.outcome, table);
    return present::heading(4, input.say(group)) + present::table_html(table);
}

}  // namespace

std::string price_part(const ReportInput& input, std::size_t position) {
    return present::heading(3, input.say(Word::pr_head)) + group_table(input, position, Word::pr_gives) +
           group_table(input, position, Word::pr_takes) + group_table(input, position, Word::pr_whom) +
           present::paragraph(
               input.fill(Word::pr_note, letter_of(0), present::when_words(input.last_month(), input.language())),
               "note");
}

}  // namespace algemeente
