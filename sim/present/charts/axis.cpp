#include "present/charts/axis.h"

#include "text/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace algemeente::present {

double nice_step(double span, int most) {
    if (!(span > 0)) return 1;
    const double rough = span / most;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough * (1 - 1e-9)) return factor * power;
    return 10 * power;
}

Range nice_range(Range range, int most) {
    if (!(range.high > range.low)) range.high = range.low + 1;
    const double step = nice_step(range.span(), most);
    return {std::floor(range.low / step + 1e-9) * step, std::ceil(range.high / step - 1e-9) * step};
}

std::vector<double> ticks(Range range, int most) {
    const double step = nice_step(range.span(), most);
    std::vector<double> values;
    for (double k = std::ceil(range.low / step - 1e-9); k * step <= range.high + step * 1e-9; ++k)
        values.push_back(k == 0 ? 0 : k * step);
    return values;
}

std::vector<int> year_ticks(int months, float width, float letter_size) {
    const int years = months / months_per_year + 1;
    const float room = width / static_cast<float>(std::max(1, years));
    int step = 1;
    for (const int candidate : {1, 2, 5, 10}) {
        step = candidate;
        if (room * static_cast<float>(candidate) > letter_size * 3.2F) break;
    }
    std::vector<int> at;
    for (int year = first_year; (year - first_year) * months_per_year < months; ++year)
        if ((year - first_year) % step == 0) at.push_back((year - first_year) * months_per_year);
    return at;
}

std::vector<TimeTick> time_ticks(Range shown, float width, float letter_size, Language language) {
    constexpr std::array<const char*, 12> nl = {"jan", "feb", "mrt", "apr", "mei", "jun",
                                                "jul", "aug", "sep", "okt", "nov", "dec"};
    constexpr std::array<const char*, 12> en = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const int years = static_cast<int>(shown.span() + 1) / months_per_year + 1;
    const float room = width / static_cast<float>(std::max(1, years));
    int step = 10 * months_per_year;
    for (const int candidate : {5, 2, 1})
        if (room * static_cast<float>(candidate) > letter_size * 3.2F) step = candidate * months_per_year;
    // parts of a year only when few years are left
    const float month_room = width / static_cast<float>(shown.span());
    if (shown.span() < 48)
        for (const int candidate : {6, 3, 1})
            if (month_room * static_cast<float>(candidate) > letter_size * 3.2F) step = candidate;
    std::vector<TimeTick> found;
    const int first = std::max(0, static_cast<int>(std::ceil(shown.low)));
    for (int month = (first + step - 1) / step * step; month <= shown.high; month += step) {
        const int in_year = month % months_per_year;
        const auto name = static_cast<std::size_t>(in_year);
        found.push_back({month, in_year == 0 ? std::to_string(year_of(month))
                                             : std::string(language == Language::nl ? nl[name] : en[name])});
    }
    return found;
}

double PlotArea::time_at(float x) const {
    const double share = static_cast<double>(x - area.x) / std::max(1.F, area.width);
    return shown().low + share * shown().span();
}

int PlotArea::month_at(float x) const {
    return std::clamp(static_cast<int>(std::lround(time_at(x))), 0, std::max(0, months - 1));
}

double PlotArea::value_at(float y_pixel) const {
    return y.low + (area.bottom() - y_pixel) / std::max(1.F, area.height) * y.span();
}

}  // namespace algemeente::present
