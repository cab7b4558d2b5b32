// The search finds fronts that are known (Zitzler, Deb and Thiele 2000; Deb et al. 2005): hypervolumes within 1 %.
#include "search/evolution.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>

namespace algemeente {
namespace {

using Problem = std::function<Judged(const Genes&)>;

struct Found {
    std::vector<Genes> parents;
    std::vector<Judged> judged;
    EpsilonArchive archive;
};

Found evolved(const Problem& problem, std::size_t genes, int rounds, const std::vector<double>& epsilon,
              std::uint64_t seed = 1) {
    const Evolution evolution(genes, {.population = 100, .seed = seed});
    Found found{{}, {}, EpsilonArchive(epsilon)};
    std::vector<Genes> seen;
    std::vector<Genes> candidates = evolution.first();
    for (int round = 0; round <= rounds; ++round) {
        for (const Genes& one : candidates) {
            found.parents.push_back(one);
            found.judged.push_back(problem(one));
            found.archive.offer(seen.size(), found.judged.back());
            seen.push_back(one);
        }
        std::vector<Genes> parents;
        std::vector<Judged> judged;
        for (const std::size_t i : survivors(found.judged, 100)) {
            parents.push_back(found.parents[i]);
            judged.push_back(found.judged[i]);
        }
        found.parents = std::move(parents);
        found.judged = std::move(judged);
        std::vector<Genes> best;
        for (const EpsilonArchive::Member& member : found.archive.members()) best.push_back(seen[member.who]);
        candidates = evolution.offspring(round + 1, found.parents, found.judged, best);
    }
    return found;
}

double volume(const EpsilonArchive& archive, const std::vector<double>& reference) {
    std::vector<std::vector<double>> points;
    for (const EpsilonArchive::Member& member : archive.members()) points.push_back(member.objectives);
    return hypervolume(points, reference);
}

double zdt_distance(const Genes& genes) {
    double sum = 0;
    for (std::size_t i = 1; i < genes.size(); ++i) sum += genes[i];
    return 1 + 9 * sum / static_cast<double>(genes.size() - 1);
}

Judged zdt1(const Genes& genes) {
    const double g = zdt_distance(genes);
    return {{genes[0], g * (1 - std::sqrt(genes[0] / g))}, 0};
}
Judged zdt2(const Genes& genes) {
    const double g = zdt_distance(genes);
    return {{genes[0], g * (1 - genes[0] / g * genes[0] / g)}, 0};
}
Judged zdt3(const Genes& genes) {
    const double g = zdt_distance(genes);
    const double part = genes[0] / g;
    return {{genes[0], g * (1 - std::sqrt(part) - part * std::sin(10 * std::numbers::pi * genes[0]))}, 0};
}

/// Of `count` objectives; the first genes place a point on the sphere, the others its distance.
Judged dtlz2(const Genes& genes, std::size_t count) {
    double distance = 0;
    for (std::size_t i = count - 1; i < genes.size(); ++i) distance += (genes[i] - .5) * (genes[i] - .5);
    std::vector<double> objectives(count, 1 + distance);
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t i = 0; i + 1 < count - k; ++i) objectives[k] *= std::cos(genes[i] * std::numbers::pi / 2);
        if (k > 0) objectives[k] *= std::sin(genes[count - 1 - k] * std::numbers::pi / 2);
    }
    return {objectives, 0};
}

const std::vector<double> two_ends{1.1, 1.1};

}  // namespace

TEST(Evolution, begins_with_one_in_each_part_of_every_gene) {
    const std::vector<Genes> first = Evolution(3, {.population = 20}).first();
    ASSERT_EQ(first.size(), 20U);
    for (std::size_t gene = 0; gene < 3; ++gene) {
        std::vector<bool> there(20, false);
        for (const Genes& one : first) there[static_cast<std::size_t>(one[gene] * 20)] = true;
        for (const bool part : there) EXPECT_TRUE(part);
    }
}

TEST(Evolution, has_the_same_children_whenever_it_is_asked_and_others_in_other_rounds) {
    const Evolution evolution(5, {.population = 10, .seed = 3});
    const std::vector<Genes> parents = evolution.first();
    std::vector<Judged> judged;
    for (const Genes& one : parents) judged.push_back({{one[0], one[1]}, 0});
    const auto children = evolution.offspring(4, parents, judged, {});
    EXPECT_EQ(children, evolution.offspring(4, parents, judged, {}));
    EXPECT_NE(children, evolution.offspring(5, parents, judged, {}));
    EXPECT_NE(children, Evolution(5, {.population = 10, .seed = 4}).offspring(4, parents, judged, {}));
    for (const Genes& child : children)
        for (const double gene : child) EXPECT_TRUE(gene >= 0 && gene <= 1) << gene;
}

TEST(Evolution, finds_the_convex_front_of_zdt1) {
    const double known = 1.1 * 1.1 - 1.0 / 3;  // below the front lies 1/3 of the unit square
    EXPECT_NEAR(volume(evolved(zdt1, 30, 250, {.005, .005}).archive, two_ends), known, .01 * known);
}

TEST(Evolution, finds_the_concave_front_of_zdt2) {
    const double known = 1.1 * 1.1 - 2.0 / 3;
    EXPECT_NEAR(volume(evolved(zdt2, 30, 250, {.005, .005}).archive, two_ends), known, .01 * known);
}

TEST(Evolution, finds_the_pieces_of_zdt3) {
    std::vector<std::vector<double>> truth;
    for (int i = 0; i <= 100'000; ++i) truth.push_back(zdt3({i / 100'000.0, 0}).objectives);
    const double known = hypervolume(truth, two_ends);
    EXPECT_NEAR(volume(evolved(zdt3, 30, 250, {.005, .005}).archive, two_ends), known, .01 * known);
}

TEST(Evolution, finds_the_quarter_of_a_circle_of_dtlz2) {
    const double known = 1.1 * 1.1 - std::numbers::pi / 4;
    const auto problem = [](const Genes& genes) { return dtlz2(genes, 2); };
    EXPECT_NEAR(volume(evolved(problem, 11, 150, {.005, .005}).archive, two_ends), known, .01 * known);
}

/// An archive of a given fineness cannot cover a surface whole: it is held against the true one in the same archive.
TEST(Evolution, finds_the_eighth_of_a_sphere_of_dtlz2) {
    const std::vector<double> epsilon(3, .04);
    const std::vector<double> ends(3, 1.1);
    EpsilonArchive truth(epsilon);
    for (int i = 0; i <= 300; ++i)
        for (int j = 0; j <= 300; ++j) truth.offer(0, dtlz2({i / 300.0, j / 300.0}, 3));
    const double known = volume(truth, ends);
    EXPECT_NEAR(known, 1.1 * 1.1 * 1.1 - std::numbers::pi / 6, .06 * known) << "the known volume under a sphere";
    const auto problem = [](const Genes& genes) { return dtlz2(genes, 3); };
    EXPECT_NEAR(volume(evolved(problem, 12, 400, epsilon).archive, ends), known, .01 * known);
}

/// ZDT1 where only the half with f1 above a half is allowed.
TEST(Evolution, keeps_within_limits_and_finds_the_front_that_they_leave) {
    const auto problem = [](const Genes& genes) {
        Judged judged = zdt1(genes);
        judged.violation = std::max(0.0, .5 - judged.objectives[0]);
        return judged;
    };
    const Found found = evolved(problem, 10, 150, {.005, .005});
    for (const EpsilonArchive::Member& member : found.archive.members()) EXPECT_GE(member.objectives[0], .5);
    const double root = std::sqrt(.5);
    const double below = .5 - 2.0 / 3 * (1 - root * root * root);  // of 1 - sqrt(x) from 1/2 to 1
    const double known = .6 * 1.1 - below;
    EXPECT_NEAR(volume(found.archive, two_ends), known, .01 * known);
}

}  // namespace algemeente
