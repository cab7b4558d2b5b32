#include "text/calendar.h"
#include "viewer/plot/fan_chart.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

void add_once(std::vector<LaneEvent>& events, LaneEvent event) {
    const bool known = std::any_of(events.begin(), events.end(), [&](const LaneEvent& other) {
        return other.month == event.month && other.words == event.words;
    });
    if (!known) events.push_back(std::move(event));
}

/// News that has a name of its own, else what kind of news it is.
std::string words_of(const Shock& shock, Language language) {
    const std::string id = "news." + date_of(shock.from_month) + "+" + std::to_string(shock.months);
    if (shock.frame == Frame::risk && has_name(id)) return name_of(id, language);
    return std::string(text(shock.frame == Frame::risk ? Word::event_risk : Word::event_surveillance, language));
}

bool has_shock(const Scenario& scenario, const Shock& shock) {
    return std::any_of(scenario.shocks.begin(), scenario.shocks.end(), [&](const Shock& other) {
        return other.from_month == shock.from_month && other.frame == shock.frame && other.months == shock.months;
    });
}

}  // namespace

std::vector<LaneEvent> events_of(const std::vector<const Scenario*>& scenarios, int months, Language language,
                                 std::span<const Note> notes) {
    std::vector<LaneEvent> events;
    events.push_back({.kind = LaneKind::law,
                      .month = gdpr_applies_from,
                      .shape = Shape::square,
                      .ink = Ink::soft_text,
                      .words = std::string(text(Word::event_gdpr, language))});
    for (int month = first_election; month < months; month += months_between_elections)
        events.push_back({.kind = LaneKind::election,
                          .month = month,
                          .shape = Shape::disc,
                          .ink = Ink::neutral,
                          .words = std::string(text(Word::event_election, language))});
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        for (const Shock& shock : scenarios[i]->shocks) {
            std::string words = words_of(shock, language);
            // news of some scenarios only is said to be theirs
            const bool common = std::all_of(scenarios.begin(), scenarios.end(),
                                            [&](const Scenario* other) { return has_shock(*other, shock); });
            if (!common) words += " (" + letter_of(i) + ")";
            add_once(events, {.kind = shock.frame == Frame::risk ? LaneKind::risk : LaneKind::surveillance,
                              .slot = i,
                              .month = shock.from_month,
                              .until = shock.from_month + shock.months,
                              .shape = Shape::triangle,
                              .ink = Ink::text,
                              .words = words});
        }
        std::vector<int> decided;
        for (const DatedChange& change : scenarios[i]->changes) decided.push_back(change.from_month);
        std::sort(decided.begin(), decided.end());
        decided.erase(std::unique(decided.begin(), decided.end()), decided.end());
        for (const int month : decided)
            add_once(events, {.kind = LaneKind::decision,
                              .slot = i,
                              .month = month,
                              .shape = Shape::diamond,
                              .ink = Ink::text,
                              .words = filled(text(Word::event_change, language), letter_of(i))});
    }
    for (std::size_t i = 0; i < notes.size(); ++i)
        events.push_back({.kind = LaneKind::note,
                          .slot = i,
                          .month = notes[i].month,
                          .shape = Shape::square,
                          .ink = Ink::accent,
                          .words = notes[i].words});
    std::erase_if(events, [&](const LaneEvent& event) { return event.month >= months; });
    std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.month < b.month; });
    return events;
}

void add_conditions(std::vector<LaneEvent>& events, const ScenarioRuns& runs, std::size_t slot, Language language) {
    for (std::size_t i = 0; i < runs.scenario->conditional_changes.size(); ++i) {
        const Begun begun = begun_in(runs, i);
        if (begun.in == 0) continue;
        const auto count = [&](int number) { return count_words(static_cast<std::size_t>(number), language); };
        // several levers that move on one condition share a sign
        add_once(events, {.kind = LaneKind::condition,
                          .slot = slot,
                          .month = begun.middle,
                          .shape = Shape::diamond,
                          .ink = Ink::text,
                          .words = filled(text(Word::event_condition, language), letter_of(slot), count(begun.in),
                                          count(begun.runs))});
    }
    std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.month < b.month; });
}

void draw_event_lane(Scene& scene, const PlotArea& plot, const std::vector<LaneEvent>& events,
                     const ChartStyle& style) {
    const float middle = plot.area.y + style.letter * 0.7F;
    scene.add(Polyline{.points = {{plot.area.x, middle}, {plot.area.right(), middle}}, .ink = Ink::border});
    std::vector<float> ends = {-1e9F, -1e9F};
    for (const LaneEvent& event : events) {
        const float x = plot.x_of(event.month);
        if (event.until > event.month) {
            const float width = std::max(2.F, plot.x_of(event.until) - x);
            scene.add(Box{.area = {x, middle - style.letter * 0.2F, width, style.letter * 0.4F},
                          .ink = event.ink,
                          .alpha = 0.35F});
        }
        scene.add(Marker{.at = {x, middle}, .radius = style.letter * 0.33F, .shape = event.shape, .ink = event.ink});
        // words only where there is room; the pointer shows the rest
        const std::string words = shortened(event.words, style.letter, style.letter * 14);
        const float size = style.letter * 0.85F;
        const float width = rough_width(words, size) * 1.06F;  // it is rough
        const float left = std::min(x, plot.area.right() - width);
        for (std::size_t row = 0; row < ends.size(); ++row) {
            if (left < ends[row]) continue;
            const float y = middle + style.letter * (0.55F + static_cast<float>(row) * 1.05F);
            scene.add(Text{.at = {left, y}, .words = words, .size = size, .ink = Ink::soft_text});
            ends[row] = left + width + style.letter * 0.6F;
            break;
        }
    }
}

}  // namespace algemeente::viewer
