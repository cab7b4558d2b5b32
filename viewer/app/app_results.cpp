// What the app derives from results.
#include "output/results.h"
#include "viewer/app/app.h"

#include <cmath>

namespace algemeente::viewer {

void Limits::follow(Chart shown, Range wanted, bool frozen, double seconds) {
    constexpr double rate = 8;       // most of the way in a quarter of a second
    constexpr double there = 0.003;  // of the span: nobody sees the rest
    const Range needed = wanted;
    wanted = nice_range(wanted);
    const double share = 1 - std::exp(-rate * seconds);
    const double off = std::max(std::abs(wanted.low - range.low), std::abs(wanted.high - range.high));
    if (chart != shown || (!frozen && off * (1 - share) < there * wanted.span())) {
        range = wanted;
    } else if (!frozen) {
        range.low += (wanted.low - range.low) * share;
        range.high += (wanted.high - range.high) * share;
    }
    chart = shown;
    moving = !frozen && range != wanted;
    cuts = needed.low < range.low || needed.high > range.high;
}

/// What happens on the lane of events: anew when a decision, a scenario or the language is another one.
void App::update_events() {
    derived_.events.of({dispatcher_->lane_version(), ui_.language}, [&] {
        std::vector<const Scenario*> scenarios;
        for (const Slot& slot : dispatcher_->session().slots) scenarios.push_back(&slot.scenario);
        return events_of(scenarios, dispatcher_->months(), ui_.language, dispatcher_->session().notes);
    });
}

/// The fans that the charts below show.
std::vector<const Fan*> App::lower_fans() const {
    std::vector<const Fan*> lower;
    const LowerChart wanted = dispatcher_->view().lower;
    if (wanted == LowerChart::event && derived_.study) {
        for (const Fan& fan : derived_.study->fans) lower.push_back(&fan);
    } else if (wanted == LowerChart::difference && derived_.fans.differences.size() > 1) {
        for (const auto& fans : derived_.fans.differences)
            for (const Fan& fan : fans) lower.push_back(&fan);
    } else {
        for (const Fan& fan : derived_.fans.gaps) lower.push_back(&fan);
    }
    return lower;
}

/// Limits of the y-axes: shared by both domains and all scenarios.
void App::update_limits() {
    const ViewState& view = dispatcher_->view();
    std::vector<const Fan*> domains;
    for (const auto& fans : derived_.fans.domains)
        for (const Fan& fan : fans) domains.push_back(&fan);
    const int replicates = summary_->replicates;
    const std::size_t outcome = derived_.fans.outcome;
    Range y = range_of(domains, replicates, view.display);
    y.low = std::min(0.0, y.low);
    if (form_of(domain_outcomes()[outcome]).percent) y = {0, 1};
    const Range below = range_of(lower_fans(), replicates, view.display);
    const bool frozen = dispatcher_->dragging() || service_->progress().busy;
    NumberForm form = form_of(domain_outcomes()[outcome]);
    derived_.y.follow({outcome}, with_span(y, form), frozen, frame_seconds_);
    form.sign = true;
    const Range around_nought = with_span({std::min(0.0, below.low), std::max(0.0, below.high)}, form);
    derived_.lower_y.follow({outcome, view.lower}, around_nought, frozen, frame_seconds_);
    std::vector<const Fan*> sizes;
    if (derived_.sizes)
        for (const SizeFacet& facet : *derived_.sizes)
            for (const Fan& fan : facet.fans) sizes.push_back(&fan);
    const Range of_sizes = range_of(sizes, 0, Display::runs);
    derived_.sizes_y = nice_range(with_span({0, of_sizes.high}, {}));
}

/// What each scenario changes against A in the month that is looked at: sorting hundreds of runs is done once a month.
void App::update_effects() {
    const ViewState& view = dispatcher_->view();
    if (info_of(view.page).beside != Beside::readout) return;
    const auto& all = summary_->scenarios;
    const std::size_t last = all.size() - 1;
    const std::size_t slot = std::min(std::max<std::size_t>(1, view.slot), last);
    const int month = std::min(view.cursor, summary_->months - 1);
    const std::size_t outcome = derived_.fans.outcome;
    derived_.effects.of({summary_->id, slot, month, outcome, ui_.language}, [&] {
        Effects effects;
        if (last == 0) return effects;
        effects.headline = headline_of(all[slot], letter_of(slot), all.front(), month, outcome, ui_.language);
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
    derived_.standing.of({summary_->id, slot, *position}, [&] {
        return standing_of(summary_->scenarios[slot], *summary_->country, *position, summary_->months);
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

ViewContext App::context() const {
    ViewContext context{.state = *dispatcher_,
                        .ui = ui_,
                        .summary = summary_.get(),
                        .derived = derived_,
                        .progress = service_->progress(),
                        .probe = probe_,
                        .borders = borders_,
                        .country = country_.get()};
    context.stale = summary_ && summary_->generation < generation_ && !dispatcher_->dragging();
    context.picture = page_alone_;
    context.log = log_;
    context.desk = &desk_;
    context.session_name = session_name();
    context.entries = folder_entries();
    context.towns = towns_;
    context.sample_size = sample_size_;
    context.timings = timings_;
    context.hover = hover_.hovered_previous_frame();
    context.version = std::string(program_version()) + " (" + std::string(program_commit()) + ")";
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
