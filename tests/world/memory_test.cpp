// What a person, a project and a month of recording take: the figures of sim/world/world.h, held.
#include "claims/worlds.h"

#include <gtest/gtest.h>

namespace algemeente {

namespace {

template <typename... Vectors>
double reserved_bytes(const Vectors&... vectors) {
    return (0.0 + ... + static_cast<double>(vectors.capacity() * sizeof(vectors[0])));
}

/// Many people in few municipalities, so that floors and ends of vectors do not count.
World crowded_world() {
    Scenario scenario = claims::small_scenario("baseline", 20, 1);
    scenario.parameters.people_per_agent = 2;
    return make_world(scenario, claims::country_of(scenario), Luck(1, 0));
}

}  // namespace

TEST(Memory, a_citizen_takes_28_bytes_and_ties_of_5) {
    const World world = crowded_world();
    const Citizens& c = world.citizens;
    const auto count = static_cast<double>(c.places());
    ASSERT_GT(count, 100000);
    EXPECT_LE(reserved_bytes(c.trust, c.trust_before, c.usual_trust, c.first_trust, c.concern, c.usual_concern,
                             c.media_exposure) /
                  count,
              28.001);
    EXPECT_LE(reserved_bytes(c.rewired, c.first_rewired) / count, 5);
}

TEST(Memory, an_employee_takes_24_bytes) {
    const World world = crowded_world();
    const Employees& e = world.employees;
    const auto count = static_cast<double>(e.places());
    ASSERT_GT(count, 1000);
    EXPECT_LE(reserved_bytes(e.usefulness, e.willingness, e.willingness_before, e.skill, e.colleague_in_department,
                             e.colleague_in_domain) /
                  count,
              24.001);
}

TEST(Memory, projects_and_municipalities_take_what_is_stated) {
    EXPECT_LE(sizeof(Requirement), 16U);
    EXPECT_LE(sizeof(Project), 696U);
    EXPECT_LE(sizeof(SuppliedUse), 200U);
    EXPECT_LE(sizeof(Municipality), 2816U);  // of which 600 for what suppliers brought, most of it sums
}

TEST(Memory, recording_takes_16_bytes_a_municipality_month_and_2_kb_a_month) {
    EXPECT_LE(sizeof(Event), 20U);
    EXPECT_LE(sizeof(MunicipalityYear), 32U);
    const Scenario scenario = claims::small_scenario("baseline", 100, 180);
    const History history = run_replicate(scenario, claims::country_of(scenario), 1, 0, true);
    const double municipality_months = 100.0 * history.months;
    EXPECT_LE(reserved_bytes(history.years, history.events) / municipality_months, 16);
    EXPECT_LE(reserved_bytes(history.domain_values, history.national_values) / history.months, 2048);
}

}  // namespace algemeente
