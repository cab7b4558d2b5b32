// What many replicates amount to: a band per month, and how often one is above the other. The window and the report
// read their numbers from here, so that the same runs give the same number in both.
#pragma once

#include "ensemble/ensemble.h"
#include "observe/history.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace algemeente::present {

/// Mean and quantiles over replicates (type 7, as R and NumPy). Values that do not exist (NaN) are left out; of no
/// values at all the count is 0 and every number NaN.
struct Band {
    int count = 0;
    double mean = std::numeric_limits<double>::quiet_NaN();
    double p05 = mean, p25 = mean, p50 = mean, p75 = mean, p95 = mean;
    double lowest = mean, highest = mean;
};
/// `values` in replicate order, so that the mean has the same bits whoever asks.
Band band_over(std::span<const double> values);

/// One band a month.
using Fan = std::vector<Band>;

/// In how many replicates something is higher or lower, of those in which both exist.
struct Direction {
    int higher = 0;
    int lower = 0;
    int count = 0;

    int same() const { return count - higher - lower; }
    void add(double difference) {
        if (std::isnan(difference)) return;
        ++count;
        if (difference > 0) ++higher;
        if (difference < 0) ++lower;
    }
};

/// A difference, replicate by replicate.
struct Difference {
    Band band;
    Direction direction;
};
Difference difference_over(std::span<const double> values);

/// Outcomes of one scenario's replicates, whoever keeps them: tables of [month][domain][outcome] in replicate order.
/// Only refers to them: the tables must outlive it.
class Runs {
public:
    Runs() = default;
    Runs(const ScenarioResult& result);  // NOLINT(google-explicit-constructor): a view of the same thing

    void add(const std::vector<double>& table, int months);

    std::size_t size() const { return tables_.size(); }
    /// Months that every replicate has; 0 without replicates.
    int months() const { return months_; }
    double value(std::size_t replicate, int month, Domain domain, std::size_t outcome) const {
        const auto row = static_cast<std::size_t>(month) * domain_count + static_cast<std::size_t>(index_of(domain));
        return tables_[replicate][row * outcomes_ + outcome];
    }

private:
    std::vector<const double*> tables_;
    std::size_t outcomes_ = domain_outcomes().size();
    int months_ = 0;
};

/// A band per month of `value(replicate, month)`: the one way in which fans are made.
template <typename Value>
Fan fan_over(std::size_t replicates, int months, const Value& value) {
    Fan fan(static_cast<std::size_t>(months));
    std::vector<double> values(replicates);
    for (int month = 0; month < months; ++month) {
        for (std::size_t i = 0; i < replicates; ++i) values[i] = value(i, month);
        fan[static_cast<std::size_t>(month)] = band_over(values);
    }
    return fan;
}

Band band_of(const Runs& runs, int month, Domain domain, std::size_t outcome);
Fan fan_of(const Runs& runs, Domain domain, std::size_t outcome);
Fan national_fan_of(const ScenarioResult& result, std::size_t outcome);

/// Physical minus social domain.
Difference gap_of(const Runs& runs, int month, std::size_t outcome);
Fan gap_fan_of(const Runs& runs, std::size_t outcome);

/// Other minus baseline: replicate i of both met the same random draws.
Difference difference_of(const Runs& other, const Runs& baseline, int month, Domain domain, std::size_t outcome);
Fan difference_fan_of(const Runs& other, const Runs& baseline, Domain domain, std::size_t outcome);

/// Mean over all replicates and the months [first, last) in which the outcome exists; NaN if it never does.
double mean_over(const Runs& runs, Domain domain, std::size_t outcome, int first, int last);

// What a number of replicates can show. A band that is taken from n replicates holds a new run less often than its
// name says: "9 of 10" holds 81 % of new runs at n = 20, 87 % at 64, 89 % at 200 (rank k of n has on average k/(n+1)
// of the runs below it). So a median and single runs come first, then the middle half, and nine tenths at 64.
inline constexpr int replicates_for_half_band = 20;
inline constexpr int replicates_for_wide_band = 64;
/// From here on the ends of the wide band rest on ten runs each, and need no warning.
inline constexpr int replicates_for_firm_ends = 200;

enum class Spread : std::uint8_t { none, half, wide };

constexpr Spread spread_of(int replicates) {
    if (replicates < replicates_for_half_band) return Spread::none;
    return replicates < replicates_for_wide_band ? Spread::half : Spread::wide;
}

struct Ends {
    double low = 0;
    double high = 0;
};
/// The ends of what may be shown of a band, or nothing.
std::optional<Ends> shown_ends(const Band& band);

}  // namespace algemeente::present
