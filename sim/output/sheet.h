// One page about a municipality like yours: where it is among those of its size, what holds its projects back, and
// which lever would loosen that. Five answers are five changes of assumed numbers, which the page names.
#pragma once

#include "ensemble/ensemble.h"
#include "present/words/catalogue.h"
#include "present/words/language.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

enum class SheetAnswer : std::uint8_t { usual, yes, no };

/// One of the five questions.
struct SheetQuestion {
    std::string_view option;  ///< of the command line
    present::Word asks;
    /// "yes" puts these parameters at the highest value of the table that is plausible, "no" at the lowest.
    std::span<const std::string_view> parameters{};
    std::string_view scenario{};  ///< "yes" takes the decisions of this shipped scenario; "no" takes none
};
inline constexpr std::size_t sheet_questions_count = 5;
std::span<const SheetQuestion, sheet_questions_count> sheet_questions();

/// In the order of the questions.
using SheetAnswers = std::array<SheetAnswer, sheet_questions_count>;

/// The page tells of the end of this year; levers begin in the month after it.
inline constexpr int sheet_year = 2025;

/// What is run: all municipalities as elsewhere; all as the answers say; and that with each of the levers that it does
/// not have already. Reads the shipped scenarios of `folder`. Throws InputError.
std::vector<Scenario> sheet_scenarios(const SheetAnswers& answers, const std::filesystem::path& folder);

struct SheetDescription {
    std::string gm_code;  ///< of the municipality
    SheetAnswers answers{};
    std::string command_line;  ///< what repeats the page
    present::Language language = present::Language::en;
};

/// The page as HTML. `ensemble` has run sheet_scenarios() for all municipalities. Throws InputError if the municipality
/// is not among them.
std::string sheet_page(const Ensemble& ensemble, const SheetDescription& sheet);

}  // namespace algemeente
