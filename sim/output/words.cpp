#include "output/words.h"

#include "text/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace algemeente {

namespace {

constexpr double robust_share = 0.95;
constexpr double likely_share = 0.80;

constexpr std::array<std::string_view, months_per_year> month_names = {"January",   "February", "March",    "April",
                                                                       "May",       "June",     "July",     "August",
                                                                       "September", "October",  "November", "December"};

/// "12,345": a whole number without its sign, grouped from five digits on.
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

/// Two significant digits or so, whole from 10 on, without a sign.
std::string magnitude(double number) {
    const double size = std::abs(number);
    if (size >= 99.95) return grouped_digits(size);
    // counts come as whole or half numbers: "12" says more than "12.0"
    if (std::abs(size - std::round(size)) < 1e-9) return fmt::format("{:.0f}", size);
    if (size >= 9.95) return fmt::format("{:.0f}", size);
    if (size >= 1) return fmt::format("{:.1f}", size);
    if (size >= 0.01) return fmt::format("{:.2f}", size);
    return fmt::format("{:.2g}", size);
}

std::string percentage(double share) {
    const double percent = std::abs(share) * 100;
    return percent >= 10 ? fmt::format("{:.0f} %", percent) : fmt::format("{:.1f} %", percent);
}

std::string without_sign(double number, NumberStyle style) {
    return style == NumberStyle::percent ? percentage(number) : magnitude(number);
}

/// A number that is shown as nought carries no sign.
bool shows_as_nought(const std::string& digits) {
    return digits.find_first_of("123456789") == std::string::npos;
}

}  // namespace

NumberStyle style_of(const OutcomeInfo& outcome) {
    const bool share = outcome.aggregation == Aggregation::share || outcome.unit == "share";
    return share ? NumberStyle::percent : NumberStyle::plain;
}

std::string reading_number(double number, NumberStyle style) {
    if (!std::isfinite(number)) return "none";
    const std::string digits = without_sign(number, style);
    return fmt::format("{}{}", number < 0 && !shows_as_nought(digits) ? "-" : "", digits);
}

std::string signed_number(double number, NumberStyle style) {
    const std::string words = reading_number(number, style);
    return fmt::format("{}{}", number > 0 && std::isfinite(number) && !shows_as_nought(words) ? "+" : "", words);
}

Certainty certainty_of(const Difference& difference) {
    if (difference.band.replicates == 0) return Certainty::undetermined;
    const double same = 1 - difference.share_higher - difference.share_lower;
    if (same >= robust_share) return Certainty::unchanged;
    const double larger = std::max(difference.share_higher, difference.share_lower);
    if (larger >= robust_share) return Certainty::robust;
    if (larger >= likely_share) return Certainty::likely;
    return Certainty::undetermined;
}

std::string_view certainty_word(Certainty certainty) {
    switch (certainty) {
        case Certainty::unchanged: return "unchanged";
        case Certainty::undetermined: return "undetermined";
        case Certainty::likely: return "likely";
        case Certainty::robust: return "robust";
    }
    return "undetermined";
}

std::string direction_words(const Difference& difference) {
    const int replicates = difference.band.replicates;
    if (replicates == 0) return "nothing to compare";
    const auto count = [replicates](double share) { return std::lround(share * replicates); };
    const double larger = std::max(difference.share_higher, difference.share_lower);
    const double same = 1 - difference.share_higher - difference.share_lower;
    if (same > larger) return fmt::format("the same in {} of {}", count(same), replicates);
    const std::string_view direction = difference.share_higher > difference.share_lower ? "higher" : "lower";
    return fmt::format("{} in {} of {}", direction, count(larger), replicates);
}

std::string size_words(const Difference& difference, double baseline, NumberStyle style) {
    const Band& band = difference.band;
    if (band.replicates == 0) return "";
    // per cent of a percentage would only confuse: differences of shares are said in points
    if (style == NumberStyle::percent) {
        const auto points = [](double share) { return signed_number(std::round(share * 1000) / 10); };
        return fmt::format("median {} percentage points, 90 % between {} and {}", points(band.p50), points(band.p05),
                           points(band.p95));
    }
    const bool comparable = std::isfinite(baseline) && std::abs(baseline) > 1e-12;
    const std::string relative =
        comparable ? fmt::format(" ({})", signed_number(band.p50 / std::abs(baseline), NumberStyle::percent)) : "";
    return fmt::format("median {}{}, 90 % between {} and {}", signed_number(band.p50), relative,
                       signed_number(band.p05), signed_number(band.p95));
}

std::string month_words(int month) {
    return fmt::format("{} {}", month_names[static_cast<std::size_t>(month % months_per_year)], year_of(month));
}

std::string moment_words(int month) {
    return is_december(month) ? fmt::format("the end of {}", year_of(month)) : month_words(month);
}

std::string outcome_title(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> titles[] = {
        {"in_use", "Algorithms in use"},
        {"pipeline", "Algorithms on the way"},
        {"value", "Public value of use"},
        {"reach_share", "Ideas that reach use"},
        {"adopters_share", "Municipalities with use"},
        {"incidents", "Incidents"},
        {"legitimacy_citizens", "Legitimacy for citizens"},
        {"attention_risk", "Media attention: risk"},
        {"attention_surveillance", "Media attention: surveillance"},
        {"opportunity", "Media: algorithms as opportunity"},
        {"memory_risk", "Memory of scandals"},
        {"mean_trust", "Trust of citizens"},
        {"mean_concern", "Concern of citizens"},
    };
    for (const auto& [known, title] : titles) {
        if (known == name) return std::string(title);
    }
    return spaced(name);
}

std::string_view factor_title(Factor factor) {
    switch (factor) {
        case Factor::ict: return "ICT infrastructure";
        case Factor::capacity: return "Capacity";
        case Factor::data_availability: return "Data availability";
        case Factor::data_readiness: return "Data readiness";
        case Factor::law: return "Law and regulation";
        case Factor::legitimacy_citizens: return "Legitimacy, citizens";
        case Factor::legitimacy_government: return "Legitimacy, government";
        case Factor::involvement: return "Involvement";
        case Factor::willingness: return "Willingness";
        case Factor::ethics: return "Ethics";
        case Factor::none: break;
    }
    return "Nothing";
}

std::string spaced(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string scenario_letter(std::size_t position) {
    constexpr std::size_t letters = 26;
    const char letter = static_cast<char>('A' + static_cast<int>(position % letters));
    return position < letters ? std::string(1, letter) : fmt::format("{}{}", letter, position / letters + 1);
}

const std::string& scenario_title(const Scenario& scenario) {
    return scenario.title.empty() ? scenario.name : scenario.title;
}

}  // namespace algemeente
