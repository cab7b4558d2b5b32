#include "front/levers_to_choose.h"

#include "observe/policy_prices.h"
#include "parameters/parameters.h"
#include "text/error.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace algemeente {
namespace {

/// A search file with this for its levers.
struct SearchFile {
    explicit SearchFile(const std::string& levers)
        : path(std::filesystem::path(testing::TempDir()) / ("levers_" + std::to_string(getpid()) + ".toml")) {
        std::ofstream(path) << "title = \"x\"\n" << levers;
    }
    ~SearchFile() { std::filesystem::remove(path); }
    SearchFile(const SearchFile&) = delete;
    SearchFile& operator=(const SearchFile&) = delete;

    std::filesystem::path path;
};

TEST(LeversToChoose, AreThoseOfTheSearchThatShipsInItsOrder) {
    const std::vector<LeverToChoose> levers = read_levers_to_choose(shipped_search());
    ASSERT_EQ(levers.size(), 8U) << "eight in scenarios/search/packages.toml";
    EXPECT_EQ(levers[0].lever, "standards_programme");
    EXPECT_EQ(levers[0].values, (std::vector<double>{0.005, 0.015, 0.03}));
    EXPECT_EQ(levers[0].from_month, 72);
    for (const LeverToChoose& one : levers) {
        EXPECT_EQ(find_parameter(one.lever)->role, Role::lever) << one.lever;
        EXPECT_TRUE(std::any_of(lever_prices().begin(), lever_prices().end(), [&](const LeverPrice& price) {
            return price.lever == one.lever;
        })) << one.lever;
    }
}

TEST(LeversToChoose, ArePlainDecisionsWithAPriceAndAnotherValueThanTheStandardOne) {
    const SearchFile file(
        "[[lever]]\nname = \"prediction_ambition\"\nvalues = [0.5, 0.25, 0]\nfrom = \"2022-07\"\n"
        "[[lever]]\nname = \"media_shock_scale\"\nvalues = [0]\nfrom = \"2021-01\"\n");
    const std::vector<LeverToChoose> levers = read_levers_to_choose(file.path);
    ASSERT_EQ(levers.size(), 1U) << "nobody decides what the media write";
    EXPECT_EQ(levers[0].values, (std::vector<double>{0, 0.25})) << "0.5 is how it is";
    EXPECT_EQ(levers[0].from_month, 90);
}

TEST(LeversToChoose, SayWhereTheirFileIsWrong) {
    const auto problem = [](const std::string& levers) {
        const SearchFile file(levers);
        try {
            read_levers_to_choose(file.path);
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_NE(problem("").find("lever"), std::string::npos);
    EXPECT_NE(
        problem("[[lever]]\nname = \"ethics_comittee\"\nvalues = [1]\nfrom = \"2021-01\"\n").find("ethics_committee"),
        std::string::npos);
    EXPECT_NE(problem("[[lever]]\nname = \"ethics_committee\"\nvalues = [7]\nfrom = \"2021-01\"\n").find(":4"),
              std::string::npos);
    EXPECT_NE(problem("[[lever]]\nname = \"ethics_committee\"\nvalues = [1]\nfrom = [\"soon\"]\n").find("YYYY-MM"),
              std::string::npos);
}

}  // namespace
}  // namespace algemeente
