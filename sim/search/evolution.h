// Candidates and their offspring: simulated binary crossover and polynomial mutation (Deb and Agrawal 1995) on genes
// between 0 and 1. Every draw is looked up by round, child and gene, so that the same search gives the same candidates
// on any number of threads and after any interruption.
#pragma once

#include "random/design_luck.h"
#include "search/dominance.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace algemeente {

/// Each in 0..1.
using Genes = std::vector<double>;

struct EvolutionSettings {
    std::size_t population = 100;
    std::uint64_t seed = 1;
    double crossover_chance = 0.9;
    double crossover_index = 15;  ///< the higher, the nearer children are to their parents
    double mutation_index = 20;
};

class Evolution {
public:
    Evolution(std::size_t genes, EvolutionSettings settings)
        : genes_(genes), settings_(settings), luck_(settings.seed) {}

    /// The first candidates: in each gene one from each of `population` equal parts.
    std::vector<Genes> first() const;

    /// `population` children of round `round` (from 1 on): one parent wins a tournament among `parents`, the other is
    /// one of `best`, or wins another tournament where there are none.
    std::vector<Genes> offspring(int round, std::span<const Genes> parents, std::span<const Judged> judged,
                                 std::span<const Genes> best) const;

private:
    Genes child_of(std::uint64_t child, const Genes& one, const Genes& other) const;
    std::size_t winner(std::uint64_t child, std::uint32_t contest, std::span<const Judged> judged,
                       std::span<const int> ranks, std::span<const double> room) const;

    std::size_t genes_;
    EvolutionSettings settings_;
    DesignLuck luck_;
};

}  // namespace algemeente
