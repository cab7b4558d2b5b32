#include "text/calendar.h"
#include "viewer/views/municipality_parts.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

std::string use_case_words(std::uint8_t use_case, Language language) {
    return name_of(use_case_infos()[use_case].name, language);
}

/// "waits on data of another department since 2021-03".
std::string life_words(const ViewContext& context, std::size_t municipality, const ProjectMonth& project) {
    const Language language = context.language();
    const int month = context.view().cursor;
    std::string words = stage_name(project.stage, language);
    const int since = context.probe->in_stage_since(month, municipality, project);
    words = filled(context.word(Word::in_stage_since), words, date_of(since));
    if (!is_pipeline(project.stage)) return words;
    const std::string held = date_of(context.probe->held_since(month, municipality, project));
    if (project.waits_for_data)
        return words + "; " + filled(context.word(Word::waits_on), origin_name(project.waits_on, language), held);
    if (project.binding == Factor::none) return words;
    std::string factor = factor_name(project.binding, language);
    return words + "; " + filled(context.word(Word::held_back), factor, held);
}

void draw_rows(const ViewContext& context, const MunicipalityMonth& at, RowGroup group) {
    for (const MunicipalityRow& row : municipality_rows())
        if (row.group == group && row.in_overview) draw_row(context, row, at);
}

void draw_office(const ViewContext& context, const MunicipalityMonth& at, Domain domain) {
    const Ui& ui = context.ui;
    const auto& office = at.offices[static_cast<std::size_t>(index_of(domain))];
    const Ink ink = domain_ink(domain);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colour(ink));
    heading(ui, context.word(domain == Domain::social ? Word::social_domain : Word::physical_domain));
    ImGui::PopStyleColor();
    std::string words = name_of("in_use", context.language()) + ": " + std::to_string(office.in_use);
    if (!context.probe->catalogue.empty())
        words += "  \u00B7  " + name_of("in_use_all", context.language()) + ": " + std::to_string(office.in_use_all);
    words += "  \u00B7  " + name_of("pipeline", context.language()) + ": " + std::to_string(office.pipeline);
    paragraph(ui, words, ui.fonts.small);
    const std::string alderman = std::string(context.word(Word::alderman)) + ", " +
                                 filled(context.word(Word::in_office), std::to_string(office.months_in_office));
    paragraph(ui, alderman, ui.fonts.small, Ink::soft_text);
    draw_rows(context, at, domain == Domain::social ? RowGroup::social : RowGroup::physical);
}

void draw_peers(const ViewContext& context, CommandSink& sink, std::size_t municipality) {
    const Ui& ui = context.ui;
    paragraph(ui, context.word(Word::peers_of_label), ui.fonts.small, Ink::soft_text);
    ImGui::PushFont(ui.fonts.small);
    for (const std::uint16_t peer : context.probe->peers[municipality]) {
        const MunicipalityFacts& facts = (*context.probe->country)[peer];
        const float width = ImGui::CalcTextSize(facts.name.c_str()).x + ui.em * 1.2F;
        ImGui::SameLine(0, ui.step(2));
        if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
        if (button(ui, "peer." + facts.gm_code, facts.name.c_str())) sink.send(SelectMunicipality{facts.gm_code});
    }
    ImGui::PopFont();
}

void draw_projects(const ViewContext& context, std::size_t municipality) {
    const Ui& ui = context.ui;
    heading(ui, context.word(Word::projects));
    const auto projects = context.probe->projects_of(context.view().cursor, municipality);
    if (projects.empty()) paragraph(ui, context.word(Word::no_projects), ui.fonts.small, Ink::soft_text);
    int shown = 0;
    for (std::size_t i = projects.size(); i > 0 && shown < 60; --i, ++shown) {
        const ProjectMonth& project = projects[i - 1];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + 2}, {at.x + ui.em * 0.25F, at.y + ui.em * 2.1F},
                                                  ui.colour(domain_ink(project.domain)));
        ImGui::Indent(ui.em * 0.6F);
        paragraph(ui, use_case_words(project.use_case, context.language()), ui.fonts.small_bold);
        const UseCaseInfo& use = use_case_infos()[project.use_case];
        tip_on_hover(ui, in_language(context.language(), meaning_nl(use.name), use.meaning));
        paragraph(ui, life_words(context, municipality, project), ui.fonts.small, Ink::soft_text);
        ImGui::Unindent(ui.em * 0.6F);
    }
}

/// The latest events until the cursor, newest first.
void draw_history(const ViewContext& context, std::size_t municipality) {
    const Ui& ui = context.ui;
    heading(ui, context.word(Word::history_title));
    int shown = 0;
    for (auto event = context.probe->events.rbegin(); event != context.probe->events.rend() && shown < 40; ++event) {
        if (event->municipality != municipality || event->month > context.view().cursor) continue;
        if (event->kind == EventKind::idea) continue;
        std::string words = date_of(event->month) + "  " + event_name(event->kind, context.language());
        if (event->birth_month >= 0) words += " \u00B7 " + use_case_words(event->use_case, context.language());
        if (event->reason != Reason::none) words += " (" + reason_name(event->reason, context.language()) + ")";
        const bool about_project = event->birth_month >= 0;
        paragraph(ui, words, ui.fonts.small, about_project ? domain_ink(event->domain) : Ink::text);
        ++shown;
    }
}

/// Those that were set beside others, to go to with one click.
void draw_pinned(const ViewContext& context, CommandSink& sink) {
    if (context.picture) return;
    const Ui& ui = context.ui;
    ImGui::SameLine(0, ui.em);
    for (const std::string& code : context.view().pinned) {
        const BorderRegion* region = context.borders.find(code);
        if (region == nullptr) continue;
        const float width = ImGui::CalcTextSize(region->name.c_str()).x + ui.em * 1.2F;
        ImGui::SameLine(0, ui.step(2));
        if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
        if (button(ui, "municipality.choose." + code, region->name.c_str(), code == context.view().municipality))
            sink.send(SelectMunicipality{code});
    }
}

/// The sample does not have it: what is computed has become larger, and all pages with it. Empty for one of the sample.
std::string joined_words(const ViewContext& context, const std::string& code) {
    const auto& joined = context.view().joined;
    const std::size_t now = context.country->size();
    if (now == context.sample_size || std::find(joined.begin(), joined.end(), code) == joined.end()) return {};
    const Language language = context.language();
    return filled(context.word(Word::town_joined), count_words(context.sample_size, language),
                  count_words(now, language));
}

/// Who it is, and that it has joined; a low window keeps its charts, and has the second under the pointer.
void draw_facts(const ViewContext& context, const std::string& words, const std::string& code) {
    const Ui& ui = context.ui;
    const std::string joined = joined_words(context, code);
    const bool low = is_low_page(context);
    paragraph(ui, words, nullptr, Ink::soft_text);
    if (joined.empty()) return;
    if (low)
        tip_on_hover(ui, joined);
    else
        paragraph(ui, joined, ui.fonts.small, Ink::soft_text);
    note_item(ui, "municipality.joined");
}

/// What this page is not, on every part of it.
void draw_banner(const ViewContext& context, const std::string& name) {
    const Ui& ui = context.ui;
    const bool low = is_low_page(context);  // says the same in one line, and all of it under the pointer
    const std::string in_full = filled(context.word(Word::town_banner), name);
    const std::string words = low ? filled(context.word(Word::town_banner_short), name) : in_full;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushFont(ui.fonts.small);
    const std::string lines = in_lines(words, width - ui.em);
    const float height = ImGui::CalcTextSize(lines.c_str()).y + ui.em * 0.4F;
    ImGui::PopFont();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, ui.colour(Ink::panel), ui.em * 0.2F);
    list.AddRectFilled(at, {at.x + ui.em * 0.25F, at.y + height}, ui.colour(Ink::accent));
    ImGui::SetCursorScreenPos({at.x + ui.em * 0.6F, at.y + ui.em * 0.2F});
    ImGui::PushFont(ui.fonts.small);
    ImGui::TextUnformatted(lines.c_str());
    ImGui::PopFont();
    note_item(ui, "municipality.banner");
    if (low) tip_on_hover(ui, in_full);
    ImGui::SetCursorScreenPos({at.x, at.y + height + ui.em * 0.3F});
}

/// "Leiden, Ameland": those that are set beside each other.
std::string names_beside(const ViewContext& context) {
    std::vector<std::string> codes = context.view().pinned;
    const std::string& selected = context.view().municipality;
    if (std::find(codes.begin(), codes.end(), selected) == codes.end()) codes.push_back(selected);
    std::string names;
    for (const std::string& code : codes)
        if (const BorderRegion* region = context.borders.find(code))
            names += (names.empty() ? "" : ", ") + region->name;
    return names;
}

void draw_pin(const ViewContext& context, CommandSink& sink, const std::string& code) {
    const auto& pinned = context.view().pinned;
    const bool is_pinned = std::find(pinned.begin(), pinned.end(), code) != pinned.end();
    if (button(context.ui, "municipality.pin", context.word(is_pinned ? Word::unpin : Word::pin), is_pinned))
        sink.send(PinMunicipality{code});
    ImGui::SameLine(0, context.ui.em);
}

void draw_head(const ViewContext& context, CommandSink& sink, const MunicipalityFacts* facts) {
    const Ui& ui = context.ui;
    draw_sub_pages(context, sink, Page::municipality, SubPage::beside, context.view().pinned.size());
    draw_pinned(context, sink);
    if (context.view().sub_pages.of(Page::municipality) == SubPage::beside) {
        if (context.view().pinned.empty() && !context.picture) ImGui::NewLine();
        draw_scenario(context);
        draw_banner(context, names_beside(context));
        return;
    }
    if (facts == nullptr) return;
    ImGui::PushFont(ui.fonts.title);
    // a name is never cut
    if (ImGui::GetContentRegionAvail().x < ImGui::CalcTextSize(facts->name.c_str()).x + ui.em * 5) ImGui::NewLine();
    ImGui::TextUnformatted(facts->name.c_str());
    ImGui::PopFont();
    ImGui::SameLine(0, ui.em);
    if (!context.picture) draw_pin(context, sink, facts->gm_code);
    const bool one_run = context.view().sub_pages.of(Page::municipality) != SubPage::standing;
    const std::string words = number_words(facts->population, context.language()) + " " +
                              context.word(Word::inhabitants) + "  \u00B7  " + facts->region +
                              (one_run ? "  \u00B7  " + filled(context.word(Word::one_run),
                                                               month_words(context.view().cursor, context.language()))
                                       : "");
    if (ImGui::CalcTextSize(words.c_str()).x > ImGui::GetContentRegionAvail().x) {
        ImGui::NewLine();
    } else {
        ImGui::AlignTextToFramePadding();
    }
    draw_facts(context, words, facts->gm_code);
    if (one_run) draw_scenario(context);  // the other part has it beside its own words
    draw_banner(context, facts->name);
}

void draw_overview(const ViewContext& context, CommandSink& sink, std::size_t position) {
    const Ui& ui = context.ui;
    const int month = std::min(context.view().cursor, context.probe->months - 1);
    const MunicipalityMonth& at = context.probe->state(month, position);
    const float gap = ui.em;
    const float width = (ImGui::GetContentRegionAvail().x - gap * 2 - ImGui::GetStyle().ScrollbarSize) / 3;
    if (!begin_columns("columns", {width, gap, width, gap, width})) return;
    ImGui::TableNextColumn();
    draw_office(context, at, Domain::social);
    ImGui::Dummy({1, ui.step(3)});
    draw_office(context, at, Domain::physical);
    ImGui::Dummy({1, ui.step(3)});
    draw_rows(context, at, RowGroup::organisation);
    draw_rows(context, at, RowGroup::citizens);
    draw_peers(context, sink, position);
    ImGui::TableSetColumnIndex(2);
    draw_projects(context, position);
    draw_supplied(context, position);
    ImGui::TableSetColumnIndex(4);
    draw_history(context, position);
    end_columns();
}

void draw_not_simulated(const ViewContext& context, CommandSink& sink) {
    const std::string size = std::to_string(context.country->size());
    paragraph(context.ui, filled(context.word(Word::not_in_sample), size), nullptr, Ink::soft_text);
    if (button(context.ui, "municipality.all", context.word(Word::municipal_all))) sink.send(Action::size);
}

/// Over all runs; it does not wait for the one run in detail.
void draw_among_peers(const ViewContext& context, CommandSink& sink) {
    const Country* country = context.summary != nullptr ? context.summary->country.get() : nullptr;
    const auto position = country != nullptr ? position_in(*country, context.view().municipality) : std::nullopt;
    const bool ready = position && !context.derived.standing.value().runs[0].empty();
    draw_head(context, sink, position ? &(*country)[*position] : nullptr);
    if (ready) {
        draw_standing(context, sink, *position);
    } else if (country == nullptr || page_is_old(context) ||
               position_in(*context.country, context.view().municipality)) {
        paragraph(context.ui, context.word(Word::computing), nullptr, Ink::soft_text);
    } else {
        draw_not_simulated(context, sink);
    }
}

}  // namespace

std::optional<std::size_t> position_in(const Country& country, std::string_view code) {
    const auto found =
        std::find_if(country.begin(), country.end(), [&](const auto& facts) { return facts.gm_code == code; });
    if (found == country.end()) return std::nullopt;
    return static_cast<std::size_t>(found - country.begin());
}

void draw_municipality_view(const ViewContext& context, CommandSink& sink) {
    const SubPage shown = context.view().sub_pages.of(Page::municipality);
    if (shown == SubPage::standing && context.country != nullptr) {
        draw_among_peers(context, sink);
        return;
    }
    if (context.country == nullptr || context.probe == nullptr) {
        draw_head(context, sink, nullptr);
        paragraph(context.ui, context.word(Word::computing), nullptr, Ink::soft_text);
        return;
    }
    const Country& country = *context.probe->country;
    const auto position = position_in(country, context.view().municipality);
    draw_head(context, sink, position ? &country[*position] : nullptr);
    if (shown == SubPage::beside) {
        draw_beside(context, sink);
    } else if (!position && position_in(*context.country, context.view().municipality)) {
        paragraph(context.ui, context.word(Word::computing), nullptr, Ink::soft_text);
    } else if (!position) {
        draw_not_simulated(context, sink);
    } else if (shown == SubPage::people) {
        draw_people(context, sink, *position);
    } else {
        draw_overview(context, sink, *position);
    }
}

}  // namespace algemeente::viewer
