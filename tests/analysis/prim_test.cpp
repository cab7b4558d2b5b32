// PRIM against published numbers, hand-made boxes and a slow search that shares no code with it.
//
// The published trajectory of Bryant and Lempert 2010 is on data whose terms do not say that they may be passed on, so
// the whole trajectory is held against the slow search below, on data of our own.
#include "analysis/prim.h"

#include "analysis/test_functions.h"
#include "random/luck.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace algemeente::analysis {
namespace {

using namespace testing;

/// Even points in 0..1, of interest by `rule`.
template <typename Rule>
Cases even_cases(std::size_t count, std::size_t inputs, Rule rule) {
    const std::vector<Row> rows = sobol_points(inputs, count, 1);
    Cases cases;
    cases.points.resize(static_cast<Eigen::Index>(count), static_cast<Eigen::Index>(inputs));
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < inputs; ++j)
            cases.points(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rows[i][j];
        cases.of_interest.push_back(rule(rows[i], i));
    }
    return cases;
}

/// A corner of the space, with random mistakes; the third input has only four values, the fourth does not matter.
Cases noisy_corner(std::uint64_t seed) {
    const Luck luck(seed, 0);
    Cases cases = even_cases(400, 4, [](const Row&, std::size_t) { return false; });
    for (Eigen::Index i = 0; i < cases.points.rows(); ++i) {
        const Draws draw = luck.draws(Purpose::resampling, static_cast<std::uint64_t>(i), 3);
        cases.points(i, 0) = draw[0];
        cases.points(i, 2) = std::floor(4 * draw[1]);
        const bool corner = draw[0] > 0.4 && cases.points(i, 1) < 0.7 && cases.points(i, 2) >= 1;
        cases.of_interest[static_cast<std::size_t>(i)] = draw[2] < (corner ? 0.8 : 0.1);
    }
    return cases;
}

// --- the slow search: boxes as rows of limits, everything counted anew over all points -------------------------------

struct SlowBox {
    std::vector<double> limits;  ///< low and high of input 0, of input 1, ...
};

bool holds(const Cases& cases, const SlowBox& box, std::size_t row) {
    for (std::size_t input = 0; 2 * input < box.limits.size(); ++input) {
        const double value = cases.points(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(input));
        if (value < box.limits[2 * input] || value > box.limits[2 * input + 1]) return false;
    }
    return true;
}

std::pair<double, double> count(const Cases& cases, const SlowBox& box) {
    std::pair<double, double> counts{0, 0};
    for (std::size_t row = 0; row < cases.of_interest.size(); ++row)
        if (holds(cases, box, row)) {
            counts.first += 1;
            counts.second += cases.of_interest[row] ? 1 : 0;
        }
    return counts;
}

SlowBox slow_start(const Cases& cases) {
    SlowBox box;
    for (Eigen::Index input = 0; input < cases.points.cols(); ++input) {
        box.limits.push_back(cases.points.col(input).minCoeff());
        box.limits.push_back(cases.points.col(input).maxCoeff());
    }
    return box;
}

double slow_quantile(const Cases& cases, const SlowBox& box, std::size_t input, double share) {
    std::vector<double> values;
    for (std::size_t row = 0; row < cases.of_interest.size(); ++row)
        if (holds(cases, box, row))
            values.push_back(cases.points(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(input)));
    return halfway_quantile(values, share);
}

/// The best box a step away: `pasting` moves limits outwards. Sides are even (low) and odd (high) limits.
SlowBox slow_step(const Cases& cases, const SlowBox& box, const PrimSettings& settings, bool pasting, double& gain) {
    const SlowBox whole = slow_start(cases);
    const auto [points, interest] = count(cases, box);
    SlowBox best = box;
    gain = 0;
    std::ptrdiff_t fewest = 1000;
    for (std::size_t input = 0; 2 * input < box.limits.size(); ++input) {
        for (const std::size_t side : {2 * input + 1, 2 * input}) {
            const bool upper = side % 2 == 1;
            SlowBox next = box;
            if (pasting) {
                if (box.limits[side] == whole.limits[side]) continue;
                SlowBox strip = box;
                strip.limits[upper ? side - 1 : side + 1] = box.limits[side];
                strip.limits[side] = whole.limits[side];
                next.limits[side] =
                    count(cases, strip).first == 0
                        ? whole.limits[side]
                        : slow_quantile(cases, strip, input, upper ? settings.paste_share : 1 - settings.paste_share);
            } else {
                next.limits[side] =
                    slow_quantile(cases, box, input, upper ? 1 - settings.peel_share : settings.peel_share);
            }
            const auto [after, interest_after] = count(cases, next);
            if (after == points || after == 0) continue;
            std::ptrdiff_t restricted = 0;
            for (std::size_t j = 0; 2 * j < next.limits.size(); ++j)
                restricted +=
                    next.limits[2 * j] != whole.limits[2 * j] || next.limits[2 * j + 1] != whole.limits[2 * j + 1];
            const double found = (interest_after / after - interest / points) / std::abs(after - points);
            if (found > gain || (found == gain && gain > 0 && restricted < fewest)) {
                gain = found;
                best = next;
                fewest = restricted;
            }
        }
    }
    return best;
}

std::vector<std::pair<double, double>> slow_trajectory(const Cases& cases, const PrimSettings& settings) {
    SlowBox box = slow_start(cases);
    std::vector<std::pair<double, double>> counts{count(cases, box)};
    for (const bool pasting : {false, true}) {
        while (true) {
            double gain = 0;
            const SlowBox next = slow_step(cases, box, settings, pasting, gain);
            const auto found = count(cases, next);
            const bool right_way = pasting ? found.first > counts.back().first : found.first < counts.back().first;
            if (gain <= 0 || !right_way || found.first < settings.least_mass * counts.front().first) break;
            box = next;
            counts.push_back(found);
        }
    }
    return counts;
}

}  // namespace

TEST(HalfwayQuantile, follows_the_rule_of_sdtoolkit) {
    // EMA workbench test/test_analysis/test_prim.py: get_quantile
    const std::vector<double> digits = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    for (const double share : {0.9, 0.95}) EXPECT_EQ(halfway_quantile(digits, share), 8.5);
    for (const double share : {0.1, 0.05}) EXPECT_EQ(halfway_quantile(digits, share), 0.5);
    const std::vector<double> ones(10, 1.0);
    for (const double share : {0.9, 0.95, 0.1, 0.05}) EXPECT_EQ(halfway_quantile(ones, share), 1);
    const std::vector<double> doubled = {1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9};
    for (const double share : {0.9, 0.95}) EXPECT_EQ(halfway_quantile(doubled, share), 8.5);
    for (const double share : {0.1, 0.05}) EXPECT_EQ(halfway_quantile(doubled, share), 1.5);
}

TEST(PrimBox, is_measured_as_in_the_ema_workbench) {
    // EMA workbench test/test_analysis/test_prim.py: box a 0..2, c 1..6 on three points
    Cases cases;
    cases.points.resize(3, 3);
    cases.points << 0, 1, 2, 2, 5, 6, 3, 2, 1;
    cases.of_interest = {true, true, false};
    Box box = box_around(cases.points);
    EXPECT_EQ(measure(cases, box).restricted, 0U);
    box.high[0] = 2;
    const BoxMeasures found = measure(cases, box);
    EXPECT_EQ(found.coverage, 1);
    EXPECT_EQ(found.density, 1);
    EXPECT_EQ(found.restricted, 1U);
    EXPECT_DOUBLE_EQ(found.mass, 2.0 / 3);
}

TEST(QuasiP, of_a_published_limit) {
    // Bryant and Lempert 2010 as in EMA workbench examples/scenario_discovery.ipynb: box 21 holds 67 cases of interest
    // among 87 points; without "Cellulosic cost" it holds 68 among 95 (coverage 0.764045 of 89, mass 0.10771 of 882)
    EXPECT_NEAR(quasi_p(67, 87, 68.0 / 95), 0.15741333528927348, 1e-14);
    EXPECT_NEAR(67.0 / 89, 0.752809, 5e-7);
}

TEST(QuasiP, by_hand) {
    EXPECT_DOUBLE_EQ(quasi_p(2, 2, 0.5), 0.25);
    EXPECT_DOUBLE_EQ(quasi_p(1, 2, 0.5), 0.75);
    EXPECT_DOUBLE_EQ(quasi_p(0, 2, 0.5), 1);
}

TEST(Prim, takes_the_steps_of_a_slow_search) {
    std::size_t pasted = 0;
    std::size_t steps = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Cases cases = noisy_corner(seed);
        for (const double peel : {0.05, 0.1, 0.2}) {
            const PrimSettings settings{peel, 0.05, 0.08};
            const std::vector<BoxOnTrajectory> found = prim_trajectory(cases, settings);
            const auto expected = slow_trajectory(cases, settings);
            ASSERT_EQ(found.size(), expected.size()) << "seed " << seed << ", peel " << peel;
            for (std::size_t i = 0; i < found.size(); ++i) {
                EXPECT_EQ(static_cast<double>(found[i].measures.points), expected[i].first) << "seed " << seed;
                EXPECT_EQ(static_cast<double>(found[i].measures.cases), expected[i].second) << "seed " << seed;
                if (i > 0 && expected[i].first > expected[i - 1].first) ++pasted;
                // the measures of the trajectory are those of the box as it stands
                const BoxMeasures anew = measure(cases, found[i].box);
                EXPECT_EQ(anew.points, found[i].measures.points);
                EXPECT_EQ(anew.restricted, found[i].measures.restricted);
            }
            steps += found.size();
        }
    }
    EXPECT_GT(steps, 500U);
    EXPECT_GT(pasted, 0U);  // otherwise pasting was not tested
}

TEST(Prim, finds_a_box_that_is_there) {
    const Cases cases = even_cases(2000, 5, [](const Row& x, std::size_t) { return x[1] > 0.6 && x[3] < 0.5; });
    const std::vector<BoxOnTrajectory> trajectory = prim_trajectory(cases, {});
    const BoxOnTrajectory& chosen = trajectory[most_balanced(trajectory)];
    EXPECT_GT(chosen.measures.coverage, 0.9);
    EXPECT_GT(chosen.measures.density, 0.9);
    const Box simple = pruned(cases, chosen.box);
    const std::vector<Limit> limits = limits_of(cases, simple);
    ASSERT_EQ(limits.size(), 2U);
    for (const Limit& limit : limits) {
        EXPECT_TRUE(limit.input == 1 || limit.input == 3);
        EXPECT_EQ(limit.upper, limit.input == 3);
        EXPECT_NEAR(limit.at, limit.input == 1 ? 0.6 : 0.5, 0.05);
        EXPECT_LT(limit.quasi_p, 1e-6);
    }
}

TEST(Prim, peels_in_rising_density_and_keeps_the_least_mass) {
    const Cases cases = noisy_corner(3);
    const std::vector<BoxOnTrajectory> trajectory = prim_trajectory(cases, {0.1, 0.05, 0.1});
    EXPECT_EQ(trajectory.front().measures.coverage, 1);
    EXPECT_EQ(trajectory.front().measures.mass, 1);
    for (std::size_t i = 1; i < trajectory.size(); ++i) {
        EXPECT_GT(trajectory[i].measures.density, trajectory[i - 1].measures.density);
        EXPECT_GE(trajectory[i].measures.mass, 0.1);
    }
}

TEST(Prim, reproduces_inputs_that_matter_and_not_those_that_do_not) {
    const Cases cases = noisy_corner(1);
    const std::vector<BoxOnTrajectory> trajectory = prim_trajectory(cases, {});
    const Reproducibility found = reproducibility(cases, trajectory[most_balanced(trajectory)].measures, {}, 20, 1);
    EXPECT_EQ(found.resamples, 20);
    for (const auto& shares : {found.at_same_coverage, found.at_same_density}) {
        EXPECT_GE(shares[0], 0.8);
        EXPECT_GE(shares[1], 0.6);
        EXPECT_LT(shares[3], shares[0]);
    }
    const Reproducibility again = reproducibility(cases, trajectory[most_balanced(trajectory)].measures, {}, 20, 1);
    EXPECT_EQ(found.at_same_density, again.at_same_density);
}

// Four boxes catch all cases: the whole space, and three that peeling found without losing one. The last says most.
TEST(Prim, compares_with_the_densest_of_boxes_with_the_same_coverage) {
    std::vector<BoxOnTrajectory> trajectory(6);
    const auto set = [&](std::size_t box, double coverage, double density, std::size_t restricted) {
        trajectory[box].measures.coverage = coverage;
        trajectory[box].measures.density = density;
        trajectory[box].measures.restricted = restricted;
    };
    set(0, 1, 0.1, 0);
    set(1, 1, 0.2, 1);
    set(2, 1, 0.4, 2);
    set(3, 1, 0.4, 1);
    set(4, 0.8, 0.6, 2);
    set(5, 0.6, 0.6, 3);
    EXPECT_EQ(&nearest_in_coverage(trajectory, 1), &trajectory[3]);
    EXPECT_EQ(&nearest_in_coverage(trajectory, 0.95), &trajectory[3]);
    EXPECT_EQ(&nearest_in_coverage(trajectory, 0.7),
              &trajectory[4]);  // as far from both: the same density, fewer limits
    EXPECT_EQ(&nearest_in_density(trajectory, 0.6), &trajectory[4]);
    EXPECT_EQ(&nearest_in_density(trajectory, 0.4), &trajectory[3]);
}

TEST(Prim, finds_inputs_again_where_the_box_holds_all_cases) {
    // every case lies in x1 > 0.6, so that a box of coverage 1 and high density exists in every half
    const Cases cases = even_cases(400, 3, [](const Row& x, std::size_t) { return x[0] > 0.6; });
    const std::vector<BoxOnTrajectory> trajectory = prim_trajectory(cases, {});
    const BoxMeasures& measures = nearest_in_coverage(trajectory, 1).measures;
    EXPECT_EQ(measures.coverage, 1);
    EXPECT_EQ(reproducibility(cases, measures, {}, 10, 1).at_same_coverage[0], 1);
}

TEST(Prim, says_nothing_about_halves_that_were_not_drawn) {
    const Cases cases = noisy_corner(1);
    const Reproducibility none = reproducibility(cases, prim_trajectory(cases, {}).back().measures, {}, 0, 1);
    EXPECT_TRUE(std::isnan(none.at_same_coverage[0]));
    EXPECT_TRUE(std::isnan(none.at_same_density[0]));
}

TEST(Prim, puts_a_box_in_a_file_with_all_digits) {
    const std::vector<std::string> names = {"a", "b"};
    const std::vector<Limit> limits = {{0, false, 0.1234567890123, 0}, {1, true, 12345.5, 0}};
    EXPECT_EQ(box_in_file(limits, names), "a >= 0.1234567890123 and b <= 12345.5");
    EXPECT_EQ(box_in_file({}, names), "everywhere");
}

TEST(Prim, puts_a_box_in_words) {
    const std::vector<std::string> names = {"privacy_strictness_shift", "alderman_risk_aversion"};
    const std::vector<Limit> limits = {{0, false, 0.12, 0}, {1, true, 5.25, 0.01}};
    EXPECT_EQ(box_in_words(limits, names, present::Language::en),
              "privacy_strictness_shift >= 0.12 and alderman_risk_aversion <= 5.25");
    const std::vector<Limit> both = {{1, true, 5.25, 0}, {0, false, 0.12, 0.01}, {1, false, 3, 0.02}};
    EXPECT_EQ(box_in_words(both, names, present::Language::en),
              "3 <= alderman_risk_aversion <= 5.25 and privacy_strictness_shift >= 0.12");
    EXPECT_EQ(box_in_words({}, names, present::Language::en), "everywhere");
}

TEST(Prim, refuses_what_has_no_answer) {
    const Cases none = even_cases(50, 2, [](const Row&, std::size_t) { return false; });
    EXPECT_THROW(prim_trajectory(none, {}), InputError);
    const Cases all = even_cases(50, 2, [](const Row&, std::size_t) { return true; });
    EXPECT_THROW(prim_trajectory(all, {}), InputError);
    EXPECT_THROW(prim_trajectory(noisy_corner(1), {0.7, 0.05, 0.05}), InputError);
}

}  // namespace algemeente::analysis
