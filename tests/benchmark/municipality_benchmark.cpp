// A municipality's month without people, with and without projects.
#include "benchmark/play.h"

#include <benchmark/benchmark.h>

namespace algemeente::benchmarks {

namespace {

struct Course {
    double seconds = 0;
    double municipality_months = 0;
    double project_months = 0;
};

/// Fifteen years with ten citizens a municipality and one employee a department, in processor time.
Course course_of(double ideas_per_month) {
    Scenario scenario = baseline_of(100000);
    scenario.parameters.employee_agents_floor = 1;
    if (ideas_per_month >= 0) scenario.parameters.ideas_per_month = ideas_per_month;
    Play play(scenario);
    Course course;
    for (int month = 0; month < scenario.months(); ++month) {
        const double start = cpu_seconds();
        play.pass_month();
        course.seconds += cpu_seconds() - start;
        course.municipality_months += static_cast<double>(play.world().municipalities.size());
        for (const Municipality& municipality : play.world().municipalities)
            course.project_months += static_cast<double>(municipality.projects.size());
    }
    return course;
}

void municipality_month(::benchmark::State& state) {
    Course busy;
    Course quiet;
    const auto add = [](Course& sum, const Course& course) {
        sum.seconds += course.seconds;
        sum.municipality_months += course.municipality_months;
        sum.project_months += course.project_months;
    };
    for ([[maybe_unused]] auto _ : state) {
        const Course course = course_of(-1);
        state.SetIterationTime(course.seconds);
        add(busy, course);
        add(quiet, course_of(0));
    }
    const double busy_ns = 1e9 * busy.seconds / busy.municipality_months;
    const double quiet_ns = 1e9 * quiet.seconds / quiet.municipality_months;
    const double projects = busy.project_months / busy.municipality_months;
    state.counters["ns"] = busy_ns;
    state.counters["without_projects_ns"] = quiet_ns;
    state.counters["projects"] = projects;
    state.counters["project_month_ns"] = (busy_ns - quiet_ns) / projects;
}
BENCHMARK(municipality_month)->UseManualTime()->Unit(::benchmark::kMillisecond);

}  // namespace

}  // namespace algemeente::benchmarks
