#include "text/calendar.h"
#include "viewer/plot/choropleth.h"
#include "viewer/views/chart_pointer.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

double mean_of(const ViewContext& context, std::size_t slot, std::size_t municipality, Domain domain) {
    return municipal_mean(context.summary->scenarios[slot], context.summary->country->size(), context.view().cursor,
                          municipality, domain, context.view().measure, context.view().reading);
}

Word word_of(MapMeasure measure) {
    constexpr Word words[] = {Word::measure_in_use,    Word::measure_pipeline,     Word::measure_ever_in_use,
                              Word::measure_abandoned, Word::measure_discontinued, Word::measure_value};
    return words[static_cast<std::size_t>(measure)];
}

/// "In use · all use": the quantity, and of uses which ones.
std::string measure_words(const ViewContext& context) {
    const MapMeasure measure = context.view().measure;
    const std::string mark = measure == MapMeasure::in_use ? reading_mark(context, context.view().reading) : "";
    return context.word(word_of(measure)) + mark;
}

Ink first_ink(MapMode mode) {
    switch (mode) {
        case MapMode::social: return Ink::map_social_0;
        case MapMode::physical: return Ink::map_physical_0;
        case MapMode::gap:
        case MapMode::difference: return Ink::difference_0;
    }
    return Ink::map_social_0;
}

MapChart map_of(const ViewContext& context) {
    const MapMode mode = context.view().map;
    MapChart map{.width = context.borders.width, .height = context.borders.height, .first_ink = first_ink(mode)};
    map.difference = mode == MapMode::gap || mode == MapMode::difference;
    map.unknown_words = context.word(Word::map_not_simulated);
    const Country& country = *context.summary->country;
    std::vector<double> values;
    for (std::size_t i = 0; i < country.size(); ++i) values.push_back(map_value(context, i));
    map.ends = map.difference ? classes_of_difference(values) : classes_of(values);
    for (const BorderRegion& region : context.borders.regions) {
        const auto found = std::lower_bound(country.begin(), country.end(), region.gm_code,
                                            [](const auto& facts, const auto& code) { return facts.gm_code < code; });
        const bool known = found != country.end() && found->gm_code == region.gm_code;
        map.areas.push_back({&region, known ? values[static_cast<std::size_t>(found - country.begin())]
                                            : std::numeric_limits<double>::quiet_NaN()});
    }
    return map;
}

/// Both domains in all scenarios over the years, with the year of the cursor marked.
void draw_spark(const ViewContext& context, std::size_t municipality) {
    const Ui& ui = context.ui;
    std::vector<Spark> sparks;
    for (const Domain domain : {Domain::social, Domain::physical})
        for (const std::size_t slot : shown_slots(context)) {
            if (slot >= context.summary->scenarios.size()) continue;
            Spark spark{.ink = domain_ink(domain), .dash = dash_of(slot), .values = {}};
            for (int end = months_per_year - 1; end < context.summary->months; end += months_per_year)
                spark.values.push_back(municipal_mean(context.summary->scenarios[slot],
                                                      context.summary->country->size(), end, municipality, domain,
                                                      context.view().measure, context.view().reading));
            sparks.push_back(std::move(spark));
        }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = {ui.em * 16, ui.em * 6};
    const auto year = static_cast<std::size_t>(context.view().cursor / months_per_year);
    Scene scene;
    draw_sparks(scene, {at.x, at.y, size.x, size.y}, sparks, year, chart_style(ui));
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    ImGui::Dummy(size);
    note_item(ui, "map.spark");
    const int runs = municipal_runs(context.summary->scenarios.front(), context.view().measure);
    paragraph(ui, filled(context.word(Word::map_spark), std::to_string(runs)), ui.fonts.small, Ink::soft_text);
}

void draw_hover(const ViewContext& context, const BorderRegion& region) {
    const Country& country = *context.summary->country;
    const auto found = std::find_if(country.begin(), country.end(),
                                    [&](const auto& facts) { return facts.gm_code == region.gm_code; });
    if (!begin_pointer_tip(context.ui)) return;
    heading(context.ui, region.name.c_str());
    if (found == country.end()) {
        ImGui::TextUnformatted(context.word(Word::map_not_simulated));
    } else {
        const auto at = static_cast<std::size_t>(found - country.begin());
        paragraph(context.ui, measure_words(context), context.ui.fonts.small, Ink::soft_text);
        for (const Domain domain : {Domain::social, Domain::physical})
            for (const std::size_t slot : shown_slots(context))
                if (slot < context.summary->scenarios.size())
                    ImGui::TextColored(context.ui.colour4(domain_ink(domain)), "%s %s: %s", letter_of(slot).c_str(),
                                       context.word(domain == Domain::social ? Word::social : Word::physical),
                                       number_words(mean_of(context, slot, at, domain), context.language()).c_str());
        draw_spark(context, at);
    }
    ImGui::EndTooltip();
}

/// What is shown, of which scenario, over how many runs, when; and the classes.
void add_side(Scene& scene, const ViewContext& context, const MapChart& map, Rect area, const ChartStyle& style) {
    const ViewState& view = context.view();
    const std::size_t slot = std::min(view.slot, context.summary->scenarios.size() - 1);
    float y = area.y + style.letter * 0.3F;
    const auto add = [&](const std::string& words, Ink ink, bool bold) {
        for (const std::string& line : wrapped(words, style.letter, area.width * 0.95F)) {
            scene.add(Text{.at = {area.x, y}, .words = line, .size = style.letter, .ink = ink, .bold = bold});
            y += style.letter * 1.3F;
        }
        y += style.letter * 0.5F;
    };
    const bool difference = view.map == MapMode::difference;
    const std::size_t named = difference ? slot_of_effect(context).value_or(slot) : slot;
    add(letter_of(named) + ": " + slot_title(context, named) + (difference ? " \u2212 A" : ""), Ink::text, true);
    if (difference) add(context.word(Word::map_both), Ink::text, false);
    add(filled(context.word(Word::map_per_municipality), measure_words(context),
               month_words(view.cursor, context.language())),
        Ink::text, false);
    const int runs = municipal_runs(context.summary->scenarios[slot], view.measure);
    std::string note = filled(context.word(Word::map_note), std::to_string(runs)) + ". ";
    if (!is_december(view.cursor)) note += std::string(context.word(Word::map_between)) + ". ";
    // in a low window the classes come first, all of them and the towns without a value
    const std::string click = std::string(context.word(Word::map_click)) + ".";
    const auto lines = static_cast<float>(wrapped(note + click, style.letter, area.width * 0.95F).size());
    const float classes = 1.5F * static_cast<float>(std::tuple_size_v<ClassEnds> + 2);
    const bool has_room = y + style.letter * (1.3F * lines + 1 + classes) < area.bottom();
    if (!context.picture && has_room) note += click;
    add(note, Ink::soft_text, false);
    draw_map_legend(scene, {area.x, y + style.letter * 0.5F, area.width, 0}, map, style);
}

void draw_measures(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    ImGui::SetNextItemWidth(ui.em * 10.5F);
    const bool open = ImGui::BeginCombo("###map.measure", context.word(word_of(context.view().measure)));
    note_item(ui, "map.measure");
    if (!open) return;
    for (int i = 0; i < map_measure_count; ++i) {
        const auto measure = static_cast<MapMeasure>(i);
        const std::string key = "map.measure." + std::to_string(i);
        const std::string words = std::string(context.word(word_of(measure))) + "###" + key;
        if (ImGui::Selectable(words.c_str(), measure == context.view().measure)) sink.send(SetMapMeasure{measure});
        note_item(ui, key);
        if (measure == MapMeasure::in_use) draw_supply_hint(context, sink);
    }
    ImGui::EndCombo();
}

void draw_modes(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    draw_measures(context, sink);
    const bool has_room = ImGui::GetContentRegionAvail().x > context.ui.em * 52;  // else it is chosen on another page
    if (has_room && context.view().measure == MapMeasure::in_use) draw_reading_choice(context, sink);
    const std::string difference =
        filled(context.word(Word::map_difference), letter_of(std::max<std::size_t>(1, context.view().slot)));
    const std::pair<MapMode, const char*> modes[] = {{MapMode::social, context.word(Word::map_social)},
                                                     {MapMode::physical, context.word(Word::map_physical)},
                                                     {MapMode::gap, context.word(Word::map_gap)},
                                                     {MapMode::difference, difference.c_str()}};
    for (const auto& [mode, words] : modes) {
        if (mode == MapMode::difference && context.session().slots.size() < 2) continue;
        flow(words, ui.step(2));
        if (button(ui, "map." + std::to_string(static_cast<int>(mode)), words, context.view().map == mode))
            sink.send(SetMapMode{mode});
    }
    if (context.session().sample > 0) {
        flow(context.word(Word::municipal_all), ui.em);
        if (button(ui, "map.all", context.word(Word::municipal_all))) sink.send(Action::size);
    }
}

}  // namespace

double map_value(const ViewContext& context, std::size_t municipality) {
    const std::size_t last = context.summary->scenarios.size() - 1;
    const std::size_t slot = std::min(context.view().slot, last);
    const auto value = [&](std::size_t of, Domain domain) { return mean_of(context, of, municipality, domain); };
    switch (context.view().map) {
        case MapMode::social: return value(slot, Domain::social);
        case MapMode::physical: return value(slot, Domain::physical);
        case MapMode::gap: return value(slot, Domain::physical) - value(slot, Domain::social);
        case MapMode::difference: break;
    }
    const std::size_t other = std::min(std::max<std::size_t>(1, slot), last);
    const auto both = [&](std::size_t of) { return value(of, Domain::social) + value(of, Domain::physical); };
    return both(other) - both(0);
}

void draw_map_view(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    if (!context.picture) draw_modes(context, sink);
    if (context.summary == nullptr || !context.summary->country || context.borders.regions.empty()) {
        paragraph(ui, waiting_words(context), nullptr, Ink::soft_text);
        return;
    }
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ChartStyle style = chart_style(ui);
    const float side = ui.em * 14;
    const MapChart map = map_of(context);
    Scene scene;
    const MapPlace place = draw_map(scene, {from.x + side, from.y, room.x - side, room.y}, map, style);
    if (const BorderRegion* chosen = context.borders.find(context.view().municipality))
        draw_map_ring(scene, *chosen, place, style);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Point under = {(mouse.x - place.origin.x) / place.scale, (mouse.y - place.origin.y) / place.scale};
    const bool clicked = ImGui::InvisibleButton("###map", {std::max(1.F, room.x), std::max(1.F, room.y)});
    note_item(ui, "map");
    const BorderRegion* hovered = ImGui::IsItemHovered() ? context.borders.at(under) : nullptr;
    if (hovered != nullptr) draw_map_ring(scene, *hovered, place, style);
    add_side(scene, context, map, {from.x, from.y, side, room.y}, style);
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    if (hovered == nullptr) return;
    draw_hover(context, *hovered);
    if (!clicked) return;
    sink.send(OpenTown{hovered->gm_code});
}

}  // namespace algemeente::viewer
