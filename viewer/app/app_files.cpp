// What the app writes: pictures, tables, hand-outs, scenarios.
#include "text/calendar.h"
#include "text/error.h"
#include "viewer/app/app.h"
#include "viewer/commands/table_text.h"
#include "viewer/state/session_io.h"
#include "viewer/views/handout.h"

#include <cfloat>
#include <cmath>
#include <ctime>
#include <fstream>

namespace algemeente::viewer {

std::string today_words(Language language) {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    const int month = month_of(parts.tm_year + 1900, parts.tm_mon + 1);
    return std::to_string(parts.tm_mday) + " " + month_words(month, language);
}

void App::save_file(const std::string& name, const std::string& content) {
    std::error_code failed;
    std::filesystem::create_directories(export_folder_, failed);
    const std::filesystem::path file = export_folder_ / name;
    std::ofstream stream(file, std::ios::binary);
    stream << content;
    if (!stream.flush()) throw InputError(file.string() + ": cannot be written");
    notify(filled(ui_.word(Word::saved_words), file.string()), false);
}

/// The window as it is at twice its resolution, and below it a strip that says where the numbers come from.
Image App::picture_with_footer() {
    ImGuiIO& io = ImGui::GetIO();
    const ImVec2 size = io.DisplaySize;
    const ImVec2 mouse = io.MousePos;
    const double scale = font_scale_;
    io.MousePos = {-FLT_MAX, -FLT_MAX};  // no tips on a picture
    rebuild_fonts(scale * 2);
    apply_style(ui_.theme, ui_.em);
    const float strip = std::round(ui_.em * 2.9F);
    const Rect footer = {0, size.y * 2, size.x * 2, strip};
    const auto draw = [&] {
        widgets_.begin_frame();
        draw_frame(context(), sink_, {}, size.x * 2, size.y * 2);
        draw_picture_footer(context(), footer);
    };
    const auto width = static_cast<int>(footer.width);
    const auto height = static_cast<int>(footer.bottom());
    platform_.picture(width, height, draw);  // windows take their new size a frame later
    Image image = platform_.picture(width, height, draw);
    sink_.take();  // nobody touched the picture
    sink_.take_hover();
    rebuild_fonts(scale);
    apply_style(ui_.theme, ui_.em);
    io.DisplaySize = size;
    io.MousePos = mouse;
    return image;
}

void App::export_png() {
    std::error_code failed;
    std::filesystem::create_directories(export_folder_, failed);
    const std::filesystem::path file = export_folder_ / "algemeente.png";
    const Image image = picture_with_footer();
    if (image.pixels.empty()) throw InputError("this window cannot be drawn into a file");
    write_png(file, image);
    notify(filled(ui_.word(Word::saved_words), file.string()), false);
}

void App::do_effect(Effect effect) {
    switch (effect) {
        case Effect::stop: service_->cancel(); break;
        case Effect::quit: closed_ = true; break;
        case Effect::export_png: export_png(); break;
        case Effect::export_svg: save_file("algemeente.svg", handout_svg(context())); break;
        case Effect::export_html: save_file("algemeente.html", handout_html(context())); break;
        case Effect::export_csv:
            if (summary_)
                save_file("algemeente.csv",
                          table_text(*summary_, derived_.fans, derived_.fans.outcome, TableForm::csv));
            break;
        case Effect::copy_table:
            if (!summary_) break;
            platform_.set_clipboard(table_text(*summary_, derived_.fans, derived_.fans.outcome, TableForm::tsv));
            notify(ui_.word(Word::copied_words), false);
            break;
        case Effect::save_session:
            for (const auto& file : save_session(dispatcher_->session(), export_folder_))
                notify(filled(ui_.word(Word::saved_words), file.string()), false);
            break;
    }
}

void App::do_effects() {
    for (const Effect effect : dispatcher_->take_effects()) {
        try {
            do_effect(effect);
        } catch (const InputError& problem) {
            notify(problem.what(), true);
        }
    }
}

}  // namespace algemeente::viewer
