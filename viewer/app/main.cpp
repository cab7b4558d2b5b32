#include "output/results.h"
#include "text/error.h"
#include "viewer/app/app.h"
#include "viewer/app/benchmark.h"
#include "viewer/finder/search_finder.h"
#include "viewer/room/room_server.h"

#include <cstdio>

namespace {

using namespace algemeente::viewer;

int open_viewer(const Options& options) {
    ImGui::CreateContext();
    const auto place = options.sized ? std::nullopt : stored_preferences().preferences.place;
    const auto platform = options.shot.empty() ? make_glfw_platform(options.width, options.height, place)
                                               : make_egl_platform(options.width, options.height);
    {
        App app(options, *platform);
        if (options.shot.empty()) {
            app.run();
        } else {
            app.shoot(options.shot, options.width, options.height);
        }
    }
    return 0;
}

int start(const std::vector<std::string>& arguments) {
    Options options = parse_options(arguments);
    options.open_room = open_served_room;
    options.open_finder = open_search_finder;
    if (options.shot.empty()) options.state_folder = state_folder();
    if (!options.help.empty()) return std::fputs(options.help.c_str(), stdout) < 0 ? 1 : 0;
    if (options.version) return std::printf("%s\n", std::string(algemeente::program_version()).c_str()) < 0 ? 1 : 0;
    if (options.benchmark) return std::fputs(benchmark(options, 24).c_str(), stdout) < 0 ? 1 : 0;
    if (!options.ignored_scale.empty())
        std::fprintf(stderr, "algemeente-viewer: %s\n",
                     filled(text(Word::scale_ignored, Language::en), options.ignored_scale,
                            number_words(lowest_scale, Language::en), number_words(highest_scale, Language::en))
                         .c_str());
    return open_viewer(options);
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return start({arguments + 1, arguments + count});
    } catch (const algemeente::InputError& problem) {
        std::fprintf(stderr, "algemeente-viewer: %s\n", problem.what());
        return 2;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "algemeente-viewer: %s\n", problem.what());
        return 1;
    }
}
