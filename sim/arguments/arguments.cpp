#include "arguments/arguments.h"

#include "text/error.h"
#include "text/nearest_name.h"
#include "text/number.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace algemeente {

namespace {

std::string see_help(const Usage& usage) {
    return fmt::format("; see '{} --help'", usage.program);
}

/// Complains about words nobody took: options first, because a mistyped option also leaves its value behind.
void refuse_leftovers(const CLI::App& app, const Usage& usage) {
    std::vector<std::string> leftovers = app.remaining();
    if (leftovers.empty()) return;
    std::stable_partition(leftovers.begin(), leftovers.end(),
                          [](const std::string& word) { return word.starts_with('-'); });

    const std::string word = leftovers.front().substr(0, leftovers.front().find('='));
    if (!word.starts_with('-'))
        throw InputError(fmt::format("{}'{}' is one argument too many{}", usage.place, word, see_help(usage)));
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string suggestion = did_you_mean(word, candidates);
    throw InputError(
        fmt::format("{}{}: unknown option{}", usage.place, word, suggestion.empty() ? see_help(usage) : suggestion));
}

/// Complains about an option that takes one value and was given several times.
void refuse_repeated(const CLI::App& app, const Usage& usage) {
    for (const CLI::Option* option : app.get_options())
        if (option->get_items_expected_max() == 1 && option->count() > 1)
            throw InputError(fmt::format("{}{} is given {} times ({}); give it once", usage.place, option->get_name(),
                                         option->count(), fmt::join(option->results(), ", ")));
}

/// Text as a whole number; nothing if a letter is left over.
std::optional<std::uint64_t> whole_number_of(const std::string& text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, number);
    return problem == std::errc{} && stopped == end ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<std::string> read_arguments(CLI::App& app, const std::vector<std::string>& words, const Usage& usage) {
    app.name(usage.program);
    app.allow_extras();  // refuse_leftovers has better words for them
    app.get_formatter()->column_width(26);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::CallForHelp&) {
        for (CLI::Option* option : app.get_options())
            if (option->get_positional() && usage.needs_files) option->required();  // only said here
        return app.help();
    } catch (const CLI::ParseError& error) {
        refuse_repeated(app, usage);
        throw InputError(fmt::format("{}{}{}", usage.place, error.what(), see_help(usage)));
    }
    refuse_leftovers(app, usage);
    return std::nullopt;
}

CLI::Option* add_option(CLI::App& app, const char* name, const char* value, const std::string& meaning,
                        const std::function<void(const std::string&)>& take) {
    return app.add_option_function<std::string>(name, take, meaning)->type_name(value);
}

std::uint64_t whole_number(std::string_view option, const std::string& text, std::uint64_t lowest,
                           std::uint64_t highest) {
    const auto number = whole_number_of(text);
    if (!number || *number < lowest || *number > highest)
        throw InputError(fmt::format("{}: '{}' is not possible; expected a whole number from {} to {}", option, text,
                                     lowest, highest));
    return *number;
}

double real_number(std::string_view option, const std::string& text, double lowest, double highest) {
    const auto number = parse_number(text);
    if (!number || !(*number >= lowest && *number <= highest))
        throw InputError(fmt::format("{}: '{}' is not possible; expected a number from {} to {}{}", option, text,
                                     lowest, highest, decimal_point_hint(text)));
    return *number;
}

std::size_t one_of(std::string_view option, const std::string& text, std::span<const std::string_view> words) {
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end())
        throw InputError(fmt::format("{}: '{}' is not possible; expected one of {}", option, text,
                                     fmt::join(words.begin(), words.end(), ", ")));
    return static_cast<std::size_t>(found - words.begin());
}

}  // namespace algemeente
