#include "viewer/views/shown.h"

#include "present/words/differences.h"
#include "viewer/views/municipality_parts.h"
#include "viewer/views/parameter_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace algemeente::viewer {

namespace {

std::string letters_where(const ViewContext& context, bool (*holds)(const ViewContext&, std::size_t)) {
    std::string letters;
    for (std::size_t i = 0; i < context.session().slots.size(); ++i)
        if (holds(context, i)) letters += (letters.empty() ? "" : ", ") + letter_of(i);
    return letters;
}

std::string plain_title(const ViewContext& context, std::size_t slot) {
    return title_of(context.session().slots[slot].scenario, context.language());
}

}  // namespace

bool is_hidden(const ViewContext& context, std::size_t slot) {
    return slot < context.view().axes.hidden.size() && context.view().axes.hidden[slot];
}

bool is_old(const ViewContext& context, std::size_t slot) {
    return slot < context.old.size() && context.old[slot];
}

bool shows_one_run(const ViewContext& context) {
    const ViewState& view = context.view();
    return view.page == Page::municipality && view.sub_pages.of(view.page) != SubPage::standing;
}

bool page_is_old(const ViewContext& context) {
    if (shows_one_run(context)) return context.probe_old;
    const ViewState& view = context.view();
    if (view.page == Page::choose) return false;  // what was kept is of no scenario on the screen
    const bool each = view.page == Page::compare || (view.page == Page::multiples && view.facet != Facet::size_class);
    const auto last = static_cast<std::ptrdiff_t>(context.session().slots.size());
    const bool any = std::any_of(context.old.begin(), context.old.begin() + last, [](bool old) { return old; });
    if (each) return any;
    // beside the scenario in front stands A, and what B changes is told of a municipality whoever is in front
    const bool against = view.page == Page::municipality || (view.page == Page::map && view.map == MapMode::difference);
    const std::size_t front = against && view.slot == 0 ? slot_of_effect(context).value_or(0) : view.slot;
    return is_old(context, 0) || is_old(context, front);
}

std::vector<std::size_t> shown_slots(const ViewContext& context) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < context.session().slots.size(); ++i)
        if (!is_hidden(context, i) && !covered(context, i)) shown.push_back(i);
    return shown;
}

namespace {

/// Without what was changed in it.
std::string counted_title(const ViewContext& context, std::size_t slot) {
    const std::vector<Slot>& slots = context.session().slots;
    const std::string title = plain_title(context, slot);
    int same = 0;
    int number = 1;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (plain_title(context, i) != title) continue;
        ++same;
        if (i < slot) ++number;
    }
    return same > 1 ? title + " (" + std::to_string(number) + ")" : title;
}

}  // namespace

std::string changed_mark(const Slot& slot, Language language) {
    const int changed = changed_levers(slot);
    if (changed == 0) return {};
    return "  \u00B7 " + filled(text(Word::changed_count, language), std::to_string(changed));
}

std::string slot_title(const ViewContext& context, std::size_t slot) {
    return counted_title(context, slot) + changed_mark(context.session().slots[slot], context.language());
}

std::string slot_title_in_choice(const ViewContext& context, std::size_t slot, float width) {
    const Slot& one = context.session().slots[slot];
    std::string mark = changed_mark(one, context.language());
    const float least = context.ui.em * 4;  // of a title, or it says nothing
    if (!mark.empty() && ImGui::CalcTextSize(mark.c_str()).x > width - least)
        mark = " \u00B7 " + std::to_string(changed_levers(one));
    return fitted_choice(counted_title(context, slot), width - ImGui::CalcTextSize(mark.c_str()).x) + mark;
}

std::string question_words(const ViewContext& context) {
    const std::size_t slot = slot_of_effect(context).value_or(0);
    if (slot >= context.session().slots.size() || covered(context, slot) || is_hidden(context, slot)) return {};
    return question_of(context.session().slots[slot].scenario, context.language());
}

std::string outcome_words(const ViewContext& context) {
    const OutcomeInfo& outcome = domain_outcomes()[context.outcome()];
    const std::string unit = form_of(outcome).percent ? "%" : unit_of(outcome, context.language());
    return name_of(outcome.name, context.language()) + " \u00B7 " + unit;
}

bool has_suppliers(const ViewContext& context) {
    const auto& slots = context.session().slots;
    return std::any_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.scenario.supply; });
}

std::string reading_mark(const ViewContext& context, Reading reading) {
    if (!has_suppliers(context)) return {};
    return " \u00B7 " + lower_first(context.word(info_of(reading).words));
}

std::string reading_mark(const ViewContext& context) {
    const auto reading = reading_of(context.outcome());
    return reading ? reading_mark(context, *reading) : std::string();
}

std::optional<Headline> shown_headline(const ViewContext& context) {
    const auto slot = slot_of_effect(context);
    if (!slot || covered(context, *slot) || is_hidden(context, *slot)) return std::nullopt;
    if (is_old(context, *slot) || is_old(context, 0) || context.same[*slot]) return std::nullopt;
    return context.derived.effects.value().headline;
}

namespace {

using present::OneDifference;

/// "a; b; c", or of a long list its beginning: "a; b and 4 more".
std::string listed(const ViewContext& context, const std::vector<OneDifference>& things, std::size_t most) {
    std::string words;
    const std::size_t told = things.size() > most ? most - 1 : things.size();
    for (std::size_t i = 0; i < told; ++i) words += (i > 0 ? "; " : "") + lower_first(things[i].words);
    if (told == things.size()) return words;
    return filled(context.word(Word::differs_more), words, std::to_string(things.size() - told));
}

/// The change that was made last goes before the others, which the effect is due to as well.
std::string differs_words(const ViewContext& context, const std::string& letter,
                          const std::vector<OneDifference>& things, const std::string& last, std::size_t most) {
    if (things.size() == 1) return filled(context.word(Word::differs_one), letter, listed(context, things, most));
    if (last.empty())
        return filled(context.word(Word::differs_several), letter, std::to_string(things.size()),
                      listed(context, things, most));
    std::vector<OneDifference> others = things;
    std::erase_if(others, [&](const OneDifference& one) { return one.lever == last; });
    return filled(context.word(Word::differs_also), lower_first(lever_name(last, context.language())), letter,
                  listed(context, others, most));
}

}  // namespace

std::optional<WhatDiffers> what_differs(const ViewContext& context) {
    const auto& slots = context.session().slots;
    if (slots.size() < 2) return std::nullopt;
    const std::size_t slot = std::clamp<std::size_t>(context.view().slot, 1, slots.size() - 1);
    if (covered(context, slot) || is_hidden(context, slot)) return std::nullopt;
    const std::string letter = letter_of(slot);
    const std::vector<OneDifference> things =
        present::differences_between(slots.front().scenario, slots[slot].scenario, context.language());
    if (context.same[slot] || things.empty()) {
        const std::string words = filled(context.word(Word::differs_nothing), letter, letter);
        return WhatDiffers{.slot = slot, .words = words, .in_full = words, .nothing = true, .last_change = {}};
    }
    const std::string moved = moved_last(slots[slot], things, context.view().moved_in(slot));
    const auto last = std::find_if(things.begin(), things.end(),
                                   [&](const OneDifference& one) { return !moved.empty() && one.lever == moved; });
    const bool alone_is_other = things.size() > 1 && last != things.end();
    const std::string lever = alone_is_other ? last->lever : std::string();
    constexpr std::size_t most = 3;
    return WhatDiffers{.slot = slot,
                       .words = differs_words(context, letter, things, lever, most),
                       .in_full = differs_words(context, letter, things, lever, things.size() + 1),
                       .several = things.size() > 1,
                       .last_change = alone_is_other ? lower_first(last->words) : std::string()};
}

std::string distance_words(const ViewContext& context, double distance) {
    const Language language = context.language();
    const OutcomeInfo& outcome = domain_outcomes()[context.outcome()];
    if (form_of(outcome).percent)
        return filled(context.word(Word::percentage_points), number_words(std::round(distance * 1000) / 10, language));
    constexpr std::string_view no_plural[] = {"value", "harm", "weight", "level"};
    const bool counts = std::find(std::begin(no_plural), std::end(no_plural), outcome.unit) == std::end(no_plural);
    return filled(context.word(counts ? Word::amount_of : Word::amount_in), number_words(distance, language),
                  outcome_unit_words(outcome.unit, language));
}

std::string waiting_words(const ViewContext& context) {
    const EnsembleProgress& progress = context.progress;
    if (context.stopped) return context.word(Word::stopped_early);
    const int first = std::min(first_published, progress.wanted);
    if (progress.finished >= first) return filled(context.word(Word::waits_charts), std::to_string(first));
    return filled(context.word(Word::waits_for_runs), std::to_string(first), std::to_string(progress.wanted),
                  std::to_string(progress.finished));
}

std::string still_old_words(const ViewContext& context) {
    const EnsembleProgress& progress = context.progress;
    std::string words = context.word(Word::still_old);
    const int first = std::min(first_published, progress.wanted);
    if (!progress.busy || shows_one_run(context) || progress.finished >= first) return words;
    return words + " " +
           filled(context.word(Word::waits_runs_done), std::to_string(progress.finished), std::to_string(first));
}

bool page_has_numbers(const ViewContext& context) {
    const ViewState& view = context.view();
    if (view.page == Page::choose) return true;
    if (shows_one_run(context))
        return context.probe != nullptr && position_in(*context.probe->country, view.municipality).has_value();
    if (context.summary == nullptr || view.slot >= context.summary->scenarios.size()) return false;
    if (view.page != Page::municipality) return true;
    return position_in(*context.summary->country, view.municipality).has_value() &&
           !context.derived.standing.value().runs[0].empty();
}

std::string legend_words(const ViewContext& context) {
    if (context.view().lower == LowerChart::event) return study_words(context);
    const int replicates = context.summary != nullptr ? context.summary->replicates : 0;
    if (spread_of(replicates) != Spread::none && context.view().display != Display::runs)
        return band_legend(replicates, context.language());
    return context.word(Word::thin_legend);
}

std::string months_words(const ViewContext& context) {
    const std::optional<Range>& shown = context.view().axes.time;
    if (!shown) return {};
    const auto month = [&](double at) { return month_words(static_cast<int>(at), context.language()); };
    return filled(context.word(Word::handout_months), month(std::ceil(shown->low)), month(std::floor(shown->high)));
}

std::string hidden_words(const ViewContext& context) {
    const std::string letters = letters_where(context, is_hidden);
    return letters.empty() ? letters : filled(context.word(Word::handout_hidden), letters);
}

std::string covered_letters(const ViewContext& context) {
    return letters_where(context, covered);
}

std::string page_title(const ViewContext& context) {
    const Page page = context.view().page;
    if (page == Page::multiples && context.view().facet == Facet::product) return context.word(Word::r_products);
    if (page == Page::compare || page == Page::multiples) return outcome_words(context);
    std::string title = context.word(info_of(page).words);
    const SubPage part = context.view().sub_pages.of(page);
    if (part != SubPage::none)
        title += "  \u00B7  " + std::string(context.word(sub_page_table[static_cast<std::size_t>(part)].words));
    if (page == Page::municipality || page == Page::map || page == Page::choose) return title;
    return title + "  \u00B7  " + letter_of(context.view().slot) + ": " + slot_title(context, context.view().slot);
}

}  // namespace algemeente::viewer
