#include "viewer/state/session.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

bool in_force(const DatedChange& change, int month) {
    return change.from_month <= month && (change.until_month < 0 || month < change.until_month);
}

/// A decision made on the screen.
bool is_plain(const DatedChange& change, std::string_view lever, int month) {
    return change.lever == lever && change.from_month == month && present::is_plain(change);
}

bool is_among(const std::vector<DatedChange>& changes, const DatedChange& change) {
    return std::find(changes.begin(), changes.end(), change) != changes.end();
}

std::vector<DatedChange> changes_of(const Scenario& scenario, std::string_view lever) {
    std::vector<DatedChange> found;
    for (const DatedChange& change : scenario.changes)
        if (change.lever == lever) found.push_back(change);
    return found;
}

std::vector<ConditionalChange> conditional_of(const Scenario& scenario, std::string_view lever) {
    std::vector<ConditionalChange> found;
    for (const ConditionalChange& change : scenario.conditional_changes)
        if (change.lever == lever) found.push_back(change);
    return found;
}

/// The scenario has the conditional changes of a lever that `from` has, and no others of it.
void copy_conditional(Scenario& scenario, const Scenario& from, std::string_view lever) {
    std::vector<ConditionalChange>& changes = scenario.conditional_changes;
    std::erase_if(changes, [&](const ConditionalChange& change) { return change.lever == lever; });
    for (ConditionalChange& change : conditional_of(from, lever)) changes.push_back(std::move(change));
}

}  // namespace

Slot slot_of(Scenario scenario) {
    Slot slot;
    if (!scenario.changes.empty()) {
        const auto first = std::min_element(scenario.changes.begin(), scenario.changes.end(),
                                            [](const auto& a, const auto& b) { return a.from_month < b.from_month; });
        slot.decide_from = first->from_month;
    }
    slot.preset = scenario;
    slot.scenario = std::move(scenario);
    return slot;
}

double lever_value(const Scenario& scenario, std::string_view lever, int month) {
    const ParameterInfo* row = find_parameter(lever);
    double value = row != nullptr ? scenario.parameters.*row->value : 0;
    for (const DatedChange& change : scenario.changes)
        if (change.lever == lever && in_force(change, month)) value = change.value;
    return value;
}

bool is_changed(const Slot& slot, std::string_view lever) {
    const ParameterInfo* row = find_parameter(lever);
    if (row != nullptr && slot.scenario.parameters.*row->value != slot.preset.parameters.*row->value) return true;
    const std::vector<DatedChange> now = changes_of(slot.scenario, lever);
    const std::vector<DatedChange> then = changes_of(slot.preset, lever);
    return now != then || conditional_of(slot.scenario, lever) != conditional_of(slot.preset, lever);
}

int changed_levers(const Slot& slot) {
    const auto levers = std::count_if(parameter_table().begin(), parameter_table().end(),
                                      [&](const ParameterInfo& row) { return is_changed(slot, row.name); });
    return static_cast<int>(levers) + (slot.scenario.supply != slot.preset.supply ? 1 : 0);
}

void insert_by_month(std::vector<DatedChange>& changes, DatedChange change) {
    const auto at = std::find_if(changes.begin(), changes.end(),
                                 [&](const DatedChange& other) { return other.from_month > change.from_month; });
    changes.insert(at, std::move(change));
}

void decide(Slot& slot, std::string_view lever, double value) {
    const ParameterInfo* row = find_parameter(lever);
    if (row == nullptr) return;
    value = std::clamp(value, row->low, row->high);
    std::vector<DatedChange>& changes = slot.scenario.changes;
    // how the world works holds from the first month; people decide later
    if (slot.decide_from <= 0 || row->role != Role::lever || is_start_only(*row)) {
        std::erase_if(changes, [&](const DatedChange& c) { return c.lever == lever; });
        slot.scenario.parameters.*row->value = value;
        return;
    }
    const auto own = std::find_if(changes.begin(), changes.end(),
                                  [&](const auto& c) { return is_plain(c, lever, slot.decide_from); });
    if (own != changes.end()) {
        own->value = value;
    } else {
        if (slot.scenario.change_count() >= change_limit)
            return;  // the model holds no more; the lever stays where it was
        insert_by_month(changes, {.lever = std::string(lever), .value = value, .from_month = slot.decide_from});
    }
    const bool preset_has_it = std::any_of(slot.preset.changes.begin(), slot.preset.changes.end(),
                                           [&](const auto& c) { return is_plain(c, lever, slot.decide_from); });
    if (preset_has_it) return;
    // a decision for what holds anyway is none
    Scenario without = slot.scenario;
    std::erase_if(without.changes, [&](const DatedChange& c) { return is_plain(c, lever, slot.decide_from); });
    if (lever_value(without, lever, slot.decide_from) == value) slot.scenario.changes = without.changes;
}

void reset_lever(Slot& slot, std::string_view lever) {
    if (const ParameterInfo* row = find_parameter(lever))
        slot.scenario.parameters.*row->value = slot.preset.parameters.*row->value;
    std::vector<DatedChange> changes;
    for (const DatedChange& change : slot.preset.changes)
        if (change.lever == lever || is_among(slot.scenario.changes, change)) changes.push_back(change);
    for (const DatedChange& change : slot.scenario.changes)
        if (change.lever != lever && !is_among(changes, change)) changes.push_back(change);
    slot.scenario.changes = std::move(changes);
    if (conditional_of(slot.scenario, lever) != conditional_of(slot.preset, lever))
        copy_conditional(slot.scenario, slot.preset, lever);
}

Slot with_one_change(const Slot& base, const Slot& from, std::string_view lever) {
    Slot alone = base;
    alone.decide_from = from.decide_from;
    if (const ParameterInfo* row = find_parameter(lever))
        alone.scenario.parameters.*row->value = from.scenario.parameters.*row->value;
    std::vector<DatedChange>& changes = alone.scenario.changes;
    std::erase_if(changes, [&](const DatedChange& change) { return change.lever == lever; });
    for (const DatedChange& change : changes_of(from.scenario, lever)) insert_by_month(changes, change);
    copy_conditional(alone.scenario, from.scenario, lever);
    return alone;
}

std::string moved_last(const Slot& slot, const std::vector<present::OneDifference>& things, std::string_view last) {
    std::string moved;
    for (const present::OneDifference& one : things) {
        if (one.lever.empty()) continue;
        if (one.lever == last) return one.lever;
        if (is_changed(slot, one.lever)) moved = one.lever;
    }
    return moved;
}

void decide_from(Slot& slot, int month) {
    month = std::clamp(month, 0, slot.scenario.months() - 1);
    for (DatedChange& change : slot.scenario.changes) {
        if (!is_among(slot.preset.changes, change) && is_plain(change, change.lever, slot.decide_from))
            change.from_month = month;
    }
    slot.decide_from = month;
}

Scenario to_run(const Session& session, std::size_t slot) {
    Scenario scenario = session.slots[slot].scenario;
    // slots are compared place by place: all have the municipalities of the first
    scenario.municipalities = session.slots.front().scenario.municipalities;
    scenario.population = session.slots.front().scenario.population;
    if (session.sample > 0 && scenario.population == Population::real &&
        scenario.municipalities.kind == MunicipalityChoice::Kind::all)
        scenario.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = session.sample};
    return scenario;
}

std::vector<std::string> missing_in(const Country& country, const std::vector<std::string>& codes) {
    std::vector<std::string> missing;
    for (const std::string& code : codes) {
        const bool known = std::any_of(country.begin(), country.end(),
                                       [&](const MunicipalityFacts& facts) { return facts.gm_code == code; });
        if (!known && std::find(missing.begin(), missing.end(), code) == missing.end()) missing.push_back(code);
    }
    return missing;
}

MunicipalityChoice with_towns(const Country& country, const std::vector<std::string>& codes) {
    MunicipalityChoice choice{.kind = MunicipalityChoice::Kind::listed};
    for (const MunicipalityFacts& facts : country) choice.gm_codes.push_back(facts.gm_code);
    choice.gm_codes.insert(choice.gm_codes.end(), codes.begin(), codes.end());
    std::sort(choice.gm_codes.begin(), choice.gm_codes.end());  // whoever was looked up first, it is one country
    return choice;
}

bool equal(const Session& one, const Session& other) {
    const auto same_slot = [](const Slot& a, const Slot& b) {
        return a.scenario == b.scenario && a.decide_from == b.decide_from;
    };
    return one.seed == other.seed && one.replicates == other.replicates && one.sample == other.sample &&
           one.members == other.members && one.notes == other.notes &&
           std::equal(one.slots.begin(), one.slots.end(), other.slots.begin(), other.slots.end(), same_slot);
}

}  // namespace algemeente::viewer
