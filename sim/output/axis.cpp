#include "output/axis.h"

#include "present/words/numbers.h"

#include <algorithm>
#include <cmath>

namespace algemeente {

double round_step(double low, double high, int count) {
    const double rough = (high - low) / std::max(count, 1);
    if (!(rough > 0) || !std::isfinite(rough)) return 1;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        // a hair of tolerance, because 3 * 0.1 is a little more than 0.3
        if (rough <= factor * power * (1 + 1e-9)) return factor * power;
    }
    return 10 * power;
}

std::vector<double> round_ticks(double low, double high, int count) {
    const double step = round_step(low, high, count);
    const auto first = static_cast<long long>(std::floor(low / step + 1e-9));
    const auto last = std::max(first + 1, static_cast<long long>(std::ceil(high / step - 1e-9)));
    std::vector<double> ticks;
    for (long long tick = first; tick <= last; ++tick) ticks.push_back(static_cast<double>(tick) * step);
    return ticks;
}

std::string tick_label(double value, double step, bool percent, present::Language language) {
    const double scale = percent ? 100 : 1;
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step * scale) + 1e-9)));
    return present::number_words(value, language, {.percent = percent, .decimals = decimals});
}

}  // namespace algemeente
