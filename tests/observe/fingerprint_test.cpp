#include "observe/fingerprint.h"

#include "observe/history.h"
#include "world/country_by_hand.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <set>

namespace algemeente {
namespace {

World small_world() {
    World world = make_world(Scenario{}, country_of(3, 26500), Luck(5, 1));
    Project project;
    project.stage = Stage::pilot;
    project.requirements.emplace_back();
    world.municipalities[1].projects.push_back(project);
    return world;
}

TEST(Fingerprint, of_equal_worlds_is_equal) {
    EXPECT_EQ(fingerprint(small_world()), fingerprint(small_world()));
}

TEST(Fingerprint, sees_any_level_that_moves_by_the_last_bit) {
    const std::vector<std::function<void(World&)>> changes = {
        [](World& w) { ++w.month; },
        [](World& w) { w.nation.media[1].memory += 1e-16; },
        [](World& w) { w.municipalities[2].ict = std::nextafter(w.municipalities[2].ict, 1); },
        [](World& w) { w.municipalities[0].budget_eur = 1e-9; },
        [](World& w) { w.municipalities[0].sharing[4] = std::nextafter(w.municipalities[0].sharing[4], 1); },
        [](World& w) { w.municipalities[0].sources.quality[27] += 1e-15; },
        [](World& w) { w.municipalities[0].local_attention[1] = 1e-300; },
        [](World& w) { w.municipalities[0].offices[1].alderman.colour += 1e-14; },
        [](World& w) { ++w.municipalities[0].offices[1].ledger.dropped; },
        [](World& w) { w.municipalities[1].projects[0].stage = Stage::in_use; },
        [](World& w) { w.municipalities[1].projects[0].support = 1e-300; },
        [](World& w) { w.municipalities[1].projects[0].requirements[0].status = RequirementStatus::granted; },
        [](World& w) { w.municipalities[1].projects.clear(); },
        [](World& w) { w.citizens.trust.back() = std::nextafterf(w.citizens.trust.back(), 1); },
        [](World& w) { w.citizens.concern.front() = std::nextafterf(w.citizens.concern.front(), 1); },
        [](World& w) { w.employees.skill.back() = 1e-30F; },
    };
    std::set<std::uint64_t> seen = {fingerprint(small_world())};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        World world = small_world();
        changes[i](world);
        EXPECT_TRUE(seen.insert(fingerprint(world)).second) << i;
    }
}

TEST(Fingerprint, sees_two_citizens_who_change_places) {
    World world = small_world();
    std::swap(world.citizens.trust[3], world.citizens.trust[4]);
    EXPECT_NE(fingerprint(world), fingerprint(small_world()));
}

TEST(Fingerprint, depends_on_the_order_of_words) {
    Fingerprint one, other;
    one.add(std::uint64_t{1});
    one.add(std::uint64_t{2});
    other.add(std::uint64_t{2});
    other.add(std::uint64_t{1});
    EXPECT_NE(one.value(), other.value());
    EXPECT_NE(one.value(), Fingerprint{}.value());
}

TEST(Fingerprint, tells_a_number_from_nothing) {
    Fingerprint zero, nothing;
    zero.add(0.0);
    EXPECT_NE(zero.value(), nothing.value());
}

}  // namespace
}  // namespace algemeente
