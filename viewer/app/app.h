// One frame: take what the workers have, do what the user asked, draw.
#pragma once

#include "netherlands/towns.h"
#include "patterns/members_file.h"
#include "viewer/app/input_queue.h"
#include "viewer/app/options.h"
#include "viewer/commands/table_text.h"
#include "viewer/ensemble/latest_wins.h"
#include "viewer/ensemble/package_runs.h"
#include "viewer/platform/platform.h"
#include "viewer/room/phone_room.h"
#include "viewer/state/desk.h"
#include "viewer/views/view.h"

#include <chrono>
#include <deque>
#include <map>

namespace algemeente {
class CsvFile;
}

namespace algemeente::viewer {

/// "24 november 2026".
std::string today_words(Language language);

/// What the window begins with: the files of the command line, or what happened twice: A, and B to change.
Session first_session(const Options& options);
/// How it is looked at first. `fresh`: without a tour for whoever opens it for the first time.
ViewState first_view(const Options& options, const Preferences& preferences, bool fresh);

class App {
public:
    /// Dear ImGui's context must exist; `platform` outlives the app.
    App(const Options& options, Platform& platform);

    /// Until the window closes. Draws only when there is a reason to. In a browser it returns at once, and the page
    /// goes on.
    void run();
    /// Computes everything and draws one picture.
    void shoot(const std::filesystem::path& file, int width, int height);
    /// One frame between begin_frame and end_frame, without showing it: also for tests.
    void frame();
    /// Waits until the ensemble stands and everything on the screen has followed.
    bool settle(std::chrono::milliseconds limit);

    Dispatcher& state() { return *dispatcher_; }
    CommandSink& sink() { return sink_; }
    WidgetMap& widgets() { return widgets_; }
    const EnsembleSummary* summary() const { return summary_.get(); }
    const Derived& derived() const { return derived_; }
    EnsembleService& service() { return *service_; }
    const Timings& timings() const { return timings_; }
    const Hover& hover() const { return hover_.hovered_previous_frame(); }
    const Focus& focus() const { return ui_.focus; }
    bool closed() const { return closed_; }
    std::deque<Notice> notices() const;
    const std::vector<LoggedNotice>& notice_log() const { return log_; }
    const Desk& desk() const { return desk_; }
    const std::vector<Town>& towns() const { return towns_; }
    /// Sets where exports go; a folder below the working directory otherwise.
    void export_to(std::filesystem::path folder) { export_folder_ = std::move(folder); }

private:
    using Clock = std::chrono::steady_clock;
    struct TimedNotice {
        Notice notice;
        Clock::time_point until;
    };
    /// A folder as it was when the panel of files opened.
    struct FolderKey {
        std::filesystem::path folder;
        FileTask task = FileTask::none;
        int panel = 0;

        bool operator==(const FolderKey&) const = default;
    };
    /// Which results are shown of which request.
    struct OldKey {
        std::uint64_t summary = 0;
        std::uint64_t generation = 0;

        bool operator==(const OldKey&) const = default;
    };
    /// What phones were told last, and of which results.
    struct TellKey {
        std::uint64_t session = 0;
        std::uint64_t predictions = 0;
        std::size_t outcome = 0;
        std::uint64_t summary = 0;
        std::size_t slot = 0;
        bool revealed = false;

        bool operator==(const TellKey&) const = default;
        /// Another round of predicting.
        bool asks_anew(const TellKey& before) const {
            return session != before.session || predictions != before.predictions || outcome != before.outcome ||
                   slot != before.slot;
        }
    };
    /// What A was when teams began to put packages together.
    struct PackedKey {
        std::uint64_t session = 0;
        std::shared_ptr<const Country> country;

        bool operator==(const PackedKey&) const = default;
    };
    /// Runs that are asked for, of A with this.
    struct PackageJob {
        Taken taken;
        int runs = 0;

        bool operator==(const PackageJob&) const = default;
    };
    /// Which scenario of which session is run in detail.
    struct ProbedKey {
        std::uint64_t session = 0;
        std::size_t slot = 0;

        bool operator==(const ProbedKey&) const = default;
    };

    void take_input();
    void wait_for_fields();
    void read_map();
    void add_stories(const Options& options);
    void choose_towns(const Options& options);
    std::string largest_town();
    bool same_as_a(std::size_t slot) const;
    void follow_towns();
    void join_towns();
    Scenario scenario_to_run(std::size_t slot) const;
    Scenario probed_scenario(std::size_t slot);
    std::shared_ptr<const Members> members();
    int runs_wanted();
    bool has_more_runs();
    void look_as_kept(Looking looking);
    void open_desk(const Options& options);
    void keep_work();
    void follow_title();
    void save_session();
    void save_session_to();
    void leave();
    void leave_after_saving();
    void copy_link();
    void paste_link();
    Session linked_session(const std::vector<Scenario>& presets, ViewState& view);
    Session session_of_link(const std::string& link, const std::vector<Scenario>& presets, Preferences* preferences);
    void restore_found();
    void open_panel();
    std::string session_name() const;
    std::string dated_stem() const;
    const std::vector<FolderEntry>& folder_entries() const;
    void show_part(const Options& options);
    void tell_ignored(const std::vector<std::string>& preferences);
    void follow_session();
    void ask_again();
    bool is_stopped() const;
    bool exports_old(Effect effect) const;
    void update_old();
    void follow_probe();
    void follow_view();
    void follow_summary();
    void ask_charts();
    void take_charts();
    bool all_follows() const;
    void update_events();
    std::vector<std::size_t> seen_slots() const;
    LowerChart lower_drawn() const;
    Limits::Chart drawn_chart(LowerChart lower) const;
    std::vector<const Fan*> lower_fans() const;
    Range room_to_draw(Range seen) const;
    Range with_line_of_the_room(Range range) const;
    void update_limits();
    void update_effects();
    void effects_now();
    void update_bottlenecks();
    void update_standing();
    void update_town_why(std::size_t municipality);
    void update_life();
    void update_packages();
    bool is_front_of_a() const;
    void find_packages();
    void stop_finding();
    void follow_finder();
    void do_effects();
    void do_effect(Effect effect);
    /// The page alone, or the whole window, at twice its resolution; below it where the numbers come from.
    Image picture_with_footer(bool page_alone);
    std::string shown_table(TableForm form) const;
    void save_file(const char* ending, const std::string& content);
    void export_png(bool page_alone);
    void export_scenarios();
    void save_answers();
    void open_phones();
    void close_phones();
    void save_phones();
    void follow_phones();
    void take_sent();
    void ask_phones();
    void reveal_to_phones();
    void update_nearest();
    void follow_packages();
    void follow_a_of_packages();
    void draft_offer();
    void take_package_runs();
    void price_levers();
    void tell_packages();
    void update_room_effects();
    bool has_package_runs(const PackageJob& job) const;
    std::optional<PackageJob> next_package_job() const;
    void ask_for_package_runs();
    void write_package(CsvFile& csv, const PhoneReply& reply) const;
    void save_preferences() const;
    void notify(std::string words, bool problem);
    /// What went wrong in a worker, if anything did.
    void notify(const std::exception_ptr& problem);
    bool turn();
    bool working() const;
    void work();
    bool wait_until_idle(std::chrono::milliseconds limit);
    void draw_views(float width, float height);
    ViewContext context() const;
    ViewContext context_to_keep() const;
    double scale_of_screen() const;
    double wanted_scale() const;
    bool on_stroke(const KeyStroke& stroke);
    bool moves_focus(const KeyStroke& stroke);
    bool moves_in_list(const NotedItem& now, int key);
    void lead_into_list();
    bool close_popup();
    bool dialog_open() const;
    const NotedItem* focused() const;
    void draw_focus();
    void rebuild_fonts(double scale);
    bool animating() const;

    Options options_;
    Platform& platform_;
    std::unique_ptr<Dispatcher> dispatcher_;
    std::unique_ptr<EnsembleService> service_;
    std::unique_ptr<LatestWins<ProbeRequest, ProbeResult>> prober_;
    std::unique_ptr<LatestWins<ChartRequest, ChartData>> charter_;
    CommandSink sink_;
    InputQueue input_;
    bool stories_shown_ = false;  ///< the list of stories was open in the last frame
    bool field_opens_ = false;    ///< one is about to take the keyboard
    WidgetMap widgets_;
    Ui ui_;
    double font_scale_ = 0;
    Theme style_theme_ = Theme::light;
    Borders borders_;
    std::shared_ptr<const Country> country_;
    std::size_t sample_size_ = 0;               ///< municipalities without those that were looked up
    std::optional<MunicipalityChoice> joined_;  ///< the sample and those
    std::vector<Town> towns_;                   ///< that can be looked up
    Desk desk_;
    std::uint64_t kept_version_ = 1;  ///< of what has been kept aside
    Looking kept_looking_;
    std::string title_;
    int panels_ = 0;  ///< times the panel of files was opened
    mutable Memo<FolderKey, std::vector<FolderEntry>> entries_;
    bool has_members_ = std::filesystem::exists(shipped_members());
    std::shared_ptr<const Members> members_;  ///< read when they are first asked for
    Countries countries_;
    std::uint64_t followed_version_ = 0;
    std::uint64_t generation_ = 0;
    Clock::time_point asked_;
    Memo<ProbedKey, std::shared_ptr<const Scenario>> probed_;
    bool probe_old_ = false;  ///< the run in detail is of another scenario than the one that is looked at
    Memo<OldKey, std::array<bool, slot_limit>> old_;
    mutable Memo<std::uint64_t, std::array<bool, slot_limit>> same_;
    int runs_asked_ = 0;  ///< replicates of the latest request
    int runs_seen_ = 0;   ///< that had ended when the last frame was drawn
    std::shared_ptr<const EnsembleSummary> summary_;
    int sentences_month_ = 0;  ///< that the sentences speak of
    std::shared_ptr<const ChartData> charts_;
    HoverBuffers hover_;
    std::shared_ptr<const ProbeResult> probe_;
    Derived derived_;
    Timings timings_;
    std::vector<LoggedNotice> log_;  ///< what has been shown, oldest first
    std::vector<TimedNotice> notices_;
    std::filesystem::path export_folder_ = "algemeente-export";
    std::unique_ptr<PhoneRoom> room_;                                  ///< none while the page for phones is closed
    PhoneQuestion question_;                                           ///< that they were asked last
    std::unique_ptr<PackageFinder> finder_;                            ///< none where nobody can search
    std::optional<TellKey> told_;                                      ///< none: they wait
    std::unique_ptr<LatestWins<PackageRequest, PackageRuns>> packer_;  ///< none until teams put packages together
    PackageOffer draft_;  ///< the levers of this round, as yet without prices
    int drafted_round_ = 0;
    std::optional<std::pair<int, bool>> told_packages_;  ///< round, and whether they were shown; none: phones predict
    PackedKey packed_key_;
    PackageRequest a_of_packages_;                                ///< A itself
    std::map<Taken, std::shared_ptr<const PackageRuns>> packed_;  ///< by what is added to A; null: they failed
    std::optional<PackageJob> packing_;                           ///< that was asked for last
    std::shared_ptr<const Scenario> packing_scenario_;
    std::shared_ptr<const PackageRuns> last_packed_;
    bool packs_ = false;  ///< runs are asked for, or are to be
    Clock::time_point last_frame_;
    double frame_seconds_ = 0;  ///< since the last frame; without a window endless, so that nothing is on its way
    Preferences saved_preferences_;
    bool page_alone_ = false;  ///< what is drawn is a picture of the page
    bool closed_ = false;
    int frames_left_ = 5;  ///< to draw: Dear ImGui comes to rest a few frames after the last reason
};

}  // namespace algemeente::viewer
