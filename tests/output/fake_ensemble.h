// An ensemble without a model: numbers made up by hand, so that files can be checked to the last sign.
#pragma once

#include "ensemble/ensemble.h"
#include "text/calendar.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace algemeente {

struct FakeShape {
    int replicates = 3;
    int months = 30;
    int municipalities = 2;
};

inline Country fake_country(int municipalities) {
    Country country(static_cast<std::size_t>(municipalities));
    for (std::size_t position = 0; position < country.size(); ++position) {
        country[position].key = static_cast<std::uint32_t>(position + 1);
        country[position].gm_code = "GM000" + std::to_string(position + 1);
    }
    return country;
}

inline std::size_t place_of(int month, Domain domain, std::size_t outcome) {
    const auto row = static_cast<std::size_t>(month * domain_count + index_of(domain));
    return row * domain_outcomes().size() + outcome;
}

inline void add_years(History& history, int municipalities) {
    for (int month = 0; month < history.months; ++month) {
        if (!is_december(month)) continue;
        for (int municipality = 0; municipality < municipalities; ++municipality) {
            for (const Domain domain : {Domain::social, Domain::physical}) {
                MunicipalityYear year;
                year.municipality = static_cast<std::uint16_t>(municipality);
                year.year = static_cast<std::uint16_t>(year_of(month));
                year.domain = domain;
                year.binding = domain == Domain::social ? Factor::law : Factor::none;
                year.in_use = 4;
                year.in_use_bought = 3;
                year.in_use_all = 6;
                year.registered = 1;
                year.value = 1.25F;
                year.trust = 0.5F;
                history.years.push_back(year);
            }
        }
    }
}

inline History fake_history(const FakeShape& shape, int replicate, std::size_t scenario) {
    History history;
    history.months = shape.months;
    history.fingerprint = static_cast<std::uint64_t>(replicate) + 1;
    const auto months = static_cast<std::size_t>(shape.months);
    history.domain_values.resize(months * domain_count * domain_outcomes().size());
    history.national_values.assign(months * national_outcomes().size(), 0.5);
    for (int month = 0; month < shape.months; ++month) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            for (std::size_t outcome = 0; outcome < domain_outcomes().size(); ++outcome) {
                history.domain_values[place_of(month, domain, outcome)] =
                    (replicate + 1) * (domain == Domain::social ? 1.0 : 2.0) + 10.0 * static_cast<double>(scenario);
            }
        }
    }
    add_years(history, shape.municipalities);
    return history;
}

/// A scenario of `months` months called `name`, with standard values.
inline Scenario fake_scenario(const std::string& name, int months) {
    Scenario scenario;
    scenario.name = name;
    scenario.title = "Title of " + name;
    scenario.question = "What if <" + name + ">?";
    scenario.story = "A story.";
    scenario.files = {name + ".toml"};
    scenario.parameters.months = months;
    return scenario;
}

/// One scenario for each name. Every outcome is the replicate's number + 1 in the social domain and twice that in
/// the physical domain, plus ten for each scenario after the first; national outcomes are 0.5.
inline Ensemble fake_ensemble(const std::vector<std::string>& names, const FakeShape& shape = {}) {
    Ensemble ensemble;
    ensemble.options.replicates = shape.replicates;
    ensemble.finished_replicates = shape.replicates;
    ensemble.country = fake_country(shape.municipalities);
    ensemble.fingerprint = 0xabc;
    for (std::size_t scenario = 0; scenario < names.size(); ++scenario) {
        ScenarioResult result{fake_scenario(names[scenario], shape.months), {}};
        for (int replicate = 0; replicate < shape.replicates; ++replicate) {
            result.replicates.push_back(fake_history(shape, replicate, scenario));
        }
        ensemble.scenarios.push_back(std::move(result));
    }
    return ensemble;
}

/// Overwrites one outcome in one month.
inline void set_outcome(History& history, int month, Domain domain, std::string_view outcome, double value) {
    const std::size_t position = find_domain_outcome(outcome);
    ASSERT_LT(position, domain_outcomes().size()) << outcome;
    history.domain_values[place_of(month, domain, position)] = value;
}

/// The file's text.
inline std::string read_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    EXPECT_TRUE(stream) << file;
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A new empty folder for one test, removed when it ends.
class TemporaryFolder {
public:
    TemporaryFolder() {
        // the test's own name keeps tests apart that run at the same time
        const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
        path_ = std::filesystem::temp_directory_path() /
                (std::string("algemeente_") + test->test_suite_name() + "_" + test->name());
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace algemeente
