#include "experiments/missing_runs.h"

#include "experiments/design.h"
#include "output/csv_file.h"

#include <fmt/format.h>

#include <utility>

namespace algemeente {

namespace {

/// Points of the design of which every run is done. Point p of scenario s has number s * points + p.
constexpr const char* complete_points =
    "SELECT point % ?1 AS design_point FROM main.runs WHERE status = 'done' GROUP BY design_point HAVING count(*) = ?2";

std::int64_t runs_of_point(const Experiment& experiment) {
    return static_cast<std::int64_t>(experiment.scenarios.size()) * experiment.replicates;
}

}  // namespace

Completeness completeness_of(Store& store) {
    const Experiment& experiment = store.experiment();
    Completeness completeness{.points = point_count(experiment), .complete_points = 0, .runs = store.counts()};
    if (completeness.complete()) {
        completeness.complete_points = completeness.points;
        return completeness;
    }
    SqliteStatement count(store.connection(), fmt::format("SELECT count(*) FROM ({})", complete_points));
    count.bind(completeness.points).bind(runs_of_point(experiment));
    if (count.step()) completeness.complete_points = count.whole(0);
    return completeness;
}

void write_missing(Store& store, const std::filesystem::path& file) {
    const Experiment& experiment = store.experiment();
    CsvFile csv(file, "point,scenario,runs,done,failed,timeout,not_run");
    SqliteStatement row(store.connection(),
                        "SELECT points.point, points.scenario, count(run), ifnull(sum(status = 'done'), 0),"
                        " ifnull(sum(status = 'failed'), 0), ifnull(sum(status = 'timeout'), 0)"
                        " FROM main.points AS points LEFT JOIN main.runs AS runs"
                        " ON run >= points.point * ?1 AND run < (points.point + 1) * ?1"
                        " GROUP BY points.point HAVING ifnull(sum(status = 'done'), 0) < ?1 ORDER BY points.point");
    row.bind(std::int64_t{experiment.replicates});
    while (row.step()) {
        csv.whole(row.whole(0)).text(experiment.scenarios.at(static_cast<std::size_t>(row.whole(1))).name);
        csv.whole(experiment.replicates).whole(row.whole(3)).whole(row.whole(4)).whole(row.whole(5));
        csv.whole(experiment.replicates - row.whole(2)).end_row();
    }
    csv.finish();
}

void Store::show_complete_points_only() {
    // names in the temporary schema come before those of the file, so that whoever reads `points` reads these
    const std::int64_t points = point_count(experiment_);
    connection_.execute("CREATE TEMP TABLE complete_points (design_point INTEGER PRIMARY KEY)");
    SqliteStatement fill(connection_, fmt::format("INSERT INTO complete_points {}", complete_points));
    fill.bind(points).bind(runs_of_point(experiment_)).run();
    const auto show = [&](std::string_view table, std::string_view point) {
        connection_.execute(fmt::format(
            "CREATE TEMP VIEW {0} AS SELECT * FROM main.{0} WHERE {1} % {2} IN complete_points", table, point, points));
    };
    const std::string point_of_run = fmt::format("(run / {})", experiment_.replicates);
    show("points", "point");
    show("runs", "point");
    show("outcomes", point_of_run);
    if (experiment_.series) show("series", point_of_run);
}

}  // namespace algemeente
