#include "cli/saved_runs.h"

#include "scenario/scenario_difference.h"
#include "scenario/scenario_past.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>

#include <utility>

namespace algemeente::cli {

namespace {

void require_month_of_run(int month, int first, int last) {
    if (month < first || month > last)
        throw InputError(
            fmt::format("--save: {} is outside this run; expected a month from {} to {}, the month after "
                        "its last",
                        date_of(month), date_of(first), date_of(last)));
}

/// A result folder that is replaced must not take the file along.
void require_elsewhere(const std::filesystem::path& file, const std::filesystem::path& out) {
    std::error_code ignored;
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    if (std::filesystem::equivalent(folder, out, ignored))
        throw InputError(
            fmt::format("--out: {}: holds the file of --from, which would be lost; name another folder", out.string()));
}

}  // namespace

SavedRuns::SavedRuns(RunOptions& options, std::vector<Scenario>& scenarios) {
    const MadeWith now = made_with_now(scenarios);
    if (!options.from.empty()) {
        require_elsewhere(options.from, options.out);
        try {
            from_ = std::make_unique<SavedWorlds>(std::filesystem::path(options.from));
        } catch (const InputError& error) {
            throw InputError(fmt::format("--from: {}", error.what()));
        }
        take_from(options, scenarios);
        require_same_made_with(options, now);
        for (const Scenario& scenario : scenarios) require_same_past(scenario);
    }
    if (!options.save_month) return;
    const Scenario& scenario = scenarios.front();
    require_month_of_run(*options.save_month, from_ ? from_->head().month : 0, scenario.months());
    to_ = SavedWorldsHead{.made_with = now,
                          .scenario = scenario,
                          .seed = options.ensemble.seed,
                          .replicates = options.ensemble.replicates,
                          .month = *options.save_month,
                          .events = options.ensemble.events};
}

void SavedRuns::refuse(const std::string& problem) const {
    throw InputError(fmt::format("--from: {}: {}", from_->name(), problem));
}

void SavedRuns::take_from(RunOptions& options, std::vector<Scenario>& scenarios) {
    const SavedWorldsHead& head = from_->head();
    const auto require_same = [this](std::string_view option, bool given, const std::string& asked,
                                     const std::string& saved) {
        if (given && asked != saved)
            refuse(fmt::format("has {} {}, not {}; leave {} out", option.substr(2), saved, asked, option));
    };
    require_same("--replicates", options.replicates_given, fmt::format("{}", options.ensemble.replicates),
                 fmt::format("{}", head.replicates));
    require_same("--seed", options.seed_given, fmt::format("{}", options.ensemble.seed), fmt::format("{}", head.seed));
    require_same("--events", options.events_given, event_scope_word(options.ensemble.events),
                 event_scope_word(head.events));
    options.ensemble.replicates = head.replicates;
    options.ensemble.seed = head.seed;
    options.ensemble.events = head.events;
    for (Scenario& scenario : scenarios) {
        require_same("--municipalities", options.municipalities.has_value(),
                     municipalities_text(scenario.municipalities), municipalities_text(head.scenario.municipalities));
        scenario.municipalities = head.scenario.municipalities;
    }
}

void SavedRuns::require_same_made_with(const RunOptions& options, const MadeWith& now) const {
    const MadeWith& then = from_->head().made_with;
    if (const std::string changes = changes_of_data(then.data, now.data); !changes.empty())
        refuse(fmt::format("was saved with other data ({}); restore them, or save it anew", changes));
    const std::string changes = changes_of_program(then.program, now.program);
    if (!changes.empty() && !options.other_program_allowed)
        refuse(
            fmt::format("was saved by another build of this program ({}), so that later months may differ from those "
                        "of an uninterrupted run; save it anew, or allow it with --allow-other-program",
                        changes));
}

void SavedRuns::require_same_past(const Scenario& scenario) const {
    const int month = from_->head().month;
    if (!same_until(from_->head().scenario, scenario, month))
        refuse(
            fmt::format("was saved at the beginning of {}, and '{}' differs from the saved '{}' before: {}; go on "
                        "from an earlier month, or run it from the start",
                        date_of(month), scenario.name, from_->head().scenario.name,
                        difference_before(from_->head().scenario, scenario, month)));
    if (scenario.months() < month)
        refuse(
            fmt::format("was saved at the beginning of {}, and '{}' ends before; lengthen it, for example with "
                        "--months {}",
                        date_of(month), scenario.name, month));
}

RunStops SavedRuns::begin(const std::filesystem::path& folder) {
    RunStops stops;
    if (from_) {
        stops.begin_month = from_->head().month;
        stops.begin = [this](const RunJob& job, const Country& country, Crew* crew) {
            return from_->run(job.replicate, job.scenario, country, crew);
        };
    }
    if (to_) {
        writer_ = std::make_unique<SavedWorldsWriter>(folder / saved_worlds_name(to_->month), *to_);
        stops.keep_month = to_->month;
        stops.keep = [this](const RunJob& job, const ReplicateRun& run) { writer_->add(job.replicate, run); };
    }
    return stops;
}

void SavedRuns::end(bool complete) {
    if (writer_ && complete) writer_->finish();
    writer_.reset();
}

std::optional<SavedOrigin> SavedRuns::origin() const {
    if (!from_) return {};
    return SavedOrigin{from_->name(), from_->head().month, from_->checksum(), from_->head().made_with.program.commit};
}

}  // namespace algemeente::cli
