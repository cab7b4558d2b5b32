#include "observe/fingerprint.h"

#include "observe/history.h"
#include "world/country_by_hand.h"
#include "world/fields.h"

#include <gtest/gtest.h>
#include <boost/pfr/core.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <type_traits>

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

/// Changes every field of every struct, one after the other, and asks each time whether the fingerprint moved.
/// The fields are counted out by Boost.PFR, not by the lists of world/fields.h.
class Prober {
public:
    explicit Prober(World& world) : world_(world), before_(fingerprint(world)) {}

    template <typename Value>
    void probe(Value& value, const std::string& path) {
        if constexpr (std::is_same_v<Value, Catalogue>) {
            // follows from the scenario
        } else if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value> || std::is_same_v<Value, Luck>) {
            const Value own = value;
            change(value);
            expect_seen(path);
            value = own;
        } else if constexpr (requires { value.push_back(value.front()); }) {
            ASSERT_FALSE(value.empty()) << path << ": the test world needs one of these";
            value.push_back(value.front());
            expect_seen(path + " has one more");
            value.pop_back();
            probe_ends(value, path);
        } else if constexpr (requires { value.front(); }) {
            probe_ends(value, path);
        } else {
            boost::pfr::for_each_field(value, [&](auto& field, std::size_t number) {
                if (is_left_out(&field)) return;
                probe(field, path + "." + std::to_string(number));
            });
        }
    }
    int probed() const { return probed_; }

private:
    static void change(double& value) { value = std::nextafter(value, 2); }
    static void change(float& value) { value = std::nextafter(value, 2.0F); }
    static void change(bool& value) { value = !value; }
    static void change(Luck& luck) { luck = Luck(99, 99); }
    template <typename Value>
    static void change(Value& value) {
        if constexpr (std::is_enum_v<Value>)
            value = static_cast<Value>(static_cast<int>(value) ^ 1);
        else
            ++value;
    }
    template <typename Values>
    void probe_ends(Values& values, const std::string& path) {
        probe(values.front(), path + "[first]");
        probe(values.back(), path + "[last]");
    }
    void expect_seen(const std::string& path) {
        ++probed_;
        EXPECT_NE(fingerprint(world_), before_) << path << " is not in the fingerprint";
    }
    /// Those that left_out<World> and left_out<Supply> name.
    bool is_left_out(const void* field) const {
        const Supply& supply = world_.supply;
        if (field == &supply.struck || field == &supply.offers || field == &supply.obliging) return true;
        const bool of_suppliers = field == &world_.catalogue ||
                                  (world_.catalogue.empty() && (field == &world_.supply || is_supplied_part(field)));
        return of_suppliers || field == &world_.record_events || field == &world_.events ||
               field == &world_.events_this_month;
    }
    bool is_supplied_part(const void* field) const {
        return std::any_of(world_.municipalities.begin(), world_.municipalities.end(),
                           [&](const Municipality& municipality) { return field == &municipality.supplied; });
    }

    World& world_;
    std::uint64_t before_;
    int probed_ = 0;
};

TEST(Fingerprint, sees_every_field_of_every_struct) {
    World world = small_world();
    for (Municipality& municipality : world.municipalities) {
        municipality.projects.emplace_back();
        municipality.projects.back().requirements.emplace_back();
    }
    Prober prober(world);
    prober.probe(world, "world");
    EXPECT_GT(prober.probed(), 500);
    EXPECT_EQ(fingerprint(world), fingerprint(world));
}

TEST(Fingerprint, sees_every_field_of_suppliers_where_there_are_any) {
    World world = small_world();
    world.catalogue.products = std::make_shared<const std::vector<Product>>(1);
    world.supply.products.emplace_back();
    world.supply.used_last_month.emplace_back();
    for (Municipality& municipality : world.municipalities) {
        municipality.projects.emplace_back();
        municipality.projects.back().requirements.emplace_back();
        municipality.supplied.uses.emplace_back();
        municipality.supplied.sums.shown.emplace_back();
        municipality.supplied.incidents.emplace_back();
    }
    Prober prober(world);
    prober.probe(world.supply, "world.supply");
    for (Municipality& municipality : world.municipalities) prober.probe(municipality.supplied, "supplied");
    EXPECT_GT(prober.probed(), 100);
}

TEST(Fingerprint, does_not_see_suppliers_where_there_are_none) {
    World world = small_world();
    const std::uint64_t before = fingerprint(world);
    world.municipalities[0].supplied.uses.emplace_back();
    world.supply.products.emplace_back();
    EXPECT_EQ(fingerprint(world), before);
    world.catalogue.products = std::make_shared<const std::vector<Product>>(1);
    EXPECT_NE(fingerprint(world), before);
}

TEST(Fingerprint, does_not_see_the_log_of_events) {
    World world = small_world();
    const std::uint64_t before = fingerprint(world);
    world.record_events = !world.record_events;
    world.events.emplace_back();
    world.events_this_month[0].emplace_back();
    EXPECT_EQ(fingerprint(world), before);
    EXPECT_EQ(left_out<World>.size(), 5U);
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
