// What views see, and the views themselves: each draws from constant data and sends commands.
#pragma once

#include "netherlands/towns.h"
#include "viewer/commands/dispatcher.h"
#include "viewer/commands/registry.h"
#include "viewer/ensemble/ensemble_service.h"
#include "viewer/ensemble/package_finder.h"
#include "viewer/ensemble/probe.h"
#include "viewer/plot/borders.h"
#include "viewer/plot/chart_data.h"
#include "viewer/plot/nearest.h"
#include "viewer/plot/packages.h"
#include "viewer/plot/people_charts.h"
#include "viewer/plot/room_packages.h"
#include "viewer/plot/standing.h"
#include "viewer/plot/town_why.h"
#include "viewer/plot/why_charts.h"
#include "viewer/state/desk.h"
#include "viewer/state/memo.h"
#include "viewer/widgets/ui.h"

namespace algemeente::viewer {

/// A person whose life is drawn.
struct LifeKey {
    std::shared_ptr<const ProbeResult> probe;
    std::size_t municipality = 0;
    Person person;

    bool operator==(const LifeKey&) const = default;
};

struct BottleneckKey {
    std::uint64_t summary = 0;
    std::size_t slot = 0;

    bool operator==(const BottleneckKey&) const = default;
};

struct EventsKey {
    std::uint64_t lane = 0;  ///< Dispatcher::lane_version
    Language language = Language::nl;
    std::uint64_t summary = 0;               ///< its runs say when conditions were met
    std::array<bool, slot_limit> covered{};  ///< by a prediction: their results are not told

    bool operator==(const EventsKey&) const = default;
};

/// The effect of all scenarios against A in a month.
struct EffectKey {
    std::uint64_t summary = 0;
    std::size_t slot = 0;
    int month = 0;
    std::size_t outcome = 0;
    Language language = Language::nl;

    bool operator==(const EffectKey&) const = default;
};

struct Effects {
    std::optional<Headline> headline;                          ///< none if there is nothing to compare
    std::vector<std::array<Direction, domain_count>> against;  ///< [scenario][domain]
};

struct StandingKey {
    std::uint64_t summary = 0;
    std::size_t slot = 0;
    std::size_t municipality = 0;
    Reading reading = Reading::chosen;

    bool operator==(const StandingKey&) const = default;
};

struct NearestKey {
    std::uint64_t summary = 0;
    std::size_t slot = 0;
    std::size_t outcome = 0;
    std::uint64_t sent = 0;  ///< PhoneReplies::version

    bool operator==(const NearestKey&) const = default;
};

struct TownWhyKey {
    std::uint64_t summary = 0;
    std::size_t slot = 0;
    std::size_t municipality = 0;
    int year = 0;

    bool operator==(const TownWhyKey&) const = default;
};

/// Limits of a value axis. While a lever moves or runs arrive those of the same chart stand still, so that what is seen
/// is the effect; then they ease to what the data need. Another chart has its own limits at once, and until its runs
/// are done they give way to what needs more room.
struct Limits {
    /// What the charts are about: whoever chooses something else looks at another chart.
    struct Chart {
        std::size_t outcome = 0;
        LowerChart lower = LowerChart::gap;  ///< what the charts below show
        Display display = Display::both;
        std::optional<EventKey> event{};
        std::vector<std::string> scenarios{};  ///< that are seen, by letter and name
        std::size_t municipalities = 0;        ///< that are simulated
        bool predicting = false, revealed = false;

        bool operator==(const Chart&) const = default;
    };
    /// What keeps the limits where they are.
    enum class Hold : std::uint8_t { nothing, runs, lever };

    std::optional<Chart> chart;
    Range range;
    bool moving = false;  ///< on the way to what the data need
    bool cuts = false;    ///< the data need more than this

    /// `seconds` since the last frame.
    void follow(const Chart& shown, Range wanted, Hold hold, double seconds);
};

/// The front of packages that is kept beside the data, read when its page is first looked at.
/// What a search here was asked: for which scenario, and within which limits, in words.
struct FoundFor {
    Scenario scenario;
    std::vector<std::string> limits;
    std::size_t looked_at = 0;  ///< packages, once it is done
};

struct FrontKey {
    Language language{};
    std::shared_ptr<const KeptFront> front{};
    bool operator==(const FrontKey&) const = default;
};
struct FrontOfA {
    std::uint64_t session = 0;
    std::shared_ptr<const KeptFront> front{};
    bool operator==(const FrontOfA&) const = default;
};

struct FrontShown {
    bool read = false;
    std::shared_ptr<const KeptFront> kept{};   ///< that comes with the program; none: there is none
    std::string problem{};                     ///< why it cannot be read
    bool can_find = false;                     ///< this window can search for others
    Finding finding{};                         ///< how far it is
    FoundFor wished{};                         ///< what it is searching for
    std::shared_ptr<const KeptFront> own{};    ///< what was found last
    FoundFor own_for{};                        ///< and for what
    std::shared_ptr<const KeptFront> front{};  ///< what is shown of both
    Memo<FrontKey, Packages> packages{};
    Memo<FrontOfA, bool> of_a{};  ///< A is the scenario that it was made for

    bool shows_own() const { return own && front == own; }
};

/// Things that are derived from results, made once.
struct Derived {
    OutcomeFans fans;
    Memo<BottleneckKey, std::array<Bottleneck, domain_count>> bottlenecks;
    std::vector<Sentence> sentences;
    std::shared_ptr<const std::vector<SizeFacet>> sizes;
    std::shared_ptr<const std::vector<ProductFacet>> products;
    std::shared_ptr<const EventStudy> study;
    Memo<EffectKey, Effects> effects;
    Memo<StandingKey, Standing> standing;         ///< of the selected municipality
    Memo<StandingKey, Standing> standing_before;  ///< of the same in A
    Memo<TownWhyKey, TownWhy> town_why;
    Memo<NearestKey, std::vector<PhoneDistance>> nearest;  ///< once the room has predicted and revealed
    RoomEffects room_effects;  ///< of packages that teams have sent, as far as they are computed
    Memo<EventsKey, std::vector<LaneEvent>> events;
    FrontShown front;
    Memo<LifeKey, std::vector<LifeChart>> life;  ///< of a citizen two qualities, of an employee three
    Limits y;                                    ///< of the domain charts
    Limits lower_y;                              ///< of the charts below
    Range sizes_y;                               ///< of the small charts by size of municipality
};

struct Timings {
    double frame_ms = 0;
    double first_fans_ms = 0;
    double fans_64_ms = 0;
    double fans_all_ms = 0;
};

/// A notice that has been shown, and how often.
struct LoggedNotice {
    Notice notice;
    int times = 1;
};

struct ViewContext {
    const Dispatcher& state;
    const Ui& ui;
    const EnsembleSummary* summary = nullptr;  ///< may be older than the session while a new one is computed
    const Derived& derived;
    EnsembleProgress progress{};
    std::shared_ptr<const ProbeResult> probe{};
    const Borders& borders;
    const Country* country = nullptr;
    std::array<bool, slot_limit> old{};   ///< scenarios whose results on the screen are of another one
    std::array<bool, slot_limit> same{};  ///< scenarios that simulate the same as A: there is no effect to tell of
    Over over = Over::random_draws;       ///< what differs between the runs that are shown
    bool stopped = false;                 ///< before everything was computed
    bool probe_old = false;               ///< the run in detail is of another scenario
    bool picture = false;                 ///< the page alone, without anything to press
    Hover hover{};                        ///< of the frame before
    Timings timings{};
    std::string version{};
    std::string today{};
    std::span<const LoggedNotice> log{};  ///< oldest first
    const Desk* desk = nullptr;
    std::string session_name{};
    std::span<const FolderEntry> entries{};  ///< of the folder that the panel of files shows
    std::span<const Town> towns{};           ///< that can be looked up
    bool has_members = false;                ///< sets of assumptions to run with are at hand
    std::size_t sample_size = 0;             ///< municipalities without those that were looked up

    const Session& session() const { return state.session(); }
    const ViewState& view() const { return state.view(); }
    const char* word(Word key) const { return ui.word(key); }
    Language language() const { return ui.language; }
    /// What the charts show: the outcome that was chosen, once a worker has made its fans.
    std::size_t outcome() const { return derived.fans.domains.empty() ? view().outcome : derived.fans.outcome; }
};

/// Regions of the window.
struct Layout {
    Rect top, levers, centre, readout, timeline, status;
};
/// In a window narrower than this one panel fits beside the charts.
inline constexpr float narrow_ems = 66;
Layout layout_of(float width, float height, float em, bool levers_shown, bool readout_shown);

void draw_top_bar(const ViewContext& context, CommandSink& sink);
/// The menu of files, and what is asked about them.
void draw_file_menu(const ViewContext& context, CommandSink& sink);
void draw_file_dialogs(const ViewContext& context, CommandSink& sink, float width, float height);
/// The field in which a municipality is looked up, and below it what was found.
void draw_town_search(const ViewContext& context, CommandSink& sink, float width);
void draw_town_hits(const ViewContext& context, CommandSink& sink, float width, float height);
void draw_lever_panel(const ViewContext& context, CommandSink& sink);
/// One row of it, for the scenario in front.
void draw_lever(const ViewContext& context, CommandSink& sink, const ParameterInfo& row);
/// The step of the story that is played, in place of the levers.
void draw_story_panel(const ViewContext& context, CommandSink& sink);
/// The key of its row in the list of stories.
inline std::string story_key(const std::string& name) {
    return "story.open." + name;
}
/// The stories that can be played.
void draw_story_list(const ViewContext& context, CommandSink& sink, float width, float height);
/// How phones find the page, how many have sent something, and what they said.
void draw_phones_panel(const ViewContext& context, CommandSink& sink, float width, float height);
/// What phones are for, and the budget of packages.
void draw_phone_task(const ViewContext& context, CommandSink& sink);
/// Each package with what it costs and does, and beside them which levers teams took.
void draw_room_packages(const ViewContext& context, CommandSink& sink, float height);
/// After the reveal: which phone was nearest, and how the answers in words are spread.
void draw_phones_card(const ViewContext& context, CommandSink& sink);
/// Reasons from the room, one below the other, as wide as there is room; `most` of them.
void draw_reasons(const ViewContext& context, CommandSink& sink, std::size_t most);
/// Phones have drawn or said something about what is shown now.
bool shows_phones(const ViewContext& context);
/// Whether this window offers the action.
bool is_offered(const ViewContext& context, Action action);
/// The pages: each row of pages.def names its function.
#define PAGE(id, words, about, key, draw, beside, needs) void draw(const ViewContext& context, CommandSink& sink);
#include "viewer/state/pages.def"
/// Buttons for the parts of a page; the line goes on after them. `counted` shows a number behind its words.
void draw_sub_pages(const ViewContext& context, CommandSink& sink, Page page, SubPage counted = SubPage::none,
                    std::size_t count = 0);
/// `rest`: room in ems that the buttons after it need.
void draw_outcome_choice(const ViewContext& context, CommandSink& sink, float rest);
/// Which uses are counted, in a session with suppliers; nothing in any other.
void draw_reading_choice(const ViewContext& context, CommandSink& sink);
/// Room in ems that it takes on its line.
float room_of_reading(const ViewContext& context);
/// In an open list of quantities: how suppliers are switched on, where no scenario has them.
void draw_supply_hint(const ViewContext& context, CommandSink& sink);
/// Small charts of the users of each product, in the room that is left.
void draw_products(const ViewContext& context, CommandSink& sink);
/// What a municipality has from others in the month under the cursor: who supplies it, to how many, and since when.
void draw_supplied(const ViewContext& context, std::size_t municipality);
void draw_readout(const ViewContext& context, CommandSink& sink);
void draw_timeline(const ViewContext& context, CommandSink& sink);
void draw_status_bar(const ViewContext& context, CommandSink& sink);
void draw_lane_dialog(const ViewContext& context, CommandSink& sink, float width, float height);
void draw_dialogs(const ViewContext& context, CommandSink& sink, float width, float height);
void draw_notices(const ViewContext& context, const std::vector<Notice>& notices, float width, float height);

/// Scenarios, seed, runs, version and date, below an exported picture.
float footer_height(const Ui& ui);
void draw_picture_footer(const ViewContext& context, Rect area);

/// The page alone, with its title: a picture of it.
void draw_page_alone(const ViewContext& context, CommandSink& sink, float width, float height);
/// All regions of one frame.
void draw_frame(const ViewContext& context, CommandSink& sink, const std::vector<Notice>& notices, float width,
                float height);

/// The charts of the comparison, for the window and for files alike.
struct CompareCharts {
    FanChart social, physical;
    std::vector<FanChart> lower;  ///< the gap, or the difference in both domains
};
CompareCharts compare_charts(const ViewContext& context);
/// The scenario whose effect against A is told; none if there is nothing to compare.
std::optional<std::size_t> slot_of_effect(const ViewContext& context);
/// Who is set against whom around the event, and whether anything else differs.
std::string study_words(const ViewContext& context);
/// What a line on the charts would be about: the scenario in front and the outcome that they show.
Predicted shown_prediction(const ViewContext& context);
/// What the room drew about that.
const RoomLines& lines_of_the_room(const ViewContext& context);
/// Without numbers of what is about to be predicted an axis says nothing, and a line on it would be lost.
bool can_draw_a_line(const ViewContext& context);
/// After the room has predicted and revealed: how near its line is, in words, for each domain.
void draw_score_cards(const ViewContext& context);
/// What is left of the page has no room for more than charts.
bool is_low_page(const ViewContext& context);
FanSeries domain_series(const ViewContext& context, Domain domain, std::size_t slot);
FanChart domain_chart(const ViewContext& context, Domain domain);

ChartStyle chart_style(const Ui& ui);
/// Its results are hidden until the room has predicted.
bool covered(const ViewContext& context, std::size_t slot);
/// "20k - 50k": the inhabitants of a size class.
Word size_word(int size_class);
/// Position of the selected municipality in the run shown in detail, if it is simulated.
std::optional<std::size_t> position_in(const Country& country, std::string_view code);
/// The chosen person, wrapped round to somebody who exists.
Person person_of(const ProbeResult& probe, std::size_t municipality, Person wanted);
/// The value of a municipality on the map; NaN if it is not simulated.
double map_value(const ViewContext& context, std::size_t municipality);

}  // namespace algemeente::viewer
