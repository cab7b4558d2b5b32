#include "output/report.h"

#include "output/fake_ensemble.h"
#include "output/manifest.h"
#include "output/results.h"
#include "output/svg.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <string>

namespace algemeente {

namespace {

const RunDescription run = {"compare", "algemeente compare baseline.toml other.toml --out results"};

int count_of(const std::string& text, std::string_view word) {
    int count = 0;
    for (std::size_t place = text.find(word); place != std::string::npos; place = text.find(word, place + 1)) ++count;
    return count;
}

bool holds(const std::string& text, std::string_view word) {
    return text.find(word) != std::string::npos;
}

}  // namespace

TEST(Manifest, HoldsEveryParameterAndUseCaseOfEveryScenario) {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    ensemble.scenarios[1].scenario.parameters.alderman_risk_aversion = 10;
    const nlohmann::json manifest = nlohmann::json::parse(manifest_text(ensemble, run));
    for (const char* key :
         {"version", "commit", "compiler", "command", "command_line", "seed", "replicates", "months", "municipalities",
          "people_per_agent", "population", "scenarios", "wall_seconds", "fingerprint", "fingerprints", "cancelled"}) {
        EXPECT_TRUE(manifest.contains(key)) << key;
    }
    ASSERT_EQ(manifest["scenarios"].size(), 2U);
    for (const ParameterInfo& row : parameter_table()) {
        EXPECT_TRUE(manifest["scenarios"][0]["parameters"].contains(std::string(row.name))) << row.name;
    }
    EXPECT_EQ(manifest["scenarios"][1]["parameters"]["alderman_risk_aversion"], 10);
    EXPECT_EQ(manifest["scenarios"][0]["use_cases"].size(), use_case_count);
    EXPECT_EQ(manifest["fingerprint"], "0000000000000abc");
    EXPECT_EQ(manifest["fingerprints"]["other"].size(), 3U);
}

TEST(Report, LoadsNothingFromElsewhereAndRunsNoScript) {
    const std::string page = report_page(fake_ensemble({"baseline", "other"}), run);
    for (const char* foreign : {"http://", "https://", "<script", "<link", "<img", "@import", "url("}) {
        EXPECT_FALSE(holds(page, foreign)) << foreign;
    }
}

TEST(Report, ClosesWhatItOpensAndNamesEveryDrawing) {
    const std::string page = report_page(fake_ensemble({"baseline", "other"}), run);
    EXPECT_GT(count_of(page, "<svg "), 10);
    for (const char* element : {"svg", "figure", "table", "tbody", "tr", "td", "ul", "li", "h2", "div", "span"}) {
        const std::string name(element);
        EXPECT_EQ(count_of(page, "<" + name + " ") + count_of(page, "<" + name + ">"),
                  count_of(page, "</" + name + ">"))
            << element;
    }
    EXPECT_EQ(count_of(page, "<svg "), count_of(page, "role=\"img\" aria-label=\""));
    EXPECT_FALSE(holds(page, "nan"));
}

TEST(Report, SaysThatItIsNoForecastAndHowToRepeatIt) {
    const std::string page = report_page(fake_ensemble({"baseline"}), run);
    EXPECT_TRUE(holds(page, "not a forecast"));
    EXPECT_TRUE(holds(page, "algemeente compare baseline.toml other.toml --out results"));
    EXPECT_TRUE(holds(page, "0000000000000abc"));
}

TEST(Report, TellsWhichDomainIsAheadAndInHowManyReplicates) {
    const std::string page = report_page(fake_ensemble({"baseline"}), run);
    EXPECT_TRUE(holds(page, "has a median of 4 algorithms in use in the 2 municipalities"));
    EXPECT_TRUE(holds(page, "in 3 of 3 replicates the physical domain is ahead"));
}

TEST(Report, EscapesWordsOfTheScenario) {
    const std::string page = report_page(fake_ensemble({"baseline"}), run);
    EXPECT_TRUE(holds(page, "What if &lt;baseline&gt;?"));
}

TEST(Report, BearsAnEnsembleWithoutAnyFinishedReplicate) {
    EXPECT_TRUE(holds(report_page(fake_ensemble({"baseline"}, {.replicates = 0}), run), "No replicate was finished"));
    EXPECT_TRUE(holds(results_table(fake_ensemble({"baseline"}, {.replicates = 0})), "No replicate was finished"));
}

TEST(Report, BearsMonthsWithoutValues) {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    for (ScenarioResult& result : ensemble.scenarios) {
        for (History& history : result.replicates) {
            for (double& value : history.domain_values) value = std::numeric_limits<double>::quiet_NaN();
        }
    }
    EXPECT_FALSE(holds(report_page(ensemble, run), "nan"));
}

TEST(ResultsTable, ShowsBothDomainsAndSaysThatItIsNoForecast) {
    const std::string table = results_table(fake_ensemble({"baseline", "other"}));
    EXPECT_TRUE(holds(table, "baseline  social    2 (1.1 to 2.9)")) << table;
    EXPECT_TRUE(holds(table, "higher in 3 of 3 replicates; median +10")) << table;
    EXPECT_TRUE(holds(table, "An ensemble of 3 replicates of 2 municipalities")) << table;
    EXPECT_TRUE(holds(table, "not a forecast")) << table;
}

TEST(WriteResults, LeavesExactlyTheFilesOfTheContract) {
    const TemporaryFolder folder;
    write_results(fake_ensemble({"baseline", "other"}), folder.path() / "out", run);
    int files = 0;
    for (const char* name : {"manifest.json", "outcomes.csv", "national.csv", "bands.csv", "differences.csv",
                             "municipalities.csv", "events.csv", "report.html"}) {
        EXPECT_TRUE(std::filesystem::exists(folder.path() / "out" / name)) << name;
        ++files;
    }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path() / "out"), {}), files);
}

TEST(WriteResults, RemovesDifferencesOfAnEarlierComparison) {
    const TemporaryFolder folder;
    write_results(fake_ensemble({"baseline", "other"}), folder.path(), run);
    write_results(fake_ensemble({"baseline"}), folder.path(), run);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "differences.csv"));
}

TEST(Svg, EscapesWordsAndShortensNumbers) {
    Svg svg(10, 10, "a < b");
    svg.line({0, 1.26}, {2, -0.01}, "class=\"x\"");
    const std::string markup = svg.finish();
    EXPECT_TRUE(holds(markup, "<title>a &lt; b</title>")) << markup;
    EXPECT_TRUE(holds(markup, "M0 1.3L2 0")) << markup;
}

}  // namespace algemeente
