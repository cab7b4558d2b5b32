// Search files: every key is checked before anything is run.
#include "experiments/design_options.h"
#include "netherlands/towns.h"
#include "observe/history.h"
#include "patterns/members_file.h"
#include "scenario/keys.h"
#include "scenario/lever.h"
#include "scenario/scenario_tables.h"
#include "scenario/toml_value.h"
#include "search/search_file.h"
#include "text/calendar.h"
#include "text/error.h"
#include "text/nearest_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

constexpr std::string_view keys[] = {"title",      "question",     "story",        "scenario",      "others",
                                     "months",     "members",      "member_count", "runs",          "fresh_runs",
                                     "population", "rounds",       "seed",         "still_rounds",  "objective",
                                     "limit",      "still_growth", "lever",        "municipalities"};
constexpr std::string_view lever_keys[] = {"name", "values", "from", "shares", "rollout_months"};
constexpr std::string_view objective_keys[] = {"outcome", "domain", "month",       "direction",
                                               "epsilon", "over",   "good_enough", "against_scenario"};
constexpr std::string_view limit_keys[] = {"outcome",  "domain", "month",           "at_most",
                                           "at_least", "over",   "against_scenario"};
constexpr std::string_view direction_words[] = {"higher", "lower"};  // in the order of analysis::Better

struct Count {
    std::string_view key;
    int Search::*value;
    int low;
    int high;
};
constexpr Count counts[] = {{"runs", &Search::runs, 1, 10'000},
                            {"fresh_runs", &Search::fresh_runs, 2, 10'000},
                            {"population", &Search::population, 4, 10'000},
                            {"rounds", &Search::rounds, 1, 100'000},
                            {"still_rounds", &Search::still_rounds, 1, 100'000}};

void check_keys(const TomlValue& table, std::span<const std::string_view> known) {
    for (const TomlValue& member : table.items)
        if (!is_among(known, member.name)) refuse(member, "unknown key" + suggestion_for(member.name, known));
}

Path file_named(const TomlValue& value, const Path& folder) {
    const Path file = (folder / text_of(value)).lexically_normal();
    if (!std::filesystem::is_regular_file(file))
        refuse(value, fmt::format("there is no file '{}'; the path starts at the folder of this file{}", file.string(),
                                  did_you_mean_file(file)));
    return file;
}

const std::vector<TomlValue>& list_of(const TomlValue& value, std::string_view example) {
    if (value.kind != TomlValue::Kind::list) refuse_kind(value, "a list", fmt::format("write for example {}", example));
    if (value.items.empty()) refuse(value, fmt::format("is empty; write for example {}", example));
    return value.items;
}

int month_from(const TomlValue& value, const Search& search) {
    const auto month = parse_month(text_of(value));
    if (!month) refuse(value, fmt::format("expected a date \"YYYY-MM\" from 2015-01 on, got \"{}\"", value.text));
    if (*month >= search.base.months())
        refuse(value, fmt::format("{} lies after the last month, {}", value.text, date_of(search.base.months() - 1)));
    return *month;
}

void refuse_again(const TomlValue& item, bool there, const std::string& words) {
    if (there) refuse(item, fmt::format("{} is listed twice", words));
}

void take_values(SearchedLever& searched, const TomlValue& table, const Lever& lever, const Search& search) {
    const TomlValue& values = required_member(table, "values", "[0.5, 1]");
    for (const TomlValue& item : list_of(values, "[0.5, 1]")) {
        const double number = without_rounding_error(lever, number_of(item));
        const std::string problem = problem_with(lever, number);
        if (!problem.empty()) refuse(item, problem);
        const auto& all = searched.values;
        refuse_again(item, std::find(all.begin(), all.end(), number) != all.end(), fmt::format("{}", number));
        // leaving the lever alone is always a choice
        if (number != standard_of(search, lever)) searched.values.push_back(number);
    }
    if (searched.values.empty())
        refuse(values, "has no other value than that of the scenario, so that nothing is chosen");
}

void take_dates(SearchedLever& searched, const TomlValue& table, const Search& search) {
    const TomlValue& from = required_member(table, "from", "[\"2021-01\", \"2024-01\"]");
    const auto take = [&](const TomlValue& item) {
        const int month = month_from(item, search);
        const auto& all = searched.from_months;
        refuse_again(item, std::find(all.begin(), all.end(), month) != all.end(), item.text);
        searched.from_months.push_back(month);
    };
    if (from.kind == TomlValue::Kind::list)
        for (const TomlValue& item : list_of(from, "[\"2021-01\", \"2024-01\"]")) take(item);
    else
        take(from);
}

void take_shares(SearchedLever& searched, const TomlValue& table) {
    searched.shares = {1};
    const TomlValue* shares = find_member(table, "shares");
    if (shares == nullptr) return;
    searched.shares.clear();
    for (const TomlValue& item : list_of(*shares, "[0.5, 1]")) {
        const double share = number_of(item);
        if (!(share > 0 && share <= 1)) refuse(item, fmt::format("{} is no share above 0 and up to 1", share));
        const auto& all = searched.shares;
        refuse_again(item, std::find(all.begin(), all.end(), share) != all.end(), fmt::format("{}", share));
        searched.shares.push_back(share);
    }
}

SearchedLever lever_from(const TomlValue& table, const Search& search) {
    check_keys(table, lever_keys);
    const TomlValue& name = required_member(table, "name", "\"ethics_committee\"");
    SearchedLever searched;
    searched.name = text_of(name);
    const Lever lever = find_lever(searched.name);
    if (!lever) refuse(name, unknown_lever_problem(searched.name));
    const std::string undated = problem_with_date(lever);
    if (!undated.empty()) refuse(name, undated + "; a search decides levers on a date");
    for (const SearchedLever& other : search.levers) refuse_again(name, other.name == searched.name, searched.name);
    take_values(searched, table, lever, search);
    take_dates(searched, table, search);
    take_shares(searched, table);
    if (const TomlValue* rollout = find_member(table, "rollout_months"))
        searched.rollout_months = whole_between(*rollout, 0, search.base.months());
    return searched;
}

Measure measure_from(const TomlValue& table, const Search& search) {
    Measure measure;
    const TomlValue& outcome = required_member(table, "outcome", "\"value\"");
    std::vector<std::string_view> names;
    for (const OutcomeInfo& row : domain_outcomes()) names.push_back(row.name);
    for (const OutcomeInfo& row : national_outcomes()) names.push_back(row.name);
    measure.outcome = names[word_of(outcome, "outcome", names, "outcomes")];
    const bool national = is_national_outcome(measure.outcome);
    measure.of = national ? Measure::Of::nation : Measure::Of::both;
    if (const TomlValue* domain = find_member(table, "domain")) {
        measure.of = static_cast<Measure::Of>(word_of(*domain, "domain", measure_of_words));
        if (national != (measure.of == Measure::Of::nation))
            refuse(*domain, fmt::format("'{}' is an outcome {}", measure.outcome,
                                        national ? "of the nation; leave domain out"
                                                 : "of the domains; write social, physical or both"));
    }
    if (measure.of == Measure::Of::both &&
        domain_outcomes()[find_domain_outcome(measure.outcome)].aggregation != Aggregation::total)
        refuse(find_member(table, "domain") != nullptr ? *find_member(table, "domain") : outcome,
               fmt::format("'{}' is a mean or a share, and those of two domains do not add up; write domain = "
                           "\"social\" or \"physical\"",
                           measure.outcome));
    const TomlValue* month = find_member(table, "month");
    measure.month = month != nullptr ? month_from(*month, search) : search.base.months() - 1;
    return measure;
}

Over over_from(const TomlValue& table) {
    const TomlValue* over = find_member(table, "over");
    return over == nullptr ? Over::mean : static_cast<Over>(word_of(*over, "over", over_words));
}

bool against_from(const TomlValue& table) {
    const TomlValue* against = find_member(table, "against_scenario");
    return against != nullptr && switch_of(*against);
}

Objective objective_from(const TomlValue& table, const Search& search) {
    check_keys(table, objective_keys);
    Objective objective;
    objective.measure = measure_from(table, search);
    objective.better = static_cast<analysis::Better>(
        word_of(required_member(table, "direction", "\"higher\""), "direction", direction_words));
    const TomlValue& epsilon = required_member(table, "epsilon", "0.5");
    objective.epsilon = number_of(epsilon);
    if (!(objective.epsilon > 0))
        refuse(epsilon, "is not above 0; write the difference, in units of the outcome, that does not matter");
    objective.over = over_from(table);
    objective.against_base = against_from(table);
    if (const TomlValue* good = find_member(table, "good_enough")) objective.good_enough = number_of(*good);
    for (const Objective& other : search.objectives)
        refuse_again(table, other.measure == objective.measure && other.over == objective.over,
                     measure_name(objective.measure));
    return objective;
}

SearchLimit limit_from(const TomlValue& table, const Search& search) {
    check_keys(table, limit_keys);
    SearchLimit limit;
    limit.measure = measure_from(table, search);
    const TomlValue* most = find_member(table, "at_most");
    const TomlValue* least = find_member(table, "at_least");
    if ((most == nullptr) == (least == nullptr)) refuse(table, "needs one of at_most and at_least");
    limit.at_most = most != nullptr;
    limit.at = number_of(most != nullptr ? *most : *least);
    limit.over = over_from(table);
    limit.against_base = against_from(table);
    if (limit.at < 0 && !limit.against_base && outcome_of(limit.measure).unit == "eur")
        refuse(most != nullptr ? *most : *least,
               fmt::format("{} euros are less than nothing, and policy never costs less than that", limit.at));
    return limit;
}

void take_members(Search& search, const TomlValue& root, const Path& folder) {
    const TomlValue* members = find_member(root, "members");
    const TomlValue* count = find_member(root, "member_count");
    if (members == nullptr || text_of(*members) == "standard") {
        if (count != nullptr) refuse(*count, "means nothing without members; write members = \"history\"");
        return;
    }
    const Path file = members->text == "history" ? shipped_members() : file_named(*members, folder);
    const auto most = count != nullptr ? static_cast<std::size_t>(whole_between(*count, 1, 100'000)) : 0;
    auto read = std::make_shared<Members>(read_members(file, most));
    if (read->count() < most)
        refuse(*count, fmt::format("is more than the {} members of {}", read->count(), file.string()));
    search.runs = static_cast<int>(read->count());
    search.fresh_runs = std::max(2, search.runs);
    search.members = std::move(read);
}

void take_others(Search& search, const TomlValue& root, const Path& folder) {
    const TomlValue* others = find_member(root, "others");
    if (others == nullptr) return;
    for (const TomlValue& item : list_of(*others, "[\"../standards_first.toml\"]")) {
        Scenario other = read_scenario(file_named(item, folder));
        for (const Scenario& there : search.others) refuse_again(item, there.name == other.name, other.name);
        other.municipalities = search.base.municipalities;
        other.population = search.base.population;
        other.parameters.months = search.base.parameters.months;
        other.parameters.people_per_agent = search.base.parameters.people_per_agent;
        search.others.push_back(std::move(other));
    }
}

void take_world(Search& search, const TomlValue& root) {
    const TomlValue* municipalities = find_member(root, "municipalities");
    for (const std::string_view key : {"municipalities", "months"})
        if (const TomlValue* value = find_member(root, key)) take_world_value(search.base, *value);
    name_by_codes(search.base, municipalities != nullptr ? municipalities->place + ": municipalities" : "");
}

}  // namespace

Search read_search(const Path& file) {
    const TomlValue root = read_toml(file);
    if (find_member(root, "objective") == nullptr)
        throw InputError(fmt::format(
            "{}: has no [[objective]], so it is no search; scenarios/search/packages.toml is one", file.string()));
    check_keys(root, keys);
    Search search;
    search.name = file.stem().string();
    search.title = text_of(required_member(root, "title", "\"A name for people\""));
    if (const TomlValue* question = find_member(root, "question")) search.question = text_of(*question);
    if (const TomlValue* story = find_member(root, "story")) text_of(*story);
    const Path folder = file.parent_path();
    search.base = read_scenario(file_named(required_member(root, "scenario", "\"../baseline.toml\""), folder));
    take_world(search, root);
    take_others(search, root, folder);
    take_members(search, root, folder);
    for (const Count& row : counts)
        if (const TomlValue* value = find_member(root, row.key))
            search.*row.value = whole_between(*value, row.low, row.high);
    if (const TomlValue* seed = find_member(root, "seed"))
        search.seed = static_cast<std::uint64_t>(whole_between(*seed, 0, 1'000'000'000));
    if (const TomlValue* growth = find_member(root, "still_growth")) {
        search.still_growth = number_of(*growth);
        if (!(search.still_growth > 0 && search.still_growth < 1)) refuse(*growth, "is no share between 0 and 1");
    }
    for (const TomlValue& table : tables_of(required_member(root, "lever", "[[lever]]")))
        search.levers.push_back(lever_from(table, search));
    for (const TomlValue& table : tables_of(*find_member(root, "objective")))
        search.objectives.push_back(objective_from(table, search));
    if (const TomlValue* limits = find_member(root, "limit"))
        for (const TomlValue& table : tables_of(*limits)) search.limits.push_back(limit_from(table, search));
    if (search.objectives.size() < 2)
        refuse(*find_member(root, "objective"), "is one objective; a search weighs two or more against each other");
    if (search.base.change_count() + search.levers.size() > change_limit)
        refuse(*find_member(root, "lever"), fmt::format("makes more than {} changes", change_limit));
    return search;
}

bool is_search_file(const Path& file) {
    return find_member(read_toml(file), "objective") != nullptr;
}

}  // namespace algemeente
