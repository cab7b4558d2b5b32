// Offers, duties, adoption, use and strikes of shared products, by hand.
#include "mechanisms/town_with_suppliers.h"

#include "mechanisms/project_rules.h"
#include "world/country_by_hand.h"

namespace algemeente {

namespace {

using mechanisms::adopt_products;
using mechanisms::obey_duties;
using mechanisms::receive_offers;
using mechanisms::use_supplied;

/// How often `happens` in towns that differ by their random draws only; their keys divide by six.
template <typename Happens>
void expect_share(double chance, const TownWithSuppliers& start, Happens happens, int trials = 20000) {
    int hits = 0;
    for (int k = 1; k <= trials; ++k) {
        TownWithSuppliers one = start;
        one.town.municipality.key = static_cast<std::uint32_t>(6 * k);
        hits += happens(one) ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(hits) / trials, chance, 4 * std::sqrt(chance * (1 - chance) / trials));
}

/// Only the offer at this position comes up in months that divide by three less it.
bool joins(TownWithSuppliers& one, int month) {
    receive_offers(one.town.municipality, one.now(month));
    return !one.uses().empty();
}

double support_for(TownWithSuppliers& one, std::size_t position) {
    SuppliedUse use;
    use.product = static_cast<std::uint8_t>(position);
    use.domain = Domain::physical;
    use.involvement = one.town.p.involvement_technology_push;
    Project view = as_project(use, one.town.municipality, one.now(0));
    weigh_supplied(view, use, one.town.municipality, one.now(0));
    return view.support;
}

// S01-S07, E35: contact x push x (base + lock-in) x reputation, three months at once; then support x acceptance
TEST(Offers, of_a_national_service_come_at_the_rate_of_equation_52) {
    TownWithSuppliers start;
    start.town.p.alderman_taste_spread = 0;
    start.products[TownWithSuppliers::service].push = 20;
    start.set_up();
    start.town.municipality.lock_in = .5;
    const double rate = 3 * .09 * 20 * (.2 + .3 * .5) * .5;
    const double chance = (1 - std::exp(-rate)) * support_for(start, TownWithSuppliers::service) * .5;
    expect_share(chance, start, [](TownWithSuppliers& one) { return joins(one, 0); });
}

// S08, E32: who knows more is called less, but for national services
TEST(Offers, of_the_market_keep_away_from_knowledge) {
    TownWithSuppliers start;
    start.town.p.alderman_taste_spread = 0;
    for (Product& product : start.products) product.push = 20;
    start.set_up();
    start.town.municipality.knowledge_at_hand = .5;
    const double rate = 3 * .09 * 20 * .2 * .5 * std::pow(1 - 1.1 * .5, 2);
    const double chance = (1 - std::exp(-rate)) * support_for(start, TownWithSuppliers::product) * .5;
    expect_share(chance, start,
                 [](TownWithSuppliers& one) { return joins(one, 2); });  // the market comes up in month 2
}

// E05: who has a product of a supplier is called by it more readily
TEST(Offers, of_a_known_supplier_come_first) {
    TownWithSuppliers start;
    start.town.p.alderman_taste_spread = 0;
    start.products[TownWithSuppliers::service].supplier = "rival";
    for (Product& product : start.products) product.push = 20;
    start.set_up();
    start.catalogue.supplier_of = {2, 1, 2};
    start.catalogue.offers[0].suppliers = 4;
    start.add(TownWithSuppliers::service, Stage::in_use);
    // both products have no users yet: half of the pull is that of the known one
    const double rate = 3 * .09 * 20 * .5 * (.2 + .2 / 2);
    const double chance = (1 - std::exp(-rate)) * support_for(start, TownWithSuppliers::product) * .5;
    expect_share(chance, start, [](TownWithSuppliers& one) {
        receive_offers(one.town.municipality, one.now(2));
        return one.uses().size() > 1;
    });
}

TEST(Offers, end_with_a_strike_and_begin_with_a_launch) {
    TownWithSuppliers one;
    for (Product& product : one.products) product.push = 1000, product.launch = 5;
    one.set_up();
    one.town.p.supply_acceptance = 1;
    for (int month = 0; month < 5; ++month) EXPECT_FALSE(joins(one, month)) << month;
    for (ProductState& state : one.supply.products) state.struck_month = 5;
    for (int month = 5; month < 60; ++month) EXPECT_FALSE(joins(one, month)) << month;
}

TEST(Offers, go_to_those_who_can_use_them_and_pay) {
    TownWithSuppliers one;
    for (Product& product : one.products) product.push = 1000;
    for (const std::size_t k : {TownWithSuppliers::product, TownWithSuppliers::rival})
        one.products[k].eligible = Eligible::paid_parking;
    one.set_up();
    one.town.municipality.supplied.has_paid_parking = false;
    for (int month = 2; month < 60; month += 3) EXPECT_FALSE(joins(one, month));
    one.town.municipality.supplied.has_paid_parking = true;
    one.town.municipality.subscriptions_eur = 1e9;
    for (int month = 2; month < 60; month += 3) EXPECT_FALSE(joins(one, month));
    one.town.municipality.subscriptions_eur = 0;
    bool joined = false;
    for (int month = 2; month < 60 && !joined; month += 3) joined = joins(one, month);
    ASSERT_TRUE(joined);
    EXPECT_GT(one.uses().front().subscription_eur, 0);
    EXPECT_EQ(one.uses().front().stage, Stage::development);
    EXPECT_EQ(one.uses().front().start, UseStart::offer);
}

TEST(Offers, of_what_is_used_already_do_not_come_again) {
    TownWithSuppliers one;
    for (Product& product : one.products) product.push = 1000;
    one.set_up();
    one.town.p.supply_acceptance = 1;
    one.add(TownWithSuppliers::service, Stage::in_use);
    one.add(TownWithSuppliers::rival, Stage::implementation);
    for (int month = 0; month < 60; ++month) receive_offers(one.town.municipality, one.now(month));
    EXPECT_EQ(one.uses().size(), 2U);
}

// E05: an offer is one of a kind of use; a national service does not exclude the market
TEST(Offers, of_a_scenario_put_each_national_service_apart) {
    Scenario scenario;
    scenario.supply = true;
    const Catalogue catalogue = catalogue_of(scenario);
    const auto offer_of = [&](const std::string& name) {
        for (std::size_t k = 0; k < catalogue.products->size(); ++k)
            if (catalogue.product(k).name == name) return static_cast<int>(catalogue.offer_of[k]);
        return -1;
    };
    EXPECT_EQ(offer_of("debt_matching_a"), offer_of("debt_matching_b"));
    EXPECT_NE(offer_of("benefit_cross_match"), offer_of("address_signals"));
    EXPECT_NE(offer_of("address_check"), offer_of("address_signals"));
}

// S01, E42: everybody begins within 13 months on average, whatever the alderman thinks
TEST(Duties, make_the_obliged_begin) {
    TownWithSuppliers start;
    for (const std::size_t k : {TownWithSuppliers::product, TownWithSuppliers::rival})
        start.products[k].mandated_from = 6;
    start.products[TownWithSuppliers::product].market_share = .84;
    start.products[TownWithSuppliers::rival].market_share = .16;
    start.set_up();
    start.town.municipality.office(Domain::physical).alderman.risk_aversion = 1000;
    TownWithSuppliers before = start;
    obey_duties(before.town.municipality, before.now(3));
    EXPECT_TRUE(before.uses().empty());
    const double chance = 1 - std::exp(-3.0 / 13);
    expect_share(chance, start, [](TownWithSuppliers& one) {
        obey_duties(one.town.municipality, one.now(6));
        return !one.uses().empty() && one.uses().front().mandated && one.uses().front().start == UseStart::law;
    });
    expect_share(chance * .84, start, [](TownWithSuppliers& one) {
        obey_duties(one.town.municipality, one.now(6));
        return !one.uses().empty() && one.uses().front().product == TownWithSuppliers::product;
    });
}

TEST(Duties, are_fulfilled_by_what_is_there) {
    TownWithSuppliers one;
    one.products[TownWithSuppliers::product].mandated_from = 6;
    one.set_up();
    one.add(TownWithSuppliers::rival, Stage::in_use);  // another product of the same offer
    for (int month = 6; month < 60; ++month) obey_duties(one.town.municipality, one.now(month));
    ASSERT_EQ(one.uses().size(), 1U);
    EXPECT_TRUE(one.uses().front().mandated);

    TownWithSuppliers own = one;
    own.uses().clear();
    own.town.municipality.supplied.changed = true;
    own.town.add(Stage::in_use, Domain::physical).use_case = static_cast<std::uint8_t>(find_use_case("area_model"));
    for (int month = 6; month < 60; ++month) obey_duties(own.town.municipality, own.now(month));
    EXPECT_TRUE(own.uses().empty());
}

TEST(SuppliedSums, add_up_what_products_ask_of_people) {
    TownWithSuppliers one;
    one.add(TownWithSuppliers::service, Stage::implementation);
    one.add(TownWithSuppliers::product, Stage::in_use);
    const SuppliedSums& sums = sums_of(one.town.municipality, one.now(0));
    const Parameters& p = one.town.p;
    const double upkeep = p.demand_implementation * .15 + p.maintenance_share * p.effort_build_base * .35;
    EXPECT_NEAR(sums.upkeep, upkeep, rounding);
    const double spread = 3 * (p.change_base + .3) * .15;  // three departments, process change .3
    EXPECT_NEAR(sums.change_demand, .25 * spread * p.change_implementation_factor + p.change_use_demand * 3 * .35,
                rounding);
}

// E53: what has the law as its basis needs time, no approval
TEST(Adoption, of_a_statutory_product_waits_for_delivery_only) {
    TownWithSuppliers one;
    one.products[TownWithSuppliers::service].statutory = true;
    one.set_up();
    one.town.municipality.strictness = 1000;
    one.add(TownWithSuppliers::service, Stage::development).months_left = 2;
    adopt_products(one.town.municipality, one.now(0));
    EXPECT_EQ(one.uses().front().stage, Stage::development);
    adopt_products(one.town.municipality, one.now(1));
    EXPECT_EQ(one.uses().front().stage, Stage::implementation);
}

TEST(Adoption, is_refused_by_law_where_it_weighs_too_much) {
    TownWithSuppliers one;
    one.town.municipality.strictness = 1000;
    one.town.p.rework_chance = 0;
    one.add(TownWithSuppliers::service, Stage::development).months_left = 1;
    adopt_products(one.town.municipality, one.now(0));
    EXPECT_TRUE(one.uses().empty());
}

// E40, E42: no use without change
TEST(Adoption, needs_change_capacity) {
    TownWithSuppliers one;
    one.town.municipality.change_ration = 0;
    one.add(TownWithSuppliers::service, Stage::implementation).mandated = true;
    one.town.p.abandon_stuck = 0;
    for (int month = 0; month < 24; ++month) adopt_products(one.town.municipality, one.now(month));
    EXPECT_EQ(one.uses().front().stage, Stage::implementation);
    EXPECT_EQ(one.uses().front().changed, 0);
}

TEST(Adoption, ends_when_the_product_is_struck_down) {
    TownWithSuppliers one;
    one.add(TownWithSuppliers::product, Stage::implementation);
    one.supply.products[TownWithSuppliers::product].struck_month = 7;
    adopt_products(one.town.municipality, one.now(7));
    EXPECT_TRUE(one.uses().empty());
    EXPECT_EQ(one.town.municipality.supplied.withdrawn[1], 0) << "it was never in use";
}

// S04: a user of what was struck down stops within months, and is disappointed (E48)
TEST(SuppliedUses, end_after_a_strike) {
    TownWithSuppliers start;
    start.add(TownWithSuppliers::product, Stage::in_use);
    start.supply.products[TownWithSuppliers::product].struck_month = 7;
    expect_share(1 - std::exp(-1 / 2.5), start, [](TownWithSuppliers& one) {
        use_supplied(one.town.municipality, one.now(7));  // not its turn: nothing else can end it
        const bool ended = one.uses().empty();
        EXPECT_EQ(one.town.municipality.supplied.withdrawn[1], ended ? 1 : 0);
        EXPECT_EQ(one.town.office(Domain::physical).departments[0].disappointment > 0, ended);
        return ended;
    });
}

TEST(SuppliedUses, that_a_law_orders_go_on) {
    TownWithSuppliers one;
    one.add(TownWithSuppliers::service, Stage::in_use).mandated = true;
    one.town.p.discontinue_base = .1;
    one.town.p.supply_shelter_other = .5;
    one.set_up();
    for (int month = 0; month < 120; ++month) use_supplied(one.town.municipality, one.now(month));
    ASSERT_EQ(one.uses().size(), 1U);
    EXPECT_GE(one.uses().front().support, .8);
}

TEST(SuppliedUses, teach_less_and_touch_people_as_others_do) {
    TownWithSuppliers one;
    one.town.office(Domain::physical).departments[0].usage = 1;
    one.town.office(Domain::physical).departments[1].usage = 1;
    one.town.office(Domain::physical).departments[2].usage = 1;
    one.add(TownWithSuppliers::service, Stage::in_use);
    one.town.p.discontinue_base = one.town.p.discontinue_poor = one.town.p.discontinue_alternative = 0;
    use_supplied(one.town.municipality, one.now(0));
    const Parameters& p = one.town.p;
    EXPECT_NEAR(one.town.office(Domain::physical).maturity, 6 * .1 * p.maturity_growth, rounding);
    EXPECT_GT(one.uses().front().performance, 0);
    EXPECT_NEAR(one.town.municipality.benefit_in_use, one.uses().front().benefit, rounding);
    use_supplied(one.town.municipality, one.now(1));  // not its turn: shown again, not judged again
    EXPECT_NEAR(one.town.municipality.benefit_in_use, 2 * one.uses().front().benefit, rounding);
    EXPECT_EQ(one.town.office(Domain::social).maturity, 0);
}

// what is in use is looked at twice a year, when it is new, when a new alderman decides, and when it is struck down
TEST(SuppliedUses, are_left_alone_in_quiet_months) {
    TownWithSuppliers one;
    one.add(TownWithSuppliers::service, Stage::in_use);
    use_supplied(one.town.municipality, one.now(0));
    const double seen = one.uses().front().support;
    one.town.office(Domain::physical).alderman.appetite = 0;
    one.town.office(Domain::physical).alderman.months_in_office = 100;
    use_supplied(one.town.municipality, one.now(1));
    EXPECT_EQ(one.uses().front().support, seen);
    use_supplied(one.town.municipality, one.now(6));
    EXPECT_NE(one.uses().front().support, seen);
    // one that is new is looked at in its first month
    TownWithSuppliers fresh;
    fresh.add(TownWithSuppliers::service, Stage::in_use).stage_since = 1;
    sums_of(fresh.town.municipality, fresh.now(1));
    use_supplied(fresh.town.municipality, fresh.now(1));
    EXPECT_GT(fresh.uses().front().support, 0);
}

// (56) the more users a product has, the better it works
TEST(SuppliedUses, learn_from_all_users) {
    TownWithSuppliers few;
    few.add(TownWithSuppliers::product, Stage::in_use);
    TownWithSuppliers many = few;
    many.supply.products[TownWithSuppliers::product].users = 99;
    use_supplied(few.town.municipality, few.now(0));
    use_supplied(many.town.municipality, many.now(0));
    const double alone = few.uses().front().performance;
    EXPECT_NEAR(many.uses().front().performance, alone + .02 * std::log(100) * (1 - alone), rounding);
}

// (59), (60): peers see what was chosen from the market; who has a product has fewer ideas of that kind
TEST(SuppliedUses, of_the_market_are_seen_by_peers) {
    TownWithSuppliers one;
    const std::size_t kind = one.products[0].use_case;
    one.add(TownWithSuppliers::service, Stage::in_use);
    mechanisms::close_the_month(one.town.municipality, one.now(0));
    EXPECT_EQ(one.town.municipality.uses.of(kind), 0U);
    one.add(TownWithSuppliers::product, Stage::in_use);
    mechanisms::close_the_month(one.town.municipality, one.now(0));
    EXPECT_EQ(one.town.municipality.uses.of(kind), 1U);
}

/// A nation of two municipalities with the products of TownWithSuppliers.
World nation_with_suppliers() {
    const TownWithSuppliers towns;
    World world = make_world(Scenario{}, country_of(2, 26500), Luck(5, 1));
    world.catalogue = towns.catalogue;
    world.supply = towns.supply;
    world.supply.used_last_month.resize(2);
    for (Municipality& municipality : world.municipalities) {
        constexpr double performance = .9, harm = 0, sensitivity = .5;
        municipality.supplied.sums.shown.push_back(
            {TownWithSuppliers::product, Domain::physical, performance, harm, sensitivity});
    }
    return world;
}

TEST(Nation, sees_users_and_their_performance) {
    World world = nation_with_suppliers();
    const Parameters p;
    mechanisms::judge_products(world, {10, p, {}});
    const ProductState& state = world.supply.products[TownWithSuppliers::product];
    EXPECT_EQ(state.users, 2);
    EXPECT_NEAR(state.reputation, .5 + .05 * (.9 - .5), rounding);
    EXPECT_EQ(world.supply.used_last_month[1].of(1), 1U);
    EXPECT_EQ(world.supply.used_last_month[1].of(0), 0U);
    EXPECT_EQ(world.supply.products[TownWithSuppliers::rival].reputation, .5);
}

TEST(Nation, hears_of_an_incident_as_news_about_the_product) {
    World world = nation_with_suppliers();
    const Parameters p;
    world.municipalities[0].supplied.incidents.push_back({TownWithSuppliers::product, .5});
    mechanisms::judge_products(world, {10, p, {}});
    const ProductState& state = world.supply.products[TownWithSuppliers::product];
    EXPECT_NEAR(state.news, .3 * .5, rounding);
    EXPECT_NEAR(state.reputation, .52 - .3 * .5, rounding);
    world.municipalities[0].supplied.incidents.clear();
    mechanisms::judge_products(world, {11, p, {}});
    EXPECT_NEAR(state.news, .15 * std::exp(-1.0 / 6), rounding);
}

// S04, E69: a product is struck down on its date: aldermen of its users are alarmed, and media write about it
TEST(Nation, strikes_a_product_down_on_its_date) {
    World world = nation_with_suppliers();
    TownWithSuppliers towns;
    towns.products[TownWithSuppliers::product].withdrawn = 20;
    towns.set_up();
    world.catalogue = towns.catalogue;
    const Parameters p;
    const double before = world.municipalities[0].office(Domain::physical).alderman.risk_aversion;
    mechanisms::judge_products(world, {18, p, {}});
    EXPECT_EQ(world.supply.products[TownWithSuppliers::product].struck_month, never);
    mechanisms::judge_products(world, {19, p, {}});
    EXPECT_EQ(world.supply.products[TownWithSuppliers::product].struck_month, 20);
    EXPECT_NEAR(world.municipalities[0].office(Domain::physical).alderman.risk_aversion,
                before + p.alderman_incident_alarm * .4, rounding);
    EXPECT_NEAR(world.nation.media[0].escalations, std::log(3) * .5, rounding);
    mechanisms::judge_products(world, {20, p, {}});
    EXPECT_NEAR(world.nation.media[0].escalations, std::log(3) * .5, rounding) << "once";
}

/// As above, with a year of audits; the product's month of the year is that of month 10.
struct Audited {
    World world = nation_with_suppliers();
    Parameters p;
    ProductState& state = world.supply.products[TownWithSuppliers::product];

    Audited() { p.supplier_audit = 1; }
    void pass(int from, int until) {
        for (int month = from; month < until; ++month) mechanisms::audit_products(world, {month, p, {}});
    }
};

// E66; Court of Audit 2022: what falls short is repaired, and its name suffers
TEST(Audits, repair_what_falls_short) {
    Audited one;
    one.p.supply_audit_fails = 1;
    one.p.supply_audit_ends = 0;
    one.pass(0, 10);
    EXPECT_EQ(one.state.audited_month, never);
    one.pass(10, 22);
    EXPECT_EQ(one.state.audited_month, 10);
    EXPECT_NEAR(one.state.mended, .5, rounding);
    EXPECT_NEAR(one.state.reputation, .5 - .15 * .5, rounding);
    EXPECT_EQ(one.state.struck_month, never);
}

TEST(Audits, raise_the_name_of_what_is_in_order) {
    Audited one;
    one.p.supply_audit_fails = 0;
    one.pass(0, 12);
    EXPECT_EQ(one.state.mended, 0);
    EXPECT_NEAR(one.state.reputation, .5 + .15 * .5, rounding);
}

// S04: a sensitive product that falls short may be given up by all; what the law is the basis of, hardly
TEST(Audits, may_end_a_sensitive_product) {
    Audited one;
    one.p.supply_audit_fails = 1;
    one.p.supply_audit_ends = 2;  // x sensitivity .5
    Audited insensitive = one;
    for (Municipality& municipality : insensitive.world.municipalities)
        municipality.supplied.sums.shown.front().sensitivity = 0;
    one.pass(10, 11);
    EXPECT_EQ(one.world.supply.products[TownWithSuppliers::product].struck_month, 11);
    for (int month = 10; month < 11; ++month) mechanisms::audit_products(insensitive.world, {month, insensitive.p, {}});
    EXPECT_EQ(insensitive.world.supply.products[TownWithSuppliers::product].struck_month, never);
    EXPECT_GT(insensitive.world.supply.products[TownWithSuppliers::product].mended, 0);
}

TEST(Audits, are_none_unless_somebody_decides_so) {
    Audited one;
    one.p.supplier_audit = 0;
    one.pass(0, 24);
    EXPECT_EQ(one.state.audited_month, never);
    EXPECT_EQ(one.state.reputation, .5);
}

TEST(SuppliedUses, do_less_harm_once_they_are_repaired) {
    TownWithSuppliers one;
    for (Department& department : one.town.office(Domain::physical).departments) department.usage = 1;
    one.add(TownWithSuppliers::product, Stage::in_use);
    TownWithSuppliers mended = one;
    mended.supply.products[TownWithSuppliers::product].mended = .5;
    use_supplied(one.town.municipality, one.now(0));
    use_supplied(mended.town.municipality, mended.now(0));
    EXPECT_GT(one.uses().front().harm, 0);
    EXPECT_NEAR(mended.uses().front().harm, .5 * one.uses().front().harm, rounding);
    EXPECT_EQ(mended.uses().front().performance, one.uses().front().performance);
}

// S18: internal operations take people and the officer's time, and teach to describe
TEST(InternalOperations, are_a_load_in_the_background) {
    TownWithSuppliers one;
    Municipality& municipality = one.town.municipality;
    municipality.size_for_ideas = 2;
    municipality.reviews_saved = 1;
    for (Department& department : one.town.office(Domain::social).departments) department.usage = 1;
    for (int month = 0; month < 12; ++month) mechanisms::run_internal_operations(municipality, one.now(month));
    const Parameters& p = one.town.p;
    EXPECT_NEAR(municipality.supplied.internal_uses, 2 * .25, rounding);
    EXPECT_NEAR(municipality.supplied.internal_upkeep,
                .35 * (p.maintenance_share * p.effort_build_base * .5 + p.demand_implementation * .5 / 12), rounding);
    EXPECT_NEAR(municipality.reviews_saved, 1 - .35 * .5, rounding);
    EXPECT_GT(one.town.office(Domain::social).maturity, 0);
    EXPECT_EQ(one.town.office(Domain::physical).maturity, 0) << "nobody uses them there";
    one.town.office(Domain::social).maturity = 2;
    mechanisms::run_internal_operations(municipality, one.now(12));
    EXPECT_EQ(one.town.office(Domain::social).maturity, 2);
}

TEST(InternalOperations, are_none_without_suppliers) {
    OneMunicipality town;
    mechanisms::run_internal_operations(town.municipality, town.now(0));
    EXPECT_EQ(town.municipality.supplied.internal_uses, 0);
}

}  // namespace

}  // namespace algemeente
