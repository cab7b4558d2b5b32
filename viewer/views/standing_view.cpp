// A municipality among those of its size: over all runs, with the numbers of the map.
#include "text/calendar.h"
#include "viewer/views/chart_pointer.h"
#include "viewer/views/municipality_parts.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

std::string words_of(const ViewContext& context, const Rank& rank) {
    const Language language = context.language();
    const auto number = [&](int count) { return count_words(static_cast<std::size_t>(count), language); };
    std::string words = filled(context.word(Word::standing_mean), number_words(rank.mean, language));
    const std::string range = range_words(rank.band, language, {});
    if (!range.empty()) words += " (" + range_name(rank.band.count, language) + ": " + range + ")";
    words += ". ";
    if (rank.others == 0) return words + context.word(Word::standing_alone);
    words += filled(context.word(Word::standing_rank), number(rank.more_than), number(rank.fewer_than),
                    number(rank.others - rank.more_than - rank.fewer_than), number(rank.others));
    return words + " " +
           filled(context.word(Word::standing_runs), count_words(rank.against_others, Over::random_draws, language));
}

/// As on the page that compares: A is a thin grey line behind the scenario that is looked at.
bool shows_a(const ViewContext& context, std::size_t slot) {
    return slot > 0 && !is_hidden(context, 0) && !context.derived.standing_before.value().runs[0].empty();
}

/// What changes in this municipality; nothing where there is nothing to compare, or where it is covered.
std::string effect_words(const ViewContext& context, std::size_t position) {
    const auto slot = slot_of_effect(context);
    if (!slot || covered(context, *slot) || is_hidden(context, *slot) || page_is_old(context)) return {};
    const Country& country = *context.summary->country;
    const auto effect = [&](Domain domain) {
        return effect_in(context.summary->scenarios[*slot], context.summary->scenarios.front(), country.size(),
                         position, context.view().cursor, domain);
    };
    return effect_here(country[position].name, letter_of(*slot), effect(Domain::social), effect(Domain::physical),
                       context.view().cursor, context.language());
}

FanChart chart_of(const ViewContext& context, const Standing& standing, std::size_t slot, Domain domain) {
    const auto d = static_cast<std::size_t>(index_of(domain));
    FanChart chart;
    chart.heading.words = context.word(domain == Domain::social ? Word::social_domain : Word::physical_domain);
    chart.heading.ink = domain_ink(domain);
    if (standing.others > 0)
        chart.caption = filled(context.word(Word::standing_others), std::to_string(standing.others),
                               context.word(size_word(standing.size_class)));
    chart.months = context.summary->months;
    chart.cursor = context.view().cursor;
    chart.hover = context.hover.month.value_or(-1);
    chart.display = context.view().display;
    chart.replicates = standing.replicates;
    chart.time = context.view().axes.time;
    chart.clipped = chart.time.has_value();
    const auto* runs = &standing.runs[d];
    constexpr std::size_t dotted = 2;
    chart.series.push_back(
        {.fan = &standing.of_others[d], .slot = dotted, .ink = Ink::neutral, .only_line = true, .label = " "});
    if (shows_a(context, slot)) {
        const Fan& before = context.derived.standing_before.value().own[d];
        chart.series.push_back({.fan = &before, .slot = 0, .ink = Ink::neutral, .only_line = true});
        chart.tint = Tint{.from = &before, .to = &standing.own[d], .ink = domain_ink(domain)};
    }
    chart.series.push_back({.fan = &standing.own[d],
                            .slot = slot,
                            .ink = domain_ink(domain),
                            .runs = runs->size(),
                            .value = [runs](std::size_t replicate, int month) {
                                return (*runs)[replicate][static_cast<std::size_t>(month)];
                            }});
    return chart;
}

/// Both domains on one y-axis.
Range values_of(const ViewContext& context, const Standing& standing, bool with_a) {
    std::vector<const Fan*> fans;
    for (std::size_t d = 0; d < domain_count; ++d) {
        fans.push_back(&standing.own[d]);
        fans.push_back(&standing.of_others[d]);
        if (with_a) fans.push_back(&context.derived.standing_before.value().own[d]);
    }
    const Range range = range_of(fans, standing.replicates, context.view().display);
    return nice_range({0, std::max(1.0, range.high)});
}

void draw_chart(const ViewContext& context, CommandSink& sink, FanChart chart, Domain domain, ImVec2 size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Scene scene;
    PlacedChart placed = placed_chart(scene, {at.x, at.y, size.x, size.y}, std::move(chart),
                                      "standing." + std::string(domain_word(domain)), chart_style(context.ui));
    draw_scene(*ImGui::GetWindowDrawList(), scene, context.ui);
    handle_chart(context, sink, placed);
    ImGui::SetCursorScreenPos({at.x, at.y + size.y});
}

}  // namespace

Word size_word(int size_class) {
    constexpr Word words[] = {Word::size_0, Word::size_1, Word::size_2, Word::size_3, Word::size_4};
    return words[static_cast<std::size_t>(std::clamp(size_class, 0, size_class_count - 1))];
}

namespace {

void draw_domain(const ViewContext& context, CommandSink& sink, std::size_t position, Domain domain, ImVec2 size,
                 float chart_height) {
    const Standing& standing = context.derived.standing.value();
    const std::size_t slot = std::min(context.view().slot, context.summary->scenarios.size() - 1);
    const std::string name(domain_word(domain));
    ImGui::BeginChild(name.c_str(), size);
    FanChart chart = chart_of(context, standing, slot, domain);
    chart.y = values_of(context, standing, shows_a(context, slot));
    draw_chart(context, sink, std::move(chart), domain, {ImGui::GetContentRegionAvail().x, chart_height});
    if (!page_is_old(context)) {
        const Rank rank = rank_of(context.summary->scenarios[slot], *context.summary->country, position,
                                  context.view().cursor, domain);
        paragraph(context.ui, words_of(context, rank), context.ui.fonts.small);
        note_item(context.ui, "standing.words." + name);
    }
    ImGui::EndChild();
}

/// The ten factors of its projects in A and in the scenario, and what stops projects here.
void draw_why_here(const ViewContext& context, ImVec2 size, float chart_height) {
    if (page_is_old(context)) return;
    const Ui& ui = context.ui;
    const TownWhy& why = context.derived.town_why.value();
    const Language language = context.language();
    ImGui::BeginChild("why here", size);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(1.F, ImGui::GetContentRegionAvail().x);
    Scene scene;
    draw_dumbbell(scene, {at.x, at.y, width, chart_height}, chart_of(why, language), chart_style(ui));
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    ImGui::Dummy({width, chart_height});
    note_item(ui, "standing.why.chart");
    std::string words = stops_here(why.brakes, why.ends, why.year, why.runs, language);
    if (context.session().slots.size() > 1)
        words = filled(context.word(Word::s_in_scenario), letter_of(why.slot), lower_first(words));
    paragraph(ui, words, ui.fonts.small);
    note_item(ui, "standing.stops");
    ImGui::EndChild();
}

/// What B changes here, and why.
void draw_answer(const ViewContext& context, std::size_t position) {
    const Ui& ui = context.ui;
    const std::string effect = effect_words(context, position);
    if (effect.empty()) return;
    paragraph(ui, effect, ui.fonts.small_bold);
    note_item(ui, "standing.effect");
    const TownWhy& why = context.derived.town_why.value();
    if (why.slot == 0) return;
    paragraph(ui, why_here((*context.summary->country)[position].name, why.most, why.year, context.language()),
              ui.fonts.small);
    note_item(ui, "standing.why");
}

/// Three columns where they have room; else the domains beside each other, and below them why.
void draw_columns(const ViewContext& context, CommandSink& sink, std::size_t position) {
    const Ui& ui = context.ui;
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float least = chart_style(ui).letter * 17;  // ten factors that can be read
    const float third = (room.x - ui.em * 2) / 3;
    const float beside = room.y - ui.em * (third < ui.em * 22 ? 7.6F : 5.2F);
    if (third >= ui.em * 16 && beside >= least) {
        for (const Domain domain : {Domain::social, Domain::physical}) {
            draw_domain(context, sink, position, domain, {third, 0}, beside);
            ImGui::SameLine(0, ui.em);
        }
        draw_why_here(context, {third, 0}, beside);
        return;
    }
    ImGui::BeginChild("columns");
    const float width = (ImGui::GetContentRegionAvail().x - ui.em * 2) / 2;
    const float words = ui.em * (width < ui.em * 24 ? 6.5F : 4.8F);  // a narrow chart has more lines below it
    const float height = std::max(ui.em * 9, ImGui::GetContentRegionAvail().y - words);
    for (const Domain domain : {Domain::social, Domain::physical}) {
        draw_domain(context, sink, position, domain, {width, height + words}, height);
        if (domain == Domain::social) ImGui::SameLine(0, ui.em);
    }
    draw_why_here(context, {width * 2 + ui.em, least + ui.em * 4.5F}, least);
    ImGui::EndChild();
}

}  // namespace

void draw_standing(const ViewContext& context, CommandSink& sink, std::size_t position) {
    const Ui& ui = context.ui;
    const std::size_t slot = std::min(context.view().slot, context.summary->scenarios.size() - 1);
    const Language language = context.language();
    paragraph(ui,
              filled(context.word(Word::standing_note),
                     count_words(context.summary->scenarios[slot].runs.size(), language),
                     when_words(context.view().cursor, language)),
              ui.fonts.small, Ink::soft_text);
    draw_answer(context, position);
    draw_columns(context, sink, position);
}

}  // namespace algemeente::viewer
