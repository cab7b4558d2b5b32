// Whole runs: one replicate, the first answer after a lever was moved, everybody in the Netherlands, and threads.
#include "benchmark/play.h"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

namespace algemeente::benchmarks {

namespace {

Scenario baseline_with(int municipalities) {
    return claims::small_scenario("baseline", municipalities, 180);
}

/// Runs one replicate of 180 months, recording on, on one core, over and over: outcomes, years, events, fingerprint.
void time_replicate(::benchmark::State& state, const Scenario& scenario) {
    const Country country = claims::country_of(scenario);
    double runs = 0;
    double seconds = 0;
    for ([[maybe_unused]] auto _ : state) {
        const double start = cpu_seconds();
        ::benchmark::DoNotOptimize(run_replicate(scenario, country, 1, 0, true).fingerprint);
        const double passed = cpu_seconds() - start;
        state.SetIterationTime(passed);
        seconds += passed;
        ++runs;
    }
    state.counters["municipalities"] = static_cast<double>(country.size());
    state.counters["ms"] = 1e3 * seconds / runs;
}

/// What suppliers cost: all municipalities without them (0) and with them (1), in one process.
void with_suppliers(::benchmark::State& state) {
    Scenario scenario = baseline_with(342);
    scenario.supply = state.range(0) != 0;
    time_replicate(state, scenario);
}
BENCHMARK(with_suppliers)->ArgName("supply")->Arg(0)->Arg(1)->UseManualTime()->Unit(::benchmark::kMillisecond);

void one_replicate(::benchmark::State& state) {
    time_replicate(state, baseline_with(static_cast<int>(state.range(0))));
}
BENCHMARK(one_replicate)
    ->ArgName("municipalities")
    ->Arg(25)
    ->Arg(50)
    ->Arg(100)
    ->Arg(200)
    ->Arg(342)
    ->UseManualTime()
    ->Unit(::benchmark::kMillisecond);

/// What a room waits for: a lever moves, eight replicates of 100 municipalities, on all cores; data read from files.
void first_answer(::benchmark::State& state) {
    Scenario scenario = baseline_with(100);
    EnsembleOptions options;
    options.replicates = 8;
    double levels = 1;
    for ([[maybe_unused]] auto _ : state) {
        scenario.parameters.change_capacity_multiplier = 1 + levels / 16;
        levels = levels < 16 ? levels + 1 : 1;
        ::benchmark::DoNotOptimize(run_ensemble({scenario}, options).fingerprint);
    }
}
BENCHMARK(first_answer)->MeasureProcessCPUTime()->UseRealTime()->Unit(::benchmark::kMillisecond);

/// Replicates side by side, of all municipalities: 64 as a comparison has, and 8 as a room waits for. Of eight, the
/// last of one thread may run alone.
void ensemble(::benchmark::State& state) {
    const Scenario scenario = baseline_with(342);
    EnsembleOptions options;
    options.replicates = static_cast<int>(state.range(0));
    options.threads = static_cast<int>(state.range(1));
    for ([[maybe_unused]] auto _ : state) ::benchmark::DoNotOptimize(run_ensemble({scenario}, options).fingerprint);
}
BENCHMARK(ensemble)
    ->ArgNames({"replicates", "threads"})
    ->Args({8, 1})
    ->Args({8, 2})
    ->Args({64, 1})
    ->Args({64, 2})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(::benchmark::kMillisecond);

/// Everybody: 18 million citizens and all employees, 180 months.
void whole_netherlands(::benchmark::State& state) {
    Scenario scenario = baseline_with(342);
    scenario.parameters.people_per_agent = 1;
    const Country country = claims::country_of(scenario);
    double made = 0;
    for ([[maybe_unused]] auto _ : state) {
        const double start = wall_seconds();
        made = 0;
        const auto note_first_month = [&] {
            if (made <= 0) made = wall_seconds() - start;
        };
        ::benchmark::DoNotOptimize(
            run_replicate(scenario, country, 1, 0, true, nullptr, note_first_month, static_cast<int>(state.range(0)))
                .fingerprint);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["first_month_s"] = made;  // the world is made, and one month passed
    state.counters["peak_gb"] = static_cast<double>(usage.ru_maxrss) * 1024 * 1e-9;
}
BENCHMARK(whole_netherlands)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Iterations(1)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(::benchmark::kSecond);

}  // namespace

}  // namespace algemeente::benchmarks
