#include "netherlands/real_country.h"

#include <cstdlib>
#include <set>

namespace algemeente {

namespace {

const std::string headings =
    "gm_code,name,population_2024,council_seats_2026,safety_region,spend_income_support_eur_pp,"
    "joint_arrangements_eur_pp,joint_staff_org,payroll_eur_pp,hired_staff_eur_pp,staff_cost_social_eur_pp,"
    "staff_cost_physical_eur_pp\n";

/// Three municipalities in a row, written to a fresh folder.
std::filesystem::path small_data() {
    const auto folder = fresh_folder();
    written(folder / "municipalities.csv", headings +
                                               "GM0003,Drie,30000,21,Oost,400,100,0,500,100,200,100\n"
                                               "GM0001,Een,10000,13,West,200,0,0,400,50,100,100\n"
                                               "GM0002,Twee,60000,31,West,600,-20,1,50,0,10,10\n");
    std::string populations = "gm_code,year,population\n";
    for (const std::string code : {"GM0001", "GM0002", "GM0003"}) {
        for (const std::string year : {"2023", "2024", "2025", "2026"}) populations += code + "," + year + ",30000\n";
    }
    written(folder / "population_2017_2026.csv", populations);
    written(folder / "municipality_adjacency.csv", "gm_code_a,gm_code_b\nGM0001,GM0002\nGM0002,GM0003\n");
    return folder;
}

std::string reading_error(const std::filesystem::path& folder) {
    return input_error([&] { read_netherlands(folder, Parameters{}); });
}

TEST(Netherlands, has_342_municipalities_sorted_by_key_with_all_inhabitants_of_2024) {
    const Country& country = real_country();
    ASSERT_EQ(country.size(), 342U);
    double population = 0;
    for (std::size_t i = 0; i < country.size(); ++i) {
        population += country[i].population;
        EXPECT_TRUE(i == 0 || country[i - 1].key < country[i].key);
        EXPECT_EQ(country[i].size_class, size_class_of(country[i].population));
        EXPECT_GE(country[i].joint_sources_share, 0);
        EXPECT_LE(country[i].joint_sources_share, 0.8);
        EXPECT_GT(country[i].caseload_ratio, 0);
    }
    EXPECT_EQ(population, 17942942);
}

TEST(Netherlands, gives_amsterdam_its_code_key_region_and_council) {
    const MunicipalityFacts& amsterdam = named(real_country(), "Amsterdam");
    EXPECT_EQ(amsterdam.gm_code, "GM0363");
    EXPECT_EQ(amsterdam.key, 363U);
    EXPECT_EQ(amsterdam.region, "Amsterdam-Amstelland");
    EXPECT_EQ(amsterdam.council_seats, 45);
    EXPECT_EQ(amsterdam.size_class, 4);
}

TEST(Netherlands, has_25_regions) {
    std::set<std::string> regions;
    for (const MunicipalityFacts& m : real_country()) regions.insert(m.region);
    EXPECT_EQ(regions.size(), 25U);
}

TEST(Netherlands, has_881_borders_that_count_both_ways) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> borders;
    for (const MunicipalityFacts& m : real_country()) {
        for (const std::uint32_t neighbour : m.neighbours) borders.emplace(m.key, neighbour);
    }
    EXPECT_EQ(borders.size(), 2 * 881U);
    for (const auto& [one, other] : borders) EXPECT_TRUE(borders.contains({other, one})) << one << " " << other;
    EXPECT_TRUE(named(real_country(), "Texel").neighbours.empty());
}

TEST(Netherlands, has_a_mean_caseload_of_one) {
    double sum = 0;
    for (const MunicipalityFacts& m : real_country()) sum += m.caseload_ratio * m.population;
    EXPECT_NEAR(sum / 17942942, 1, 1e-12);
}

TEST(Netherlands, reads_a_small_country) {
    const Country country = read_netherlands(small_data(), Parameters{});
    ASSERT_EQ(country.size(), 3U);
    EXPECT_EQ(country[0].name, "Een");
    EXPECT_EQ(country[1].neighbours, (std::vector<std::uint32_t>{1, 3}));
    EXPECT_EQ(country[1].joint_sources_share, 0);  // the negative amount is a correction
    EXPECT_NEAR(country[2].joint_sources_share, 100.0 / 1100.0, 1e-12);
    EXPECT_NEAR(country[0].caseload_ratio, 0.4, 1e-12);  // 200 of a mean of (2 + 36 + 12) million / 100,000
}

TEST(Netherlands, names_the_place_of_a_wrong_cell) {
    const auto folder = small_data();
    const std::string row = "GM0001,Een,10000,13,West,200,0,0,400,50,100,100\n";
    const auto file = folder / "municipalities.csv";
    const std::string place = file.string();

    written(file, headings + row + "GM0002,Twee,veel,31,West,600,20,1,50,0,10,10\n");
    EXPECT_EQ(reading_error(folder), place + ":3: population_2024: 'veel' is not a number");
    written(file, headings + row + row);
    EXPECT_EQ(reading_error(folder), place + ":3: gm_code: this municipality is listed twice");
    written(file, headings + row + "GM0002,Twee,0,31,West,600,20,1,50,0,10,10\n");
    EXPECT_EQ(reading_error(folder), place + ":3: population_2024: must be above 0");
    written(file, headings);
    EXPECT_EQ(reading_error(folder), place + ": no municipalities");
    written(file, "gm_code,population_2024\nGM0001,5\n");
    EXPECT_EQ(reading_error(folder), place + ":1: name: no such column");
}

TEST(Netherlands, names_the_place_of_staff_that_cannot_be) {
    const auto folder = small_data();
    const auto file = folder / "municipalities.csv";
    const std::string others =
        "GM0001,Een,10000,13,West,200,0,0,400,50,100,100\nGM0002,Twee,60000,31,West,600,20,1,50,0,10,10\n";

    written(file, headings + others + "GM0003,Drie,30000,21,Oost,400,100,0,10,-10,200,100\n");
    EXPECT_EQ(reading_error(folder),
              file.string() + ":4: payroll_eur_pp: payroll and hired staff together must be above 0");
    written(file, headings + others + "GM0003,Drie,30000,21,Oost,400,100,2,10,10,200,100\n");
    EXPECT_EQ(reading_error(folder), file.string() + ":4: joint_staff_org: must be 0 or 1");
}

TEST(Netherlands, names_the_place_of_a_stranger_among_neighbours) {
    const auto folder = small_data();
    const auto file = written(folder / "municipality_adjacency.csv", "gm_code_a,gm_code_b\nGM0001,GM0009\n");
    EXPECT_EQ(reading_error(folder), file.string() + ":2: gm_code_b: 'GM0009' is not in municipalities.csv");
    written(file, "gm_code_a,gm_code_b\nGM0001,GM0001\n");
    EXPECT_EQ(reading_error(folder), file.string() + ":2: gm_code_b: a municipality is not its own neighbour");
}

TEST(Netherlands, names_a_year_without_population_and_a_missing_file) {
    const auto folder = small_data();
    const auto file = written(folder / "population_2017_2026.csv", "gm_code,year,population\nGM0001,2023,10000\n");
    EXPECT_EQ(reading_error(folder), file.string() + ": year: GM0001 has no row for 2024");
    std::filesystem::remove(folder / "municipality_adjacency.csv");
    written(folder / "population_2017_2026.csv", "gm_code,year,population\n");
    EXPECT_EQ(reading_error(folder), file.string() + ": year: GM0001 has no row for 2023");
    EXPECT_EQ(reading_error(folder / "nowhere"), (folder / "nowhere/municipalities.csv").string() + ": cannot be read");
}

TEST(DataFolder, is_the_environments_choice_or_the_one_of_the_build) {
    const char* before = std::getenv("ALGEMEENTE_DATA");  // NOLINT(concurrency-mt-unsafe)
    const std::string kept = before == nullptr ? "" : before;
    ::setenv("ALGEMEENTE_DATA", "/elsewhere", 1);  // NOLINT(concurrency-mt-unsafe)
    EXPECT_EQ(data_folder(), "/elsewhere");
    ::setenv("ALGEMEENTE_DATA", "", 1);  // NOLINT(concurrency-mt-unsafe)
    EXPECT_TRUE(std::filesystem::exists(data_folder() / "municipalities.csv"));
    if (!kept.empty()) ::setenv("ALGEMEENTE_DATA", kept.c_str(), 1);  // NOLINT(concurrency-mt-unsafe)
}

}  // namespace

}  // namespace algemeente
