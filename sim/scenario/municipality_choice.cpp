// "all", a number, or a list of names and CBS codes: which municipalities live in the world.

#include "scenario/scenario.h"
#include "text/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace algemeente {

namespace {

constexpr std::string_view how_to_choose =
    "write \"all\", a number such as 40, or names or CBS codes such as \"Amsterdam,GM0599\"";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::vector<std::string> split_at_commas(std::string_view text) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t comma = text.find(',');
        parts.emplace_back(trimmed(text.substr(0, comma)));
        if (comma == std::string_view::npos) return parts;
        text.remove_prefix(comma + 1);
    }
}

MunicipalityChoice sample_of(std::string_view digits, const std::string& place) {
    int count = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (read.ec != std::errc{} || count < 1)
        throw InputError(fmt::format("{}: {} is not a number of municipalities; {}", place, digits, how_to_choose));
    return {.kind = MunicipalityChoice::Kind::sample, .count = count};
}

}  // namespace

MunicipalityChoice parse_municipalities(const std::string& text, const std::string& place) {
    const std::string_view word = trimmed(text);
    if (word == "all") return {};
    if (!word.empty() && std::all_of(word.begin(), word.end(), is_digit)) return sample_of(word, place);

    MunicipalityChoice choice{.kind = MunicipalityChoice::Kind::listed};
    for (std::string& code : split_at_commas(word)) {
        // which names there are is known to the data of the country only (netherlands/towns.h)
        if (code.empty()) throw InputError(fmt::format("{}: a municipality has no name; {}", place, how_to_choose));
        if (std::find(choice.gm_codes.begin(), choice.gm_codes.end(), code) != choice.gm_codes.end())
            throw InputError(fmt::format("{}: '{}' is listed twice; remove one", place, code));
        choice.gm_codes.push_back(std::move(code));
    }
    return choice;
}

std::string municipalities_text(const MunicipalityChoice& choice) {
    switch (choice.kind) {
        case MunicipalityChoice::Kind::all: return "all";
        case MunicipalityChoice::Kind::sample: return fmt::format("{}", choice.count);
        case MunicipalityChoice::Kind::listed: return fmt::format("{}", fmt::join(choice.gm_codes, ","));
    }
    return "?";
}

}  // namespace algemeente
