#include "viewer/app/app.h"

#include "netherlands/towns.h"
#include "output/result_file.h"
#include "text/calendar.h"
#include "text/error.h"
#include "viewer/state/session_file.h"
#include "viewer/state/session_io.h"
#include "viewer/state/timeline.h"

#include <algorithm>
#include <limits>

namespace algemeente::viewer {

Session first_session(const Options& options) {
    if (!options.files.empty() && is_session_file(options.files.front())) {
        Session session = read_session(options.files.front());
        if (options.replicates_given) session.replicates = options.replicates;
        if (options.sample_given) session.sample = options.sample;
        session.members = session.members || options.members;
        return session;
    }
    Session session;
    session.replicates = options.replicates;
    session.sample = options.sample;
    session.members = options.members;
    std::vector<std::filesystem::path> files = options.files;
    const std::filesystem::path presets = data_folder().parent_path();
    // B begins as A: the first lever that somebody moves is the one thing in which they differ
    if (files.empty()) files = {presets / "baseline.toml", presets / "baseline.toml"};
    for (const auto& file : files) {
        Scenario scenario = read_scenario(file);
        name_by_codes(scenario);
        session.slots.push_back(slot_of(std::move(scenario)));
        for (const Note& note : read_notes(file))
            if (std::find(session.notes.begin(), session.notes.end(), note) == session.notes.end())
                session.notes.push_back(note);
    }
    return session;
}

namespace {

constexpr double projector_factor = 1.45;

/// A month that these scenarios do not have is refused: another one in its place would be a wrong picture.
void check_month(const char* option, double month, int months) {
    if (month < months) return;
    throw InputError(std::string(option) + ": '" + date_of(static_cast<int>(month)) +
                     "' is not possible; the last month of these scenarios is " + date_of(months - 1));
}

void check_months(const Options& options, int months) {
    if (options.time) check_month("--time", *options.time, months);
    if (options.event) check_month("--event", *options.event, months);
    if (options.zoom) check_month("--zoom", options.zoom->high, months);
}

}  // namespace

ViewState first_view(const Options& options, const Preferences& preferences, bool fresh) {
    ViewState view;
    view.preferences = preferences;
    if (options.language) view.preferences.language = *options.language;
    if (options.theme) view.preferences.theme = *options.theme;
    if (options.projector) view.preferences.projector = true;
    view.page = options.page;
    view.embedded = options.embedded;
    for (const SubPage part : options.sub_pages) view.sub_pages.show(part);
    view.show_outcome(find_domain_outcome(options.outcome));
    view.cursor = options.time.value_or(137);
    if (options.gap) view.lower = LowerChart::gap;
    view.facet = options.facet;
    view.own_scale = options.own_scale;
    const bool newcomer = !fresh && !view.preferences.tour_done && !options.open && !options.embedded;
    if (newcomer) view.tour_step = 1;
    return view;
}

App::App(const Options& options, Platform& platform) : options_(options), platform_(platform) {
    read_map();
    const bool fresh = !options.shot.empty() || dynamic_cast<NullPlatform*>(&platform) != nullptr;
    std::vector<Scenario> presets = read_presets(data_folder().parent_path());
    const ReadPreferences read = fresh ? ReadPreferences{} : stored_preferences();
    ViewState view = first_view(options, read.preferences, fresh);
    ui_.language = view.preferences.language;
    Session session = options.link.empty() ? first_session(options) : linked_session(presets, view);
    view.slot = session.slot_in_front();
    const std::optional<Looking> looking = session.looking;
    if (options.open) sink_.send(*options.open);
    saved_preferences_ = view.preferences;
    const auto news = [this] { platform_.wake(); };
    service_ = std::make_unique<EnsembleService>(options.threads, news, options.hands);
    prober_ = std::make_unique<LatestWins<ProbeRequest, ProbeResult>>(begin_probe, news, options.hands);
    charter_ = std::make_unique<LatestWins<ChartRequest, ChartData>>(
        [](const ChartRequest& request, const auto& last, const auto&) {
            return std::make_shared<const ChartData>(chart_data(request, last.get()));
        },
        news, options.hands);
    dispatcher_ = std::make_unique<Dispatcher>(std::move(session), std::move(view), std::move(presets));
    ui_.widgets = &widgets_;
    ui_.language = saved_preferences_.language;
    tell_ignored(read.ignored);
    check_months(options, dispatcher_->months());
    choose_towns(options);
    if (options.open_room) dispatcher_->offer_phones();
    if (options.open_finder) finder_ = options.open_finder(news);
    derived_.front.can_find = finder_ != nullptr;
    if (looking) look_as_kept(*looking);
    open_desk(options);
    follow_session();
    show_part(options);
    page_alone_ = options.page_alone;
    add_stories(options);
    last_frame_ = Clock::now();
}

/// Those that come with the program, and the one that the command line opens.
void App::add_stories(const Options& options) {
    for (Story& story : read_stories(data_folder().parent_path() / "stories")) dispatcher_->add_story(std::move(story));
    if (options.story.empty()) return;
    Story story = read_story(options.story);
    const std::string name = story.name;
    dispatcher_->add_story(std::move(story));
    dispatcher_->apply(OpenStory{name});
    follow_session();
}

/// As the session was saved, but for what the command line asks.
void App::look_as_kept(Looking looking) {
    const Options usual;
    if (options_.page != usual.page) looking.page = options_.page;
    if (options_.time) looking.month = *options_.time;
    if (options_.outcome != usual.outcome) looking.outcome = options_.outcome;
    if (!options_.municipality.empty()) looking.municipality = dispatcher_->view().municipality;
    if (!options_.pinned.empty()) looking.pinned = dispatcher_->view().pinned;
    if (!options_.sub_pages.empty()) looking.parts = dispatcher_->view().sub_pages;
    if (options_.gap) looking.lower = LowerChart::gap;
    dispatcher_->look(looking);
}

void App::read_map() {
    try {
        borders_ = read_borders(data_folder() / "municipality_borders.geojson");
    } catch (const InputError& problem) {
        notify(problem.what(), true);
    }
}

/// Settings that are not possible do not hold up the window: it says so and goes on without them. A picture has no
/// notices; the program says it on stderr.
void App::tell_ignored(const std::vector<std::string>& preferences) {
    const auto bound = [&](double scale) { return number_words(scale, ui_.language); };
    if (!options_.ignored_scale.empty() && options_.shot.empty())
        notify(filled(ui_.word(Word::scale_ignored), options_.ignored_scale, bound(lowest_scale), bound(highest_scale)),
               true);
    for (const std::string& line : preferences)
        notify(filled(ui_.word(Word::preference_ignored), line, preferences_file().string()), true);
}

/// What the command line asks of the charts, through the same commands that a hand sends.
void App::show_part(const Options& options) {
    if (options.zoom) dispatcher_->apply(SetTimeRange{options.zoom});
    if (!options.event) return;
    update_events();
    const std::vector<LaneEvent>& events = derived_.events.value();
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](const LaneEvent& event) { return event.month == *options.event; });
    if (found == events.end()) throw InputError("--event: nothing happens in that month in these scenarios");
    dispatcher_->apply(SetEvent{found->key()});
}

double App::scale_of_screen() const {
    const bool projector = dispatcher_->view().preferences.projector;
    return platform_.content_scale() * options_.scale * (projector ? projector_factor : 1);
}

/// Letters that the window has room for, whatever was asked.
double App::wanted_scale() const {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const double wanted = scale_of_screen() * dispatcher_->view().preferences.scale;
    return size.x > 0 ? std::min(wanted, largest_scale(size.x, size.y)) : wanted;
}

void App::rebuild_fonts(double scale) {
    font_scale_ = scale;
    ui_.fonts = load_fonts(scale);
    platform_.fonts_changed();
    ui_.em = ui_.fonts.body->FontSize;  // known once the atlas stands
}

/// Asks for new results when the session is another one.
void App::follow_session() {
    follow_towns();
    if (dispatcher_->session_version() == followed_version_) return;
    followed_version_ = dispatcher_->session_version();
    ask_again();
}

void App::ask_again() {
    const Session& session = dispatcher_->session();
    try {
        join_towns();
    } catch (const InputError& problem) {
        notify(problem.what(), true);
        return;
    }
    EnsembleRequest request;
    for (std::size_t i = 0; i < session.slots.size(); ++i) {
        request.scenarios.push_back(std::make_shared<const Scenario>(scenario_to_run(i)));
        const int month = session.slots[i].decide_from;
        if (std::find(request.branch_months.begin(), request.branch_months.end(), month) == request.branch_months.end())
            request.branch_months.push_back(month);
    }
    request.country = country_;
    if (session.members) request.members = members();
    request.seed = session.seed;
    request.replicates = runs_asked_ = runs_wanted();
    asked_ = Clock::now();
    generation_ = service_->submit(std::move(request));
}

/// Those that come with the program; nothing, and a notice, where they cannot be read.
std::shared_ptr<const Members> App::members() {
    if (!members_) try {
            members_ = std::make_shared<const Members>(read_members(shipped_members()));
        } catch (const InputError& problem) {
            notify(problem.what(), true);
        }
    return members_;
}

/// Every set of assumptions is met once: a second run of one would count as another draw of what is not known.
int App::runs_wanted() {
    const Session& session = dispatcher_->session();
    if (!session.members || !members()) return session.replicates;
    return std::min(session.replicates, static_cast<int>(members_->count()));
}

/// The first replicate is what is looked at in detail.
Scenario App::probed_scenario(std::size_t slot) {
    Scenario scenario = scenario_to_run(slot);
    if (!dispatcher_->session().members || !members()) return scenario;
    return with_member(scenario, *members_, member_of_replicate(*members_, 0));
}

/// One run in every detail, only while somebody looks at it.
void App::follow_probe() {
    probe_ = prober_->latest();
    notify(prober_->take_problem());
    probe_old_ = false;
    const ViewState& view = dispatcher_->view();
    if (!needs(view.page, view.sub_pages, Need::one_run) || !country_ || dispatcher_->dragging()) return;
    const Session& session = dispatcher_->session();
    const auto& scenario = probed_.of({dispatcher_->session_version(), view.slot},
                                      [&] { return std::make_shared<const Scenario>(probed_scenario(view.slot)); });
    prober_->ask({scenario, country_, session.seed});
    probe_old_ = probe_ && probe_->scenario != scenario;
}

void App::follow_view() {
    const Preferences& preferences = dispatcher_->view().preferences;
    const bool rescaled = wanted_scale() != font_scale_;
    if (rescaled) rebuild_fonts(wanted_scale());
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    dispatcher_->note_room(largest_scale(size.x, size.y) / scale_of_screen(), size.x < ui_.em * narrow_ems);
    if (rescaled || preferences.theme != style_theme_) apply_style(preferences.theme, ui_.em);
    style_theme_ = preferences.theme;
    ui_.theme = preferences.theme;
    ui_.language = preferences.language;
    if (preferences == saved_preferences_) return;
    saved_preferences_ = preferences;
    save_preferences();
}

void App::save_preferences() const {
    const bool fresh = !options_.shot.empty() || dynamic_cast<NullPlatform*>(&platform_) != nullptr;
    const std::filesystem::path file = preferences_file();
    if (fresh || file.empty()) return;
    Preferences preferences = saved_preferences_;
    if (const auto place = platform_.place()) preferences.place = place;
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    try {
        write_file(file, preferences_text(preferences));
    } catch (const InputError&) {
        return;  // the window goes on without being remembered
    }
}

/// The screen changes to a summary once a worker has made its fans: a frame never waits for them.
void App::ask_charts() {
    const ViewState& view = dispatcher_->view();
    ChartRequest wanted{.summary = service_->latest(), .outcome = view.outcome};
    if (!wanted.summary) return;
    wanted.by_size = view.facet == Facet::size_class && needs(view.page, view.sub_pages, Need::size_classes);
    wanted.by_product = view.facet == Facet::product && needs(view.page, view.sub_pages, Need::size_classes);
    if (view.lower == LowerChart::event) wanted.event = view.event;
    wanted.slot = std::min(view.slot, wanted.summary->scenarios.size() - 1);
    if (same_as_a(wanted.slot)) wanted.slot = 0;  // nothing is to be told of what does not differ
    wanted.language = ui_.language;
    // sentences are for reading: while levers move they wait, and while months pass they tell of the last whole year
    if (view.playing) {
        sentences_month_ = std::max(0, view.cursor - view.cursor % months_per_year - 1);
    } else if (!dispatcher_->dragging()) {
        sentences_month_ = view.cursor;
    }
    wanted.month = sentences_month_;
    charter_->ask(std::move(wanted));
}

void App::take_charts() {
    notify(charter_->take_problem());
    const auto latest = charter_->latest();
    if (!latest || latest == charts_) return;
    if (!charts_ || charts_->fans != latest->fans) derived_.fans = *latest->fans;
    charts_ = latest;
    derived_.sizes = latest->sizes;
    derived_.products = latest->products;
    derived_.study = latest->study;
    derived_.sentences = latest->sentences;
    if (summary_ == latest->request.summary) return;
    summary_ = latest->request.summary;
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - asked_).count();
    if (summary_->generation != generation_) return;
    if (summary_->replicates <= 8) timings_.first_fans_ms = ms;
    if (summary_->replicates == 64) timings_.fans_64_ms = ms;
    if (summary_->replicates == runs_asked_) timings_.fans_all_ms = ms;
}

/// Whether the screen shows what the workers beside the ensemble have been asked for.
bool App::all_follows() const {
    return !packs_ && charter_->idle() && charts_ == charter_->latest() && prober_->idle() &&
           probe_ == prober_->latest();
}

void App::follow_summary() {
    ask_charts();
    take_charts();
    update_events();
    if (std::string problem = service_->take_error(); !problem.empty()) notify(std::move(problem), true);
    if (!summary_) return;
    update_old();
    update_limits();
    update_effects();
    update_bottlenecks();
    update_standing();
}

/// What is typed in the frame in which a field opens belongs to it.
void App::wait_for_fields() {
    const ViewState& view = dispatcher_->view();
    const bool opens = view.town_focus || view.note_focus || view.files.fresh || view.typed.fresh;
    if (opens && !field_opens_) input_.wait_for_field();
    field_opens_ = opens;
}

void App::frame() {
    const auto started = Clock::now();
    dispatcher_->apply_all(sink_.take());
    wait_for_fields();  // that a click has opened, before the keys that came since
    take_input();
    dispatcher_->apply_all(sink_.take());
    wait_for_fields();
    const double seconds = std::chrono::duration<double>(started - last_frame_).count();
    last_frame_ = started;
    const bool fresh = !options_.shot.empty() || dynamic_cast<NullPlatform*>(&platform_) != nullptr;
    const bool moves = !fresh && dispatcher_->view().preferences.motion;
    frame_seconds_ = moves ? seconds : std::numeric_limits<double>::infinity();
    dispatcher_->pass_time(std::min(seconds, 0.2));
    follow_session();
    follow_view();
    follow_summary();
    follow_probe();
    update_life();
    follow_finder();
    update_packages();
    do_effects();
    follow_phones();
    keep_work();
    follow_title();
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
    if (page_alone_) {
        draw_page_alone(context(), sink_, width, height);
        return;
    }
    draw_frame(context(), sink_, notices, width, height);
    draw_focus();
}

bool App::animating() const {
    return dispatcher_->view().playing || !notices_.empty() || derived_.y.moving || derived_.lower_y.moving;
}

/// One round: waits for a reason to draw, and draws. False when the window is to close.
bool App::turn() {
    const bool at_once = frames_left_ > 0 || animating() || !input_.empty() || working();
    const bool reason = platform_.wait(at_once ? 0 : 0.5) || has_more_runs();
    if (reason || animating() || !input_.empty()) frames_left_ = 4;
    if (frames_left_ > 0) {
        --frames_left_;
        if (closed_) return false;
        platform_.begin_frame();
        frame();
        platform_.end_frame();
    }
    work();
    return true;
}

/// Runs have ended since the last frame: who waits for them sees how many.
bool App::has_more_runs() {
    const int finished = service_->progress().finished;
    return std::exchange(runs_seen_, finished) != finished;
}

void App::run() {
    platform_.keep_turning([this] {
        if (turn()) return true;
        save_preferences();
        service_->cancel();
        return false;
    });
}

/// Whether this thread has work besides drawing.
bool App::working() const {
    return options_.hands == Hands::turns && (service_->progress().busy || !charter_->idle() || !prober_->idle());
}

/// What the screen waits for most comes first. Pieces are as large as a month of a run.
void App::work() {
    if (!working()) return;
    work_for(platform_.work_budget(), [this] { return charter_->work() || prober_->work() || service_->pass_month(); });
}

bool App::wait_until_idle(std::chrono::milliseconds limit) {
    if (options_.hands == Hands::threads) return service_->wait_until_idle(limit);
    work();
    return !working();
}

bool App::settle(std::chrono::milliseconds limit) {
    const auto until = Clock::now() + limit;
    bool idle = false;
    while (!idle && Clock::now() < until) {
        platform_.begin_frame();
        frame();
        idle = wait_until_idle(std::chrono::milliseconds(30));
    }
    // once everything stands, a few frames more: scroll bars follow what is drawn a frame later
    for (int standing = 0; standing < 4 && Clock::now() < until; ++standing) {
        platform_.begin_frame();
        frame();
        work();
        if (all_follows()) continue;
        standing = -1;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return idle;
}

void App::shoot(const std::filesystem::path& file, int width, int height) {
    settle(std::chrono::minutes(10));
    write_png(file, platform_.picture(width, height, [&] {
        widgets_.begin_frame();
        const auto room = static_cast<float>(height) - (page_alone_ ? footer_height(ui_) : 0);
        draw_views(static_cast<float>(width), room);
        if (page_alone_) draw_picture_footer(context(), {0, room, static_cast<float>(width), footer_height(ui_)});
    }));
}

std::deque<Notice> App::notices() const {
    std::deque<Notice> all;
    for (const TimedNotice& one : notices_) all.push_back(one.notice);
    return all;
}

}  // namespace algemeente::viewer
