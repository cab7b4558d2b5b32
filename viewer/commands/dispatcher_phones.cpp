// The page for phones: opened with its panel, closed on its own.
#include "viewer/commands/dispatcher.h"

#include <algorithm>

namespace algemeente::viewer {

/// The panel goes and comes; the page is served from the first time on, until it is closed.
void Dispatcher::toggle_phones() {
    Phones& phones = view_.phones;
    if (!phones.possible) {
        notices_.push_back({std::string(text(Word::phones_not_here, language())), true});
        return;
    }
    flip(phones.panel);
    if (phones.panel && !phones.open) effects_.push_back(Effect::open_phones);
}

/// What was taken off the screen was about the last question.
void Dispatcher::note_sent(std::shared_ptr<const PhoneReplies> sent, std::uint64_t prediction, Predicted about) {
    view_.phones.sent = std::move(sent);
    view_.phones.about = about;
    if (std::exchange(view_.phones.prediction, prediction) != prediction) view_.phones.taken_off.clear();
}

void Dispatcher::on(const ClosePhones& /*command*/) {
    view_.phones.panel = false;
    if (view_.phones.open) effects_.push_back(Effect::close_phones);
}

void Dispatcher::on(const ShowAddress& command) {
    if (command.position < view_.phones.addresses.size()) view_.phones.address = command.position;
}

/// While the room predicts, phones draw: what they have drawn would be lost.
void Dispatcher::on(const SetPhoneTask& command) {
    const bool predicting = view_.prediction.active && !view_.prediction.revealed;
    const bool packs = command.task == PhoneTask::package;
    if (view_.phones.task == command.task || (packs && predicting)) return;
    view_.phones.task = command.task;
    if (packs) begin_packages();
}

/// Prices are told anew: A may be another scenario by now.
void Dispatcher::begin_packages() {
    ++view_.phones.package_round;
    view_.phones.packages_shown = false;
    view_.phones.offer.reset();
}

/// Packages that were put together for one budget would not be within another.
void Dispatcher::on(const SetBudget& command) {
    if (view_.phones.has_packages()) return;
    view_.phones.budget_cents = std::clamp(command.cents, lowest_budget, highest_budget);
    begin_packages();
}

}  // namespace algemeente::viewer
