// What the app writes: pictures, tables, hand-outs, scenarios.
#include "output/result_file.h"
#include "text/calendar.h"
#include "text/error.h"
#include "viewer/app/app.h"
#include "viewer/state/session_io.h"
#include "viewer/state/session_link.h"
#include "viewer/views/choose_page.h"
#include "viewer/views/handout.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <ctime>

namespace algemeente::viewer {

std::string today_words(Language language) {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    const int month = month_of(parts.tm_year + 1900, parts.tm_mon + 1);
    return std::to_string(parts.tm_mday) + " " + month_words(month, language);
}

namespace {

/// "workshop" of "workshop-2026-11-27": a session that was saved under a dated name gives its exports one date.
std::string without_date(std::string stem) {
    constexpr std::string_view pattern = "-0000-00-00";
    if (stem.size() <= pattern.size()) return stem;
    const std::string_view end = std::string_view(stem).substr(stem.size() - pattern.size());
    const bool dated = std::equal(end.begin(), end.end(), pattern.begin(), [](char letter, char like) {
        return like == '0' ? letter >= '0' && letter <= '9' : letter == like;
    });
    if (dated) stem.resize(stem.size() - pattern.size());
    return stem;
}

/// "2026-11-27"
std::string today_digits() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    char room[16];
    const std::size_t length = std::strftime(room, sizeof room, "%Y-%m-%d", &parts);
    return std::string(room, length);
}

}  // namespace

/// "workshop-2026-11-27": exports of one day are told apart by a number behind it.
std::string App::dated_stem() const {
    const std::string stem = desk_.file().empty() ? "algemeente" : desk_.file().stem().string();
    return without_date(safe_stem(stem)) + "-" + today_digits();
}

void App::save_file(const char* ending, const std::string& content) {
    const std::filesystem::path file = reserved_name(export_folder_, dated_stem(), ending);
    write_file(file, content);
    notify(filled(ui_.word(Word::saved_words), platform_.hand_over(file)), false);
}

Image App::picture_with_footer(bool page_alone) {
    ImGuiIO& io = ImGui::GetIO();
    const ImVec2 size = io.DisplaySize;
    const ImVec2 mouse = io.MousePos;
    const double scale = font_scale_;
    io.MousePos = {-FLT_MAX, -FLT_MAX};  // no tips on a picture
    const bool before = std::exchange(page_alone_, page_alone);
    rebuild_fonts(scale * 2);
    apply_style(ui_.theme, ui_.em);
    const Rect footer = {0, size.y * 2, size.x * 2, footer_height(ui_)};
    const auto draw = [&] {
        widgets_.begin_frame();
        if (page_alone_) {
            draw_page_alone(context_to_keep(), sink_, size.x * 2, size.y * 2);
        } else {
            draw_frame(context_to_keep(), sink_, {}, size.x * 2, size.y * 2);
        }
        draw_picture_footer(context_to_keep(), footer);
    };
    const auto width = static_cast<int>(footer.width);
    const auto height = static_cast<int>(footer.bottom());
    platform_.picture(width, height, draw);  // windows take their new size a frame later
    Image image = platform_.picture(width, height, draw);
    page_alone_ = before;
    sink_.take();  // nobody touched the picture
    sink_.take_hover();
    rebuild_fonts(scale);
    apply_style(ui_.theme, ui_.em);
    io.DisplaySize = size;
    io.MousePos = mouse;
    return image;
}

std::string App::shown_table(TableForm form) const {
    const ViewState& view = dispatcher_->view();
    if (view.page == Page::choose) return table_text(packages_table(context_to_keep()), form);
    const Range months = view.axes.time.value_or(Range{0, static_cast<double>(dispatcher_->months() - 1)});
    const TableRows shown{.slots = shown_slots(context()),
                          .first_month = static_cast<int>(std::ceil(months.low)),
                          .last_month = static_cast<int>(std::floor(months.high)),
                          .differences = lower_drawn() == LowerChart::difference};
    return table_text(*summary_, derived_.fans, shown, form);
}

void App::export_png(bool page_alone) {
    const Image image = picture_with_footer(page_alone);
    if (image.pixels.empty()) throw InputError("this window cannot be drawn into a file");
    const std::filesystem::path file = reserved_name(export_folder_, dated_stem(), ".png");
    write_png(file, image);
    notify(filled(ui_.word(Word::saved_words), platform_.hand_over(file)), false);
}

void App::export_scenarios() {
    const std::filesystem::path folder = reserved_folder(export_folder_, dated_stem() + "-scenarios");
    save_scenarios(dispatcher_->session(), folder, ui_.language);
    notify(filled(ui_.word(Word::saved_words), platform_.hand_over(folder)), false);
}

/// What the room said to the questions of a story. Words are in the language that it reads.
void App::save_answers() {
    const StoryPlay play = dispatcher_->take_answers();
    if (!play.open()) return;
    const std::filesystem::path file =
        reserved_name(export_folder_, safe_stem(play.story->name) + "-" + today_digits(), ".csv");
    write_answers(play, ui_.language, file);
    notify(filled(ui_.word(Word::saved_words), platform_.hand_over(file)), false);
}

/// Whether a file would hold numbers under the name of a scenario that they are not of.
bool App::exports_old(Effect effect) const {
    constexpr Effect with_numbers[] = {Effect::export_png,  Effect::export_window, Effect::export_svg,
                                       Effect::export_html, Effect::export_csv,    Effect::copy_table};
    if (std::find(std::begin(with_numbers), std::end(with_numbers), effect) == std::end(with_numbers)) return false;
    // the page of packages alone has numbers of no scenario on the screen
    if (dispatcher_->view().page == Page::choose && effect != Effect::export_window) return false;
    const ViewContext shown = context();
    return shown.probe_old || std::find(shown.old.begin(), shown.old.end(), true) != shown.old.end();
}

void App::do_effect(Effect effect) {
    if (exports_old(effect)) throw InputError(ui_.word(Word::not_exported_yet));
    switch (effect) {
        case Effect::stop: service_->cancel(); break;
        case Effect::go_on:
            if (is_stopped()) ask_again();
            break;
        case Effect::export_png: export_png(true); break;
        case Effect::export_window: export_png(false); break;
        case Effect::export_svg: save_file(".svg", handout_svg(context_to_keep())); break;
        case Effect::export_html: save_file(".html", handout_html(context_to_keep())); break;
        case Effect::export_csv:
            if (summary_) save_file(".csv", shown_table(TableForm::csv));
            break;
        case Effect::copy_table:
            if (!summary_) break;
            platform_.set_clipboard(shown_table(TableForm::tsv));
            notify(ui_.word(Word::copied_words), false);
            break;
        case Effect::copy_link: copy_link(); break;
        case Effect::paste_link: paste_link(); break;
        case Effect::export_scenarios: export_scenarios(); break;
        case Effect::save_answers: save_answers(); break;
        case Effect::open_phones: open_phones(); break;
        case Effect::close_phones: close_phones(); break;
        case Effect::save_phones: save_phones(); break;
        case Effect::find_packages: find_packages(); break;
        case Effect::stop_finding: stop_finding(); break;
        case Effect::save_session: save_session(); break;
        case Effect::save_to: save_session_to(); break;
        case Effect::open_panel: open_panel(); break;
        case Effect::restore_found: restore_found(); break;
        case Effect::drop_found: desk_.drop_found(); break;
        case Effect::leave: leave(); break;
    }
}

void App::do_effects() {
    const std::vector<Effect> effects = dispatcher_->take_effects();
    if (!effects.empty() && summary_) effects_now();
    for (const Effect effect : effects) {
        try {
            do_effect(effect);
        } catch (const LinkError& problem) {
            notify(problem.words(ui_.language), true);
        } catch (const InputError& problem) {
            dispatcher_->take_leaving();  // what could not be saved is not left
            notify(problem.what(), true);
        }
    }
}

}  // namespace algemeente::viewer
