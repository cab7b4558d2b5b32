// How near the line that the room drew is to what came out: a card for each domain.
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

/// "Social domain · algorithms in use": whose line it is.
std::string subject_words(const ViewContext& context, std::size_t domain) {
    const std::string outcome = name_of(domain_outcomes()[context.outcome()].name, context.language());
    return std::string(context.word(domain == 0 ? Word::social_domain : Word::physical_domain)) + " \u00B7 " +
           lower_first(outcome);
}

std::string inside_words(const ViewContext& context, const PredictionScore& score) {
    const Language language = context.language();
    const std::string inside = std::to_string(score.years_inside);
    const std::string years = std::to_string(score.years);
    if (!shown_ends(score.band)) return filled(context.word(Word::score_inside_runs), inside, years);
    return filled(context.word(Word::score_inside), inside, years, range_name(score.band.count, language));
}

PredictionScore score_in(const ViewContext& context, std::size_t domain) {
    return score_of(lines_of_the_room(context)[domain],
                    context.derived.fans.domains[shown_prediction(context).slot][domain]);
}

/// In one paragraph what a low window has no room for above each other: whether the line lies in the band, how far it
/// is from the median, and the effect of the domain.
std::string short_words(const ViewContext& context, std::size_t domain) {
    const PredictionScore score = score_in(context, domain);
    const std::string letter = letter_of(shown_prediction(context).slot);
    std::string effect;
    if (const auto headline = shown_headline(context))
        effect = " " + (domain == 0 ? headline->social : headline->physical) + ".";
    if (score.years == 0) return context.word(Word::score_nothing) + effect;
    const std::string distance = distance_words(context, score.distance);
    if (score.years == 1) return filled(context.word(Word::score_distance), distance, letter) + effect;
    const std::string inside = std::to_string(score.years_inside);
    const std::string years = std::to_string(score.years);
    if (!shown_ends(score.band))
        return filled(context.word(Word::score_short_runs), inside, years, distance, letter) + effect;
    const std::string band = range_name(score.band.count, context.language());
    return filled(context.word(Word::score_short), inside, years, band, distance, letter) + effect;
}

std::vector<std::string> card_words(const ViewContext& context, std::size_t domain) {
    const Language language = context.language();
    const PredictionScore score = score_in(context, domain);
    if (score.years == 0) return {context.word(Word::score_nothing)};
    const NumberForm form = form_of(domain_outcomes()[context.outcome()]);
    const auto number = [&](double value) { return number_words(value, language, form); };
    std::string moments;
    for (const PredictionScore::Moment& one : score.moments)
        moments +=
            (moments.empty() ? "" : "; ") + filled(context.word(Word::score_at), month_words(one.month, language),
                                                   number(one.drawn), number(one.median));
    const std::string distance = filled(context.word(Word::score_distance), distance_words(context, score.distance),
                                        letter_of(shown_prediction(context).slot));
    if (score.years == 1) return {distance, moments + "."};  // in the band or not: one year says too little
    return {inside_words(context, score), distance, moments + "."};
}

/// How many lines of words a low window has room for above its charts; the pointer shows the rest.
int lines_with_room(float room, float line, const Ui& ui) {
    constexpr int least = 2;          // a card of less would say nothing
    const float charts = ui.em * 17;  // so high that they can be read, with what stands below them
    return std::max(least, static_cast<int>((room - charts) / line));
}

}  // namespace

/// Of the whole page, so that the answer is the same before and after its headline.
bool is_low_page(const ViewContext& context) {
    constexpr float ems = 33;
    return ImGui::GetWindowHeight() < context.ui.em * ems;
}

void draw_score_cards(const ViewContext& context) {
    const Prediction& prediction = context.view().prediction;
    if (!prediction.active || !prediction.revealed) return;
    const std::size_t predicted = shown_prediction(context).slot;
    if (predicted >= context.derived.fans.domains.size() || is_old(context, predicted)) return;
    const RoomLines& lines = lines_of_the_room(context);
    const bool drew = !lines[0].empty() || !lines[1].empty();
    if (!drew && shows_phones(context)) return;  // the room drew on its phones
    const Ui& ui = context.ui;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float gap = ui.em * 0.8F;
    const bool low = is_low_page(context);
    // neither high nor wide: the charts below say which domain, the list above which outcome
    const bool tight = low && ImGui::GetWindowWidth() < ui.em * 38;
    const float width = (ImGui::GetContentRegionAvail().x - gap) / 2;
    float lowest = from.y;
    const int most = lines_with_room(ImGui::GetContentRegionAvail().y - (tight ? 0 : ui.em),
                                     ui.fonts.small->FontSize + ui.em * 0.05F, ui);
    for (std::size_t d = 0; d < domain_count; ++d) {
        const float x = from.x + static_cast<float>(d) * (width + gap);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.ChannelsSplit(2);
        list.ChannelsSetCurrent(1);
        ImGui::SetCursorScreenPos({x + ui.em * 0.7F, from.y + ui.em * 0.3F});
        ImGui::BeginGroup();
        ImGui::PushFont(ui.fonts.small);
        std::vector<std::string> all = card_words(context, d);
        all.insert(all.begin(), subject_words(context, d));
        std::string tip;
        for (const std::string& line : all) tip += (tip.empty() ? "" : "\n") + line;
        // a low window keeps its charts: the pointer shows the rest
        const float spacing = ui.em * (low ? 0.05F : 0.38F);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.em * 0.45F, spacing});
        const std::vector<std::string> shown = tight ? std::vector{short_words(context, d)}
                                               : low ? std::vector{all.front(), short_words(context, d)}
                                                     : all;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            ImGui::PushFont(i == 0 ? ui.fonts.small_bold : ui.fonts.small);
            const float room = x + width - ui.em * 0.4F - ImGui::GetCursorScreenPos().x;
            const std::string wrapped = in_lines(shown[i], room);
            const bool last = i + 1 == shown.size();
            ImGui::TextUnformatted((low && last ? first_lines(wrapped, most) : wrapped).c_str());
            ImGui::PopFont();
        }
        ImGui::PopStyleVar();
        ImGui::PopFont();
        ImGui::EndGroup();
        note_item(ui, d == 0 ? "score.social" : "score.physical");
        if (low) tip_on_hover(ui, tip);
        const float bottom = ImGui::GetItemRectMax().y + ui.em * 0.3F;
        list.ChannelsSetCurrent(0);
        list.AddRectFilled({x, from.y}, {x + width, bottom}, ui.colour(Ink::panel), ui.em * 0.25F);
        list.AddRectFilled({x, from.y}, {x + ui.em * 0.3F, bottom}, ui.colour(domain_ink(static_cast<Domain>(d))));
        list.ChannelsMerge();
        lowest = std::max(lowest, bottom);
    }
    ImGui::SetCursorScreenPos({from.x, lowest + ui.em * 0.4F});
}

}  // namespace algemeente::viewer
