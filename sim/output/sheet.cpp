#include "output/sheet.h"

#include "output/results.h"
#include "output/sheet_numbers.h"
#include "present/page/html.h"
#include "present/page/markdown.h"
#include "present/page/page.h"
#include "present/words/certainty.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

using present::Language;
using present::prose;
using present::Word;

constexpr std::string_view in_order[] = {"start_standards_low", "start_standards_high", "start_source_quality"};
constexpr std::string_view team[] = {"capacity_team_share"};
constexpr std::string_view supplier[] = {"start_lock_in_mean"};
constexpr std::string_view trust[] = {"start_trust_mean"};
constexpr std::array<SheetQuestion, sheet_questions_count> questions = {
    {{.option = "--in-order", .asks = Word::sheet_in_order, .parameters = in_order},
     {.option = "--team", .asks = Word::sheet_team, .parameters = team},
     {.option = "--supplier", .asks = Word::sheet_supplier, .parameters = supplier},
     {.option = "--committee", .asks = Word::sheet_committee, .scenario = "ethics_committee"},
     {.option = "--trust", .asks = Word::sheet_trust, .parameters = trust}}};

/// The recommendations of the thesis, and what municipalities can share.
constexpr std::string_view levers[] = {"standards_first", "change_capacity", "ethics_committee",
                                       "shared_data_science_pool"};

double end_of_range(const ParameterInfo& row, SheetAnswer answer) {
    return answer == SheetAnswer::yes ? row.high : row.low;
}

void take_answer(Scenario& scenario, const SheetQuestion& question, SheetAnswer answer,
                 const std::filesystem::path& folder) {
    if (answer == SheetAnswer::usual) return;
    for (const std::string_view name : question.parameters) {
        const ParameterInfo& row = *find_parameter(name);
        scenario.parameters.*row.value = end_of_range(row, answer);
    }
    if (question.scenario.empty() || answer == SheetAnswer::no) return;
    for (const DatedChange& change : read_scenario(folder / (std::string(question.scenario) + ".toml")).changes)
        scenario.changes.push_back(change);
}

bool has_already(const SheetAnswers& answers, std::string_view lever) {
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (questions[i].scenario == lever && answers[i] == SheetAnswer::yes) return true;
    return false;
}

/// Its decisions, moved so that the first one falls in the month after the year of the page.
void take_lever(Scenario& scenario, const Scenario& lever) {
    if (lever.changes.empty()) return;
    const auto first = std::min_element(lever.changes.begin(), lever.changes.end(),
                                        [](const auto& a, const auto& b) { return a.from_month < b.from_month; });
    const int by = month_of(sheet_year + 1, 1) - first->from_month;
    for (DatedChange change : lever.changes) {
        change.from_month += by;
        if (change.until_month >= 0) change.until_month += by;
        scenario.changes.push_back(std::move(change));
    }
}

/// What the page says, with the words of its language.
class Sheet {
public:
    Sheet(const Ensemble& ensemble, const SheetDescription& sheet, std::size_t town)
        : sheet_(sheet), ensemble_(ensemble), town_(ensemble.country[town]), numbers_(ensemble, town) {}

    std::string html() const {
        return "<section class=\"one-page\">\n" + head() + answers() + place() + holds() + table_of_levers() +
               cannot() + "</section>\n";
    }
    std::string footer() const {
        return say(Word::sheet_footer, count(ensemble_.finished_replicates), count(ensemble_.country.size()),
                   sheet_.command_line, present::made_by(program_version(), language()));
    }
    std::string title() const { return say(Word::sheet_title, town_.name); }

private:
    Language language() const { return sheet_.language; }
    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return present::filled(present::text(word, language()), parts...);
    }
    template <typename Count>
    std::string count(Count number) const {
        return present::count_words(static_cast<std::size_t>(number), language());
    }
    std::string percent(double share) const {
        return present::number_words(share, language(), {.percent = true, .decimals = 0});
    }
    std::string domain_title(Domain domain) const {
        return present::upper_first(std::string(present::domain_short(domain, language())));
    }

    std::string head() const {
        return present::paragraph(say(Word::sheet_kicker, town_.name), "kicker") + present::heading(1, title());
    }

    /// "Vendor lock-in: the highest that is plausible, 0.9".
    std::string meant(const SheetQuestion& question, SheetAnswer answer) const {
        std::string words;
        const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "; ") + more; };
        if (answer != SheetAnswer::usual)
            for (const std::string_view name : question.parameters) {
                const ParameterInfo& row = *find_parameter(name);
                add(say(answer == SheetAnswer::yes ? Word::sheet_highest : Word::sheet_lowest,
                        present::name_of(name, language()),
                        present::value_words(row, end_of_range(row, answer), language())));
            }
        if (answer == SheetAnswer::yes && !question.scenario.empty())
            for (const DatedChange& change : ensemble_.scenarios[1].scenario.changes)
                add(say(Word::sheet_from, present::lever_name(change.lever, language()),
                        present::month_words(change.from_month, language())));
        return words.empty() ? say(Word::sheet_nothing) : words;
    }

    std::string answers() const {
        constexpr Word words[] = {Word::sheet_usual, Word::sheet_yes, Word::sheet_no};  // in the order of SheetAnswer
        present::HtmlTable table{{{say(Word::sheet_question)}, {say(Word::sheet_answer)}, {say(Word::sheet_meant)}},
                                 {}};
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const SheetAnswer answer = sheet_.answers[i];
            table.rows.push_back({prose(say(questions[i].asks)),
                                  "<b>" + prose(say(words[static_cast<std::size_t>(answer)])) + "</b>",
                                  prose(meant(questions[i], answer))});
        }
        return present::heading(2, say(Word::sheet_asked)) + present::table_html(table);
    }

    /// "2 to 8"; "0" where both ends are the same.
    std::string between(const present::Band& band) const {
        const auto ends = present::shown_ends(band);
        const auto number = [&](double value) { return present::number_words(value, language()); };
        if (ends && number(ends->low) == number(ends->high)) return number(ends->low);
        return present::range_words(band, language(), {});
    }
    std::string place_in(Domain domain) const {
        const SheetPlace place = numbers_.place(domain);
        const std::string name = present::range_name(place.in_use.count, language());
        const std::string range =
            name.empty() ? say(Word::sheet_median_only) : say(Word::sheet_range, name, between(place.in_use));
        constexpr Word sizes[] = {Word::size_0, Word::size_1, Word::size_2, Word::size_3, Word::size_4};
        // bold sets the number apart from the year before it
        return present::markdown_html(say(
            Word::sheet_place_words, say(domain == Domain::social ? Word::sheet_in_social : Word::sheet_in_physical),
            fmt::format("{}", sheet_year), fmt::format("**{}**", present::number_words(place.in_use.p50, language())),
            range, count(place.peers), say(sizes[static_cast<std::size_t>(town_.size_class)]), percent(place.fewer),
            percent(place.more)));
    }
    std::string place() const {
        return present::heading(2, say(Word::sheet_place)) + place_in(Domain::social) + place_in(Domain::physical);
    }

    std::string brake_name(Factor factor) const {
        return present::lower_first(present::factor_name(factor, language()));
    }

    /// "data quality 31%, capacity 20%": those that hold at least a tenth.
    std::string brakes(std::size_t scenario, Domain domain) const {
        constexpr double worth_telling = 0.1;
        std::string words;
        for (const auto& [factor, share] : numbers_.brakes(scenario, domain))
            if (share >= worth_telling)
                words += (words.empty() ? "" : ", ") + brake_name(factor) + " " + percent(share);
        return words.empty() ? say(Word::sheet_no_projects) : words;
    }
    std::string holds() const {
        std::string html = present::heading(2, say(Word::sheet_holds));
        for (const Domain domain : {Domain::social, Domain::physical})
            html += present::paragraph(
                say(Word::sheet_holds_words,
                    say(domain == Domain::social ? Word::sheet_in_social : Word::sheet_in_physical),
                    fmt::format("{}", sheet_year), brakes(sheet_such, domain), brakes(sheet_usual_world, domain)));
        return html;
    }

    /// The median difference, and how sure its direction is.
    std::string cell(const present::Difference& difference, const OutcomeInfo& outcome) const {
        return fmt::format(
            "<b>{}</b><small>{}</small>", prose(present::difference_words(difference.band.p50, outcome, language())),
            prose(present::direction_words(difference.direction, present::Over::random_draws, language())));
    }
    /// Its name, and what it changes: "Change capacity: 2.5×". All of them begin in the same month.
    std::string lever(const Scenario& with) const {
        std::string changes;
        const std::size_t before = ensemble_.scenarios[sheet_such].scenario.changes.size();
        for (std::size_t i = before; i < with.changes.size(); ++i) {
            const DatedChange& one = with.changes[i];
            if (const ParameterInfo* row = find_parameter(one.lever))
                changes += (changes.empty() ? "" : "; ") + present::lever_name(one.lever, language()) + ": " +
                           present::value_words(*row, one.value, language());
        }
        const std::string name = prose(present::title_of(with, language()));
        return changes.empty() ? name : name + "<small>" + prose(changes) + "</small>";
    }
    std::string table_of_levers() const {
        constexpr Domain domains[] = {Domain::social, Domain::physical};
        const OutcomeInfo& uses = domain_outcomes()[find_domain_outcome("in_use")];
        const OutcomeInfo& shares = domain_outcomes()[find_domain_outcome("adopters_share")];  // of municipalities, too
        present::HtmlTable table{{{say(Word::sheet_lever)}}, {}};
        for (const Domain domain : domains) table.columns.push_back({say(Word::sheet_use_of, domain_title(domain))});
        for (const Domain domain : domains)
            table.columns.push_back(
                {say(Word::sheet_held_by, domain_title(domain), brake_name(numbers_.first_brake(domain)))});
        for (std::size_t i = sheet_first_lever; i < ensemble_.scenarios.size(); ++i) {
            std::vector<std::string> row{lever(ensemble_.scenarios[i].scenario)};
            for (const Domain domain : domains) row.push_back(cell(numbers_.use_against(i, domain), uses));
            for (const Domain domain : domains) row.push_back(cell(numbers_.brake_against(i, domain), shares));
            table.rows.push_back(std::move(row));
        }
        const std::string words =
            say(Word::sheet_levers_words, present::month_words(month_of(sheet_year + 1, 1), language()),
                fmt::format("{}", numbers_.last_year()));
        const auto replicates = ensemble_.finished_replicates;
        return present::heading(2, say(Word::sheet_levers)) + present::paragraph(words) + present::table_html(table) +
               present::paragraph(present::certainty_legend(replicates, language()), "note");
    }

    std::string cannot() const {
        const auto table = parameter_table();
        const auto assumed = std::count_if(
            table.begin(), table.end(), [](const ParameterInfo& row) { return row.provenance == Provenance::assumed; });
        return present::heading(2, say(Word::sheet_cannot)) +
               present::list({prose(say(Word::sheet_cannot_measure, town_.name)), prose(say(Word::sheet_cannot_alone)),
                              prose(say(Word::sheet_cannot_size, count(assumed), count(table.size()))),
                              prose(say(Word::sheet_cannot_better))});
    }

    const SheetDescription& sheet_;
    const Ensemble& ensemble_;
    const MunicipalityFacts& town_;
    SheetNumbers numbers_;
};

}  // namespace

std::span<const SheetQuestion, sheet_questions_count> sheet_questions() {
    return questions;
}

std::vector<Scenario> sheet_scenarios(const SheetAnswers& answers, const std::filesystem::path& folder) {
    const Scenario usual = read_scenario(folder / "baseline.toml");
    Scenario such = usual;
    such.name = "such";
    for (std::size_t i = 0; i < questions.size(); ++i) take_answer(such, questions[i], answers[i], folder);
    std::vector<Scenario> scenarios{usual, such};
    for (const std::string_view lever : levers) {
        if (has_already(answers, lever)) continue;
        const Scenario with = read_scenario(folder / (std::string(lever) + ".toml"));
        Scenario loosened = such;
        loosened.name = with.name;
        loosened.title = with.title;
        take_lever(loosened, with);
        scenarios.push_back(std::move(loosened));
    }
    return scenarios;
}

std::string sheet_page(const Ensemble& ensemble, const SheetDescription& sheet) {
    const auto found = std::find_if(ensemble.country.begin(), ensemble.country.end(),
                                    [&](const auto& facts) { return facts.gm_code == sheet.gm_code; });
    if (found == ensemble.country.end()) throw InputError(sheet.gm_code + ": is not among the municipalities that ran");
    const Sheet page(ensemble, sheet, static_cast<std::size_t>(found - ensemble.country.begin()));
    return present::page_html(
        {.title = page.title(), .language = sheet.language, .body = page.html(), .footer = page.footer()});
}

}  // namespace algemeente
