// Exploration files, cells, and points that are bred.
#include "exploration/exploration.h"

#include "cli/run_program.h"
#include "exploration/breeding.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace algemeente::testing {

namespace {

class Place {
public:
    Place() {
        for (const char* name : {"baseline.toml", "with_suppliers.toml"})
            std::filesystem::create_symlink(places::checkout() / "scenarios" / name, folder_ / name);
    }
    Exploration with(const std::string& rest, const std::string& scenario = "with_suppliers") const {
        return read_exploration(
            folder_.write("e.toml", "title = \"T\"\nscenario = \"" + scenario + ".toml\"\nevaluations = 100\n" + rest));
    }
    std::string problem_with(const std::string& rest, const std::string& scenario = "with_suppliers") const {
        try {
            with(rest, scenario);
        } catch (const InputError& error) {
            return error.what();
        }
        return {};
    }

private:
    TemporaryFolder folder_;
};

std::size_t dimension_called(const Exploration& exploration, std::string_view name) {
    const auto dimensions = exploration.dimensions();
    const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                    [name](const PriorDimension& one) { return one.name == name; });
    return static_cast<std::size_t>(found - dimensions.begin());
}

}  // namespace

TEST(Exploration, that_comes_with_the_program_is_read) {
    const auto file = places::checkout() / "scenarios/exploration/domains.toml";
    const Exploration exploration = read_exploration(file);
    EXPECT_EQ(exploration.axes.size(), 3U);
    EXPECT_EQ(exploration.base.months(), past_months);
    EXPECT_EQ(exploration.with_scandal.back().from_month, scandal_month);
    ASSERT_TRUE(exploration.question);
    EXPECT_EQ(exploration.question->name(), "own_gap");
    EXPECT_TRUE(exploration.question->holds(-.1));
    EXPECT_FALSE(exploration.question->holds(.1));
    EXPECT_TRUE(is_exploration_file(file));
    EXPECT_FALSE(is_exploration_file(places::checkout() / "scenarios/calibration/2025.toml"));
    EXPECT_THROW(read_exploration(places::checkout() / "scenarios/baseline.toml"), InputError);
}

TEST(Exploration, has_three_axes_unless_it_names_others_and_two_without_suppliers) {
    const Place place;
    EXPECT_EQ(place.with("").axes.size(), 3U);
    EXPECT_EQ(place.with("", "baseline").axes.size(), 2U);
    const Exploration own = place.with("[[axis]]\nresult = \"trust\"\nlow = 0\nhigh = 1\ncells = 7\n");
    ASSERT_EQ(own.axes.size(), 1U);
    EXPECT_EQ(own.cell_count(), 7U);
}

TEST(Exploration, draws_what_is_assumed_of_suppliers_where_there_are_suppliers) {
    const Place place;
    const Exploration with = place.with("");
    const Exploration without = place.with("", "baseline");
    EXPECT_LT(dimension_called(with, "supply_contact"), with.dimensions().size());
    EXPECT_EQ(dimension_called(without, "supply_contact"), without.dimensions().size());
    EXPECT_EQ(dimension_called(with, "supplier_audit"), with.dimensions().size()) << "a lever is decided";
}

TEST(Exploration, that_is_wrong_is_refused_with_line_and_key) {
    const Place place;
    EXPECT_EQ(place.problem_with(""), "");
    const auto has = [&](const std::string& rest, const std::string& words, const std::string& scenario) {
        const std::string problem = place.problem_with(rest, scenario);
        EXPECT_NE(problem.find(words), std::string::npos) << rest << " gave: " << problem;
        EXPECT_NE(problem.find("e.toml:"), std::string::npos) << problem;
    };
    const std::string supplied = "with_suppliers";
    has("plain = 101\n", "is more than the 100 evaluations", "with_suppliers");
    has("plian = 300\n", "did you mean 'plain'", supplied);
    has("generation = 1\n", ":4: generation", supplied);
    has("[[axis]]\nresult = \"trsut\"\nlow = 0\nhigh = 1\n", "did you mean 'trust'", supplied);
    has("[[axis]]\nresult = \"trust\"\nlow = 1\nhigh = 1\n", "is not below", supplied);
    has("[[axis]]\nresult = \"trust\"\nhigh = 1\n", "low", supplied);
    has("[[axis]]\nresult = \"trust\"\nlow = 0\nhigh = 1\n[[axis]]\nresult = \"trust\"\nlow = 0\nhigh = 1\n", "twice",
        supplied);
    has("[[axis]]\nresult = \"register_gap\"\nlow = 0\nhigh = 1\n", "only there in a world with suppliers", "baseline");
    has("[question]\nresult = \"own_gap\"\n", "either below or above", supplied);
    has("[question]\nresult = \"own_gap\"\nbelow = 0\nabove = 1\n", "either below or above", supplied);
}

TEST(Exploration, is_another_one_when_other_runs_come_of_it) {
    const Place place;
    const std::string identity = exploration_identity(place.with(""));
    EXPECT_EQ(identity, exploration_identity(place.with("")));
    EXPECT_NE(identity, exploration_identity(place.with("seed = 2\n")));
    EXPECT_NE(identity, exploration_identity(place.with("generation = 50\n")));
    EXPECT_NE(identity, exploration_identity(place.with("[question]\nresult = \"own_gap\"\nbelow = 0\n")));
    // more runs go on with the same store
    Exploration longer = place.with("");
    longer.evaluations = 200;
    EXPECT_EQ(identity, exploration_identity(longer));
}

TEST(Cells, are_counted_axis_by_axis_and_the_outermost_have_no_end) {
    const std::vector<ExplorationAxis> axes = {{0, 0, 1, 4}, {1, -1, 1, 2}};
    EXPECT_EQ(cell_of(axes, std::vector<double>{.3, -.5}), 1U * 2 + 0);
    EXPECT_EQ(cell_of(axes, std::vector<double>{.8, .5}), 3U * 2 + 1);
    EXPECT_EQ(cell_of(axes, std::vector<double>{-7, 9}), 0U * 2 + 1);
    EXPECT_EQ(cell_of(axes, std::vector<double>{1, 1}), 3U * 2 + 1);
    EXPECT_EQ(cell_of(axes, std::vector<double>{std::nan(""), 0}), std::nullopt);
    EXPECT_EQ(places_of_cell(axes, 7), (std::vector<int>{3, 1}));
}

TEST(Breeding, gives_a_point_of_its_parents_and_a_few_numbers_of_its_own) {
    constexpr std::size_t width = 400;
    const Breeder breeder(3, width);
    std::vector<std::vector<double>> points = {std::vector<double>(width, .25), std::vector<double>(width, .75)};
    Archive archive;
    archive.add(0, 10);
    archive.add(1, 20);
    int plain = 0;
    int mixed = 0;
    for (std::uint64_t number = 2; number < 202; ++number) {
        const std::vector<double> child = breeder.child(number, archive, points);
        ASSERT_EQ(child, breeder.child(number, archive, points));
        const auto low = std::count(child.begin(), child.end(), .25);
        const auto high = std::count(child.begin(), child.end(), .75);
        EXPECT_TRUE(std::all_of(child.begin(), child.end(), [](double x) { return x > 0 && x < 1; }));
        if (low + high == 0) {
            ++plain;
            EXPECT_EQ(child, breeder.plain(number));
        } else {
            EXPECT_GT(low + high, 400 * .6) << "at most three in ten are drawn anew";
            mixed += low > 80 && high > 80 ? 1 : 0;
        }
    }
    EXPECT_NEAR(plain, 20, 14);  // one in ten
    EXPECT_GT(mixed, 20);
}

TEST(Breeding, chooses_parents_where_little_has_been_seen) {
    constexpr std::size_t width = 50;
    const Breeder breeder(3, width);
    std::vector<std::vector<double>> points;
    Archive archive;
    for (std::size_t i = 0; i < 100; ++i) {  // 99 points in one cell, one in another
        points.emplace_back(width, i == 99 ? .75 : .25);
        archive.add(i, i == 99 ? 1 : 0);
    }
    double rare = 0;
    double all = 0;
    for (std::uint64_t number = 100; number < 400; ++number) {
        const std::vector<double> child = breeder.child(number, archive, points);
        rare += static_cast<double>(std::count(child.begin(), child.end(), .75));
        all += static_cast<double>(std::count(child.begin(), child.end(), .25));
    }
    EXPECT_GT(rare, 2 * all);
}

}  // namespace algemeente::testing
