// The one reader of numbers in text: options, --set, cells of CSV files, limits of conditions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace algemeente {

/// The finite number that `text` is from its first letter to its last, with a decimal point whatever the locale, down
/// to the smallest numbers there are ("4.9e-324"); smaller ones are 0. Nothing for all other texts, "nan" and "inf"
/// among them.
std::optional<double> parse_number(std::string_view text);

/// The same with a decimal comma: "5,5".
std::optional<double> parse_number_with_comma(std::string_view text);

/// "; write 5.5, with a decimal point" for "5,5"; nothing for a text that would be no number with a point either.
std::string decimal_point_hint(std::string_view text);

}  // namespace algemeente
