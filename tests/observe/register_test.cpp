// What the public register shows of what runs and of what has ended.
#include "observe/register.h"

#include "claims/worlds.h"
#include "text/calendar.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

/// A world with suppliers in which one municipality has one use, and in which all that can be entered is.
struct Town {
    Scenario scenario = claims::small_scenario("baseline", 3, 180);
    World world;
    PublicRegister records;

    Town() {
        scenario.supply = true;
        scenario.parameters.supply_register_base = 1e6;
        world = make_world(scenario, claims::country_of(scenario), Luck(1, 0));
        for (Municipality& municipality : world.municipalities) {
            municipality.projects.clear();
            municipality.supplied.uses.clear();
            municipality.supplied.sums = {};
        }
        Project& project = world.municipalities[0].projects.emplace_back();
        project.key = 7;
        project.domain = Domain::physical;
        project.stage = Stage::in_use;
    }
    void pass(int from, int until) {
        for (world.month = from; world.month <= until; ++world.month)
            records.note(0, world.municipalities[0], world, scenario.parameters, scenario.use_cases);
        --world.month;
    }
    int physical_records() const { return records.counts(world).records[1]; }
    int say_ended() const { return records.counts(world).say_ended[1]; }
};

constexpr int opening = month_of(2022, 12);

}  // namespace

TEST(Register, opens_in_december_2022_and_has_each_use_once) {
    Town town;
    town.pass(opening - 24, opening - 1);
    EXPECT_EQ(town.physical_records(), 0);
    town.pass(opening, opening + 12);
    EXPECT_EQ(town.physical_records(), 1);
    EXPECT_EQ(town.say_ended(), 0);
}

TEST(Register, has_what_ended_in_the_last_five_years_as_ended) {
    Town town;
    town.pass(opening - 40, opening - 30);
    town.world.municipalities[0].projects.clear();
    town.pass(opening - 29, opening);
    EXPECT_EQ(town.physical_records(), 1);
    EXPECT_EQ(town.say_ended(), 1);
    town.pass(opening + 1, opening + 40);
    EXPECT_EQ(town.physical_records(), 1) << "it is there already";
}

TEST(Register, forgets_what_ended_earlier) {
    Town town;
    town.world.municipalities[0].projects.clear();
    town.pass(opening - 60, opening + 12);
    EXPECT_EQ(town.physical_records(), 0);
}

TEST(Register, keeps_the_record_of_what_ends_and_may_say_so) {
    for (const double chance : {0., 1.}) {
        Town town;
        town.scenario.parameters.supply_register_marks_ended = chance;
        town.pass(opening, opening + 6);
        town.world.municipalities[0].projects.clear();
        town.pass(opening + 7, opening + 12);
        EXPECT_EQ(town.physical_records(), 1);
        EXPECT_EQ(town.say_ended(), chance > 0 ? 1 : 0);
    }
}

TEST(Register, counts_records_by_kind_of_use_and_knows_who_names_a_supplier) {
    Town town;
    Project& project = town.world.municipalities[0].projects[0];
    project.use_case = 3;
    project.sourcing = Sourcing::vendor;
    town.world.municipalities[0].supplied.uses.push_back(
        {.product = 0, .domain = Domain::social, .stage = Stage::in_use});
    town.pass(opening, opening);
    std::vector<UseCaseYear> rows(2);
    rows[0].domain = Domain::physical;
    rows[0].use_case = 3;
    rows[1].use_case = static_cast<std::uint8_t>(town.world.catalogue.product(0).use_case);
    town.records.count_in(rows);
    EXPECT_EQ(rows[0].registered, 1);
    EXPECT_EQ(rows[1].registered, 1);
    const std::vector<RegisterRecord> records = town.records.records();
    ASSERT_EQ(records.size(), 2U);
    EXPECT_LT(records[0].product, 0) << "bought, but no product that is listed";
    EXPECT_TRUE(records[0].names_supplier);
    EXPECT_EQ(records[1].product, 0);
    EXPECT_TRUE(records[1].names_supplier && records[1].runs && !records[1].says_ended);
    Town other;
    other.pass(opening, opening);
    EXPECT_FALSE(other.records.records().at(0).names_supplier);
}

TEST(Register, counts_the_records_of_a_municipality) {
    Town town;
    town.pass(opening, opening);
    std::vector<MunicipalityYear> rows(3);
    rows[0].domain = rows[2].domain = Domain::physical;
    rows[2].municipality = 1;
    town.records.count_in(rows);
    EXPECT_EQ(rows[0].registered, 1);
    EXPECT_EQ(rows[1].registered, 0) << "another domain";
    EXPECT_EQ(rows[2].registered, 0) << "another municipality";
}

}  // namespace algemeente
