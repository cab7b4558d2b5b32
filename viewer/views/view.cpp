#include "viewer/views/view.h"

#include "viewer/views/chart_pointer.h"
#include "viewer/views/handout.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

template <typename Draw>
void region(const ViewContext& context, const char* name, Rect area, Ink ink, const Draw& draw, bool scrolls = false) {
    ImGui::SetNextWindowPos({area.x, area.y});
    ImGui::SetNextWindowSize({area.width, area.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, context.ui.colour(ink));
    const ImGuiWindowFlags fixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                   ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoFocusOnAppearing;
    const ImGuiWindowFlags flags = scrolls ? fixed & ~ImGuiWindowFlags_NoScrollbar : fixed;
    ImGui::Begin(name, nullptr, flags);
    draw();
    ImGui::End();
    ImGui::PopStyleColor();
}

/// Whether the page would tell what is covered.
bool page_is_covered(const ViewContext& context) {
    const ViewState& view = context.view();
    if (view.page == Page::compare) return false;
    const std::size_t last = context.session().slots.size() - 1;
    if (view.page == Page::map && view.map == MapMode::difference && covered(context, last)) return true;
    const bool each_on_its_own = view.page == Page::multiples && view.facet != Facet::size_class;
    return !each_on_its_own && covered(context, view.slot);
}

void draw_covered(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const bool led = context.view().story.open();  // a story covers and reveals by its steps
    paragraph(ui, filled(context.word(led ? Word::covered_page_story : Word::covered_page), covered_letters(context)));
    note_item(ui, "covered.words");
    if (context.picture) return;
    if (!led && button(ui, "covered.reveal", context.word(Word::reveal), true)) sink.send(Action::reveal);
    if (covered(context, 0)) return;
    if (!led) ImGui::SameLine();
    if (!button(ui, "covered.show_a", context.word(Word::covered_show_a))) return;
    sink.send(SelectSlot{0});
    if (context.view().map == MapMode::difference) sink.send(SetMapMode{MapMode::social});
}

/// A box over the page that says so, and how far it is: nobody is to read the numbers below it as those of another
/// scenario, or an empty chart as a result.
void say_computing(const ViewContext& context, ImVec2 at, ImVec2 size, const std::string& how_far) {
    const Ui& ui = context.ui;
    const float room = std::min(size.x - ui.em * 2, ui.em * 26);
    ImGui::PushFont(ui.fonts.bold);
    const std::string first = in_lines(context.word(Word::computing), room);
    const ImVec2 title = ImGui::CalcTextSize(first.c_str());
    ImGui::PopFont();
    ImGui::PushFont(ui.fonts.small);
    const std::string second = in_lines(how_far, room);
    const ImVec2 words = ImGui::CalcTextSize(second.c_str());
    const ImVec2 box = {std::max(title.x, words.x) + ui.em * 2, title.y + words.y + ui.em * 1.6F};
    const ImVec2 from = {at.x + (size.x - box.x) / 2, at.y + std::max(0.F, (size.y - box.y) * 0.4F)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, {from.x + box.x, from.y + box.y}, ui.colour(Ink::accent), ui.em * 0.4F);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colour(Ink::on_accent));
    ImGui::SetCursorScreenPos({from.x + ui.em, from.y + ui.em + title.y});
    ImGui::TextUnformatted(second.c_str());
    ImGui::PopFont();
    ImGui::PushFont(ui.fonts.bold);
    ImGui::SetCursorScreenPos({from.x + ui.em, from.y + ui.em * 0.6F});
    ImGui::TextUnformatted(first.c_str());
    note_item(ui, "page.computing");
    ImGui::PopFont();
    ImGui::PopStyleColor();
}

/// Makes the page below its first row of buttons look old, and says what is going on: it stays in sight until the next
/// answer. A child of its own lies over those that the page may have. Charts may be read as the last picture; anything
/// else is hardly seen.
void pale_page(const ViewContext& context) {
    const Ui& ui = context.ui;
    const float paleness = context.view().page == Page::compare ? 0.45F : 0.75F;
    const float top = ImGui::GetFrameHeightWithSpacing() + ImGui::GetStyle().WindowPadding.y;
    ImGui::SetCursorPos({0, top});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = {ImGui::GetWindowWidth(), std::max(1.F, ImGui::GetWindowHeight() - top)};
    ImGui::BeginChild("pale", size, false, ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoScrollbar);
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y}, ui.colour(Ink::background, paleness));
    say_computing(context, at, size, page_has_numbers(context) ? still_old_words(context) : waiting_words(context));
    ImGui::EndChild();
    note_item(ui, "page.stale");
}

/// Over charts that are still empty.
void say_waiting(const ViewContext& context) {
    const ImVec2 at = ImGui::GetWindowPos();
    say_computing(context, at, {ImGui::GetWindowWidth(), ImGui::GetWindowHeight()}, waiting_words(context));
}

/// Nothing of the scenario has been computed, and nothing of another one stands under its name.
void draw_stopped(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    paragraph(ui, context.word(Word::stopped_early));
    note_item(ui, "stopped.words");
    if (context.picture) return;
    if (button(ui, "stopped.go_on", context.word(Word::go_on), true, context.word(Word::go_on_tip)))
        sink.send(Action::go_on);
}

void draw_page(const ViewContext& context, CommandSink& sink) {
    if (page_is_covered(context)) {
        draw_covered(context, sink);
        return;
    }
    const bool old = page_is_old(context);
    if (old && context.stopped && !shows_one_run(context)) {
        draw_stopped(context, sink);
        return;
    }
    constexpr void (*draws[])(const ViewContext&, CommandSink&) = {
#define PAGE(id, words, about, key, draw, beside, needs) draw,
#include "viewer/state/pages.def"
    };
    draws[static_cast<std::size_t>(context.view().page)](context, sink);
    if (context.summary == nullptr && context.view().page == Page::compare) say_waiting(context);
    if (old && !context.picture) pale_page(context);
}

}  // namespace

Layout layout_of(float width, float height, float em, bool levers_shown, bool readout_shown) {
    Layout layout;
    // whole pixels: regions must not leave seams
    const float top = std::round(em * 4.5F);
    const float timeline = std::round(em * 4.4F);
    const float status = std::round(em * 2.1F);
    // panels give way: charts keep more than half of the width
    const bool narrow = width < em * narrow_ems;
    const auto panel = [&](float ems, float least, float most) {
        return std::round(std::clamp(em * ems, width * least, width * (narrow ? 0.31F : most)));
    };
    const float levers = levers_shown ? panel(16.5F, 0.18F, 0.27F) : 0;
    const float readout = readout_shown ? panel(14.5F, 0.14F, 0.24F) : 0;
    const float middle = height - top - timeline - status;
    layout.top = {0, 0, width, top};
    layout.levers = {0, top, levers, middle};
    layout.readout = {width - readout, top, readout, middle};
    layout.centre = {levers, top, width - levers - readout, middle};
    layout.timeline = {0, top + middle, width, timeline};
    layout.status = {0, height - status, width, status};
    return layout;
}

namespace {

/// The page, its levers, and below how many runs it stands on.
void draw_embedded(const ViewContext& context, CommandSink& sink, const std::vector<Notice>& notices, float width,
                   float height) {
    ImGui::PushFont(context.ui.fonts.body);
    const Layout layout = layout_of(width, height, context.ui.em, true, false);
    const float middle = layout.status.y;
    region(context, "levers", {0, 0, layout.levers.width, middle}, Ink::panel,
           [&] { context.view().story.open() ? draw_story_panel(context, sink) : draw_lever_panel(context, sink); });
    region(context, "centre", {layout.levers.width, 0, layout.centre.width, middle}, Ink::background,
           [&] { draw_page(context, sink); });
    region(context, "status", layout.status, Ink::panel, [&] { draw_status_bar(context, sink); });
    draw_dialogs(context, sink, width, height);
    draw_notices(context, notices, width, height);
    ImGui::PopFont();
}

}  // namespace

void draw_frame(const ViewContext& context, CommandSink& sink, const std::vector<Notice>& notices, float width,
                float height) {
    const ViewState& view = context.view();
    if (view.embedded) {
        draw_embedded(context, sink, notices, width, height);
        return;
    }
    // a story takes the place of the levers: beside it there is room for the values in a wide window only
    const bool story = view.story.open();
    const bool levers = !story && view.shows(Side::levers);
    const bool readout =
        info_of(view.page).beside == Beside::readout && view.shows(Side::values) && !(story && view.narrow);
    const Layout layout = layout_of(width, height, context.ui.em, levers || story, readout);
    ImGui::PushFont(context.ui.fonts.body);
    region(context, "top", layout.top, Ink::panel, [&] { draw_top_bar(context, sink); });
    if (levers) region(context, "levers", layout.levers, Ink::panel, [&] { draw_lever_panel(context, sink); });
    if (story) region(context, "story", layout.levers, Ink::panel, [&] { draw_story_panel(context, sink); });
    region(context, "centre", layout.centre, Ink::background, [&] { draw_page(context, sink); });
    if (readout)
        region(
            context, "readout", layout.readout, Ink::panel, [&] { draw_readout(context, sink); }, true);
    region(context, "timeline", layout.timeline, Ink::background, [&] { draw_timeline(context, sink); });
    region(context, "status", layout.status, Ink::panel, [&] { draw_status_bar(context, sink); });
    draw_dialogs(context, sink, width, height);
    draw_notices(context, notices, width, height);
    ImGui::PopFont();
}

void draw_page_alone(const ViewContext& context, CommandSink& sink, float width, float height) {
    ImGui::PushFont(context.ui.fonts.body);
    region(context, "page alone", {0, 0, width, height}, Ink::background, [&] {
        ImGui::PushFont(context.ui.fonts.title);
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(page_title(context).c_str());
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
        note_item(context.ui, "page.title");
        draw_page(context, sink);
    });
    ImGui::PopFont();
}

void draw_sub_pages(const ViewContext& context, CommandSink& sink, Page page, SubPage counted, std::size_t count) {
    if (context.picture) return;
    bool first = true;
    for (const SubPageInfo& info : sub_page_table) {
        if (info.page != page) continue;
        std::string words = context.word(info.words);
        if (info.sub_page == counted) words += " (" + std::to_string(count) + ")";
        const bool shown = context.view().sub_pages.of(page) == info.sub_page;
        if (!first) flow(words.c_str(), context.ui.step(2));
        first = false;
        if (button(context.ui, "page." + std::string(info.id), words.c_str(), shown))
            sink.send(SetSubPage{info.sub_page});
    }
    ImGui::SameLine(0, context.ui.step(2));
}

float footer_height(const Ui& ui) {
    return std::round(ui.em * 2.9F);
}

void draw_picture_footer(const ViewContext& context, Rect area) {
    const Ui& ui = context.ui;
    const ChartStyle style = chart_style(ui);
    Scene scene;
    scene.add(Box{.area = area, .ink = Ink::panel});
    scene.add(Polyline{.points = {{area.x, area.y}, {area.right(), area.y}}, .ink = Ink::border});
    float x = area.x + ui.em * 0.6F;
    const float each = (area.width - ui.em) / static_cast<float>(context.session().slots.size());
    for (std::size_t i = 0; i < context.session().slots.size(); ++i) {
        const std::string title = letter_of(i) + "  " + slot_title(context, i);
        const std::string words = shortened(title, style.letter, each - style.letter * 3);
        scene.add(Marker{.at = {x + style.letter * 0.4F, area.y + style.letter * 1.15F},
                         .radius = style.letter * 0.35F,
                         .shape = shape_of(i)});
        scene.add(Text{.at = {x + style.letter * 1.1F, area.y + style.letter * 0.6F},
                       .words = words,
                       .size = style.letter,
                       .bold = true});
        x += std::min(each, rough_width(words, style.letter) + style.letter * 4);
    }
    scene.add(Text{.at = {area.x + ui.em * 0.6F, area.y + style.letter * 2},
                   .words = shortened(footer_words(context), style.letter, area.width - ui.em),
                   .size = style.letter,
                   .ink = Ink::soft_text});
    draw_scene(*ImGui::GetForegroundDrawList(), scene, ui);
}

bool covered(const ViewContext& context, std::size_t slot) {
    return context.view().covers(slot, context.session().slots.size());
}

ChartStyle chart_style(const Ui& ui) {
    return {.letter = ui.fonts.small->FontSize, .line = ui.em * 0.13F, .language = ui.language};
}

}  // namespace algemeente::viewer
