// The only code that changes the session and the view.
#pragma once

#include "viewer/commands/command.h"
#include "viewer/commands/undo_stack.h"
#include "viewer/plot/fan_chart.h"

namespace algemeente::viewer {

/// What the application must do outside: the dispatcher touches no file, no clipboard and no worker.
enum class Effect : std::uint8_t {
    stop,
    go_on,          ///< computes what Stop left
    export_png,     ///< the page alone
    export_window,  ///< with its bars and panels
    export_svg,
    export_csv,
    export_html,
    export_scenarios,
    copy_table,
    copy_link,     ///< to the session as it is and is looked at
    paste_link,    ///< opens the one on the clipboard
    save_session,  ///< to its file, or ask for one
    save_to,       ///< to FileWork::folder / name
    open_panel,    ///< the panel needs its first folder and name
    restore_found,
    drop_found,
    save_answers,  ///< Dispatcher::take_answers
    open_phones,   ///< serves the page for phones
    close_phones,
    save_phones,
    find_packages,  ///< beside the screen
    stop_finding,
    leave  ///< what FileWork::leaving says, now
};

/// Words for the room, shown for a while.
struct Notice {
    std::string words;
    bool problem = false;
};

class Dispatcher {
public:
    static constexpr std::size_t most_recent = 5;

    Dispatcher(Session session, ViewState view, std::vector<Scenario> presets);

    void apply(const Command& command);
    void apply_all(std::vector<Command> commands);
    /// Time passes: moves the cursor while playing. A whole play-through takes about eight seconds at speed 1.
    void pass_time(double seconds);

    const Session& session() const { return session_; }
    const ViewState& view() const { return view_; }
    const std::vector<Scenario>& presets() const { return presets_; }
    /// The last distinct scenarios that have left the screen, newest first.
    const std::vector<Slot>& recent() const { return recent_; }
    const UndoStack& undo_stack() const { return undo_; }
    /// Rises whenever something must be computed anew.
    std::uint64_t session_version() const { return version_; }
    /// Rises whenever something else stands on the lane of events.
    std::uint64_t lane_version() const { return lane_; }
    bool dragging() const { return dragging_; }
    /// What the window has room for: letters of at most this scale, and whether only one panel fits beside the charts.
    void note_room(double most_scale, bool narrow) {
        most_scale_ = most_scale;
        view_.narrow = narrow;
    }
    /// Whether the session is another one than the one that was last saved, opened or begun. While a story is played
    /// this is about the session that was set aside, and so is all that keeps it.
    bool unsaved() const { return aside_ ? !equal(aside_->session, aside_->saved) : !equal(session_, saved_); }
    /// Another session takes the place of this one; it counts as saved unless it was only found.
    void begin(Session session, bool saved = true);
    /// A new session, looked at as a window opens: nothing of where the room was looking is left.
    void begin_afresh(Session session, ViewState view);
    /// Where the room was looking when the session was kept.
    void look(const Looking& at);
    /// Where it is looking now.
    Looking looking() const;
    /// The session with where the room is looking, to be kept.
    Session session_to_keep() const;
    /// The session that is on the screen, a story's too, with where the room is looking.
    Session session_on_screen() const;
    /// This session is in its file.
    void note_saved() { (aside_ ? aside_->saved : saved_) = aside_ ? aside_->session : session_; }
    /// Stories that can be opened by their name; one of the same name takes its place.
    const std::vector<std::shared_ptr<const Story>>& stories() const { return stories_; }
    void add_story(Story story);
    /// Answers that are to be written to a file.
    StoryPlay take_answers() { return std::exchange(answers_, {}); }
    /// What was to follow once the session is saved; nothing follows any more.
    FileWork take_leaving();
    /// Work that a window left behind is there to be restored.
    void ask_about_found() { view_.files.found_asked = true; }
    /// Opens the panel in this folder, with this name.
    void show_panel(FileTask task, const std::filesystem::path& folder, const std::string& name);
    /// This window can serve a page for phones.
    void offer_phones() { view_.phones.possible = true; }
    /// The page is served under these addresses; `phones` holds what is known of it.
    void note_phones(Phones phones) { view_.phones = std::move(phones); }
    /// What phones have sent so far, in this round of predicting.
    void note_sent(std::shared_ptr<const PhoneReplies> sent, std::uint64_t prediction, Predicted about);
    /// Teams can put packages together from these levers.
    void note_offer(std::shared_ptr<const PackageOffer> offer) { view_.phones.offer = std::move(offer); }
    /// Rises whenever the room begins to predict anew.
    std::uint64_t predictions() const { return predictions_; }
    std::vector<Effect> take_effects() { return std::exchange(effects_, {}); }
    std::vector<Notice> take_notices() { return std::exchange(notices_, {}); }
    int months() const;

private:
    void replace_slot(std::size_t slot, Slot with);
    void on(Action action);
    void on(const SetLever& command);
    void on(const ResetLever& command);
    void on(const SetDecisionMonth& command);
    void on(const LoadPreset& command);
    void on(const SelectSlot& command);
    void on(const RemoveSlot& command);
    void on(const SetCursor& command);
    void on(const SetOutcome& command);
    void on(const SetReading& command);
    void on(const SetSupply& command);
    void on(const ShowSupply& command);
    void on(const SetPage& command) { view_.page = command.page; }
    void on(const SetDisplay& command) { view_.display = command.display; }
    void on(const SetLowerChart& command);
    void on(const SetMapMode& command) { view_.map = command.mode; }
    void on(const SelectMunicipality& command);
    void on(const PinMunicipality& command);
    void on(const SetSubPage& command) { view_.sub_pages.show(command.sub_page); }
    void on(const SelectPerson& command) { view_.person = command.person; }
    void on(const SetMapMeasure& command) { view_.measure = command.measure; }
    void on(const OpenEvidence& command);
    void on(const OpenVariable& command);
    void on(const SetVariableSearch& command) { view_.variable_search = command.text; }
    void on(const ShowParameter& command);
    void on(const SetLeverSearch& command) { view_.lever_search = command.text; }
    void on(const SetMunicipalitySearch& command);
    void on(const TypeValue& command);
    void on(const TypeFocusTaken&) { view_.typed.fresh = false; }
    void on(const SetPaletteText& command) {
        view_.palette_text = command.text;
        view_.palette_choice = 0;
    }
    void on(const SetPaletteChoice& command) { view_.palette_choice = command.position; }
    void on(const ShowAssumptions& command) { view_.assumptions = command.shown; }
    void on(const DrawPrediction& command);
    void on(const OpenFiles& command);
    void on(const SetTimeRange& command);
    void on(const SetValueRange& command);
    void on(const ToggleHidden& command);
    void on(const SetFacet& command) { view_.facet = command.facet; }
    void on(const SetEvent& command);
    void on(const OpenLane& command);
    void on(const SetLaneDraft& command) { view_.lane = command.draft; }
    void on(const AddChange& command);
    void on(const MoveChanges& command);
    void on(const RemoveChanges& command);
    void on(const AddNote& command);
    void on(const MoveNote& command);
    void on(const RemoveNote& command);
    void on(const BringBack& command);
    void on(const OpenSession& command);
    void on(const OpenLink& command);
    void on(const AnswerLeaving& command);
    void on(const AnswerFound& command);
    void on(const SetFilePanel& command);
    void on(const SaveTo& command);
    void on(const OpenTyped& command);
    void on(const TypeFileName& command);
    void on(const FileFocusTaken&) { view_.files.fresh = false; }
    void on(const NoteFocusTaken&) { view_.note_focus = false; }
    void on(const SetTownChoice& command) { view_.town_choice = command.position; }
    void on(const TownFocusTaken&) { view_.town_focus = false; }
    void on(const OpenTown& command);
    void on(const JoinTowns& command);
    void on(const OpenStory& command);
    void on(const ShowScenarios& command);
    void on(const SetPackageAxis& command);
    void on(const SetPackageLimit& command);
    void on(const ClearPackageLimits&) { view_.choosing.clear(); }
    void on(const FindPackages&) { effects_.push_back(Effect::find_packages); }
    void on(const StopFinding&) { effects_.push_back(Effect::stop_finding); }
    void on(const ShowFound& command);
    void on(const PointPackage& command) { view_.choosing.pointed = command.name; }
    void on(const ChoosePackage& command);
    void on(const RaiseHand& command);
    void on(const TypeAnswer& command);
    void on(const AddAnswer&) { add_answer(); }
    void on(const RemoveAnswer& command);
    void on(const ClosePhones&);
    void on(const SavePhones&) { effects_.push_back(Effect::save_phones); }
    void on(const ShowAddress& command);
    void on(const TakeOffReason& command) { view_.phones.taken_off.push_back(command.phone); }
    void on(const SetPhoneTask& command);
    void on(const SetBudget& command);
    void on(const ShowPackages& command) { view_.phones.packages_shown = command.shown; }
    void on(const BeginPackages&) { begin_packages(); }

    // what actions do (actions.def)
    static void flip(bool& value) { value = !value; }
    template <typename Choice>
    static Choice next(Choice now, int count) {
        return static_cast<Choice>((static_cast<int>(now) + 1) % count);
    }
    template <typename Choice>
    static void turn(Choice& value, int count) {
        value = next(value, count);
    }
    void undo_step();
    void redo_step();
    void show_next_lower_chart();
    void toggle_prediction();
    void reveal();
    void cover_again();
    void toggle_playing();
    void step_to(int month);
    void set_speed(double speed);
    void free_values();
    void zoom(double steps);
    void show_next_facet();
    void show_next_measure();
    void show_next_part(Page page);
    void step_person(int by);
    void toggle_lane();
    void note_what_comes_too_late();
    void toggle_palette();
    void toggle_evidence();
    void toggle_variables();
    void toggle_tour();
    void next_tour_step();
    void previous_tour_step();
    void toggle_size();
    void toggle_members();
    void enlarge(double factor);
    void toggle_side(Side side);
    std::optional<Notice> passed_event(int from, int to);
    void reset_slot();
    void keep_last_change_alone();
    void close_topmost();

    /// The session of the room while a story has its place, with all that belongs to it.
    struct SetAside {
        Session session, saved;
        UndoStack undo;
        std::vector<Slot> on_screen, recent;
        ViewState view;
    };
    bool open_story_among(const std::vector<std::filesystem::path>& files);
    void set_session_aside();
    void go_to_step(std::size_t step, bool new_scenarios);
    void turn_story(int by);
    void leave_story();
    void save_answers();
    void add_answer();
    void toggle_phones();
    void begin_packages();

    void leave(Leaving what, std::filesystem::path to_open = {});
    void go();
    void open_panel(FileTask task);
    void close_panel();
    bool close_topmost_file_work();

    void keep_cursor_in_sight();
    std::vector<LaneEvent> lane_events() const;
    std::optional<EventKey> telling_event() const;
    void choose_event();
    void follow_tour(const Command& command);
    void add_slot(Scenario scenario);
    void branch_here();
    void remember(bool continues);
    void replace_session(std::optional<Session> session);
    /// `interaction` names what goes on, so that its steps are remembered as one.
    void changed(const std::string& interaction = {});
    void remember_what_left(const std::string& interaction);
    void end_prediction_of_another();
    void move_cursor(int month);
    Language language() const { return view_.preferences.language; }

    Session session_;
    Session saved_;
    ViewState view_;
    std::vector<Scenario> presets_;
    std::vector<std::shared_ptr<const Story>> stories_;
    std::optional<SetAside> aside_;
    StoryPlay answers_;
    UndoStack undo_;
    std::uint64_t version_ = 1;
    std::uint64_t lane_ = 1;
    std::uint64_t predictions_ = 0;
    std::vector<Scenario> revealed_;  ///< by slot, as they were when the room saw them
    bool turning_story_ = false;      ///< commands are those of a step, not of the room
    bool dragging_ = false;
    std::vector<Slot> on_screen_;
    std::vector<Slot> recent_;
    std::string last_interaction_;
    double play_position_ = 0;
    double most_scale_ = highest_scale;
    std::vector<Effect> effects_;
    std::vector<Notice> notices_;
};

}  // namespace algemeente::viewer
