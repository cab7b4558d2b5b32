#include "cli/arguments.h"

#include <fmt/format.h>

namespace algemeente::cli {

bool parse(CLI::App& app, const Invocation& invocation) {
    const Usage usage{
        .program = "algemeente " + invocation.command, .place = invocation.command + ": ", .needs_files = true};
    const std::optional<std::string> help = read_arguments(app, invocation.arguments, usage);
    if (help) fmt::print("{}", *help);
    return !help;
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
