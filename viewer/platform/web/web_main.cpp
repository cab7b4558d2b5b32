#include "text/error.h"
#include "viewer/app/app.h"
#include "viewer/platform/web/web_platform.h"
#include "viewer/state/own_files.h"
#include "viewer/state/session_file.h"

#include <emscripten.h>
#include <fmt/format.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include <cstdio>

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpedantic"
#pragma clang diagnostic ignored "-Wextra-semi"
EM_JS(void, page_failed, (const char* words), { Module.page.failed(UTF8ToString(words)); });
#pragma clang diagnostic pop

namespace {

using namespace algemeente::viewer;

#ifdef __EMSCRIPTEN_PTHREADS__
constexpr Hands hands = Hands::threads;
#else
constexpr Hands hands = Hands::turns;
#endif

/// They live as long as the page: main returns at once, and the browser goes on calling.
struct Window {
    explicit Window(const Options& options) : platform(make_web_platform()), app(options, *platform) {}

    std::unique_ptr<Platform> platform;
    App app;
};
std::unique_ptr<Window> window;

void open_window(const std::vector<std::string>& arguments) {
    Options options = parse_options(arguments);
    options.state_folder = state_folder();
    options.hands = hands;
    ImGui::CreateContext();
    window = std::make_unique<Window>(options);
    window->app.run();
}

}  // namespace

// What tests of the page ask; nothing else does.
extern "C" {

/// What is on the screen, as JSON. The text lives until the next call.
EMSCRIPTEN_KEEPALIVE const char* web_state() {
    static std::string json;
    const App& app = window->app;
    const ViewState& view = window->app.state().view();
    const EnsembleProgress progress = window->app.service().progress();
    const EnsembleSummary* summary = app.summary();
    const auto& notices = app.notice_log();
    const auto end_of = [&](std::size_t slot) { return summary->scenarios[slot].runs.front()->fingerprint; };
    const bool any = summary != nullptr && summary->replicates > 0;
    json =
        nlohmann::json{
            {"page", info_of(view.page).id},
            {"language", code_of(view.preferences.language)},
            {"month", view.cursor},
            {"scenarios", window->app.state().session().slots.size()},
            {"shown", summary == nullptr ? 0 : summary->replicates},
            {"finished", progress.finished},
            {"wanted", progress.wanted},
            {"busy", progress.busy},
            {"first_run", any ? fmt::format("{:016x}", end_of(summary->scenarios.size() - 1)) : ""},
            {"unsaved", window->app.state().unsaved()},
            {"found", view.files.found_asked},
            {"story", view.story.open() ? view.story.story->name : ""},
            {"step", view.story.step},
            {"steps", view.story.open() ? view.story.story->steps.size() : 0},
            {"choices", view.story.open() && view.story.now().question ? view.story.now().question->choices.size() : 0},
            {"covered", view.prediction.active && !view.prediction.revealed},
            {"notice", notices.empty() ? "" : notices.back().notice.words},
            {"first_fans_ms", app.timings().first_fans_ms},
            {"fans_64_ms", app.timings().fans_64_ms},
            {"frame_ms", app.timings().frame_ms},
            {"memory", mallinfo().uordblks}}
            .dump();
    return json.c_str();
}

/// "x y width height" of a widget in pixels; empty if it is not on the screen.
EMSCRIPTEN_KEEPALIVE const char* web_widget(const char* key) {
    static std::string place;
    place.clear();
    if (const auto area = window->app.widgets().find(key))
        place = fmt::format("{} {} {} {}", area->x, area->y, area->width, area->height);
    return place.c_str();
}

/// The text of the session as it would be saved.
EMSCRIPTEN_KEEPALIVE const char* web_session() {
    static std::string text;
    text = session_text(window->app.state().session_to_keep());
    return text.c_str();
}
}

int main(int count, char** arguments) {
    try {
        open_window({arguments + 1, arguments + count});
        return 0;
    } catch (const std::exception& problem) {
        page_failed(problem.what());
        return 2;
    }
}
