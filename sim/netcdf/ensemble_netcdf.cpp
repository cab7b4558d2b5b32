#include "netcdf/ensemble_netcdf.h"

#include "netcdf/netcdf_file.h"
#include "output/made_with.h"
#include "output/manifest.h"
#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace algemeente {

namespace {

constexpr Domain domains[] = {Domain::social, Domain::physical};

/// What is known of a municipality each December.
struct YearColumn {
    const char* name;
    const char* unit;
    const char* meaning;
    double (*value)(const MunicipalityYear&);
};
constexpr YearColumn year_columns[] = {
    {"in_use", "projects", "Algorithms in use that it chose.", [](const auto& y) -> double { return y.in_use; }},
    {"in_use_bought", "projects", "Of those, bought or joined.",
     [](const auto& y) -> double { return y.in_use_bought; }},
    {"in_use_all", "projects", "All algorithms in use.", [](const auto& y) -> double { return y.in_use_all; }},
    {"registered", "records", "Records in the public register.", [](const auto& y) -> double { return y.registered; }},
    {"pipeline", "projects", "Projects on their way.", [](const auto& y) -> double { return y.pipeline; }},
    {"ever_in_use", "projects", "Uses that began, so far.", [](const auto& y) -> double { return y.ever_in_use; }},
    {"discontinued", "projects", "Uses that ended, so far.", [](const auto& y) -> double { return y.discontinued; }},
    {"abandoned", "projects", "Started projects that stopped before use, so far.",
     [](const auto& y) -> double { return y.abandoned; }},
    {"value", "value", "Realised benefit of what is in use.", [](const auto& y) -> double { return y.value; }},
    {"trust", "level", "Trust in the municipality.", [](const auto& y) -> double { return y.trust; }}};

struct Axes {
    NetcdfDimension scenario, replicate, time, domain, year, municipality;
};

int days_until(int month) {
    using namespace std::chrono;
    const auto first = [](int m) { return sys_days{year{year_of(m)} / (m % months_per_year + 1) / 1}; };
    return static_cast<int>((first(month) - first(0)).count());
}

int months_of(const Ensemble& ensemble) {
    const ScenarioResult& first = ensemble.scenarios.front();
    return first.replicates.empty() ? 0 : first.replicates.front().months;
}

/// Years whose December the runs have reached.
std::vector<int> years_of(const Ensemble& ensemble) {
    std::vector<int> years;
    for (int month = 0; month < months_of(ensemble); ++month)
        if (is_december(month)) years.push_back(year_of(month));
    return years;
}

void write_scenarios(NetcdfFile& file, const Ensemble& ensemble, Axes& axes) {
    std::vector<std::string> names, titles;
    for (const ScenarioResult& result : ensemble.scenarios) {
        names.push_back(result.scenario.name);
        titles.push_back(result.scenario.title);
    }
    axes.scenario = file.dimension("scenario", names.size());
    file.texts("scenario", axes.scenario, names);
    file.texts("scenario_title", axes.scenario, titles);
}

void write_replicates(NetcdfFile& file, const Ensemble& ensemble, Axes& axes) {
    const auto count = static_cast<std::size_t>(ensemble.finished_replicates);
    axes.replicate = file.dimension("replicate", count);
    std::vector<int> numbers, members;
    for (std::size_t i = 0; i < count; ++i) {
        numbers.push_back(static_cast<int>(i));
        if (ensemble.options.members)
            members.push_back(static_cast<int>(member_of_replicate(*ensemble.options.members, numbers.back())));
    }
    const int replicates = file.whole_numbers("replicate", axes.replicate, numbers);
    file.describe(replicates, "long_name", "the same random numbers in every scenario");
    if (members.empty()) return;
    const int member = file.whole_numbers("member", axes.replicate, members);
    file.describe(member, "long_name", "set of assumptions that history allows");
}

void write_time(NetcdfFile& file, const Ensemble& ensemble, Axes& axes) {
    std::vector<int> days;
    for (int month = 0; month < months_of(ensemble); ++month) days.push_back(days_until(month));
    axes.time = file.dimension("time", days.size());
    const int time = file.whole_numbers("time", axes.time, days);
    file.describe(time, "units", fmt::format("days since {}-01-01", first_year));
    file.describe(time, "calendar", "proleptic_gregorian");
    file.describe(time, "long_name", "month, by its first day; values are those of its end");
    const std::vector<int> years = years_of(ensemble);
    axes.year = file.dimension("year", years.size());
    const int year = file.whole_numbers("year", axes.year, years);
    file.describe(year, "long_name", "year; values are those of the end of December");
}

void write_places(NetcdfFile& file, const Ensemble& ensemble, Axes& axes) {
    std::vector<std::string> words;
    for (const Domain domain : domains) words.emplace_back(domain_word(domain));
    axes.domain = file.dimension("domain", words.size());
    file.texts("domain", axes.domain, words);
    std::vector<std::string> codes, names;
    std::vector<int> inhabitants;
    for (const MunicipalityFacts& one : ensemble.country) {
        codes.push_back(one.gm_code);
        names.push_back(one.name);
        inhabitants.push_back(static_cast<int>(one.population));
    }
    axes.municipality = file.dimension("municipality", codes.size());
    file.texts("municipality", axes.municipality, codes);
    file.texts("municipality_name", axes.municipality, names);
    const int population = file.whole_numbers("population", axes.municipality, inhabitants);
    file.describe(population, "units", "inhabitants");
    file.describe(population, "long_name", "inhabitants on 1 January 2024");
}

void describe(NetcdfFile& file, int variable, std::string_view unit, std::string_view meaning) {
    file.describe(variable, "units", unit == "share" ? "1" : unit);
    file.describe(variable, "long_name", meaning);
}

/// Calls `values(history)` for each run, and writes what it gives.
template <typename Values>
void write_runs(NetcdfFile& file, const Ensemble& ensemble, int variable, const Values& values) {
    for (std::size_t s = 0; s < ensemble.scenarios.size(); ++s)
        for (std::size_t r = 0; r < ensemble.scenarios[s].replicates.size(); ++r)
            file.write(variable, s, r, values(ensemble.scenarios[s].replicates[r]));
}

void write_domain_outcomes(NetcdfFile& file, const Ensemble& ensemble, const Axes& axes) {
    const NetcdfDimension along[] = {axes.scenario, axes.replicate, axes.time, axes.domain};
    std::vector<double> values(axes.time.size * axes.domain.size);
    for (std::size_t outcome = 0; outcome < domain_outcomes().size(); ++outcome) {
        const OutcomeInfo& info = domain_outcomes()[outcome];
        const int variable = file.numbers(std::string(info.name), along);
        describe(file, variable, info.unit, info.meaning);
        write_runs(file, ensemble, variable, [&](const History& history) -> const std::vector<double>& {
            std::size_t place = 0;
            for (int month = 0; month < history.months; ++month)
                for (const Domain domain : domains) values[place++] = history.domain_value(month, domain, outcome);
            return values;
        });
    }
}

void write_national_outcomes(NetcdfFile& file, const Ensemble& ensemble, const Axes& axes) {
    const NetcdfDimension along[] = {axes.scenario, axes.replicate, axes.time};
    std::vector<double> values(axes.time.size);
    for (std::size_t outcome = 0; outcome < national_outcomes().size(); ++outcome) {
        const OutcomeInfo& info = national_outcomes()[outcome];
        const int variable = file.numbers(std::string(info.name), along);
        describe(file, variable, info.unit, info.meaning);
        write_runs(file, ensemble, variable, [&](const History& history) -> const std::vector<double>& {
            for (int month = 0; month < history.months; ++month)
                values[static_cast<std::size_t>(month)] = history.national_value(month, outcome);
            return values;
        });
    }
}

void write_municipalities(NetcdfFile& file, const Ensemble& ensemble, const Axes& axes) {
    const NetcdfDimension along[] = {axes.scenario, axes.replicate, axes.year, axes.municipality, axes.domain};
    const std::vector<int> years = years_of(ensemble);
    std::vector<double> values(axes.year.size * axes.municipality.size * axes.domain.size);
    for (const YearColumn& column : year_columns) {
        const int variable = file.small_numbers(fmt::format("municipality_{}", column.name), along);
        describe(file, variable, column.unit, column.meaning);
        write_runs(file, ensemble, variable, [&](const History& history) -> const std::vector<double>& {
            std::fill(values.begin(), values.end(), std::numeric_limits<double>::quiet_NaN());
            for (const MunicipalityYear& one : history.years) {
                const auto year = static_cast<std::size_t>(one.year - years.front());
                const std::size_t row = year * axes.municipality.size + one.municipality;
                values[row * axes.domain.size + static_cast<std::size_t>(index_of(one.domain))] = column.value(one);
            }
            return values;
        });
    }
}

/// How it was made: enough to make it again.
void describe_file(NetcdfFile& file, const Ensemble& ensemble, const RunDescription& run) {
    file.describe("Conventions", "CF-1.8");
    file.describe("title", "Adoption of algorithms by Dutch municipalities, simulated by Algemeente");
    file.describe("comment", "Explanation and what-if, not a forecast");
    file.describe("source",
                  fmt::format("Algemeente {}, commit {}, {}", program_version(), program_commit(), program_compiler()));
    file.describe("history", run.command_line);
    file.describe("seed", fmt::format("{}", ensemble.options.seed));
    file.describe("fingerprint", fingerprint_text(ensemble.fingerprint));
    std::string data;
    for (const DataFile& one : ensemble.data)
        data += fmt::format("{}{} {}", data.empty() ? "" : ", ", one.name, fingerprint_text(one.hash));
    file.describe("data", data);
}

}  // namespace

void write_ensemble_netcdf(const Ensemble& ensemble, const std::filesystem::path& path, const RunDescription& run) {
    NetcdfFile file(path);
    Axes axes;
    describe_file(file, ensemble, run);
    write_scenarios(file, ensemble, axes);
    write_replicates(file, ensemble, axes);
    write_time(file, ensemble, axes);
    write_places(file, ensemble, axes);
    write_domain_outcomes(file, ensemble, axes);
    write_national_outcomes(file, ensemble, axes);
    write_municipalities(file, ensemble, axes);
    file.close();
}

}  // namespace algemeente
