// What export and analyse do with a store that lacks runs: nothing in silence.
#pragma once

#include "cli/arguments.h"
#include "experiments/store.h"
#include "present/words/language.h"

namespace algemeente::cli {

struct MissingOptions {
    bool complete_only = false;
    bool allow_missing = false;
};

/// --complete-only and --allow-missing. `options` must outlive `app`.
void add_missing_options(CLI::App& app, MissingOptions& options);

/// Says on stderr which points and runs the store lacks, and lets its readers meet only complete points when that is
/// asked for. False when the store is not complete and neither option says what to do with it: exit_incomplete.
bool may_be_read(Store& store, const MissingOptions& options, present::Language language);

}  // namespace algemeente::cli
