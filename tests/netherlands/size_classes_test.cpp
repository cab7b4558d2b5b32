#include "netherlands/csv_table.h"
#include "netherlands/real_country.h"

namespace algemeente {

namespace {

TEST(SizeClasses, begin_at_their_lower_bound) {
    EXPECT_EQ(size_class_of(900), 0);
    EXPECT_EQ(size_class_of(19999), 0);
    EXPECT_EQ(size_class_of(20000), 1);
    EXPECT_EQ(size_class_of(50000), 2);
    EXPECT_EQ(size_class_of(100000), 3);
    EXPECT_EQ(size_class_of(199999), 3);
    EXPECT_EQ(size_class_of(200000), 4);
    EXPECT_EQ(size_class_word(0), "below 20,000");
    EXPECT_EQ(size_class_word(4), "200,000 and more");
}

TEST(CouncilSeats, follow_the_table_of_the_law_at_both_ends_of_every_row) {
    const CsvTable law(real_data_folder() / "council_seats_law.csv");
    ASSERT_EQ(law.row_count(), 17U);
    for (std::size_t row = 0; row < law.row_count(); ++row) {
        const int seats = law.whole_number(row, "council_seats");
        EXPECT_EQ(council_seats_of(law.number(row, "population_min")), seats);
        const bool is_last = row + 1 == law.row_count();
        EXPECT_EQ(council_seats_of(is_last ? 2e6 : law.number(row, "population_max")), seats);
    }
}

TEST(CouncilSeats, of_2026_are_those_the_law_gives_for_the_population_of_2025) {
    int all = 0;
    for (const MunicipalityFacts& m : real_country()) {
        EXPECT_EQ(m.council_seats, council_seats_of(m.population_by_year[2025 - 2015])) << m.name;
        all += m.council_seats;
    }
    EXPECT_EQ(all, 8598);
}

}  // namespace

}  // namespace algemeente
