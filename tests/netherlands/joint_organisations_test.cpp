#include "netherlands/joint_organisations.h"

#include "netherlands/csv_table.h"
#include "netherlands/real_country.h"

#include <set>

namespace algemeente {

namespace {

using Names = std::set<std::string>;

/// Whether staff is joint, read again from the file.
std::vector<bool> real_joint_marks() {
    const CsvTable table(real_data_folder() / "municipalities.csv");
    std::set<std::uint32_t> joint;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        if (table.whole_number(row, "joint_staff_org") == 1) joint.insert(table.municipality_key(row, "gm_code"));
    }
    std::vector<bool> marks;
    for (const MunicipalityFacts& m : real_country()) marks.push_back(joint.contains(m.key));
    return marks;
}

TEST(JointOrganisations, are_exactly_the_known_ones) {
    const std::set<Names> known = {{"De Wolden", "Hoogeveen"},
                                   {"Dinkelland", "Tubbergen"},                          // Noaberkracht
                                   {"Druten", "Wijchen"},                                //
                                   {"Duiven", "Westervoort"},                            // 1Stroom
                                   {"Blaricum", "Eemnes", "Laren (NH.)"},                // BEL
                                   {"Bergen (NH.)", "Uitgeest", "Castricum", "Heiloo"},  // BUCH
                                   {"Stede Broec", "Enkhuizen", "Drechterland"},         // SED
                                   {"Oostzaan", "Wormerland"},                           // OVER-gemeenten
                                   {"Hillegom", "Lisse", "Teylingen"},                   // HLTsamen
                                   {"Alphen-Chaam", "Baarle-Nassau", "Gilze en Rijen"},  // ABG
                                   {"Boxtel", "Sint-Michielsgestel"},                    // Dichtbij
                                   {"Aalsmeer"},                                         // staff of Amstelveen
                                   {"Zandvoort"},                                        // staff of Haarlem
                                   {"Oudewater"}};                                       // staff of Woerden
    std::set<Names> found;
    std::size_t members = 0;
    for (const std::vector<std::size_t>& group : joint_organisations(real_country(), real_joint_marks())) {
        Names names;
        for (const std::size_t i : group) names.insert(real_country()[i].name);
        members += names.size();
        found.insert(names);
    }
    EXPECT_EQ(found, known);
    EXPECT_EQ(members, 31U);
}

TEST(JointOrganisations, serve_the_inhabitants_of_all_their_members) {
    const Country& country = real_country();
    EXPECT_EQ(named(country, "Druten").staff_served_population, 19590 + 41545);
    EXPECT_EQ(named(country, "Wijchen").staff_served_population, 19590 + 41545);
    EXPECT_EQ(named(country, "Uitgeest").staff_served_population, 29932 + 13400 + 36366 + 24312);
    EXPECT_EQ(named(country, "Zandvoort").staff_served_population, 17469);
    EXPECT_EQ(named(country, "Amsterdam").staff_served_population, 931298);
}

TEST(JointOrganisations, reach_over_several_borders_but_not_through_others) {
    // 1 - 2 - 3 - 4 - 5 in a row; all but 4 are joint
    Country country(5);
    for (std::uint32_t i = 0; i < 5; ++i) {
        country[i].key = i + 1;
        if (i > 0) country[i].neighbours.push_back(i);
        if (i < 4) country[i].neighbours.push_back(i + 2);
    }
    const std::vector<std::vector<std::size_t>> expected = {{0, 1, 2}, {4}};
    EXPECT_EQ(joint_organisations(country, {true, true, true, false, true}), expected);
}

}  // namespace

}  // namespace algemeente
