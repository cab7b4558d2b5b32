// The page for phones: opened with its panel, closed on its own.
#include "viewer/commands/dispatcher.h"

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

}  // namespace algemeente::viewer
