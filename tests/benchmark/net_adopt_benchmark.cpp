// NetAdopt-8 on the parts of the engine, next to the version that one would write down first.
#include "benchmark/naive_net_adopt.h"
#include "benchmark/net_adopt.h"
#include "benchmark/play.h"

#include <benchmark/benchmark.h>

namespace algemeente::benchmarks {

namespace {

template <typename Model>
void net_adopt(::benchmark::State& state) {
    const auto count = static_cast<std::uint32_t>(state.range(0));
    Model model(count, Luck(1, 0));
    for (int month = 0; month < 12; ++month) model.pass_month();
    double months = 0;
    double seconds = 0;
    for ([[maybe_unused]] auto _ : state) {
        const double start = cpu_seconds();
        model.pass_month();
        const double passed = cpu_seconds() - start;
        state.SetIterationTime(passed);
        seconds += passed;
        ++months;
    }
    ::benchmark::DoNotOptimize(model.state(0));
    state.counters["agents"] = count;
    state.counters["million_updates_per_s"] = 1e-6 * months * count / seconds;
}
BENCHMARK(net_adopt<NetAdopt>)
    ->Name("net_adopt")
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->UseManualTime()
    ->Unit(::benchmark::kMicrosecond);
BENCHMARK(net_adopt<NaiveNetAdopt>)
    ->Name("naive_net_adopt")
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->UseManualTime()
    ->Unit(::benchmark::kMicrosecond);

}  // namespace

}  // namespace algemeente::benchmarks
