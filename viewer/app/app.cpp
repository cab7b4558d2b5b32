#include "viewer/app/app.h"

#include "text/error.h"
#include "viewer/state/session_io.h"
#include "viewer/state/timeline.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace algemeente::viewer {

namespace {

constexpr double projector_factor = 1.45;

Session first_session(const Options& options) {
    Session session;
    session.replicates = options.replicates;
    session.sample = options.sample;
    std::vector<std::filesystem::path> files = options.files;
    const std::filesystem::path presets = data_folder().parent_path();
    if (files.empty()) files = {presets / "baseline.toml", presets / "national_scandal.toml"};
    for (const auto& file : files) {
        session.slots.push_back(slot_of(read_scenario(file)));
        for (const Note& note : read_notes(file))
            if (std::find(session.notes.begin(), session.notes.end(), note) == session.notes.end())
                session.notes.push_back(note);
    }
    return session;
}

Preferences stored_preferences() {
    std::ifstream stream(preferences_file());
    std::ostringstream text;
    text << stream.rdbuf();
    return preferences_from(text.str());
}

ViewState first_view(const Options& options, bool fresh) {
    ViewState view;
    view.preferences = fresh ? Preferences{} : stored_preferences();
    if (options.language) view.preferences.language = *options.language;
    if (options.theme) view.preferences.theme = *options.theme;
    if (options.projector) view.preferences.projector = true;
    view.tab = options.tab;
    view.municipality = options.municipality.empty() ? "GM0363" : options.municipality;
    view.inspector = options.inspector;
    view.why = options.why;
    view.pinned = options.pinned;
    view.outcome = find_domain_outcome(options.outcome);
    view.cursor = options.time.value_or(137);
    if (options.difference) view.lower = LowerChart::difference;
    view.facet = options.facet;
    view.own_scale = options.own_scale;
    if (!fresh && !view.preferences.tour_done) view.tour_step = 1;
    view.slot = 0;
    return view;
}

/// For pictures of what is usually opened by hand.
void open_at_start(const std::string& what, ViewState& view, CommandSink& sink) {
    if (what == "help") sink.send(Action::help);
    if (what == "sources") sink.send(Action::sources);
    if (what == "evidence") sink.send(OpenEvidence{"", "E11"});
    if (what == "variable") sink.send(OpenVariable{"reach_share"});
    if (what == "notices") sink.send(Action::notices);
    if (what == "tour") view.tour_step = 1;
    if (what == "assumptions") view.assumptions = true;
}

}  // namespace

App::App(const Options& options, Platform& platform) : options_(options), platform_(platform) {
    const bool fresh = !options.shot.empty() || dynamic_cast<NullPlatform*>(&platform) != nullptr;
    Session session = first_session(options);
    ViewState view = first_view(options, fresh);
    if (session.slots.size() > 1) view.slot = session.slots.size() - 1;
    open_at_start(options.open, view, sink_);
    saved_preferences_ = view.preferences;
    service_ = std::make_unique<EnsembleService>(options.threads, [this] { platform_.wake(); });
    probe_service_ = std::make_unique<ProbeService>([this] { platform_.wake(); });
    chart_service_ = std::make_unique<ChartService>([this] { platform_.wake(); });
    dispatcher_ =
        std::make_unique<Dispatcher>(std::move(session), std::move(view), read_presets(data_folder().parent_path()));
    ui_.widgets = &widgets_;
    follow_session();
    show_part(options);
    try {
        borders_ = read_borders(data_folder() / "municipality_borders.geojson");
    } catch (const InputError& problem) {
        notify(problem.what(), true);
    }
    last_frame_ = Clock::now();
}

/// What the command line asks of the charts, through the same commands that a hand sends.
void App::show_part(const Options& options) {
    if (options.zoom) dispatcher_->apply(SetTimeRange{options.zoom});
    if (!options.event) return;
    update_events();
    const auto found = std::find_if(derived_.events.begin(), derived_.events.end(),
                                    [&](const LaneEvent& event) { return event.month == *options.event; });
    if (found == derived_.events.end()) throw InputError("--event: nothing happens in that month in these scenarios");
    dispatcher_->apply(SetEvent{found->key()});
}

double App::wanted_scale() const {
    const Preferences& preferences = dispatcher_->view().preferences;
    return platform_.content_scale() * options_.scale * preferences.scale *
           (preferences.projector ? projector_factor : 1);
}

void App::rebuild_fonts(double scale) {
    font_scale_ = scale;
    ui_.fonts = load_fonts(scale);
    platform_.fonts_changed();
    ui_.em = ui_.fonts.body->FontSize;  // known once the atlas stands
}

void App::take_input() {
    const bool typing = ImGui::GetIO().WantTextInput;
    for (const KeyStroke& stroke : platform_.take_keys()) {
        const ActionInfo* info = action_of_key(stroke.key, stroke.mods);
        if (info == nullptr) continue;
        // while somebody types, letters and arrows are theirs
        const bool of_text = (stroke.mods & 2) == 0 && stroke.key != 256 && (stroke.key < 290 || stroke.key > 301);
        const bool of_editing = (stroke.mods & 2) != 0 && std::string_view("CVXZYA").find(
                                                              static_cast<char>(stroke.key)) != std::string_view::npos;
        if (typing && (of_text || of_editing)) continue;
        sink_.send(info->action);
    }
    if (auto files = platform_.take_drops(); !files.empty()) sink_.send(OpenFiles{std::move(files)});
}

/// Asks for new results when the session is another one.
void App::follow_session() {
    if (dispatcher_->session_version() == followed_version_) return;
    followed_version_ = dispatcher_->session_version();
    const Session& session = dispatcher_->session();
    EnsembleRequest request;
    for (std::size_t i = 0; i < session.slots.size(); ++i) {
        request.scenarios.push_back(std::make_shared<const Scenario>(to_run(session, i)));
        const int month = session.slots[i].decide_from;
        if (std::find(request.branch_months.begin(), request.branch_months.end(), month) == request.branch_months.end())
            request.branch_months.push_back(month);
    }
    const Scenario& first = *request.scenarios.front();
    try {
        country_ = countries_.of(first, session.seed);
    } catch (const InputError& problem) {
        notify(problem.what(), true);
        return;
    }
    request.country = country_;
    // the page of a municipality starts with one that is simulated: the largest
    const bool here = std::any_of(country_->begin(), country_->end(), [&](const MunicipalityFacts& facts) {
        return facts.gm_code == dispatcher_->view().municipality;
    });
    const auto largest = std::max_element(country_->begin(), country_->end(),
                                          [](const auto& a, const auto& b) { return a.population < b.population; });
    if (!here && followed_version_ == 1 && largest != country_->end()) sink_.send(SelectMunicipality{largest->gm_code});
    request.seed = session.seed;
    request.replicates = session.replicates;
    asked_ = Clock::now();
    generation_ = service_->submit(std::move(request));
}

/// One run in every detail, only while somebody looks at it.
void App::follow_probe() {
    if (probe_service_ == nullptr) return;
    probe_ = probe_service_->latest();
    const ViewState& view = dispatcher_->view();
    if (view.tab != Tab::municipality || !country_ || dispatcher_->dragging()) return;
    const std::uint64_t wanted = dispatcher_->session_version() * slot_limit + view.slot;
    if (wanted == probed_) return;
    probed_ = wanted;
    probe_service_->submit(std::make_shared<const Scenario>(to_run(dispatcher_->session(), view.slot)), country_,
                           dispatcher_->session().seed);
}

void App::follow_view() {
    const Preferences& preferences = dispatcher_->view().preferences;
    const bool rescaled = wanted_scale() != font_scale_;
    if (rescaled) rebuild_fonts(wanted_scale());
    if (rescaled || preferences.theme != style_theme_) apply_style(preferences.theme, ui_.em);
    style_theme_ = preferences.theme;
    ui_.theme = preferences.theme;
    ui_.language = preferences.language;
    const bool kept = preferences.language == saved_preferences_.language &&
                      preferences.theme == saved_preferences_.theme && preferences.scale == saved_preferences_.scale &&
                      preferences.projector == saved_preferences_.projector &&
                      preferences.tour_done == saved_preferences_.tour_done;
    if (kept) return;
    saved_preferences_ = preferences;
    save_preferences();
}

void App::save_preferences() const {
    const bool fresh = !options_.shot.empty() || dynamic_cast<NullPlatform*>(&platform_) != nullptr;
    const std::filesystem::path file = preferences_file();
    if (fresh || file.empty()) return;
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    std::ofstream(file) << preferences_text(saved_preferences_);
}

/// The screen changes to a summary once a worker has made its fans: a frame never waits for them.
void App::ask_charts() {
    const ViewState& view = dispatcher_->view();
    ChartRequest wanted{.summary = service_->latest(), .outcome = view.outcome};
    if (!wanted.summary) return;
    wanted.by_size = view.tab == Tab::multiples && view.facet == Facet::size_class;
    if (view.lower == LowerChart::event) wanted.event = view.event;
    wanted.slot = std::min(view.slot, wanted.summary->scenarios.size() - 1);
    wanted.language = ui_.language;
    // sentences are for reading: while months or levers move they wait
    const bool moving = view.playing || dispatcher_->dragging();
    wanted.month = moving ? asked_charts_.month : view.cursor;
    if (wanted == asked_charts_) return;
    asked_charts_ = wanted;
    chart_service_->submit(std::move(wanted));
}

void App::take_charts() {
    const auto latest = chart_service_->latest();
    if (!latest || latest == charts_) return;
    if (!charts_ || charts_->fans != latest->fans) derived_.fans = *latest->fans;
    charts_ = latest;
    derived_.sizes = latest->sizes;
    derived_.study = latest->study;
    derived_.sentences = latest->sentences;
    if (summary_ == latest->request.summary) return;
    summary_ = latest->request.summary;
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - asked_).count();
    if (summary_->generation != generation_) return;
    if (summary_->replicates <= 8) timings_.first_fans_ms = ms;
    if (summary_->replicates == 64) timings_.fans_64_ms = ms;
    if (summary_->replicates == dispatcher_->session().replicates) timings_.fans_all_ms = ms;
}

bool App::charts_stand() const {
    return charts_ && charts_->request == asked_charts_;
}

void App::follow_summary() {
    ask_charts();
    take_charts();
    update_events();
    if (std::string problem = service_->take_error(); !problem.empty()) notify(std::move(problem), true);
    if (!summary_) return;
    update_limits();
    update_why();
}

void App::frame() {
    const auto started = Clock::now();
    take_input();
    dispatcher_->apply_all(sink_.take());
    const double seconds = std::chrono::duration<double>(started - last_frame_).count();
    last_frame_ = started;
    dispatcher_->pass_time(std::min(seconds, 0.2));
    follow_session();
    follow_view();
    follow_summary();
    follow_probe();
    update_life();
    do_effects();
    for (Notice& notice : dispatcher_->take_notices()) notify(std::move(notice.words), notice.problem);
    std::erase_if(notices_, [&](const TimedNotice& one) { return one.until < started; });
    const ImGuiIO& io = ImGui::GetIO();
    widgets_.begin_frame();
    ImGui::NewFrame();
    draw_views(io.DisplaySize.x, io.DisplaySize.y);
    hover_.next_frame(sink_.take_hover());
    ImGui::Render();
    const double spent = std::chrono::duration<double, std::milli>(Clock::now() - started).count();
    timings_.frame_ms = timings_.frame_ms * 0.8 + spent * 0.2;
}

void App::draw_views(float width, float height) {
    std::vector<Notice> notices;
    for (const TimedNotice& one : notices_) notices.push_back(one.notice);
    draw_frame(context(), sink_, notices, width, height);
}

bool App::animating() const {
    return dispatcher_->view().playing || !notices_.empty();
}

void App::run() {
    int frames_left = 5;
    while (true) {
        const bool reason = platform_.wait(frames_left > 0 || animating() ? 0 : 0.5);
        if (reason || animating()) frames_left = 4;
        if (frames_left == 0) continue;
        --frames_left;
        if (closed_ || !platform_.begin_frame()) break;
        frame();
        platform_.end_frame();
    }
    service_->cancel();
}

bool App::settle(std::chrono::milliseconds limit) {
    const auto until = Clock::now() + limit;
    bool idle = false;
    while (!idle && Clock::now() < until) {
        platform_.begin_frame();
        frame();
        idle = service_->wait_until_idle(std::chrono::milliseconds(30));
    }
    const bool inspecting = dispatcher_->view().tab == Tab::municipality;
    const auto waits = [&] { return !charts_stand() || (inspecting && !probe_); };
    // once everything stands, a few frames more: scroll bars follow what is drawn a frame later
    for (int standing = 0; standing < 4 && Clock::now() < until; ++standing) {
        platform_.begin_frame();
        frame();
        if (!waits()) continue;
        standing = -1;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return idle;
}

void App::shoot(const std::filesystem::path& file, int width, int height) {
    settle(std::chrono::minutes(10));
    write_png(file, platform_.picture(width, height, [&] {
        widgets_.begin_frame();
        draw_views(static_cast<float>(width), static_cast<float>(height));
    }));
}

std::deque<Notice> App::notices() const {
    std::deque<Notice> all;
    for (const TimedNotice& one : notices_) all.push_back(one.notice);
    return all;
}

}  // namespace algemeente::viewer
