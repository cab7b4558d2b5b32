#include "present/words/names.h"

#include "patterns/pattern.h"
#include "places.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

namespace algemeente::present {

namespace {

void expect_both(std::string_view id) {
    ASSERT_TRUE(has_name(id)) << id;
    EXPECT_FALSE(name_of(id, Language::nl).empty()) << id;
    EXPECT_FALSE(name_of(id, Language::en).empty()) << id;
}

std::vector<Scenario> shipped() {
    std::vector<Scenario> scenarios;
    const std::filesystem::path folder = places::checkout() / "scenarios";
    for (const std::filesystem::path& one : {folder, folder / "diagnostics"})
        for (const auto& entry : std::filesystem::directory_iterator(one))
            if (entry.path().extension() == ".toml") scenarios.push_back(read_scenario(entry.path()));
    return scenarios;
}

}  // namespace

TEST(Names, EveryOutcomeHasBoth) {
    for (const OutcomeInfo& outcome : domain_outcomes()) expect_both(outcome.name);
    for (const OutcomeInfo& outcome : national_outcomes()) expect_both(outcome.name);
    for (const OutcomeInfo& outcome : domain_outcomes()) EXPECT_FALSE(meaning_nl(outcome.name).empty()) << outcome.name;
}

TEST(Names, EveryParameterHasBothAndEveryLeverADutchMeaning) {
    for (const ParameterInfo& row : parameter_table()) {
        expect_both(row.name);
        if (row.role != Role::lever) continue;
        EXPECT_FALSE(meaning_nl(row.name).empty()) << row.name;
    }
}

TEST(Names, EveryUseCaseAndEveryCellHasBoth) {
    for (const std::string_view use_case : use_case_names()) {
        expect_both(use_case);
        EXPECT_FALSE(meaning_nl(use_case).empty()) << use_case;
    }
    for (const UseCaseColumn& column : use_case_columns()) expect_both("column." + std::string(column.name));
    EXPECT_EQ(lever_name("use_cases.welfare_risk_scoring.personal_data", Language::nl),
              "Risicoscore bijstand: persoonsgegevens");
}

/// Small words of at least three letters: titles and names of people have a capital.
std::set<std::string> small_words(std::string_view source) {
    std::set<std::string> words;
    std::string word;
    for (const char letter : std::string(source) + " ") {
        const bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        if (is_letter) {
            word += letter;
            continue;
        }
        if (word.size() > 2 && word.front() >= 'a') words.insert(word);
        word.clear();
    }
    return words;
}

TEST(Names, SourcesOfParametersAreInDutchButForWhatIsCited) {
    // a file, an organisation, and the same in Dutch
    const std::set<std::string> both = {"model", "fonds", "per", "respondent"};
    for (const ParameterInfo& row : parameter_table()) {
        EXPECT_EQ(source_words(row.source, Language::en), row.source);
        const std::set<std::string> dutch = small_words(source_words(row.source, Language::nl));
        for (const std::string& word : small_words(row.source))
            EXPECT_TRUE(both.contains(word) || !dutch.contains(word)) << word << " in " << row.source;
    }
    EXPECT_EQ(source_words("Waldherr 2014, form", Language::nl), "Waldherr 2014, de vorm");
    EXPECT_EQ(source_words("E10; patterns P05, P06", Language::nl), "E10; patronen P05, P06");
}

TEST(Names, LevelsAreLowMiddleOrHigh) {
    EXPECT_EQ(level_words(0, Language::nl), "laag");
    EXPECT_EQ(level_words(0.43, Language::nl), "middel");
    EXPECT_EQ(level_words(0.43, Language::en), "middle");
    EXPECT_EQ(level_words(0.7, Language::en), "high");
}

TEST(Names, EveryMemberOfAnEnumerationHasBoth) {
    for (int k = 0; k <= factor_count; ++k) expect_both(factor_word(static_cast<Factor>(k)));
    for (int k = 0; k < stage_count; ++k) expect_both("stage." + std::string(stage_word(static_cast<Stage>(k))));
    for (int k = 1; k < reason_count; ++k) expect_both("reason." + std::string(reason_word(static_cast<Reason>(k))));
    for (int k = 0; k < event_kind_count; ++k)
        expect_both("event." + std::string(event_word(static_cast<EventKind>(k))));
    for (int k = 0; k < origin_count; ++k) expect_both("origin." + std::string(origin_word(static_cast<Origin>(k))));
    for (const Frame frame : {Frame::risk, Frame::surveillance}) EXPECT_FALSE(frame_words(frame, Language::nl).empty());
}

TEST(Names, EveryPatternIsSaidInDutchToo) {
    for (const Pattern& pattern : all_patterns()) {
        const std::string id = "pattern." + pattern.id;
        expect_both(id);
        EXPECT_EQ(name_of(id, Language::en), pattern.sentence) << "one sentence in two places";
        EXPECT_NE(name_of(id, Language::nl), pattern.sentence);
    }
}

TEST(Names, ShippedScenariosAreToldInDutch) {
    const std::vector<Scenario> scenarios = shipped();
    EXPECT_GT(scenarios.size(), 20U);
    for (const Scenario& scenario : scenarios) {
        expect_both(scenario.name);
        EXPECT_EQ(title_of(scenario, Language::en), name_of(scenario.name, Language::en)) << "or its title would stay";
        EXPECT_EQ(title_of(scenario, Language::nl), name_of(scenario.name, Language::nl));
        EXPECT_NE(question_of(scenario, Language::nl), scenario.question) << scenario.name;
        EXPECT_NE(story_of(scenario, Language::nl), scenario.story) << scenario.name;
    }
}

TEST(Names, ACopyWithATitleOfItsOwnKeepsItsWords) {
    Scenario scenario;
    scenario.name = "baseline";
    scenario.title = "Mijn variant";
    scenario.story = "Eigen verhaal.";
    EXPECT_EQ(title_of(scenario, Language::nl), "Mijn variant");
    EXPECT_EQ(story_of(scenario, Language::nl), "Eigen verhaal.");
}

TEST(Names, OfWhatHasNoneAreSeen) {
    EXPECT_EQ(name_of("no_such_thing", Language::nl), "[no_such_thing]");
    EXPECT_FALSE(has_name("no_such_thing"));
}

TEST(Names, AreNotSharedByTwoLeversOrTwoOutcomes) {
    std::set<std::string> seen;
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::lever) continue;
        EXPECT_TRUE(seen.insert(name_of(row.name, Language::nl)).second) << row.name;
    }
    seen.clear();
    for (const OutcomeInfo& outcome : domain_outcomes())
        EXPECT_TRUE(seen.insert(name_of(outcome.name, Language::en)).second) << outcome.name;
}

TEST(ValueWords, HaveTheUnitOfTheLanguage) {
    const ParameterInfo& row = *find_parameter("change_capacity_multiplier");
    EXPECT_EQ(value_words(row, 2.5, Language::nl), "2,5\u00D7");
    const ParameterInfo& committee = *find_parameter("ethics_committee");
    EXPECT_EQ(value_words(committee, 1, Language::nl), "aan");
    EXPECT_EQ(value_words(committee, 0, Language::en), "off");
}

}  // namespace algemeente::present
