// The packages of the page Choose: those that came with the program, and those that the room has had searched for.
#include "present/words/differences.h"
#include "text/error.h"
#include "viewer/app/app.h"
#include "viewer/views/choose_page.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

/// Limits that hold although the room did not set them: what packages may cost. A limit of the room on the same axis
/// takes the place of one.
std::vector<std::string> limits_of_every_search(const ViewContext& context) {
    const FrontShown& front = context.derived.front;
    const Packages& packages = front.packages.value();
    std::vector<std::string> words;
    if (!front.kept) return words;
    for (const KeptLimit& limit : front.kept->limits)
        for (std::size_t k = 0; k < packages.axes.size(); ++k) {
            if (packages.axes[k].id != measure_name(limit.measure) || context.view().choosing.limit_of(k)) continue;
            words.push_back(filled(context.word(limit.at_most ? Word::se_at_most : Word::se_at_least),
                                   packages.axes[k].title, number_words(limit.at, context.language(), {.digits = 2})));
        }
    return words;
}

}  // namespace

void App::find_packages() {
    const FrontShown& shown = derived_.front;
    if (!finder_ || !shown.front) return;
    FoundFor wished{dispatcher_->session().slots.front().scenario, limits_in_words(context())};
    for (std::string& words : limits_of_every_search(context())) wished.limits.push_back(std::move(words));
    wished.scenario.title = slot_title(context(), 0);  // with what was moved since it was chosen
    wished.scenario.name = "searched_for";             // none of those that come with the program
    const auto& limits = dispatcher_->view().choosing.limits;
    finder_->find({wished.scenario, room_limits(*shown.front, shown.packages.value(), limits)});
    derived_.front.wished = std::move(wished);
}

void App::stop_finding() {
    if (finder_) finder_->stop();
}

/// What is found is shown at once; what is not is told.
void App::follow_finder() {
    if (!finder_) return;
    FrontShown& shown = derived_.front;
    Finding now = finder_->finding();
    if (now == shown.finding) return;
    shown.finding = std::move(now);
    switch (shown.finding.stage) {
        case Finding::Stage::found:
            shown.own = shown.finding.found;
            shown.own_for = shown.wished;
            shown.own_for.looked_at = shown.finding.looked_at;
            dispatcher_->apply(ShowFound{true});
            break;
        case Finding::Stage::nothing: notify(ui_.word(Word::choose_found_nothing), true); break;
        case Finding::Stage::failed:
            notify(filled(ui_.word(Word::choose_find_failed), shown.finding.problem), true);
            break;
        case Finding::Stage::resting:
        case Finding::Stage::searching: break;
    }
}

/// Whether A is the scenario that the packages on the screen were found for.
bool App::is_front_of_a() const {
    const FrontShown& shown = derived_.front;
    const Scenario& a = dispatcher_->session().slots.front().scenario;
    if (shown.shows_own()) return present::differences_between(shown.own_for.scenario, a, ui_.language).empty();
    const std::vector<Scenario>& presets = dispatcher_->presets();
    const auto made_for = std::find_if(presets.begin(), presets.end(),
                                       [&](const Scenario& one) { return one.name == shown.front->scenario; });
    return made_for != presets.end() && present::differences_between(*made_for, a, ui_.language).empty();
}

/// The packages that can be chosen, in the words of the window.
void App::update_packages() {
    if (dispatcher_->view().page != Page::choose) return;
    FrontShown& shown = derived_.front;
    if (!std::exchange(shown.read, true)) try {
            shown.kept = read_kept_front(shipped_front());
        } catch (const InputError& problem) {
            shown.problem = problem.what();
        }
    shown.front = dispatcher_->view().choosing.own && shown.own ? shown.own : shown.kept;
    if (!shown.front) return;
    shown.packages.of({ui_.language, shown.front}, [&] {
        std::vector<Scenario> titled = dispatcher_->presets();
        if (shown.shows_own()) titled.insert(titled.begin(), shown.own_for.scenario);
        return packages_of(*shown.front, titled, ui_.language);
    });
    shown.of_a.of({dispatcher_->session_version(), shown.front}, [&] { return is_front_of_a(); });
}

}  // namespace algemeente::viewer
