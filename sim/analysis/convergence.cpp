#include "analysis/convergence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente::analysis {

std::vector<std::size_t> growing_sizes(std::size_t total, std::size_t least, std::size_t steps) {
    std::vector<std::size_t> sizes;
    for (std::size_t size = total; sizes.empty() || (size >= least && sizes.size() < steps); size /= 2)
        sizes.push_back(size);
    std::reverse(sizes.begin(), sizes.end());
    return sizes;
}

std::vector<ConvergenceStep> converge(const std::vector<std::size_t>& sizes,
                                      const std::function<std::vector<Estimate>(std::size_t)>& estimates) {
    std::vector<ConvergenceStep> steps;
    for (const std::size_t size : sizes) steps.push_back({size, estimates(size)});
    return steps;
}

std::size_t samples_for(std::size_t samples, double present_width, double width) {
    const double needed = static_cast<double>(samples) * std::pow(present_width / width, 2);
    std::size_t power = 1;
    while (static_cast<double>(power) < needed && power < (std::size_t{1} << 40U)) power *= 2;
    return power;
}

std::string index_sentence(std::string_view what, const Estimate& estimate, std::size_t samples) {
    std::string sentences;
    const auto add = [&sentences](const std::string& sentence) {
        if (!sentences.empty()) sentences += ' ';
        sentences += sentence;
    };
    if (estimate.value < 0) {
        add(
            fmt::format("{} comes out negative ({:.3f}), which no share of a variance can be: it is the error of a "
                        "finite sample.",
                        what, estimate.value));
        add(estimate.high >= 0 ? "Its interval includes 0: read it as nothing, or nearly so."
                               : "Even its interval lies below 0: the sample is too small, do not use it.");
    }
    if (estimate.width() > widest_converged)
        add(
            fmt::format("{} has not converged: its interval runs from {:.2f} to {:.2f} with {} base points. About {} "
                        "base points would narrow it to {}.",
                        estimate.value < 0 ? "It" : what, estimate.low, estimate.high, samples,
                        samples_for(samples, estimate.width(), widest_converged), widest_converged));
    return sentences;
}

}  // namespace algemeente::analysis
