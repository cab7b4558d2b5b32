#include "netherlands/quotas.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace algemeente {

std::vector<std::size_t> order_of(std::span<const double> draws) {
    std::vector<std::size_t> order(draws.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return draws[a] < draws[b]; });
    return order;
}

std::vector<int> largest_remainder(int count, std::span<const double> weights) {
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<int> quotas;
    std::vector<double> shortfalls;  // negative remainders, so that the largest remainder comes first
    for (const double weight : weights) {
        const double fair = count * weight / total;
        quotas.push_back(static_cast<int>(std::floor(fair)));
        shortfalls.push_back(std::floor(fair) - fair);
    }
    int left = count - std::accumulate(quotas.begin(), quotas.end(), 0);
    for (const std::size_t i : order_of(shortfalls)) {
        if (left-- <= 0) break;
        ++quotas[i];
    }
    return quotas;
}

}  // namespace algemeente
