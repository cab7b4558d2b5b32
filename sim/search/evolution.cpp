#include "search/evolution.h"

#include "mathematics/elementary.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

/// The number of a child over all rounds, to look its draws up by.
std::uint64_t number_of(int round, std::size_t child) {
    return (static_cast<std::uint64_t>(round) << 32U) | child;
}

/// x to a power above 0, of x from 0 on.
double raised(double x, double exponent) {
    constexpr double nothing = 1e-12;
    return x < nothing ? 0 : power(x, exponent);
}

/// How far a child lies beyond the parents, of which one is `near` to the end of the range (Deb and Agrawal 1995).
double spread_factor(double draw, double near, double index) {
    const double alpha = 2 - power(near, -(index + 1));
    const double exponent = 1 / (index + 1);
    return draw <= 1 / alpha ? raised(draw * alpha, exponent) : power(1 / (2 - draw * alpha), exponent);
}

/// One of the two children of a gene.
double crossed(double one, double other, double draw, bool upper, double index) {
    const double low = std::min(one, other);
    const double high = std::max(one, other);
    constexpr double same = 1e-14;
    if (high - low < same) return one;
    const double room = upper ? 1 - high : low;
    const double factor = spread_factor(draw, 1 + 2 * room / (high - low), index);
    const double middle = (low + high) / 2;
    return std::clamp(upper ? middle + factor * (high - low) / 2 : middle - factor * (high - low) / 2, 0.0, 1.0);
}

double mutated(double gene, double draw, double index) {
    const double exponent = 1 / (index + 1);
    if (draw < 0.5) {
        const double inside = 2 * draw + (1 - 2 * draw) * raised(1 - gene, index + 1);
        return std::clamp(gene + raised(inside, exponent) - 1, 0.0, 1.0);
    }
    const double inside = 2 * (1 - draw) + 2 * (draw - 0.5) * raised(gene, index + 1);
    return std::clamp(gene + 1 - raised(inside, exponent), 0.0, 1.0);
}

}  // namespace

std::vector<Genes> Evolution::first() const {
    std::vector<Genes> all(settings_.population, Genes(genes_));
    const auto count = static_cast<std::uint32_t>(settings_.population);
    for (std::uint32_t gene = 0; gene < genes_; ++gene) {
        const std::vector<std::uint32_t> order = luck_.shuffled(count, DesignPurpose::search_first, gene);
        for (std::uint32_t i = 0; i < count; ++i)
            all[i][gene] =
                (order[i] + luck_.uniform(DesignPurpose::search_first, number_of(0, i) + count + 1, gene)) / count;
    }
    return all;
}

std::size_t Evolution::winner(std::uint64_t child, std::uint32_t contest, std::span<const Judged> judged,
                              std::span<const int> ranks, std::span<const double> room) const {
    const auto count = static_cast<std::uint32_t>(judged.size());
    const std::size_t one = luck_.below(count, DesignPurpose::search_parent, child, 2 * contest);
    const std::size_t other = luck_.below(count, DesignPurpose::search_parent, child, 2 * contest + 1);
    if (ranks[one] != ranks[other]) return ranks[one] < ranks[other] ? one : other;
    return room[other] > room[one] ? other : one;
}

Genes Evolution::child_of(std::uint64_t child, const Genes& one, const Genes& other) const {
    Genes genes = one;
    const bool crosses = luck_.uniform(DesignPurpose::search_cross, child) < settings_.crossover_chance;
    // of the two children one lives, and which is drawn for each gene
    for (std::uint32_t gene = 0; gene < genes_; ++gene) {
        const auto draw = [&](DesignPurpose purpose, std::uint32_t which) {
            return luck_.uniform(purpose, child, 3 * gene + which);
        };
        if (crosses && draw(DesignPurpose::search_cross_gene, 0) < 0.5)
            genes[gene] = crossed(one[gene], other[gene], draw(DesignPurpose::search_cross_gene, 1),
                                  draw(DesignPurpose::search_cross_gene, 2) < 0.5, settings_.crossover_index);
        if (draw(DesignPurpose::search_mutate, 0) * static_cast<double>(genes_) < 1)
            genes[gene] = mutated(genes[gene], draw(DesignPurpose::search_mutate, 1), settings_.mutation_index);
    }
    return genes;
}

std::vector<Genes> Evolution::offspring(int round, std::span<const Genes> parents, std::span<const Judged> judged,
                                        std::span<const Genes> best) const {
    const std::vector<int> ranks = ranks_of(judged);
    std::vector<double> room(judged.size(), 0);
    for (int rank = 0; std::find(ranks.begin(), ranks.end(), rank) != ranks.end(); ++rank) {
        std::vector<std::size_t> front;
        for (std::size_t i = 0; i < ranks.size(); ++i)
            if (ranks[i] == rank) front.push_back(i);
        const std::vector<double> of_front = crowding_of(judged, front);
        for (std::size_t i = 0; i < front.size(); ++i) room[front[i]] = of_front[i];
    }
    std::vector<Genes> children;
    for (std::size_t i = 0; i < settings_.population; ++i) {
        const std::uint64_t child = number_of(round, i);
        const Genes& one = parents[winner(child, 0, judged, ranks, room)];
        if (best.empty()) {
            children.push_back(child_of(child, one, parents[winner(child, 1, judged, ranks, room)]));
            continue;
        }
        constexpr std::uint32_t of_best = 4;  // behind the four draws of two contests
        const auto count = static_cast<std::uint32_t>(best.size());
        children.push_back(
            child_of(child, one, best[luck_.below(count, DesignPurpose::search_parent, child, of_best)]));
    }
    return children;
}

}  // namespace algemeente
