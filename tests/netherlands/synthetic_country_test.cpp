#include "netherlands/quotas.h"
#include "netherlands/real_country.h"

#include <array>
#include <cmath>
#include <map>
#include <set>

namespace algemeente {

namespace {

Country drawn(int count, std::uint64_t seed = 1, std::uint64_t replicate = 0) {
    return draw_synthetic_country(count, seed, replicate, Parameters{});
}

std::array<int, size_class_count> class_counts(const Country& country) {
    std::array<int, size_class_count> counts{};
    for (const MunicipalityFacts& m : country) ++counts[static_cast<std::size_t>(m.size_class)];
    return counts;
}

TEST(SyntheticCountry, fills_the_quotas_of_the_size_classes) {
    EXPECT_EQ(class_counts(drawn(100)), (std::array<int, 5>{31, 49, 12, 6, 2}));
    EXPECT_EQ(class_counts(drawn(40)), (std::array<int, 5>{12, 20, 5, 2, 1}));
    EXPECT_EQ(class_counts(drawn(342)), (std::array<int, 5>{106, 168, 41, 20, 7}));
    EXPECT_EQ(drawn(1).size(), 1U);
}

TEST(SyntheticCountry, draws_whole_inhabitants_inside_the_class_they_count_for) {
    for (const MunicipalityFacts& m : drawn(1000)) {
        EXPECT_EQ(m.population, std::floor(m.population));
        EXPECT_GE(m.population, 5000);
        EXPECT_LT(m.population, 850000);
        EXPECT_EQ(m.size_class, size_class_of(m.population)) << m.population;
        EXPECT_EQ(m.population_by_year, std::vector<double>(15, m.population));
    }
}

TEST(SyntheticCountry, puts_ten_municipalities_of_mixed_size_in_each_region) {
    std::map<std::string, std::set<int>> classes;
    std::map<std::string, int> members;
    for (const MunicipalityFacts& m : drawn(100)) {
        ++members[m.region];
        classes[m.region].insert(m.size_class);
    }
    ASSERT_EQ(members.size(), 10U);
    for (const auto& [region, count] : members) {
        EXPECT_EQ(count, 10) << region;
        EXPECT_GE(classes[region].size(), 2U) << region;
    }
}

TEST(SyntheticCountry, fills_the_rest_as_specified) {
    const Parameters p;
    const Country country = drawn(40);
    EXPECT_EQ(country.front().gm_code, "SYN001");
    EXPECT_EQ(country.back().gm_code, "SYN040");
    EXPECT_EQ(country.back().key, 40U);
    for (const MunicipalityFacts& m : country) {
        EXPECT_GE(m.fiscal_factor, p.fiscal_low);
        EXPECT_LE(m.fiscal_factor, p.fiscal_high);
        EXPECT_EQ(m.change_factor, m.fiscal_factor);
        EXPECT_LT(m.joint_sources_share, 0);
        EXPECT_EQ(m.caseload_ratio, 1);
        EXPECT_NEAR(m.employees_social, 3.5 * m.population / 1000, 1e-9);
        EXPECT_EQ(m.employees_physical, m.employees_social);
        EXPECT_EQ(m.staff_served_population, m.population);
        EXPECT_EQ(m.council_seats, council_seats_of(m.population));
        EXPECT_TRUE(m.neighbours.empty());
    }
}

TEST(SyntheticCountry, is_the_same_for_the_same_seed_only) {
    EXPECT_EQ(drawn(40, 1)[0].population, drawn(40, 1)[0].population);
    EXPECT_NE(drawn(40, 1)[0].population, drawn(40, 2)[0].population);
    EXPECT_NE(drawn(40, 1)[0].population, drawn(40, 1, 1)[0].population);
}

TEST(SyntheticCountry, needs_at_least_one_municipality) {
    EXPECT_EQ(input_error([] { drawn(0); }), "municipalities: 0 is not a number of municipalities");
}

TEST(LargestRemainder, gives_what_is_left_to_the_largest_remainders) {
    EXPECT_EQ(largest_remainder(10, std::vector<double>{1, 1, 1}), (std::vector<int>{4, 3, 3}));
    EXPECT_EQ(largest_remainder(3, std::vector<double>{50, 30, 20}), (std::vector<int>{1, 1, 1}));
    EXPECT_EQ(largest_remainder(0, std::vector<double>{1, 0}), (std::vector<int>{0, 0}));
}

}  // namespace

}  // namespace algemeente
