// What the app derives from results.
#include "output/results.h"
#include "text/calendar.h"
#include "text/error.h"
#include "viewer/app/app.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

void Limits::follow(const Chart& shown, Range wanted, Hold hold, double seconds) {
    constexpr double rate = 20;      // all but a twentieth of the way in 150 ms
    constexpr double there = 0.003;  // of the span: nobody sees the rest
    const Range needed = wanted;
    wanted = nice_range(wanted);
    const double share = 1 - std::exp(-rate * seconds);
    const bool another = chart != shown;
    // while runs arrive it becomes no smaller, and nothing is cut off
    if (hold == Hold::runs && !another) wanted = {std::min(range.low, wanted.low), std::max(range.high, wanted.high)};
    const bool frozen = hold == Hold::lever && !another;
    const double off = std::max(std::abs(wanted.low - range.low), std::abs(wanted.high - range.high));
    if (another || (!frozen && off * (1 - share) < there * wanted.span())) {
        range = wanted;
    } else if (!frozen) {
        range.low += (wanted.low - range.low) * share;
        range.high += (wanted.high - range.high) * share;
    }
    chart = shown;
    moving = !frozen && range != wanted;
    cuts = needed.low < range.low || needed.high > range.high;
}

/// Stop was pressed before everything was computed.
bool App::is_stopped() const {
    if (service_->progress().busy) return false;
    const auto latest = service_->latest();
    return !latest || latest->generation != generation_ || latest->replicates < runs_asked_;
}

/// Which scenarios have other results on the screen than their own: the answer to the latest request is still to come.
void App::update_old() {
    old_.of({summary_->id, generation_}, [&] {
        std::array<bool, slot_limit> old{};
        if (summary_->generation == generation_) return old;
        const Session& session = dispatcher_->session();
        const std::size_t shown = summary_->scenarios.size();
        const bool gone = shown > session.slots.size();  // one of them has no name any more
        const bool same_draws =
            summary_->seed == session.seed && (summary_->over == Over::assumptions) == session.members;
        for (std::size_t i = 0; i < session.slots.size(); ++i) {
            const bool there = i < shown && !gone && same_draws;
            old[i] = !there || !same_simulation(*summary_->scenarios[i].scenario, scenario_to_run(i));
        }
        return old;
    });
}

/// What happens on the lane of events: anew when a decision, a scenario, its runs or the language are others.
void App::update_events() {
    const std::vector<Slot>& slots = dispatcher_->session().slots;
    EventsKey key{dispatcher_->lane_version(), ui_.language, summary_ ? summary_->id : 0, {}};
    for (std::size_t i = 0; i < slots.size(); ++i) key.covered[i] = dispatcher_->view().covers(i, slots.size());
    derived_.events.of(key, [&] {
        std::vector<const Scenario*> scenarios;
        for (const Slot& slot : slots) scenarios.push_back(&slot.scenario);
        std::vector<LaneEvent> events =
            events_of(scenarios, dispatcher_->months(), ui_.language, dispatcher_->session().notes);
        if (!summary_) return events;
        for (std::size_t i = 0; i < std::min(slots.size(), summary_->scenarios.size()); ++i)
            if (!key.covered[i]) add_conditions(events, summary_->scenarios[i], i, ui_.language);
        return events;
    });
}

/// Scenarios with results that the legend shows and no prediction covers: an axis must not tell of others.
std::vector<std::size_t> App::seen_slots() const {
    const ViewState& view = dispatcher_->view();
    const std::size_t slots = dispatcher_->session().slots.size();
    std::vector<std::size_t> seen;
    for (std::size_t i = 0; i < derived_.fans.domains.size(); ++i)
        if (!view.axes.hidden[i] && !view.covers(i, slots)) seen.push_back(i);
    return seen;
}

/// What the charts below show: without an event, or a second scenario, the gap.
LowerChart App::lower_drawn() const {
    const LowerChart wanted = dispatcher_->view().lower;
    if (wanted == LowerChart::event && derived_.study) return wanted;
    return wanted == LowerChart::difference && derived_.fans.differences.size() > 1 ? wanted : LowerChart::gap;
}

Limits::Chart App::drawn_chart(LowerChart lower) const {
    Limits::Chart chart{
        .outcome = derived_.fans.outcome, .lower = lower, .display = dispatcher_->view().display, .event = {}};
    if (summary_->country) chart.municipalities = summary_->country->size();
    if (lower == LowerChart::event) chart.event = derived_.study->event;
    const Prediction& prediction = dispatcher_->view().prediction;
    chart.predicting = prediction.active && !prediction.revealed;
    chart.revealed = prediction.revealed;
    for (const std::size_t slot : seen_slots())
        chart.scenarios.push_back(letter_of(slot) + " " + summary_->scenarios[slot].scenario->name);
    return chart;
}

/// The fans that are seen in the charts below.
std::vector<const Fan*> App::lower_fans() const {
    std::vector<const Fan*> lower;
    const LowerChart drawn = lower_drawn();
    const std::vector<std::size_t> seen = seen_slots();
    if (drawn == LowerChart::event) {
        const std::size_t slots = dispatcher_->session().slots.size();
        if (dispatcher_->view().covers(derived_.study->furthest_slot(), slots)) return lower;
        for (const Fan& fan : derived_.study->fans) lower.push_back(&fan);
        return lower;
    }
    for (const std::size_t slot : seen) {
        if (drawn == LowerChart::gap) lower.push_back(&derived_.fans.gaps[slot]);
        if (drawn == LowerChart::difference && slot > 0)
            for (const Fan& fan : derived_.fans.differences[slot]) lower.push_back(&fan);
    }
    return lower;
}

/// Somebody who predicts may expect more than what is in sight; where nothing is, the axis is a rough one.
Range App::room_to_draw(Range seen) const {
    constexpr double more = 1.5;
    constexpr double rough = 2.5;
    if (!seen_slots().empty()) return {seen.low * more, seen.high * more};
    std::vector<const Fan*> all;
    for (const Fan& fan : derived_.fans.domains.front()) all.push_back(&fan);
    const Range range = range_of(all, 0, Display::runs);
    return {range.low * rough, range.high * rough};
}

/// What the room drew is to be seen beside what came out.
Range App::with_line_of_the_room(Range range) const {
    const auto hold = [&](const std::vector<double>& line) {
        for (const double value : line)
            if (!std::isnan(value)) range = {std::min(range.low, value), std::max(range.high, value)};
    };
    const ViewState& view = dispatcher_->view();
    const Predicted about = view.predicted(dispatcher_->session().slots.size());
    for (const std::vector<double>& line : view.prediction.lines(about)) hold(line);
    if (view.phones.prediction != dispatcher_->predictions() || view.phones.about != about) return range;
    for (const PhoneReply& reply : view.phones.sent->replies)
        for (const std::vector<double>& line : reply.drawn) hold(line);
    return range;
}

/// Limits of the y-axes: shared by both domains and all scenarios.
void App::update_limits() {
    const ViewState& view = dispatcher_->view();
    std::vector<const Fan*> domains;
    for (const std::size_t slot : seen_slots())
        for (const Fan& fan : derived_.fans.domains[slot]) domains.push_back(&fan);
    const int replicates = summary_->replicates;
    const std::size_t outcome = derived_.fans.outcome;
    const Range y_seen = range_of(domains, replicates, view.display);
    Range y = view.prediction.active && !view.prediction.revealed ? room_to_draw(y_seen) : y_seen;
    if (view.prediction.revealed) y = with_line_of_the_room(y);
    y.low = std::min(0.0, y.low);
    if (form_of(domain_outcomes()[outcome]).percent) y = {0, 1};
    const Range below = range_of(lower_fans(), replicates, view.display);
    const Limits::Hold hold = dispatcher_->dragging()     ? Limits::Hold::lever
                              : service_->progress().busy ? Limits::Hold::runs
                                                          : Limits::Hold::nothing;
    NumberForm form = form_of(domain_outcomes()[outcome]);
    derived_.y.follow(drawn_chart(LowerChart::gap), with_span(y, form), hold, frame_seconds_);
    form.sign = true;
    const Range around_nought = with_span({std::min(0.0, below.low), std::max(0.0, below.high)}, form);
    derived_.lower_y.follow(drawn_chart(lower_drawn()), around_nought, hold, frame_seconds_);
    std::vector<const Fan*> sizes;
    if (derived_.sizes)
        for (const SizeFacet& facet : *derived_.sizes)
            for (const Fan& fan : facet.fans) sizes.push_back(&fan);
    const Range of_sizes = range_of(sizes, 0, Display::runs);
    derived_.sizes_y = nice_range(with_span({0, of_sizes.high}, {}));
}

/// What each scenario changes against A in the month that is looked at: sorting hundreds of runs is done once a month.
void App::update_effects() {
    if (info_of(dispatcher_->view().page).beside == Beside::readout) effects_now();
}

/// The same for whoever does not show it but writes it down.
void App::effects_now() {
    const ViewState& view = dispatcher_->view();
    const auto& all = summary_->scenarios;
    const std::size_t last = all.size() - 1;
    const std::size_t slot = std::min(std::max<std::size_t>(1, view.slot), last);
    const int month = std::min(view.cursor, summary_->months - 1);
    const std::size_t outcome = derived_.fans.outcome;
    derived_.effects.of({summary_->id, slot, month, outcome, ui_.language}, [&] {
        Effects effects;
        if (last == 0) return effects;
        effects.headline =
            headline_of(all[slot], letter_of(slot), all.front(), month, outcome, ui_.language, summary_->over);
        for (const ScenarioRuns& one : all) {
            effects.against.emplace_back();
            for (const Domain domain : {Domain::social, Domain::physical})
                effects.against.back()[static_cast<std::size_t>(index_of(domain))] =
                    difference_of(one, all.front(), month, domain, outcome).direction;
        }
        return effects;
    });
}

/// The selected municipality among those of its size, while it is looked at.
void App::update_standing() {
    const ViewState& view = dispatcher_->view();
    if (view.page != Page::municipality || view.sub_pages.of(view.page) != SubPage::standing) return;
    if (!summary_->country) return;
    const auto position = position_in(*summary_->country, view.municipality);
    if (!position) return;
    const std::size_t slot = std::min(view.slot, summary_->scenarios.size() - 1);
    const auto make = [&](Memo<StandingKey, Standing>& memo, std::size_t of) {
        memo.of({summary_->id, of, *position, view.reading}, [&] {
            return standing_of(summary_->scenarios[of], *summary_->country, *position, summary_->months, view.reading);
        });
    };
    make(derived_.standing, slot);
    if (slot > 0) make(derived_.standing_before, 0);
    update_town_why(*position);
}

/// Of the scenario whose effect is told; of A alone where there is none, or where it is covered or switched off.
void App::update_town_why(std::size_t municipality) {
    const ViewState& view = dispatcher_->view();
    const auto& all = summary_->scenarios;
    std::size_t slot = std::min(std::max<std::size_t>(1, view.slot), all.size() - 1);
    if (view.covers(slot, dispatcher_->session().slots.size()) || view.axes.hidden[slot]) slot = 0;
    const int year = view.cursor / months_per_year;
    derived_.town_why.of({summary_->id, slot, municipality, year}, [&] {
        TownWhy why = town_why(all[slot], slot > 0 ? &all.front() : nullptr, summary_->country->size(), municipality,
                               view.cursor);
        why.slot = slot;
        return why;
    });
}

void App::update_bottlenecks() {
    const ViewState& view = dispatcher_->view();
    if (!needs(view.page, view.sub_pages, Need::bottlenecks)) return;
    const std::size_t slot = std::min(view.slot, summary_->scenarios.size() - 1);
    derived_.bottlenecks.of({summary_->id, slot}, [&] {
        const ScenarioRuns& runs = summary_->scenarios[slot];
        return std::array{bottleneck_of(runs, Domain::social), bottleneck_of(runs, Domain::physical)};
    });
}

/// The life of the chosen person, only while it is looked at.
void App::update_life() {
    const ViewState& view = dispatcher_->view();
    if (!needs(view.page, view.sub_pages, Need::life) || !probe_) return;
    const auto position = position_in(*probe_->country, view.municipality);
    if (!position) return;
    const Person person = person_of(*probe_, *position, view.person);
    derived_.life.of({probe_, *position, person}, [&] {
        const std::vector<Quality> shown = person.employee
                                               ? std::vector{Quality::willingness, Quality::usefulness, Quality::skill}
                                               : std::vector{Quality::trust, Quality::concern};
        std::vector<LifeChart> charts;
        for (const Quality quality : shown) charts.push_back(life_of(probe_->people, *position, person, quality));
        return charts;
    });
}

namespace {

/// A program with changes of its own says so in the room's words: "3f2a91c, with changes of its own to the program".
std::string commit_words(const Ui& ui) {
    const std::string commit(program_commit());
    const std::size_t mark = commit.find("-dirty");
    if (mark == std::string::npos) return commit;
    return commit.substr(0, mark) + ", " + ui.word(Word::own_changes);
}

}  // namespace

/// For what is written to a file: where the pointer happens to be is no part of it.
ViewContext App::context_to_keep() const {
    ViewContext kept = context();
    kept.hover = {};
    return kept;
}

ViewContext App::context() const {
    ViewContext context{.state = *dispatcher_,
                        .ui = ui_,
                        .summary = summary_.get(),
                        .derived = derived_,
                        .progress = service_->progress(),
                        .probe = probe_,
                        .borders = borders_,
                        .country = country_.get()};
    // while a lever is dragged the charts follow it as fast as they can
    if (summary_ && !dispatcher_->dragging()) context.old = old_.value();
    context.stopped = is_stopped();
    for (std::size_t i = 0; i < context.same.size(); ++i) context.same[i] = same_as_a(i);
    if (summary_) context.over = summary_->over;
    context.probe_old = probe_old_;
    context.picture = page_alone_;
    context.log = log_;
    context.desk = &desk_;
    context.session_name = session_name();
    context.entries = folder_entries();
    context.towns = towns_;
    context.has_members = has_members_;
    context.sample_size = sample_size_;
    context.timings = timings_;
    context.hover = hover_.hovered_previous_frame();
    context.version = std::string(program_version()) + " (" + commit_words(ui_) + ")";
    context.today = today_words(ui_.language);
    return context;
}

void App::notify(const std::exception_ptr& problem) {
    if (!problem) return;
    try {
        std::rethrow_exception(problem);
    } catch (const std::exception& failure) {
        notify(failure.what(), true);
    }
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

}  // namespace algemeente::viewer
