// What phones are for, and the packages that teams have put together on them.
#include "front/front_words.h"
#include "viewer/views/chart_pointer.h"
#include "viewer/views/overlay.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

/// Fixed while there are packages: they were put together within it.
void draw_budget(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const Phones& phones = context.view().phones;
    const bool fixed = phones.has_packages();
    const auto step = [&](const char* key, const char* sign, Word tip, int by) {
        const int wanted = phones.budget_cents + by;
        ImGui::BeginDisabled(wanted < lowest_budget || wanted > highest_budget);
        if (button(ui, key, sign, false, context.word(tip))) sink.send(SetBudget{wanted});
        ImGui::EndDisabled();
        ImGui::SameLine(0, ui.step(2));
    };
    const std::string words =
        filled(context.word(Word::phones_budget), euro_words(phones.budget_cents, context.language()));
    const float signs = fixed ? 0 : ImGui::GetFrameHeight() * 2 + ui.step(8);
    flow(ImGui::CalcTextSize(words.c_str()).x + signs, ui.step(6));
    if (!fixed) {
        step("phones.budget.less", "\u2212", Word::phones_budget_less, -budget_step);
        step("phones.budget.more", "+", Word::phones_budget_more, budget_step);
    }
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(words.c_str());
    note_item(ui, "phones.budget");
    if (fixed) tip_on_hover(ui, context.word(Word::phones_budget_fixed));
}

/// "Standards programme: 12 of 20 (low 3, middle 8, high 1)".
std::string spread_words(const ViewContext& context, const OfferedLever& lever, const std::vector<int>& teams,
                         std::size_t all) {
    const auto in = static_cast<std::size_t>(context.language());
    int taken = 0;
    std::string levels;
    for (std::size_t level = 0; level < teams.size(); ++level) {
        taken += teams[level];
        if (teams[level] == 0) continue;
        levels += (levels.empty() ? "" : ", ") + lower_first(lever.levels[level].name[in]) + " " +
                  std::to_string(teams[level]);
    }
    if (taken == 0) return filled(context.word(Word::phones_lever_nobody), lever.name[in]);
    return filled(context.word(Word::phones_lever_teams), lever.name[in], std::to_string(taken), std::to_string(all),
                  levels);
}

/// A part for each level, the stronger the darker, on a line as long as there are teams.
void draw_spread_bar(const ViewContext& context, const std::vector<int>& teams, std::size_t all) {
    const Ui& ui = context.ui;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::min(ImGui::GetContentRegionAvail().x, ui.em * 20);
    const float height = ui.step(2);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, ui.colour(Ink::grid));
    float x = at.x;
    for (std::size_t level = 0; level < teams.size(); ++level) {
        const float part = width * static_cast<float>(teams[level]) / static_cast<float>(std::max<std::size_t>(1, all));
        const float strength = static_cast<float>(level + 1) / static_cast<float>(teams.size());
        list.AddRectFilled({x, at.y}, {x + part, at.y + height}, ui.colour(Ink::accent, 0.25F + 0.75F * strength));
        x += part;
    }
    ImGui::Dummy({width, height});
}

void draw_spread(const ViewContext& context, std::size_t teams) {
    const Phones& phones = context.view().phones;
    heading(context.ui, context.word(Word::phones_levers_title));
    const auto spread = teams_by_lever(*phones.sent, *phones.offer);
    for (std::size_t i = 0; i < spread.size(); ++i) {
        const OfferedLever& lever = phones.offer->levers[i];
        paragraph(context.ui, spread_words(context, lever, spread[i], teams), context.ui.fonts.small);
        note_item(context.ui, "phones.spread." + lever.lever);
        draw_spread_bar(context, spread[i], teams);
    }
}

/// What its scenario is called: after the first phone that sent it.
std::string name_of_package(const RoomPackage& package) {
    return "phone_" + std::to_string(package.phones.front());
}

std::string words_of_package(const ViewContext& context, const RoomPackage& package) {
    const Language language = context.language();
    const PackageOffer& offer = *context.view().phones.offer;
    std::vector<std::string> phones;
    for (const int phone : package.phones) phones.push_back(std::to_string(phone));
    const auto effect = context.derived.room_effects.find(package.taken);
    return filled(context.word(Word::phones_package_head), euro_words(cents_of(offer, package.taken), language),
                  joined_words(phones, language)) +
           "\n" + taken_words(offer, package.taken, language) + "\n" +
           (effect == context.derived.room_effects.end() ? std::string(context.word(Word::phones_package_waits))
                                                         : effect_words_of(effect->second, language));
}

void draw_package(const ViewContext& context, CommandSink& sink, const RoomPackage& package) {
    const Ui& ui = context.ui;
    const std::string name = name_of_package(package);
    const auto& slots = context.session().slots;
    const bool in_b = slots.size() > 1 && slots[1].scenario.name == name_with_package(name);
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string words =
        in_lines(words_of_package(context, package), width - ImGui::GetStyle().FramePadding.x * 2);
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5F});
    const bool pressed =
        button(ui, "phones.package." + std::to_string(package.phones.front()), words.c_str(), in_b, nullptr, width);
    ImGui::PopStyleVar();
    const std::vector<DatedChange> changes = changes_of(*context.view().phones.offer, package.taken);
    if (ImGui::IsItemHovered()) tip_on_hover(ui, decisions_words(changes, context.language()));
    if (!pressed) return;
    sink.send(ChoosePackage{
        name, filled(context.word(Word::phones_package_title), std::to_string(package.phones.front())), changes});
    sink.send(Action::phones);  // the room looks at what it does
}

}  // namespace

void draw_phone_task(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const ViewState& view = context.view();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(context.word(Word::phones_do));
    const auto choice = [&](const char* key, Word word, PhoneTask task) {
        flow(context.word(word), ui.step(2));
        if (button(ui, key, context.word(word), view.phones.task == task)) sink.send(SetPhoneTask{task});
    };
    choice("phones.do.predict", Word::phones_do_predict, PhoneTask::predict);
    ImGui::BeginDisabled(view.prediction.active && !view.prediction.revealed);
    choice("phones.do.package", Word::phones_do_package, PhoneTask::package);
    ImGui::EndDisabled();
    if (view.phones.task == PhoneTask::package) draw_budget(context, sink);
    ImGui::Dummy({1, ui.step(2)});
}

void draw_room_packages(const ViewContext& context, CommandSink& sink, float height) {
    const Ui& ui = context.ui;
    const Phones& phones = context.view().phones;
    const std::vector<RoomPackage> packages = packages_of_room(*phones.sent, *phones.offer);
    std::size_t teams = 0;
    for (const RoomPackage& one : packages) teams += one.phones.size();
    ImGui::BeginChild("packages", {ImGui::GetContentRegionAvail().x * 0.58F, height});
    const std::string title =
        filled(context.word(Word::phones_packages_title), count_words(packages.size(), context.language()),
               count_words(teams, context.language()));
    heading(ui, title.c_str());
    paragraph(ui,
              filled(context.word(Word::phones_packages_how),
                     month_words(context.state.months() - 1, context.language()), std::to_string(runs_of_package)),
              ui.fonts.small, Ink::soft_text);
    for (const RoomPackage& one : packages) draw_package(context, sink, one);
    ImGui::EndChild();
    ImGui::SameLine(0, ui.step(8));
    ImGui::BeginChild("spread", {0, height});
    draw_spread(context, teams);
    ImGui::EndChild();
}

}  // namespace algemeente::viewer
