// The charts of the comparison as plain data, for the window and for files alike.
#include "text/calendar.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

std::size_t front_slot(const ViewContext& context) {
    return std::min(context.view().slot, context.derived.fans.domains.size() - 1);
}

/// What all charts of a page share.
FanChart base_chart(const ViewContext& context, AxisGroup group) {
    const ViewState& view = context.view();
    FanChart chart;
    chart.months = context.state.months();
    chart.cursor = view.cursor;
    chart.hover = context.hover.month.value_or(-1);
    chart.lit = context.hover.slot;
    chart.display = view.display;
    chart.form = form_of(domain_outcomes()[context.outcome()]);
    chart.covered = covered(context, context.session().slots.size() - 1);
    const auto& moved = view.axes.y[static_cast<std::size_t>(group)];
    chart.y = moved.value_or(group == AxisGroup::domains ? context.derived.y.range : context.derived.lower_y.range);
    chart.time = view.axes.time;
    const bool cuts = group == AxisGroup::domains ? context.derived.y.cuts : context.derived.lower_y.cuts;
    chart.clipped = chart.time || moved || cuts;
    if (context.summary != nullptr) chart.replicates = context.summary->replicates;
    return chart;
}

/// What phones drew, once the room may see it; the nearest line stands out, with its number.
std::vector<CloudLine> cloud_of(const ViewContext& context, std::size_t domain) {
    std::vector<CloudLine> cloud;
    if (!shows_phones(context)) return cloud;
    const std::vector<PhoneDistance>& nearest = context.derived.nearest.value();
    const int best = nearest.empty() ? 0 : nearest.front().phone;
    for (const PhoneReply& reply : context.view().phones.sent->replies) {
        if (reply.drawn[domain].empty()) continue;
        const bool lit = reply.phone == best;
        cloud.push_back(
            {.values = &reply.drawn[domain], .lit = lit, .label = lit ? std::to_string(reply.phone) : std::string()});
    }
    return cloud;
}

FanChart lower_chart(const ViewContext& context) {
    FanChart chart = base_chart(context, AxisGroup::lower);
    chart.form.sign = true;
    chart.zero_line = true;
    return chart;
}

FanChart gap_chart(const ViewContext& context) {
    FanChart chart = lower_chart(context);
    chart.heading.words = context.word(Word::gap_title) + reading_mark(context);
    const std::size_t outcome = context.outcome();
    chart.covered = covered(context, 0);
    for (std::size_t i = 0; i < context.derived.fans.gaps.size(); ++i) {
        if (is_hidden(context, i) || covered(context, i)) continue;
        const ScenarioRuns* runs = &context.summary->scenarios[i];
        chart.series.push_back({.fan = &context.derived.fans.gaps[i],
                                .slot = i,
                                .ink = Ink::text,
                                .in_front = i == front_slot(context),
                                .runs = runs->runs.size(),
                                .value = [runs, outcome](std::size_t replicate, int month) {
                                    const RunData& run = *runs->runs[replicate];
                                    return double{run.value(month, Domain::physical, outcome)} -
                                           double{run.value(month, Domain::social, outcome)};
                                }});
    }
    return chart;
}

/// "B, C": those that are set against A and seen, or may be seen once the room has predicted.
std::string compared_letters(const ViewContext& context, std::size_t slots) {
    std::string letters;
    for (std::size_t i = 1; i < slots; ++i)
        if (!is_hidden(context, i)) letters += (letters.empty() ? "" : ", ") + letter_of(i);
    return letters.empty() ? letter_of(1) : letters;
}

FanChart difference_chart(const ViewContext& context, Domain domain) {
    FanChart chart = lower_chart(context);
    const std::size_t slots = context.derived.fans.differences.size();
    chart.heading.words =
        filled(context.word(Word::difference_title), compared_letters(context, slots)) + reading_mark(context);
    chart.heading.ink = domain_ink(domain);
    const std::size_t outcome = context.outcome();
    for (std::size_t i = 1; i < slots; ++i) {
        if (is_hidden(context, i) || covered(context, i)) continue;
        const ScenarioRuns* base = &context.summary->scenarios.front();
        const ScenarioRuns* runs = &context.summary->scenarios[i];
        chart.series.push_back({.fan = &context.derived.fans.differences[i][static_cast<std::size_t>(index_of(domain))],
                                .slot = i,
                                .ink = domain_ink(domain),
                                .in_front = i == std::max<std::size_t>(1, front_slot(context)),
                                .runs = runs->runs.size(),
                                .value = [runs, base, domain, outcome](std::size_t replicate, int month) {
                                    return double{runs->runs[replicate]->value(month, domain, outcome)} -
                                           double{base->runs[replicate]->value(month, domain, outcome)};
                                }});
    }
    return chart;
}

/// In how many runs it stands higher or lower: at the cursor if that is after the event, else after a year.
std::string study_shares(const ViewContext& context, const EventStudy& study, Domain domain) {
    const int since = context.view().cursor - study.event.month;
    const int after = since > 0 && since <= EventStudy::after ? since : 12;
    const Direction direction = study.direction(domain, EventStudy::before + after);
    if (direction.count == 0) return {};
    return filled(context.word(Word::study_after), std::to_string(after)) + ": " +
           count_words(direction, context.over, context.language());
}

FanChart study_chart(const ViewContext& context, const EventStudy& study, Domain domain) {
    FanChart chart = lower_chart(context);
    const auto d = static_cast<std::size_t>(index_of(domain));
    chart.time.reset();
    chart.clipped = context.view().axes.y[static_cast<std::size_t>(AxisGroup::lower)].has_value();
    chart.heading.words = std::string(context.word(domain == Domain::social ? Word::social : Word::physical)) + ": " +
                          filled(context.word(Word::study_title), date_of(study.event.month)) + reading_mark(context);
    chart.heading.ink = domain_ink(domain);
    chart.covered = covered(context, study.furthest_slot());
    const bool old = is_old(context, study.slot) || (study.base && is_old(context, *study.base));
    if (!chart.covered && !old) chart.caption = study_shares(context, study, domain);
    chart.months = EventStudy::months;
    chart.event_at = EventStudy::before;
    const auto position = [&](int month) { return month < 0 ? -1 : month - study.event.month + EventStudy::before; };
    chart.cursor = position(chart.cursor);
    chart.hover = position(chart.hover);
    if (chart.covered) return chart;
    const auto* runs = &study.runs[d];
    chart.series.push_back(
        {.fan = &study.fans[d],
         .slot = study.slot,
         .ink = domain_ink(domain),
         .runs = runs->size(),
         .value = [runs](std::size_t replicate, int at) { return (*runs)[replicate][static_cast<std::size_t>(at)]; }});
    return chart;
}

}  // namespace

FanSeries domain_series(const ViewContext& context, Domain domain, std::size_t slot) {
    const ScenarioRuns* runs = &context.summary->scenarios[slot];
    return {.fan = &context.derived.fans.domains[slot][static_cast<std::size_t>(index_of(domain))],
            .slot = slot,
            .ink = domain_ink(domain),
            .runs = runs->runs.size(),
            .value = [runs, domain, outcome = context.outcome()](std::size_t replicate, int month) {
                return double{runs->runs[replicate]->value(month, domain, outcome)};
            }};
}

FanChart domain_chart(const ViewContext& context, Domain domain) {
    const ViewState& view = context.view();
    FanChart chart = base_chart(context, AxisGroup::domains);
    const auto d = static_cast<std::size_t>(index_of(domain));
    chart.heading.words =
        context.word(domain == Domain::social ? Word::social_domain : Word::physical_domain) + reading_mark(context);
    chart.heading.ink = domain_ink(domain);
    if (view.prediction.active) chart.drawn = &lines_of_the_room(context)[d];
    chart.cloud = cloud_of(context, d);
    chart.covered = covered(context, 0);
    if (context.summary == nullptr) return chart;
    for (std::size_t i = 0; i < context.derived.fans.domains.size(); ++i) {
        if (is_hidden(context, i) || covered(context, i)) continue;
        chart.series.push_back(domain_series(context, domain, i));
        chart.series.back().in_front = i == front_slot(context);
    }
    return chart;
}

std::string study_words(const ViewContext& context) {
    if (!context.derived.study) return context.word(Word::study_none);
    const EventStudy& study = *context.derived.study;
    if (!study.base) return filled(context.word(Word::study_alone), letter_of(study.slot));
    const Word word = study.alone         ? Word::study_only_difference
                      : study.same_before ? Word::study_same_before
                                          : Word::study_other_before;
    return filled(context.word(Word::study_pair), letter_of(study.slot), letter_of(*study.base)) + " " +
           context.word(word);
}

namespace {

/// Bands and runs together: runs of the scenario that is looked at only, or four of them would hide each other.
void keep_runs_in_front(FanChart& chart) {
    if (chart.display != Display::both) return;
    for (FanSeries& series : chart.series)
        if (!series.in_front) series.runs = 0;
}

/// The scenario that is looked at is the picture: A is a thin grey line behind it, and what lies between is tinted.
void stress_effect(const ViewContext& context, FanChart& chart, Domain domain) {
    const auto& fans = context.derived.fans.domains;
    if (fans.size() < 2 || front_slot(context) == 0 || is_hidden(context, 0)) return;
    const std::size_t front = front_slot(context);
    if (covered(context, front)) return;
    for (FanSeries& series : chart.series) {
        if (series.slot != 0) continue;
        series.ink = Ink::neutral;
        series.only_line = true;
    }
    if (is_hidden(context, front)) return;
    const auto d = static_cast<std::size_t>(index_of(domain));
    chart.tint = Tint{.from = &fans[0][d], .to = &fans[front][d], .ink = domain_ink(domain)};
}

}  // namespace

bool can_draw_a_line(const ViewContext& context) {
    return context.summary != nullptr && !context.derived.fans.domains.empty() &&
           context.outcome() == context.view().outcome;
}

Predicted shown_prediction(const ViewContext& context) {
    Predicted about = context.view().predicted(context.session().slots.size());
    about.outcome = context.outcome();
    return about;
}

const RoomLines& lines_of_the_room(const ViewContext& context) {
    return context.view().prediction.lines(shown_prediction(context));
}

std::optional<std::size_t> slot_of_effect(const ViewContext& context) {
    if (context.summary == nullptr || context.summary->scenarios.size() < 2) return std::nullopt;
    if (context.view().slot >= context.summary->scenarios.size()) return std::nullopt;  // nothing of it is computed yet
    return std::min(std::max<std::size_t>(1, context.view().slot), context.summary->scenarios.size() - 1);
}

CompareCharts compare_charts(const ViewContext& context) {
    CompareCharts charts;
    charts.social = domain_chart(context, Domain::social);
    charts.physical = domain_chart(context, Domain::physical);
    keep_runs_in_front(charts.social);
    keep_runs_in_front(charts.physical);
    stress_effect(context, charts.social, Domain::social);
    stress_effect(context, charts.physical, Domain::physical);
    const bool several = context.derived.fans.differences.size() > 1;
    const LowerChart wanted = context.view().lower;
    if (wanted == LowerChart::event && context.derived.study) {
        for (const Domain domain : {Domain::social, Domain::physical})
            charts.lower.push_back(study_chart(context, *context.derived.study, domain));
    } else if (wanted == LowerChart::difference && several) {
        for (const Domain domain : {Domain::social, Domain::physical})
            charts.lower.push_back(difference_chart(context, domain));
    } else {
        charts.lower.push_back(gap_chart(context));
    }
    for (FanChart& chart : charts.lower) keep_runs_in_front(chart);
    return charts;
}

}  // namespace algemeente::viewer
