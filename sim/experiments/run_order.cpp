#include "experiments/run_order.h"

#include "experiments/design.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace algemeente {

namespace {

/// Multiples of it, modulo `count`, visit every number once and are spread evenly at any moment.
std::int64_t golden_stride(std::int64_t count) {
    constexpr double golden_section = 0.6180339887498949;
    auto stride = std::max<std::int64_t>(1, std::llround(static_cast<double>(count) * golden_section));
    while (std::gcd(stride, count) != 1) ++stride;
    return stride;
}

}  // namespace

RunOrder::RunOrder(const Experiment& experiment) : steps_(point_count(experiment)) {
    switch (experiment.design) {
        case DesignKind::factorial:
        case DesignKind::list: stride_ = golden_stride(steps_); break;
        case DesignKind::saltelli:
            parts_ = std::max(1, experiment.randomisations);
            block_ = steps_ / std::max(1, experiment.samples);
            break;
        case DesignKind::lhs:
        case DesignKind::sobol:
        case DesignKind::morris: break;
    }
}

std::int64_t RunOrder::point_at(std::int64_t step) const {
    if (stride_ > 1) return step * stride_ % steps_;
    if (parts_ == 1) return step;
    const std::int64_t base_point = step / block_;
    const std::int64_t blocks_of_part = steps_ / block_ / parts_;
    return (base_point % parts_ * blocks_of_part + base_point / parts_) * block_ + step % block_;
}

}  // namespace algemeente
