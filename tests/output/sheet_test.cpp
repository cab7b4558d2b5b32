#include "output/sheet.h"

#include "cli/run_program.h"
#include "output/role_kit.h"
#include "output/sheet_numbers.h"
#include "places.h"
#include "text/calendar.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace algemeente {
namespace {

namespace fs = std::filesystem;
using present::Language;

const fs::path scenario_folder = places::checkout() / "scenarios";

MunicipalityYear december(int municipality, int year, Domain domain, int in_use, Factor binding) {
    MunicipalityYear one;
    one.municipality = static_cast<std::uint16_t>(municipality);
    one.year = static_cast<std::uint16_t>(year);
    one.domain = domain;
    one.in_use = static_cast<std::int16_t>(in_use);
    one.binding = binding;
    return one;
}

/// Four municipalities, the last one of another size; what each uses in `in_use`, the same in both years and domains.
History run_of(const std::vector<int>& in_use, const std::vector<Factor>& binding) {
    History history;
    history.months = 180;
    for (const int year : {sheet_year, 2029})
        for (const Domain domain : {Domain::social, Domain::physical})
            for (std::size_t i = 0; i < in_use.size(); ++i)
                history.years.push_back(december(static_cast<int>(i), year, domain, in_use[i], binding[i]));
    return history;
}

Ensemble invented() {
    Ensemble ensemble;
    for (int i = 0; i < 4; ++i) {
        MunicipalityFacts facts;
        facts.gm_code = "GM000" + std::to_string(i + 1);
        facts.name = "Town " + std::to_string(i + 1);
        facts.size_class = i < 3 ? 1 : 4;
        ensemble.country.push_back(facts);
    }
    constexpr Factor law = Factor::law, data = Factor::data_readiness, none = Factor::none;
    const std::vector<std::vector<History>> runs = {
        {run_of({2, 1, 5, 9}, {law, law, data, law}), run_of({2, 3, 3, 9}, {law, data, data, law})},
        {run_of({3, 3, 3, 9}, {data, data, law, law}), run_of({3, 5, 1, 9}, {data, data, none, law})},
        {run_of({6, 3, 3, 0}, {law, data, law, law}), run_of({3, 5, 4, 0}, {law, law, none, law})}};
    for (const auto& replicates : runs) {
        ScenarioResult result;
        result.scenario.title = "One";
        result.replicates = replicates;
        ensemble.scenarios.push_back(result);
    }
    ensemble.finished_replicates = 2;
    return ensemble;
}

TEST(Sheet, numbers_are_counted_among_those_of_its_size) {
    const Ensemble ensemble = invented();
    const SheetNumbers numbers(ensemble, 0);
    const SheetPlace place = numbers.place(Domain::social);
    EXPECT_EQ(place.peers, 2U) << "itself and the large one do not count";
    EXPECT_EQ(place.in_use.p50, 3);
    // its 3 against 1, 5 and against 3, 3 where all is as elsewhere
    EXPECT_DOUBLE_EQ(place.fewer, 0.25);
    EXPECT_DOUBLE_EQ(place.more, 0.25);
    const auto brakes = numbers.brakes(sheet_such, Domain::social);
    ASSERT_EQ(brakes.size(), 2U);
    EXPECT_EQ(brakes[0].first, Factor::data_readiness);
    EXPECT_DOUBLE_EQ(brakes[0].second, 0.8) << "four of five that have projects";
    EXPECT_EQ(numbers.first_brake(Domain::physical), Factor::data_readiness);
    EXPECT_EQ(numbers.last_year(), 2029);
}

TEST(Sheet, a_lever_is_compared_run_by_run) {
    const Ensemble ensemble = invented();
    const SheetNumbers numbers(ensemble, 0);
    const present::Difference use = numbers.use_against(2, Domain::social);
    EXPECT_EQ(use.direction.count, 2);
    EXPECT_EQ(use.direction.higher, 2);
    EXPECT_DOUBLE_EQ(use.band.mean, 1) << "one more for each of three, in both";
    const present::Difference held = numbers.brake_against(2, Domain::social);
    EXPECT_EQ(held.direction.lower, 2);
    EXPECT_DOUBLE_EQ(held.band.mean, (1.0 / 3 - 2.0 / 3 + 0.0 - 1.0) / 2);
}

TEST(Sheet, answers_are_ends_of_the_table) {
    SheetAnswers answers{};
    const std::vector<Scenario> usual = sheet_scenarios(answers, scenario_folder);
    ASSERT_EQ(usual.size(), 6U);
    EXPECT_TRUE(same_simulation(usual[0], usual[1])) << "nothing was answered";
    answers = {SheetAnswer::no, SheetAnswer::yes, SheetAnswer::yes, SheetAnswer::yes, SheetAnswer::no};
    const std::vector<Scenario> such = sheet_scenarios(answers, scenario_folder);
    ASSERT_EQ(such.size(), 5U) << "it has a committee already";
    const auto low = [](std::string_view name) { return find_parameter(name)->low; };
    const auto high = [](std::string_view name) { return find_parameter(name)->high; };
    const Parameters& set = such[1].parameters;
    EXPECT_EQ(set.start_standards_low, low("start_standards_low"));
    EXPECT_EQ(set.start_standards_high, low("start_standards_high"));
    EXPECT_EQ(set.start_source_quality, low("start_source_quality"));
    EXPECT_EQ(set.capacity_team_share, high("capacity_team_share"));
    EXPECT_EQ(set.start_lock_in_mean, high("start_lock_in_mean"));
    EXPECT_EQ(set.start_trust_mean, low("start_trust_mean"));
    ASSERT_EQ(such[1].changes.size(), 1U);
    EXPECT_EQ(such[1].changes[0].lever, "ethics_committee");
    EXPECT_EQ(such[1].changes[0].from_month, month_of(2021, 1));
    for (std::size_t i = sheet_first_lever; i < such.size(); ++i) {
        EXPECT_EQ(such[i].parameters, set) << such[i].name;
        ASSERT_GT(such[i].changes.size(), 1U) << such[i].name;
        EXPECT_EQ(such[i].changes[1].from_month, month_of(sheet_year + 1, 1)) << such[i].name;
    }
}

TEST(Sheet, the_page_is_whole_in_both_languages) {
    Ensemble ensemble = invented();
    for (const Language language : {Language::nl, Language::en}) {
        const std::string page = sheet_page(ensemble, {"GM0002", {SheetAnswer::yes}, "algemeente sheet", language});
        EXPECT_EQ(page.find("{}"), std::string::npos);
        EXPECT_NE(page.find("Town 2"), std::string::npos);
        EXPECT_NE(page.find("algemeente sheet"), std::string::npos);
        EXPECT_NE(page.find("2025"), std::string::npos);
        EXPECT_NE(page.find(present::text(present::Word::sheet_cannot, language)), std::string::npos);
    }
    EXPECT_THROW(sheet_page(ensemble, {"GM9999", {}, "", Language::en}), InputError);
    ensemble.scenarios.pop_back();  // without any lever
    EXPECT_NE(sheet_page(ensemble, {"GM0001", {}, "", Language::en}).find("Town 1"), std::string::npos);
}

TEST(Sheet, the_command_writes_it_and_refuses_what_it_does_not_know) {
    const testing::TemporaryFolder folder;
    const std::string out = folder / "haarlem.html";
    const testing::ProgramResult made = testing::run_program(
        {"sheet", "Haarlem", "--team", "no", "--supplier", "yes", "--replicates", "1", "--out", out, "--lang", "nl"});
    EXPECT_EQ(made.exit_code, 0) << made.err;
    const std::string page = testing::content_of(out);
    EXPECT_NE(page.find("Een gemeente als Haarlem"), std::string::npos);
    EXPECT_NE(page.find("sheet Haarlem --team no --supplier yes"), std::string::npos);
    const auto message = [&](const std::vector<std::string>& words) {
        const testing::ProgramResult result = testing::run_program(words);
        EXPECT_EQ(result.exit_code, 2);
        return result.err;
    };
    const std::string other = folder / "other.html";
    EXPECT_NE(message({"sheet", "Haarlm", "--out", other}).find("Haarlem"), std::string::npos);
    EXPECT_NE(message({"sheet", "Haarlem", "--team", "maybe", "--out", other}).find("--team"), std::string::npos);
    EXPECT_NE(message({"sheet", "Haarlem"}).find("--out is missing"), std::string::npos);
    EXPECT_NE(message({"sheet", "Haarlem", "--out", out}).find("--force"), std::string::npos) << "it is there already";
}

TEST(Sheet, a_page_is_no_pdf) {
    const testing::TemporaryFolder folder;
    for (const std::vector<std::string>& words : {std::vector<std::string>{"sheet", "Haarlem"}, {"roles"}}) {
        std::vector<std::string> all = words;
        all.insert(all.end(), {"--out", folder / "page.pdf"});
        const testing::ProgramResult result = testing::run_program(all);
        EXPECT_EQ(result.exit_code, 2);
        EXPECT_NE(result.err.find("the page is HTML, expected a name such as '" + (folder / "page.html") +
                                  "'; a browser prints it to PDF"),
                  std::string::npos)
            << result.err;
        EXPECT_FALSE(std::filesystem::exists(folder / "page.pdf"));
    }
}

TEST(RoleKit, prints_each_sheet_on_a_page_of_its_own_in_both_languages) {
    for (const Language language : {Language::nl, Language::en}) {
        const std::string page = role_kit_page(scenario_folder, language);
        std::size_t sheets = 0;
        for (std::size_t at = page.find("<section"); at != std::string::npos; at = page.find("<section", at + 1))
            ++sheets;
        EXPECT_EQ(sheets, 11U) << "how to play, rounds, form, seven roles, debrief";
        EXPECT_EQ(page.find("**"), std::string::npos);
        EXPECT_EQ(page.find("\n#"), std::string::npos);
        EXPECT_NE(page.find("CIO"), std::string::npos);
    }
    EXPECT_THROW(role_kit_page(scenario_folder / "data", Language::en), InputError);
}

}  // namespace
}  // namespace algemeente
