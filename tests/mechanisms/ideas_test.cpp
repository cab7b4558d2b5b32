#include "mechanisms/one_municipality.h"
#include "mechanisms/specified_use_cases.h"

#include <map>

namespace algemeente {
namespace {

using namespace mechanisms;

/// A town in which only one use case exists, in the social domain.
OneMunicipality town_with_one_use(std::string_view name) {
    OneMunicipality town;
    const std::size_t chosen = find_use_case(name);
    for (std::size_t a = 0; a < use_case_count; ++a) {
        town.use_cases[a].mix_social = a == chosen ? 1 : 0;
        town.use_cases[a].mix_physical = 0;
    }
    town.municipality.capacity = 100;
    return town;
}

/// Lets towns that differ in luck only voice ideas and calls `look` for each idea.
template <typename Look>
int for_ideas(const OneMunicipality& start, Domain domain, int towns, Look look) {
    int ideas = 0;
    for (int key = 1; key <= towns; ++key) {
        OneMunicipality town = start;
        town.municipality.key = static_cast<std::uint32_t>(key);
        town.p.ideas_per_month = 4;  // several at once; what an idea is like does not hang on their number
        voice_ideas(town.municipality, town.now(12));
        for (const Project& project : town.municipality.projects) {
            if (project.domain != domain || project.stage != Stage::idea) continue;
            ++ideas;
            look(project);
        }
    }
    return ideas;
}

/// Holds a share of `count` against its chance, within four standard errors.
void expect_share(double hits, double count, double chance, const std::string& what = "") {
    EXPECT_NEAR(hits / count, chance, 4 * std::sqrt(chance * (1 - chance) / count)) << what;
}

OneMunicipality town_with_examples() {
    OneMunicipality town;
    town.use_cases = specified_use_cases();  // the choices below are worked out by hand from it
    town.municipality.size_for_ideas = 2;    // P = 2: P^1
    town.municipality.capacity = 2;
    town.nation.opportunity = .6;
    town.office(Domain::social).willingness = town.office(Domain::physical).willingness = .5;
    const UseCounts none, a0 = uses_of({0}), both = uses_of({0, 2});
    town.uses_last_month = {both, both, a0, a0, none, none, none, none};  // four of eight peers use a0, two use a2
    town.municipality.peers = {0, 1, 2, 3, 4, 5, 6, 7};
    town.municipality.peers_known = 8;
    town.add(Stage::idea);
    town.add(Stage::implementation, Domain::physical);
    town.add(Stage::in_use);  // no longer in the pipeline
    return town;
}

// E30, E52, E61
TEST(Ideas, come_more_often_by_size_hype_examples_and_willingness_and_less_in_a_full_pipeline) {
    const OneMunicipality start = town_with_examples();
    std::array<double, domain_count> ideas{};
    constexpr int towns = 60000;
    for (int key = 1; key <= towns; ++key) {
        OneMunicipality town = start;
        town.municipality.key = static_cast<std::uint32_t>(key);
        town.p.ideas_per_month = 1;
        voice_ideas(town.municipality, town.now(12));
        for (std::size_t d = 0; d < domain_count; ++d) ideas[d] += town.municipality.offices[d].ledger.ideas;
    }
    // (20) room 1 - 2 / (2.5 + 1.5 x 2) = 1 - 2/5.5 = .6363636; hype .4 + .6 x .6 = .76
    //      social: peers .25 x 4/8 + .20 x 2/8 = .175; 2 x .76 (.5 + .8 x .175 + .5 x .5) .6363636 = .8608727
    //      physical: no examples; 2 x .76 (.5 + .25) .6363636 = .7254545
    EXPECT_NEAR(ideas[0] / towns, .8608727, 4 * std::sqrt(.8608727 / towns));
    EXPECT_NEAR(ideas[1] / towns, .7254545, 4 * std::sqrt(.7254545 / towns));
}

TEST(Ideas, are_at_their_standard_pace_forty_seven_in_a_thousand_months_before_the_modifiers) {
    EXPECT_EQ(Parameters{}.ideas_per_month, .047);
}

// E30
TEST(Ideas, stop_when_the_organisation_oversees_all_it_can) {
    OneMunicipality town;
    town.p.ideas_per_month = 50;
    town.nation.opportunity = .8;
    town.municipality.capacity = 1;  // (20) pmax = 2.5 + 1.5 = 4
    for (int i = 0; i < 4; ++i) town.add(Stage::idea);
    voice_ideas(town.municipality, town.now(12));
    EXPECT_EQ(town.municipality.projects.size(), 4U);
}

/// Shares of use cases among many ideas of a domain.
void expect_choices(const OneMunicipality& town, Domain domain, const std::map<std::size_t, double>& expected) {
    std::array<double, use_case_count> counts{};
    const int ideas = for_ideas(town, domain, 15000, [&](const Project& project) { ++counts[project.use_case]; });
    for (std::size_t a = 0; a < use_case_count; ++a) {
        const auto found = expected.find(a);
        if (found == expected.end())
            EXPECT_EQ(counts[a], 0) << use_case_names()[a];
        else
            expect_share(counts[a], ideas, found->second, std::string(use_case_names()[a]));
    }
}

// E63, E80
TEST(Choice, follows_the_mix_where_nothing_draws_or_repels) {
    OneMunicipality town;
    town.municipality.capacity = 100;
    expect_choices(town, Domain::social, {{0, .25}, {1, .25}, {2, .20}, {3, .15}, {4, .15}});
    expect_choices(town, Domain::physical, {{5, .20}, {6, .22}, {7, .12}, {8, .14}, {9, .14}, {10, .18}});
}

TEST(Choice, follows_examples_of_the_use_case_itself_beyond_the_sixteenth) {
    OneMunicipality town;
    town.municipality.capacity = 100;
    UseCase harmless;
    harmless.mix_social = 0;
    while (town.use_cases.size() < 26) town.use_cases.push_back(harmless);
    for (UseCase& use_case : town.use_cases) use_case.mix_social = 0;
    for (const std::size_t a : {9U, 19U, 25U}) {
        town.use_cases[a] = harmless;
        town.use_cases[a].mix_social = 1;
    }
    town.uses_last_month.assign(8, uses_of({3, 25}));  // 3 + 16 is 19, 25 - 16 is 9: sixteen use cases to a word
    town.municipality.peers = {0, 1, 2, 3, 4, 5, 6, 7};
    town.municipality.peers_known = 8;
    std::array<double, 26> counts{};
    const int ideas =
        for_ideas(town, Domain::social, 15000, [&](const Project& project) { ++counts[project.use_case]; });
    const double drawn = std::exp(.8);  // (21) e^(.8 x 1), others e^0
    expect_share(counts[25], ideas, drawn / (2 + drawn));
    expect_share(counts[19], ideas, 1 / (2 + drawn));
    expect_share(counts[9], ideas, 1 / (2 + drawn));
}

// E35, E58, E61, E73
TEST(Choice, follows_examples_and_avoids_exposed_uses) {
    OneMunicipality town = town_with_examples();
    town.municipality.projects.clear();
    town.municipality.capacity = 100;
    town.set_attention(.5, .75);
    // (21) social: M_0 = .8 x .5 = .4, no public space, so X = .4 s; weights mix exp(.8 U - 2 X):
    //      a0 .25 exp(.4 - .7312), a1 .25 exp(-.52064), a2 .20 exp(.2 - .128), a3 .15 exp(-.3327), a4 .15 exp(-.0808)
    expect_choices(town, Domain::social, {{0, .227556}, {1, .188285}, {2, .272449}, {3, .136329}, {4, .175382}});
    // (21) physical: M_1 = .8 x .75 = .6; X = 1 - (1 - .4 s)(1 - .6 pub p), for example a8 pub p = .56:
    //      X = 1 - (1 - .18936)(1 - .336) = .461735, weight .14 exp(-.92347)
    expect_choices(town, Domain::physical,
                   {{5, .241810}, {6, .243282}, {7, .066688}, {8, .069421}, {9, .157994}, {10, .220806}});
}

// E65
TEST(Choice, another_name_makes_exposed_uses_less_repellent) {
    OneMunicipality town = town_with_examples();
    town.municipality.projects.clear();
    town.municipality.capacity = 100;
    town.municipality.relabelled = true;
    town.set_attention(.5, 0);
    // (21), (27) X = .85 x .4 s, for example a0: .25 exp(.4 - 2 x .85 x .3656)
    expect_choices(town, Domain::social, {{0, .240452}, {1, .192770}, {2, .262985}, {3, .135697}, {4, .168096}});
}

/// The levels that ideas take in a town where ambition is certain (1) or absent (0).
int level_of_ideas(std::string_view use, double maturity, double ambition, int level_min = 1) {
    OneMunicipality town = town_with_one_use(use);
    town.p.prediction_ambition = ambition;
    town.office().maturity = maturity;
    town.use_cases[find_use_case(use)].level_min = level_min;
    int level = 0;
    for_ideas(town, Domain::social, 20, [&](const Project& project) {
        EXPECT_TRUE(level == 0 || level == project.level);
        level = project.level;
    });
    return level;
}

// E78
TEST(Level, step_by_step_follows_maturity) {
    EXPECT_EQ(level_of_ideas("welfare_risk_scoring", .74, 0), 1);   // (22) 1 + floor(.74 + .25)
    EXPECT_EQ(level_of_ideas("welfare_risk_scoring", .75, 0), 2);   // (22) 1 + floor(1.00)
    EXPECT_EQ(level_of_ideas("welfare_risk_scoring", 1.7, 0), 2);   // (22) 1 + floor(1.95)
    EXPECT_EQ(level_of_ideas("welfare_risk_scoring", 2.9, 0), 3);   // (22) min(3, 1 + floor(3.15))
    EXPECT_EQ(level_of_ideas("signal_cross_match", 2.9, 0), 2);     // the highest level of this use
    EXPECT_EQ(level_of_ideas("welfare_risk_scoring", 0, 0, 2), 2);  // never below the lowest
}

// E78
TEST(Level, ambition_takes_the_highest_at_once) {
    EXPECT_EQ(level_of_ideas("welfare_risk_scoring", 0, 1), 3);
    EXPECT_EQ(level_of_ideas("signal_cross_match", 0, 1), 2);
    EXPECT_EQ(level_of_ideas("social_policy_dashboard", 0, 1), 1);
}

// E78
TEST(Level, knowledge_tempers_ambition) {
    OneMunicipality town = town_with_one_use("welfare_risk_scoring");
    town.municipality.knowledge = .1;
    town.municipality.knowledge_at_hand = .5;
    double highest = 0;
    const int ideas =
        for_ideas(town, Domain::social, 10000, [&](const Project& project) { highest += project.level == 3; });
    expect_share(highest, ideas, .325);  // (22) .5 (1 - .7 x .5)
}

// E03, E78
TEST(Sources, their_number_grows_with_the_level) {
    for (const auto& [ambition, expected] : {std::pair{0.0, 4.2}, {1.0, 7.0}}) {
        OneMunicipality town = town_with_one_use("welfare_risk_scoring");
        town.p.prediction_ambition = ambition;
        double sources = 0;
        const int ideas = for_ideas(town, Domain::social, 5000, [&](const Project& project) {
            ASSERT_GE(project.requirements.size(), 1U);
            sources += static_cast<double>(project.requirements.size());
        });
        // C3.0: 1 + Poisson(7 lf - 1), lf = .6 at the first level, 1 at the top
        EXPECT_NEAR(sources / ideas, expected, 4 * std::sqrt((expected - 1) / ideas));
    }
}

// E11, E14, E18
TEST(Sources, come_from_the_origins_of_the_table_each_source_as_often) {
    OneMunicipality town = town_with_one_use("welfare_risk_scoring");
    std::array<double, origin_count> origins{};
    std::map<std::pair<Origin, int>, double> places;
    double all = 0;
    for_ideas(town, Domain::social, 8000, [&](const Project& project) {
        for (const Requirement& requirement : project.requirements) {
            ++all;
            ++origins[static_cast<std::size_t>(requirement.origin)];
            // counted from the lead department's first source, round the nine sources of the domain
            int place = requirement.source;
            if (place < sources_per_domain) place = (place - 3 * project.lead_department + 9) % 9;
            ++places[{requirement.origin, place}];
            EXPECT_EQ(requirement.status, RequirementStatus::pending);
        }
    });
    const std::array<double, origin_count> expected = {.30, .22, .22, .08, .18};  // C3.0, a0
    // own: 3 sources of the lead department; other departments 6; corporate 6; other domain 9; external 4 (C1.2)
    const std::array<int, origin_count> first = {0, 3, 18, 9, 24}, count = {3, 6, 6, 9, 4};
    std::size_t known_places = 0;
    for (std::size_t o = 0; o < origin_count; ++o) {
        expect_share(origins[o], all, expected[o]);
        for (int place = first[o]; place < first[o] + count[o]; ++place, ++known_places)
            expect_share(places[{static_cast<Origin>(o), place}], origins[o], 1.0 / count[o]);
    }
    EXPECT_EQ(places.size(), known_places);  // from nowhere else
}

/// Share of a use's sources of the own domain that sensors could replace; none of the others can be.
void expect_collectable(double shift, double expected) {
    OneMunicipality town = town_with_one_use("area_model");
    town.p.sensor_collectability_shift = shift;
    double of_the_domain = 0, collectable = 0;
    for_ideas(town, Domain::social, 4000, [&](const Project& project) {
        for (const Requirement& requirement : project.requirements) {
            if (requirement.origin == Origin::own || requirement.origin == Origin::same_domain) {
                ++of_the_domain;
                collectable += requirement.collectable ? 1 : 0;
            } else {
                EXPECT_FALSE(requirement.collectable);
            }
        }
    });
    expect_share(collectable, of_the_domain, expected);
}

// E09, E16
TEST(Sources, of_the_own_domain_can_be_replaced_by_sensors_with_the_chance_of_the_table) {
    expect_collectable(0, .50);  // C3.0, a9: k = .50
    expect_collectable(.1, .60);
    expect_collectable(.6, 1);   // clipped
    expect_collectable(-.6, 0);  // clipped
}

// E20, E22, E32, E34, E39, E78
TEST(Effort, grows_with_level_sources_gap_and_personal_data_and_shrinks_with_knowledge) {
    OneMunicipality town = town_with_one_use("welfare_risk_scoring");
    town.p.prediction_ambition = 5;  // certain, whatever the knowledge
    town.municipality.lock_in = .6;  // as usual
    town.municipality.knowledge_at_hand = .5;
    town.office().maturity = .4;
    for_ideas(town, Domain::social, 200, [&](const Project& project) {
        ASSERT_EQ(project.level, 3);
        const auto n = static_cast<double>(project.requirements.size());
        // (24) 4.5 (1 + .5 x 2)(1 + .4 x 1.6)(1.3 - .6 x .5)(1 + .25 x .95) = 18.2655, and 15% for each further source
        const double build = 18.2655 * (1 + .15 * (n - 1));
        EXPECT_NEAR(project.build_effort, build, 1e-6);
        EXPECT_NEAR(project.pilot_effort, .3 * build + .5, 1e-6);
        EXPECT_NEAR(project.change_effort, 4.84, rounding);  // (24) 1.1 x 4 (.4 + .7)
    });
}

// E01, E05, E07
TEST(Effort, grows_with_lock_in_and_a_common_base_saves_some_of_it) {
    const auto build_effort = [](double lock_in, double common_base) {
        OneMunicipality town = town_with_one_use("social_policy_dashboard");
        town.p.ideas_per_month = 40;  // certainly one
        town.municipality.lock_in = lock_in;
        town.municipality.common_base = common_base;
        voice_ideas(town.municipality, town.now(12));
        return town.municipality.projects.at(0).build_effort;
    };
    const double usual = build_effort(.6, 0);
    EXPECT_NEAR(build_effort(.9, 0), 1.12 * usual, rounding);  // (24) 1 + .4 (.9 - .6)
    EXPECT_NEAR(build_effort(.1, 0), .8 * usual, rounding);    // (24) 1 - .4 x .5
    EXPECT_NEAR(build_effort(.6, .5), .85 * usual, rounding);  // (24) 1 - .3 x .5
    EXPECT_NEAR(build_effort(.9, 1), .784 * usual, rounding);  // (24) 1.12 x .7
}

// E14, E16, E19
TEST(Sources, about_persons_were_recorded_from_half_a_year_before_2015_and_about_things_since_long_ago) {
    for (const std::string_view use : {"welfare_risk_scoring", "social_policy_dashboard"}) {
        const OneMunicipality town = town_with_one_use(use);
        double all = 0, short_series = 0;
        for_ideas(town, Domain::social, 4000, [&](const Project& project) {
            for (const Requirement& requirement : project.requirements) {
                EXPECT_TRUE(requirement.recorded_from == -6 || requirement.recorded_from == -1200);
                ++all;
                short_series += requirement.recorded_from == -6 ? 1 : 0;
            }
        });
        expect_share(short_series, all, town.use_cases[find_use_case(use)].personal_data, std::string(use));
    }
}

// E31, E70, E71
TEST(Ideas, are_liked_as_the_alderman_likes_their_kind) {
    OneMunicipality town;
    town.p.ideas_per_month = 30;
    town.municipality.capacity = 100;
    town.office(Domain::social).alderman.months_in_office = 5;
    town.office(Domain::physical).alderman.months_in_office = 9;
    voice_ideas(town.municipality, town.now(12));
    ASSERT_GT(town.municipality.projects.size(), 4U);
    for (const Project& project : town.municipality.projects)
        EXPECT_EQ(project.taste,
                  taste_of(town.office(project.domain).alderman, office_key(town.municipality.key, project.domain),
                           project.use_case, 12, town.p, town.luck));
}

// E44
TEST(Origin, a_question_from_practice_starts_with_involvement) {
    OneMunicipality town = town_with_one_use("welfare_risk_scoring");
    town.municipality.knowledge_at_hand = .5;
    town.municipality.ethics_maturity = .3;
    double demand = 0;
    const int ideas = for_ideas(town, Domain::social, 10000, [&](const Project& project) {
        demand += project.demand_driven ? 1 : 0;
        EXPECT_NEAR(project.involvement, project.demand_driven ? .45 : .10, rounding);  // (26)
        EXPECT_NEAR(project.ethics, .15, rounding);                                     // C1.3: .5 eth
        EXPECT_NEAR(project.capacity_level, .5, rounding);                              // C1.3: fcap
        EXPECT_EQ(project.law, LawStatus::none);
        EXPECT_EQ(project.months_in_stage, 0);
    });
    expect_share(demand, ideas, .55);  // (26) .45 + .2 x .5
}

// E62
TEST(Ideas, about_income_support_touch_as_many_as_the_caseload_says) {
    OneMunicipality town = town_with_one_use("debt_early_signalling");
    town.municipality.caseload_ratio = 2;
    for_ideas(town, Domain::social, 5,
              [](const Project& project) { EXPECT_NEAR(project.touched_share, .16, rounding); });  // 2 x .08
    town = town_with_one_use("care_demand_forecast");
    town.municipality.caseload_ratio = .5;
    for_ideas(town, Domain::social, 5, [](const Project& project) { EXPECT_NEAR(project.touched_share, 1, rounding); });
}

TEST(Ideas, have_a_key_of_their_own_and_stand_in_the_order_of_their_lots) {
    OneMunicipality town;
    town.p.ideas_per_month = 30;
    town.municipality.capacity = 100;
    voice_ideas(town.municipality, town.now(12));
    const std::vector<Project>& projects = town.municipality.projects;
    ASSERT_GT(projects.size(), 4U);
    for (std::size_t i = 0; i < projects.size(); ++i) {
        EXPECT_EQ(projects[i].key, project_key(363, projects[i].domain, 12, projects[i].ordinal));  // C1.3
        EXPECT_EQ(projects[i].birth_month, 12);
        if (i > 0) {
            EXPECT_LT(projects[i - 1].lot, projects[i].lot);
        }
    }
}

}  // namespace
}  // namespace algemeente
