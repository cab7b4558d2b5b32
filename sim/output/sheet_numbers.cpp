#include "output/sheet_numbers.h"

#include "output/sheet.h"
#include "text/calendar.h"

#include <algorithm>
#include <array>
#include <limits>

namespace algemeente {

SheetNumbers::SheetNumbers(const Ensemble& ensemble, std::size_t town) : ensemble_(ensemble), town_(town) {
    for (std::size_t i = 0; i < ensemble.country.size(); ++i)
        if (ensemble.country[i].size_class == ensemble.country[town].size_class) of_its_size_.push_back(i);
    last_year_ = year_of(ensemble.scenarios.front().scenario.months() - 1);
}

SheetNumbers::Row SheetNumbers::december(std::size_t scenario, std::size_t replicate, int year, Domain domain) const {
    Row row(ensemble_.country.size(), nullptr);
    for (const MunicipalityYear& one : ensemble_.scenarios[scenario].replicates[replicate].years)
        if (one.year == year && one.domain == domain) row[one.municipality] = &one;
    return row;
}

SheetPlace SheetNumbers::place(Domain domain) const {
    SheetPlace place;
    place.peers = of_its_size_.size() - 1;
    std::vector<double> own;
    double fewer = 0;
    double more = 0;
    for (std::size_t replicate = 0; replicate < replicates(); ++replicate) {
        const Row such = december(sheet_such, replicate, sheet_year, domain);
        const Row usual = december(sheet_usual_world, replicate, sheet_year, domain);
        if (such[town_] == nullptr) continue;
        own.push_back(such[town_]->in_use);
        for (const std::size_t peer : of_its_size_) {
            if (peer == town_ || usual[peer] == nullptr) continue;
            fewer += usual[peer]->in_use < such[town_]->in_use ? 1 : 0;
            more += usual[peer]->in_use > such[town_]->in_use ? 1 : 0;
        }
    }
    place.in_use = present::band_over(own);
    const double all = static_cast<double>(own.size()) * static_cast<double>(place.peers);
    if (all > 0) {
        place.fewer = fewer / all;
        place.more = more / all;
    }
    return place;
}

std::vector<std::pair<Factor, double>> SheetNumbers::brakes(std::size_t scenario, Domain domain) const {
    std::array<double, factor_count> counts{};
    double all = 0;
    for (std::size_t replicate = 0; replicate < replicates(); ++replicate) {
        const Row row = december(scenario, replicate, sheet_year, domain);
        for (const std::size_t i : of_its_size_) {
            if (row[i] == nullptr || row[i]->binding == Factor::none) continue;
            ++counts[static_cast<std::size_t>(row[i]->binding)];
            ++all;
        }
    }
    std::vector<std::pair<Factor, double>> shares;
    for (std::size_t factor = 0; factor < counts.size(); ++factor)
        if (counts[factor] > 0) shares.emplace_back(static_cast<Factor>(factor), counts[factor] / all);
    std::stable_sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return shares;
}

Factor SheetNumbers::first_brake(Domain domain) const {
    const auto shares = brakes(sheet_such, domain);
    return shares.empty() ? Factor::none : shares.front().first;
}

double SheetNumbers::mean_use(const Row& row) const {
    double sum = 0;
    for (const std::size_t i : of_its_size_) sum += row[i] != nullptr ? row[i]->in_use : 0;
    return sum / static_cast<double>(of_its_size_.size());
}

double SheetNumbers::share_held(const Row& row, Factor by) const {
    double held = 0;
    double all = 0;
    for (const std::size_t i : of_its_size_) {
        if (row[i] == nullptr || row[i]->binding == Factor::none) continue;
        held += row[i]->binding == by ? 1 : 0;
        ++all;
    }
    return all > 0 ? held / all : std::numeric_limits<double>::quiet_NaN();
}

template <typename Value>
present::Difference SheetNumbers::against_such(std::size_t scenario, Domain domain, const Value& value) const {
    std::vector<double> differences;
    for (std::size_t replicate = 0; replicate < replicates(); ++replicate)
        differences.push_back(value(december(scenario, replicate, last_year_, domain)) -
                              value(december(sheet_such, replicate, last_year_, domain)));
    return present::difference_over(differences);
}

present::Difference SheetNumbers::use_against(std::size_t scenario, Domain domain) const {
    return against_such(scenario, domain, [this](const Row& row) { return mean_use(row); });
}

present::Difference SheetNumbers::brake_against(std::size_t scenario, Domain domain) const {
    const Factor by = first_brake(domain);
    return against_such(scenario, domain, [this, by](const Row& row) { return share_held(row, by); });
}

}  // namespace algemeente
