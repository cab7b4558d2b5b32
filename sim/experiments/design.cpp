#include "experiments/design.h"

#include "experiments/sobol.h"
#include "random/design_luck.h"
#include "statistics/latin_hypercube.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace algemeente {

namespace {

/// Passes on a point of the unit cube in the units of the model.
class Scaler {
public:
    Scaler(const Experiment& experiment, const PointSink& sink)
        : inputs_(experiment.inputs),
          copula_(experiment.inputs.size(), experiment.correlations),
          sink_(sink),
          values_(experiment.inputs.size()) {}

    void pass(std::span<const double> independent) {
        shares_.assign(independent.begin(), independent.end());
        copula_.apply(shares_);
        for (std::size_t i = 0; i < inputs_.size(); ++i) values_[i] = value_at(inputs_[i], shares_[i]);
        sink_(values_);
    }

private:
    const std::vector<Input>& inputs_;
    Copula copula_;
    const PointSink& sink_;
    std::vector<double> shares_;
    std::vector<double> values_;
};

void make_factorial(const Experiment& experiment, const PointSink& sink) {
    const std::vector<InputGroup> groups = groups_of(experiment);
    std::vector<std::size_t> digits(groups.size(), 0);
    std::vector<double> point(experiment.inputs.size());
    const std::int64_t points = point_count(experiment);
    for (std::int64_t i = 0; i < points; ++i) {
        for (std::size_t group = 0; group < groups.size(); ++group)
            for (const std::size_t member : groups[group].members)
                point[member] = experiment.inputs[member].values[digits[group]];
        sink(point);
        for (std::size_t group = groups.size(); group-- > 0;) {
            if (++digits[group] < experiment.inputs[groups[group].members.front()].values.size()) break;
            digits[group] = 0;
        }
    }
}

void make_sobol(const Experiment& experiment, const PointSink& sink) {
    Scaler scaler(experiment, sink);
    SobolSequence sequence(experiment.inputs.size(), experiment.scramble, experiment.seed);
    sequence.skip(static_cast<std::uint64_t>(experiment.skip));
    for (int i = 0; i < experiment.samples; ++i) scaler.pass(sequence.next());
}

void make_saltelli(const Experiment& experiment, const PointSink& sink) {
    Scaler scaler(experiment, sink);
    const std::vector<InputGroup> groups = groups_of(experiment);
    const std::size_t count = experiment.inputs.size();
    std::vector<double> a(count);
    std::vector<double> b(count);
    const auto pass_swapped = [&](const std::vector<double>& one, const std::vector<double>& other,
                                  const InputGroup& group) {
        std::vector<double> mixture = one;
        for (const std::size_t member : group.members) mixture[member] = other[member];
        scaler.pass(mixture);
    };
    const auto pass_base_point = [&](const std::vector<double>& both) {
        std::copy_n(both.begin(), count, a.begin());
        std::copy_n(both.begin() + static_cast<std::ptrdiff_t>(count), count, b.begin());
        scaler.pass(a);
        for (const InputGroup& group : groups) pass_swapped(a, b, group);
        if (experiment.second_order)
            for (const InputGroup& group : groups) pass_swapped(b, a, group);
        scaler.pass(b);
    };
    for (int randomisation = 0; randomisation < experiment.randomisations; ++randomisation) {
        SobolSequence sequence(2 * count, experiment.scramble, experiment.seed,
                               static_cast<std::uint32_t>(randomisation));
        sequence.skip(static_cast<std::uint64_t>(experiment.skip));
        for (int i = 0; i < experiment.samples / experiment.randomisations; ++i) pass_base_point(sequence.next());
    }
}

/// One trajectory: every input starts on the grid so that a jump of delta stays in the cube, groups jump one by one.
void make_trajectory(const Experiment& experiment, const std::vector<InputGroup>& groups, std::uint32_t trajectory,
                     Scaler& scaler) {
    const DesignLuck luck(experiment.seed);
    const int half = experiment.levels / 2;
    const double last = experiment.levels - 1;
    const std::size_t count = experiment.inputs.size();
    std::vector<int> level(count);
    std::vector<int> jump(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto below_half =
            static_cast<int>(luck.below(static_cast<std::uint32_t>(half), DesignPurpose::morris_start, i, trajectory));
        const bool upwards = (luck.word(DesignPurpose::morris_direction, i, trajectory) >> 31U) != 0;
        level[i] = upwards ? below_half : below_half + half;
        jump[i] = upwards ? half : -half;
    }
    std::vector<double> shares(count);
    const auto pass = [&] {
        for (std::size_t i = 0; i < count; ++i) shares[i] = level[i] / last;
        scaler.pass(shares);
    };
    pass();
    const auto group_count = static_cast<std::uint32_t>(groups.size());
    for (const std::uint32_t group : luck.shuffled(group_count, DesignPurpose::morris_order, trajectory)) {
        for (const std::size_t member : groups[group].members) level[member] += jump[member];
        pass();
    }
}

void make_morris(const Experiment& experiment, const PointSink& sink) {
    Scaler scaler(experiment, sink);
    const std::vector<InputGroup> groups = groups_of(experiment);
    for (int i = 0; i < experiment.samples; ++i)
        make_trajectory(experiment, groups, static_cast<std::uint32_t>(i), scaler);
}

void make_list(const Experiment& experiment, const PointSink& sink) {
    for (const std::vector<double>& point : experiment.listed_points) sink(point);
}

void make_hypercube(const Experiment& experiment, const PointSink& sink) {
    Scaler scaler(experiment, sink);
    for (const std::vector<double>& point :
         latin_hypercube(static_cast<std::size_t>(experiment.samples), experiment.inputs.size(), experiment.maximin,
                         experiment.seed))
        scaler.pass(point);
}

std::int64_t samples_of(const Experiment& experiment) {
    return experiment.samples;
}

std::int64_t listed_count(const Experiment& experiment) {
    return static_cast<std::int64_t>(experiment.listed_points.size());
}

std::int64_t factorial_count(const Experiment& experiment) {
    std::int64_t points = 1;
    for (const InputGroup& group : groups_of(experiment))
        points *= static_cast<std::int64_t>(experiment.inputs[group.members.front()].values.size());
    return points;
}

std::int64_t saltelli_count(const Experiment& experiment) {
    const auto groups = static_cast<std::int64_t>(groups_of(experiment).size());
    return experiment.samples * ((experiment.second_order ? 2 : 1) * groups + 2);
}

std::int64_t morris_count(const Experiment& experiment) {
    return experiment.samples * (static_cast<std::int64_t>(groups_of(experiment).size()) + 1);
}

constexpr std::string_view keys_of_list[] = {"points"};
constexpr std::string_view keys_of_hypercube[] = {"samples", "maximin", "all_assumptions"};
constexpr std::string_view keys_of_sobol[] = {"samples", "scramble", "skip", "all_assumptions"};
constexpr std::string_view keys_of_saltelli[] = {"samples",      "scramble",       "skip",
                                                 "second_order", "randomisations", "all_assumptions"};
constexpr std::string_view keys_of_morris[] = {"samples", "levels", "all_assumptions"};

constexpr DesignInfo table[] = {
    {DesignKind::factorial, "factorial", {}, 0, factorial_count, make_factorial, true},
    {DesignKind::list, "list", keys_of_list, 0, listed_count, make_list},
    {DesignKind::lhs, "lhs", keys_of_hypercube, 2, samples_of, make_hypercube, false, 1, true},
    {DesignKind::sobol, "sobol", keys_of_sobol, 1, samples_of, make_sobol, false, 1, true},
    {DesignKind::saltelli, "saltelli", keys_of_saltelli, 1, saltelli_count, make_saltelli, true},
    {DesignKind::morris, "morris", keys_of_morris, 1, morris_count, make_morris, true, 2},
};

constexpr bool rows_are_in_the_order_of_kinds() {
    for (std::size_t i = 0; i < std::size(table); ++i)
        if (table[i].kind != static_cast<DesignKind>(i)) return false;
    return true;
}
static_assert(rows_are_in_the_order_of_kinds());

}  // namespace

std::span<const DesignInfo> designs() {
    return table;
}

const DesignInfo& design_info(DesignKind design) {
    return table[static_cast<std::size_t>(design)];
}

std::span<const std::string_view> design_words() {
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> all;
        for (const DesignInfo& info : table) all.push_back(info.word);
        return all;
    }();
    return words;
}

std::string_view design_word(DesignKind design) {
    return design_info(design).word;
}

double value_at(const Input& input, double share) {
    if (input.shape.kind != ShapeKind::uniform) return quantile_of(input.shape, input.low, input.high, share);
    // rounding may carry the sum past the bound by a last bit, and a value outside the range could not be set again
    if (input.values.empty()) return std::clamp(input.low + share * (input.high - input.low), input.low, input.high);
    const auto count = static_cast<double>(input.values.size());
    return input.values[static_cast<std::size_t>(std::min(std::floor(share * count), count - 1))];
}

std::int64_t point_count(const Experiment& experiment) {
    return design_info(experiment.design).count(experiment);
}

std::int64_t run_count(const Experiment& experiment) {
    return point_count(experiment) * static_cast<std::int64_t>(experiment.scenarios.size()) * experiment.replicates;
}

void make_points(const Experiment& experiment, const PointSink& sink) {
    design_info(experiment.design).make(experiment, sink);
}

}  // namespace algemeente
