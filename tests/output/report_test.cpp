#include "output/report.h"

#include "claims/worlds.h"
#include "ensemble/ensemble.h"
#include "netherlands/products.h"
#include "output/fake_ensemble.h"
#include "output/manifest.h"
#include "output/results.h"
#include "places.h"
#include "present/words/names.h"
#include "present/words/sentences.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cctype>
#include <limits>
#include <regex>
#include <set>
#include <string>

namespace algemeente {

namespace {

const RunDescription run = {"compare", "algemeente compare baseline.toml other.toml --out results",
                            present::Language::en};
const RunDescription dutch_run = {"compare", "algemeente compare baseline.toml other.toml --out results",
                                  present::Language::nl};

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

TEST(Report, TellsKindsOfUseWithDifferencesRunByRun) {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    const auto welfare = static_cast<std::uint8_t>(find_use_case("welfare_risk_scoring"));
    for (std::size_t scenario = 0; scenario < 2; ++scenario)
        for (History& history : ensemble.scenarios[scenario].replicates)
            history.use_cases = {{2016, welfare, Domain::social, scenario == 0 ? 10 : 7, 3, 1, 2}};
    const std::string page = report_page(ensemble, dutch_run);
    EXPECT_TRUE(holds(page, "Per soort toepassing"));
    EXPECT_TRUE(holds(page, "B: in gebruik eind 2016"));
    EXPECT_TRUE(holds(page, "\u22123<small>lager in alle 3 runs</small>")) << page;
    EXPECT_FALSE(holds(page, present::name_of("traffic_prediction", present::Language::nl)));
}

TEST(Report, SaysWhatAScenarioWithoutAStoryIsBasedOn) {
    Ensemble ensemble = fake_ensemble({"baseline", "mine"});
    Scenario& mine = ensemble.scenarios[1].scenario;
    mine.files = {"mine.toml", "scenarios/ethics_committee.toml", "scenarios/baseline.toml"};
    mine.story = "A story of its own.";
    EXPECT_FALSE(holds(report_page(ensemble, dutch_run), "Gebaseerd op"));
    mine.story.clear();
    EXPECT_TRUE(holds(report_page(ensemble, dutch_run), "Gebaseerd op: Ethische commissie."));
    mine.files[1] = "other/theirs.toml";
    EXPECT_TRUE(holds(report_page(ensemble, run), "Based on: theirs."));
}

TEST(Report, HasFactorsInTheSameOrderForAllScenarios) {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    for (std::size_t scenario = 0; scenario < 2; ++scenario)
        for (History& history : ensemble.scenarios[scenario].replicates)
            for (int month = 0; month < history.months; ++month)
                for (int factor = 0; factor < factor_count; ++factor) {
                    const auto name = factor_word(static_cast<Factor>(factor));
                    set_outcome(history, month, Domain::social, name, 0.5);
                    // the lead grows with the factor in A, and falls with it in B
                    set_outcome(history, month, Domain::physical, name,
                                0.5 + 0.01 * (scenario == 0 ? factor : -factor));
                }
    const std::string page = report_page(ensemble, run);
    const std::regex factors(">(ICT infrastructure|Capacity|Ethics)<");
    std::vector<std::string> order;
    const std::size_t begin = page.find("Level of the ten factors");
    const std::size_t end = page.find("Rows have the same order everywhere", begin);
    ASSERT_NE(end, std::string::npos);
    const std::string charts = page.substr(begin, end - begin);
    for (std::sregex_iterator one(charts.begin(), charts.end(), factors), none; one != none; ++one)
        order.push_back((*one)[1]);
    EXPECT_EQ(order, (std::vector<std::string>{"Ethics", "Capacity", "ICT infrastructure", "Ethics", "Capacity",
                                               "ICT infrastructure"}));
}

TEST(Report, ShowsFactorsAfterTheScenariosPart) {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    ensemble.scenarios[1].scenario.changes = {{.lever = "ethics_committee", .value = 1, .from_month = 24}};
    EXPECT_TRUE(holds(report_page(ensemble, run), "after the scenarios part, January 2017 to June 2017"));
    ensemble.scenarios[1].scenario.changes.front().from_month = 31;
    const std::string late = report_page(ensemble, run);
    EXPECT_FALSE(holds(late, "after the scenarios part, January"));
    EXPECT_TRUE(holds(late, "The scenarios part only after the last month, in August 2017"));
    EXPECT_TRUE(holds(late, "Ethics committee begins in August 2017, after the last month (June 2017)"));
}

TEST(Report, IsCalledAfterTheScenarioThatItIsAbout) {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    ensemble.scenarios[1].scenario.changes = {{.lever = "ethics_committee", .value = 1, .from_month = 24}};
    const std::string page = report_page(ensemble, run);
    EXPECT_TRUE(holds(page, "<title>Title of other")) << page.substr(0, 400);
    EXPECT_TRUE(holds(page, "off \u2192 on (January 2017)")) << "a lever that is turned by a date";
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
    EXPECT_TRUE(holds(page, "algemeente compare baseline.toml other.toml <span>--out</span> results"));
    EXPECT_TRUE(holds(page, "0000000000000abc"));
}

TEST(Report, TellsWhichDomainIsAheadAndInHowManyReplicates) {
    const std::string page = report_page(fake_ensemble({"baseline"}), run);
    EXPECT_TRUE(holds(page,
                      "In June 2017 more algorithms are in use in the physical domain than in the social domain: 4 "
                      "against 2 (in all 3 runs)."));
}

TEST(Report, EscapesWordsOfTheScenario) {
    const std::string page = report_page(fake_ensemble({"baseline"}), run);
    EXPECT_TRUE(holds(page, "What if &lt;baseline&gt;?"));
}

TEST(Report, BearsAnEnsembleWithoutAnyFinishedReplicate) {
    EXPECT_TRUE(holds(report_page(fake_ensemble({"baseline"}, {.replicates = 0}), run), "No run was finished"));
    EXPECT_TRUE(holds(results_table(fake_ensemble({"baseline"}, {.replicates = 0}), present::Language::en),
                      "No run was finished"));
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

namespace {

/// What people read of a page: no tags, style, code or command lines.
std::string read_words(const std::string& page) {
    std::string words;
    std::size_t at = 0;
    while (at < page.size()) {
        bool skipped = false;
        for (const std::string name : {"style", "pre", "code", "title"}) {
            if (page.compare(at, name.size() + 2, "<" + name + ">") != 0) continue;
            at = page.find("</" + name + ">", at);
            skipped = true;
            break;
        }
        if (skipped) continue;
        if (page[at] == '<') {
            at = page.find('>', at) + 1;
            words += ' ';
        } else {
            words += page[at++];
        }
    }
    return words;
}

std::vector<std::string> tokens_of(const std::string& words) {
    std::vector<std::string> tokens;
    std::string token;
    for (const char letter : words + " ") {
        const bool inside = std::isalpha(static_cast<unsigned char>(letter)) != 0 || (letter & 0x80) != 0;
        if (inside) {
            token += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        } else if (!token.empty()) {
            tokens.push_back(token);
            token.clear();
        }
    }
    return tokens;
}

/// Shipped scenarios with made-up numbers.
Ensemble shipped_ensemble(const std::vector<std::string>& names, const FakeShape& shape) {
    Ensemble ensemble = fake_ensemble(names, shape);
    for (std::size_t i = 0; i < names.size(); ++i) {
        Scenario scenario = read_scenario(places::checkout() / "scenarios" / (names[i] + ".toml"));
        scenario.parameters.months = shape.months;
        ensemble.scenarios[i].scenario = scenario;
    }
    return ensemble;
}

}  // namespace

TEST(Report, InDutchHasNoEnglishWords) {
    const std::set<std::string> english = {
        "the",        "and",       "with",          "from",  "that",   "this",     "are",
        "than",       "every",     "higher",        "lower", "social", "physical", "domain",
        "replicates", "replicate", "mean",          "share", "months", "level",    "value",
        "what",       "which",     "how",           "not",   "no",     "all",      "to",
        "at",         "on",        "for",           "it",    "its",    "has",      "standard",
        "year",       "percent",   "recommendation"};
    for (const char* other : {"ethics_committee", "national_scandal", "prediction_first", "budget_cuts"}) {
        for (const int replicates : {1, 3, 64}) {
            const Ensemble ensemble = shipped_ensemble({"baseline", other}, {.replicates = replicates, .months = 180});
            for (const std::string& token : tokens_of(read_words(report_page(ensemble, dutch_run))))
                EXPECT_FALSE(english.contains(token)) << token << " in the report of " << other;
            for (const std::string& token : tokens_of(results_table(ensemble, present::Language::nl)))
                EXPECT_FALSE(english.contains(token)) << token << " in the table of " << other;
        }
    }
}

TEST(Report, HasTheSamePartsInBothLanguages) {
    const Ensemble ensemble = shipped_ensemble({"baseline", "ethics_committee"}, {.replicates = 64, .months = 180});
    const std::string dutch = report_page(ensemble, dutch_run);
    const std::string english = report_page(ensemble, run);
    for (const char* element : {"<svg ", "<h2", "<h3", "<table", "<li>", "<figure", "<tr"})
        EXPECT_EQ(count_of(dutch, element), count_of(english, element)) << element;
    EXPECT_TRUE(holds(dutch, "<html lang=\"nl\">"));
    EXPECT_TRUE(holds(dutch, "Ethische commissie"));
    EXPECT_TRUE(holds(dutch, "Wat het niet betekent"));
    EXPECT_TRUE(holds(english, "What it does not mean"));
    EXPECT_TRUE(holds(dutch, "eenduidig hoger, in alle 64 runs"));
    EXPECT_FALSE(holds(dutch, "robuust"));
    EXPECT_FALSE(holds(english, "robust"));
    EXPECT_FALSE(holds(english, "likely"));
}

namespace {

/// A thousand and one users of the scorecard until its end, and none of anything else.
Ensemble supplied_ensemble(const std::vector<std::string>& names) {
    Ensemble ensemble = fake_ensemble(names);
    for (ScenarioResult& result : ensemble.scenarios) {
        result.scenario.supply = true;
        const std::vector<Product> products = products_of(result.scenario);
        for (History& history : result.replicates) {
            history.product_users.assign(products.size() * static_cast<std::size_t>(history.months), 0);
            for (std::size_t i = 0; i < history.product_users.size(); i += products.size())
                history.product_users[i] = 1001;
        }
    }
    return ensemble;
}

}  // namespace

TEST(Report, ShowsWhatIsChosenUsedAndRegisteredWithSuppliers) {
    const std::string page = report_page(supplied_ensemble({"baseline", "other"}), run);
    for (const char* words :
         {"What municipalities choose", "What municipalities use", "What a register shows", "Users of each product",
          "Welfare fraud scorecard", "Ended by a strike, so far", "Shown is what municipalities choose"})
        EXPECT_TRUE(holds(page, words)) << words;
    EXPECT_FALSE(holds(page, "Scan car")) << "nobody uses it";
    EXPECT_EQ(count_of(page, ">What municipalities use<"), 2) << "one for each scenario";
    EXPECT_EQ(count_of(page, "<svg "), count_of(page, "</svg>"));
    EXPECT_FALSE(holds(page, "nan"));
    const std::string dutch = report_page(supplied_ensemble({"baseline"}), dutch_run);
    for (const char* words : {"Wat gemeenten kiezen", "Wat een register laat zien", "Fraudescorekaart bijstand"})
        EXPECT_TRUE(holds(dutch, words)) << words;
}

TEST(Report, IsSilentAboutSuppliersWhereThereAreNone) {
    const std::string page = report_page(fake_ensemble({"baseline", "other"}), run);
    EXPECT_FALSE(holds(page, "What a register shows"));
    EXPECT_FALSE(holds(page, "Shown is what municipalities choose"));
}

TEST(Report, OfFewReplicatesHasCountsAndNoBands) {
    const std::string page = report_page(fake_ensemble({"baseline", "other"}), run);
    EXPECT_TRUE(holds(page, "higher in all 3 runs"));
    EXPECT_FALSE(holds(page, "9 of 10 runs"));
    EXPECT_FALSE(holds(page, "consistently"));
    const std::string single = report_page(fake_ensemble({"baseline", "other"}, {.replicates = 1}), run);
    EXPECT_TRUE(holds(single, "higher in this one run"));
    EXPECT_FALSE(holds(single, "90 %"));
}

// The last month has as many incidents in both, all months together fewer in B.
TEST(Report, AndTerminalTellIncidentsAndHarmOfAllMonths) {
    Ensemble ensemble = fake_ensemble({"baseline", "other"});
    for (std::size_t scenario = 0; scenario < 2; ++scenario)
        for (History& history : ensemble.scenarios[scenario].replicates)
            for (const Domain domain : {Domain::social, Domain::physical}) {
                const int last = history.months - 1;
                for (const char* name : {"incidents", "harm"}) set_outcome(history, last, domain, name, 1);
                for (const char* name : {"incidents_so_far", "harm_so_far"})
                    set_outcome(history, last, domain, name, scenario == 0 ? 30 : 20);
            }
    const std::string page = report_page(ensemble, run);
    const std::string table = results_table(ensemble, present::Language::en);
    for (const char* name : {"incidents_so_far", "harm_so_far"}) {
        const std::string words(present::name_of(name, present::Language::en));
        const std::size_t row = page.find(">" + words + "</td></tr>");
        ASSERT_NE(row, std::string::npos) << words;
        EXPECT_TRUE(holds(page.substr(row, page.find("class=\"group\"", row) - row), "lower in all 3 runs")) << words;
        EXPECT_TRUE(std::regex_search(table, std::regex(words.substr(1) + " +social .*lower in all 3 runs"))) << table;
    }
}

TEST(Report, PrintsTheFourSentencesOfTheWindow) {
    const Ensemble ensemble = fake_ensemble({"baseline", "other"}, {.replicates = 64});
    std::vector<present::Told> told;
    for (const ScenarioResult& result : ensemble.scenarios)
        told.push_back(present::told_of(result, result.scenario, ensemble.country.size()));
    const std::string page = report_page(ensemble, dutch_run);
    const auto sentences = present::sentences_of(told, 1, 29, present::Language::nl);
    ASSERT_EQ(sentences.size(), 4U);
    for (const present::Sentence& sentence : sentences) EXPECT_TRUE(holds(page, sentence.words)) << sentence.words;
}

TEST(ResultsTable, ShowsBothDomainsAndSaysThatItIsNoForecast) {
    const std::string table = results_table(fake_ensemble({"baseline", "other"}), present::Language::en);
    EXPECT_TRUE(holds(table, "baseline  social    2  ")) << table;
    EXPECT_TRUE(std::regex_search(table, std::regex("algorithms in use +social +\\+10 +higher in all 3 runs")))
        << table;
    EXPECT_TRUE(holds(table, "3 runs of 2 municipalities")) << table;
    EXPECT_TRUE(holds(table, "not a forecast")) << table;
}

TEST(WriteResults, LeavesExactlyTheFilesOfTheContract) {
    const TemporaryFolder folder;
    write_results(fake_ensemble({"baseline", "other"}), folder.path() / "out", run);
    int files = 0;
    for (const char* name : {"manifest.json", "outcomes.csv", "national.csv", "bands.csv", "differences.csv",
                             "municipalities.csv", "use_cases.csv", "events.csv", "report.html"}) {
        EXPECT_TRUE(std::filesystem::exists(folder.path() / "out" / name)) << name;
        ++files;
    }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path() / "out"), {}), files);
}

TEST(Report, SaysThatRunsHaveMembersAndCountsOverThem) {
    Scenario base = claims::small_scenario("baseline", 5, 24);
    Scenario other = base;
    other.name = "other";
    other.parameters.ideas_base = .25;
    EnsembleOptions options;
    options.replicates = 64;
    options.members = std::make_shared<const Members>(Members{"m.csv", {"ideas_per_month"}, {{.03}, {.06}}});
    const Ensemble ensemble = run_ensemble({base, other}, options);
    const std::string manifest = manifest_text(ensemble, {"compare", "algemeente compare"});
    EXPECT_EQ(nlohmann::json::parse(manifest)["members"]["count"], 2);
    const std::string table = results_table(ensemble, present::Language::en);
    EXPECT_NE(table.find("each with another set of assumptions"), std::string::npos) << table;
    EXPECT_EQ(table.find("random draws only"), std::string::npos);
    EnsembleOptions standard = options;
    standard.members = nullptr;
    EXPECT_NE(results_table(run_ensemble({base, other}, standard), present::Language::en).find("random draws only"),
              std::string::npos);
}

}  // namespace algemeente
