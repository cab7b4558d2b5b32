// Find my town: by what people call it, on every page, and never another one in its place.
#include "ui_bot.h"

#include "netherlands/country.h"
#include "netherlands/towns.h"
#include "places.h"
#include "text/error.h"
#include "viewer/plot/borders.h"

#include <algorithm>
#include <cstdlib>

namespace algemeente::viewer {
namespace {

const std::vector<Town>& all_towns() {
    static const std::vector<Town> towns = [] {
        std::vector<Town> read;
        for (const BorderRegion& region : read_borders(data_folder() / "municipality_borders.geojson").regions)
            read.push_back({region.gm_code, region.name});
        return read;
    }();
    return towns;
}

std::string first_found(const std::string& typed) {
    const auto hits = find_towns(typed, all_towns());
    return hits.empty() ? "nothing" : hits.front().name;
}

std::string refusal_of(const std::string& name) {
    try {
        town_called(name, "--municipality", all_towns());
    } catch (const InputError& problem) {
        return problem.what();
    }
    return "nothing was refused";
}

TEST(Towns, AreFoundByAnyPartOfTheirNameWithoutAccents) {
    EXPECT_EQ(first_found("amster"), "Amsterdam");
    EXPECT_EQ(first_found("AMSTEL"), "Amstelveen");
    EXPECT_EQ(first_found("sudwest"), "S\u00FAdwest-Frysl\u00E2n");
    EXPECT_EQ(first_found("S\u00FAdwest frysl\u00E2n"), "S\u00FAdwest-Frysl\u00E2n");
    EXPECT_EQ(first_found("Su\u0301dwest"), "S\u00FAdwest-Frysl\u00E2n") << "an accent of its own";
    EXPECT_EQ(first_found("ijssel"), "IJsselstein");
    EXPECT_EQ(first_found("\u0133sselstein"), "IJsselstein");
    EXPECT_EQ(first_found("gerwen"), "Nuenen, Gerwen en Nederwetten");
    EXPECT_EQ(first_found("GM0363"), "Amsterdam");
    EXPECT_EQ(first_found("bergen op"), "Bergen op Zoom");
    EXPECT_EQ(first_found("bergen"), "Bergen (L.)") << "a whole word before a name that only begins so";
    EXPECT_TRUE(find_towns("qqq", all_towns()).empty());
    EXPECT_TRUE(find_towns(" - ", all_towns()).empty());
}

TEST(Towns, KnowTheNamesThatPeopleUse) {
    for (const char* typed : {"Den Haag", "den haa", "The Hague", "'s-Gravenhage", "\u2019s-gravenhage", "s gravenhage",
                              "gravenhage", "sgravenhage"})
        EXPECT_EQ(first_found(typed), "'s-Gravenhage") << typed;
    EXPECT_EQ(first_found("den bosch"), "'s-Hertogenbosch");
    EXPECT_EQ(first_found("'s-her"), "'s-Hertogenbosch");
    EXPECT_EQ(first_found("ljouwert"), "Leeuwarden");
    EXPECT_EQ(first_found("hearrenfean"), "Heerenveen");
    EXPECT_EQ(first_found("De Friese Meren"), "De Fryske Marren");
    EXPECT_EQ(find_towns("den bosch", all_towns()).front().also, "Den Bosch");
}

TEST(Towns, EveryOneIsFoundFirstByItsOwnName) {
    for (const Town& town : all_towns()) {
        EXPECT_EQ(first_found(town.name), town.name);
        EXPECT_EQ(town_called(town.name, "--municipality", all_towns()), town.code);
    }
}

TEST(Towns, AnUnknownOneIsRefusedWithTheNearest) {
    EXPECT_EQ(town_called("gm0363", "--municipality", all_towns()), "GM0363");
    EXPECT_EQ(town_called("den haag", "--municipality", all_towns()), "GM0518");
    EXPECT_EQ(town_called("Hengelo", "--municipality", all_towns()), "GM0164");
    EXPECT_EQ(refusal_of("Amsterdan"), "--municipality: 'Amsterdan' is no municipality; did you mean 'Amsterdam'?");
    EXPECT_NE(refusal_of("GM0000").find("'GM0000' is no municipality; did you mean 'GM"), std::string::npos)
        << refusal_of("GM0000");
    EXPECT_NE(refusal_of("").find("expected a code such as GM0363"), std::string::npos);
    EXPECT_NE(refusal_of("Bergen").find("more than one municipality; expected a code: GM0373 (Bergen (NH.)), GM0893"),
              std::string::npos)
        << refusal_of("Bergen");
}

TEST(TownSearch, IsOnEveryPageAndArrowsAndEnterOpen) {
    UiBot bot;
    for (const PageInfo& page : page_table) {
        bot.press(page.key);
        EXPECT_TRUE(bot.shows("town.search")) << page.id;
    }
    bot.press('1');
    bot.press('F', 2);
    bot.frames(2);
    EXPECT_TRUE(ImGui::GetIO().WantTextInput) << "Ctrl+F goes to the field";
    bot.type("town.search", "zand");
    const auto hits = find_towns("zand", bot.app().towns());
    ASSERT_GT(hits.size(), 1U);
    EXPECT_TRUE(bot.shows("town.found." + hits[1].code));
    bot.strike(ImGuiKey_DownArrow);
    EXPECT_EQ(bot.view().town_choice, 1U);
    bot.strike(ImGuiKey_UpArrow);
    bot.strike(ImGuiKey_DownArrow);
    bot.strike(ImGuiKey_Enter);
    EXPECT_EQ(bot.view().page, Page::municipality);
    EXPECT_EQ(bot.view().municipality, hits[1].code);
    EXPECT_EQ(bot.view().municipality_search, "");
}

TEST(TownSearch, SaysWhenNothingIsFound) {
    UiBot bot;
    bot.type("town.search", "qqqq");
    EXPECT_TRUE(bot.shows("town.nothing"));
    bot.strike(ImGuiKey_Enter);
    EXPECT_EQ(bot.view().page, Page::compare);
    bot.press(256);
    EXPECT_EQ(bot.view().municipality_search, "");
    EXPECT_FALSE(bot.shows("town.nothing"));
}

TEST(TownSearch, ATownOutsideTheSampleIsComputedAndThePageSaysSo) {
    UiBot bot;
    const auto in_sample = [&](const std::string& code) {
        const Country& country = *bot.app().summary()->country;
        return std::any_of(country.begin(), country.end(), [&](const auto& facts) { return facts.gm_code == code; });
    };
    ASSERT_FALSE(in_sample("GM0060"));
    const std::size_t size = bot.app().summary()->country->size();
    const bool was_unsaved = bot.app().state().unsaved();
    bot.app().sink().send(OpenTown{"GM0060"});
    bot.frames(2);
    bot.settle();
    EXPECT_TRUE(in_sample("GM0060"));
    EXPECT_EQ(bot.app().summary()->country->size(), size + 1);
    EXPECT_TRUE(bot.shows("municipality.joined"));
    EXPECT_FALSE(bot.shows("municipality.all"));
    EXPECT_EQ(bot.app().state().unsaved(), was_unsaved) << "looking is no change";
    EXPECT_FALSE(bot.app().state().undo_stack().can_undo());
    bot.app().sink().send(OpenTown{bot.app().summary()->country->at(2).gm_code});
    bot.settle();
    EXPECT_FALSE(bot.shows("municipality.joined")) << "this one is in the sample";
}

TEST(TownSearch, TheCommandLineNeverShowsAnotherTown) {
    for (const char* name : {"GM0060", "It Amel\u00E2n", "Ameland"}) {
        Options options;
        options.municipality = name;
        options.page = Page::municipality;
        options.pinned = {"Vlieland"};
        UiBot bot(options);
        EXPECT_EQ(bot.view().municipality, "GM0060");
        EXPECT_EQ(bot.view().pinned, std::vector<std::string>{"GM0096"});
        EXPECT_TRUE(bot.shows("municipality.joined")) << name;
        EXPECT_EQ(bot.app().summary()->country->size(), 12U);
    }
}

/// Exit code of the program with these options.
int exit_code(const std::string& options) {
    const std::string command = places::viewer_program() + " --replicates 8 --municipalities 10 " + options;
    const int status = std::system((command + " >/dev/null 2>&1").c_str());
    return WEXITSTATUS(status);
}

TEST(TownSearch, WhatIsNotThereIsRefused) {
    const OwnFolder folder("refused");
    const std::string shot = "--shot " + (folder.path / "q.png").string() + " ";
    EXPECT_EQ(exit_code(shot + "--municipality GM0000"), 2);
    EXPECT_EQ(exit_code(shot + "--pin Nowhere"), 2);
    EXPECT_EQ(exit_code(shot + "--time 2040-01"), 2);
    EXPECT_EQ(exit_code(shot + "--event 2040-01"), 2);
    EXPECT_EQ(exit_code(shot + "--zoom 2020-01:2040-01"), 2);
    EXPECT_EQ(exit_code("--shot " + (folder.path / "q.jpg").string()), 2);
    EXPECT_EQ(exit_code("--shot " + (folder.path / "none" / "q.png").string()), 2);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path)) << "nothing was drawn";
    EXPECT_EQ(exit_code(shot + "--municipality Ameland --tab municipality"), 0);
}

}  // namespace
}  // namespace algemeente::viewer
