// Would half the runs have said the same? Indices against sample size.
#pragma once

#include "present/words/language.h"
#include "statistics/bootstrap.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::analysis {

/// Estimates from the first `size` samples.
struct ConvergenceStep {
    std::size_t size = 0;
    std::vector<Estimate> estimates;
};

/// total / 2^k, rising, from at least `least` on; at most `steps` of them, the last is `total`.
std::vector<std::size_t> growing_sizes(std::size_t total, std::size_t least, std::size_t steps = 7);

/// Estimates at each size.
std::vector<ConvergenceStep> converge(const std::vector<std::size_t>& sizes,
                                      const std::function<std::vector<Estimate>(std::size_t)>& estimates);

/// An interval of an index (a share of the variance) wider than this is not converged. Sarrazin, Pianosi and Wagener
/// 2016 ask for 0.05; we say so from 0.1 on, where two digits can no longer be read.
inline constexpr double widest_converged = 0.1;

/// Samples that would narrow an interval to `width`, as it narrows with the root of their number; a power of two.
std::size_t samples_for(std::size_t samples, double present_width, double width);

/// The same in words that do not depend on the language, for files: "comes out negative", "has not converged", both, or
/// nothing.
std::string index_remark(const Estimate& estimate);

/// Plain sentences about one index that is a share of the variance: negative, or with a wide interval. Empty if there
/// is nothing to say. `what`: "the total effect of x1".
std::string index_sentence(std::string_view what, const Estimate& estimate, std::size_t samples,
                           present::Language language);

}  // namespace algemeente::analysis
