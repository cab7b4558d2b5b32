// The price of a scenario in the report.
#include "output/fake_ensemble.h"
#include "output/report.h"
#include "output/results.h"

#include <gtest/gtest.h>

#include <string>

namespace algemeente {
namespace {

std::string page_of(const std::vector<std::string>& scenarios, present::Language language) {
    const RunDescription run = {"compare", "algemeente compare a.toml b.toml --out results", language};
    return report_page(fake_ensemble(scenarios), run);
}

std::size_t count_of(const std::string& text, std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

}  // namespace

TEST(ReportPrice, stands_beside_each_scenario_that_is_compared) {
    const std::string page = page_of({"baseline", "one", "two"}, present::Language::en);
    EXPECT_EQ(count_of(page, "Price: what it gives, what it takes, and whom it touches"), 2U);
    EXPECT_NE(page.find("Cost of policy so far (EUR)"), std::string::npos);
    EXPECT_NE(page.find("Policy: privacy officers (person-months)"), std::string::npos);
    EXPECT_NE(page.find("Share of harm around income support"), std::string::npos);
    EXPECT_NE(page_of({"baseline", "one"}, present::Language::nl).find("Kosten van beleid tot nu toe (euro)"),
              std::string::npos);
}

TEST(ReportPrice, is_none_of_a_single_scenario) {
    EXPECT_EQ(count_of(page_of({"baseline"}, present::Language::en), "Price: what it gives"), 0U);
}

}  // namespace algemeente
