#include "netherlands/staffing.h"

#include "netherlands/real_country.h"

namespace algemeente {

namespace {

double weighted_mean(const Country& country, double MunicipalityFacts::*value) {
    double sum = 0, population = 0;
    for (const MunicipalityFacts& m : country) {
        sum += m.*value * m.population;
        population += m.population;
    }
    return sum / population;
}

double sum_of(const Country& country, double MunicipalityFacts::*value) {
    double sum = 0;
    for (const MunicipalityFacts& m : country) sum += m.*value;
    return sum;
}

TEST(Staffing, fits_the_national_head_count) {
    EXPECT_NEAR(sum_of(real_country(), &MunicipalityFacts::employees), Parameters{}.national_employees, 1e-6);
    Parameters fewer;
    fewer.national_employees = 150000;
    EXPECT_NEAR(sum_of(read_netherlands(real_data_folder(), fewer), &MunicipalityFacts::employees), 150000, 1e-6);
}

TEST(Staffing, has_mean_factor_one_and_stays_in_bounds) {
    EXPECT_NEAR(weighted_mean(real_country(), &MunicipalityFacts::fiscal_factor), 1, 1e-12);
    EXPECT_NEAR(weighted_mean(real_country(), &MunicipalityFacts::change_factor), 1, 1e-12);
    for (const MunicipalityFacts& m : real_country()) {
        EXPECT_GT(m.fiscal_factor, 0.5) << m.name;
        EXPECT_LT(m.fiscal_factor, 1.5) << m.name;
        EXPECT_GT(m.change_factor, 0.5) << m.name;
        EXPECT_LT(m.change_factor, 1.5) << m.name;
        EXPECT_GE(m.employees_social, 0) << m.name;
        EXPECT_GE(m.employees_physical, 0) << m.name;
        EXPECT_LE(m.employees_social + m.employees_physical, m.employees) << m.name;
    }
}

// expected values computed independently in Python from municipalities.csv
TEST(Staffing, of_single_municipalities_equals_an_independent_calculation) {
    const MunicipalityFacts& deventer = named(real_country(), "Deventer");
    EXPECT_NEAR(deventer.fiscal_factor, 0.9437094222860556, 1e-9);
    EXPECT_NEAR(deventer.change_factor, 1.0322096535443839, 1e-9);
    const MunicipalityFacts& almelo = named(real_country(), "Almelo");
    EXPECT_NEAR(almelo.employees, 1018.7830376464074, 1e-6);
    EXPECT_NEAR(almelo.employees_social, 310.15457210953736, 1e-6);
    EXPECT_NEAR(almelo.employees_physical, 127.5802989724267, 1e-6);
    EXPECT_NEAR(almelo.joint_sources_share, 215.0 / 1215.0, 1e-12);
    EXPECT_NEAR(named(real_country(), "Rotterdam").caseload_ratio, 2.0726446494283546, 1e-9);
}

TEST(Staffing, of_joint_organisations_is_the_national_mean) {
    const MunicipalityFacts& boxtel = named(real_country(), "Boxtel");
    EXPECT_EQ(boxtel.fiscal_factor, 1);
    EXPECT_EQ(boxtel.change_factor, 1);
    EXPECT_NEAR(boxtel.employees, 358.86091032340187, 1e-6);
    EXPECT_NEAR(boxtel.employees_social, 78.39079014627161, 1e-6);
}

TEST(Staffing, booked_on_overhead_says_nothing_about_domains) {
    // Haarlemmermeer books 1.6 % of its staff on the two domains
    const MunicipalityFacts& haarlemmermeer = named(real_country(), "Haarlemmermeer");
    EXPECT_EQ(haarlemmermeer.change_factor, 1);
    EXPECT_NEAR(haarlemmermeer.fiscal_factor, 0.8557448336646302, 1e-9);
    EXPECT_NEAR(haarlemmermeer.employees_social, 304.6327174673471, 1e-6);
}

TEST(Staffing, follows_the_share_of_each_size_group_in_the_staff_monitor) {
    // A&O fonds Personeelsmonitor 2021: percent of all municipal employees, groups of the monitor
    const std::vector<double> monitor = {3.5, 24.0, 21.7, 24.0, 26.7};
    std::vector<double> groups(5, 0.0);
    for (const MunicipalityFacts& m : real_country()) {
        const bool is_four_largest =
            m.name == "Amsterdam" || m.name == "Rotterdam" || m.name == "'s-Gravenhage" || m.name == "Utrecht";
        const int group = is_four_largest ? 4 : std::min(m.size_class, 3);
        groups[static_cast<std::size_t>(group)] += m.employees;
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        EXPECT_NEAR(100 * groups[i] / Parameters{}.national_employees, monitor[i], 2.0) << "group " << i;
    }
}

TEST(Staffing, on_the_size_trend_gives_factor_one) {
    // cost per inhabitant grows with the square root of size: every residual is zero
    const std::vector<StaffAccounts> accounts = {
        {.population = 10000, .staff_cost = 100, .staff_cost_social = 50, .staff_cost_physical = 25},
        {.population = 40000, .staff_cost = 200, .staff_cost_social = 100, .staff_cost_physical = 50},
        {.population = 90000, .staff_cost = 300, .staff_cost_social = 150, .staff_cost_physical = 75}};
    Parameters p;
    p.national_employees = 3600;
    const std::vector<Staffing> staffing = staffing_of(accounts, p);
    for (const Staffing& s : staffing) EXPECT_NEAR(s.fiscal_factor, 1, 1e-12);
    EXPECT_NEAR(staffing[0].employees, 100, 1e-9);  // 1 of 1 + 8 + 27 million euro
    EXPECT_NEAR(staffing[2].employees, 2700, 1e-9);
    EXPECT_NEAR(staffing[2].employees_physical, 675, 1e-9);
}

}  // namespace

}  // namespace algemeente
