// What an experiment will take, told before it is run.
#pragma once

#include "experiments/experiment.h"
#include "present/words/language.h"

#include <string>

namespace algemeente::cli {

/// "'Which assumptions matter?', lhs of 500 points x 4 replicates x 1 scenario: 2000 runs; ..." with the time on all
/// cores, from a probe of at most a few seconds, and the size of the store.
std::string forecast(const Experiment& experiment, present::Language language);

}  // namespace algemeente::cli
