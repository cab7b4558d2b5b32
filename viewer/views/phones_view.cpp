// The room and its phones: how they find the page, how many have sent something, and after the reveal who was nearest
// and why the room expected what it did.
#include "viewer/plot/qr_picture.h"
#include "viewer/views/chart_pointer.h"
#include "viewer/views/overlay.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

std::string count_words(const ViewContext& context) {
    const PhoneReplies& sent = *context.view().phones.sent;
    return filled(context.word(Word::phones_count), std::to_string(sent.present), std::to_string(sent.replies.size()));
}

/// What the phones are doing, as the window asked them.
std::string stage_words(const ViewContext& context) {
    const Phones& phones = context.view().phones;
    if (phones.task == PhoneTask::package) {
        if (!phones.offer) return context.word(Word::phones_pricing);
        if (phones.packages_shown) return context.word(Word::phones_packages_shown);
        return filled(context.word(Word::phones_packaging),
                      month_words(phones.offer->levers.front().from_month, context.language()));
    }
    const Prediction& prediction = context.view().prediction;
    if (prediction.active && prediction.revealed) return context.word(Word::phones_revealed);
    if (prediction.active) return filled(context.word(Word::phones_drawing), covered_letters(context));
    return context.word(context.view().story.open() ? Word::phones_waiting_story : Word::phones_waiting);
}

void draw_code(const ViewContext& context, float side) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Phones& phones = context.view().phones;
    Scene scene;
    draw_qr(scene, {at.x, at.y, side, side}, phones.addresses[phones.address].qr);
    Ui paper = context.ui;
    paper.theme = Theme::light;
    draw_scene(*ImGui::GetWindowDrawList(), scene, paper);
    ImGui::Dummy({side, side});
    note_item(context.ui, "phones.qr");
}

/// Other addresses of this machine: the first is not always the one that phones can reach.
void draw_other_addresses(const ViewContext& context, CommandSink& sink) {
    const Phones& phones = context.view().phones;
    if (phones.addresses.size() < 2) return;
    paragraph(context.ui, context.word(Word::phones_other), context.ui.fonts.small, Ink::soft_text);
    for (std::size_t i = 0; i < phones.addresses.size(); ++i) {
        const std::string& link = phones.addresses[i].link;
        const std::string host = link.substr(link.find("//") + 2, link.rfind(':') - link.find("//") - 2);
        if (i > 0) flow(host.c_str(), context.ui.step(2));
        if (button(context.ui, "phones.address." + std::to_string(i), host.c_str(), i == phones.address))
            sink.send(ShowAddress{i});
    }
}

void draw_counts(const ViewContext& context) {
    paragraph(context.ui, count_words(context), context.ui.fonts.bold);
    note_item(context.ui, "phones.count");
    paragraph(context.ui, stage_words(context));
    note_item(context.ui, "phones.stage");
}

void draw_address(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const Phones& phones = context.view().phones;
    std::string link = phones.addresses[phones.address].link;
    link.pop_back();  // who types it needs no slash at its end
    const std::string host = link.substr(0, link.rfind('/') + 1);
    ImGui::PushFont(ui.fonts.title);
    const bool fits = ImGui::CalcTextSize(host.c_str()).x <= ImGui::GetContentRegionAvail().x;
    ImGui::PopFont();
    paragraph(ui, host + "\n" + phones.code, fits ? ui.fonts.title : ui.fonts.bold);
    note_item(ui, "phones.link");
    paragraph(ui, context.word(phones.network ? Word::phones_how : Word::phones_no_network),
              phones.network ? ui.fonts.small : ui.fonts.small_bold, phones.network ? Ink::soft_text : Ink::problem);
    draw_other_addresses(context, sink);
    ImGui::Dummy({1, ui.step(4)});
    draw_counts(context);
}

/// Once a package has come they can be shown; what is shown can be hidden again, and a round begun anew.
void draw_package_buttons(const ViewContext& context, CommandSink& sink) {
    const Phones& phones = context.view().phones;
    if (!phones.open || !phones.offer || !phones.has_packages()) return;
    const float near = context.ui.step(2);
    const char* show = context.word(phones.packages_shown ? Word::phones_packages_hide : Word::phones_packages_show);
    flow(show, near);
    if (button(context.ui, "phones.packages.show", show, !phones.packages_shown))
        sink.send(ShowPackages{!phones.packages_shown});
    const char* anew = context.word(Word::phones_packages_anew);
    flow(anew, near);
    if (button(context.ui, "phones.packages.anew", anew, false, context.word(Word::phones_packages_anew_tip)))
        sink.send(BeginPackages{});
}

void draw_buttons(const ViewContext& context, CommandSink& sink) {
    const Prediction& prediction = context.view().prediction;
    const float near = context.ui.step(2);
    const auto press = [&](const char* key, Word word, bool main, Command command) {
        if (button(context.ui, key, context.word(word), main)) sink.send(std::move(command));
    };
    press("phones.hide", Word::phones_hide, true, Action::phones);
    const bool packs = context.view().phones.task == PhoneTask::package;
    if (packs) draw_package_buttons(context, sink);
    const bool led = context.view().story.open() || packs;
    if (!led && !prediction.active) {
        flow(context.word(Word::predict), near);
        press("phones.predict", Word::predict, true, Action::predict);
    }
    if (!led && prediction.active && prediction.revealed) {  // another round, for all
        flow(context.word(Word::predict_clear), near);
        press("phones.predict", Word::predict_clear, true, Action::clear_prediction);
    }
    if (!led && prediction.active && !prediction.revealed) {
        flow(context.word(Word::reveal), near);
        press("phones.reveal", Word::reveal, false, Action::reveal);
    }
    if (!context.view().phones.sent->replies.empty()) {
        flow(context.word(Word::phones_save), near);
        press("phones.save", Word::phones_save, false, SavePhones{});
    }
    flow(context.word(Word::phones_close), near);
    press("phones.close", Word::phones_close, false, ClosePhones{});
}

/// Each reason with what it is about: "17 · social, up: because ..."
std::string words_of_reason(const ViewContext& context, const PhoneReply& reply) {
    constexpr Word domains[] = {Word::social, Word::physical, Word::phone_both};
    constexpr Word directions[] = {Word::phone_up, Word::phone_down, Word::phone_same};
    const SaidWords& said = *reply.words;
    return std::to_string(reply.phone) + " \u00B7 " +
           lower_first(context.word(domains[static_cast<std::size_t>(said.domain)])) + ", " +
           lower_first(context.word(directions[static_cast<std::size_t>(said.direction)])) + ": " + said.why;
}

std::vector<const PhoneReply*> reasons_shown(const ViewContext& context) {
    std::vector<const PhoneReply*> reasons;
    const Phones& phones = context.view().phones;
    for (const PhoneReply& reply : phones.sent->replies)
        if (reply.words && !reply.words->why.empty() && phones.shows_reason(reply.phone)) reasons.push_back(&reply);
    return reasons;
}

std::string nearest_words(const ViewContext& context) {
    const std::vector<PhoneDistance>& nearest = context.derived.nearest.value();
    const std::size_t lines = lines_of(*context.view().phones.sent);
    if (nearest.empty()) return filled(context.word(Word::phones_unranked), std::to_string(lines));
    std::string words =
        filled(context.word(Word::phones_nearest), std::to_string(lines), letter_of(shown_prediction(context).slot),
               std::to_string(nearest.front().phone), distance_words(context, nearest.front().distance));
    std::string then;
    constexpr std::size_t told = 5;
    for (std::size_t i = 1; i < std::min(nearest.size(), told); ++i)
        then += (then.empty() ? "" : ", ") + std::to_string(nearest[i].phone);
    if (!then.empty()) words += " " + filled(context.word(Word::phones_nearest_then), then);
    return words;
}

std::string tally_words(const ViewContext& context, const SaidCounts& counts) {
    const auto count = [](int number) { return std::to_string(number); };
    return filled(context.word(Word::phones_tally), count(counts.domains[0]), count(counts.domains[1]),
                  count(counts.domains[2]), count(counts.directions[0]), count(counts.directions[1]),
                  count(counts.directions[2]));
}

/// The code to point a phone at, and beside it the address; once the room has seen the result also its reasons.
void draw_way_in(const ViewContext& context, CommandSink& sink, float side, float height) {
    draw_code(context, side);
    ImGui::SameLine(0, context.ui.step(8));
    ImGui::BeginChild("beside", {0, height});
    draw_address(context, sink);
    if (shows_phones(context)) draw_reasons(context, sink, most_answers);
    ImGui::EndChild();
}

}  // namespace

bool shows_phones(const ViewContext& context) {
    const ViewState& view = context.view();
    return view.prediction.active && view.prediction.revealed && !view.phones.sent->replies.empty() &&
           view.phones.prediction == context.state.predictions() && view.phones.about == shown_prediction(context);
}

bool is_offered(const ViewContext& context, Action action) {
    return action != Action::phones || context.view().phones.possible;
}

void draw_reasons(const ViewContext& context, CommandSink& sink, std::size_t most) {
    const Ui& ui = context.ui;
    const std::vector<const PhoneReply*> reasons = reasons_shown(context);
    if (reasons.empty()) return;
    heading(ui, context.word(Word::phones_reasons_title));
    ImGui::PushFont(ui.fonts.small);
    const float sign = ImGui::CalcTextSize("\u00D7").x + ImGui::GetStyle().FramePadding.x * 2;
    for (std::size_t i = 0; i < std::min(reasons.size(), most); ++i) {
        const std::string key = "phones.reason." + std::to_string(reasons[i]->phone);
        const float room = ImGui::GetContentRegionAvail().x - sign - ui.em * 0.4F;
        ImGui::TextUnformatted(in_lines(words_of_reason(context, *reasons[i]), room).c_str());
        note_item(ui, key);
        ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - sign);
        if (ImGui::SmallButton(("\u00D7###" + key + ".less").c_str())) sink.send(TakeOffReason{reasons[i]->phone});
        note_item(ui, key + ".less");
        tip_on_hover(ui, context.word(Word::phones_reason_less));
    }
    ImGui::PopFont();
    if (reasons.size() > most && context.view().phones.open) {
        const std::string all = filled(context.word(Word::phones_reasons), std::to_string(reasons.size()));
        if (button(ui, "phones.reasons.all", all.c_str())) sink.send(Action::phones);
    }
    ImGui::Dummy({1, ui.step(2)});
}

/// A low window has the first sentence, and the rest under the pointer.
void draw_phones_card(const ViewContext& context, CommandSink& sink) {
    const SaidCounts counts = said_counts(*context.view().phones.sent);
    if (context.picture || !shows_phones(context)) return;
    const Ui& ui = context.ui;
    const RoomLines& lines = lines_of_the_room(context);
    const bool cards = !lines[0].empty() || !lines[1].empty();
    const bool low = is_low_page(context) && (cards || ImGui::GetWindowHeight() < ui.em * 26);
    std::string words;
    if (lines_of(*context.view().phones.sent) > 0) words = nearest_words(context);
    const std::string tally = counts.answers > 0 ? tally_words(context, counts) : std::string();
    const std::string all = words + (words.empty() || tally.empty() ? "" : "\n") + tally;
    paragraph(ui, low && !words.empty() ? words : all, ui.fonts.small);
    note_item(ui, "phones.card");
    if (low) tip_on_hover(ui, all);
    const std::size_t reasons = reasons_shown(context).size();
    const bool beside = info_of(context.view().page).beside == Beside::readout && context.view().shows(Side::values) &&
                        !(context.view().story.open() && context.view().narrow);
    if (reasons == 0 || beside || !context.view().phones.open) return;  // they are beside the charts
    const std::string button_words = filled(context.word(Word::phones_reasons), std::to_string(reasons));
    flow(button_words.c_str(), ui.step(6));
    if (button(ui, "phones.reasons", button_words.c_str())) sink.send(Action::phones);
}

void draw_phones_panel(const ViewContext& context, CommandSink& sink, float width, float height) {
    const Ui& ui = context.ui;
    const Phones& phones = context.view().phones;
    const bool packs = phones.task == PhoneTask::package;
    const bool shown = packs && phones.packages_shown && phones.offer;
    const float w = std::min(ui.em * (shown ? 64.F : 52.F), width * 0.94F);
    const float h = std::min(ui.em * (shown ? 44.F : 30.F), height * 0.92F);
    overlay(context, "phones", {(width - w) / 2, (height - h) / 2}, {w, h}, [&] {
        heading(ui, context.word(packs ? Word::phones_do_package : Word::phones_title));
        const float buttons = ImGui::GetFrameHeightWithSpacing() * (packs || w < ui.em * 48 ? 2 : 1) + ui.step(2);
        if (phones.open && !phones.addresses.empty()) {
            draw_phone_task(context, sink);
            if (shown) draw_counts(context);
            const float room = ImGui::GetContentRegionAvail().y - buttons;
            if (shown)  // who has sent a package has found the page
                draw_room_packages(context, sink, room);
            else
                draw_way_in(context, sink, std::floor(std::min(room, w * 0.46F)), room);
        } else {
            paragraph(ui, context.word(Word::phones_closed));
        }
        draw_buttons(context, sink);
        if (entered(context, "phones.")) sink.send(Action::phones);
    });
}

}  // namespace algemeente::viewer
