#include "cli/arguments.h"

#include "netherlands/country.h"

#include "output/result_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace algemeente::cli {

bool parse(CLI::App& app, const Invocation& invocation) {
    const Usage usage{
        .program = "algemeente " + invocation.command, .place = invocation.command + ": ", .needs_files = true};
    app.add_option_function<std::string>(
           "--data", [](const std::string& folder) { name_data_folder(folder); },
           "folder with the data of the country (default: ALGEMEENTE_DATA, beside the program, the sources)")
        ->type_name("DIR");
    const std::optional<std::string> help = read_arguments(app, invocation.arguments, usage);
    if (help) fmt::print("{}", *help);
    return !help;
}

void add_language_option(CLI::App& app, present::Language& language) {
    static constexpr std::string_view codes[] = {"nl", "en"};  // in the order of Language
    app.add_option_function<std::string>(
           "--lang",
           [&language](std::string text) {
               std::transform(text.begin(), text.end(), text.begin(),
                              [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
               language = static_cast<present::Language>(one_of("--lang", text, codes));
           },
           "language of tables and pages: nl or en (default: the locale's, else en)")
        ->type_name("LANGUAGE");
}

void add_csv_option(CLI::App& app) {
    static constexpr std::string_view dialects[] = {"standard", "excel"};  // in the order of CsvDialect
    app.add_option_function<std::string>(
           "--csv",
           [](const std::string& text) { set_csv_dialect(static_cast<CsvDialect>(one_of("--csv", text, dialects))); },
           "CSV files: standard (default: comma, decimal point), or excel (semicolon, decimal comma, byte-order mark) "
           "for spreadsheets of countries with a decimal comma")
        ->type_name("FORM");
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

std::string repeating(const std::string& program, const Invocation& invocation) {
    std::string command = shell_quoted(program) + " " + invocation.command;
    for (const std::string& word : invocation.arguments) command += " " + shell_quoted(word);
    return command;
}

}  // namespace algemeente::cli
