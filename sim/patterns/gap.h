// Which characteristics of use cases explain how much of the gap between the domains: what the thesis left open.
//
// A group of attributes is equalised: replaced by its mix-weighted average over all use cases, in both domains. The
// share of ln(physical / social) that disappears is what the group explains alone; Shapley's shares divide the whole
// fairly over groups that overlap, exactly, over all coalitions.
#pragma once

#include "ensemble/run_batch.h"
#include "scenario/members.h"
#include "statistics/estimate.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

struct AttributeGroup {
    std::string_view name;
    std::string_view meaning;
    std::span<double UseCase::*const> attributes;
};

inline constexpr std::size_t gap_group_count = 7;
inline constexpr std::size_t coalition_count = std::size_t{1} << gap_group_count;

std::span<const AttributeGroup, gap_group_count> attribute_groups();

/// Replaces the attributes of the groups in `coalition` (bit i: group i) by their averages.
void equalise(UseCaseTable& use_cases, std::size_t coalition);
/// Equalises every attribute but the mixes.
void equalise_everything(UseCaseTable& use_cases);

/// Shapley shares from a value per coalition (of equalised groups); they sum to the value of all groups.
std::array<double, gap_group_count> shapley_shares(std::span<const double> value_of_coalition);

/// A share of the gap: at the standard values with its interval over replicates, and over draws of the attributes, or
/// over members.
struct GapShare {
    Estimate standard;
    double prior_p05 = 0, prior_p50 = 0, prior_p95 = 0;  ///< NaN without draws or members
};

struct GapRow {
    std::string name;
    GapShare use_alone, use_shapley, value_alone, value_shapley;
};

struct GapDecomposition {
    Estimate use_gap;          ///< ln(physical / social) in use, June 2027
    Estimate value_gap;        ///< the same of value
    std::vector<GapRow> rows;  ///< the groups, then "all groups" and "every attribute" (alone only)
    int replicates = 0;
    int priors = 0;            ///< draws, or members
    bool are_members = false;  ///< sets of all assumptions that history allows, not draws of the attributes
    int replicates_per_prior = 0;
    bool cancelled = false;
};

struct GapOptions {
    int replicates = 32;
    int priors = 0;
    int replicates_per_prior = 4;
    std::shared_ptr<const Members> members;  ///< instead of draws: the base as each of them knows the world
    BatchOptions runs;
};

GapDecomposition explain_gap(const Scenario& base, const GapOptions& options);

}  // namespace algemeente
