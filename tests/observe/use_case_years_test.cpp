#include "observe/use_case_years.h"

#include "claims/worlds.h"
#include "ensemble/replicate_run.h"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string_view>

namespace algemeente {
namespace {

Event project_event(EventKind kind, Domain domain, std::uint8_t use_case) {
    Event event;
    event.kind = kind;
    event.domain = domain;
    event.use_case = use_case;
    event.birth_month = 3;
    return event;
}

const UseCaseYear& row_of(const std::vector<UseCaseYear>& rows, Domain domain, std::size_t use_case) {
    return rows[static_cast<std::size_t>(index_of(domain)) * use_case_count + use_case];
}

}  // namespace

TEST(UseCaseCounter, counts_events_of_the_year_and_uses_at_its_end) {
    World world;
    world.month = 23;  // December 2016
    world.municipalities.resize(2);
    for (Municipality& municipality : world.municipalities)
        for (const Stage stage : {Stage::in_use, Stage::pilot}) {
            Project project;
            project.domain = Domain::physical;
            project.use_case = 4;
            project.stage = stage;
            municipality.projects.push_back(project);
        }
    Event not_about_a_project;
    not_about_a_project.kind = EventKind::started;
    const std::vector<Event> events = {project_event(EventKind::started, Domain::physical, 4),
                                       project_event(EventKind::started, Domain::social, 4),
                                       project_event(EventKind::incident, Domain::physical, 4),
                                       project_event(EventKind::incident, Domain::physical, 4),
                                       project_event(EventKind::discontinued, Domain::physical, 4),
                                       project_event(EventKind::pilot, Domain::physical, 4),
                                       not_about_a_project};
    UseCaseCounter counter;
    counter.note(events);
    std::vector<UseCaseYear> rows;
    counter.end_year(world, use_case_count, rows);
    ASSERT_EQ(rows.size(), domain_count * use_case_count);
    const UseCaseYear& physical = row_of(rows, Domain::physical, 4);
    EXPECT_EQ(physical.year, 2016);
    EXPECT_EQ(physical.in_use, 2) << "a pilot is no use";
    EXPECT_EQ(physical.started, 1);
    EXPECT_EQ(physical.discontinued, 1);
    EXPECT_EQ(physical.incidents, 2);
    EXPECT_EQ(row_of(rows, Domain::social, 4).started, 1);

    rows.clear();
    counter.end_year(world, use_case_count, rows);
    EXPECT_EQ(row_of(rows, Domain::physical, 4).incidents, 0) << "a new year begins with nothing";
}

TEST(UseCaseCounter, tells_what_was_chosen_from_services_of_the_nation_and_duties) {
    Scenario scenario = claims::small_scenario("baseline", 3, 24);
    scenario.supply = true;
    World world = make_world(scenario, claims::country_of(scenario), Luck(1, 0));
    world.month = 23;
    for (Municipality& municipality : world.municipalities) {
        municipality.projects.clear();
        municipality.supplied.uses.clear();
    }
    const auto product = [&](std::string_view name) {
        for (std::size_t k = 0; k < world.catalogue.products->size(); ++k)
            if (world.catalogue.product(k).name == name) return static_cast<std::uint8_t>(k);
        throw std::runtime_error("no such product");
    };
    const auto use = [&](std::string_view name, bool mandated, Stage stage) {
        world.municipalities[1].supplied.uses.push_back(
            {.product = product(name), .domain = Domain::social, .stage = stage, .mandated = mandated});
    };
    use("welfare_scorecard", false, Stage::in_use);
    use("benefit_cross_match", false, Stage::in_use);
    use("debt_matching_a", true, Stage::in_use);
    use("debt_matching_b", true, Stage::implementation);
    for (const Sourcing sourcing : {Sourcing::vendor, Sourcing::own_build}) {
        Project& project = world.municipalities[0].projects.emplace_back();
        project.use_case = static_cast<std::uint8_t>(find_use_case("welfare_risk_scoring"));
        project.stage = Stage::in_use;
        project.sourcing = sourcing;
    }
    std::vector<UseCaseYear> rows;
    UseCaseCounter().end_year(world, use_case_count, rows);
    const UseCaseYear& welfare = row_of(rows, Domain::social, find_use_case("welfare_risk_scoring"));
    EXPECT_EQ(welfare.in_use, 3);
    EXPECT_EQ(welfare.own(), 1);
    EXPECT_EQ(welfare.bought, 2) << "from a vendor, and built together with others";
    EXPECT_EQ(row_of(rows, Domain::social, find_use_case("signal_cross_match")).national, 1);
    const UseCaseYear& debts = row_of(rows, Domain::social, find_use_case("debt_early_signalling"));
    EXPECT_EQ(debts.mandated, 1) << "what is being implemented is no use";
    EXPECT_EQ(debts.in_use, 0) << "nobody chose it";
}

TEST(UseCaseCounter, adds_up_to_the_outcomes_of_the_domains_whether_events_are_kept_or_not) {
    const auto scenario = std::make_shared<const Scenario>(claims::small_scenario("baseline", 20, 96));
    const Country country = claims::country_of(*scenario);
    const auto history_of = [&](bool keep_events) {
        ReplicateRun run(scenario, country, 1, 0, keep_events);
        while (!run.finished()) run.pass_month();
        return run.take_history();
    };
    const History kept = history_of(true);
    const History unkept = history_of(false);
    EXPECT_TRUE(unkept.events.empty());
    EXPECT_EQ(kept.fingerprint, unkept.fingerprint);
    ASSERT_EQ(kept.use_cases.size(), 8 * domain_count * use_case_count);
    for (const Domain domain : {Domain::social, Domain::physical}) {
        double in_use = 0, started = 0, incidents = 0, harm = 0;
        for (std::size_t i = 0; i < kept.use_cases.size(); ++i) {
            const UseCaseYear& row = kept.use_cases[i];
            EXPECT_EQ(row.in_use, unkept.use_cases[i].in_use);
            EXPECT_EQ(row.started, unkept.use_cases[i].started);
            if (row.domain != domain) continue;
            started += row.started;
            incidents += row.incidents;
            if (row.year == 2022) in_use += row.in_use;
        }
        for (int month = 0; month < 96; ++month) harm += kept.domain_value(month, domain, find_domain_outcome("harm"));
        const auto at_end = [&](const char* outcome) {
            return kept.domain_value(95, domain, find_domain_outcome(outcome));
        };
        EXPECT_EQ(in_use, at_end("in_use"));
        EXPECT_EQ(started, at_end("started"));
        EXPECT_EQ(incidents, at_end("incidents_so_far"));
        EXPECT_DOUBLE_EQ(harm, at_end("harm_so_far"));
        EXPECT_GT(started, 0);
    }
}

TEST(UseCaseCounter, goes_on_from_a_copy) {
    const auto scenario = std::make_shared<const Scenario>(claims::small_scenario("baseline", 10, 36));
    const Country country = claims::country_of(*scenario);
    ReplicateRun whole(scenario, country, 1, 0, false);
    while (whole.month() < 18) whole.pass_month();
    ReplicateRun copy(whole);
    while (!whole.finished()) whole.pass_month();
    while (!copy.finished()) copy.pass_month();
    const History one = whole.take_history();
    const History other = copy.take_history();
    ASSERT_EQ(one.use_cases.size(), other.use_cases.size());
    for (std::size_t i = 0; i < one.use_cases.size(); ++i) {
        EXPECT_EQ(one.use_cases[i].started, other.use_cases[i].started);
        EXPECT_EQ(one.use_cases[i].in_use, other.use_cases[i].in_use);
    }
    EXPECT_EQ(one.domain_value(35, Domain::physical, find_domain_outcome("harm_so_far")),
              other.domain_value(35, Domain::physical, find_domain_outcome("harm_so_far")));
}

}  // namespace algemeente
