#include "output/axis.h"

#include <fmt/format.h>

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

std::string grouped_digits(double number) {
    const std::string digits = fmt::format("{:.0f}", std::abs(number));
    if (digits.size() <= 4) return digits;
    std::string grouped;
    for (std::size_t place = 0; place < digits.size(); ++place) {
        if (place > 0 && (digits.size() - place) % 3 == 0) grouped += ',';
        grouped += digits[place];
    }
    return grouped;
}

std::string tick_label(double value, double step, bool percent) {
    const double scale = percent ? 100 : 1;
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step * scale) + 1e-9)));
    const double shown = std::abs(value * scale);
    const std::string digits = decimals == 0 ? grouped_digits(shown) : fmt::format("{:.{}f}", shown, decimals);
    const bool nought = digits.find_first_of("123456789") == std::string::npos;
    return fmt::format("{}{}{}", value < 0 && !nought ? "-" : "", nought ? std::string_view("0") : digits,
                       percent ? " %" : "");
}

}  // namespace algemeente
