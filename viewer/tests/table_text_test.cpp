// The table of what is on the screen, as a file and for the clipboard.
#include "viewer/commands/table_text.h"

#include <gtest/gtest.h>

#include <limits>

namespace algemeente::viewer {
namespace {

/// One scenario of that name; in the first month the social domain has one run with the value 2.5.
std::string table_of(const std::string& name, TableForm form) {
    auto scenario = std::make_shared<Scenario>();
    scenario->name = name;
    EnsembleSummary summary;
    summary.scenarios.push_back({scenario, {}});
    OutcomeFans fans;
    const std::vector<double> known = {2.5};
    const std::vector<double> unknown = {std::numeric_limits<double>::quiet_NaN()};
    fans.domains.push_back({Fan{band_over(known)}, Fan{band_over(unknown)}});
    fans.outcome = find_domain_outcome("in_use");
    return table_text(summary, fans, {.slots = {0}, .last_month = 100}, form);
}

TEST(TableText, QuotesANameWithACommaSoThatColumnsStayInPlace) {
    EXPECT_EQ(table_of("first, \"second\"", TableForm::csv),
              "outcome,scenario,domain,month,replicates,p05,p25,p50,p75,p95,letter,quantity\n"
              "in_use,\"first, \"\"second\"\"\",social,2015-01,1,2.5,2.5,2.5,2.5,2.5,A,value\n"
              "in_use,\"first, \"\"second\"\"\",physical,2015-01,0,,,,,,A,value\n");
}

TEST(TableText, KeepsACellOfTheClipboardInOneCell) {
    EXPECT_EQ(table_of("first\tsecond\nthird", TableForm::tsv),
              "outcome\tscenario\tdomain\tmonth\treplicates\tp05\tp25\tp50\tp75\tp95\tletter\tquantity\n"
              "in_use\tfirst second third\tsocial\t2015-01\t1\t2.5\t2.5\t2.5\t2.5\t2.5\tA\tvalue\n"
              "in_use\tfirst second third\tphysical\t2015-01\t0\t\t\t\t\t\tA\tvalue\n");
}

TEST(TableText, HasTheScenariosMonthsAndDifferencesThatAreShown) {
    auto scenario = std::make_shared<Scenario>();
    scenario->name = "same";
    EnsembleSummary summary;
    OutcomeFans fans;
    fans.outcome = find_domain_outcome("in_use");
    for (const double value : {1.0, 4.0}) {
        const std::vector<double> known = {value};
        const std::vector<double> apart = {value - 1};
        summary.scenarios.push_back({scenario, {}});
        fans.domains.push_back({Fan(3, band_over(known)), Fan(3, band_over(known))});
        fans.differences.push_back({Fan(3, band_over(apart)), Fan(3, band_over(apart))});
    }
    const TableRows shown{.slots = {1}, .first_month = 1, .last_month = 1, .differences = true};
    EXPECT_EQ(table_text(summary, fans, shown, TableForm::csv),
              "outcome,scenario,domain,month,replicates,p05,p25,p50,p75,p95,letter,quantity\n"
              "in_use,same,social,2015-02,1,4,4,4,4,4,B,value\n"
              "in_use,same,physical,2015-02,1,4,4,4,4,4,B,value\n"
              "in_use,same,social,2015-02,1,3,3,3,3,3,B,difference to A\n"
              "in_use,same,physical,2015-02,1,3,3,3,3,3,B,difference to A\n");
}

}  // namespace
}  // namespace algemeente::viewer
