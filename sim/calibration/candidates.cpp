#include "calibration/candidates.h"

#include "mathematics/elementary.h"
#include "random/design_luck.h"
#include "threads/side_by_side.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

bool is_ruled_out(const EmulatedTarget& one, const Prediction& prediction) {
    return implausibility(one.target, prediction.mean, prediction.variance) > ruled_out;
}

/// Those of `from` with the smallest numbers, which are waiting times: draws without replacement, with the inverse of
/// the time's scale as weight (Efraimidis and Spirakis 2006).
std::vector<std::size_t> first_to_arrive(std::vector<std::pair<double, std::size_t>> waiting, std::size_t count) {
    std::sort(waiting.begin(), waiting.end());
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < std::min(count, waiting.size()); ++i) drawn.push_back(waiting[i].second);
    return drawn;
}

}  // namespace

CandidateOdds odds_of_candidates(const Calibration& calibration, const std::vector<EmulatedTarget>& targets,
                                 std::uint64_t first, int count, int threads, const std::atomic<bool>& cancel) {
    constexpr int piece = 200;
    const auto all = static_cast<std::size_t>(count);
    CandidateOdds odds;
    odds.chances.resize(all);
    odds.likelihoods.resize(all);
    std::vector<char> possible(all);  // threads write side by side, which a vector of bits does not allow
    std::atomic<int> next{0};
    const CandidateSource source(calibration);
    work_side_by_side(
        thread_count(threads),
        [&](std::size_t /*worker*/) {
            const int begin = next.fetch_add(piece);
            if (begin >= count) return false;
            const int end = std::min(count, begin + piece);
            for (int i = begin; i < end; ++i) {
                const std::vector<double> point = source.point(first + static_cast<std::uint64_t>(i));
                double chance = 1;
                double log_likely = 0;
                bool is_possible = true;
                for (const EmulatedTarget& one : targets) {
                    const Prediction prediction = one.emulator.at(point);
                    chance *= chance_to_pass(one.target, prediction);
                    log_likely += log_likelihood(one.target, prediction);
                    is_possible = is_possible && !is_ruled_out(one, prediction);
                }
                odds.chances[static_cast<std::size_t>(i)] = chance;
                odds.likelihoods[static_cast<std::size_t>(i)] = log_likely;
                possible[static_cast<std::size_t>(i)] = is_possible ? 1 : 0;
            }
            return true;
        },
        &cancel);
    odds.cancelled = cancel.load();
    const double largest = *std::max_element(odds.likelihoods.begin(), odds.likelihoods.end());
    for (double& one : odds.likelihoods) one = exponential(one - largest);
    for (const char one : possible) odds.is_possible.push_back(one != 0);
    return odds;
}

std::vector<std::size_t> drawn_candidates(const std::vector<double>& weights, const std::vector<bool>& is_possible,
                                          std::size_t count, double even_share, std::uint64_t seed,
                                          std::uint64_t first) {
    constexpr double hopeless = 1e-12;
    const DesignLuck luck(seed);
    const auto waiting_time = [&](std::size_t i, std::uint32_t which) {
        return -logarithm(luck.uniform(DesignPurpose::candidate_choice, first + i, which));
    };
    std::vector<std::pair<double, std::size_t>> weighted;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (weights[i] > hopeless) weighted.emplace_back(waiting_time(i, 0) / weights[i], i);
    const auto evenly = static_cast<std::size_t>(even_share * static_cast<double>(count));
    std::vector<std::size_t> drawn = first_to_arrive(std::move(weighted), count - evenly);

    std::vector<bool> is_drawn(weights.size(), false);
    for (const std::size_t i : drawn) is_drawn[i] = true;
    std::vector<std::pair<double, std::size_t>> even;
    std::vector<std::pair<double, std::size_t>> others;
    for (std::size_t i = 0; i < is_drawn.size(); ++i)
        if (!is_drawn[i]) (is_possible[i] ? even : others).emplace_back(waiting_time(i, 1), i);
    for (auto* const rest : {&even, &others}) {  // the others only where nothing else is left
        const std::vector<std::size_t> more = first_to_arrive(std::move(*rest), count - drawn.size());
        drawn.insert(drawn.end(), more.begin(), more.end());
    }
    return drawn;
}

}  // namespace algemeente
