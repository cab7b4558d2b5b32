// What views see, and the views themselves: each draws from constant data and sends commands.
#pragma once

#include "viewer/commands/dispatcher.h"
#include "viewer/commands/registry.h"
#include "viewer/ensemble/ensemble_service.h"
#include "viewer/ensemble/probe_service.h"
#include "viewer/plot/borders.h"
#include "viewer/plot/chart_data.h"
#include "viewer/plot/people_charts.h"
#include "viewer/plot/why_charts.h"
#include "viewer/widgets/ui.h"

namespace algemeente::viewer {

/// The chosen person through the months: two qualities of a citizen, three of an employee.
struct Life {
    const ProbeResult* probe = nullptr;
    std::size_t municipality = 0;
    Person person;
    std::vector<LifeChart> charts;
};

/// Things that are derived from a summary, made once.
struct Derived {
    OutcomeFans fans;
    std::uint64_t why_summary = 0;
    std::size_t why_slot = 0;
    std::array<Bottleneck, domain_count> bottlenecks;
    std::vector<Sentence> sentences;
    std::shared_ptr<const std::vector<SizeFacet>> sizes;
    std::shared_ptr<const EventStudy> study;
    std::vector<LaneEvent> events;
    std::uint64_t events_key = 0;
    Life life;
    Range y;        ///< of the domain charts
    Range lower_y;  ///< of the charts below
    Range sizes_y;  ///< of the small charts by size of municipality
    std::uint64_t y_key = 0;
    std::uint64_t lower_key = 0;
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
    const ProbeResult* probe = nullptr;
    const Borders& borders;
    const Country* country = nullptr;
    bool stale = false;
    Hover hover{};  ///< of the frame before
    Timings timings{};
    std::string version{};
    std::string today{};
    std::span<const LoggedNotice> log{};  ///< oldest first

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
Layout layout_of(float width, float height, float em, bool readout_shown);

void draw_top_bar(const ViewContext& context, CommandSink& sink);
void draw_lever_panel(const ViewContext& context, CommandSink& sink);
void draw_compare_view(const ViewContext& context, CommandSink& sink);
void draw_why_view(const ViewContext& context, CommandSink& sink);
void draw_map_view(const ViewContext& context, CommandSink& sink);
void draw_municipality_view(const ViewContext& context, CommandSink& sink);
void draw_multiples_view(const ViewContext& context, CommandSink& sink);
/// `rest`: room in ems that the buttons after it need.
void draw_outcome_choice(const ViewContext& context, CommandSink& sink, float rest);
void draw_readout(const ViewContext& context, CommandSink& sink);
void draw_timeline(const ViewContext& context, CommandSink& sink);
void draw_status_bar(const ViewContext& context, CommandSink& sink);
void draw_lane_dialog(const ViewContext& context, CommandSink& sink, float width, float height);
void draw_dialogs(const ViewContext& context, CommandSink& sink, float width, float height);
void draw_notices(const ViewContext& context, const std::vector<Notice>& notices, float width, float height);

/// Scenarios, seed, runs, version and date, below an exported picture.
void draw_picture_footer(const ViewContext& context, Rect area);

/// All regions of one frame.
void draw_frame(const ViewContext& context, CommandSink& sink, const std::vector<Notice>& notices, float width,
                float height);

/// The charts of the comparison, for the window and for files alike.
struct CompareCharts {
    FanChart social, physical;
    std::vector<FanChart> lower;  ///< the gap, or the difference in both domains
};
CompareCharts compare_charts(const ViewContext& context);
/// Who is set against whom around the event, and whether anything else differs.
std::string study_words(const ViewContext& context);
FanSeries domain_series(const ViewContext& context, Domain domain, std::size_t slot);
FanChart domain_chart(const ViewContext& context, Domain domain);

ChartStyle chart_style(const Ui& ui);
/// Position of the selected municipality in the run shown in detail, if it is simulated.
std::optional<std::size_t> position_in(const Country& country, std::string_view code);
/// The chosen person, wrapped round to somebody who exists.
Person person_of(const ProbeResult& probe, std::size_t municipality, Person wanted);
/// The value of a municipality on the map; NaN if it is not simulated.
double map_value(const ViewContext& context, std::size_t municipality);

}  // namespace algemeente::viewer
