// Choosing a package: what the page shows of packages, and A with a package as B.
#include "viewer/commands/dispatcher.h"

#include <algorithm>

namespace algemeente::viewer {

void Dispatcher::on(const SetPackageAxis& command) {
    (command.across ? view_.choosing.across : view_.choosing.upwards) = command.axis;
}

void Dispatcher::on(const SetPackageLimit& command) {
    view_.choosing.set_limit(command.axis, command.values);
}

/// The limits were those of other axes.
void Dispatcher::on(const ShowFound& command) {
    view_.choosing.clear();
    view_.choosing.own = command.own;
}

/// One step of undo. A scenario of that name that comes with the program takes the place of B as it is; a package is
/// added to A. B stays who is in front, so that all pages tell of it.
void Dispatcher::on(const ChoosePackage& command) {
    const auto preset =
        std::find_if(presets_.begin(), presets_.end(), [&](const Scenario& one) { return one.name == command.name; });
    Scenario scenario = preset != presets_.end() ? *preset : session_.slots.front().scenario;
    if (preset == presets_.end()) {
        if (scenario.change_count() + command.changes.size() > change_limit) {
            notices_.push_back({filled(text(Word::choose_too_many, language()), std::to_string(change_limit)), true});
            return;
        }
        if (!command.changes.empty()) {  // with nothing added it is A
            static_cast<ScenarioTexts&>(scenario) = {
                .title = command.title, .question = {}, .story = {}, .evidence = {}};
            scenario.name = name_with_package(command.name);
        }
        for (const DatedChange& change : command.changes) insert_by_month(scenario.changes, change);
    }
    remember(false);
    if (session_.slots.size() < 2) session_.slots.resize(2);
    replace_slot(1, slot_of(std::move(scenario)));
    view_.slot = 1;
    view_.choosing.pointed = command.name;
    changed();
    move_cursor(view_.cursor);
}

}  // namespace algemeente::viewer
