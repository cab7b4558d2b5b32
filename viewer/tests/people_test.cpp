// People of one run: what the page shows is what the model holds, in months that are compared with the world itself.
#include "ui_bot.h"

#include "ensemble/replicate_run.h"
#include "places.h"
#include "viewer/plot/people_charts.h"

#include <algorithm>
#include <set>

namespace algemeente::viewer {
namespace {

Scenario small_world(int months) {
    Scenario scenario = read_scenario(places::checkout() / "scenarios/national_scandal.toml");
    scenario.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = 10};
    scenario.parameters.months = months;
    return scenario;
}

struct Followed {
    std::shared_ptr<const Scenario> scenario = std::make_shared<const Scenario>(small_world(80));
    std::shared_ptr<const Country> country = std::make_shared<const Country>(country_of(*scenario, 1));
    std::shared_ptr<const ProbeResult> result;
    ReplicateRun run{scenario, *country, 1, 0, true};

    Followed() {
        const std::atomic<bool> cancel{false};
        result = probe({scenario, country}, cancel);
        while (run.month() < 71) run.pass_month();
    }
};

TEST(People, AreThoseOfTheWorldInEveryMonth) {
    const Followed all;
    const World& world = all.run.world();
    const People& people = all.result->people;
    ASSERT_EQ(people.months(), 80);
    for (std::size_t m = 0; m < world.municipalities.size(); ++m) {
        const Municipality& here = world.municipalities[m];
        ASSERT_EQ(people.citizens(m), here.citizens.count);
        double trust = 0;
        for (std::uint32_t i = 0; i < here.citizens.count; ++i) {
            EXPECT_NEAR(people.value(Quality::trust, 70, m, i), world.citizens.trust[here.citizens.first + i], 1e-4);
            EXPECT_NEAR(people.value(Quality::concern, 70, m, i), world.citizens.concern[here.citizens.first + i],
                        1e-4);
            trust += people.value(Quality::trust, 70, m, i);
        }
        EXPECT_NEAR(trust / here.citizens.count, all.result->state(70, m).trust, 1e-3);
        for (const Domain domain : {Domain::social, Domain::physical})
            for (int k = 0; k < departments_per_domain; ++k) {
                const PeopleRange staff = here.office(domain).departments[static_cast<std::size_t>(k)].employees;
                const PeopleRange numbers = people.department(m, domain, k);
                ASSERT_EQ(numbers.count, staff.count);
                for (std::uint32_t i = 0; i < staff.count; ++i) {
                    const Person person{true, numbers.first + i};
                    EXPECT_EQ(people.domain_of(m, person), domain);
                    EXPECT_EQ(people.department_of(m, person), k);
                    EXPECT_NEAR(people.value(Quality::willingness, 70, m, person.number),
                                world.employees.willingness[staff.first + i], 1e-4);
                }
            }
    }
}

TEST(People, PeersAreThoseOfTheWorld) {
    const Followed all;
    const World& world = all.run.world();
    const People& people = all.result->people;
    int rewired = 0;
    for (std::size_t m = 0; m < world.municipalities.size(); ++m) {
        const PeopleRange citizens = world.municipalities[m].citizens;
        for (std::uint32_t i = 0; i < citizens.count; ++i) {
            const auto peers = people.peers(m, {false, i});
            ASSERT_EQ(peers.size(), 4U);
            std::multiset<std::uint32_t> expected;
            for (const std::uint32_t step : {citizens.count - 2, citizens.count - 1, 1U, 2U})
                expected.insert((i + step) % citizens.count);
            for (const auto& tie : world.citizens.rewired)
                if (tie.citizen == citizens.first + i) {
                    expected.erase(expected.find(tie.instead_of - citizens.first));
                    expected.insert(tie.acquaintance - citizens.first);
                    ++rewired;
                }
            EXPECT_EQ(std::multiset<std::uint32_t>(peers.begin(), peers.end()), expected);
        }
        for (std::uint32_t i = 0; i < people.employees(m); ++i) {
            const Domain domain = people.domain_of(m, {true, i});
            for (const std::uint32_t peer : people.peers(m, {true, i})) {
                ASSERT_LT(peer, people.employees(m));
                EXPECT_EQ(people.domain_of(m, {true, peer}), domain) << "colleagues are of the same domain";
            }
        }
    }
    EXPECT_GT(rewired, 20);
}

TEST(People, HistogramsCountEverybodyOnceAndBarsLeadToTheirPeople) {
    const std::vector<double> values = {0, 0.05, 0.5, 0.52, 0.51, 1};
    const auto counts = histogram_of(values, 10);
    EXPECT_EQ(counts, (std::vector<int>{2, 0, 0, 0, 0, 3, 0, 0, 0, 1}));
    EXPECT_EQ(next_in_bin(values, 10, 5, -1), 2);
    EXPECT_EQ(next_in_bin(values, 10, 5, 2), 3);
    EXPECT_EQ(next_in_bin(values, 10, 5, 4), 2) << "after the last comes the first again";
    EXPECT_EQ(next_in_bin(values, 10, 3, 0), -1);
    const ChartStyle style;
    const Rect area{0, 0, 300, 20};
    const DotStrip strip{.values = {0.2, 0.9}, .range = {0, 1}};
    const Rect plot = dots_of(area, style);
    EXPECT_EQ(dot_at(area, strip, style, plot.x + plot.width * 0.3F), 0);
    EXPECT_EQ(dot_at(area, strip, style, plot.x + plot.width * 0.8F), 1);
}

TEST(People, SentencesSayTheNumbersOfTheRun) {
    const Followed all;
    const People& people = all.result->people;
    const auto nl = life_sentences(people, 0, {false, 3}, 70, Language::nl);
    const auto en = life_sentences(people, 0, {false, 3}, 70, Language::en);
    ASSERT_EQ(nl.size(), en.size());
    const NumberForm percent{.percent = true, .decimals = 0};
    const std::string trust = number_words(people.value(Quality::trust, 70, 0, 3), Language::nl, percent);
    EXPECT_EQ(nl.front().find("Vertrouwen " + trust), 0U) << nl.front();
    int below = 0;
    for (const double value : people.values(Quality::trust, 70, 0))
        below += value < people.value(Quality::trust, 70, 0, 3);
    EXPECT_NE(nl.front().find("bij " + std::to_string(below) + " van"), std::string::npos) << nl.front();
    double lowest = 1;
    for (int m = 0; m <= 70; ++m) lowest = std::min(lowest, people.value(Quality::trust, m, 0, 3));
    EXPECT_NE(nl[1].find("laagst was " + number_words(lowest, Language::nl, percent)), std::string::npos) << nl[1];
    EXPECT_NE(life_sentences(people, 0, {true, 2}, 70, Language::en).front().find("employees"), std::string::npos);
}

TEST(People, ALifeIsTheLineOfThatPerson) {
    const Followed all;
    const LifeChart life = life_of(all.result->people, 1, {true, 5}, Quality::skill);
    ASSERT_EQ(life.own.size(), 80U);
    ASSERT_EQ(life.peers.size(), 4U);
    EXPECT_EQ(life.own[40], all.result->people.value(Quality::skill, 40, 1, 5));
    const auto peers = all.result->people.peers(1, {true, 5});
    EXPECT_EQ(life.peers[2][40], all.result->people.value(Quality::skill, 40, 1, peers[2]));
    std::vector<double> everybody = all.result->people.values(Quality::skill, 40, 1);
    EXPECT_DOUBLE_EQ(life.middle[40], band_over(everybody).p50);
}

std::string first_simulated(UiBot& bot, std::size_t position) {
    return (*bot.app().summary()->country)[position].gm_code;
}

TEST(Inspector, OnePersonIsChosenFromABarAndFollowedToItsPeers) {
    UiBot bot;
    bot.press('4');
    bot.settle();
    bot.click("page.people");
    EXPECT_EQ(bot.view().sub_pages.of(Page::municipality), SubPage::people);
    ASSERT_TRUE(bot.shows("people.person"));
    ASSERT_TRUE(bot.shows("people.life"));
    const Person before = bot.view().person;
    bot.click("people.trust");
    EXPECT_FALSE(bot.view().person.employee);
    EXPECT_FALSE(bot.view().person == before);
    bot.click("people.physical.1");
    EXPECT_TRUE(bot.view().person.employee);
    const Person employee = bot.view().person;
    bot.click("people.peer.0");  // beside on the ring; one met by chance may be the same person
    EXPECT_TRUE(bot.view().person.employee);
    EXPECT_FALSE(bot.view().person == employee);
    bot.press('N');
    bot.press('N');
    bot.press('N', 1);
    bot.press('J');
    EXPECT_EQ(bot.view().sub_pages.of(Page::municipality), SubPage::beside);
}

TEST(Inspector, UpToThreeArePinnedAndStandSideBySide) {
    UiBot bot;
    bot.press('4');
    bot.settle();
    for (std::size_t i = 0; i < 4; ++i) {
        bot.app().sink().send(SelectMunicipality{first_simulated(bot, i)});
        bot.frames(2);
        bot.press('K');
    }
    ASSERT_EQ(bot.view().pinned.size(), 3U) << "the oldest gives way";
    bot.click("page.beside");
    for (std::size_t i = 1; i < 4; ++i) EXPECT_TRUE(bot.shows("beside." + first_simulated(bot, i)));
    EXPECT_FALSE(bot.shows("beside." + first_simulated(bot, 0)));
    const Rect one = bot.place("beside." + first_simulated(bot, 1));
    const Rect two = bot.place("beside." + first_simulated(bot, 2));
    EXPECT_FLOAT_EQ(one.y, two.y);
    EXPECT_GT(two.x, one.right());
    bot.click("beside.pin." + first_simulated(bot, 2));
    EXPECT_EQ(bot.view().pinned.size(), 2U);
}

}  // namespace
}  // namespace algemeente::viewer
