// Claims, variables, flows and the map: what the window says is what the model's tables and runs hold.
#include "screen_check.h"
#include "ui_bot.h"

#include "ensemble/ensemble.h"
#include "places.h"
#include "viewer/commands/tour.h"
#include "viewer/ensemble/flows.h"
#include "viewer/evidence/claims.h"
#include "viewer/plot/choropleth.h"
#include "viewer/plot/flow_chart.h"
#include "viewer/plot/prior_chart.h"
#include "viewer/views/parameter_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <set>

namespace algemeente::viewer {
namespace {

std::string text_of(const std::string& path) {
    std::ifstream stream(places::checkout() / path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Claims, AreThoseOfTheEvidenceFilesInBothLanguages) {
    const std::string csv = text_of("sim/evidence/claims.csv");
    ASSERT_EQ(claims().size(), static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) - 1);
    for (const Claim& claim : claims()) {
        EXPECT_NE(csv.find(claim.words), std::string::npos) << claim.id;
        EXPECT_NE(claim_words(claim, Language::nl), claim.words) << claim.id << " has no Dutch words";
        EXPECT_FALSE(claim.mechanisms.empty()) << claim.id;
        EXPECT_FALSE(claim.tests.empty()) << claim.id;
        if (!claim.remark.empty()) {
            EXPECT_NE(remark_words(claim, Language::nl), claim.remark) << claim.id;
        }
        for (const std::string_view words : {claim.about, claim.basis})
            for (const std::string_view english : {"similarity", "difference", "neutral", "literature", "interview,"})
                EXPECT_EQ(about_words(words, Language::nl).find(english), std::string::npos) << words;
    }
    for (const MechanismInfo& mechanism : schedule())
        EXPECT_NE(mechanism_words(mechanism, Language::nl), mechanism.meaning) << mechanism.name;
    EXPECT_EQ(find_claim("E81"), nullptr);
    const std::string page = text_of("sim/EVIDENCE.md");
    for (const std::string& test : find_claim("E11")->tests) EXPECT_NE(page.find(test), std::string::npos) << test;
}

TEST(Claims, AreFoundInTexts) {
    EXPECT_EQ(claim_ids("E07, E24; recommendation 1"), (std::vector<std::string>{"E07", "E24"}));
    EXPECT_EQ(claim_ids("E2, E123, DE45"), (std::vector<std::string>{}));
    for (std::size_t k = 0; k < factor_count; ++k)
        EXPECT_GE(claim_ids(claims_of(static_cast<Factor>(k))).size(), 3U) << factor_word(static_cast<Factor>(k));
    EXPECT_EQ(claims_of_variable("ethics_committee"), "E75");
    EXPECT_EQ(claims_of_variable("binds_law"), claims_of(Factor::law));
    EXPECT_EQ(claims_of_variable("reach_share"), "");
    for (const Claim& claim : claims())
        for (const ParameterInfo* row : claim.parameters)
            EXPECT_NE(claims_of_variable(row->name).find(claim.id), std::string::npos);
}

TEST(Words, EveryOutcomeAndLeverHasBothLanguages) {
    const auto differs = [](std::string_view name, std::string_view english) {
        EXPECT_FALSE(meaning_nl(name).empty()) << name;
        EXPECT_FALSE(english.empty()) << name;
        EXPECT_NE(meaning_nl(name), english) << name;
        EXPECT_FALSE(name_of(name, Language::nl).empty());
        EXPECT_FALSE(name_of(name, Language::en).empty());
        EXPECT_TRUE(has_name(name)) << name;
    };
    for (const OutcomeInfo& outcome : domain_outcomes()) {
        differs(outcome.name, outcome.meaning);
        EXPECT_FALSE(outcome_unit_words(outcome.unit, Language::nl).starts_with("[")) << outcome.unit;
    }
    EXPECT_EQ(outcome_unit_words("parsecs", Language::nl), "[parsecs]");
    std::set<std::string> seen;
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role == Role::lever) differs(row.name, row.meaning);
        if (row.role != Role::assumption || is_diagnostic(row)) continue;
        EXPECT_TRUE(has_name(row.name)) << row.name;
        EXPECT_TRUE(seen.insert(name_of(row.name, Language::nl)).second) << row.name << " is named like another";
    }
}

TEST(Words, EveryAssumptionHasADutchMeaning) {
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::assumption || is_diagnostic(row)) continue;
        EXPECT_FALSE(meaning_nl(row.name).empty()) << row.name;
        EXPECT_NE(meaning_nl(row.name), row.meaning) << row.name;
    }
}

TEST(Prior, IsWhatTheStudiesDrawFrom) {
    const Prior rate = prior_of(*find_parameter("ideas_per_month"));
    EXPECT_TRUE(rate.drawn);
    EXPECT_TRUE(rate.logarithmic);
    const Prior shocks = prior_of(*find_parameter("media_shock_scale"));
    EXPECT_EQ(shocks.low, 0.5);
    EXPECT_EQ(shocks.high, 1.5);
    EXPECT_FALSE(shocks.logarithmic);
    EXPECT_FALSE(prior_of(*find_parameter("ethics_committee")).drawn) << "levers are decided, not uncertain";
    EXPECT_FALSE(prior_of(*find_parameter("diagnostic_ict")).drawn);
    const ParameterInfo& row = *find_parameter("ideas_per_month");
    Scene scene;
    draw_prior_chart(scene, {0, 0, 100, 20}, rate, row, row.standard, Ink::assumed);
    const Ribbon& shape = std::get<Ribbon>(scene.items.front());
    EXPECT_LT(shape.high.front(), shape.high.back()) << "log-uniform: small values are denser";
}

struct SmallRuns {
    std::shared_ptr<const EnsembleSummary> summary;

    explicit SmallRuns(int replicates) {
        Scenario scenario = read_scenario(places::checkout() / "scenarios/baseline.toml");
        scenario.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = 12};
        EnsembleRequest request;
        request.scenarios = {std::make_shared<const Scenario>(scenario)};
        request.country = std::make_shared<const Country>(country_of(scenario, 1));
        request.replicates = replicates;
        EnsembleService service(2);
        service.submit(request);
        EXPECT_TRUE(service.wait_until_idle(std::chrono::minutes(3)));
        summary = service.latest();
    }
};

/// Nobody appears or vanishes: who entered a stage went on, left, or is still there, as the outcomes say.
TEST(Flow, IsTheLedgerOfTheRun) {
    const SmallRuns runs(2);
    const auto outcome = [&](const RunData& run, int month, Domain domain, const char* name) {
        return run.value(month, domain, find_domain_outcome(name));
    };
    double left_in_all = 0;
    for (const auto& run : runs.summary->scenarios.front().runs) {
        ASSERT_EQ(run->flows.months.size(), static_cast<std::size_t>(run->months));
        for (const int month : {40, 120, 179})
            for (const Domain domain : {Domain::social, Domain::physical}) {
                const auto d = static_cast<std::size_t>(index_of(domain));
                const Flows::Month& at = run->flows.months[static_cast<std::size_t>(month)];
                EXPECT_EQ(at.entered[d][0], outcome(*run, month, domain, "ideas_so_far"));
                EXPECT_EQ(at.entered[d][1], outcome(*run, month, domain, "started"));
                EXPECT_EQ(at.entered[d][4], outcome(*run, month, domain, "ever_in_use"));
                const char* inside[] = {"ideas", "development", "pilot", "implementation", "in_use"};
                double before_use = 0;
                for (std::size_t s = 0; s < flow_stages; ++s) {
                    const double left = std::accumulate(at.left[d][s].begin(), at.left[d][s].end(), 0.0);
                    const double moved = s + 1 < flow_stages ? at.entered[d][s + 1] : 0;
                    EXPECT_EQ(at.entered[d][s] - left - moved, outcome(*run, month, domain, inside[s])) << inside[s];
                    if (s > 0 && s < 4) before_use += left;
                    left_in_all += left;
                }
                EXPECT_EQ(std::accumulate(at.left[d][0].begin(), at.left[d][0].end(), 0.0),
                          outcome(*run, month, domain, "dropped"));
                EXPECT_EQ(at.left[d][0][static_cast<std::size_t>(Reason::none)], 0)
                    << "each idea is dropped for a reason";
                EXPECT_EQ(before_use, outcome(*run, month, domain, "abandoned"));
                EXPECT_EQ(std::accumulate(at.left[d][4].begin(), at.left[d][4].end(), 0.0),
                          outcome(*run, month, domain, "discontinued"));
                double by_law = 0;
                for (const auto& stage : at.left[d]) by_law += stage[static_cast<std::size_t>(Reason::law)];
                EXPECT_EQ(by_law, outcome(*run, month, domain, "rejected_by_law"));
            }
    }
    EXPECT_GT(left_in_all, 50);
    const FlowChart mean = flow_of(runs.summary->scenarios.front(), Domain::social, 120);
    EXPECT_EQ(mean.runs, 2);
    for (const FlowStage& stage : mean.stages)
        EXPECT_NEAR(stage.entered, stage.moved + stage.inside + stage.lost(), 1e-9);
}

TEST(Flow, CountsEveryReasonOfAnEnd) {
    for (int reason = 1; reason < algemeente::reason_count; ++reason) {
        Event use;
        use.month = 3;
        use.kind = EventKind::in_use;
        use.birth_month = 1;
        Event end = use;
        end.month = 5;
        end.kind = EventKind::discontinued;
        end.reason = static_cast<Reason>(reason);
        const Flows flows = flows_of({use, end}, 8);
        const auto& left = flows.months[7].left[0][4];
        ASSERT_LT(static_cast<std::size_t>(reason), left.size());
        EXPECT_EQ(left[static_cast<std::size_t>(reason)], 1U) << reason_word(end.reason);
        EXPECT_EQ(std::accumulate(left.begin(), left.end(), 0U), 1U);
    }
}

TEST(Flow, NeedsTheFirstSixteenReplicatesOnly) {
    const SmallRuns runs(18);
    const auto& all = runs.summary->scenarios.front().runs;
    EXPECT_FALSE(all[15]->flows.months.empty());
    EXPECT_TRUE(all[16]->flows.months.empty());
    EXPECT_EQ(flow_of(runs.summary->scenarios.front(), Domain::physical, 60).runs, 16);
}

TEST(Map, MeansAreThoseOfTheYearsKept) {
    const SmallRuns runs(3);
    const ScenarioRuns& scenario = runs.summary->scenarios.front();
    const std::size_t size = runs.summary->country->size();
    EXPECT_EQ(municipal_runs(scenario, MapMeasure::abandoned), 3);
    EXPECT_EQ(municipal_runs(scenario, MapMeasure::in_use), 3);
    double all = 0;
    for (std::size_t m = 0; m < size; ++m)
        all += municipal_mean(scenario, size, 143, m, Domain::social, MapMeasure::in_use);
    double expected = 0;
    for (const auto& run : scenario.runs)
        expected += run->value(143, Domain::social, find_domain_outcome("in_use")) / 3;
    EXPECT_NEAR(all, expected, 1e-6) << "December: the municipalities add up to the outcome";
    double stopped = 0;
    for (std::size_t m = 0; m < size; ++m)
        stopped += municipal_mean(scenario, size, 143, m, Domain::social, MapMeasure::abandoned);
    expected = 0;
    for (const auto& run : scenario.runs)
        expected += run->value(143, Domain::social, find_domain_outcome("abandoned")) / 3;
    EXPECT_NEAR(stopped, expected, 1e-6);
}

TEST(Map, FollowsTheMonthBetweenTheEndsOfYears) {
    RunData run;
    run.months = 24;
    run.in_use = {6, 0, 12, 0};  // [year][municipality][domain] of one municipality
    run.municipal = {{.abandoned = 3}, {}, {.abandoned = 9}, {}};
    const ScenarioRuns runs{nullptr, {std::make_shared<const RunData>(run)}};
    const auto in_use = [&](int month) {
        return municipal_mean(runs, 1, month, 0, Domain::social, MapMeasure::in_use);
    };
    EXPECT_EQ(in_use(11), 6);
    EXPECT_EQ(in_use(23), 12);
    EXPECT_DOUBLE_EQ(in_use(5), 3) << "half of the first year: from nothing";
    EXPECT_DOUBLE_EQ(in_use(13), 7);
    EXPECT_DOUBLE_EQ(in_use(17), 9);
    EXPECT_EQ(in_use(30), 12) << "after the last end of a year nothing is kept";
    EXPECT_DOUBLE_EQ(municipal_mean(runs, 1, 17, 0, Domain::social, MapMeasure::abandoned), 6);
}

TEST(Map, SaysTheMonthTheRunsAndWhatLiesBetweenEndsOfYears) {
    Options options;
    options.page = Page::map;
    options.time = 137;
    UiBot bot(options);
    bot.frames(2);
    const std::string june = all_words();
    EXPECT_NE(june.find("juni 2026"), std::string::npos) << june;
    EXPECT_NE(june.find("24 runs"), std::string::npos) << june;
    EXPECT_NE(june.find("rechte lijn"), std::string::npos) << june;
    bot.app().sink().send(SetCursor{143});
    bot.frames(2);
    const std::string december = all_words();
    EXPECT_NE(december.find("december 2026"), std::string::npos) << december;
    EXPECT_EQ(december.find("rechte lijn"), std::string::npos) << "the end of a year is kept";
}

TEST(Map, ClassesRiseAndHoldEveryValue) {
    const auto ends = classes_of({0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0});
    std::array<int, 5> counts{};
    for (const double value : {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0})
        ++counts[static_cast<std::size_t>(class_of(value, ends))];
    EXPECT_EQ(counts, (std::array<int, 5>{2, 2, 2, 2, 2}));
    for (const auto& values : std::vector<std::vector<double>>{{}, {0, 0, 0}, {3, 3, 3, 3}, {0, 0, 0, 0, 40}}) {
        const auto some = classes_of(values);
        for (std::size_t i = 1; i < 4; ++i) EXPECT_GT(some[i], some[i - 1]);
    }
    EXPECT_EQ(class_of(0.125, classes_of({0, 0, 0, 0, 0, 0.125, 0.25, 0.375, 0.9})), 1);
    const auto zeros = classes_of({0, 0, 0, 0, 0, 0, 1, 2, 3, 4});
    EXPECT_EQ(class_of(0, zeros), 0);
    EXPECT_EQ(class_of(1, zeros), 1);
    EXPECT_EQ(class_of(4, zeros), 4) << "what is above zero is told apart";
    const auto difference = classes_of_difference({-0.2, 0.1});
    EXPECT_DOUBLE_EQ(difference[1], -difference[2]);
    EXPECT_EQ(class_of(0, difference), 2) << "no difference is the middle colour";
}

TEST(Map, HatchingStaysInside) {
    const std::vector<Point> ring = {{0, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 2}, {0, 2}};
    const auto lines = hatched({ring}, 0.25F);
    ASSERT_GE(lines.size(), 12U);
    BorderRegion region;
    region.rings = {ring};
    region.bounds = {0, 0, 2, 2};
    for (std::size_t i = 0; i < lines.size(); i += 2) {
        const Point middle = {(lines[i].x + lines[i + 1].x) / 2, (lines[i].y + lines[i + 1].y) / 2};
        EXPECT_TRUE(region.contains(middle)) << middle.x << "," << middle.y;
    }
}

TEST(Looking, ASentenceLeadsToItsEvidenceAndFromThereToTheSlider) {
    Options options;
    options.height = 900;  // so that the sentence's evidence needs no scrolling
    UiBot bot(options);
    bot.press('2');
    bot.app().sink().send(SelectSlot{0});  // its first sentence is about the gap
    bot.settle();
    bot.click("evidence.sentence0.E09");
    ASSERT_TRUE(bot.view().evidence_open);
    EXPECT_EQ(bot.view().evidence, "E09");
    ASSERT_TRUE(bot.shows("evidence.choose.E01")) << "the other claims of the sentence are beside it";
    EXPECT_FALSE(bot.shows("evidence.choose.E02"));
    bot.click("evidence.parameter.sensor_quality");
    EXPECT_FALSE(bot.view().evidence_open);
    EXPECT_FALSE(bot.view().assumptions);
    EXPECT_TRUE(bot.shows("lever.sensor_quality"));
    EXPECT_FALSE(bot.shows("lever.sensor_cost_multiplier")) << "only the one that was meant";
}

TEST(Looking, AFactorLeadsToItsClaimsAndAnAssumptionHasItsPrior) {
    UiBot bot;
    bot.press('2');
    bot.click("why.factor.capacity");
    ASSERT_TRUE(bot.view().evidence_open);
    EXPECT_EQ(bot.view().evidence_list, claims_of(Factor::capacity));
    bot.click("evidence.choose.E40");
    EXPECT_EQ(bot.view().evidence, "E40");
    bot.app().sink().send(ShowParameter{"ict_growth"});
    bot.frames(2);
    EXPECT_TRUE(bot.view().assumptions);
    EXPECT_TRUE(bot.shows("prior.ict_growth"));
    EXPECT_TRUE(bot.shows("evidence.ict_growth.E04"));
    bot.app().sink().send(SetLeverSearch{});
    bot.frames(2);
    for (const auto& [key, area] : bot.app().widgets().all())
        EXPECT_EQ(key.find("diagnostic_"), std::string::npos) << "handles for experiments are no assumptions";
}

TEST(Looking, AnyVariableSaysWhatItMeans) {
    UiBot bot;
    bot.click("readout.outcome");
    ASSERT_TRUE(bot.view().variable_open);
    EXPECT_EQ(bot.view().variable, "in_use");
    bot.type("variable.search", "moratorium");
    bot.app().sink().send(OpenVariable{"reach_share"});
    bot.frames(2);
    EXPECT_TRUE(bot.shows("variable.name"));
    bot.click("variable.choose");
    EXPECT_EQ(bot.view().outcome, find_domain_outcome("reach_share"));
    EXPECT_FALSE(bot.view().variable_open);
    bot.click("lever.ethics_committee.name");
    EXPECT_EQ(bot.view().variable, "ethics_committee");
    bot.click("evidence.variable.E75");
    EXPECT_EQ(bot.view().evidence, "E75");
    bot.press(256);
    EXPECT_FALSE(bot.view().evidence_open);
    EXPECT_TRUE(bot.view().variable_open) << "one thing closes at a time";
}

TEST(Looking, TheMapShowsAnyQuantityAndAMunicipalityItsYears) {
    UiBot bot;
    bot.press('3');
    bot.click("map.measure");
    bot.click("map.measure.3");
    EXPECT_EQ(bot.view().measure, MapMeasure::abandoned);
    bot.press('C');
    EXPECT_EQ(bot.view().measure, MapMeasure::discontinued);
    const Rect map = bot.place("map");
    bool seen = false;
    for (int i = 0; i < 40 && !seen; ++i)
        for (int j = 0; j < 30 && !seen; ++j) {
            bot.move({map.x + map.width * static_cast<float>(i) / 40, map.y + map.height * static_cast<float>(j) / 30});
            seen = bot.app().widgets().find("map.spark").has_value();
        }
    EXPECT_TRUE(seen);
}

TEST(Looking, FlowsAreOneClickFromTheFactors) {
    UiBot bot;
    bot.press('2');
    bot.click("why.flows");
    EXPECT_EQ(bot.view().sub_pages.of(Page::why), SubPage::flow);
    EXPECT_TRUE(bot.shows("why.flow"));
    bot.press('W');
    EXPECT_EQ(bot.view().sub_pages.of(Page::why), SubPage::factors);
}

TEST(Tour, StepsAreDoneWhenTheModelChanges) {
    UiBot bot;
    bot.press('T');
    ASSERT_EQ(bot.view().tour_step, 1);
    bot.click("transport.play");
    EXPECT_EQ(bot.view().tour_step, 2);
    bot.click("transport.play");
    bot.drag("lever.change_capacity_multiplier", 0.2F, 0.9F);
    EXPECT_GT(lever_value(bot.session().slots[1].scenario, "change_capacity_multiplier", 100), 4)
        << "the tour does not take the slider away";
    EXPECT_EQ(bot.view().tour_step, 3);
    bot.click("preset.1");
    bot.frames(2);
    bot.click("preset.1.no_scandal");
    EXPECT_EQ(bot.view().tour_step, 4);
    bot.click(page_button(Page::why));
    EXPECT_EQ(bot.view().tour_step, 5);
    bot.press('3');
    bot.type("town.search", "Amsterdam");
    bot.click("town.found.GM0363");
    EXPECT_EQ(bot.view().tour_step, 0);
    EXPECT_TRUE(bot.view().preferences.tour_done);
}

TEST(Notices, ShowForAWhileAndStayInTheList) {
    UiBot bot;
    EXPECT_FALSE(bot.shows("status.notices"));
    const auto broken = places::checkout() / "tests/fixtures/invalid/unknown_lever.toml";
    for (int i = 0; i < 2; ++i) {
        bot.platform().drops.push_back(broken);
        bot.frames(3);
    }
    ASSERT_EQ(bot.app().notice_log().size(), 1U) << "the same message is one line";
    EXPECT_EQ(bot.app().notice_log().front().times, 2);
    EXPECT_TRUE(bot.app().notice_log().front().notice.problem);
    const std::string& words = bot.app().notice_log().front().notice.words;
    EXPECT_NE(words.find("unknown_lever.toml:"), std::string::npos) << "file and line: " << words;
    bot.click("status.notices");
    EXPECT_TRUE(bot.shows("notices.0"));
    bot.click("notices.close");
    EXPECT_FALSE(bot.view().notices_open);
    bot.type("levers.search", "ethi");
    bot.click("status.filter");
    EXPECT_EQ(bot.view().lever_search, "");
    EXPECT_TRUE(bot.shows("status.progress"));
}

}  // namespace
}  // namespace algemeente::viewer
