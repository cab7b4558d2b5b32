// The NetCDF file as another program opens it: by names, with units, and with the numbers of the ensemble.
#include "netcdf/ensemble_netcdf.h"

#include "output/fake_ensemble.h"
#include "scenario/members.h"
#include "text/error.h"

#include <gtest/gtest.h>
#include <netcdf.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace algemeente {
namespace {

/// Reads what a test asks for; any failure of the library fails the test.
class OpenedFile {
public:
    explicit OpenedFile(const std::filesystem::path& file) {
        EXPECT_EQ(nc_open(file.string().c_str(), NC_NOWRITE, &id_), NC_NOERR) << file;
    }
    ~OpenedFile() { nc_close(id_); }
    OpenedFile(const OpenedFile&) = delete;
    OpenedFile& operator=(const OpenedFile&) = delete;

    /// "scenario,replicate,time,domain"
    std::string dimensions(const std::string& variable) const {
        int count = 0;
        int ids[NC_MAX_VAR_DIMS];
        EXPECT_EQ(nc_inq_var(id_, variable_called(variable), nullptr, nullptr, &count, ids, nullptr), NC_NOERR);
        std::string names;
        for (int i = 0; i < count; ++i) {
            char name[NC_MAX_NAME + 1];
            EXPECT_EQ(nc_inq_dimname(id_, ids[i], name), NC_NOERR);
            names += (i > 0 ? "," : "") + std::string(name);
        }
        return names;
    }
    bool has(const std::string& variable) const {
        int number = 0;
        return nc_inq_varid(id_, variable.c_str(), &number) == NC_NOERR;
    }
    double number(const std::string& variable, const std::vector<std::size_t>& at) const {
        double value = 0;
        EXPECT_EQ(nc_get_var1_double(id_, variable_called(variable), at.data(), &value), NC_NOERR) << variable;
        return value;
    }
    std::string text(const std::string& variable, std::size_t at) const {
        char* words = nullptr;
        EXPECT_EQ(nc_get_var1_string(id_, variable_called(variable), &at, &words), NC_NOERR) << variable;
        const std::string copied = words == nullptr ? "" : words;
        if (words != nullptr) nc_free_string(1, &words);
        return copied;
    }
    std::string attribute(const std::string& variable, const std::string& name) const {
        const int number = variable.empty() ? NC_GLOBAL : variable_called(variable);
        std::size_t length = 0;
        EXPECT_EQ(nc_inq_attlen(id_, number, name.c_str(), &length), NC_NOERR) << variable << " " << name;
        std::string words(length, ' ');
        EXPECT_EQ(nc_get_att_text(id_, number, name.c_str(), words.data()), NC_NOERR);
        return words;
    }

private:
    int variable_called(const std::string& name) const {
        int number = -1;
        EXPECT_EQ(nc_inq_varid(id_, name.c_str(), &number), NC_NOERR) << name;
        return number;
    }

    int id_ = 0;
};

std::filesystem::path new_file(const std::string& name) {
    return std::filesystem::path(::testing::TempDir()) / (name + ".nc");
}

std::filesystem::path written(const Ensemble& ensemble, const std::string& name) {
    const std::filesystem::path file = new_file(name);
    write_ensemble_netcdf(ensemble, file, {"compare", "algemeente compare a.toml b.toml"});
    return file;
}

TEST(EnsembleNetcdf, has_every_outcome_by_scenario_replicate_time_and_domain) {
    Ensemble ensemble = fake_ensemble({"a", "b"});
    set_outcome(ensemble.scenarios[1].replicates[2], 25, Domain::physical, "in_use", 123.5);
    const OpenedFile file(written(ensemble, "outcomes"));
    EXPECT_EQ(file.dimensions("in_use"), "scenario,replicate,time,domain");
    EXPECT_EQ(file.dimensions("mean_trust"), "scenario,replicate,time");
    EXPECT_EQ(file.number("in_use", {1, 2, 25, 1}), 123.5);
    EXPECT_NE(file.number("in_use", {1, 2, 24, 1}), 123.5);
    EXPECT_NE(file.number("in_use", {0, 2, 25, 1}), 123.5);
    EXPECT_NE(file.number("in_use", {1, 2, 25, 0}), 123.5);
    for (const OutcomeInfo& outcome : domain_outcomes()) EXPECT_TRUE(file.has(std::string(outcome.name)));
    for (const OutcomeInfo& outcome : national_outcomes()) EXPECT_TRUE(file.has(std::string(outcome.name)));
}

TEST(EnsembleNetcdf, names_what_its_dimensions_are) {
    const OpenedFile file(written(fake_ensemble({"a", "b"}), "dimensions"));
    EXPECT_EQ(file.text("scenario", 1), "b");
    EXPECT_EQ(file.text("domain", 0), "social");
    EXPECT_EQ(file.text("municipality", 1), "GM0002");
    EXPECT_EQ(file.number("year", {1}), 2016);
    EXPECT_EQ(file.attribute("time", "units"), "days since 2015-01-01");
    EXPECT_EQ(file.number("time", {0}), 0);
    EXPECT_EQ(file.number("time", {1}), 31) << "February 2015";
    EXPECT_EQ(file.number("time", {14}), 365 + 31 + 29) << "March 2016, after a leap day";
    EXPECT_EQ(file.attribute("in_use", "units"), "projects");
    EXPECT_EQ(file.attribute("adopters_share", "units"), "1");
    EXPECT_EQ(file.attribute("", "Conventions"), "CF-1.8");
    EXPECT_EQ(file.attribute("", "history"), "algemeente compare a.toml b.toml");
    EXPECT_EQ(file.attribute("", "fingerprint"), "0000000000000abc");
    EXPECT_FALSE(file.has("member")) << "the standard numbers are no member";
}

TEST(EnsembleNetcdf, has_municipalities_as_of_each_december) {
    Ensemble ensemble = fake_ensemble({"a"});
    auto& years = ensemble.scenarios[0].replicates[1].years;
    const auto last = std::find_if(years.begin(), years.end(), [](const MunicipalityYear& one) {
        return one.year == 2016 && one.municipality == 1 && one.domain == Domain::physical;
    });
    ASSERT_NE(last, years.end());
    last->in_use = 17;
    years.erase(years.begin());  // the first: 2015, the first municipality, social
    const OpenedFile file(written(ensemble, "municipalities"));
    EXPECT_EQ(file.dimensions("municipality_in_use"), "scenario,replicate,year,municipality,domain");
    EXPECT_EQ(file.number("municipality_in_use", {0, 1, 1, 1, 1}), 17);
    EXPECT_EQ(file.number("municipality_in_use", {0, 0, 1, 1, 1}), 4);
    EXPECT_EQ(file.number("municipality_trust", {0, 0, 0, 0, 0}), 0.5);
    EXPECT_TRUE(std::isnan(file.number("municipality_in_use", {0, 1, 0, 0, 0}))) << "what is not known is no zero";
}

TEST(EnsembleNetcdf, says_which_member_a_replicate_is) {
    Ensemble ensemble = fake_ensemble({"a"}, {.replicates = 3});
    auto members = std::make_shared<Members>();
    members->names = {"support_base"};
    members->values = {{1}, {2}};
    ensemble.options.members = members;
    const OpenedFile file(written(ensemble, "members"));
    EXPECT_EQ(file.number("member", {0}), 0);
    EXPECT_EQ(file.number("member", {1}), 1);
    EXPECT_EQ(file.number("member", {2}), 0) << "they take turns";
}

TEST(EnsembleNetcdf, of_runs_without_a_december_has_no_years) {
    const OpenedFile file(written(fake_ensemble({"a"}, {.months = 7}), "short"));
    EXPECT_EQ(file.dimensions("municipality_trust"), "scenario,replicate,year,municipality,domain");
    EXPECT_EQ(file.number("time", {6}), 181);
}

TEST(EnsembleNetcdf, says_why_it_cannot_be_written) {
    const std::filesystem::path file = std::filesystem::path(::testing::TempDir()) / "no_such_folder" / "x.nc";
    try {
        write_ensemble_netcdf(fake_ensemble({"a"}), file, {});
        FAIL() << "it was written";
    } catch (const InputError& problem) {
        EXPECT_NE(std::string(problem.what()).find("x.nc: cannot be written ("), std::string::npos) << problem.what();
    }
}

}  // namespace
}  // namespace algemeente
