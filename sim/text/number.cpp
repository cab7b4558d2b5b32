#include "text/number.h"

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>

namespace algemeente {

namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Takes digits off the front and counts them.
std::size_t take_digits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count;
}

bool take_one_of(std::string_view& text, std::string_view letters) {
    if (text.empty() || letters.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

/// Whether the text has the form of a decimal number: "5", "-.5", "+2.", "4.9e-324"; not "inf", "nan", "0x1p3".
bool is_decimal(std::string_view text) {
    take_one_of(text, "+-");
    std::size_t digits = take_digits(text);
    if (take_one_of(text, ".")) digits += take_digits(text);
    if (digits == 0) return false;
    if (!take_one_of(text, "eE")) return text.empty();
    take_one_of(text, "+-");
    return take_digits(text) > 0 && text.empty();
}

}  // namespace

// A stream of the classic locale, because strtod and std::stod obey the user's locale (a decimal comma in the
// Netherlands), std::stod throws for the smallest numbers, and std::from_chars is missing from some libraries.
std::optional<double> parse_number(std::string_view text) {
    if (!is_decimal(text)) return std::nullopt;
    std::istringstream stream{std::string(text)};
    stream.imbue(std::locale::classic());
    double number = 0;
    stream >> std::noskipws >> number;
    // the form is right, so that a failure is one of size: too large, or, in some libraries, too small for all digits
    if (stream.fail() && std::abs(number) >= 1) return std::nullopt;
    return number;
}

std::optional<double> parse_number_with_comma(std::string_view text) {
    std::string pointed(text);
    if (std::count(pointed.begin(), pointed.end(), ',') != 1 || pointed.find('.') != std::string::npos)
        return std::nullopt;
    std::replace(pointed.begin(), pointed.end(), ',', '.');
    return parse_number(pointed);
}

std::string decimal_point_hint(std::string_view text) {
    if (!parse_number_with_comma(text)) return {};
    std::string pointed(text);
    std::replace(pointed.begin(), pointed.end(), ',', '.');
    return "; write " + pointed + ", with a decimal point";
}

}  // namespace algemeente
