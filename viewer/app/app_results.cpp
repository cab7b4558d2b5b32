// What the app derives from results, and what it writes.
#include "output/results.h"
#include "text/error.h"
#include "viewer/app/app.h"
#include "viewer/commands/table_text.h"
#include "viewer/state/session_io.h"
#include "viewer/views/handout.h"

#include <fstream>

namespace algemeente::viewer {

/// Limits of the y-axes: shared by both domains and all scenarios. While a lever is dragged they only grow.
void App::update_limits() {
    const ViewState& view = dispatcher_->view();
    std::vector<const Fan*> domains;
    for (const auto& fans : derived_.fans.domains)
        for (const Fan& fan : fans) domains.push_back(&fan);
    std::vector<const Fan*> lower;
    if (view.lower == LowerChart::gap || derived_.fans.differences.size() < 2) {
        for (const Fan& fan : derived_.fans.gaps) lower.push_back(&fan);
    } else {
        for (const auto& fans : derived_.fans.differences)
            for (const Fan& fan : fans) lower.push_back(&fan);
    }
    const int replicates = summary_->replicates;
    Range y = range_of(domains, replicates, view.display);
    y.low = std::min(0.0, y.low);
    if (form_of(domain_outcomes()[view.outcome]).percent) y = {0, 1};
    const Range below = range_of(lower, replicates, view.display);
    const std::uint64_t key = view.outcome;
    const std::uint64_t lower_key = view.outcome * 4 + static_cast<std::uint64_t>(view.lower) + 1;
    const auto follow = [&](Range& now, Range wanted, bool same_chart) {
        wanted.high = std::max(wanted.high, wanted.low + 1e-6);
        if (same_chart && dispatcher_->dragging()) {
            wanted.low = std::min(wanted.low, now.low);
            wanted.high = std::max(wanted.high, now.high);
        }
        now = nice_range(wanted);
    };
    follow(derived_.y, y, derived_.y_key == key + 1);
    follow(derived_.lower_y, {std::min(0.0, below.low), std::max(0.0, below.high)}, derived_.lower_key == lower_key);
    derived_.y_key = key + 1;
    derived_.lower_key = lower_key;
}

void App::update_why() {
    const ViewState& view = dispatcher_->view();
    const std::size_t slot = std::min(view.slot, summary_->scenarios.size() - 1);
    if (view.tab == Tab::why && (derived_.why_summary != summary_->id || derived_.why_slot != slot)) {
        derived_.why_summary = summary_->id;
        derived_.why_slot = slot;
        for (const Domain domain : {Domain::social, Domain::physical})
            derived_.bottlenecks[static_cast<std::size_t>(index_of(domain))] =
                bottleneck_of(summary_->scenarios[slot], domain);
    }
    // sentences are for reading: while months or levers move they wait
    if (view.playing || dispatcher_->dragging()) return;
    const std::uint64_t key = ((summary_->id * 1000 + static_cast<std::uint64_t>(view.cursor)) * 8 + slot) * 2 +
                              static_cast<std::uint64_t>(ui_.language);
    if (key == derived_.sentences_key) return;
    derived_.sentences_key = key;
    derived_.sentences = sentences_of(*summary_, slot, std::min(view.cursor, summary_->months - 1), ui_.language);
}

/// The life of the chosen person, only while it is looked at.
void App::update_life() {
    const ViewState& view = dispatcher_->view();
    if (view.tab != Tab::municipality || view.inspector != InspectorPage::people || !probe_) return;
    const auto position = position_in(*probe_->country, view.municipality);
    if (!position) return;
    const Person person = person_of(*probe_, *position, view.person);
    Life& life = derived_.life;
    if (life.probe == probe_.get() && life.municipality == *position && life.person == person) return;
    life = {.probe = probe_.get(), .municipality = *position, .person = person, .charts = {}};
    const std::vector<Quality> shown = person.employee
                                           ? std::vector{Quality::willingness, Quality::usefulness, Quality::skill}
                                           : std::vector{Quality::trust, Quality::concern};
    for (const Quality quality : shown) life.charts.push_back(life_of(probe_->people, *position, person, quality));
}

ViewContext App::context() const {
    ViewContext context{.state = *dispatcher_,
                        .ui = ui_,
                        .summary = summary_.get(),
                        .derived = derived_,
                        .progress = service_->progress(),
                        .probe = probe_.get(),
                        .borders = borders_,
                        .country = country_.get()};
    context.stale = summary_ && summary_->generation < generation_ && !dispatcher_->dragging();
    context.log = log_;
    context.timings = timings_;
    context.version = std::string(program_version());
    return context;
}

void App::notify(std::string words, bool problem) {
    constexpr std::size_t kept = 100;
    if (!log_.empty() && log_.back().notice.words == words) {
        ++log_.back().times;
    } else {
        log_.push_back({{words, problem}, 1});
        if (log_.size() > kept) log_.erase(log_.begin());
    }
    for (TimedNotice& known : notices_)
        if (known.notice.words == words) {
            known.until = Clock::now() + std::chrono::seconds(5);
            return;
        }
    notices_.push_back({{std::move(words), problem}, Clock::now() + std::chrono::seconds(problem ? 9 : 5)});
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

/// The window as it is, at twice its resolution.
void App::export_png() {
    std::error_code failed;
    std::filesystem::create_directories(export_folder_, failed);
    const std::filesystem::path file = export_folder_ / "algemeente.png";
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const double scale = font_scale_;
    rebuild_fonts(scale * 2);
    apply_style(ui_.theme, ui_.em);
    const auto draw = [&] {
        widgets_.begin_frame();
        draw_views(size.x * 2, size.y * 2);
    };
    const auto width = static_cast<int>(size.x * 2);
    const auto height = static_cast<int>(size.y * 2);
    platform_.picture(width, height, draw);  // windows take their new size a frame later
    const Image image = platform_.picture(width, height, draw);
    rebuild_fonts(scale);
    apply_style(ui_.theme, ui_.em);
    ImGui::GetIO().DisplaySize = size;
    if (image.pixels.empty()) throw InputError("this window cannot be drawn into a file");
    write_png(file, image);
    notify(filled(ui_.word(Word::saved_words), file.string()), false);
}

void App::do_effects() {
    for (const Effect effect : dispatcher_->take_effects()) {
        try {
            switch (effect) {
                case Effect::stop: service_->cancel(); break;
                case Effect::quit: closed_ = true; break;
                case Effect::export_png: export_png(); break;
                case Effect::export_svg: save_file("algemeente.svg", handout_svg(context())); break;
                case Effect::export_html: save_file("algemeente.html", handout_html(context())); break;
                case Effect::export_csv:
                    if (summary_)
                        save_file("algemeente.csv", table_text(*summary_, derived_.fans, derived_.fans.outcome, ','));
                    break;
                case Effect::copy_table:
                    if (!summary_) break;
                    platform_.set_clipboard(table_text(*summary_, derived_.fans, derived_.fans.outcome, '\t'));
                    notify(ui_.word(Word::copied_words), false);
                    break;
                case Effect::save_session:
                    for (const auto& file : save_session(dispatcher_->session(), export_folder_))
                        notify(filled(ui_.word(Word::saved_words), file.string()), false);
                    break;
            }
        } catch (const InputError& problem) {
            notify(problem.what(), true);
        }
    }
}

}  // namespace algemeente::viewer
