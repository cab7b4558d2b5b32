// A municipality among those of its size: over all runs, with the numbers of the map.
#include "text/calendar.h"
#include "viewer/views/chart_pointer.h"
#include "viewer/views/differs_view.h"
#include "viewer/views/municipality_parts.h"
#include "viewer/views/shown.h"

#include <algorithm>
#include <optional>

namespace algemeente::viewer {

namespace {

std::string words_of(const ViewContext& context, const Rank& rank) {
    const Language language = context.language();
    const auto number = [&](int count) { return count_words(static_cast<std::size_t>(count), language); };
    constexpr Word means[] = {Word::standing_mean, Word::standing_mean_used, Word::standing_mean_registered};
    const Word mean = means[static_cast<std::size_t>(context.view().reading)];
    std::string words = filled(context.word(mean), number_words(rank.mean, language));
    const std::string range = range_words(rank.band, language, {});
    if (!range.empty()) words += " (" + range_name(rank.band.count, language) + ": " + range + ")";
    words += ". ";
    if (rank.others == 0) return words + context.word(Word::standing_alone);
    words += filled(context.word(Word::standing_rank), number(rank.more_than), number(rank.fewer_than),
                    number(rank.others - rank.more_than - rank.fewer_than), number(rank.others));
    return words + " " +
           filled(context.word(Word::standing_runs),
                  count_words(rank.against_others, context.over, language, Between::things));
}

/// As on the page that compares: A is a thin grey line behind the scenario that is looked at.
bool shows_a(const ViewContext& context, std::size_t slot) {
    return slot > 0 && !is_hidden(context, 0) && !context.derived.standing_before.value().runs[0].empty();
}

/// What changes in this municipality, in both domains.
struct EffectThere {
    std::size_t slot = 0;  ///< of the scenario whose effect it is
    Difference social, physical;
};

/// None where there is nothing to compare, or where it is covered.
std::optional<EffectThere> effect_there(const ViewContext& context, std::size_t position) {
    const auto slot = slot_of_effect(context);
    if (!slot || covered(context, *slot) || is_hidden(context, *slot) || page_is_old(context) || context.same[*slot])
        return std::nullopt;
    const auto effect = [&](Domain domain) {
        return effect_in(context.summary->scenarios[*slot], context.summary->scenarios.front(),
                         context.summary->country->size(), position, context.view().cursor, domain,
                         context.view().reading);
    };
    return EffectThere{*slot, effect(Domain::social), effect(Domain::physical)};
}

/// Who the dotted line is, as long as there is room for.
std::string others_words(const ViewContext& context, const Standing& standing, float width) {
    const auto words = [&](Word key) {
        return filled(context.word(key), std::to_string(standing.others), context.word(size_word(standing.size_class)));
    };
    std::string all = words(Word::standing_others);
    return rough_width(all, chart_style(context.ui).letter) < width ? all : words(Word::standing_others_short);
}

FanChart chart_of(const ViewContext& context, const Standing& standing, std::size_t slot, Domain domain, float width) {
    const auto d = static_cast<std::size_t>(index_of(domain));
    FanChart chart;
    chart.heading.words = context.word(domain == Domain::social ? Word::social_domain : Word::physical_domain) +
                          reading_mark(context, context.view().reading);
    chart.heading.ink = domain_ink(domain);
    if (standing.others > 0) chart.caption = others_words(context, standing, width);
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

/// A chart or another picture with words below it, as wide as it.
struct Part {
    std::string key;
    std::string words;
    float width = 0;

    std::string lines(const Ui& ui) const {
        ImGui::PushFont(ui.fonts.small);
        std::string broken = in_lines(words, width);
        ImGui::PopFont();
        return broken;
    }
    float words_height(const Ui& ui) const {
        ImGui::PushFont(ui.fonts.small);
        const float height = ImGui::CalcTextSize(lines(ui).c_str()).y + ui.em * 0.4F;
        ImGui::PopFont();
        return height;
    }
    /// Nothing is said of numbers that are another scenario's; its room stays.
    void draw_words(const ViewContext& context, ImVec2 at) const {
        if (page_is_old(context)) return;
        ImGui::SetCursorScreenPos(at);
        ImGui::PushFont(context.ui.fonts.small);
        ImGui::TextUnformatted(lines(context.ui).c_str());
        ImGui::PopFont();
        note_item(context.ui, key);
    }
};

Part part_of(const ViewContext& context, std::size_t position, Domain domain, float width) {
    const std::size_t slot = std::min(context.view().slot, context.summary->scenarios.size() - 1);
    const Rank rank = rank_of(context.summary->scenarios[slot], *context.summary->country, position,
                              context.view().cursor, domain, context.view().reading);
    return {"standing.words." + std::string(domain_word(domain)), words_of(context, rank), width};
}

Part why_part(const ViewContext& context, float width) {
    const TownWhy& why = context.derived.town_why.value();
    std::string words = stops_here(why.brakes, why.ends, why.year, why.runs, context.language(), context.over);
    if (context.session().slots.size() > 1)
        words = filled(context.word(Word::s_in_scenario), letter_of(why.slot), lower_first(words));
    return {"standing.stops", std::move(words), width};
}

void draw_domain(const ViewContext& context, CommandSink& sink, Domain domain, const Part& part, ImVec2 at,
                 float height) {
    const std::size_t slot = std::min(context.view().slot, context.summary->scenarios.size() - 1);
    FanChart chart = chart_of(context, context.derived.standing.value(), slot, domain, part.width);
    chart.y = values_of(context, context.derived.standing.value(), shows_a(context, slot));
    ImGui::SetCursorScreenPos(at);
    draw_chart(context, sink, std::move(chart), domain, {part.width, height});
    part.draw_words(context, {at.x, at.y + height});
}

/// The ten factors of its projects in A and in the scenario, and what stops projects here.
void draw_why_here(const ViewContext& context, const Part& part, ImVec2 at, float height) {
    if (page_is_old(context)) return;
    Scene scene;
    draw_dumbbell(scene, {at.x, at.y, part.width, height},
                  chart_of(context.derived.town_why.value(), context.language()), chart_style(context.ui));
    draw_scene(*ImGui::GetWindowDrawList(), scene, context.ui);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({part.width, height});
    note_item(context.ui, "standing.why.chart");
    part.draw_words(context, {at.x, at.y + height});
}

/// What B changes here, why, and in what it differs from A. Empty where there is nothing to compare.
struct Answer {
    std::string effect, why;

    float height(const ViewContext& context, float width) const {
        const Ui& ui = context.ui;
        const auto of = [&](const std::string& words, ImFont* font) {
            if (words.empty()) return 0.F;
            ImGui::PushFont(font);
            const float high = ImGui::CalcTextSize(in_lines(words, width).c_str()).y + ImGui::GetStyle().ItemSpacing.y;
            ImGui::PopFont();
            return high;
        };
        return of(effect, ui.fonts.small_bold) + of(why, ui.fonts.small) + height_of_differs(context, width);
    }
    void draw(const ViewContext& context, CommandSink& sink) const {
        const Ui& ui = context.ui;
        if (!effect.empty()) {
            paragraph(ui, effect, ui.fonts.small_bold);
            note_item(ui, "standing.effect");
        }
        if (!why.empty()) {
            paragraph(ui, why, ui.fonts.small);
            note_item(ui, "standing.why");
        }
        draw_differs(context, sink);
    }
};

/// No factor of a project tells of services and laws: how much of what is used here comes from them. Empty without.
std::string not_chosen_words(const ViewContext& context, std::size_t position, std::size_t slot) {
    const auto& scenarios = context.summary->scenarios;
    const auto supplied = [&](std::size_t of) { return scenarios[of].scenario->supply; };
    if (!supplied(0) && !supplied(slot)) return {};
    const auto mean = [&](std::size_t of) {
        const double there =
            not_chosen_in(scenarios[of], context.summary->country->size(), position, context.view().cursor);
        return number_words(there, context.language());
    };
    const std::string in_a = filled(context.word(Word::standing_from_others_base), mean(0));
    return " " + filled(context.word(Word::standing_from_others), (*context.summary->country)[position].name,
                        letter_of(slot), mean(slot), in_a);
}

Answer answer_of(const ViewContext& context, std::size_t position) {
    const auto effect = effect_there(context, position);
    if (!effect) return {};
    const std::string& name = (*context.summary->country)[position].name;
    constexpr Word effects[] = {Word::s_effect_here, Word::s_effect_used_here, Word::s_effect_registered_here};
    const Word words = effects[static_cast<std::size_t>(context.view().reading)];
    Answer answer{.effect = effect_here(name, letter_of(effect->slot), effect->social, effect->physical,
                                        context.view().cursor, context.language(), context.over, words),
                  .why = {}};
    const TownWhy& why = context.derived.town_why.value();
    if (why.slot == 0) return answer;
    // a factor that falls where use rises, or the other way round, is no reason for it
    const Difference& there = why.most.domain == Domain::social ? effect->social : effect->physical;
    const bool same_way = there.band.mean * why.most.shift.band.mean > 0;
    const bool counts_projects = context.view().reading == Reading::chosen;
    const bool changes = counts_projects && same_way && !leaves_as_it_is(effect->social, effect->physical);
    answer.why = why_here(name, why.most, why.year, context.language(), changes, context.over) +
                 not_chosen_words(context, position, effect->slot);
    return answer;
}

/// How the page is laid out, in the room that is left for it.
struct Columns {
    ImVec2 room;
    float gap = 0;
    float least_why = 0;  ///< height of ten factors that can be read

    float third() const { return (room.x - gap * 2) * 0.31F; }  // names of factors take room
    float why_width() const { return std::max(least_why * 1.1F, (room.x - gap) * 0.4F); }
};

/// Beside each other: what happens in each domain, and why.
bool has_three(const ViewContext& context, const Columns& columns, float answer) {
    const Part why = why_part(context, columns.room.x - (columns.third() + columns.gap) * 2);
    const float high = columns.room.y - answer - why.words_height(context.ui) - context.ui.em * 0.5F;
    return columns.third() >= context.ui.em * 15 && high >= columns.least_why;
}

/// Both domains, in so much width and down to the end of the window or of its child.
void draw_domains(const ViewContext& context, CommandSink& sink, std::size_t position, float width, float least,
                  float words) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float gap = context.ui.em;
    std::vector<Part> domains;
    for (const Domain domain : {Domain::social, Domain::physical}) {
        domains.push_back(part_of(context, position, domain, width));
        words = std::max(words, domains.back().words_height(context.ui));
    }
    const float height = std::max(least, ImGui::GetContentRegionAvail().y - words - context.ui.em * 0.5F);
    draw_domain(context, sink, Domain::social, domains[0], from, height);
    draw_domain(context, sink, Domain::physical, domains[1], {from.x + width + gap, from.y}, height);
    ImGui::SetCursorScreenPos({from.x, from.y + height + words});
}

void draw_three(const ViewContext& context, CommandSink& sink, std::size_t position, const Columns& columns) {
    ImGui::BeginChild("columns");
    const float width = columns.third();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float high = ImGui::GetContentRegionAvail().y;
    const Part why = why_part(context, columns.room.x - (width + columns.gap) * 2);
    float words = why.words_height(context.ui);
    for (const Domain domain : {Domain::social, Domain::physical})
        words = std::max(words, part_of(context, position, domain, width).words_height(context.ui));
    draw_domains(context, sink, position, width, columns.least_why, words);
    const float height = std::max(columns.least_why, high - words - context.ui.em * 0.5F);
    draw_why_here(context, why, {from.x + (width + columns.gap) * 2, from.y}, height);
    ImGui::EndChild();
}

/// A low or narrow window: at the left what happens in words and pictures, at the right, as high as the page, why. They
/// scroll together, as one page.
void draw_two(const ViewContext& context, CommandSink& sink, std::size_t position, const Columns& columns,
              const Answer& answer) {
    const Ui& ui = context.ui;
    const float bar = ImGui::GetStyle().ScrollbarSize;
    const float right = columns.why_width() - bar;
    const float left = columns.room.x - right - columns.gap - bar;
    if (!begin_columns("columns", {left, columns.gap, right}, columns.room.y)) return;
    ImGui::TableNextColumn();
    answer.draw(context, sink);
    draw_domains(context, sink, position, (left - ui.em) / 2, ui.em * 8, 0);
    ImGui::Dummy({1, ui.step(2)});  // the last line is never cut: with it the page scrolls
    ImGui::TableSetColumnIndex(2);
    const Part why = why_part(context, right);
    const float room = ImGui::GetContentRegionAvail().y - ui.em * 0.5F;
    const float height = std::max(columns.least_why, room - why.words_height(ui));
    draw_why_here(context, why, ImGui::GetCursorScreenPos(), height);
    end_columns();
}

/// So few letters that nothing has room beside anything: why is first, and the rest below it.
void draw_one(const ViewContext& context, CommandSink& sink, std::size_t position, const Columns& columns) {
    const Ui& ui = context.ui;
    ImGui::BeginChild("columns");
    const float width = columns.room.x - ImGui::GetStyle().ScrollbarSize;
    const Part why = why_part(context, width);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    draw_why_here(context, why, from, columns.least_why);
    ImGui::SetCursorScreenPos({from.x, from.y + columns.least_why + why.words_height(ui) + ui.em * 0.5F});
    draw_domains(context, sink, position, (width - ui.em) / 2, ui.em * 9, 0);
    ImGui::Dummy({1, ui.step(4)});
    ImGui::EndChild();
}

}  // namespace

void draw_standing(const ViewContext& context, CommandSink& sink, std::size_t position) {
    const Ui& ui = context.ui;
    const std::size_t slot = std::min(context.view().slot, context.summary->scenarios.size() - 1);
    const Language language = context.language();
    const std::string note =
        filled(context.word(Word::standing_note), count_words(context.summary->scenarios[slot].runs.size(), language),
               when_words(context.view().cursor, language));
    draw_scenario(context);
    if (!context.picture) draw_reading_choice(context, sink);
    ImGui::PushFont(ui.fonts.small);
    flow(ImGui::CalcTextSize(note.c_str()).x, ui.step(5));
    ImGui::PopFont();
    paragraph(ui, note, ui.fonts.small, Ink::soft_text);
    const Answer answer = answer_of(context, position);
    const Columns columns{ImGui::GetContentRegionAvail(), ui.em, chart_style(ui).letter * 16};
    if (has_three(context, columns, answer.height(context, columns.room.x))) {
        answer.draw(context, sink);
        draw_three(context, sink, position, columns);
    } else if (columns.room.x - columns.why_width() >= ui.em * 20) {
        draw_two(context, sink, position, columns, answer);
    } else {
        answer.draw(context, sink);
        draw_one(context, sink, position, columns);
    }
}

}  // namespace algemeente::viewer
