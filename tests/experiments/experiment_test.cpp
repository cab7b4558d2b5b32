// Experiment files: what they mean, and what is said when they are wrong.
#include "experiments/experiment.h"

#include "experiments/design.h"
#include "experiments/small_experiment.h"
#include "places.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace algemeente::testing {

namespace {

namespace fs = std::filesystem;

const fs::path invalid_folder = places::checkout() / "tests/fixtures/invalid_experiments";
const fs::path shipped_folder = places::checkout() / "scenarios/experiments";

std::vector<fs::path> toml_files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string replaced(std::string text, const std::string& word, const std::string& by) {
    const std::size_t at = text.find(word);
    return at == std::string::npos ? text : text.replace(at, word.size(), by);
}

}  // namespace

TEST(ExperimentFile, means_what_it_says) {
    const Experiment experiment = experiment_from_text(small_experiment_text(20));
    EXPECT_EQ(experiment.title, "Small");
    EXPECT_EQ(experiment.design, DesignKind::lhs);
    EXPECT_EQ(experiment.samples, 20);
    EXPECT_EQ(experiment.replicates, 2);
    EXPECT_EQ(experiment.seed, 7U);
    EXPECT_EQ(run_count(experiment), 40);
    ASSERT_EQ(experiment.scenarios.size(), 1U);
    EXPECT_EQ(experiment.scenarios[0].months(), 36);
    EXPECT_EQ(experiment.scenarios[0].municipalities.count, 5);
    ASSERT_EQ(experiment.inputs.size(), 2U);
    const ParameterInfo& row = *find_parameter("alderman_risk_aversion");
    EXPECT_FALSE(experiment.inputs[0].is_lever);
    EXPECT_EQ(experiment.inputs[0].low, row.low);  // default: the range of the table
    EXPECT_EQ(experiment.inputs[0].high, row.high);
    EXPECT_TRUE(experiment.inputs[1].is_lever);
    EXPECT_EQ(experiment.inputs[1].values, (std::vector<double>{0, 1}));
    EXPECT_EQ(experiment.inputs[1].from_month, 5);
}

TEST(ExperimentFile, names_the_numbers_that_are_kept) {
    const std::vector<std::string> names = kept_outcomes(experiment_from_text(small_experiment_text(5)));
    const std::vector<std::string> first{"in_use.social.min",      "in_use.social.max",   "in_use.social.2016-12",
                                         "in_use.social.2017-12",  "in_use.physical.min", "in_use.physical.max",
                                         "in_use.physical.2016-12"};
    EXPECT_TRUE(std::equal(first.begin(), first.end(), names.begin()));
    EXPECT_EQ(names.size(), 20U);  // two outcomes of two domains and one of the nation, four numbers each
    EXPECT_EQ(names.back(), "mean_trust.national.2017-12");
}

TEST(ExperimentFile, sets_inputs_from_the_start_or_from_a_month) {
    const Experiment experiment = experiment_from_text(small_experiment_text(5));
    const Scenario scenario = scenario_at(experiment, 0, std::vector<double>{11, 1});
    EXPECT_EQ(scenario.parameters.alderman_risk_aversion, 11);
    EXPECT_EQ(scenario.parameters.ethics_committee, 0);
    ASSERT_EQ(scenario.changes.size(), 1U);
    EXPECT_EQ(scenario.changes[0].lever, "ethics_committee");
    EXPECT_EQ(scenario.changes[0].value, 1);
    EXPECT_EQ(scenario.changes[0].from_month, 5);
}

TEST(ExperimentFile, sets_inputs_once_something_is_seen) {
    const std::string text = replaced(small_experiment_text(5), "from = \"2015-06\"\n",
                                      "when = \"ideas_so_far.social>3\"\nfrom = \"2015-06\"\n");
    const Experiment experiment = experiment_from_text(text);
    EXPECT_EQ(experiment.inputs[1].when, "ideas_so_far.social > 3");
    const Scenario scenario = scenario_at(experiment, 0, std::vector<double>{11, 1});
    EXPECT_TRUE(scenario.changes.empty());
    ASSERT_EQ(scenario.conditional_changes.size(), 1U);
    const ConditionalChange expected{
        .lever = "ethics_committee", .value = 1, .when = "ideas_so_far.social > 3", .from_month = 5};
    EXPECT_EQ(scenario.conditional_changes[0], expected);
    const Experiment again = experiment_from_json(experiment_json(experiment));
    EXPECT_EQ(experiment_json(again), experiment_json(experiment));
    EXPECT_TRUE(same_simulation(scenario_at(again, 0, std::vector<double>{11, 1}), scenario));
    EXPECT_NE(experiment_identity(experiment), experiment_identity(experiment_from_text(small_experiment_text(5))));
    // without a month: as soon as something has been seen
    const Experiment soon = experiment_from_text(
        replaced(small_experiment_text(5), "from = \"2015-06\"\n", "when = \"ideas_so_far.social > 3\"\n"));
    EXPECT_EQ(scenario_at(soon, 0, std::vector<double>{11, 1}).conditional_changes[0].from_month, 1);
}

TEST(ExperimentFile, is_told_from_a_scenario) {
    const TemporaryFolder folder;
    EXPECT_TRUE(is_experiment_file(folder.write("experiment.toml", small_experiment_text(5))));
    EXPECT_FALSE(is_experiment_file(places::checkout() / "scenarios/baseline.toml"));
}

TEST(ExperimentFile, reads_points_from_a_list) {
    const TemporaryFolder folder;
    folder.write("points.csv", "ethics_committee,alderman_risk_aversion\n0,4\n1,5.5\n");
    std::string text = replaced(small_experiment_text(5), "design = \"lhs\"\nsamples = 5\n",
                                "design = \"list\"\npoints = \"points.csv\"\n");
    const Experiment experiment = read_experiment(folder.write("list.toml", text));
    EXPECT_EQ(experiment.listed_points, (std::vector<std::vector<double>>{{4, 0}, {5.5, 1}}));
}

namespace {

/// The experiment of a list of points, or what is wrong with it.
std::string refusal_of_points(const std::string& points) {
    const TemporaryFolder folder;
    folder.write("points.csv", points);
    const std::string text = replaced(small_experiment_text(5), "design = \"lhs\"\nsamples = 5\n",
                                      "design = \"list\"\npoints = \"points.csv\"\n");
    try {
        read_experiment(folder.write("list.toml", text));
    } catch (const InputError& error) {
        return std::string(error.what()).substr(std::string(folder / "points.csv").size());
    }
    return {};
}

std::vector<std::vector<double>> listed_points(const std::string& points) {
    const TemporaryFolder folder;
    folder.write("points.csv", points);
    const std::string text = replaced(small_experiment_text(5), "design = \"lhs\"\nsamples = 5\n",
                                      "design = \"list\"\npoints = \"points.csv\"\n");
    return read_experiment(folder.write("list.toml", text)).listed_points;
}

}  // namespace

TEST(ExperimentFile, reads_points_that_a_european_spreadsheet_wrote) {
    const std::vector<std::vector<double>> points = {{5.5, 0}, {7.25, 1}};
    EXPECT_EQ(listed_points("\xEF\xBB\xBF"
                            "ethics_committee,alderman_risk_aversion\n0,5.5\n1,7.25\n"),
              points);
    EXPECT_EQ(listed_points("ethics_committee;alderman_risk_aversion\r\n0;5,5\r\n1;7,25\r\n"), points);
}

TEST(ExperimentFile, refuses_columns_of_points_that_are_no_input) {
    EXPECT_EQ(refusal_of_points("ethics_commitee,ethics_committee,alderman_risk_aversion\n1,0,4\n"),
              ":1: ethics_commitee: is no input of this experiment; did you mean 'ethics_committee'?");
    EXPECT_EQ(refusal_of_points("weight,ethics_committee,alderman_risk_aversion\n1,0,4\n"),
              ":1: weight: is no input of this experiment; remove it, or name it in a [[lever]] or an [[uncertainty]]");
    EXPECT_EQ(refusal_of_points("ethics_committee,ethics_committee,alderman_risk_aversion\n1,0,4\n"),
              ":1: ethics_committee: this column is there twice; remove one");
}

TEST(ExperimentFile, takes_the_points_of_an_export_once) {
    EXPECT_EQ(listed_points("point,scenario,alderman_risk_aversion,ethics_committee\n0,a,4,0\n1,a,5,1\n2,b,4,0\n"
                            "3,b,5,1\n"),
              (std::vector<std::vector<double>>{{4, 0}, {5, 1}}));
}

// The upper bound is 14; sums of decimals may overshoot a bound by a last bit.
TEST(ExperimentFile, takes_a_bound_that_was_overshot_by_a_rounding_error_for_the_bound) {
    EXPECT_EQ(listed_points("ethics_committee,alderman_risk_aversion\n0,14.000000000000002\n"),
              (std::vector<std::vector<double>>{{14, 0}}));
    EXPECT_NE(refusal_of_points("ethics_committee,alderman_risk_aversion\n0,14.0001\n"), "");
}

TEST(ExperimentFile, tells_scenarios_of_one_title_apart) {
    const TemporaryFolder folder;
    const std::string scenario = "title = \"Same\"\n[world]\nmonths = 12\n";
    folder.write("one.toml", scenario);
    folder.write("other.toml", scenario);
    const Experiment experiment =
        read_experiment(folder.write("e.toml",
                                     "title = \"E\"\nscenarios = [\"one.toml\", \"other.toml\"]\ndesign = \"lhs\"\n"
                                     "samples = 3\n[[uncertainty]]\nname = \"support_base\"\n"));
    EXPECT_EQ(experiment.scenarios[0].title, "Same");
    EXPECT_EQ(experiment.scenarios[1].title, "Same (other)");
}

/// An experiment over all assumptions of a scenario.
Experiment over_all_assumptions(const TemporaryFolder& folder, const std::string& scenario) {
    return read_experiment(
        folder.write(scenario + "_all.toml", "title = \"All\"\nscenario = \"" + places::checkout().string() +
                                                 "/scenarios/" + scenario +
                                                 ".toml\"\ndesign = \"morris\"\nsamples = 1\nall_assumptions = true\n"
                                                 "[[uncertainty]]\nname = \"trust_gain\"\nhigh = 0.02\n"));
}

TEST(ExperimentFile, all_assumptions_are_those_of_the_table_but_no_diagnostics_and_of_suppliers_only_where_there_are) {
    const TemporaryFolder folder;
    const Experiment experiment = over_all_assumptions(folder, "baseline");
    std::size_t expected = 0;
    std::size_t of_suppliers = 0;
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::assumption || row.name.starts_with("diagnostic_")) continue;
        ++(is_of_suppliers(row) ? of_suppliers : expected);
    }
    EXPECT_GT(of_suppliers, 0U);
    EXPECT_EQ(experiment.inputs.size(), expected);
    EXPECT_EQ(experiment.inputs[0].name, "trust_gain");
    EXPECT_EQ(experiment.inputs[0].high, 0.02);
    for (const Input& input : experiment.inputs) EXPECT_FALSE(input.name.starts_with("diagnostic_")) << input.name;
    EXPECT_EQ(over_all_assumptions(folder, "with_suppliers").inputs.size(), expected + of_suppliers);
}

/// The first line of a fixture is what is said of it: "# FILE:4: key: problem". POINTS is the file with its points:
/// that of list_outside.toml is outside.csv.
TEST(ExperimentFile, says_what_is_wrong_and_where) {
    const std::vector<fs::path> files = toml_files_in(invalid_folder);
    ASSERT_GE(files.size(), 60U);
    for (const fs::path& file : files) {
        std::string expected = first_line(content_of(file)).substr(2);
        const std::string points = replaced(file.stem().string(), "list_", "") + ".csv";
        for (const auto& [word, name] :
             {std::pair{"FILE", file}, {"FOLDER", invalid_folder}, {"POINTS", invalid_folder / points}})
            expected = replaced(expected, word, name.string());
        try {
            read_experiment(file);
            ADD_FAILURE() << file << " was accepted";
        } catch (const InputError& error) {
            EXPECT_EQ(error.what(), expected);
        }
    }
}

TEST(ExperimentFile, survives_the_way_through_a_store_to_the_last_bit) {
    const Experiment experiment = experiment_from_text(small_experiment_text(5));
    const Experiment again = experiment_from_json(experiment_json(experiment));
    EXPECT_EQ(experiment_json(again), experiment_json(experiment));
    EXPECT_EQ(again.scenarios[0].parameters, experiment.scenarios[0].parameters);
    EXPECT_EQ(again.scenarios[0].use_cases, experiment.scenarios[0].use_cases);
    EXPECT_EQ(again.scenarios[0].shocks.size(), experiment.scenarios[0].shocks.size());
}

TEST(ExperimentFile, is_another_one_with_another_range_but_not_with_another_title) {
    const std::string text = small_experiment_text(5);
    const std::string identity = experiment_identity(experiment_from_text(text));
    EXPECT_EQ(experiment_identity(experiment_from_text(replaced(text, "\"Small\"", "\"Little\""))), identity);
    EXPECT_NE(experiment_identity(experiment_from_text(replaced(text, "seed = 7", "seed = 8"))), identity);
    EXPECT_NE(experiment_identity(experiment_from_text(replaced(text, "[0, 1]", "[1, 0]"))), identity);
}

TEST(ExperimentFile, every_one_that_comes_with_the_program_is_good) {
    const std::vector<fs::path> files = toml_files_in(shipped_folder);
    ASSERT_GE(files.size(), 4U);
    for (const fs::path& file : files) {
        const Experiment experiment = read_experiment(file);
        EXPECT_FALSE(experiment.question.empty()) << file;
        EXPECT_GT(run_count(experiment), 0) << file;
    }
}

}  // namespace algemeente::testing
