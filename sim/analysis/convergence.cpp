#include "analysis/convergence.h"

#include "present/words/catalogue.h"
#include "present/words/numbers.h"

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

std::string index_remark(const Estimate& estimate) {
    std::string remark;
    if (estimate.value < 0) remark = estimate.high >= 0 ? "comes out negative" : "interval below 0";
    if (estimate.width() > widest_converged) remark += remark.empty() ? "has not converged" : "; has not converged";
    return remark;
}

std::string index_sentence(std::string_view what, const Estimate& estimate, std::size_t samples,
                           present::Language language) {
    using present::Word;
    const auto number = [&](double value) { return present::number_words(value, language, {.digits = 3}); };
    std::string sentences;
    const auto add = [&]<typename... Parts>(Word word, const Parts&... parts) {
        if (!sentences.empty()) sentences += ' ';
        sentences += present::filled(present::text(word, language), parts...);
    };
    if (estimate.value < 0) {
        add(Word::a_negative, what, number(estimate.value));
        add(estimate.high >= 0 ? Word::a_negative_zero : Word::a_negative_below);
    }
    if (estimate.width() > widest_converged)
        add(Word::a_index_unsettled, estimate.value < 0 ? present::text(Word::a_it, language) : what,
            number(estimate.low), number(estimate.high), number(static_cast<double>(samples)),
            number(static_cast<double>(samples_for(samples, estimate.width(), widest_converged))),
            number(widest_converged));
    return sentences;
}

}  // namespace algemeente::analysis
