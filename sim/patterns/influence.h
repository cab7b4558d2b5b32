// Which factor weighs in which stage, and how much passes a stage and is worth when a factor is halved.
#pragma once

#include "ensemble/run_batch.h"
#include "observe/records.h"
#include "statistics/estimate.h"

#include <array>
#include <span>
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

/// Stages that a project passes on its way to use: idea, development, pilot, implementation.
inline constexpr std::size_t passage_count = 4;

/// Projects that entered a stage at least three years before the end, those of them that passed it, and their months.
struct Passage {
    double entered = 0;
    double passed = 0;
    double months = 0;  ///< in the stage, summed over those that passed
};
using Passages = std::array<std::array<Passage, passage_count>, domain_count>;

/// Reads them from the lives of projects of a run of so many months.
Passages passages_of(std::span<const ProjectRecord> projects, int months);

/// How a stage is passed at the standard values: share of those that enter, and months of those that pass.
struct StagePassage {
    Domain domain = Domain::social;
    Stage stage = Stage::idea;
    Estimate share;
    Estimate months;
};

/// Relative changes when a factor is halved, in all stages at once.
struct KnockDown {
    Factor factor = Factor::none;
    Domain domain = Domain::social;
    Estimate value;  ///< of algorithms in use, June 2027
    struct AtStage {
        Estimate share;   ///< of projects that pass the stage, of those that enter it
        Estimate months;  ///< that those that pass stay in it
    };
    std::array<AtStage, passage_count> stages;

    /// The stage whose share falls most.
    Stage hardest_hit() const;
};

struct Influence {
    std::vector<BindingShare> bindings;
    std::vector<StagePassage> passages;
    std::vector<KnockDown> knock_downs;
    bool cancelled = false;
};

Influence influence_of_factors(const Scenario& base, int replicates, const BatchOptions& runs);

}  // namespace algemeente
