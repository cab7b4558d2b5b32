// A month of citizens next to the bandwidth bound of their arrays, and a month of employees.
#include "benchmark/play.h"
#include "mathematics/vector_clones.h"

#include <benchmark/benchmark.h>

#include <utility>

namespace algemeente::benchmarks {

namespace {

/// Reads and writes what a month of citizens reads and writes, and does nothing else: `nothing` is 0.
ALGEMEENTE_VECTOR_CLONES
void stream(float* __restrict trust, const float* __restrict before, float* __restrict usual,
            const float* __restrict first, float* __restrict concern, const float* __restrict usual_concern,
            const float* __restrict exposure, std::size_t count, float nothing) {
    for (std::size_t i = 0; i < count; ++i) {
        trust[i] = before[i] + nothing * exposure[i];
        usual[i] = usual[i] + nothing * first[i];
        concern[i] = concern[i] + nothing * usual_concern[i];
    }
}

constexpr double bytes_per_citizen = 9 * sizeof(float);  // six read, of which two written, one only written

void stream_citizens(Citizens& citizens, float nothing) {
    stream(citizens.trust.data(), citizens.trust_before.data(), citizens.usual_trust.data(),
           citizens.first_trust.data(), citizens.concern.data(), citizens.usual_concern.data(),
           citizens.media_exposure.data(), citizens.places(), nothing);
}

void inform_everybody(Play& play) {
    World& world = play.world();
    std::swap(world.citizens.trust, world.citizens.trust_before);
    for (std::size_t i = 0; i < world.municipalities.size(); ++i)
        mechanisms::inform_citizens(world.municipalities[i], play.now_in(i));
}

void adapt_everybody(Play& play) {
    World& world = play.world();
    std::swap(world.employees.willingness, world.employees.willingness_before);
    for (std::size_t i = 0; i < world.municipalities.size(); ++i)
        mechanisms::adapt_employees(world.municipalities[i], play.now_in(i));
}

/// All of the citizen equations (47)-(49), and the bound month by month in between: both meet the same load.
void citizens_month(::benchmark::State& state) {
    Play& play = in_2025(static_cast<int>(state.range(0)));
    Citizens& citizens = play.world().citizens;
    const auto count = static_cast<double>(citizens.places());
    float nothing = 0;
    double months = 0;
    double model = 0;
    double bound = 0;
    inform_everybody(play);  // pages and caches
    for ([[maybe_unused]] auto _ : state) {
        const double start = cpu_seconds();
        inform_everybody(play);
        const double between = cpu_seconds();
        ::benchmark::DoNotOptimize(nothing);
        stream_citizens(citizens, nothing);
        ::benchmark::ClobberMemory();
        const double end = cpu_seconds();
        state.SetIterationTime(between - start);
        model += between - start;
        bound += end - between;
        ++months;
    }
    state.counters["citizens"] = count;
    state.counters["ns"] = 1e9 * model / (months * count);
    state.counters["bound_ns"] = 1e9 * bound / (months * count);
    state.counters["bound_gb_per_s"] = 1e-9 * bytes_per_citizen * months * count / bound;
    state.counters["ratio"] = model / bound;
}
BENCHMARK(citizens_month)
    ->ArgName("people_per_agent")
    ->Arg(1800)
    ->Arg(180)
    ->Arg(18)
    ->Arg(1)
    ->UseManualTime()
    ->Unit(::benchmark::kMillisecond);

void employees_month(::benchmark::State& state) {
    Play& play = in_2025(static_cast<int>(state.range(0)));
    const auto count = static_cast<double>(play.world().employees.places());
    double months = 0;
    double seconds = 0;
    adapt_everybody(play);
    for ([[maybe_unused]] auto _ : state) {
        const double start = cpu_seconds();
        adapt_everybody(play);
        const double passed = cpu_seconds() - start;
        state.SetIterationTime(passed);
        seconds += passed;
        ++months;
    }
    state.counters["employees"] = count;
    state.counters["ns"] = 1e9 * seconds / (months * count);
}
BENCHMARK(employees_month)
    ->ArgName("people_per_agent")
    ->Arg(500)
    ->Arg(18)
    ->Arg(1)
    ->UseManualTime()
    ->Unit(::benchmark::kMicrosecond);

}  // namespace

}  // namespace algemeente::benchmarks
