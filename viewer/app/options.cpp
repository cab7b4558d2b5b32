#include "viewer/app/options.h"

#include "arguments/arguments.h"
#include "netherlands/country.h"
#include "observe/history.h"
#include "text/calendar.h"
#include "text/error.h"
#include "text/nearest_name.h"
#include "viewer/state/session_file.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace algemeente::viewer {

namespace {

constexpr int lowest_port = 1024, highest_port = 65535;        // of those that take no rights of an administrator
constexpr std::string_view language_words[] = {"nl", "en"};    // in the order of Language
constexpr std::string_view theme_words[] = {"light", "dark"};  // in the order of Theme
constexpr std::string_view facet_words[] = {"scenario", "size", "product"};  // in the order of Facet
constexpr std::string_view open_words[] = {"help", "sources", "evidence", "variable", "assumptions",
                                           "tour", "notices", "stories",  "phones"};

std::vector<std::string_view> page_words() {
    std::vector<std::string_view> words;
    for (const PageInfo& row : page_table) words.push_back(row.id);
    return words;
}

std::vector<std::string_view> sub_page_words() {
    std::vector<std::string_view> words;
    for (const SubPageInfo& row : sub_page_table) words.push_back(row.id);
    return words;
}

/// "overview, people, beside (municipality)" and so on: the parts of each page.
std::string sub_pages_text() {
    std::string text;
    for (std::size_t i = 0; i < std::size(sub_page_table); ++i) {
        const SubPageInfo& row = sub_page_table[i];
        const bool last = i + 1 == std::size(sub_page_table) || sub_page_table[i + 1].page != row.page;
        text += (i > 0 ? ", " : "") + std::string(row.id);
        if (last) text += " (of " + std::string(info_of(row.page).id) + ")";
    }
    return text;
}

std::string joined(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) text += (text.empty() ? "" : "|") + std::string(word);
    return text;
}

/// What opens the dialog of that position in open_words.
Command opening(std::size_t position) {
    const Command commands[] = {
        Action::help,          Action::sources, OpenEvidence{"", "E11"}, OpenVariable{"reach_share"},
        ShowAssumptions{true}, Action::tour,    Action::notices,         Action::stories,
        Action::phones};
    static_assert(std::size(commands) == std::size(open_words));
    return commands[position];
}

int month_from(const char* option, const std::string& text) {
    const auto month = parse_month(text);
    if (!month)
        throw InputError(std::string(option) + ": '" + text + "' is not possible; expected a month such as 2026-06");
    return *month;
}

int pixels_from(const std::string& text, int lowest) {
    return static_cast<int>(whole_number("--size", text, static_cast<std::uint64_t>(lowest), 8000));
}

/// The picture is a PNG: another ending would promise what is not in the file.
std::filesystem::path picture_from(const std::string& text) {
    std::filesystem::path file = text;
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    if (ending != ".png")
        throw InputError("--shot: '" + text + "' is not possible; the picture is a PNG, expected a name such as '" +
                         file.replace_extension(".png").string() + "'");
    const std::filesystem::path folder = file.parent_path();
    std::error_code failed;
    if (!folder.empty() && !std::filesystem::is_directory(folder, failed))
        throw InputError("--shot: there is no folder '" + folder.string() + "' for the picture");
    return file;
}

Range months_from(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos)
        throw InputError("--zoom: '" + text + "' is not possible; expected months such as 2020-01:2024-12");
    const Range range = {static_cast<double>(month_from("--zoom", text.substr(0, colon))),
                         static_cast<double>(month_from("--zoom", text.substr(colon + 1)))};
    if (!(range.span() > 0))
        throw InputError("--zoom: '" + text + "' is not possible; the first month must come before the last");
    return range;
}

void take_outcome(Options& options, const std::string& text) {
    std::vector<std::string_view> names;
    for (const OutcomeInfo& row : domain_outcomes()) names.push_back(row.name);
    const std::string suggestion = did_you_mean(text, names);
    if (std::find(names.begin(), names.end(), text) == names.end())
        throw InputError("--outcome: '" + text + "' is not an outcome" +
                         (suggestion.empty() ? "; 'algemeente outcomes' lists them" : suggestion));
    options.outcome = text;
}

using Take = std::function<void(const std::string&)>;

/// The last one holds when an option is given twice.
void add(CLI::App& app, const char* name, const std::string& value, const std::string& meaning, const Take& take) {
    add_option(app, name, value.c_str(), meaning, take)->take_last();
}

void add_window_options(CLI::App& app, Options& options) {
    add(app, "--lang", joined(language_words), "language (default: as last time, else nl)",
        [&](const auto& text) { options.language = static_cast<Language>(one_of("--lang", text, language_words)); });
    add(app, "--theme", joined(theme_words), "colours (default: as last time, else light)",
        [&](const auto& text) { options.theme = static_cast<Theme>(one_of("--theme", text, theme_words)); });
    add(app, "--scale", "X", "size of letters, 0.5 to 4 (default: the variable ALGEMEENTE_SCALE, else 1)",
        [&](const auto& text) { options.scale = real_number("--scale", text, lowest_scale, highest_scale); });
    add(app, "--size", "WxH", "pixels of the window or picture (default 1280x720)", [&](const std::string& text) {
        const std::size_t cross = std::min(text.find('x'), text.size());
        if (cross == text.size())
            throw InputError("--size: '" + text + "' is not possible; expected pixels such as 1280x720");
        options.width = pixels_from(text.substr(0, cross), 320);
        options.height = pixels_from(text.substr(cross + 1), 240);
        options.sized = true;
    });
    app.add_flag("--projector", options.projector, "larger letters and lines, for a room");
    add(app, "--room-port", "N", "port of the page for phones, where a network allows only some (default: a free one)",
        [&](const auto& text) {
            options.room_port = static_cast<int>(whole_number("--room-port", text, lowest_port, highest_port));
        });
}

void add_page_options(CLI::App& app, Options& options) {
    add(app, "--tab", joined(page_words()), "page that is open at the start (default compare)",
        [&](const auto& text) { options.page = static_cast<Page>(one_of("--tab", text, page_words())); });
    add(app, "--embed", joined(page_words()), "this page with its levers and nothing else, for a frame in another page",
        [&](const auto& text) {
            options.page = static_cast<Page>(one_of("--embed", text, page_words()));
            options.embedded = true;
        });
    const auto take_part = [&](const std::string& text) {
        options.sub_pages.push_back(sub_page_table[one_of("--page", text, sub_page_words())].sub_page);
    };
    add(app, "--page", "PART", "part of a page: " + sub_pages_text(), take_part);
    add(app, "--municipality", "TOWN", "municipality that is shown, GM0363 or Amsterdam (default: the largest)",
        [&](const auto& text) { options.municipality = text; });
    app.add_option("--pin", options.pinned, "municipality to set beside others, GM0363 or Amsterdam; up to three times")
        ->type_name("TOWN")
        ->allow_extra_args(false);
    add(app, "--open", joined(open_words), "dialog that is open at the start",
        [&](const auto& text) { options.open = opening(one_of("--open", text, open_words)); });
}

void add_chart_options(CLI::App& app, Options& options) {
    add(app, "--time", "YYYY-MM", "month under the cursor (default 2026-06)",
        [&](const auto& text) { options.time = month_from("--time", text); });
    add(app, "--outcome", "NAME", "what the charts show (default in_use)",
        [&](const auto& text) { take_outcome(options, text); });
    app.add_flag("--difference", options.difference, "show the paired difference, even if a low window has one row");
    app.add_flag("--gap", options.gap, "show the gap between the domains below, not the paired difference");
    add(app, "--event", "YYYY-MM", "show what changes around the event of that month",
        [&](const auto& text) { options.event = month_from("--event", text); });
    add(app, "--zoom", "FROM:TO", "months that the charts show, such as 2020-01:2024-12",
        [&](const auto& text) { options.zoom = months_from(text); });
    add(app, "--facet", joined(facet_words), "columns of the small charts (default scenario)",
        [&](const auto& text) { options.facet = static_cast<Facet>(one_of("--facet", text, facet_words)); });
    app.add_flag("--own-scale", options.own_scale, "each small chart its own value axis");
}

void add_run_options(CLI::App& app, Options& options) {
    add(app, "--replicates", "N", "runs of each scenario (default 200)", [&](const auto& text) {
        options.replicates = static_cast<int>(whole_number("--replicates", text, 1, 1000));
        options.replicates_given = true;
    });
    add(app, "--municipalities", "N|all", "a sample of so many, 5 to 342, or all that the files say (default)",
        [&](const auto& text) {
            options.sample = text == "all" ? 0 : static_cast<int>(whole_number("--municipalities", text, 5, 342));
            options.sample_given = true;
        });
    app.add_flag("--members", options.members, "each run with another set of assumptions that history allows");
    add(app, "--threads", "N", "worker threads; results do not depend on it (default: all cores)",
        [&](const auto& text) { options.threads = static_cast<int>(whole_number("--threads", text, 1, 256)); });
    add(app, "--shot", "FILE.png", "draw one picture without a display, and end",
        [&](const auto& text) { options.shot = picture_from(text); });
    app.add_flag("--page-alone", options.page_alone, "draw the page without bars and panels, with a footer");
    app.add_flag("--benchmark", options.benchmark, "measure the time from a lever change to the first fans, and end");
    app.add_flag("--version", options.version, "name this build, and end");
}

/// An empty variable is none; one that makes no sense must not keep the window from opening.
void take_environment(Options& options) {
    const char* text = std::getenv("ALGEMEENTE_SCALE");
    if (text == nullptr || *text == '\0') return;
    const std::optional<double> scale = scale_from(text);
    if (!scale) options.ignored_scale = text;
    options.scale = scale.value_or(options.scale);
}

}  // namespace

Options parse_options(const std::vector<std::string>& arguments) {
    Options options;
    take_environment(options);
    CLI::App app("The window of algemeente: two domains and up to four scenarios side by side");
    std::vector<std::string> files;
    std::vector<std::string> sessions;
    app.add_option("SCENARIO.toml", files,
                   "up to four scenarios, or one session (default: the baseline and a national scandal)")
        ->type_name("");
    app.add_option("--session", sessions, "a scenario or session, as above; may be repeated")
        ->type_name("FILE.toml")
        ->allow_extra_args(false);
    add(app, "--link", "LINK", "a session as a link, in place of files: all of it, or what is behind its #",
        [&](const auto& text) { options.link = text; });
    add(app, "--story", "FILE.toml", "a story that is played step by step from the start",
        [&](const auto& text) { options.story = text; });
    add_page_options(app, options);
    add_chart_options(app, options);
    add_window_options(app, options);
    add_run_options(app, options);
    app.add_option_function<std::string>(
           "--data", [](const std::string& folder) { name_data_folder(folder); },
           "folder with the data of the country (default: ALGEMEENTE_DATA, beside the program, the sources)")
        ->type_name("DIR");
    options.help = read_arguments(app, arguments, {.program = "algemeente-viewer", .place = {}}).value_or("");
    options.files.assign(files.begin(), files.end());
    options.files.insert(options.files.end(), sessions.begin(), sessions.end());
    if (options.page_alone && options.shot.empty())
        throw InputError("--page-alone is about a picture: expected --shot FILE.png as well");
    if (!options.link.empty() && !options.files.empty())
        throw InputError("--link is a whole session; expected no file beside it");
    if (options.files.size() > slot_limit)
        throw InputError(std::to_string(options.files.size()) + " scenarios were given; expected at most four");
    const auto session = std::find_if(options.files.begin(), options.files.end(), is_session_file);
    if (session != options.files.end() && options.files.size() > 1)
        throw InputError("'" + session->string() + "' is a whole session; expected no other file beside it");
    return options;
}

}  // namespace algemeente::viewer
