// Packages of the room in the window: what phones are offered and at which price, what the window shows of what they
// have sent, and one of them in B.
#include "phone_class.h"
#include "screen_check.h"

#include "front/kept_front.h"
#include "observe/policy_prices.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {
namespace {

struct Packing : Class {
    explicit Packing(Options options = dutch()) : Class(std::move(options)) {
        bot->press('P', 1);
        bot->click("phones.do.package");
        bot->settle();
    }
    const PhoneQuestion& asked() const { return talk->asked.back(); }
    const PackageOffer& offer() const { return asked().offer; }
    /// Levels of these levers, all others at nothing.
    Taken with(const std::vector<std::pair<std::string, int>>& levels) const {
        Taken taken(offer().levers.size(), 0);
        for (const auto& [lever, level] : levels)
            for (std::size_t i = 0; i < taken.size(); ++i)
                if (offer().levers[i].lever == lever) taken[i] = level;
        return taken;
    }
    void send(const std::vector<Taken>& packages) {
        send_packages(*talk, packages);
        bot->frames(3);
    }
    /// Three teams, two of which agree.
    void send_three() {
        const Taken committee = with({{"ethics_committee", 1}});
        send({with({{"standards_programme", 3}, {"data_science_pool", 1}}), committee, committee});
    }
    void show() {
        bot->click("phones.packages.show");
        bot->settle();
    }
};

TEST(RoomPackages, OfferTheLeversOfTheSearchAndNoOthers) {
    Packing room;
    ASSERT_FALSE(room.talk->asked.empty());
    const std::vector<LeverToChoose> levers = read_levers_to_choose(shipped_search());
    ASSERT_EQ(room.offer().levers.size(), levers.size());
    for (std::size_t i = 0; i < levers.size(); ++i) {
        EXPECT_EQ(room.offer().levers[i].lever, levers[i].lever);
        std::vector<double> values;
        for (const OfferedLevel& level : room.offer().levers[i].levels) values.push_back(level.value);
        EXPECT_EQ(values, levers[i].values);
        EXPECT_TRUE(std::is_sorted(values.begin(), values.end()));
    }
    // whatever the page of packages shows could be put together here
    const auto front = read_kept_front(shipped_front());
    for (const KeptPackage& package : front->packages)
        for (const DatedChange& change : package.changes) {
            const auto found = std::find_if(levers.begin(), levers.end(),
                                            [&](const LeverToChoose& one) { return one.lever == change.lever; });
            ASSERT_NE(found, levers.end()) << change.lever;
            EXPECT_NE(std::find(found->values.begin(), found->values.end(), change.value), found->values.end())
                << change.lever << " " << change.value;
        }
}

TEST(RoomPackages, LevelsAreCalledByHowManyThereAre) {
    const PackageOffer offer = offer_of({{"standards_programme", {0.005, 0.015, 0.03}, 72},
                                         {"open_data_quality_growth", {0.005, 0.015}, 72},
                                         {"ethics_committee", {1}, 72},
                                         {"change_capacity_multiplier", {1.5, 2, 2.5, 3}, 72},
                                         {"algorithm_register", {1}, 180}},
                                        180, 99);
    const auto names = [&](std::size_t lever) {
        std::vector<std::string> all;
        for (const OfferedLevel& level : offer.levers[lever].levels) all.push_back(level.name[0]);
        return all;
    };
    ASSERT_EQ(offer.levers.size(), 4U) << "what would start after the last month is left out";
    EXPECT_EQ(names(0), (std::vector<std::string>{"Laag", "Midden", "Hoog"}));
    EXPECT_EQ(names(1), (std::vector<std::string>{"Laag", "Hoog"}));
    EXPECT_EQ(names(2), (std::vector<std::string>{"Wel"}));
    EXPECT_EQ(names(3).size(), 4U);
    EXPECT_NE(names(3)[3].find("3"), std::string::npos) << names(3)[3];
    EXPECT_EQ(offer.levers[0].name[1], "Standards programme");
    EXPECT_FALSE(offer.levers[0].about[0].empty());
    EXPECT_EQ(offer_of({{"ethics_committee", {1}, 72}, {"data_science_pool", {1}, 72}}, 180, 1).levers.size(), 1U);
}

TEST(RoomPackages, APriceIsWhatTheLeverTakesWhenItIsAddedToA) {
    Packing room;
    for (const OfferedLever& lever : room.offer().levers)
        for (const OfferedLevel& level : lever.levels) EXPECT_GT(level.cents, 0) << lever.lever;
    const auto& standards = room.offer().levers.front();
    EXPECT_LT(standards.levels[0].cents, standards.levels[1].cents);
    EXPECT_LT(standards.levels[1].cents, standards.levels[2].cents);
    // the same by hand: the cost of the first run, with the lever and without
    const auto& summary = *room.bot->app().summary();
    Scenario scenario = *summary.scenarios[0].scenario;
    const std::atomic<bool> never = false;
    const auto cost = [&](const Scenario& one) {
        return run_package({.scenario = std::make_shared<const Scenario>(one), .country = summary.country, .runs = 1},
                           never)
            ->both("policy_cost_eur", 1);
    };
    const double before = cost(scenario);
    insert_by_month(scenario.changes, {.lever = "standards_programme", .value = 0.03, .from_month = 72});
    double inhabitants = 0;
    for (const auto& municipality : *summary.country) inhabitants += municipality.population;
    const double cents = (cost(scenario) - before) * 100 / inhabitants / 9;
    EXPECT_EQ(standards.levels[2].cents, static_cast<int>(std::lround(cents))) << "nine years from 2021 on";
}

TEST(RoomPackages, TheBudgetIsChosenBeforeAnyPackageComes) {
    Packing room;
    UiBot& bot = *room.bot;
    EXPECT_EQ(room.offer().budget_cents, 300);
    EXPECT_TRUE(is_on_screen("3 euro per inwoner per jaar")) << all_words();
    const std::uint64_t first = room.asked().round;
    bot.click("phones.budget.more");
    bot.click("phones.budget.more");
    EXPECT_EQ(room.offer().budget_cents, 400);
    bot.click("phones.budget.less");
    EXPECT_EQ(room.offer().budget_cents, 350) << "prices are known: nobody waits";
    EXPECT_TRUE(is_on_screen("3,50 euro"));
    EXPECT_GT(room.asked().round, first) << "a phone that has chosen for another budget begins anew";
    room.send_three();
    EXPECT_FALSE(bot.shows("phones.budget.more"));
    bot.app().sink().send(SetBudget{400});
    bot.settle();
    EXPECT_EQ(room.offer().budget_cents, 350) << "these were put together within it";
    EXPECT_EQ(bot.view().phones.sent->replies.size(), 3U);
    bot.click("phones.packages.anew");
    bot.app().sink().send(SetBudget{-100});
    bot.settle();
    EXPECT_EQ(room.offer().budget_cents, lowest_budget);
}

TEST(RoomPackages, StayHiddenUntilTheyAreShown) {
    Packing room;
    UiBot& bot = *room.bot;
    EXPECT_FALSE(bot.shows("phones.packages.show")) << "there is none";
    room.send_three();
    EXPECT_TRUE(is_on_screen("3 telefoons in de zaal, 3 hebben gestuurd")) << all_words();
    EXPECT_FALSE(bot.shows("phones.package.2")) << "in sight they would be copied";
    room.show();
    EXPECT_TRUE(room.talk->revealed) << "nobody can send any more";
    EXPECT_TRUE(bot.shows("phones.package.2"));
    EXPECT_FALSE(bot.shows("phones.package.3")) << "it is the same as that of 2";
    EXPECT_LT(bot.place("phones.package.2").y, bot.place("phones.package.1").y) << "two teams before one";
    EXPECT_TRUE(is_on_screen("2 pakketten van 3 teams")) << all_words();
    EXPECT_TRUE(is_on_screen("Ethische commissie: 2 van 3 (wel 2)")) << all_words();
    EXPECT_TRUE(is_on_screen("Standaardenprogramma: 1 van 3 (hoog 1)")) << all_words();
    EXPECT_TRUE(is_on_screen("Common Ground: geen enkel team")) << all_words();
    const std::string price = euro_words(cents_of(room.offer(), room.with({{"ethics_committee", 1}})), Language::nl);
    EXPECT_TRUE(is_on_screen(price + " euro \u00B7 telefoon 2 en 3")) << all_words();
    const std::uint64_t round = room.asked().round;
    bot.click("phones.packages.show");
    EXPECT_FALSE(room.talk->revealed);
    EXPECT_EQ(room.asked().round, round) << "what was sent stays";
    EXPECT_FALSE(bot.shows("phones.package.2"));
}

TEST(RoomPackages, EachHasItsResultOverRunsThatTheChartsShowToo) {
    Packing room;
    UiBot& bot = *room.bot;
    room.send_three();
    room.show();
    const Taken taken = room.with({{"standards_programme", 3}, {"data_science_pool", 1}});
    const auto found = bot.app().derived().room_effects.find(taken);
    ASSERT_NE(found, bot.app().derived().room_effects.end());
    const PackageEffect effect = found->second;
    EXPECT_TRUE(is_on_screen(effect_words_of(effect, Language::nl))) << all_words();
    bot.click("phones.package.1");
    EXPECT_FALSE(bot.view().phones.panel) << "the room looks at the charts";
    bot.settle();
    const auto& b = bot.session().slots[1].scenario;
    EXPECT_EQ(b.title, "Pakket van telefoon 1");
    EXPECT_EQ(b.changes, changes_of(room.offer(), taken)) << "A has none";
    const EnsembleSummary& summary = *bot.app().summary();
    const auto mean = [&](std::size_t slot, Domain domain, const char* outcome) {
        double sum = 0;
        for (std::size_t i = 0; i < 8; ++i)
            sum += summary.scenarios[slot].runs[i]->value(summary.months - 1, domain, find_domain_outcome(outcome));
        return sum / 8;
    };
    EXPECT_DOUBLE_EQ(effect.value[0], mean(1, Domain::social, "value"));
    EXPECT_DOUBLE_EQ(effect.value[1], mean(1, Domain::physical, "value"));
    EXPECT_DOUBLE_EQ(effect.value_before[0], mean(0, Domain::social, "value"));
    EXPECT_DOUBLE_EQ(effect.harm, mean(1, Domain::social, "harm_so_far") + mean(1, Domain::physical, "harm_so_far"));
    EXPECT_GT(effect.cents, 0);
    bot.press('P', 1);
    EXPECT_TRUE(bot.shows("phones.package.1")) << "they are still there";
    bot.press(escape);
    bot.press('Z', 2);
    EXPECT_EQ(bot.session().slots[1].scenario.name, "national_scandal") << "one step";
}

TEST(RoomPackages, OfAnotherAHaveOtherResults) {
    Packing room;
    UiBot& bot = *room.bot;
    room.send_three();
    room.show();
    const Taken taken = room.with({{"ethics_committee", 1}});
    const PackageEffect before = bot.app().derived().room_effects.at(taken);
    bot.app().sink().send(LoadPreset{1, "budget_cuts"});
    bot.settle();
    EXPECT_EQ(bot.app().derived().room_effects.at(taken).value, before.value) << "B is no matter";
    bot.app().sink().send(LoadPreset{0, "budget_cuts"});
    bot.settle();
    EXPECT_NE(bot.app().derived().room_effects.at(taken).value, before.value);
    EXPECT_NE(bot.app().derived().room_effects.at(taken).value_before, before.value_before);
}

TEST(RoomPackages, ANewRoundForgetsThemAndPredictingTakesThePhonesBack) {
    Packing room;
    UiBot& bot = *room.bot;
    room.send_three();
    const std::uint64_t round = room.asked().round;
    bot.click("phones.packages.anew");
    bot.settle();
    EXPECT_GT(room.asked().round, round);
    EXPECT_TRUE(bot.view().phones.sent->replies.empty());
    bot.click("phones.do.predict");
    EXPECT_TRUE(room.talk->waiting) << "nothing is predicted yet";
    bot.click("phones.do.package");
    bot.settle();
    EXPECT_FALSE(room.talk->waiting);
    EXPECT_TRUE(room.asked().asks_for_package());
    bot.press(escape);
    bot.press('V');
    bot.settle();
    EXPECT_EQ(bot.view().phones.task, PhoneTask::predict);
    EXPECT_FALSE(room.asked().asks_for_package());
    bot.press('P', 1);
    bot.click("phones.do.package");
    EXPECT_EQ(bot.view().phones.task, PhoneTask::predict) << "lines that were drawn would be lost";
}

TEST(RoomPackages, AreNoLinesOfAPrediction) {
    Packing room;
    UiBot& bot = *room.bot;
    bot.press(escape);
    bot.press('V');
    bot.settle();
    send_lines(*room.talk, 3);
    bot.frames(3);
    bot.press('O');
    bot.settle();
    ASSERT_TRUE(bot.shows("phones.card"));
    bot.press('P', 1);
    bot.click("phones.do.package");
    bot.settle();
    room.send_three();
    bot.press(escape);
    bot.settle();
    EXPECT_FALSE(bot.shows("phones.card")) << "nobody drew these";
}

TEST(RoomPackages, AreSavedAsCsvWithTheOtherAnswers) {
    Packing room;
    UiBot& bot = *room.bot;
    const OwnFolder folder("packages");
    bot.app().export_to(folder.path);
    room.send_three();
    bot.settle();
    bot.click("phones.save");
    const std::string csv = text_of(exported_file(folder.path, ".csv"));
    EXPECT_TRUE(
        csv.starts_with("phone,what,domain,month,value,direction,why,lever\n"
                        "1,lever,,2021-01,0.03,,,standards_programme\n"
                        "1,lever,,2021-01,1,,,data_science_pool\n"
                        "1,price,,2029-12,"))
        << csv;
    for (const char* row :
         {"\n1,cost,,2029-12,", "\n1,value_change,social,2029-12,", "\n1,value_change,physical,2029-12,",
          "\n1,harm_change,both,2029-12,", "\n3,lever,,2021-01,1,,,ethics_committee\n"})
        EXPECT_NE(csv.find(row), std::string::npos) << row << "\n" << csv;
}

TEST(RoomPackages, WordsNameLeversAndTheirLevels) {
    PackageOffer offer =
        offer_of({{"standards_programme", {0.005, 0.015, 0.03}, 72}, {"ethics_committee", {1}, 72}}, 180, 99);
    EXPECT_EQ(taken_words(offer, {2, 1}, Language::en), "Standards programme: middle, Ethics committee");
    EXPECT_EQ(taken_words(offer, {3, 0}, Language::nl), "Standaardenprogramma: hoog");
    EXPECT_EQ(euro_words(300, Language::nl), "3");
    EXPECT_EQ(euro_words(284, Language::nl), "2,84");
    EXPECT_EQ(euro_words(5, Language::en), "0.05");
    offer.levers[0].levels[1].cents = 90;
    offer.levers[1].levels[0].cents = 45;
    EXPECT_EQ(cents_of(offer, {2, 1}), 135);
    EXPECT_EQ(cents_of(offer, {0, 0}), 0);
    PhoneReplies old;
    old.replies = {{.phone = 1, .taken = {1, 1, 1}}};
    EXPECT_TRUE(packages_of_room(old, offer).empty()) << "sent to another offer";
}

TEST(RoomPackages, NothingIsCutOffInThePanel) {
    struct Size {
        int width, height;
    };
    for (const Size size : {Size{1366, 768}, Size{1024, 600}, Size{720, 450}, Size{1920, 1080}}) {
        for (const Language language : {Language::nl, Language::en}) {
            Options options;
            options.language = language;
            options.width = size.width;
            options.height = size.height;
            Packing room(options);
            UiBot& bot = *room.bot;
            const auto expect_well = [&](const char* where) {
                bot.frames(3);
                const std::string place = std::string(where) + " " + std::to_string(size.width) + "x" +
                                          std::to_string(size.height) + " " + std::string(code_of(language)) + ": ";
                for (const std::string& fault : faults_of_words(drawn_words())) ADD_FAILURE() << place << fault;
                const Rect screen{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
                for (const std::string& fault : faults_of_items(bot.app().widgets().items(), screen))
                    ADD_FAILURE() << place << fault;
            };
            expect_well("asking");
            std::vector<Taken> packages;
            for (int i = 0; i < 60; ++i)
                packages.push_back(room.with({{"standards_programme", i % 4},
                                              {"common_ground_programme", i % 3},
                                              {"change_capacity_multiplier", i % 2},
                                              {"prediction_ambition", 1}}));
            room.send(packages);
            expect_well("sent");
            bot.click("phones.packages.show");
            expect_well("shown, without results");
            bot.settle();
            expect_well("shown");
        }
    }
}

}  // namespace
}  // namespace algemeente::viewer
