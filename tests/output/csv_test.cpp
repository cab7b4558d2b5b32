#include "netherlands/products.h"
#include "output/csv_file.h"
#include "output/csv_tables.h"
#include "output/fake_ensemble.h"

#include "text/error.h"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>
#include <string>
#include <vector>

namespace algemeente {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::istringstream text(read_text(file));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> cells_of(const std::string& line) {
    std::istringstream text(line + ",");
    std::vector<std::string> cells;
    for (std::string cell; std::getline(text, cell, ',');) cells.push_back(cell);
    return cells;
}

/// The cell of a row under a heading.
std::string cell(const std::vector<std::string>& lines, std::size_t row, const std::string& heading) {
    const std::vector<std::string> headings = cells_of(lines.at(0));
    for (std::size_t column = 0; column < headings.size(); ++column) {
        if (headings[column] == heading) return cells_of(lines.at(row)).at(column);
    }
    ADD_FAILURE() << "no column " << heading;
    return {};
}

std::string joined(std::string prefix, std::span<const OutcomeInfo> outcomes) {
    for (const OutcomeInfo& outcome : outcomes) prefix += "," + std::string(outcome.name);
    return prefix;
}

Event project_event(EventKind kind) {
    Event event;
    event.month = 80;
    event.kind = kind;
    event.birth_month = 74;
    event.ordinal = 1;
    return event;
}

}  // namespace

TEST(CsvFile, QuotesWordsOnlyWhereCsvAsksForIt) {
    const TemporaryFolder folder;
    CsvFile csv(folder.path() / "a.csv", "one,two,three");
    csv.text("plain").text("a,b").text("say \"no\"").end_row();
    csv.finish();
    EXPECT_EQ(read_text(folder.path() / "a.csv"), "one,two,three\nplain,\"a,b\",\"say \"\"no\"\"\"\n");
}

TEST(CsvFile, WritesSevenDigitsAndAnEmptyCellForANumberThatDoesNotExist) {
    const TemporaryFolder folder;
    CsvFile csv(folder.path() / "a.csv", "a,b,c,d");
    csv.number(1.0 / 3).number(nan).whole(-12).number(2).end_row();
    csv.finish();
    EXPECT_EQ(lines_of(folder.path() / "a.csv").at(1), "0.3333333,,-12,2");
}

TEST(ResultFile, HasItsNameOnlyWhenComplete) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "a.txt";
    ResultFile result(file);
    result.write("half");
    EXPECT_FALSE(std::filesystem::exists(file));
    result.finish();
    EXPECT_EQ(read_text(file), "half");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(ResultFile, LeavesNoTemporaryAndKeepsTheOlderFileAfterAFailure) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "a.txt";
    write_file(file, "old");
    try {
        ResultFile result(file);
        result.write("new");
        throw std::runtime_error("something goes wrong");
    } catch (const std::runtime_error&) {
    }
    EXPECT_EQ(read_text(file), "old");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(ResultFile, SaysWhichFileCannotBeWritten) {
    const TemporaryFolder folder;
    try {
        write_file(folder.path() / "missing" / "a.txt", "");
        FAIL() << "must throw";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("a.txt"), std::string::npos) << error.what();
    }
}

TEST(OutcomesCsv, HasTheContractsColumnsAndARowPerReplicateMonthAndDomain) {
    const TemporaryFolder folder;
    write_outcomes_csv(fake_ensemble({"baseline", "other"}), folder.path() / "o.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "o.csv");
    EXPECT_EQ(lines.at(0), joined("scenario,replicate,month,date,domain", domain_outcomes()));
    EXPECT_EQ(lines.size(), 1U + 2 * 3 * 30 * 2);
    EXPECT_EQ(lines.at(2).substr(0, 30), "baseline,0,0,2015-01,physical,");
    EXPECT_EQ(cell(lines, 2, "in_use"), "2");
}

TEST(OutcomesCsv, LeavesACellEmptyForAValueThatDoesNotExist) {
    const TemporaryFolder folder;
    Ensemble ensemble = fake_ensemble({"baseline"});
    set_outcome(ensemble.scenarios[0].replicates[0], 0, Domain::social, "reach_share", nan);
    write_outcomes_csv(ensemble, folder.path() / "o.csv");
    EXPECT_EQ(cell(lines_of(folder.path() / "o.csv"), 1, "reach_share"), "");
}

TEST(NationalCsv, HasARowPerReplicateAndMonth) {
    const TemporaryFolder folder;
    write_national_csv(fake_ensemble({"baseline"}), folder.path() / "n.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "n.csv");
    EXPECT_EQ(lines.at(0), joined("scenario,replicate,month,date", national_outcomes()));
    EXPECT_EQ(lines.size(), 1U + 3 * 30);
    EXPECT_EQ(lines.at(31).substr(0, 24), "baseline,1,0,2015-01,0.5");
}

TEST(BandsCsv, SummarisesReplicatesAndLeavesOutThoseWithoutValue) {
    const TemporaryFolder folder;
    Ensemble ensemble = fake_ensemble({"baseline"}, {.months = 1});
    for (History& history : ensemble.scenarios[0].replicates) {
        set_outcome(history, 0, Domain::physical, "reach_share", nan);
    }
    write_bands_csv(ensemble, folder.path() / "b.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "b.csv");
    EXPECT_EQ(lines.at(0), "scenario,month,date,domain,outcome,replicates,mean,p05,p25,p50,p75,p95");
    EXPECT_EQ(lines.at(1 + find_domain_outcome("in_use")), "baseline,0,2015-01,social,in_use,3,2,1.1,1.5,2,2.5,2.9");
    EXPECT_EQ(lines.at(1 + domain_outcomes().size() + find_domain_outcome("reach_share")),
              "baseline,0,2015-01,physical,reach_share,0,,,,,,");
}

TEST(DifferencesCsv, PairsReplicatesWithTheBaseline) {
    const TemporaryFolder folder;
    Ensemble ensemble = fake_ensemble({"baseline", "other"}, {.months = 1});
    set_outcome(ensemble.scenarios[1].replicates[2], 0, Domain::social, "in_use", -7);
    write_differences_csv(ensemble, folder.path() / "d.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "d.csv");
    EXPECT_EQ(lines.at(0),
              "scenario,baseline,month,date,domain,outcome,replicates,mean,p05,p25,p50,p75,p95,share_higher");
    EXPECT_EQ(lines.at(1 + find_domain_outcome("in_use")),
              "other,baseline,0,2015-01,social,in_use,3,3.333333,-8,0,10,10,10,0.6666667");
}

TEST(MunicipalitiesCsv, NamesMunicipalitiesByTheirCodeAndLeavesNoBindingFactorEmpty) {
    const TemporaryFolder folder;
    write_municipalities_csv(fake_ensemble({"baseline"}), folder.path() / "m.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "m.csv");
    EXPECT_EQ(lines.at(0),
              "scenario,replicate,year,gm_code,domain,in_use,pipeline,ever_in_use,discontinued,abandoned,value,trust,"
              "binding_factor,in_use_bought,in_use_all,registered");
    EXPECT_EQ(lines.size(), 1U + 3 * 2 * 2 * 2);
    EXPECT_EQ(lines.at(3), "baseline,0,2015,GM0002,social,4,0,0,0,0,1.25,0.5,law,3,6,1");
    EXPECT_EQ(lines.at(4), "baseline,0,2015,GM0002,physical,4,0,0,0,0,1.25,0.5,,3,6,1");
}

TEST(UseCasesCsv, LeavesOutKindsOfUseThatADomainDoesNotKnow) {
    const TemporaryFolder folder;
    Ensemble ensemble = fake_ensemble({"baseline"}, {.replicates = 1});
    const auto welfare = static_cast<std::uint8_t>(find_use_case("welfare_risk_scoring"));
    const auto traffic = static_cast<std::uint8_t>(find_use_case("traffic_prediction"));
    ensemble.scenarios[0].replicates[0].use_cases = {{2016, welfare, Domain::social, 5, 3, 1, 2},
                                                     {2016, traffic, Domain::social, 0, 0, 0, 0},
                                                     {2016, traffic, Domain::physical, 0, 0, 0, 0}};
    write_use_cases_csv(ensemble, folder.path() / "u.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "u.csv");
    ASSERT_EQ(lines.size(), 3U) << "nothing happened with traffic in 2016, but there are ideas for it";
    EXPECT_EQ(lines.at(0),
              "scenario,replicate,year,use_case,domain,in_use,own,bought,national,mandated,registered,started,"
              "discontinued,incidents");
    EXPECT_EQ(lines.at(1), "baseline,0,2016,welfare_risk_scoring,social,5,5,0,0,0,0,3,1,2");
    EXPECT_EQ(lines.at(2), "baseline,0,2016,traffic_prediction,physical,0,0,0,0,0,0,0,0,0");
}

TEST(UseCasesCsv, TellsWhatIsOwnBoughtNationalOrderedByLawAndRegistered) {
    const TemporaryFolder folder;
    Ensemble ensemble = fake_ensemble({"baseline"}, {.replicates = 1});
    UseCaseYear row{.year = 2023, .domain = Domain::physical, .in_use = 7};
    row.use_case = static_cast<std::uint8_t>(find_use_case("welfare_risk_scoring"));
    row.bought = 3;
    row.national = 2;
    row.mandated = 11;
    row.registered = 4;
    ensemble.scenarios[0].replicates[0].use_cases = {row};
    write_use_cases_csv(ensemble, folder.path() / "u.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "u.csv");
    ASSERT_EQ(lines.size(), 2U) << "it is used in a domain that has no ideas for it";
    EXPECT_EQ(lines.at(1), "baseline,0,2023,welfare_risk_scoring,physical,7,4,3,2,11,4,0,0,0");
}

namespace {

/// Two months with suppliers; the first product is struck down in the second of them.
Ensemble supplied_ensemble() {
    Ensemble ensemble = fake_ensemble({"supplied"}, {.replicates = 1, .months = 2});
    ensemble.scenarios[0].scenario.supply = true;
    const std::size_t products = products_of(ensemble.scenarios[0].scenario).size();
    History& history = ensemble.scenarios[0].replicates[0];
    history.product_users.assign(2 * products, 9);
    history.product_reputations.assign(2 * products, 0.25F);
    history.product_struck.assign(products, never);
    history.product_struck[0] = 1;
    return ensemble;
}

}  // namespace

TEST(ProductsCsv, HasTheContractsColumns) {
    const TemporaryFolder folder;
    const Ensemble ensemble = supplied_ensemble();
    write_products_csv(ensemble, folder.path() / "p.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "p.csv");
    const std::size_t products = products_of(ensemble.scenarios[0].scenario).size();
    ASSERT_EQ(lines.size(), 1U + 2 * products);
    EXPECT_EQ(lines.at(0), "scenario,replicate,month,date,product,use_case,route,supplier,users,reputation,struck");
    EXPECT_EQ(lines.at(1),
              "supplied,0,0,2015-01,welfare_scorecard,welfare_risk_scoring,cooperative,Stimulansz,9,0.25,0");
    EXPECT_EQ(lines.at(1 + products),
              "supplied,0,1,2015-02,welfare_scorecard,welfare_risk_scoring,cooperative,Stimulansz,9,0.25,1");
    EXPECT_EQ(lines.at(2 + products).back(), '0') << "only the first";
}

TEST(RegisterCsv, TellsWhoNamesASupplierAndWhatIsSaidToHaveEnded) {
    const TemporaryFolder folder;
    Ensemble ensemble = supplied_ensemble();
    const auto welfare = static_cast<std::uint8_t>(find_use_case("welfare_risk_scoring"));
    ensemble.scenarios[0].replicates[0].records_in_register = {
        {.municipality = 1, .use_case = welfare, .product = 0, .names_supplier = true},
        {.municipality = 1, .use_case = welfare, .runs = false, .says_ended = true}};
    write_register_csv(ensemble, folder.path() / "r.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "r.csv");
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines.at(0), "scenario,replicate,gm_code,domain,use_case,product,supplier,bought,status,runs");
    EXPECT_EQ(lines.at(1), "supplied,0,GM0002,social,welfare_risk_scoring,welfare_scorecard,Stimulansz,1,in_use,1");
    EXPECT_EQ(lines.at(2), "supplied,0,GM0002,social,welfare_risk_scoring,,,0,out_of_use,0");
}

TEST(EventsCsv, NamesTheProjectAndTellsTheDetailInWords) {
    const TemporaryFolder folder;
    Ensemble ensemble = fake_ensemble({"baseline"});
    Event abandoned = project_event(EventKind::abandoned);
    abandoned.reason = Reason::stuck;
    abandoned.binding = Factor::data_availability;
    Event alderman;
    alderman.kind = EventKind::new_alderman;
    alderman.month = 38;
    alderman.municipality = 1;
    alderman.domain = Domain::physical;
    ensemble.scenarios[0].replicates[0].events = {abandoned, alderman};
    write_events_csv(ensemble, folder.path() / "e.csv");
    const std::vector<std::string> lines = lines_of(folder.path() / "e.csv");
    EXPECT_EQ(lines.at(0), "scenario,replicate,month,date,gm_code,domain,project,use_case,event,detail");
    EXPECT_EQ(lines.at(1),
              "baseline,0,80,2021-09,GM0001,social,GM0001-social-2021-03-1,welfare_risk_scoring,abandoned,"
              "stuck; weakest: data_availability");
    EXPECT_EQ(lines.at(2), "baseline,0,38,2018-03,GM0002,physical,,,new_alderman,");
}

TEST(EventDetail, SaysSeverityLevelAndReason) {
    Event incident = project_event(EventKind::incident);
    incident.amount = 0.43F;
    EXPECT_EQ(event_detail(incident), "severity 0.43");
    Event started = project_event(EventKind::started);
    started.amount = 2;
    EXPECT_EQ(event_detail(started), "level 2");
    Event rejected = project_event(EventKind::dropped);
    rejected.reason = Reason::law;
    EXPECT_EQ(event_detail(rejected), "law");
    EXPECT_EQ(event_detail(project_event(EventKind::pilot)), "");
}

}  // namespace algemeente
