#include "ensemble/replicate_run.h"

#include "mechanisms/schedule.h"
#include "observe/fingerprint.h"
#include "observe/policy_prices.h"
#include "text/calendar.h"

#include <chrono>
#include <span>
#include <utility>

namespace algemeente {

namespace {

using Moment = std::chrono::steady_clock::time_point;

/// Adds the time since `start` to a part of the profile, if there is one.
void add_time(RunProfile* profile, std::int64_t RunProfile::*part, Moment start) {
    if (profile == nullptr) return;
    const auto passed = std::chrono::steady_clock::now() - start;
    profile->*part += std::chrono::duration_cast<std::chrono::nanoseconds>(passed).count();
}

Moment now_if(const RunProfile* profile) {
    return profile == nullptr ? Moment{} : std::chrono::steady_clock::now();
}

}  // namespace

ReplicateRun::ReplicateRun(std::shared_ptr<const Scenario> scenario, const Country& country, std::uint64_t seed,
                           int replicate, bool keep_events, RunProfile* profile, Crew* crew)
    : scenario_(std::move(scenario)), conditions_(*scenario_) {
    const Luck luck(seed, static_cast<std::uint64_t>(replicate));
    const Moment beginning = now_if(profile);
    world_ = make_world(*scenario_, country, luck, crew);
    add_time(profile, &RunProfile::world, beginning);
    world_.record_events = keep_events;
    world_.month = 0;
    keys_.reserve(country.size());
    for (const MunicipalityFacts& facts : country) keys_.push_back(facts.key);
    policy_ = std::make_unique<Policy>(*scenario_, keys_, luck);
}

ReplicateRun::ReplicateRun(const ReplicateRun& past, std::shared_ptr<const Scenario> scenario)
    : scenario_(std::move(scenario)),
      keys_(past.keys_),
      world_(past.world_),
      history_(past.history_),
      records_(past.records_),
      use_cases_(past.use_cases_),
      register_(past.register_),
      conditions_(*scenario_),
      policy_(std::make_unique<Policy>(*scenario_, keys_, world_.luck)) {
    // the rules of a month hang on the scenario, the month and, where there are conditions, what was seen before
    for (int month = 1; month < world_.month; ++month) conditions_.decide(month, history_, policy_.get());
    if (world_.month > 0) policy_->advance_to(world_.month - 1);
}

std::vector<const Rules*> ReplicateRun::rules_of_last_month() const {
    std::vector<const Rules*> rules(keys_.size(), nullptr);
    for (std::size_t i = 0; world_.month > 0 && i < rules.size(); ++i) rules[i] = &policy_->rules_for(i);
    return rules;
}

void ReplicateRun::pass_month(Crew* crew, RunProfile* profile) {
    const std::vector<const Rules*> rules_before = rules_of_last_month();
    conditions_.decide(world_.month, history_, policy_.get());
    policy_->advance_to(world_.month);
    const double label_personal_data = policy_->national_rules().parameters.label_personal_data;
    Tally tally;
    PolicyBook book;
    if (world_.record_events) records_.begin_month(world_.month);
    const auto read = [&](std::size_t position) {
        const Moment beginning = now_if(profile);
        const Municipality& municipality = world_.municipalities[position];
        add_to(tally, municipality, label_personal_data);
        use_cases_.note(world_.events_this_month[position]);
        const Rules& rules = policy_->rules_for(position);
        book.add(tally, municipality, world_.catalogue, rules, rules_before[position]);
        register_.note(position, municipality, world_, rules.parameters, rules.use_cases);
        if (world_.record_events) records_.note(position, municipality, world_.events_this_month[position]);
        add_time(profile, &RunProfile::outcomes, beginning);
    };
    algemeente::pass_month(world_, *policy_, scenario_->shocks, crew,
                           profile == nullptr ? nullptr : &profile->mechanisms, read);
    const Moment month_end = now_if(profile);
    const RegisterCounts records = world_.catalogue.empty() ? RegisterCounts{} : register_.counts(world_);
    for (std::size_t d = 0; d < domain_count; ++d) {
        tally.domains[d].registered = records.records[d];
        tally.domains[d].registered_out_of_use = records.say_ended[d];
        tally.domains[d].registered_mandated = records.mandated[d];
    }
    const std::size_t years_before = history_.years.size();
    observe(tally, world_, history_);
    register_.count_in(std::span(history_.years).subspan(years_before));
    if (is_december(world_.month)) {
        const std::size_t kinds_before = history_.use_cases.size();
        use_cases_.end_year(world_, scenario_->use_cases.size(), history_.use_cases);
        register_.count_in(std::span(history_.use_cases).subspan(kinds_before));
    }
    add_time(profile, &RunProfile::outcomes, month_end);
    ++world_.month;
}

History ReplicateRun::take_history() {
    history_.events = std::move(world_.events);
    history_.records = records_.take(world_);
    history_.records_in_register = register_.records();
    history_.fingerprint = fingerprint(world_);
    return std::move(history_);
}

}  // namespace algemeente
