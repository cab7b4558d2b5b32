// An experiment that takes a second, and its store as rows to compare.
#pragma once

#include "cli/run_program.h"
#include "experiments/experiment.h"
#include "experiments/store.h"
#include "places.h"

#include <string>
#include <vector>

namespace algemeente::testing {

/// Five municipalities, `months` months, `samples` points in two replicates: 2 x `samples` runs.
inline std::string small_experiment_text(int samples, int months = 36) {
    return "title = \"Small\"\nscenario = \"" + places::checkout().string() +
           "/scenarios/baseline.toml\"\n"
           "design = \"lhs\"\nsamples = " +
           std::to_string(samples) +
           "\nreplicates = 2\nseed = 7\n"
           "outcomes = [\"in_use\", \"value\", \"mean_trust\"]\noutcome_months = [\"2016-12\"]\n"
           "municipalities = 5\nmonths = " +
           std::to_string(months) +
           "\n"
           "[[uncertainty]]\nname = \"alderman_risk_aversion\"\n"
           "[[lever]]\nname = \"ethics_committee\"\nvalues = [0, 1]\nfrom = \"2015-06\"\n";
}

inline Experiment experiment_from_text(const std::string& text) {
    const TemporaryFolder folder;
    return read_experiment(folder.write("experiment.toml", text));
}

/// Everything in a store that does not depend on the clock, a line per row.
inline std::vector<std::string> rows_of(const std::string& store) {
    SqliteConnection connection(store, SqliteConnection::Mode::read);
    std::vector<std::string> rows;
    const auto add = [&](const std::string& sql, int columns) {
        SqliteStatement row(connection, sql);
        while (row.step()) {
            std::string line;
            for (int i = 0; i < columns; ++i) line += row.text(i) + "|";
            rows.push_back(line);
        }
    };
    const Experiment experiment = Store(store, Store::Access::read).experiment();
    add("SELECT run, point, replicate, status, seed, fingerprint, error FROM runs ORDER BY run", 7);
    add("SELECT * FROM points ORDER BY point", static_cast<int>(experiment.inputs.size()) + 2);
    add("SELECT * FROM outcomes ORDER BY run", static_cast<int>(kept_outcomes(experiment).size()) + 1);
    return rows;
}

}  // namespace algemeente::testing
