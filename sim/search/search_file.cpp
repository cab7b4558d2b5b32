#include "search/search_file.h"

#include "observe/history.h"
#include "scenario/lever.h"
#include "scenario/scenario_json.h"
#include "text/calendar.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

void add_once(std::vector<Measure>& measures, const Measure& measure) {
    if (std::find(measures.begin(), measures.end(), measure) == measures.end()) measures.push_back(measure);
}

/// The choice among `count` equal parts of 0..1.
int choice(double gene, std::size_t count) {
    const auto most = static_cast<double>(count) - 1;
    return static_cast<int>(std::clamp(std::floor(gene * static_cast<double>(count)), 0.0, most));
}

}  // namespace

std::vector<Measure> Search::measures() const {
    std::vector<Measure> all;
    for (const Objective& objective : objectives) add_once(all, objective.measure);
    for (const SearchLimit& limit : limits) add_once(all, limit.measure);
    return all;
}

std::size_t gene_count(const Search& search) {
    std::size_t count = 0;
    for (const SearchedLever& lever : search.levers)
        count += 1U + (lever.from_months.size() > 1 ? 1U : 0U) + (lever.shares.size() > 1 ? 1U : 0U);
    return count;
}

Package package_of(const Search& search, const std::vector<double>& genes) {
    Package package;
    std::size_t next = 0;
    for (const SearchedLever& lever : search.levers) {
        LeverChoice chosen;
        chosen.value = choice(genes[next++], lever.values.size() + 1) - 1;
        const int from = lever.from_months.size() > 1 ? choice(genes[next++], lever.from_months.size()) : 0;
        const int share = lever.shares.size() > 1 ? choice(genes[next++], lever.shares.size()) : 0;
        if (chosen.value >= 0) {
            chosen.from = from;
            chosen.share = share;
        }
        package.push_back(chosen);
    }
    return package;
}

std::string package_text(const Package& package) {
    std::string text;
    for (const LeverChoice& chosen : package)
        text += fmt::format("{}{}:{}:{}", text.empty() ? "" : " ", chosen.value, chosen.from, chosen.share);
    return text;
}

std::vector<DatedChange> changes_of(const Search& search, const Package& package) {
    std::vector<DatedChange> changes;
    for (std::size_t i = 0; i < package.size(); ++i) {
        if (package[i].value < 0) continue;
        const SearchedLever& lever = search.levers[i];
        changes.push_back({.lever = lever.name,
                           .value = lever.values[static_cast<std::size_t>(package[i].value)],
                           .from_month = lever.from_months[static_cast<std::size_t>(package[i].from)],
                           .rollout_months = lever.rollout_months,
                           .municipality_share = lever.shares[static_cast<std::size_t>(package[i].share)]});
    }
    return changes;
}

void add_package(Scenario& scenario, const Search& search, const Package& package) {
    for (DatedChange& change : changes_of(search, package)) scenario.changes.push_back(std::move(change));
}

int first_choice_month(const Search& search) {
    int first = search.base.months();
    for (const SearchedLever& lever : search.levers)
        for (const int month : lever.from_months) first = std::min(first, month);
    return first;
}

double standard_of(const Search& search, const Lever& lever) {
    return lever.parameter != nullptr ? search.base.parameters.*lever.parameter->value
                                      : search.base.use_cases[lever.use_case].*lever.column->value;
}

std::string search_identity(const Search& search) {
    nlohmann::ordered_json json;
    add_world(json, search.base);
    add_tables(json, search.base, JsonDates::month_numbers);
    for (const Scenario& other : search.others) {
        nlohmann::ordered_json one;
        add_world(one, other);
        add_tables(one, other, JsonDates::month_numbers);
        json["others"].push_back(one);
    }
    for (const SearchedLever& lever : search.levers)
        json["levers"].push_back({lever.name, lever.values, lever.from_months, lever.shares, lever.rollout_months});
    for (const Objective& objective : search.objectives)
        json["objectives"].push_back({measure_name(objective.measure), static_cast<int>(objective.better),
                                      objective.epsilon, static_cast<int>(objective.over), objective.against_base});
    for (const SearchLimit& limit : search.limits)
        json["limits"].push_back(
            {measure_name(limit.measure), limit.at_most, limit.at, static_cast<int>(limit.over), limit.against_base});
    if (search.members) json["members"] = {search.members->names, search.members->values};
    json["runs"] = search.runs;
    json["population"] = search.population;
    json["seed"] = search.seed;
    return json.dump();
}

}  // namespace algemeente
