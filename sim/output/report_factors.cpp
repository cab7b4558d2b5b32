#include "output/conditions.h"
#include "output/report_parts.h"
#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace algemeente {

namespace {

constexpr int named_factors = 5;  ///< more colours than that are not told apart

constexpr Factor factor_at(int position) {
    return static_cast<Factor>(position);
}

/// The months that the levels are taken over: in a comparison those after the scenarios part, which the earlier ones
/// cannot tell apart; else those of the interviews (series.h).
struct FactorMonths {
    int first = 0;
    int last = 0;  ///< one past the last
    bool after_parting = false;
};

FactorMonths factor_months(const ReportInput& input) {
    int parting = input.months;
    for (std::size_t position = 1; position < input.scenarios().size(); ++position) {
        const int first = parting_of(input.ensemble, position).month;
        if (first >= 0) parting = std::min(parting, first);
    }
    if (parting > 0 && parting < input.months) return {parting, input.months, true};
    const auto [first, last] = factor_window(input.months);
    return {first, last, false};
}

/// Levels of a factor in the social and the physical domain; NaN in a domain in which it never exists.
std::array<double, domain_count> levels_of(const ReportInput& input, const ScenarioResult& result, Factor factor) {
    const auto [first, last, after_parting] = factor_months(input);
    const auto outcome = domain_outcome(factor_word(factor));
    if (!outcome) return {NAN, NAN};
    return {present::mean_over(result, Domain::social, *outcome, first, last),
            present::mean_over(result, Domain::physical, *outcome, first, last)};
}

/// Factors by the lead of the physical domain in A, the largest first: one order for all scenarios, so that their rows
/// are side by side. What A does not have comes last.
std::vector<Factor> order_of_rows(const ReportInput& input) {
    std::vector<std::pair<double, Factor>> leads;
    for (int factor = 0; factor < factor_count; ++factor) {
        const auto [social, physical] = levels_of(input, input.scenarios().front(), factor_at(factor));
        const double lead = physical - social;
        leads.emplace_back(std::isnan(lead) ? -std::numeric_limits<double>::infinity() : lead, factor_at(factor));
    }
    std::stable_sort(leads.begin(), leads.end(),
                     [](const auto& one, const auto& other) { return one.first > other.first; });
    std::vector<Factor> order;
    for (const auto& [lead, factor] : leads) order.push_back(factor);
    return order;
}

std::vector<present::DumbbellRow> profile_of(const ReportInput& input, const ScenarioResult& result,
                                             const std::vector<Factor>& order) {
    std::vector<present::DumbbellRow> rows;
    for (const Factor factor : order) {
        const auto [social, physical] = levels_of(input, result, factor);
        if (std::isnan(social) || std::isnan(physical)) continue;
        rows.push_back({present::factor_name(factor, input.language()), {social, physical}});
    }
    return rows;
}

std::string profile_figure(const ReportInput& input) {
    present::DumbbellChart chart;
    chart.numbers = true;
    for (const Domain domain : {Domain::social, Domain::physical})
        chart.series.push_back({std::string(present::domain_short(domain, input.language())),
                                present::domain_ink(domain),
                                domain == Domain::social ? present::Shape::disc : present::Shape::diamond});
    chart.heading.words = input.say(Word::r_factors);
    std::string drawings;
    const std::vector<Factor> order = order_of_rows(input);
    for (std::size_t position = 0; position < input.scenarios().size(); ++position) {
        chart.rows = profile_of(input, input.scenarios()[position], order);
        if (chart.rows.empty()) continue;
        if (input.compares()) chart.heading.letter = letter_of(position);
        drawings += drawing(chart, input.compares() ? present::half_width : present::full_width, input.language());
    }
    if (drawings.empty()) return {};
    const auto [first, last, after_parting] = factor_months(input);
    const std::string caption =
        input.fill(after_parting ? Word::r_factors_after : Word::r_factors_caption,
                   present::month_words(first, input.language()), present::month_words(last - 1, input.language()));
    return figure(drawings, input.compares() ? 2 : 1,
                  fmt::format("{} {}", caption,
                              input.say(input.compares() ? Word::r_factors_order_of_a : Word::r_factors_order)));
}

/// Share in which each factor binds, by year: [factor][year], adding up to 1; NaN for a year without projects.
using BindingShares = std::array<std::vector<double>, factor_count>;

BindingShares binding_shares(const ReportInput& input, const ScenarioResult& result, Domain domain) {
    BindingShares shares;
    for (int first = 0; first < input.months; first += months_per_year) {
        std::array<double, factor_count> year{};
        for (int factor = 0; factor < factor_count; ++factor) {
            const auto outcome = domain_outcome(fmt::format("binds_{}", factor_word(factor_at(factor))));
            if (!outcome) continue;
            const double mean =
                present::mean_over(result, domain, *outcome, first, std::min(input.months, first + months_per_year));
            year[static_cast<std::size_t>(factor)] = std::isnan(mean) ? 0 : mean;
        }
        const double total = std::accumulate(year.begin(), year.end(), 0.0);
        for (std::size_t factor = 0; factor < year.size(); ++factor) {
            shares[factor].push_back(total > 0 ? year[factor] / total : NAN);
        }
    }
    return shares;
}

double known_sum(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += std::isnan(value) ? 0 : value;
    return sum;
}

/// Factors that bind most over all scenarios and both domains: they get a colour each, the same in every chart.
std::vector<std::size_t> most_binding(const std::vector<BindingShares>& all) {
    std::array<double, factor_count> sums{};
    for (const BindingShares& shares : all) {
        for (std::size_t factor = 0; factor < shares.size(); ++factor) sums[factor] += known_sum(shares[factor]);
    }
    std::vector<std::size_t> order(factor_count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t one, std::size_t other) { return sums[one] > sums[other]; });
    order.resize(named_factors);
    return order;
}

std::vector<present::StackedPart> parts_of(const ReportInput& input, const BindingShares& shares,
                                           const std::vector<std::size_t>& named) {
    std::vector<present::StackedPart> parts;
    std::vector<double> others(shares[0].size(), 1.0);
    for (const std::size_t factor : named) {
        const int position = static_cast<int>(factor);
        parts.push_back({present::factor_name(factor_at(position), input.language()),
                         present::nth(present::Ink::factor_0, position), shares[factor]});
        for (std::size_t year = 0; year < others.size(); ++year) others[year] -= shares[factor][year];
    }
    for (double& other : others) other = std::max(0.0, other);
    parts.push_back({std::string(input.say(Word::r_other_factors)), present::Ink::no_data, others});
    return parts;
}

std::string bottleneck_figure(const ReportInput& input) {
    if (!domain_outcome("binds_ict")) return {};
    std::vector<std::string> years;
    for (int month = 0; month < input.months; month += months_per_year) {
        years.push_back(fmt::format("{}", year_of(month)));
    }
    std::vector<BindingShares> all;
    for (const ScenarioResult& result : input.scenarios()) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            all.push_back(binding_shares(input, result, domain));
        }
    }
    const std::vector<std::size_t> named = most_binding(all);
    std::string drawings;
    for (std::size_t chart = 0; chart < all.size(); ++chart) {
        const auto domain = static_cast<Domain>(chart % domain_count);
        present::StackedChart bars;
        if (input.compares()) bars.heading.letter = letter_of(chart / domain_count);
        bars.heading.words = input.say(domain == Domain::social ? Word::r_binds_social : Word::r_binds_physical);
        bars.parts = parts_of(input, all[chart], named);
        bars.columns = years;
        drawings += drawing(bars, {present::half_width, 280}, input.language());
    }
    return figure(drawings, 2, input.say(Word::r_binds_caption));
}

}  // namespace

std::string factors_section(const ReportInput& input) {
    const std::string profile = profile_figure(input);
    const std::string bottlenecks = bottleneck_figure(input);
    if (profile.empty() && bottlenecks.empty()) return {};
    return section_heading(input, Word::r_holding) + profile + bottlenecks;
}

}  // namespace algemeente
