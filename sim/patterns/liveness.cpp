#include "patterns/liveness.h"

#include "ensemble/run_stops.h"
#include "netherlands/country_of.h"
#include "present/words/liveness_reasons.h"
#include "statistics/compare.h"
#include "statistics/summary.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace algemeente {

namespace {

constexpr double sure_errors = 3;
constexpr double smallest_relative = .01;
constexpr double smallest_level = .005;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

using Readings = std::vector<std::vector<Numbers>>;  ///< [variant][replicate]

std::vector<double> reading_of_all(const std::vector<Numbers>& replicates, std::size_t reading) {
    std::vector<double> values;
    for (const Numbers& numbers : replicates) values.push_back(numbers[reading]);
    return values;
}

/// What moving agents is: reading it back says nothing about whether anything else moves.
struct OwnReading {
    std::string_view thing;
    std::string_view outcome;
};
constexpr OwnReading own_readings[] = {{"willingness", "employee_willingness"},
                                       {"legitimacy_citizens", "legitimacy_in_use"},
                                       {"legitimacy_government", "support_in_use"},
                                       {"employees", "willingness"},
                                       {"employees", "employee_willingness"},
                                       {"citizens", "legitimacy_citizens"},
                                       {"citizens", "legitimacy_in_use"},
                                       {"politicians", "legitimacy_government"},
                                       {"politicians", "support_in_use"},
                                       {"turnover", "alderman_knowledge"},
                                       {"council", "moratorium_share"}};

/// A factor's own is its level, and what the table says.
bool is_own(const LivenessThing& thing, const LivenessReading& reading) {
    if (thing.kind == LivenessKind::factor && thing.name == reading.outcome) return true;
    return std::any_of(std::begin(own_readings), std::end(own_readings), [&](const OwnReading& own) {
        return own.thing == thing.name && own.outcome == reading.outcome;
    });
}

/// Everything that counts of a row, one after another.
std::vector<LivenessPlace> places_of(const LivenessRow& row) {
    const std::span<const LivenessReading> readings = liveness_readings();
    std::vector<LivenessPlace> places;
    for (const LivenessChange& change : row.changes)
        for (std::size_t i = 0; i < readings.size(); ++i)
            if (!std::isnan(change.effects[i].change) && !is_own(row.thing, readings[i]))
                places.push_back({&change, &readings[i], change.effects[i]});
    return places;
}

/// Runs of bases with what their projects' factors vary by, and runs of variants, counted as one study.
class Study {
public:
    Study(const Scenario& base, const std::vector<LivenessThing>& things, int replicates, const BatchOptions& runs)
        : things_(things),
          replicates_(replicates),
          runs_(runs),
          bases_(liveness_bases(base, things, static_cast<int>(country_of(base, runs.seed).size()))),
          month_(liveness_month(base.months())),
          months_(base.months()),
          spreads_(static_cast<std::size_t>(replicates)) {}

    Liveness done() {
        Liveness liveness;
        liveness.month = month_;
        liveness.replicates = replicates_;
        // how many trials there are does not depend on the spread, unless a factor never varies
        trials_ = liveness_trials(things_, bases_, FactorSpread{});
        const std::size_t expected = bases_.size() + trials_.size() + shifted_by_spread();
        const Readings read_bases = read(variants_of(bases_), 0, expected, true);
        for (const FactorSpread& spread : spreads_) liveness.spread.add(spread);
        trials_ = liveness_trials(things_, bases_, liveness.spread);
        liveness.runs = (bases_.size() + trials_.size()) * static_cast<std::size_t>(replicates_);
        const Readings read_variants =
            read_bases.empty() ? Readings{} : read(variants_of(trials_), bases_.size(), expected, false);
        liveness.cancelled = read_bases.empty() || (read_variants.empty() && !trials_.empty());
        if (!liveness.cancelled) liveness.rows = liveness_rows(things_, trials_, read_bases, read_variants);
        return liveness;
    }

private:
    template <typename With>
    std::vector<Variant> variants_of(const std::vector<With>& all) const {
        std::vector<Variant> variants;
        for (const With& one : all) variants.push_back({one.scenario, replicates_});
        return variants;
    }

    /// Trials that can be made only when the spread is known: two for each factor.
    std::size_t shifted_by_spread() const {
        const auto factors = std::count_if(things_.begin(), things_.end(), [](const LivenessThing& thing) {
            return thing.kind == LivenessKind::factor;
        });
        return 2 * static_cast<std::size_t>(factors);
    }

    /// [variant][replicate]; empty when it was cancelled. Progress counts `before` variants as done, of `all`.
    Readings read(const std::vector<Variant>& variants, std::size_t before, std::size_t all, bool measure_spread) {
        const auto months = [&](std::size_t variant_count) {
            return static_cast<std::int64_t>(variant_count) * replicates_ * months_;
        };
        BatchOptions options = runs_;
        if (runs_.progress)
            options.progress = [&](std::int64_t done, std::int64_t /*of_these*/) {
                runs_.progress(months(before) + done, months(all));
            };
        RunStops stops;
        if (measure_spread)
            stops.watch = [&](const RunJob& job, const ReplicateRun& run) {
                if (job.variant == 0) spreads_[static_cast<std::size_t>(job.replicate)].add(run.world());
            };
        Readings readings(variants.size(), std::vector<Numbers>(static_cast<std::size_t>(replicates_)));
        const auto take = [&](const FinishedRun& run) {
            readings[run.job.variant][static_cast<std::size_t>(run.job.replicate)] = read_liveness(run.history, month_);
        };
        constexpr bool keep_events = false;
        if (!run_batch(jobs_of(variants, keep_events), options, take, stops)) readings.clear();
        return readings;
    }

    const std::vector<LivenessThing>& things_;
    int replicates_;
    const BatchOptions& runs_;
    std::vector<LivenessBase> bases_;
    std::vector<LivenessTrial> trials_;
    int month_;
    int months_;
    std::vector<FactorSpread> spreads_;  ///< by replicate, so that sums do not depend on the order of threads
};

}  // namespace

double LivenessEffect::size(ChangeUnit unit) const {
    return std::abs(change) / (unit == ChangeUnit::relative ? smallest_relative : smallest_level);
}

double LivenessEffect::surety() const {
    return change == 0 ? 0 : std::abs(change) / standard_error;
}

bool LivenessEffect::moves(ChangeUnit unit) const {
    return size(unit) >= 1 && std::abs(change) > sure_errors * standard_error;  // NaN is neither
}

LivenessEffect paired_effect(std::span<const double> base, std::span<const double> variant, ChangeUnit unit) {
    std::vector<double> differences;
    double sum = 0;
    for (std::size_t i = 0; i < base.size(); ++i) {
        if (std::isnan(base[i]) || std::isnan(variant[i])) continue;
        differences.push_back(variant[i] - base[i]);
        sum += base[i];
    }
    const auto count = static_cast<double>(differences.size());
    if (differences.size() < 2) return {nothing, nothing, static_cast<int>(differences.size())};
    const double mean = mean_of(differences);
    const double error = std::sqrt(variance_of(differences) / count);
    const double scale = unit == ChangeUnit::relative ? std::abs(sum / count) : 1;
    const auto pairs = static_cast<int>(differences.size());
    if (scale == 0)
        return mean == 0 && error == 0 ? LivenessEffect{0, 0, pairs} : LivenessEffect{nothing, nothing, pairs};
    return {mean / scale, error / scale, pairs};
}

bool LivenessRow::moves() const {
    const std::vector<LivenessPlace> places = places_of(*this);
    return std::any_of(places.begin(), places.end(),
                       [](const LivenessPlace& place) { return place.effect.moves(place.reading->unit); });
}

std::optional<LivenessPlace> LivenessRow::largest() const {
    // where nothing moves, the size is mostly noise: then the surest effect tells most
    const auto rank = [](const LivenessPlace& place) {
        const double size = place.effect.size(place.reading->unit);
        return place.effect.moves(place.reading->unit) ? std::tuple(true, size, 0.0)
                                                       : std::tuple(false, place.effect.surety(), size);
    };
    const std::vector<LivenessPlace> places = places_of(*this);
    const auto found =
        std::max_element(places.begin(), places.end(),
                         [&](const LivenessPlace& one, const LivenessPlace& other) { return rank(one) < rank(other); });
    if (found == places.end()) return std::nullopt;
    return *found;
}

double LivenessRow::chance() const {
    const std::vector<LivenessPlace> places = places_of(*this);
    double smallest = 1;
    for (const LivenessPlace& place : places) {
        if (place.effect.size(place.reading->unit) < 1) continue;
        smallest =
            std::min(smallest, chance_of_mean(place.effect.change / place.effect.standard_error, place.effect.pairs));
    }
    return std::min(1.0, smallest * static_cast<double>(places.size()));
}

std::size_t Liveness::inert() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const LivenessRow& row) { return !row.moves(); }));
}

std::vector<LivenessRow> liveness_rows(const std::vector<LivenessThing>& things,
                                       const std::vector<LivenessTrial>& trials, const Readings& read_bases,
                                       const Readings& read_variants) {
    const std::span<const LivenessReading> readings = liveness_readings();
    std::vector<LivenessRow> rows;
    for (const LivenessThing& thing : things) rows.push_back({thing, {}});
    for (std::size_t t = 0; t < trials.size(); ++t) {
        const LivenessTrial& trial = trials[t];
        LivenessChange change{trial.setting, trial.value, {}};
        for (std::size_t i = 0; i < readings.size(); ++i)
            change.effects.push_back(paired_effect(reading_of_all(read_bases[trial.base], i),
                                                   reading_of_all(read_variants[t], i), readings[i].unit));
        rows[trial.thing].changes.push_back(std::move(change));
    }
    return rows;
}

Liveness study_liveness(const Scenario& base, const std::vector<LivenessThing>& things, int replicates,
                        const BatchOptions& runs) {
    return Study(base, things, replicates, runs).done();
}

std::vector<std::size_t> in_order_of_liveness(const std::vector<LivenessRow>& rows) {
    const auto rank = [&](std::size_t i) {
        const LivenessRow& row = rows[i];
        const bool explained = !present::reason_of_inert(row.thing.name, present::Language::en).empty();
        const std::optional<LivenessPlace> largest = row.largest();
        return std::tuple(row.moves(), !row.moves() && explained,
                          largest ? largest->effect.size(largest->reading->unit) : 0.0, i);
    };
    std::vector<std::tuple<bool, bool, double, std::size_t>> ranks;
    for (std::size_t i = 0; i < rows.size(); ++i) ranks.push_back(rank(i));
    std::sort(ranks.begin(), ranks.end());
    std::vector<std::size_t> order;
    for (const auto& one : ranks) order.push_back(std::get<3>(one));
    return order;
}

}  // namespace algemeente
