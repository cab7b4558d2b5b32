#include "netherlands/country_of.h"

#include "netherlands/real_country.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <thread>

namespace algemeente {

namespace {

/// What a country says of its municipalities, as far as parameters can reach.
bool same(const Country& one, const Country& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const auto& a, const auto& b) {
        return a.gm_code == b.gm_code && a.population == b.population && a.fiscal_factor == b.fiscal_factor &&
               a.change_factor == b.change_factor && a.staff_served_population == b.staff_served_population &&
               a.employees == b.employees && a.employees_social == b.employees_social &&
               a.employees_physical == b.employees_physical && a.joint_sources_share == b.joint_sources_share &&
               a.caseload_ratio == b.caseload_ratio && a.region == b.region && a.neighbours == b.neighbours;
    });
}

Scenario sample_of(int count, Population population) {
    Scenario scenario;
    scenario.municipalities = {MunicipalityChoice::Kind::sample, count, {}};
    scenario.population = population;
    return scenario;
}

/// Counts the parameters that move a country, and checks that they are exactly those of its key. Tried at both ends of
/// their range, since a limit may bind on one side only.
template <typename Make>
int parameters_that_matter(Population population, const Make& make) {
    const Country standard = make(Parameters{});
    int matter = 0;
    for (const ParameterInfo& row : parameter_table()) {
        bool matters = false;
        for (const double end : {row.low, row.high}) {
            Parameters parameters;
            parameters.*row.value = end;
            matters = matters || !same(make(parameters), standard);
        }
        EXPECT_EQ(matters, is_parameter_of_country(row.name, population)) << row.name;
        matter += matters ? 1 : 0;
    }
    return matter;
}

}  // namespace

TEST(CountryKey, holds_every_parameter_that_a_synthetic_country_is_made_with) {
    EXPECT_EQ(parameters_that_matter(Population::synthetic,
                                     [](const Parameters& p) { return draw_synthetic_country(100, 1, 0, p); }),
              2);
}

TEST(CountryKey, holds_every_parameter_that_the_real_country_is_made_with) {
    EXPECT_EQ(parameters_that_matter(Population::real,
                                     [](const Parameters& p) { return read_netherlands(real_data_folder(), p); }),
              4);
}

TEST(CountryKey, differs_with_what_it_holds_and_with_nothing_else) {
    const Scenario real = sample_of(10, Population::real);
    const CountryKey key = country_key(real, 1);
    EXPECT_EQ(country_key(real, 2, 3), key) << "the real country has no random draws";
    Scenario other = real;
    other.title = "Other words";
    other.parameters.support_base += 1;
    other.parameters.months = 12;
    other.changes.push_back({.lever = "joint_sources_half_eur_per_inhabitant", .value = 500, .from_month = 60});
    EXPECT_EQ(country_key(other, 1), key);
    other.parameters.joint_sources_half_eur_per_inhabitant = 500;
    EXPECT_NE(country_key(other, 1), key);
    EXPECT_NE(country_key(sample_of(11, Population::real), 1), key);

    const Scenario drawn = sample_of(10, Population::synthetic);
    EXPECT_NE(country_key(drawn, 1), key);
    EXPECT_NE(country_key(drawn, 1), country_key(drawn, 2));
    EXPECT_NE(country_key(drawn, 1, 0), country_key(drawn, 1, 1));
}

TEST(CountryOf, is_the_country_that_the_parts_make) {
    const Scenario real = sample_of(20, Population::real);
    EXPECT_TRUE(same(country_of(real, 1),
                     choose_municipalities(read_netherlands(data_folder(), real.parameters), real.municipalities)));
    Scenario drawn = sample_of(20, Population::synthetic);
    drawn.parameters.fiscal_low = 0.7;
    EXPECT_TRUE(same(country_of(drawn, 5, 2), draw_synthetic_country(20, 5, 2, drawn.parameters)));
}

TEST(CountryOf, a_synthetic_population_needs_a_number) {
    Scenario scenario;
    scenario.name = "mine";
    scenario.population = Population::synthetic;
    try {
        country_of(scenario, 1);
        FAIL() << "accepted";
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "mine: world.municipalities: a synthetic population needs a number of municipalities, "
                     "for example 100");
    }
}

TEST(Countries, makes_an_equal_country_once) {
    Countries countries;
    const Scenario first = sample_of(10, Population::real);
    Scenario alike = first;
    alike.parameters.support_base += 1;
    Scenario other = first;
    other.parameters.national_employees = 150000;
    EXPECT_EQ(countries.of(first, 1), countries.of(alike, 9, 3));
    EXPECT_NE(countries.of(first, 1), countries.of(other, 1));
    EXPECT_TRUE(same(*countries.of(other, 1), country_of(other, 1)));
}

TEST(Countries, forgets_the_oldest_and_makes_it_again) {
    Countries countries;
    const Scenario drawn = sample_of(5, Population::synthetic);
    const auto kept = countries.of(drawn, 1, 0);
    for (std::uint64_t replicate = 1; replicate < 40; ++replicate) countries.of(drawn, 1, replicate);
    const auto again = countries.of(drawn, 1, 0);
    EXPECT_NE(again, kept);
    EXPECT_TRUE(same(*again, *kept));
}

TEST(Countries, may_be_asked_by_several_threads) {
    Countries countries;
    const Scenario drawn = sample_of(30, Population::synthetic);
    std::vector<std::thread> threads;
    std::array<std::shared_ptr<const Country>, 4> found;
    for (std::size_t i = 0; i < found.size(); ++i)
        threads.emplace_back([&, i] {
            for (std::uint64_t replicate = 0; replicate < 50; ++replicate) countries.of(drawn, 1, replicate % 20);
            found[i] = countries.of(drawn, 1, 0);
        });
    for (std::thread& thread : threads) thread.join();
    for (const auto& country : found) EXPECT_TRUE(same(*country, country_of(drawn, 1, 0)));
}

}  // namespace algemeente
