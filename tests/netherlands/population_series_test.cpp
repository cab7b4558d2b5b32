#include "netherlands/population_series.h"

#include "netherlands/real_country.h"

namespace algemeente {

namespace {

TEST(PopulationSeries, of_a_normal_municipality_is_as_published_and_flat_outside) {
    const std::vector<double> rotterdam = {634660, 634660, 634660, 638712, 644618, 651157, 651631, 655468,
                                           663900, 670610, 672960, 673804, 673804, 673804, 673804};
    EXPECT_EQ(named(real_country(), "Rotterdam").population_by_year, rotterdam);
}

TEST(PopulationSeries, of_a_merged_municipality_is_flat_before_the_merger) {
    // Groningen took in Haren and Ten Boer on 1 January 2019 and kept its code
    const std::vector<double> groningen = {231299, 231299, 231299, 231299, 231299, 232874, 233273, 234950,
                                           238147, 243768, 244441, 244427, 244427, 244427, 244427};
    EXPECT_EQ(named(real_country(), "Groningen").population_by_year, groningen);
    // Het Hogeland got a new code in 2019
    const std::vector<double>& hogeland = named(real_country(), "Het Hogeland").population_by_year;
    EXPECT_EQ(hogeland[0], 47888);
    EXPECT_EQ(hogeland[3], 47888);
    EXPECT_EQ(hogeland[5], 47801);
}

TEST(PopulationSeries, does_not_return_to_years_before_a_merger) {
    const std::vector<double> series = population_series({{2019, 1000},
                                                          {2020, 1010},
                                                          {2021, 2000},
                                                          {2022, 2010},
                                                          {2023, 2020},
                                                          {2024, 2500},
                                                          {2025, 2600},
                                                          {2026, 2700}});
    EXPECT_EQ(series, (std::vector<double>{2000, 2000, 2000, 2000, 2000, 2000, 2000, 2010, 2020, 2500, 2600, 2700, 2700,
                                           2700, 2700}));
}

TEST(PopulationSeries, accepts_a_step_of_exactly_six_percent_and_no_more) {
    const std::map<int, double> published = {{2021, 999}, {2022, 1000}, {2023, 1060}, {2024, 1}, {2025, 1}, {2026, 1}};
    std::map<int, double> above = published;
    above[2023] = 1061;
    EXPECT_EQ(population_series(published)[2022 - 2015], 1000);
    EXPECT_EQ(population_series(published)[2015 - 2015], 999);
    EXPECT_EQ(population_series(above)[2022 - 2015], 1061);
}

TEST(PopulationSeries, needs_every_year_since_the_boundaries_of_today) {
    EXPECT_EQ(first_missing_year({{2023, 1}, {2024, 1}, {2025, 1}, {2026, 1}}), 0);
    EXPECT_EQ(first_missing_year({{2023, 1}, {2024, 1}, {2026, 1}}), 2025);
}

TEST(PopulationSeries, agrees_with_the_population_of_2024) {
    for (const MunicipalityFacts& m : real_country()) {
        ASSERT_EQ(m.population_by_year.size(), population_years);
        EXPECT_EQ(m.population_by_year[2024 - 2015], m.population) << m.name;
    }
}

TEST(PopulationSeries, names_the_place_of_a_year_that_stands_twice) {
    const auto file =
        written(fresh_folder() / "p.csv", "gm_code,year,population\nGM0014,2023,5\nGM0014,2023,6\nGM0014,2024,0\n");
    EXPECT_EQ(input_error([&] { read_populations(CsvTable(file)); }),
              file.string() + ":3: year: this year is listed twice");
}

}  // namespace

}  // namespace algemeente
