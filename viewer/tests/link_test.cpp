// Sessions as links: what comes back, how long they are, and what hostile ones do.
#include "places.h"
#include "present/words/catalogue.h"
#include "viewer/state/link_primer.h"
#include "viewer/state/packing.h"
#include "viewer/state/session_file.h"
#include "viewer/state/session_io.h"
#include "viewer/state/session_link.h"

#include <gtest/gtest.h>

#include <random>

namespace algemeente::viewer {
namespace {

const std::vector<Scenario>& presets() {
    static const std::vector<Scenario> all = read_presets(places::checkout() / "scenarios");
    return all;
}

Session session_with(const std::vector<std::string>& names) {
    Session session;
    for (const std::string& name : names)
        for (const Scenario& preset : presets())
            if (preset.name == name) session.slots.push_back(slot_of(preset));
    return session;
}

void change_five(Slot& slot) {
    decide(slot, "standards_programme", 0.021);
    decide(slot, "change_capacity_multiplier", 2.35);
    decide(slot, "ethics_committee", 1);
    decide(slot, "capacity_cut_share", 0.17);
    decide(slot, "common_ground_programme", 0.013);
}

LinkedSession back(const Session& session) {
    return session_from_link(session_link(session, Language::nl, presets()), presets());
}

TEST(Packing, GivesBackAnyText) {
    std::mt19937 random(7);
    for (int size : {0, 1, 2, 3, 17, 255, 256, 4000}) {
        std::string noise;
        for (int i = 0; i < size; ++i) noise += static_cast<char>(random());
        EXPECT_EQ(unpacked(packed(noise, "known"), "known", 5000), noise) << size;
    }
    const std::string same(3000, 'x');
    EXPECT_EQ(unpacked(packed(same, {}), {}, 3000), same);
    EXPECT_LT(packed(same, {}).size(), 60U);
    EXPECT_EQ(unpacked(packed(same, {}), {}, 2999), std::nullopt) << "longer than is allowed";
}

TEST(Packing, WhatIsKnownCostsLittle) {
    const std::string text = "the levers of a scenario and the month from which they hold";
    EXPECT_LT(packed(text, text).size() * 3, packed(text, {}).size());
}

TEST(Link, GivesBackTheSession) {
    Session session = session_with({"baseline", "national_scandal"});
    change_five(session.slots[1]);
    session.slots[1].decide_from = 80;
    session.seed = 42;
    session.replicates = 96;
    session.notes = {{.month = 137, .words = "Wat zagen wij hier? | 100 %"}};
    session.front = 1;
    session.looking =
        Looking{.page = Page::map, .month = 120, .outcome = "in_use", .municipality = "GM0363", .pinned = {"GM0518"}};
    const LinkedSession linked = back(session);
    EXPECT_EQ(session_text(linked.session), session_text(session));
    EXPECT_TRUE(equal(linked.session, session));
    EXPECT_EQ(linked.language, Language::nl);
    EXPECT_TRUE(linked.news.empty());
}

TEST(Link, EveryShippedScenarioWithFiveChangesFits) {
    for (const Scenario& preset : presets()) {
        Session session = session_with({"baseline", preset.name});
        change_five(session.slots[1]);
        session.looking = Looking{.municipality = "GM0363", .pinned = {"GM0518", "GM0599", "GM0153"}};
        const std::string link = session_link(session, Language::en, presets());
        RecordProperty(preset.name, static_cast<int>(link.size()));
        EXPECT_LE(link.size(), longest_link) << preset.name;
        EXPECT_EQ(session_text(session_from_link(link, presets()).session), session_text(session)) << preset.name;
    }
}

TEST(Link, FourScenariosWithChangesFit) {
    Session session = session_with({"baseline", "national_scandal", "with_suppliers", "all_three_recommendations"});
    ASSERT_EQ(session.slots.size(), 4U);
    for (Slot& slot : session.slots) change_five(slot);
    const std::string link = session_link(session, Language::en, presets());
    EXPECT_LE(link.size(), longest_link);
    EXPECT_TRUE(equal(session_from_link(link, presets()).session, session));
}

TEST(Link, AScenarioOfOnesOwnTravelsWhole) {
    Session session = session_with({"baseline"});
    Scenario own = session.slots[0].scenario;
    own.name = "of my own";
    own.title = "Eigen \\ scenario | met \"tekens\"";
    own.story = "Eén regel\nen nog een";
    session.slots.push_back(slot_of(own));
    decide(session.slots[1], "ethics_committee", 1);
    EXPECT_EQ(session_text(back(session).session), session_text(session));
}

TEST(Link, AnAddressOrAMailMayStandAroundIt) {
    const Session session = session_with({"baseline", "national_scandal"});
    const std::string link = session_link(session, Language::en, presets());
    for (const std::string& around :
         {"https://example.org/page/" + link, link + "\n", "see <" + link + ">, and", "\"" + link + "\""})
        EXPECT_TRUE(equal(session_from_link(around, presets()).session, session)) << around;
    EXPECT_FALSE(is_session_link("https://example.org/page/#section-2"));
    EXPECT_FALSE(is_session_link(""));
    EXPECT_FALSE(is_session_link("#sx.AAAA"));
}

/// Any outcome but a sentence or a session ends the test.
void try_to_open(const std::string& link) {
    try {
        session_from_link(link, presets());
    } catch (const InputError& problem) {
        EXPECT_STRNE(problem.what(), "");
    }
}

TEST(HostileLink, TruncatedOrAlteredIsRefused) {
    Session session = session_with({"baseline", "national_scandal"});
    change_five(session.slots[1]);
    const std::string link = session_link(session, Language::nl, presets());
    for (std::size_t length = 0; length + 2 < link.size(); length += 7)
        EXPECT_THROW(session_from_link(link.substr(0, length), presets()), LinkError) << length;
    std::mt19937 random(3);
    for (int i = 0; i < 60; ++i) {
        std::string altered = link;
        const std::size_t at = 4 + random() % (altered.size() - 5);
        altered[at] = altered[at] == 'A' ? 'B' : 'A';
        EXPECT_THROW(session_from_link(altered, presets()), LinkError) << at;
    }
    try {
        session_from_link(link.substr(0, 40), presets());
    } catch (const LinkError& problem) {
        EXPECT_EQ(problem.words(Language::nl), text(Word::link_damaged, Language::nl));
    }
}

TEST(HostileLink, ForgedTextGivesASentence) {
    const Session session = session_with({"baseline"});
    const std::string honest = session_link(session, Language::nl, presets());
    const std::string text = *unpacked(std::string_view(honest).substr(4), link_primer, 100'000);
    const auto forged = [](const std::string& words) { return "#s1." + packed(words, link_primer); };
    EXPECT_TRUE(equal(session_from_link(forged(text), presets()).session, session)) << "the forger's tools work";
    for (const char* words : {"", "\n", "link", "link \n@ \n=1"})
        EXPECT_THROW(session_from_link(forged(words), presets()), InputError) << words;
    const std::string head = "link 0 0 nl\n#: session 1 seed 1 replicates 1 municipalities 0\n#: slot 2021-01 x\n";
    for (const char* words : {"", "@ - 0123\n=1\n", "@ nowhere \n=99999999999999999999\n", "@ baseline 12\n=2\n",
                              "@ - \n+[parameters]|months = 1e300\n", "@ - \n+[[change]\\\n"})
        EXPECT_THROW(session_from_link(forged(head + words), presets()), InputError) << words;
    std::mt19937 random(11);
    for (int i = 0; i < 80; ++i) {
        std::string altered = text;
        for (int times = 0; times < 3; ++times) altered[random() % altered.size()] = static_cast<char>(random() % 128);
        try_to_open(forged(altered));
    }
    EXPECT_THROW(session_from_link("#s9.AAAA", presets()), LinkError);
    EXPECT_THROW(session_from_link("#s1." + std::string(100'000, '_'), presets()), LinkError);
}

/// The scenario as a later version of the program ships it.
std::vector<Scenario> later_presets() {
    std::vector<Scenario> later = presets();
    for (Scenario& preset : later) {
        if (preset.name != "national_scandal") continue;
        preset.shocks.back().stories_per_month = 9;
        preset.changes.push_back({.lever = "common_ground_programme", .value = 0.01, .from_month = 100});
    }
    return later;
}

TEST(OldLink, KeepsWhatItChangedAndSaysWhatIsNew) {
    Session session = session_with({"baseline", "national_scandal"});
    decide(session.slots[1], "ethics_committee", 1);
    const std::string link = session_link(session, Language::nl, presets());
    const LinkedSession linked = session_from_link(link, later_presets());
    const Scenario& scenario = linked.session.slots[1].scenario;
    EXPECT_EQ(lever_value(scenario, "ethics_committee", 150), 1) << "what the room decided";
    EXPECT_EQ(scenario.shocks.back().stories_per_month, 9) << "the scenario as it is now";
    EXPECT_NEAR(lever_value(scenario, "common_ground_programme", 150), 0.01, 1e-12);
    ASSERT_EQ(linked.news.size(), 1U);
    EXPECT_EQ(linked.news[0].scenario, "national_scandal");
    EXPECT_EQ(linked.news[0].entries.size(), 2U);
    EXPECT_EQ(linked.news[0].gone, 1);
    const std::string words = link_news_words(linked, Language::nl);
    EXPECT_NE(words.find("common_ground_programme"), std::string::npos) << words;
    Session first_of_link;
    Session first;
    first_of_link.slots = {linked.session.slots[0]};
    first.slots = {session.slots[0]};
    EXPECT_TRUE(equal(first_of_link, first));
}

TEST(OldLink, OfAScenarioThatIsGoneIsRefusedByName) {
    const std::string link = session_link(session_with({"baseline", "national_scandal"}), Language::nl, presets());
    std::vector<Scenario> fewer = presets();
    std::erase_if(fewer, [](const Scenario& preset) { return preset.name == "national_scandal"; });
    try {
        session_from_link(link, fewer);
        FAIL() << "opened without its scenario";
    } catch (const LinkError& problem) {
        EXPECT_NE(problem.words(Language::en).find("national_scandal"), std::string::npos) << problem.what();
    }
}

}  // namespace
}  // namespace algemeente::viewer
