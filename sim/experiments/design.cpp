#include "experiments/design.h"

#include "experiments/design_luck.h"
#include "experiments/sobol.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

/// Passes on a point of the unit cube in the units of the model.
class Scaler {
public:
    Scaler(const std::vector<Input>& inputs, const PointSink& sink)
        : inputs_(inputs), sink_(sink), values_(inputs.size()) {}

    void pass(std::span<const double> shares) {
        for (std::size_t i = 0; i < inputs_.size(); ++i) values_[i] = value_at(inputs_[i], shares[i]);
        sink_(values_);
    }

private:
    const std::vector<Input>& inputs_;
    const PointSink& sink_;
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
    Scaler scaler(experiment.inputs, sink);
    SobolSequence sequence(experiment.inputs.size(), experiment.scramble, experiment.seed);
    sequence.skip(static_cast<std::uint64_t>(experiment.skip));
    for (int i = 0; i < experiment.samples; ++i) scaler.pass(sequence.next());
}

void make_saltelli(const Experiment& experiment, const PointSink& sink) {
    Scaler scaler(experiment.inputs, sink);
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
    Scaler scaler(experiment.inputs, sink);
    const std::vector<InputGroup> groups = groups_of(experiment);
    for (int i = 0; i < experiment.samples; ++i)
        make_trajectory(experiment, groups, static_cast<std::uint32_t>(i), scaler);
}

}  // namespace

double value_at(const Input& input, double share) {
    if (input.values.empty()) return input.low + share * (input.high - input.low);
    const auto count = static_cast<double>(input.values.size());
    return input.values[static_cast<std::size_t>(std::min(std::floor(share * count), count - 1))];
}

std::int64_t point_count(const Experiment& experiment) {
    const std::vector<InputGroup> groups = groups_of(experiment);
    const auto group_count = static_cast<std::int64_t>(groups.size());
    const std::int64_t samples = experiment.samples;
    switch (experiment.design) {
        case DesignKind::factorial: {
            std::int64_t points = 1;
            for (const InputGroup& group : groups)
                points *= static_cast<std::int64_t>(experiment.inputs[group.members.front()].values.size());
            return points;
        }
        case DesignKind::list: return static_cast<std::int64_t>(experiment.listed_points.size());
        case DesignKind::lhs:
        case DesignKind::sobol: return samples;
        case DesignKind::saltelli: return samples * ((experiment.second_order ? 2 : 1) * group_count + 2);
        case DesignKind::morris: return samples * (group_count + 1);
    }
    return 0;
}

std::int64_t run_count(const Experiment& experiment) {
    return point_count(experiment) * static_cast<std::int64_t>(experiment.scenarios.size()) * experiment.replicates;
}

void make_points(const Experiment& experiment, const PointSink& sink) {
    switch (experiment.design) {
        case DesignKind::factorial: return make_factorial(experiment, sink);
        case DesignKind::list:
            for (const std::vector<double>& point : experiment.listed_points) sink(point);
            return;
        case DesignKind::lhs: {
            Scaler scaler(experiment.inputs, sink);
            for (const std::vector<double>& point :
                 latin_hypercube(static_cast<std::size_t>(experiment.samples), experiment.inputs.size(),
                                 experiment.maximin, experiment.seed))
                scaler.pass(point);
            return;
        }
        case DesignKind::sobol: return make_sobol(experiment, sink);
        case DesignKind::saltelli: return make_saltelli(experiment, sink);
        case DesignKind::morris: return make_morris(experiment, sink);
    }
}

}  // namespace algemeente
