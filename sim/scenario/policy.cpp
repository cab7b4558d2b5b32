#include "scenario/policy.h"

#include "scenario/lever.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>

namespace algemeente {

namespace {

constexpr int never = std::numeric_limits<int>::max();

/// FNV-1a: a hash of a name that is the same on every machine and with every library.
std::uint64_t name_hash(std::string_view name) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char letter : name) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001B3ULL;
    }
    return hash;
}

/// Positions of municipalities from the first to the last adopter of `lever`. Who leads is drawn once per lever and
/// replicate, at the address (municipality's key in the upper half) xor (hash of the lever's name): other levers have
/// other leaders, and no municipality's place hangs on which others take part.
std::vector<std::size_t> order_of_adoption(const std::string& lever, std::span<const std::uint32_t> keys,
                                           const Luck& luck) {
    const std::uint64_t hash = name_hash(lever);
    std::vector<double> place(keys.size());
    for (std::size_t m = 0; m < keys.size(); ++m) {
        const std::uint64_t who = (static_cast<std::uint64_t>(keys[m]) << 32U) ^ hash;
        place[m] = luck.uniform(Purpose::rollout_order, who, before_first_month);
    }
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return place[one] != place[other] ? place[one] < place[other] : keys[one] < keys[other];
    });
    return order;
}

std::int64_t share_of(double share, std::size_t count) {
    return std::llround(share * static_cast<double>(count));
}

/// Month in which each municipality adopts: in the first month initial_share, k months later
/// initial_share + (municipality_share - initial_share) * k / rollout_months, whole municipalities.
std::vector<int> adoption_months(const DatedChange& change, std::span<const std::uint32_t> keys, const Luck& luck) {
    std::vector<int> adoption(keys.size(), never);
    const std::int64_t adopters = share_of(change.municipality_share, keys.size());
    const std::int64_t at_once = std::min(share_of(change.initial_share, keys.size()), adopters);
    const std::vector<std::size_t> order = order_of_adoption(change.lever, keys, luck);
    for (std::int64_t rank = 0; rank < adopters; ++rank) {
        std::int64_t wait = 0;
        if (rank >= at_once) {
            const std::int64_t followers = adopters - at_once;
            wait = ((rank - at_once + 1) * change.rollout_months + followers - 1) / followers;
        }
        const int month = change.from_month + static_cast<int>(wait);
        const bool before_end = change.until_month < 0 || month < change.until_month;
        if (before_end) adoption[order[static_cast<std::size_t>(rank)]] = month;
    }
    return adoption;
}

DatedChange not_begun(const ConditionalChange& change) {
    return {.lever = change.lever,
            .value = change.value,
            .from_month = never,
            .until_month = change.until_month,
            .rollout_months = change.rollout_months,
            .municipality_share = change.municipality_share,
            .initial_share = change.initial_share};
}

}  // namespace

Policy::Policy(const Scenario& scenario, std::span<const std::uint32_t> municipality_keys, const Luck& luck)
    : scenario_(&scenario), changes_(scenario.changes), luck_(luck) {
    assert(scenario.changes.size() + scenario.conditional_changes.size() <= change_limit);
    for (const DatedChange& change : scenario.changes) {
        adoption_month_.push_back(adoption_months(change, municipality_keys, luck));
        note_months(adoption_month_.size() - 1);
    }
    sort_months();
    for (const ConditionalChange& change : scenario.conditional_changes) {
        changes_.push_back(not_begun(change));
        adoption_month_.emplace_back(municipality_keys.size(), never);
    }
    if (!scenario.conditional_changes.empty()) keys_.assign(municipality_keys.begin(), municipality_keys.end());

    national_rules_ = rules_with(0);
    rules_of_.assign(municipality_keys.size(), national_rules_);
}

void Policy::begin(std::size_t number, int month) {
    assert(month > month_);
    const std::size_t i = scenario_->changes.size() + number;
    changes_[i].from_month = month;
    adoption_month_[i] = adoption_months(changes_[i], keys_, luck_);
    note_months(i);
    sort_months();
}

void Policy::end(std::size_t number, int month) {
    assert(month > month_);
    DatedChange& change = changes_[scenario_->changes.size() + number];
    assert(change.from_month < month);
    change.until_month = change.until_month < 0 ? month : std::min(change.until_month, month);
    event_months_.push_back(month);
    sort_months();
}

void Policy::note_months(std::size_t change) {
    event_months_.push_back(changes_[change].from_month);
    if (changes_[change].until_month >= 0) event_months_.push_back(changes_[change].until_month);
    for (const int month : adoption_month_[change])
        if (month != never) event_months_.push_back(month);
}

void Policy::sort_months() {
    std::sort(event_months_.begin(), event_months_.end());
    event_months_.erase(std::unique(event_months_.begin(), event_months_.end()), event_months_.end());
}

void Policy::advance_to(int month) {
    assert(month >= month_);
    const auto next_event = std::upper_bound(event_months_.begin(), event_months_.end(), month_);
    const bool anything_changes = next_event != event_months_.end() && *next_event <= month;
    month_ = month;
    if (!anything_changes) return;

    for (std::size_t m = 0; m < rules_of_.size(); ++m) rules_of_[m] = rules_with(changes_in_force(m, month));
    ChangeSet national = 0;
    for (std::size_t i = 0; i < changes_.size(); ++i) {
        const DatedChange& change = changes_[i];
        const bool ended = change.until_month >= 0 && month >= change.until_month;
        if (change.from_month <= month && !ended) national |= ChangeSet{1} << i;
    }
    national_rules_ = rules_with(national);
}

const Rules* Policy::rules_with(ChangeSet changes) {
    std::unique_ptr<Rules>& rules = known_rules_[changes];
    if (!rules) {
        rules = std::make_unique<Rules>(Rules{scenario_->parameters, scenario_->use_cases, {}});
        for (std::size_t i = 0; i < changes_.size(); ++i)
            if ((changes >> i & 1U) != 0) set_lever(*rules, changes_[i].lever, changes_[i].value);
        rules->mixes = mixes_of(rules->use_cases);
    }
    return rules.get();
}

Policy::ChangeSet Policy::changes_in_force(std::size_t municipality, int month) const {
    ChangeSet changes = 0;
    for (std::size_t i = 0; i < adoption_month_.size(); ++i) {
        const int until = changes_[i].until_month;
        const bool ended = until >= 0 && month >= until;
        if (adoption_month_[i][municipality] <= month && !ended) changes |= ChangeSet{1} << i;
    }
    return changes;
}

void set_lever(Rules& rules, const std::string& lever, double value) {
    set_lever(find_lever(lever), value, rules.parameters, rules.use_cases);
}

}  // namespace algemeente
