#include "netherlands/real_country.h"

#include <array>
#include <set>

namespace algemeente {

namespace {

using Kind = MunicipalityChoice::Kind;

Country sample(int count) {
    return choose_municipalities(real_country(), {.kind = Kind::sample, .count = count});
}

Country listed(std::vector<std::string> codes) {
    return choose_municipalities(real_country(), {.kind = Kind::listed, .gm_codes = std::move(codes)});
}

std::array<int, size_class_count> class_counts(const Country& country) {
    std::array<int, size_class_count> counts{};
    for (const MunicipalityFacts& m : country) ++counts[static_cast<std::size_t>(m.size_class)];
    return counts;
}

std::set<std::uint32_t> keys_of(const Country& country) {
    std::set<std::uint32_t> keys;
    for (const MunicipalityFacts& m : country) keys.insert(m.key);
    return keys;
}

TEST(ChooseMunicipalities, all_are_all) {
    EXPECT_EQ(choose_municipalities(real_country(), {}).size(), 342U);
    EXPECT_EQ(sample(342).size(), 342U);
}

TEST(ChooseMunicipalities, a_sample_keeps_the_mix_of_sizes) {
    ASSERT_EQ(class_counts(real_country()), (std::array<int, 5>{65, 182, 63, 24, 8}));
    EXPECT_EQ(class_counts(sample(100)), (std::array<int, 5>{19, 53, 19, 7, 2}));
    EXPECT_EQ(class_counts(sample(40)), (std::array<int, 5>{8, 21, 7, 3, 1}));
}

TEST(ChooseMunicipalities, a_sample_of_five_or_more_has_every_size_class) {
    for (int count = 1; count <= 342; ++count) {
        const Country chosen = sample(count);
        ASSERT_EQ(chosen.size(), static_cast<std::size_t>(count));
        const auto counts = class_counts(chosen);
        const bool has_room = count >= size_class_count;
        EXPECT_TRUE(!has_room || *std::min_element(counts.begin(), counts.end()) > 0) << count;
    }
}

TEST(ChooseMunicipalities, a_sample_is_the_same_for_every_seed) {
    // the choice knows no seed; these would change with the luck or with the order of purposes
    std::vector<std::string> names;
    for (const MunicipalityFacts& m : sample(5)) names.push_back(m.name);
    EXPECT_EQ(names, (std::vector<std::string>{"Emmen", "Doetinchem", "Montfoort", "Tilburg", "Eemsdelta"}));
}

TEST(ChooseMunicipalities, a_sample_of_100_contains_the_sample_of_40) {
    const auto few = keys_of(sample(40));
    const auto many = keys_of(sample(100));
    EXPECT_TRUE(std::includes(many.begin(), many.end(), few.begin(), few.end()));
}

TEST(ChooseMunicipalities, only_chosen_neighbours_stay_neighbours) {
    const Country chosen = listed({"GM0363", "GM0384", "GM0599"});
    ASSERT_EQ(chosen.size(), 3U);
    EXPECT_EQ(chosen[0].neighbours, std::vector<std::uint32_t>{384});  // Amsterdam borders Diemen
    EXPECT_EQ(chosen[1].neighbours, std::vector<std::uint32_t>{363});
    EXPECT_TRUE(chosen[2].neighbours.empty());
}

TEST(ChooseMunicipalities, a_list_takes_codes_and_names_in_any_order_and_repeats_nobody) {
    const Country chosen = listed({"Rotterdam", "GM0363", "Amsterdam"});
    ASSERT_EQ(chosen.size(), 2U);
    EXPECT_EQ(chosen[0].name, "Amsterdam");
    EXPECT_EQ(chosen[1].name, "Rotterdam");
}

TEST(ChooseMunicipalities, an_unknown_municipality_is_refused_with_the_nearest) {
    EXPECT_EQ(input_error([] {
                  listed({"GM0363", "GM9999"});
              }),
              "municipalities: 'GM9999' is no municipality; did you mean 'GM0299'?");
    EXPECT_EQ(input_error([] { listed({"Amsterdm"}); }),
              "municipalities: 'Amsterdm' is no municipality; did you mean 'Amsterdam'?");
    for (const std::string text : {"-1", "GM036", "GM03633", "all", "?"})
        EXPECT_NE(input_error([&] { listed({text}); }).find("is no municipality"), std::string::npos) << text;
    EXPECT_EQ(input_error([] { listed({}); }), "municipalities: the list is empty");
}

TEST(ChooseMunicipalities, an_impossible_sample_is_refused) {
    EXPECT_EQ(input_error([] { sample(0); }), "municipalities: a sample of 0 is impossible (choose 1 to 342)");
    EXPECT_EQ(input_error([] { sample(343); }), "municipalities: a sample of 343 is impossible (choose 1 to 342)");
}

}  // namespace

}  // namespace algemeente
