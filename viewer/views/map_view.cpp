#include "text/calendar.h"
#include "viewer/views/view.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

/// Mean over the replicates that keep municipalities: algorithms in use at the end of the cursor's year.
double mean_in_use(const ViewContext& context, std::size_t slot, std::size_t municipality, Domain domain) {
    const std::size_t size = context.summary->country->size();
    const auto year = static_cast<std::size_t>(std::max(0, (context.view().cursor + 1) / months_per_year - 1));
    const std::size_t at = (year * size + municipality) * domain_count + static_cast<std::size_t>(index_of(domain));
    double sum = 0;
    int count = 0;
    for (const auto& run : context.summary->scenarios[slot].runs) {
        if (at >= run->municipal.size()) continue;
        sum += run->municipal[at].in_use;
        ++count;
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

/// Upper ends of the first four of five classes, at quantiles so that no class is empty.
std::array<double, 4> classes_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    std::sort(values.begin(), values.end());
    std::array<double, 4> ends{};
    for (std::size_t i = 0; i < 4; ++i) {
        const double value = values.empty() ? 0 : values[std::min(values.size() - 1, values.size() * (i + 1) / 5)];
        ends[i] = std::round(value * 10) / 10;
    }
    for (std::size_t i = 1; i < 4; ++i)
        if (ends[i] <= ends[i - 1]) ends[i] = ends[i - 1] + 0.5;
    return ends;
}

std::array<double, 4> classes_of_difference(const std::vector<double>& values) {
    double most = 0.5;
    for (const double value : values)
        if (!std::isnan(value)) most = std::max(most, std::abs(value));
    const double step = nice_step(most * 2 / 5, 1);
    return {-1.5 * step, -0.5 * step, 0.5 * step, 1.5 * step};
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

int class_of(double value, const std::array<double, 4>& ends) {
    return static_cast<int>(std::upper_bound(ends.begin(), ends.end(), value) - ends.begin());
}

struct MapPlace {
    Point origin;
    float scale = 1;
};

MapPlace place_of(const Borders& borders, Rect area) {
    const float scale = std::min(area.width / borders.width, area.height / borders.height);
    return {{area.x + (area.width - borders.width * scale) / 2, area.y}, scale};
}

void add_outline(Scene& scene, const BorderRegion& region, const MapPlace& place, Ink ink, float width) {
    for (const auto& ring : region.rings) {
        Polyline line{.ink = ink, .width = width};
        for (const Point& p : ring)
            line.points.push_back({place.origin.x + p.x * place.scale, place.origin.y + p.y * place.scale});
        line.points.push_back(line.points.front());
        scene.add(std::move(line));
    }
}

struct MapValues {
    std::vector<double> values;  ///< per municipality of the country
    std::array<double, 4> ends{};
};

MapValues values_of(const ViewContext& context) {
    MapValues map;
    for (std::size_t i = 0; i < context.summary->country->size(); ++i) map.values.push_back(map_value(context, i));
    const MapMode mode = context.view().map;
    map.ends = mode == MapMode::gap || mode == MapMode::difference ? classes_of_difference(map.values)
                                                                   : classes_of(map.values);
    return map;
}

void add_regions(Scene& scene, const ViewContext& context, const MapValues& map, const MapPlace& place) {
    const Country& country = *context.summary->country;
    for (const BorderRegion& region : context.borders.regions) {
        const auto found = std::lower_bound(country.begin(), country.end(), region.gm_code,
                                            [](const auto& facts, const auto& code) { return facts.gm_code < code; });
        const bool known = found != country.end() && found->gm_code == region.gm_code;
        const double value = known ? map.values[static_cast<std::size_t>(found - country.begin())]
                                   : std::numeric_limits<double>::quiet_NaN();
        const Ink ink =
            std::isnan(value) ? Ink::no_data : nth(first_ink(context.view().map), class_of(value, map.ends));
        scene.add(Triangles{.points = region.triangles, .origin = place.origin, .scale = place.scale, .ink = ink});
    }
    for (const BorderRegion& region : context.borders.regions) add_outline(scene, region, place, Ink::border, 1);
}

void add_legend(Scene& scene, const ViewContext& context, const MapValues& map, Rect area, const ChartStyle& style) {
    float y = area.y;
    const auto line = [&](Ink ink, const std::string& words) {
        scene.add(Box{.area = {area.x, y, style.letter * 1.4F, style.letter}, .ink = ink, .rounding = 2});
        scene.add(
            Text{.at = {area.x + style.letter * 1.9F, y - style.letter * 0.05F}, .words = words, .size = style.letter});
        y += style.letter * 1.5F;
    };
    const bool sign = context.view().map == MapMode::gap || context.view().map == MapMode::difference;
    for (int i = 0; i < 5; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto words = [&](std::size_t end) {
            return number_words(map.ends[end], context.language(), {.sign = sign});
        };
        const std::string range = i == 0   ? "< " + words(0)
                                  : i == 4 ? "\u2265 " + words(3)
                                           : words(at - 1) + " \u2013 " + words(at);
        line(nth(first_ink(context.view().map), i), range);
    }
    line(Ink::no_data, context.word(Word::map_not_simulated));
}

void draw_hover(const ViewContext& context, const BorderRegion& region) {
    const Country& country = *context.summary->country;
    const auto found = std::find_if(country.begin(), country.end(),
                                    [&](const auto& facts) { return facts.gm_code == region.gm_code; });
    ImGui::BeginTooltip();
    heading(context.ui, region.name.c_str());
    if (found == country.end()) {
        ImGui::TextUnformatted(context.word(Word::map_not_simulated));
    } else {
        const auto at = static_cast<std::size_t>(found - country.begin());
        for (const Domain domain : {Domain::social, Domain::physical})
            for (std::size_t slot = 0; slot < context.summary->scenarios.size(); ++slot)
                ImGui::TextColored(context.ui.colour4(domain_ink(domain)), "%s %s: %s", letter_of(slot).c_str(),
                                   context.word(domain == Domain::social ? Word::social : Word::physical),
                                   number_words(mean_in_use(context, slot, at, domain), context.language()).c_str());
    }
    ImGui::EndTooltip();
}

void draw_modes(const ViewContext& context, CommandSink& sink) {
    const Ui& ui = context.ui;
    const std::string difference =
        filled(context.word(Word::map_difference), letter_of(std::max<std::size_t>(1, context.view().slot)));
    const std::pair<MapMode, const char*> modes[] = {{MapMode::social, context.word(Word::map_social)},
                                                     {MapMode::physical, context.word(Word::map_physical)},
                                                     {MapMode::gap, context.word(Word::map_gap)},
                                                     {MapMode::difference, difference.c_str()}};
    for (const auto& [mode, words] : modes) {
        if (mode == MapMode::difference && context.session().slots.size() < 2) continue;
        if (button(ui, "map." + std::to_string(static_cast<int>(mode)), words, context.view().map == mode))
            sink.send(SetMapMode{mode});
        ImGui::SameLine(0, ui.em * 0.3F);
    }
    if (context.session().sample > 0) {
        ImGui::SameLine(0, ui.em);
        if (button(ui, "map.all", context.word(Word::municipal_all))) sink.send(Action::size);
    }
    std::string typed = context.view().municipality_search;
    ImGui::SameLine(0, ui.em);
    if (text_field(ui, "map.search", context.word(Word::search_municipality), typed, ui.em * 14))
        sink.send(SetMunicipalitySearch{typed});
    if (typed.empty()) return;
    int shown = 0;
    for (const BorderRegion& region : context.borders.regions) {
        if (fuzzy_score(typed, region.name) < static_cast<int>(typed.size()) * 4 || shown == 4) continue;
        ImGui::SameLine(0, ui.em * 0.3F);
        if (button(ui, "map.found." + region.gm_code, region.name.c_str())) {
            sink.send(SelectMunicipality{region.gm_code});
            sink.send(SetMunicipalitySearch{});
            sink.send(SetTab{Tab::municipality});
        }
        ++shown;
    }
}

}  // namespace

double map_value(const ViewContext& context, std::size_t municipality) {
    const std::size_t last = context.summary->scenarios.size() - 1;
    const std::size_t slot = std::min(context.view().slot, last);
    const auto value = [&](std::size_t of, Domain domain) { return mean_in_use(context, of, municipality, domain); };
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
    draw_modes(context, sink);
    ImGui::NewLine();
    if (context.summary == nullptr || !context.summary->country || context.borders.regions.empty()) {
        paragraph(ui, context.word(Word::first_runs), nullptr, Ink::soft_text);
        return;
    }
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ChartStyle style = chart_style(ui);
    const float side = ui.em * 14;
    const MapValues map = values_of(context);
    const MapPlace place = place_of(context.borders, {from.x + side, from.y, room.x - side, room.y});
    Scene scene;
    add_regions(scene, context, map, place);
    if (const BorderRegion* chosen = context.borders.find(context.view().municipality))
        add_outline(scene, *chosen, place, Ink::text, style.line * 1.3F);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Point under = {(mouse.x - place.origin.x) / place.scale, (mouse.y - place.origin.y) / place.scale};
    ImGui::InvisibleButton("###map", {std::max(1.F, room.x), std::max(1.F, room.y)});
    note_item(ui, "map");
    const BorderRegion* hovered = ImGui::IsItemHovered() ? context.borders.at(under) : nullptr;
    if (hovered != nullptr) add_outline(scene, *hovered, place, Ink::text, style.line);
    scene.add(Text{.at = {from.x, from.y + ui.em * 0.3F},
                   .words = title_of(context.session().slots[context.view().slot].scenario, context.language()),
                   .size = ui.em,
                   .bold = true});
    float y = from.y + ui.em * 2;
    const int runs = std::min(16, context.summary->replicates);
    const int year = year_of(std::max(0, context.view().cursor - 11));
    const std::string note = std::string(context.word(Word::map_in_use)) + ". " +
                             filled(context.word(Word::map_note), std::to_string(runs), std::to_string(year)) + ". " +
                             context.word(Word::map_click) + ".";
    for (const std::string& line : wrapped(note, style.letter, side)) {
        scene.add(Text{.at = {from.x, y}, .words = line, .size = style.letter, .ink = Ink::soft_text});
        y += style.letter * 1.3F;
    }
    add_legend(scene, context, map, {from.x, y + ui.em, side, 0}, style);
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    if (hovered == nullptr) return;
    draw_hover(context, *hovered);
    if (!ImGui::IsItemClicked() && !ImGui::IsMouseReleased(0)) return;
    sink.send(SelectMunicipality{hovered->gm_code});
    sink.send(SetTab{Tab::municipality});
}

}  // namespace algemeente::viewer
