#include "cli/arguments.h"

#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <vector>

namespace algemeente::cli {

namespace {

std::string see_help(const Invocation& invocation) {
    return fmt::format("; see 'algemeente {} --help'", invocation.command);
}

/// Complains about words nobody took: options first, because a mistyped option also leaves its value behind.
void refuse_leftovers(const CLI::App& app, const Invocation& invocation) {
    std::vector<std::string> leftovers = app.remaining();
    if (leftovers.empty()) return;
    std::stable_partition(leftovers.begin(), leftovers.end(),
                          [](const std::string& word) { return word.starts_with('-'); });

    const std::string word = leftovers.front().substr(0, leftovers.front().find('='));
    if (!word.starts_with('-'))
        throw InputError(
            fmt::format("{}: '{}' is one argument too many{}", invocation.command, word, see_help(invocation)));
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string suggestion = did_you_mean(word, candidates);
    throw InputError(fmt::format("{}: {}: unknown option{}", invocation.command, word,
                                 suggestion.empty() ? see_help(invocation) : suggestion));
}

}  // namespace

bool parse(CLI::App& app, const Invocation& invocation) {
    app.name("algemeente " + invocation.command);
    app.allow_extras();  // refuse_leftovers has better words for them
    app.get_formatter()->column_width(26);
    try {
        app.parse(std::vector<std::string>(invocation.arguments.rbegin(), invocation.arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        for (CLI::Option* option : app.get_options())
            if (option->get_positional()) option->required();  // only said here: commands check it in better words
        fmt::print("{}", app.help());
        return false;
    } catch (const CLI::ParseError& error) {
        throw InputError(fmt::format("{}: {}{}", invocation.command, error.what(), see_help(invocation)));
    }
    refuse_leftovers(app, invocation);
    return true;
}

std::uint64_t whole_number(std::string_view option, const std::string& text, std::uint64_t lowest,
                           std::uint64_t highest) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, number);
    if (problem != std::errc{} || stopped != end || number < lowest || number > highest)
        throw InputError(fmt::format("{}: '{}' is not possible; expected a whole number from {} to {}", option, text,
                                     lowest, highest));
    return number;
}

std::size_t one_of(std::string_view option, const std::string& text, std::span<const std::string_view> words) {
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end())
        throw InputError(fmt::format("{}: '{}' is not possible; expected one of {}", option, text,
                                     fmt::join(words.begin(), words.end(), ", ")));
    return static_cast<std::size_t>(found - words.begin());
}

void add_language_option(CLI::App& app, present::Language& language) {
    static constexpr std::string_view codes[] = {"nl", "en"};  // in the order of Language
    app.add_option_function<std::string>(
           "--lang",
           [&language](const std::string& text) {
               language = static_cast<present::Language>(one_of("--lang", text, codes));
           },
           "language of tables and pages: nl or en (default: the locale's, else en)")
        ->type_name("LANGUAGE");
}

std::string shell_quoted(const std::string& word) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./,:=+@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string quoted = "'";
    for (const char letter : word) {
        if (letter == '\'')
            quoted += "'\\''";  // end the quotes, one escaped quote, begin them again
        else
            quoted += letter;
    }
    return quoted + "'";
}

}  // namespace algemeente::cli
