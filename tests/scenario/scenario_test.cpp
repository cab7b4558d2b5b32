#include "scenario/scenario.h"
#include "netherlands/product_change.h"

#include "places.h"
#include "text/calendar.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace algemeente {

namespace {

namespace fs = std::filesystem;

const fs::path source_folder = places::checkout();
const fs::path scenario_folder = source_folder / "scenarios";
const fs::path invalid_folder = source_folder / "tests/fixtures/invalid";

std::vector<fs::path> toml_files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<fs::path> shipped_scenarios() {
    std::vector<fs::path> files = toml_files_in(scenario_folder);
    for (const fs::path& file : toml_files_in(scenario_folder / "diagnostics")) files.push_back(file);
    return files;
}

Scenario shipped(const std::string& name) {
    return read_scenario(scenario_folder / (name + ".toml"));
}

/// A scenario file that lives as long as a test.
class TemporaryScenario {
public:
    explicit TemporaryScenario(const std::string& content)
        : file_(fs::path(testing::TempDir()) /
                (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".toml")) {
        std::ofstream(file_) << "title = \"Test\"\n" << content;
    }
    ~TemporaryScenario() { fs::remove(file_); }
    TemporaryScenario(const TemporaryScenario&) = delete;
    TemporaryScenario& operator=(const TemporaryScenario&) = delete;

    Scenario read() const { return read_scenario(file_); }

private:
    fs::path file_;
};

std::string message_of_reading(const fs::path& file) {
    try {
        read_scenario(file);
    } catch (const InputError& error) {
        return error.what();
    }
    return "(accepted)";
}

std::string message_of_setting(const std::string& assignment) {
    Scenario scenario;
    try {
        apply_setting(scenario, assignment);
    } catch (const InputError& error) {
        return error.what();
    }
    return "(accepted)";
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// The first line says "# message", with FILE for the file's path and FOLDER for its folder.
std::string expected_message(const fs::path& file) {
    std::string line;
    std::ifstream stream(file);
    std::getline(stream, line);
    return replaced(replaced(line.substr(2), "FILE", file.string()), "FOLDER", file.parent_path().string());
}

const UseCase& use_case(const Scenario& scenario, std::string_view name) {
    return scenario.use_cases[find_use_case(name)];
}

}  // namespace

TEST(Scenario, every_invalid_file_is_refused_with_the_message_in_its_first_line) {
    const auto files = toml_files_in(invalid_folder);
    ASSERT_GE(files.size(), 50U);
    for (const fs::path& file : files) EXPECT_EQ(message_of_reading(file), expected_message(file));
}

TEST(Scenario, every_shipped_file_can_be_read_and_has_its_words) {
    const auto files = shipped_scenarios();
    ASSERT_GE(files.size(), 22U);
    for (const fs::path& file : files) {
        const Scenario scenario = read_scenario(file);
        EXPECT_EQ(scenario.name, file.stem().string());
        EXPECT_FALSE(scenario.title.empty()) << file;
        EXPECT_EQ(scenario.question.back(), '?') << file;
        EXPECT_GE(std::count(scenario.story.begin(), scenario.story.end(), '.'), 2) << file;
        EXPECT_EQ(scenario.story.find('\n'), std::string::npos) << file;
        EXPECT_FALSE(scenario.evidence.empty()) << file;
    }
}

TEST(Scenario, every_shipped_file_has_words_of_its_own) {
    const std::string baseline_story = shipped("baseline").story;
    for (const fs::path& file : shipped_scenarios()) {
        if (file.stem() == "baseline") continue;
        const Scenario scenario = read_scenario(file);
        EXPECT_NE(scenario.story, baseline_story) << file;
        EXPECT_EQ(scenario.files.size(), 2U) << file;
    }
}

TEST(Scenario, the_baseline_is_the_standard_table_with_three_waves_of_news) {
    const Scenario scenario = shipped("baseline");
    EXPECT_EQ(scenario.parameters, Parameters{});
    EXPECT_EQ(scenario.use_cases, standard_use_cases());
    EXPECT_TRUE(scenario.changes.empty());
    ASSERT_EQ(scenario.shocks.size(), 3U);
    const int from[] = {60, 70, 76};
    const int months[] = {3, 4, 2};
    const double stories[] = {7, 12, 4.2};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(scenario.shocks[i].frame, Frame::risk);
        EXPECT_EQ(scenario.shocks[i].from_month, from[i]);
        EXPECT_EQ(scenario.shocks[i].months, months[i]);
        EXPECT_EQ(scenario.shocks[i].stories_per_month, stories[i]);
    }
}

TEST(Scenario, a_new_scandal_comes_after_the_shocks_of_the_baseline) {
    for (const auto& [name, frame] :
         {std::pair("national_scandal", Frame::risk), std::pair("surveillance_scandal", Frame::surveillance)}) {
        const Scenario scenario = shipped(name);
        ASSERT_EQ(scenario.shocks.size(), 4U);
        EXPECT_EQ(scenario.shocks[0].from_month, 60);
        EXPECT_EQ(scenario.shocks[3].frame, frame);
        EXPECT_EQ(scenario.shocks[3].from_month, 108);
        EXPECT_EQ(scenario.shocks[3].months, 4);
        EXPECT_EQ(scenario.shocks[3].stories_per_month, 14);
    }
}

TEST(Scenario, all_three_recommendations_are_the_changes_of_the_three_scenarios) {
    std::vector<std::string> parts;
    for (const char* name : {"standards_first", "change_capacity", "ethics_committee"})
        for (const DatedChange& change : shipped(name).changes)
            parts.push_back(change.lever + std::to_string(change.value) + date_of(change.from_month));
    std::vector<std::string> together;
    for (const DatedChange& change : shipped("all_three_recommendations").changes)
        together.push_back(change.lever + std::to_string(change.value) + date_of(change.from_month));
    EXPECT_EQ(together, parts);
}

TEST(Scenario, group_level_analytics_moves_the_social_mix_away_from_enforcement) {
    const Scenario scenario = shipped("group_level_social_analytics");
    std::size_t social_use_cases = 0;
    for (const UseCaseInfo& info : use_case_infos()) {
        const UseCase& standard = use_case(scenario, info.name);
        if (standard.mix_social == 0) continue;
        ++social_use_cases;
        const std::string lever = "use_cases." + std::string(info.name) + ".mix_social";
        const auto change = std::find_if(scenario.changes.begin(), scenario.changes.end(),
                                         [&](const DatedChange& one) { return one.lever == lever; });
        ASSERT_NE(change, scenario.changes.end()) << lever;
        EXPECT_NEAR(change->value, standard.mix_social * (standard.enforcement > 0.5 ? 0.2 : 1.6), 1e-12) << lever;
        EXPECT_EQ(change->from_month, 72);
    }
    EXPECT_EQ(scenario.changes.size(), social_use_cases);
}

TEST(Scenario, the_election_swing_chooses_the_aldermen_of_one_election_only) {
    const Scenario scenario = shipped("election_swing");
    ASSERT_EQ(scenario.changes.size(), 4U);
    for (const DatedChange& change : scenario.changes) {
        EXPECT_TRUE(is_election(change.from_month));
        EXPECT_EQ(change.until_month, change.from_month + 1);
    }
}

TEST(Scenario, the_equal_mix_gives_both_domains_half_of_both_mixes) {
    const Scenario scenario = read_scenario(scenario_folder / "diagnostics/equal_mix.toml");
    for (std::size_t a = 0; a < use_case_count; ++a) {
        const UseCase& standard = standard_use_cases()[a];
        const double half = (standard.mix_social + standard.mix_physical) / 2;
        EXPECT_NEAR(scenario.use_cases[a].mix_social, half, 1e-12);
        EXPECT_NEAR(scenario.use_cases[a].mix_physical, half, 1e-12);
    }
}

TEST(Scenario, the_swapped_mix_exchanges_the_mixes_and_nothing_else) {
    Scenario scenario = read_scenario(scenario_folder / "diagnostics/swapped_mix.toml");
    for (UseCase& one : scenario.use_cases) std::swap(one.mix_social, one.mix_physical);
    EXPECT_EQ(scenario.use_cases, standard_use_cases());
}

TEST(Scenario, the_readme_names_every_shipped_file) {
    std::ostringstream readme;
    readme << std::ifstream(scenario_folder / "README.md").rdbuf();
    for (const fs::path& file : shipped_scenarios()) {
        const std::string name = fs::relative(file, scenario_folder).generic_string();
        EXPECT_NE(readme.str().find("`" + name + "`"), std::string::npos) << name;
    }
}

TEST(Scenario, own_values_override_those_of_the_file_it_is_based_on) {
    const std::string base = (scenario_folder / "strict_privacy_reading.toml").string();
    const Scenario scenario = TemporaryScenario("based_on = '" + base +
                                                "'\n"
                                                "[[change]]\nlever = 'privacy_strictness_shift'\nvalue = 0.1\n"
                                                "from = '2020-01'\n[world]\nmonths = 120\n[parameters]\n"
                                                "alderman_risk_aversion = 9\n")
                                  .read();
    EXPECT_EQ(scenario.title, "Test");
    EXPECT_EQ(scenario.question + scenario.story + scenario.evidence, "") << "these tell of the other scenario";
    EXPECT_EQ(scenario.months(), 120);
    EXPECT_EQ(scenario.parameters.alderman_risk_aversion, 9);
    EXPECT_EQ(scenario.shocks.size(), 3U);
    EXPECT_EQ(scenario.files.size(), 3U);
    ASSERT_EQ(scenario.changes.size(), 2U);
    EXPECT_EQ(scenario.changes[0].value, 0.25);
    EXPECT_EQ(scenario.changes[1].value, 0.1);
}

TEST(Scenario, every_key_of_a_change_is_read) {
    const Scenario scenario = TemporaryScenario(
                                  "[[change]]\nlever = 'use_cases.area_model.value'\nvalue = 1\nfrom = '2021-03'\n"
                                  "until = '2024-03'\nrollout_months = 12\nmunicipality_share = 0.5\n"
                                  "initial_share = 0.1\n")
                                  .read();
    ASSERT_EQ(scenario.changes.size(), 1U);
    const DatedChange& change = scenario.changes[0];
    EXPECT_EQ(change.lever, "use_cases.area_model.value");
    EXPECT_EQ(change.value, 1);
    EXPECT_EQ(change.from_month, month_of(2021, 3));
    EXPECT_EQ(change.until_month, month_of(2024, 3));
    EXPECT_EQ(change.rollout_months, 12);
    EXPECT_EQ(change.municipality_share, 0.5);
    EXPECT_EQ(change.initial_share, 0.1);
}

TEST(Scenario, every_key_of_a_change_with_a_condition_is_read) {
    const Scenario scenario = TemporaryScenario(
                                  "[[change]]\nwhen = 'in_use.social>5 and mean_trust < .4'\nlever = "
                                  "'use_cases.area_model.value'\nvalue = 1\nuntil_when = 'in_use.social > 50'\n"
                                  "from = '2021-03'\nuntil = '2024-03'\nrollout_months = 12\n"
                                  "municipality_share = 0.5\ninitial_share = 0.1\n"
                                  "[[change]]\nlever = 'ethics_committee'\nvalue = 1\nfrom = '2021-01'\n"
                                  "[[change]]\nlever = 'ethics_committee'\nvalue = 0\nwhen = 'mean_trust > 0.6'\n")
                                  .read();
    ASSERT_EQ(scenario.changes.size(), 1U);
    EXPECT_EQ(scenario.changes[0].from_month, 72);
    ASSERT_EQ(scenario.conditional_changes.size(), 2U);
    const ConditionalChange expected{.lever = "use_cases.area_model.value",
                                     .value = 1,
                                     .when = "in_use.social > 5 and mean_trust < 0.4",
                                     .until_when = "in_use.social > 50",
                                     .from_month = month_of(2021, 3),
                                     .until_month = month_of(2024, 3),
                                     .rollout_months = 12,
                                     .municipality_share = 0.5,
                                     .initial_share = 0.1};
    EXPECT_EQ(scenario.conditional_changes[0], expected);
    EXPECT_EQ(scenario.conditional_changes[1].from_month, 1) << "the first month before which something was seen";
    EXPECT_EQ(scenario.change_count(), 3U);
}

TEST(Scenario, changes_with_dates_and_conditions_count_together) {
    std::string content;
    for (std::size_t i = 0; i < change_limit; ++i)
        content += "[[change]]\nlever = 'ethics_committee'\nvalue = 1\n" +
                   std::string(i % 2 == 0 ? "from = '2021-01'\n" : "when = 'in_use.social > 5'\n");
    EXPECT_EQ(TemporaryScenario(content).read().change_count(), change_limit);
    content += "[[change]]\nlever = 'ethics_committee'\nvalue = 1\nwhen = 'in_use.social > 5'\n";
    const TemporaryScenario file(content);
    EXPECT_THROW(file.read(), InputError);
}

TEST(Scenario, a_condition_on_suppliers_needs_them) {
    const std::string condition = "[[change]]\nlever = 'ethics_committee'\nvalue = 1\nwhen = 'registered.social > 5'\n";
    Scenario scenario = TemporaryScenario(condition + "[world]\nsupply = true\n").read();
    EXPECT_EQ(scenario.conditional_changes.size(), 1U);
    EXPECT_THROW(apply_setting(scenario, "world.supply=false"), InputError);
    EXPECT_TRUE(scenario.supply) << "a refusal leaves the scenario as it was";
}

TEST(Scenario, municipalities_may_be_all_a_number_or_a_list_in_either_form) {
    EXPECT_EQ(municipalities_text(TemporaryScenario("world.municipalities = 'all'").read().municipalities), "all");
    EXPECT_EQ(municipalities_text(TemporaryScenario("world.municipalities = 40").read().municipalities), "40");
    for (const char* list : {"'GM0363, GM0599'", "['GM0363', 'GM0599']"}) {
        const auto scenario = TemporaryScenario("world.municipalities = " + std::string(list)).read();
        EXPECT_EQ(municipalities_text(scenario.municipalities), "GM0363,GM0599");
    }
}

TEST(Scenario, municipalities_as_text_and_back_are_the_same) {
    for (const std::string text : {"all", "1", "342", "GM0363", "GM0599,GM0363"})
        EXPECT_EQ(municipalities_text(parse_municipalities(text, "--municipalities")), text);
}

TEST(Scenario, municipalities_that_do_not_exist_as_a_form_are_refused) {
    for (const std::string text : {"", "0", "99999999999", "GM0363,", "GM0363,,GM0599", "GM0363,GM0363"})
        EXPECT_THROW(parse_municipalities(text, "--municipalities"), InputError) << text;
}

TEST(Scenario, a_whole_number_is_accepted_where_a_fraction_may_stand) {
    EXPECT_EQ(TemporaryScenario("parameters.support_base = 1").read().parameters.support_base, 1.0);
}

TEST(Setting, reaches_every_part_of_a_scenario_by_its_dotted_name) {
    Scenario scenario;
    apply_setting(scenario, "world.months=120");
    apply_setting(scenario, "parameters.support_base=1");
    apply_setting(scenario, "use_cases.area_model.value=0.5");
    apply_setting(scenario, "world.municipalities=GM0363,GM0599");
    apply_setting(scenario, "world.population=synthetic");
    EXPECT_EQ(scenario.months(), 120);
    EXPECT_EQ(scenario.parameters.support_base, 1);
    EXPECT_EQ(use_case(scenario, "area_model").value, 0.5);
    EXPECT_EQ(municipalities_text(scenario.municipalities), "GM0363,GM0599");
    EXPECT_EQ(scenario.population, Population::synthetic);
}

TEST(Setting, finds_a_parameter_by_its_bare_name) {
    Scenario scenario;
    apply_setting(scenario, "support_base=1");
    apply_setting(scenario, "months=24");
    EXPECT_EQ(scenario.parameters.support_base, 1);
    EXPECT_EQ(scenario.months(), 24);
}

TEST(Setting, refuses_what_is_wrong_and_says_what_would_be_right) {
    EXPECT_EQ(message_of_setting("support_base=x"), "--set support_base=x: expected a number, got \"x\"");
    EXPECT_EQ(message_of_setting("support_base="), "--set support_base=: expected a number, got \"\"");
    EXPECT_EQ(message_of_setting("support_base=1 "), "--set support_base=1 : expected a number, got \"1 \"");
    EXPECT_EQ(message_of_setting("suport_base=1"), "--set suport_base=1: unknown name; did you mean 'support_base'?");
    EXPECT_EQ(message_of_setting("parameters.suport_base=1"),
              "--set parameters.suport_base=1: unknown parameter; did you mean 'support_base'?");
    EXPECT_EQ(message_of_setting("alderman_risk_aversion=20"),
              "--set alderman_risk_aversion=20: 20 is outside 3..14 (weight)");
    EXPECT_EQ(message_of_setting("parameters.months=12"), "--set parameters.months=12: belongs in [world]");
    EXPECT_EQ(message_of_setting("world.support_base=1"), "--set world.support_base=1: belongs in [parameters]");
    EXPECT_EQ(message_of_setting("use_cases.area_modle.value=1"),
              "--set use_cases.area_modle.value=1: unknown use case 'area_modle'; did you mean 'area_model'?");
    EXPECT_EQ(message_of_setting("use_cases.area_model.value=3"),
              "--set use_cases.area_model.value=3: 3 is outside 0..2");
    EXPECT_EQ(message_of_setting("world.municipalities=Utrecht,"),
              "--set world.municipalities=Utrecht,: a municipality has no name; write \"all\", a number such as 40, or "
              "names or CBS codes such as \"Amsterdam,GM0599\"");
    EXPECT_EQ(message_of_setting("title=x"),
              "--set title=x: title changes words, not the run; write it in a scenario file");
    EXPECT_EQ(message_of_setting("change.value=1"),
              "--set change.value=1: change cannot be set; write it in a scenario file");
    EXPECT_EQ(message_of_setting("support_base"),
              "--set support_base: expected name=value, for example support_base=1");
}

TEST(Setting, that_is_refused_leaves_the_scenario_as_it_was) {
    Scenario scenario;
    scenario.parameters.trust_loss = 0.02;
    EXPECT_THROW(apply_setting(scenario, "trust_gain=0.03"), InputError);
    EXPECT_EQ(scenario.parameters.trust_gain, Parameters{}.trust_gain);
}

TEST(Setting, may_not_cross_a_value_that_a_change_sets_later) {
    Scenario scenario;
    scenario.changes.push_back({.lever = "trust_loss", .value = 0.02, .from_month = 72});
    EXPECT_THROW(apply_setting(scenario, "trust_gain=0.03"), InputError);
}

TEST(Scenario, has_suppliers_and_products_when_it_says_so) {
    const Scenario scenario = TemporaryScenario(R"(
[world]
supply = true
[[product]]
name      = "welfare_scorecard"
withdrawn = "never"
[[product]]
name          = "forecast_for_all"
use_case      = "care_demand_forecast"
route         = "national"
launch        = "2012-03"
mandated_from = "2026-01"
level         = 3
push          = 2.5
)")
                                  .read();
    EXPECT_TRUE(scenario.supply);
    ProductChange forecast = product_change("forecast_for_all", {{&ProductChange::use_case, "care_demand_forecast"},
                                                                 {&ProductChange::route, "national"},
                                                                 {&ProductChange::launch, "2012-03"},
                                                                 {&ProductChange::mandated_from, "2026-01"}});
    forecast.level = 3;
    forecast.push = 2.5;
    const std::vector<ProductChange> expected = {
        product_change("welfare_scorecard", {{&ProductChange::withdrawn, "never"}}), forecast};
    EXPECT_EQ(scenario.products, expected);
    EXPECT_FALSE(Scenario{}.supply);
    Scenario set;
    apply_setting(set, "world.supply=true");
    EXPECT_TRUE(set.supply);
    EXPECT_EQ(message_of_setting("world.supply=yes"),
              "--set world.supply=yes: expected true or false, got a string; without quotes");
}

TEST(Scenario, refuses_products_that_cannot_be) {
    const auto message = [](const std::string& content) {
        const TemporaryScenario file(content);
        try {
            file.read();
        } catch (const InputError& error) {
            const std::string text = error.what();
            return text.substr(text.find(".toml") + 5);
        }
        return std::string("(accepted)");
    };
    EXPECT_EQ(message("[[product]]\nwithdrawn = \"2020-08\"\n").substr(0, 3), ":2:");
    EXPECT_EQ(message("[[product]]\nname = \"x\"\nroute = \"nationl\"\n"),
              ":4: product.route: unknown route 'nationl'; did you mean 'national'?");
    EXPECT_EQ(message("[[product]]\nname = \"x\"\nuse_case = \"area_modl\"\n"),
              ":4: product.use_case: unknown use_case 'area_modl'; did you mean 'area_model'?");
    EXPECT_EQ(message("[[product]]\nname = \"x\"\nwithdrawn = \"2020\"\n"),
              ":4: product.withdrawn: expected a date \"YYYY-MM\" or \"never\", got \"2020\"");
    EXPECT_EQ(message("[[product]]\nname = \"x\"\nlaunch = \"never\"\n"),
              ":4: product.launch: expected a date \"YYYY-MM\", got \"never\"");
    EXPECT_EQ(message("[[product]]\nname = \"x\"\nlevel = 4\n"),
              ":4: product.level: 4 is outside 1..3 (analytics level)");
    EXPECT_EQ(message("[[product]]\nname = \"x\"\nwithdrwan = \"2020-08\"\n"),
              ":4: product.withdrwan: unknown key; did you mean 'withdrawn'?");
    EXPECT_EQ(message("[world]\nsupply = \"true\"\n"),
              ":3: world.supply: expected true or false, got a string; without quotes");
}

}  // namespace algemeente
