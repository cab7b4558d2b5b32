// Equations (42) and (43): how uses end, and what they leave behind while they last. The code is in use.cpp.
#include "mechanisms/town_with_product.h"

namespace algemeente {
namespace {

using namespace mechanisms;

/// A use of thirty months at odds with everybody: unsupported, illegitimate, and hardly any yield.
OneMunicipality town_with_weary_use() {
    OneMunicipality town = town_with_product();
    town.municipality.lock_in = .6;
    Project& use = town.project();
    use.exposure = .5;
    use.support = .6;
    use.performance = .5;
    use.usage = .1;
    use.months_in_stage = 30;
    set_factor(use, Factor::legitimacy_citizens, .3);
    return town;
}

/// The same, bought, and in use for so many months: contracts last 48.
OneMunicipality town_with_weary_subscription(int months = 96) {
    OneMunicipality town = town_with_weary_use();
    town.project().sourcing = Sourcing::vendor;
    town.project().months_in_stage = months;
    return town;
}

bool ended(const OneMunicipality& town) {
    return town.project().stage == Stage::discontinued;
}

// E08, E32, E46, E59, E69
TEST(Ends, of_uses_follow_lack_of_support_legitimacy_and_yield_people_who_leave_and_better_products) {
    OneMunicipality town = town_with_weary_use();
    // (42) .08 x .5 x .4 + .05 (.8 - .3) + .02 (.4 - .5 x .1) + .005 e^-1 + .0015 x 30/60 + .0006
    //    = .016 + .025 + .007 + .0018394 + .00075 + .0006 = .0511894
    expect_project_chance(.0511894, town, 50, end_uses, ended, 100000);
    town.project().usage = .8;
    expect_project_chance(.0441894, town, 50, end_uses, ended, 100000);  // (42) .5 x .8 is not below .4
    set_factor(town.project(), Factor::legitimacy_citizens, .9);
    expect_project_chance(.0191894, town, 50, end_uses, ended, 100000);  // (42) max(0, .8 - .9)
}

// E05, E33, E36, E46
TEST(Ends, of_bought_uses_follow_supplier_and_price_when_a_contract_ends_and_lock_in_keeps_them) {
    // (42) .016 + .025 + .007 + .002 + .00075 (1 - .6) + .0006 = .0509
    expect_project_chance(.0509, town_with_weary_subscription(30), 50, end_uses, ended, 100000);
    expect_project_chance(.0506, town_with_weary_subscription(0), 50, end_uses, ended, 100000);  // just begun
    OneMunicipality town = town_with_weary_subscription();
    // (42) .016 + .025 + .007 + .3 x 1 (1 - .5 x .1) + .002 + .0015 x 96/60 x .4 + .0006 = .33656
    expect_project_chance(.33656, town, 50, end_uses, ended, 100000);
    town.municipality.lock_in = .9;  // (42) .3 x 1.3 x .95 and .0024 x .1
    expect_project_chance(.42134, town, 50, end_uses, ended, 100000);
    town.municipality.lock_in = .6;
    town.project().usage = .8;  // (42) it yields .4: .3 x .6, and no lack of yield
    expect_project_chance(.22456, town, 50, end_uses, ended, 100000);
}

/// The chance of one reason, with the small chances ten times as high, so that the parts can be told apart.
void expect_reason(OneMunicipality town, Reason reason, double chance) {
    for (double* part : {&town.p.discontinue_base, &town.p.discontinue_unsupported, &town.p.discontinue_illegitimate,
                         &town.p.discontinue_poor, &town.p.discontinue_supplier, &town.p.discontinue_people_left,
                         &town.p.discontinue_alternative})
        *part *= 10;
    expect_project_chance(
        chance, town, 50, end_uses,
        [reason](const OneMunicipality& t) { return ended(t) && t.project().end_reason == reason; }, 100000);
}

// E05, E08, E32, E34, E36, E46, E59, E69
TEST(Ends, tell_their_reason_in_the_right_proportions) {
    const OneMunicipality own = town_with_weary_use();
    expect_reason(own, Reason::politics, .16);         // (42) 10 x .08 x .5 x .4
    expect_reason(own, Reason::legitimacy, .25);       // (42) 10 x .05 x .5
    expect_reason(own, Reason::disuse, .07);           // (42) 10 x .02 x .35
    expect_reason(own, Reason::people_left, .018394);  // (42) 10 x .005 e^-1
    expect_reason(own, Reason::alternative, .0075);    // (42) 10 x .0015 x .5
    expect_reason(own, Reason::other, .006);           // (42) 10 x .0006
    expect_reason(own, Reason::price, 0);
    expect_reason(own, Reason::supplier, 0);
    const OneMunicipality bought = town_with_weary_subscription();
    expect_reason(bought, Reason::price, .285);         // (42) .3 x .95
    expect_reason(bought, Reason::supplier, .02);       // (42) 10 x .002
    expect_reason(bought, Reason::alternative, .0096);  // (42) 10 x .0015 x 1.6 x .4
    expect_reason(bought, Reason::people_left, 0);
    expect_reason(bought, Reason::other, .006);
}

// E08, E32
TEST(Ends, something_better_comes_with_the_years_and_people_stay_where_they_are_many) {
    OneMunicipality town = town_with_weary_use();
    town.project().months_in_stage = 120;
    expect_reason(town, Reason::alternative, .03);  // (42) 10 x .0015 x 2
    town.project().months_in_stage = 500;
    expect_reason(town, Reason::alternative, .03);  // (42) twice at most
    town.municipality.capacity = 0;
    expect_reason(town, Reason::people_left, .05);  // (42) 10 x .005
    town.municipality.capacity = 3;
    expect_reason(town, Reason::people_left, .0024894);  // (42) 10 x .005 e^-3
}

TEST(Ends, concern_uses_only) {
    OneMunicipality town = town_with_weary_use();
    town.p.discontinue_base = 1;
    town.project().stage = Stage::pilot;
    end_uses(town.municipality, town.now(50));
    EXPECT_EQ(town.project().stage, Stage::pilot);
}

double maturity_after_month(double maturity, std::uint8_t level) {
    OneMunicipality town = town_with_product();
    town.office().maturity = maturity;
    town.project().level = level;
    town.project().usage = .8;
    mature(town.municipality, town.now(50));
    return town.office().maturity;
}

// E78
TEST(Maturity, grows_by_use_less_if_the_product_is_far_ahead) {
    // (43) first it fades by .005 / (1 + .8) of itself
    EXPECT_NEAR(maturity_after_month(.9, 1), .9375, rounding);         // .8975 + .05 x .8
    EXPECT_NEAR(maturity_after_month(.96, 2), .9973333333, rounding);  // .9573333 + .04: 2 <= .957 + 1.05
    EXPECT_NEAR(maturity_after_month(.94, 2), .9493888889, rounding);  // 2 > 1.987: .9373889 + .05 x .8 x .3
    EXPECT_NEAR(maturity_after_month(2.99, 3), 3, rounding);           // 2.9816944 + .04: at most 3
}

// E32, E78
TEST(Maturity, fades_where_nothing_is_practised) {
    OneMunicipality town = town_with_product();
    town.p.maturity_growth = 0;
    town.office(Domain::social).maturity = town.office(Domain::physical).maturity = .9;
    town.project().usage = .8;
    Project& second = town.add(Stage::in_use);
    second.usage = .6;
    Project& pilot = town.add(Stage::pilot);
    pilot.usage = 1;
    mature(town.municipality, town.now(50));
    EXPECT_NEAR(town.office(Domain::social).maturity, .898125, rounding);  // (43) .9 - .0045 / (1 + .8 + .6)
    EXPECT_NEAR(town.office(Domain::physical).maturity, .8955, rounding);  // (43) .9 - .005 x .9
}

double ethics_after_month(double municipality, bool committee, int advices) {
    OneMunicipality town = town_with_product();
    town.municipality.ethics_maturity = municipality;
    town.p.ethics_committee = committee ? 1 : 0;
    town.project().advices = static_cast<std::uint8_t>(advices);
    mature(town.municipality, town.now(50));
    return town.project().ethics;
}

// E74, E75
TEST(Ethics, of_a_use_follows_the_municipality_but_does_not_fall_below_what_a_committee_advised) {
    EXPECT_NEAR(ethics_after_month(.6, false, 0), .404, rounding);  // (43) .4 + .02 (.6 - .4)
    EXPECT_NEAR(ethics_after_month(.2, false, 0), .396, rounding);  // (43) .4 - .02 x .2
    EXPECT_NEAR(ethics_after_month(.2, true, 0), .396, rounding);   // a committee that was not asked
    EXPECT_NEAR(ethics_after_month(.2, true, 1), .4, rounding);     // a committee that watches
    EXPECT_NEAR(ethics_after_month(.2, false, 1), .396, rounding);  // one that is no longer there
    EXPECT_NEAR(ethics_after_month(.6, true, 1), .404, rounding);
}

// E08, E20, E23, E43
TEST(Maturity, use_keeps_data_and_involvement) {
    OneMunicipality town = town_with_product();
    town.municipality.change_ration = .6;
    for (std::size_t s = 0; s < 4; ++s) town.municipality.sources.quality[s] = .5;
    Project& project = town.project();
    project.involvement = .5;
    project.requirements = {met(RequirementStatus::sensor_running, 0, .8), met(RequirementStatus::granted, 1, .8),
                            met(RequirementStatus::granted, 2, .4), pending(Origin::own, 3)};
    mature(town.municipality, town.now(50));
    EXPECT_NEAR(project.requirements[0].readiness, .798, rounding);   // (43) sensor: - .002
    EXPECT_NEAR(project.requirements[1].readiness, .799, rounding);   // (43) .8 - .006 x .3 + .004 x .2
    EXPECT_NEAR(project.requirements[2].readiness, .4024, rounding);  // (43) .4 + .004 x .6
    EXPECT_NEAR(project.requirements[3].readiness, 0, rounding);
    EXPECT_NEAR(project.involvement, .501, rounding);  // (43) .5 - .01 x .5 + .02 x .6 x .5
    for (std::size_t s = 0; s < 4; ++s) EXPECT_NEAR(town.municipality.sources.quality[s], .5, rounding);
    project.level = 1;
    mature(town.municipality, town.now(51));
    EXPECT_NEAR(town.municipality.sources.quality[0], .5, rounding);     // a sensor is nobody's source
    EXPECT_NEAR(town.municipality.sources.quality[1], .5015, rounding);  // (43) .5 + .003 x .5: describing improves
    EXPECT_NEAR(town.municipality.sources.quality[3], .5, rounding);
}

}  // namespace
}  // namespace algemeente
