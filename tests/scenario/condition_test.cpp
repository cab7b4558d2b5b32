// Conditions of changes as text: what they mean, and the one way in which they are written.
#include "scenario/condition.h"

#include "parameters/outcomes.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace algemeente {

TEST(Condition, compares_an_outcome_of_a_domain_with_a_number) {
    const Condition condition = condition_from("incidents_so_far.social > 12");
    ASSERT_EQ(condition.size(), 1U);
    EXPECT_EQ(condition[0].outcome, find_domain_outcome("incidents_so_far"));
    EXPECT_EQ(condition[0].domain, Domain::social);
    EXPECT_EQ(condition[0].comparison, Comparison::above);
    EXPECT_EQ(condition[0].number, 12);
}

TEST(Condition, of_the_nation_names_no_domain) {
    const Condition condition = condition_from("mean_trust <= 0.4");
    ASSERT_EQ(condition.size(), 1U);
    EXPECT_EQ(condition[0].outcome, find_national_outcome("mean_trust"));
    EXPECT_FALSE(condition[0].domain.has_value());
}

TEST(Condition, draws_the_line_where_its_sign_says) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const struct {
        const char* text;
        bool below, at, above;
    } cases[] = {{"in_use.physical > 5", false, false, true},
                 {"in_use.physical >= 5", false, true, true},
                 {"in_use.physical < 5", true, false, false},
                 {"in_use.physical <= 5", true, true, false}};
    for (const auto& one : cases) {
        const Clause clause = condition_from(one.text).front();
        EXPECT_EQ(clause.holds(4.5), one.below) << one.text;
        EXPECT_EQ(clause.holds(5), one.at) << one.text;
        EXPECT_EQ(clause.holds(5.5), one.above) << one.text;
        EXPECT_FALSE(clause.holds(nan)) << one.text << ": what does not exist meets nothing";
    }
}

TEST(Condition, is_written_in_one_way_whatever_its_spaces) {
    const std::string written = "in_use.social >= 5 and mean_trust < 0.25 and severity.physical > -1.5";
    for (const char* text : {"in_use.social>=5 and mean_trust<.25 and severity.physical>-1.5",
                             "  in_use.social   >=  5.0  and\tmean_trust < 0.250 and severity.physical > -1.5  "})
        EXPECT_EQ(condition_text(condition_from(text)), written);
    EXPECT_EQ(condition_text(condition_from(written)), written);
    EXPECT_EQ(condition_from(written), condition_from(condition_text(condition_from(written))));
}

TEST(Condition, can_name_every_outcome) {
    for (const OutcomeInfo& row : domain_outcomes())
        for (const std::string_view domain : domain_ids) {
            const std::string text = std::string(row.name) + "." + std::string(domain) + " > 1";
            EXPECT_EQ(condition_text(condition_from(text)), text);
        }
    for (const OutcomeInfo& row : national_outcomes()) {
        const std::string text = std::string(row.name) + " < 2";
        EXPECT_EQ(condition_text(condition_from(text)), text);
    }
}

TEST(Condition, that_is_none_is_refused) {
    for (const char* text : {"", " ", "and", "in_use.social", "in_use.social >", "> 5", "in_use.social > 5 and",
                             "in_use.social > 5 mean_trust < 1", "in_use.social > nan", "in_use.social == 5",
                             "in_use. > 5", ".social > 5", "5 > in_use.social"})
        EXPECT_THROW(condition_from(text), InputError) << text;
}

TEST(Condition, on_what_suppliers_do_says_so) {
    EXPECT_EQ(problem_without_suppliers(condition_from("in_use.social > 5")), "");
    EXPECT_NE(problem_without_suppliers(condition_from("in_use.social > 5 and registered.social > 5"))
                  .find("'registered.social' is counted only where suppliers take part"),
              std::string::npos);
}

}  // namespace algemeente
