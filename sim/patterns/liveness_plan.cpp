#include "patterns/liveness_plan.h"

#include "patterns/contrasts.h"
#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace algemeente {

namespace {

constexpr LivenessNeed needs[] = {
#define NEED(prefix, setting) {prefix, setting},
#include "patterns/liveness_needs.def"
};

/// Classes of agents, as Contrasts names them after "without:".
constexpr std::string_view agents[] = {"citizens", "politicians", "employees", "turnover", "council"};

struct Group {
    std::string_view name;
    LivenessKind kind;
};
constexpr Group groups[] = {
    {"factors", LivenessKind::factor}, {"agents", LivenessKind::agents}, {"parameters", LivenessKind::parameter}};

bool is_moved(const ParameterInfo& row) {
    return (row.role == Role::lever || row.role == Role::assumption) && !is_diagnostic(row);
}

Factor factor_of(std::string_view name) {
    for (int k = 0; k < factor_count; ++k)
        if (factor_word(static_cast<Factor>(k)) == name) return static_cast<Factor>(k);
    return Factor::none;
}

/// Adds those called `name`, a thing or a group, that are not chosen yet.
void choose(const std::string& name, const std::vector<LivenessThing>& all, std::vector<bool>& chosen) {
    const auto* const group =
        std::find_if(std::begin(groups), std::end(groups), [&](const Group& one) { return one.name == name; });
    bool found = group != std::end(groups);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (group != std::end(groups) ? all[i].kind != group->kind : all[i].name != name) continue;
        chosen[i] = true;
        found = true;
    }
    if (found) return;
    std::vector<std::string_view> names;
    for (const Group& one : groups) names.push_back(one.name);
    for (const LivenessThing& thing : all) names.push_back(thing.name);
    const std::string suggestion = did_you_mean(name, names);
    throw InputError(
        fmt::format("--only: unknown name '{}'{}", name,
                    suggestion.empty() ? "; expected factors, agents, parameters, or one of their names" : suggestion));
}

std::size_t base_of(const LivenessThing& thing, const std::vector<LivenessBase>& bases) {
    const auto found =
        std::find_if(bases.begin(), bases.end(), [&](const LivenessBase& base) { return base.needs == thing.needs; });
    return static_cast<std::size_t>(found - bases.begin());
}

/// Adds trials of one base and one thing.
class Trials {
public:
    Trials(std::vector<LivenessTrial>& trials, std::size_t thing, std::size_t base, const Scenario& scenario)
        : trials_(trials), thing_(thing), base_(base), scenario_(scenario) {}

    void add(std::string_view setting, Scenario scenario, double value) {
        trials_.push_back({thing_, base_, std::string(setting), value, std::move(scenario)});
    }

    void add(std::string_view setting, double Parameters::*parameter, double value) {
        if (std::isnan(value) || value == scenario_.parameters.*parameter) return;
        Scenario scenario = scenario_;
        scenario.parameters.*parameter = value;
        if (problem_between(scenario.parameters).empty()) add(setting, std::move(scenario), value);
    }

private:
    std::vector<LivenessTrial>& trials_;
    std::size_t thing_;
    std::size_t base_;
    const Scenario& scenario_;
};

void add_factor(Trials trials, Factor factor, const Scenario& base, const FactorSpread& spread) {
    double Parameters::*const shift = shift_of(factor);
    const double now = base.parameters.*shift;
    const double deviation = spread.standard_deviation(factor);
    trials.add("ceiling", shift, 1);
    trials.add("one_sd_higher", shift, now + deviation);
    trials.add("one_sd_lower", shift, now - deviation);
}

}  // namespace

std::string_view kind_word(LivenessKind kind) {
    switch (kind) {
        case LivenessKind::factor: return "factor";
        case LivenessKind::agents: return "agents";
        case LivenessKind::parameter: return "parameter";
    }
    return "";
}

std::span<const LivenessNeed> liveness_needs() {
    return needs;
}

std::vector<std::string> needs_of(std::string_view parameter) {
    std::vector<std::string> settings;
    for (const LivenessNeed& need : needs)
        if (parameter.starts_with(need.prefix)) settings.emplace_back(need.setting);
    const ParameterInfo* row = find_parameter(parameter);
    if (row != nullptr && is_of_suppliers(*row)) settings.emplace_back("world.supply=true");
    return settings;
}

std::vector<LivenessThing> liveness_things() {
    std::vector<LivenessThing> things;
    for (int k = 0; k < factor_count; ++k)
        things.push_back({LivenessKind::factor, std::string(factor_word(static_cast<Factor>(k)))});
    for (const std::string_view name : agents) things.push_back({LivenessKind::agents, std::string(name)});
    for (const ParameterInfo& row : parameter_table())
        if (is_moved(row)) things.push_back({LivenessKind::parameter, std::string(row.name), needs_of(row.name)});
    return things;
}

std::vector<LivenessThing> chosen_things(const std::string& only) {
    std::vector<LivenessThing> all = liveness_things();
    if (only.empty()) return all;
    std::vector<bool> chosen(all.size(), false);
    for (std::size_t begin = 0; begin <= only.size();) {
        const std::size_t end = std::min(only.find(',', begin), only.size());
        choose(only.substr(begin, end - begin), all, chosen);
        begin = end + 1;
    }
    std::vector<LivenessThing> things;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (chosen[i]) things.push_back(std::move(all[i]));
    return things;
}

std::vector<LivenessBase> liveness_bases(const Scenario& base, const std::vector<LivenessThing>& things,
                                         int municipality_count) {
    std::vector<LivenessBase> bases = {{{}, base}};
    for (const LivenessThing& thing : things) {
        if (base_of(thing, bases) < bases.size()) continue;
        LivenessBase with{thing.needs, base};
        for (const std::string& setting : thing.needs) {
            apply_setting(with.scenario, setting);
            with.scenario.name += ", " + setting;
        }
        if (with.scenario.population == Population::synthetic)  // its municipalities have no names
            with.scenario.municipalities = {MunicipalityChoice::Kind::sample, municipality_count, {}};
        bases.push_back(std::move(with));
    }
    return bases;
}

std::vector<LivenessTrial> liveness_trials(const std::vector<LivenessThing>& things,
                                           const std::vector<LivenessBase>& bases, const FactorSpread& spread) {
    std::vector<LivenessTrial> trials;
    for (std::size_t i = 0; i < things.size(); ++i) {
        const LivenessThing& thing = things[i];
        const std::size_t number = base_of(thing, bases);
        const Scenario& base = bases[number].scenario;
        Trials own(trials, i, number, base);
        switch (thing.kind) {
            case LivenessKind::factor: add_factor(own, factor_of(thing.name), base, spread); break;
            case LivenessKind::agents:
                own.add("without", Contrasts(base).called("without:" + thing.name),
                        std::numeric_limits<double>::quiet_NaN());
                break;
            case LivenessKind::parameter: {
                const ParameterInfo* row = find_parameter(thing.name);
                own.add("low", row->value, row->low);
                own.add("high", row->value, row->high);
                break;
            }
        }
    }
    return trials;
}

}  // namespace algemeente
