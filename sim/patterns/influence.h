// Which factor weighs in which stage, and how much value hangs on each.
#pragma once

#include "patterns/bootstrap.h"
#include "patterns/many_runs.h"

#include <string>
#include <vector>

namespace algemeente {

/// Share of project-months of a period in which a factor was the lowest of those that count in the stage.
struct BindingShare {
    Domain domain = Domain::social;
    Stage stage = Stage::development;
    int first_year = 0;
    int last_year = 0;
    Factor factor = Factor::none;
    Estimate share;
};

/// Change of value when a factor is halved.
struct KnockDown {
    Factor factor = Factor::none;
    Domain domain = Domain::social;
    Estimate change;
};

struct Influence {
    std::vector<BindingShare> bindings;
    std::vector<KnockDown> knock_downs;
    bool cancelled = false;
};

Influence influence_of_factors(const Scenario& base, int replicates, const ManyRunsOptions& runs);

}  // namespace algemeente
