// P05 and P06: every factor matters, and the weakest decides.
#include "patterns/measures.h"
#include "statistics/ranks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace algemeente {

namespace {

std::string word(Factor factor) {
    return std::string(factor_word(factor));
}

// Both patterns run the base scenario first, then one scenario for each factor, in the order of the factors.
constexpr std::size_t base = 0;
constexpr std::size_t scenario_of(Factor factor) {
    return 1 + static_cast<std::size_t>(factor);
}
constexpr std::size_t scenarios_of_factors = 1 + factor_count;

/// What a factor may change, in each domain.
struct Reached {
    ByDomain in_use;  ///< June 2027
    ByDomain value;   ///< June 2027
    ByDomain harm;    ///< expected, summed until June 2027
};

Reached measure_reached(const FinishedRun& run) {
    return {outcome_at(run.history, "in_use", month_2027_june), outcome_at(run.history, "value", month_2027_june),
            outcome_at(run.history, "harm_so_far", month_2027_june)};
}

/// The largest relative change of use, value or harm in a domain, whatever its sign.
double largest_change(const Reached& usual, const Reached& other) {
    double largest = 0;
    for (ByDomain Reached::*what : {&Reached::in_use, &Reached::value, &Reached::harm})
        for (const Domain domain : both_domains)
            largest = std::max(largest, std::abs(relative_change((other.*what)[domain], (usual.*what)[domain])));
    return largest;
}

Pattern ceiling_pattern() {
    constexpr double noticeable = .02;
    std::vector<std::string> scenarios = {"base"};
    std::vector<Check> checks;
    for (std::size_t k = 0; k < factor_count; ++k) {
        const auto factor = static_cast<Factor>(k);
        scenarios.push_back("ceiling:" + word(factor));
        checks.push_back(above(
            "largest change of use, value or harm in a domain with " + word(factor) + " at its ceiling", noticeable,
            [factor](const std::vector<Reached>& in) { return largest_change(in[base], in[scenario_of(factor)]); }));
    }
    return {.id = "P05",
            .sentence = "All ten factors matter: held at its ceiling, each changes use, value or harm.",
            .evidence = "table 6.3; section 7.1",
            .pattern_class = PatternClass::mechanism,
            .scenarios = std::move(scenarios),
            .measure = measured_by(measure_reached),
            .checks = std::move(checks),
            .replicates_factor = 2,
            .note =
                "Restated before it was run: it used to halve each factor, which drives levels where they never are, "
                "so that factors which decide nothing passed. Halved factors are still in the table of influence."};
}

/// Factors that may bind at a gate and seldom do; all pairs of them are run, the two rarest are judged.
constexpr std::array<Factor, 4> rare_factors = {Factor::ict, Factor::legitimacy_citizens, Factor::ethics,
                                                Factor::legitimacy_government};

struct FactorPair {
    Factor one;
    Factor other;
};

/// In the order of rare_factors; their scenarios come after those of single factors.
std::vector<FactorPair> rare_pairs() {
    std::vector<FactorPair> pairs;
    for (std::size_t i = 0; i < rare_factors.size(); ++i)
        for (std::size_t j = i + 1; j < rare_factors.size(); ++j) pairs.push_back({rare_factors[i], rare_factors[j]});
    return pairs;
}

struct ValueAndBinding {
    double value = 0;                          ///< of both domains, June 2027
    std::array<double, factor_count> bound{};  ///< project-months in which each factor was the lowest
};

ValueAndBinding measure_value_and_binding(const FinishedRun& run) {
    ValueAndBinding measured;
    measured.value = total_at(run.history, "value", month_2027_june);
    for (const BindingCounts& year : run.history.records.bindings)
        for (const auto& domain : year)
            for (const auto& stage : domain)
                for (std::size_t k = 0; k < factor_count; ++k) measured.bound[k] += stage[k];
    return measured;
}

double times_bound(const ValueAndBinding& measured, Factor factor) {
    return measured.bound[static_cast<std::size_t>(factor)];
}

/// Effect on value of raising a factor.
double raise_effect(const std::vector<ValueAndBinding>& in, Factor factor) {
    return relative_change(in[scenario_of(factor)].value, in[base].value);
}

/// Factors that act through the combination at gates only. Law is a condition of its own; political support counts at
/// gates too, but also decides on starts.
constexpr std::array<Factor, 8> gate_factors = {
    Factor::ict,         Factor::capacity, Factor::data_availability,  Factor::data_readiness, Factor::involvement,
    Factor::willingness, Factor::ethics,   Factor::legitimacy_citizens};

/// Does raising a factor help more, the more often it is the lowest?
double binding_follows_effect(const std::vector<ValueAndBinding>& in) {
    std::vector<double> bound;
    std::vector<double> effects;
    for (const Factor factor : gate_factors) {
        bound.push_back(times_bound(in[base], factor));
        effects.push_back(raise_effect(in, factor));
    }
    return rank_correlation(bound, effects);
}

/// Effect of raising the two rarest together, minus 1.2 times the larger of the two.
double rare_pair_against_larger(const std::vector<ValueAndBinding>& in) {
    std::array<Factor, rare_factors.size()> order = rare_factors;
    std::sort(order.begin(), order.end(),
              [&](Factor a, Factor b) { return times_bound(in[base], a) < times_bound(in[base], b); });
    const auto is_rarest = [&](Factor factor) { return factor == order[0] || factor == order[1]; };
    std::size_t scenario = scenarios_of_factors;
    for (const FactorPair& pair : rare_pairs()) {
        if (is_rarest(pair.one) && is_rarest(pair.other)) {
            const double larger = std::max(raise_effect(in, pair.one), raise_effect(in, pair.other));
            return relative_change(in[scenario].value, in[base].value) - 1.2 * larger;
        }
        ++scenario;
    }
    return 0;
}

/// Effect of raising the factor that binds most often, against the median effect of the others.
double most_binding_against_median(const std::vector<ValueAndBinding>& in) {
    const auto most = *std::max_element(gate_factors.begin(), gate_factors.end(), [&](Factor a, Factor b) {
        return times_bound(in[base], a) < times_bound(in[base], b);
    });
    std::vector<double> others;
    for (const Factor factor : gate_factors)
        if (factor != most) others.push_back(raise_effect(in, factor));
    std::sort(others.begin(), others.end());
    return raise_effect(in, most) - 3 * others[others.size() / 2];
}

Pattern weakest_link_pattern() {
    std::vector<std::string> scenarios = {"base"};
    for (int k = 0; k < factor_count; ++k) scenarios.push_back("raise:" + word(static_cast<Factor>(k)));
    for (const FactorPair& pair : rare_pairs()) scenarios.push_back("raise:" + word(pair.one) + "+" + word(pair.other));
    return {
        .id = "P06",
        .sentence =
            "The weakest link decides: raising what binds most helps most, raising what seldom binds hardly does.",
        .evidence = "E79",
        .pattern_class = PatternClass::mechanism,
        .scenarios = std::move(scenarios),
        .measure = measured_by(measure_value_and_binding),
        .checks = {above("effect of raising what binds most often, minus 3 x the median effect of the others", 0,
                         most_binding_against_median),
                   above("rank correlation over eight factors: how often it binds, and effect of raising it", .5,
                         binding_follows_effect),
                   below("effect of raising the two that bind least together, minus 1.2 x the larger of the two", 0,
                         rare_pair_against_larger)},
        .note =
            "Raised by 40 %, at most to 1; over the eight factors that act through gates. The first criterion is the "
            "one first written. It failed and was then replaced by the second; now it counts as it falls."};
}

}  // namespace

std::vector<Pattern> patterns_of_factors() {
    return {ceiling_pattern(), weakest_link_pattern()};
}

}  // namespace algemeente
