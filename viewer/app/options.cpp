#include "viewer/app/options.h"

#include "observe/history.h"
#include "text/calendar.h"
#include "text/error.h"

#include <charconv>
#include <cstdlib>

namespace algemeente::viewer {

namespace {

constexpr double lowest_scale = 0.5, highest_scale = 4;

double number_from(const std::string& option, const std::string& text, double low, double high) {
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || number < low || number > high)
        throw InputError(option + ": expected a number, got '" + text + "'");
    return number;
}

int month_from(const std::string& option, const std::string& text) {
    const auto month = parse_month(text);
    if (!month) throw InputError(option + ": expected a month such as 2026-06, got '" + text + "'");
    return *month;
}

Tab tab_from(const std::string& text) {
    if (text == "compare") return Tab::compare;
    if (text == "why") return Tab::why;
    if (text == "map") return Tab::map;
    if (text == "municipality") return Tab::municipality;
    if (text == "multiples") return Tab::multiples;
    throw InputError("--tab: expected compare, why, map, municipality or multiples, got '" + text + "'");
}

/// A page within a tab.
void take_page(Options& options, const std::string& text) {
    if (text == "overview") {
        options.inspector = InspectorPage::overview;
    } else if (text == "people") {
        options.inspector = InspectorPage::people;
    } else if (text == "beside") {
        options.inspector = InspectorPage::beside;
    } else if (text == "factors" || text == "flow") {
        options.why = text == "flow" ? WhyPage::flow : WhyPage::factors;
    } else {
        throw InputError("--page: expected overview, people, beside, factors or flow, got '" + text + "'");
    }
}

std::pair<int, int> size_from(const std::string& text) {
    const std::size_t cross = text.find('x');
    if (cross == std::string::npos) throw InputError("--size: expected something like 1280x720, got '" + text + "'");
    return {static_cast<int>(number_from("--size", text.substr(0, cross), 320, 8000)),
            static_cast<int>(number_from("--size", text.substr(cross + 1), 240, 8000))};
}

Range months_from(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) throw InputError("--zoom: expected something like 2020-01:2024-12");
    const Range range = {static_cast<double>(month_from("--zoom", text.substr(0, colon))),
                         static_cast<double>(month_from("--zoom", text.substr(colon + 1)))};
    if (!(range.span() > 0)) throw InputError("--zoom: the first month must come before the last");
    return range;
}

/// Options about what the charts show; false if there is none of that name.
bool take_chart(Options& options, const std::string& option, const std::string& value) {
    if (option == "--facet") {
        if (value != "scenario" && value != "size")
            throw InputError("--facet: expected scenario or size, got '" + value + "'");
        options.facet = value == "size" ? Facet::size_class : Facet::scenario;
    } else if (option == "--zoom") {
        options.zoom = months_from(value);
    } else if (option == "--event") {
        options.event = month_from(option, value);
    } else {
        return false;
    }
    return true;
}

/// Options with a value; false if there is none of that name.
bool take(Options& options, const std::string& option, const std::string& value) {
    if (option == "--shot") {
        options.shot = value;
    } else if (option == "--session") {
        options.files.emplace_back(value);
    } else if (option == "--time") {
        options.time = month_from(option, value);
    } else if (option == "--lang") {
        if (value != "nl" && value != "en") throw InputError("--lang: expected nl or en, got '" + value + "'");
        options.language = value == "nl" ? Language::nl : Language::en;
    } else if (option == "--theme") {
        if (value != "light" && value != "dark")
            throw InputError("--theme: expected light or dark, got '" + value + "'");
        options.theme = value == "dark" ? Theme::dark : Theme::light;
    } else if (option == "--scale") {
        options.scale = number_from(option, value, lowest_scale, highest_scale);
    } else if (option == "--size") {
        std::tie(options.width, options.height) = size_from(value);
    } else if (option == "--replicates") {
        options.replicates = static_cast<int>(number_from(option, value, 1, 1000));
    } else if (option == "--municipalities") {
        options.sample = value == "all" ? 0 : static_cast<int>(number_from(option, value, 5, 342));
    } else if (option == "--threads") {
        options.threads = static_cast<int>(number_from(option, value, 1, 256));
    } else if (option == "--tab") {
        options.tab = tab_from(value);
    } else if (option == "--page") {
        take_page(options, value);
    } else if (option == "--open") {
        options.open = value;
    } else if (option == "--pin") {
        options.pinned.push_back(value);
    } else if (option == "--municipality") {
        options.municipality = value;
    } else if (option == "--outcome") {
        if (!is_domain_outcome(value))
            throw InputError("--outcome: there is no outcome '" + value + "'; algemeente outcomes lists them");
        options.outcome = value;
    } else {
        return take_chart(options, option, value);
    }
    return true;
}

}  // namespace

Options parse_options(const std::vector<std::string>& arguments) {
    Options options;
    if (const char* scale = std::getenv("ALGEMEENTE_SCALE")) take(options, "--scale", scale);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& one = arguments[i];
        if (one == "--help") {
            options.help = true;
        } else if (one == "--version") {
            options.version = true;
        } else if (one == "--benchmark") {
            options.benchmark = true;
        } else if (one == "--projector") {
            options.projector = true;
        } else if (one == "--difference") {
            options.difference = true;
        } else if (one == "--own-scale") {
            options.own_scale = true;
        } else if (!one.starts_with("--")) {
            options.files.emplace_back(one);
        } else {
            const std::size_t equals = one.find('=');
            const bool joined = equals != std::string::npos;
            if (!joined && i + 1 >= arguments.size())
                throw InputError(one + ": unknown option, or its value is missing");
            const std::string value = joined ? one.substr(equals + 1) : arguments[++i];
            if (!take(options, one.substr(0, equals), value)) throw InputError(one + ": unknown option; see --help");
        }
    }
    if (options.files.size() > 4) throw InputError("four scenarios fit side by side; more were given");
    return options;
}

std::string usage() {
    return "algemeente-viewer [SCENARIO.toml...] [options]\n"
           "  --lang nl|en   --theme light|dark   --scale X (or the variable ALGEMEENTE_SCALE)   --size WxH   "
           "--projector\n"
           "  --time YYYY-MM   --tab compare|why|map|municipality|multiples   --municipality GM0363\n"
           "  --event YYYY-MM   --zoom YYYY-MM:YYYY-MM   --facet scenario|size   --own-scale\n"
           "  --page overview|people|beside (municipality) or factors|flow (why)   --pin GM0363 (up to three times)\n"
           "  --open help|sources|evidence|variable|assumptions|tour|notices\n"
           "  --outcome NAME   --difference   --replicates N   --municipalities N|all   --threads N\n"
           "  --shot FILE.png  draws one picture without a display (--session FILE.toml... as scenarios)\n"
           "  --benchmark      measures from a lever change to the first fans\n"
           "  --version   --help\n";
}

}  // namespace algemeente::viewer
