// The window and its room of phones: what they are asked, what they have sent, and what they are told in the end.
#include "output/csv_file.h"
#include "text/calendar.h"
#include "text/error.h"
#include "viewer/app/app.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

InLanguages in_both(const auto& words_in) {
    return {words_in(Language::nl), words_in(Language::en)};
}

std::vector<double> medians_of(const Fan& fan) {
    std::vector<double> medians;
    for (const Band& band : fan)
        medians.push_back(band.count > 0 ? band.p50 : std::numeric_limits<double>::quiet_NaN());
    return medians;
}

/// A spreadsheet takes words that begin so for a formula.
std::string harmless(const std::string& words) {
    const bool computes = !words.empty() && std::string_view("=+-@").find(words.front()) != std::string_view::npos;
    return computes ? "'" + words : words;
}

constexpr std::string_view domain_ids[] = {"social", "physical", "both"};  // in the order of SaidDomain
constexpr std::string_view direction_ids[] = {"up", "down", "same"};       // in the order of SaidDirection

/// Values once a quarter, as they were sent.
void write_lines(CsvFile& csv, const PhoneReply& reply) {
    constexpr std::size_t months_of_a_quarter = 3;
    for (std::size_t d = 0; d < domain_count; ++d)
        for (std::size_t month = 0; month < reply.drawn[d].size(); month += months_of_a_quarter) {
            if (std::isnan(reply.drawn[d][month])) continue;
            csv.whole(reply.phone).text("line").text(domain_ids[d]).text(date_of(static_cast<int>(month)));
            csv.number(reply.drawn[d][month]).text("").text("").text("");
            csv.end_row();
        }
}

}  // namespace

void App::open_phones() {
    if (room_ || !options_.open_room) return;
    Phones phones = dispatcher_->view().phones;
    try {
        room_ = options_.open_room(options_.room_port, ui_.language, [this] { platform_.wake(); });
    } catch (const InputError&) {
        phones.panel = false;
        dispatcher_->note_phones(std::move(phones));
        throw;
    }
    told_.reset();
    told_packages_.reset();
    phones.packages_shown = false;
    phones.open = true;
    phones.sent = std::make_shared<const PhoneReplies>();
    phones.code = room_->code();
    phones.addresses = room_->addresses();
    phones.address = 0;
    phones.network = room_->on_a_network();
    dispatcher_->note_phones(std::move(phones));
}

/// What they have sent stays on the screen.
void App::close_phones() {
    room_.reset();
    Phones phones = dispatcher_->view().phones;
    phones.open = phones.panel = false;
    phones.addresses.clear();
    dispatcher_->note_phones(std::move(phones));
    notify(ui_.word(Word::phones_closed), false);
}

/// New only if somebody has sent, come or gone.
void App::take_sent() {
    if (room_->version() == dispatcher_->view().phones.sent->version) return;
    const Phones& phones = dispatcher_->view().phones;
    constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();  // packages are about no prediction
    const std::uint64_t prediction = told_packages_ ? none : told_ ? told_->predictions : phones.prediction;
    const Predicted about = told_ ? Predicted{told_->slot, told_->outcome} : phones.about;
    dispatcher_->note_sent(std::make_shared<const PhoneReplies>(room_->replies()), prediction, about);
}

void App::follow_phones() {
    update_nearest();
    packs_ = false;
    if (!room_) return;
    const ViewState& view = dispatcher_->view();
    if (view.phones.task == PhoneTask::package) {
        follow_packages();
        return;
    }
    if (std::exchange(told_packages_, std::nullopt)) room_->wait();
    if (!view.prediction.active || !summary_) {
        if (std::exchange(told_, std::nullopt)) room_->wait();
    } else if (!view.prediction.revealed) {
        ask_phones();
    } else if (told_ && told_->predictions == dispatcher_->predictions()) {
        reveal_to_phones();
    }
    take_sent();
}

/// The axis holds for the whole round: a line that is half drawn must not move under a finger.
void App::ask_phones() {
    const ViewState& view = dispatcher_->view();
    const bool settled = !derived_.y.moving && !dispatcher_->dragging() && derived_.fans.outcome == view.outcome &&
                         summary_->scenarios.size() == dispatcher_->session().slots.size() && !old_.value()[0];
    if (!settled) return;
    const TellKey key{.session = dispatcher_->session_version(),
                      .predictions = dispatcher_->predictions(),
                      .outcome = view.outcome,
                      .summary = summary_->id,
                      .slot = view.predicted(summary_->scenarios.size()).slot};
    if (told_ == key) return;
    const bool anew = !told_ || told_->revealed || key.asks_anew(*told_);
    if (anew) {
        question_ = {.round = question_.round + 1};
        question_.axis = derived_.y.range;
    }
    const Slot& slot = dispatcher_->session().slots[key.slot];
    question_.scenario = in_both([&](Language language) {
        return letter_of(key.slot) + ": " + title_of(slot.scenario, language) + changed_mark(slot, language);
    });
    const OutcomeInfo& outcome = domain_outcomes()[view.outcome];
    question_.outcome = in_both([&](Language language) { return lower_first(name_of(outcome.name, language)); });
    question_.first_year = first_year;
    question_.months = dispatcher_->months();
    question_.percent = form_of(outcome).percent;
    for (std::size_t d = 0; d < domain_count; ++d)
        question_.before[d] = key.slot > 0 ? medians_of(derived_.fans.domains.front()[d]) : std::vector<double>{};
    room_->ask(question_);
    told_ = key;
}

/// Again when more runs have come: the median may have moved, and with it who is nearest.
void App::reveal_to_phones() {
    TellKey key = *told_;
    key.revealed = true;
    key.summary = summary_->id;
    const std::size_t slot = dispatcher_->view().predicted(summary_->scenarios.size()).slot;
    const bool other = derived_.fans.outcome != key.outcome || slot != key.slot;  // they predicted something else
    if (told_ == key || other || old_.value()[slot]) return;
    PhoneResult result{.nearest = derived_.nearest.value()};
    for (std::size_t d = 0; d < domain_count; ++d) result.medians[d] = medians_of(derived_.fans.domains[slot][d]);
    room_->reveal(result);
    told_ = key;
}

/// Sixty lines against fifteen years: once for what was sent and what came out.
void App::update_nearest() {
    const ViewState& view = dispatcher_->view();
    if (!view.prediction.revealed || !summary_ || derived_.fans.domains.empty()) return;
    const std::size_t slot = view.predicted(derived_.fans.domains.size()).slot;
    if (view.phones.about != Predicted{slot, derived_.fans.outcome}) return;  // lines about something else
    derived_.nearest.of({summary_->id, slot, derived_.fans.outcome, view.phones.sent->version},
                        [&] { return nearest_of(*view.phones.sent, derived_.fans.domains[slot]); });
}

/// A row for each point of a line, each answer in words, and how far each line was off; for each lever of a package,
/// and what it costs and does.
void App::save_phones() {
    const PhoneReplies& sent = *dispatcher_->view().phones.sent;
    if (sent.replies.empty()) return;
    const std::filesystem::path file = reserved_name(export_folder_, dated_stem() + "-phones", ".csv");
    CsvFile csv(file, "phone,what,domain,month,value,direction,why,lever");
    for (const PhoneReply& reply : sent.replies) {
        write_lines(csv, reply);
        write_package(csv, reply);
        if (!reply.words) continue;
        csv.whole(reply.phone).text("words").text(domain_ids[static_cast<std::size_t>(reply.words->domain)]);
        csv.text("").text("").text(direction_ids[static_cast<std::size_t>(reply.words->direction)]);
        csv.text(harmless(reply.words->why)).text("");
        csv.end_row();
    }
    if (dispatcher_->view().prediction.revealed)
        for (const PhoneDistance& one : derived_.nearest.value()) {
            csv.whole(one.phone).text("distance").text("both").text("").number(one.distance).text("").text("").text("");
            csv.end_row();
        }
    csv.finish();
    notify(filled(ui_.word(Word::saved_words), platform_.hand_over(file)), false);
}

}  // namespace algemeente::viewer
