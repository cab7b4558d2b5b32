// People of one municipality: everybody as a distribution, one of them from 2015 on.
#include "viewer/views/municipality_parts.h"

#include <algorithm>
#include <numeric>

namespace algemeente::viewer {

namespace {

constexpr int bins = 25;

double mean_of(const std::vector<double>& values) {
    return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// A picture that can be clicked.
bool pressed(const Ui& ui, const std::string& key, Rect area) {
    ImGui::SetCursorScreenPos({area.x, area.y});
    const bool clicked = ImGui::InvisibleButton(("###" + key).c_str(), {area.width, area.height});
    note_item(ui, key);
    return clicked;
}

struct Scope {
    const ViewContext& context;
    CommandSink& sink;
    std::size_t municipality;
    Person person;
    int month;
};

void draw_citizens(const Scope& scope, Quality quality, const char* key, Word title, float height) {
    const ViewContext& context = scope.context;
    const People& people = context.probe->people;
    const std::vector<double> values = people.values(quality, scope.month, scope.municipality);
    Histogram histogram{.title = filled(context.word(title), std::to_string(values.size())),
                        .counts = histogram_of(values, bins),
                        .mean = mean_of(values)};
    if (!scope.person.employee) histogram.chosen = values[scope.person.number];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect area{at.x, at.y, std::max(1.F, ImGui::GetContentRegionAvail().x - context.ui.em * 0.5F), height};
    const ChartStyle style = chart_style(context.ui);
    Scene scene;
    draw_histogram(scene, area, histogram, style);
    draw_scene(*ImGui::GetWindowDrawList(), scene, context.ui);
    if (!pressed(context.ui, key, area)) return;
    const Rect bars = bars_of(area, style);
    const int bin = bin_of((ImGui::GetIO().MousePos.x - bars.x) / bars.width, bins);
    const int current = scope.person.employee ? -1 : static_cast<int>(scope.person.number);
    const int found = next_in_bin(values, bins, bin, current);
    if (found >= 0) scope.sink.send(SelectPerson{{false, static_cast<std::uint32_t>(found)}});
}

void draw_department(const Scope& scope, Domain domain, int department, Range range_shown, float height) {
    const ViewContext& context = scope.context;
    const People& people = context.probe->people;
    const PeopleRange range = people.department(scope.municipality, domain, department);
    const Word name = domain == Domain::social ? Word::social : Word::physical;
    DotStrip strip{
        .label = filled(context.word(Word::department_label), context.word(name), std::to_string(department + 1)),
        .values = {},
        .range = range_shown,
        .ink = domain_ink(domain)};
    for (std::uint32_t i = 0; i < range.count; ++i)
        strip.values.push_back(people.value(Quality::willingness, scope.month, scope.municipality, range.first + i));
    const std::uint32_t number = scope.person.number;
    if (scope.person.employee && number >= range.first && number < range.first + range.count)
        strip.chosen = static_cast<int>(number - range.first);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect area{at.x, at.y, std::max(1.F, ImGui::GetContentRegionAvail().x - context.ui.em * 0.5F), height};
    const ChartStyle style = chart_style(context.ui);
    Scene scene;
    draw_dots(scene, area, strip, style);
    draw_scene(*ImGui::GetWindowDrawList(), scene, context.ui);
    const std::string key = "people." + std::string(domain_word(domain)) + "." + std::to_string(department);
    if (!pressed(context.ui, key, area)) return;
    const int dot = dot_at(area, strip, style, ImGui::GetIO().MousePos.x);
    if (dot >= 0) scope.sink.send(SelectPerson{{true, range.first + static_cast<std::uint32_t>(dot)}});
}

void draw_everybody(const Scope& scope) {
    const Ui& ui = scope.context.ui;
    paragraph(ui, scope.context.word(Word::people_hint), ui.fonts.small, Ink::soft_text);
    const float room = ImGui::GetContentRegionAvail().y;
    const float height = std::max(ui.em * 5, room * 0.25F);
    draw_citizens(scope, Quality::trust, "people.trust", Word::citizens_trust, height);
    draw_citizens(scope, Quality::concern, "people.concern", Word::citizens_concern, height);
    const std::vector<double> all =
        scope.context.probe->people.values(Quality::willingness, scope.month, scope.municipality);
    // people of one department feel alike: the strip shows the part of the scale where they are, and says which
    const auto [low, high] = std::minmax_element(all.begin(), all.end());
    const Range range = nice_range({*low, std::max(*high, *low + 0.02)}, 5);
    paragraph(ui,
              filled(scope.context.word(Word::employees_willingness),
                     number_words(range.low, scope.context.language(), {.percent = true, .decimals = 0}),
                     number_words(range.high, scope.context.language(), {.percent = true, .decimals = 0})),
              ui.fonts.small);
    const float row = std::clamp(room * 0.05F, ui.em * 1.25F, ui.em * 2.2F);
    for (const Domain domain : {Domain::social, Domain::physical})
        for (int k = 0; k < departments_per_domain; ++k) draw_department(scope, domain, k, range, row);
}

std::string person_title(const Scope& scope) {
    const ViewContext& context = scope.context;
    const People& people = context.probe->people;
    const std::string number = std::to_string(scope.person.number + 1);
    if (!scope.person.employee)
        return filled(context.word(Word::person_citizen), number, std::to_string(people.citizens(scope.municipality)));
    const Domain domain = people.domain_of(scope.municipality, scope.person);
    const std::string department = filled(context.word(Word::department_label),
                                          context.word(domain == Domain::social ? Word::social : Word::physical),
                                          std::to_string(people.department_of(scope.municipality, scope.person) + 1));
    return filled(context.word(Word::person_employee), number, std::to_string(people.employees(scope.municipality)),
                  department);
}

void draw_peers(const Scope& scope) {
    const ViewContext& context = scope.context;
    const Ui& ui = context.ui;
    ImGui::PushFont(ui.fonts.small);
    ImGui::AlignTextToFramePadding();
    ImGui::TextColored(ui.colour4(Ink::soft_text), "%s", context.word(Word::person_peers));
    int place = 0;
    for (const std::uint32_t peer : context.probe->people.peers(scope.municipality, scope.person)) {
        const std::string words = filled(
            context.word(scope.person.employee ? Word::employee_short : Word::citizen_short), std::to_string(peer + 1));
        const float width = ImGui::CalcTextSize(words.c_str()).x + ui.em * 1.2F;
        ImGui::SameLine(0, ui.step(2));
        if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
        if (button(ui, "people.peer." + std::to_string(place++), words.c_str()))
            scope.sink.send(SelectPerson{{scope.person.employee, peer}});
    }
    ImGui::PopFont();
}

void draw_charts(const Scope& scope) {
    const ViewContext& context = scope.context;
    const Ui& ui = context.ui;
    if (!context.derived.life.is_for({context.probe, scope.municipality, scope.person})) return;
    const std::vector<LifeChart>& charts = context.derived.life.value();
    const Word of_citizen[] = {Word::trust_label, Word::concern_label};
    const Word of_employee[] = {Word::willingness_label, Word::usefulness_label, Word::skill_label};
    const Ink ink = scope.person.employee
                        ? domain_ink(context.probe->people.domain_of(scope.municipality, scope.person))
                        : Ink::text;
    const float each =
        std::clamp(ImGui::GetContentRegionAvail().y / static_cast<float>(charts.size()) - 2, ui.em * 5.5F, ui.em * 14);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = std::max(1.F, ImGui::GetContentRegionAvail().x - ui.em * 0.5F);
    Scene scene;
    for (std::size_t i = 0; i < charts.size(); ++i) {
        LifeChart chart = charts[i];
        chart.title = context.word(scope.person.employee ? of_employee[i] : of_citizen[i]);
        chart.cursor = scope.month;
        chart.ink = ink;
        draw_life(scene, {from.x, from.y + each * static_cast<float>(i), width, each}, chart, chart_style(ui));
    }
    draw_scene(*ImGui::GetWindowDrawList(), scene, ui);
    ImGui::Dummy({width, each * static_cast<float>(charts.size())});
    note_item(ui, "people.life");
}

void draw_person(const Scope& scope) {
    const ViewContext& context = scope.context;
    const Ui& ui = context.ui;
    heading(ui, person_title(scope).c_str());
    note_item(ui, "people.person");
    ImGui::SameLine(0, ui.step(6));
    if (button(ui, "people.previous", "\u2190", false, context.word(Word::previous_person)))
        scope.sink.send(Action::previous_person);
    ImGui::SameLine(0, ui.step(2));
    if (button(ui, "people.next", "\u2192", false, context.word(Word::next_person)))
        scope.sink.send(Action::next_person);
    for (const std::string& sentence :
         life_sentences(context.probe->people, scope.municipality, scope.person, scope.month, context.language()))
        paragraph(ui, sentence, ui.fonts.small);
    draw_peers(scope);
    paragraph(ui, context.word(Word::person_legend), ui.fonts.small, Ink::soft_text);
    draw_charts(scope);
}

}  // namespace

void draw_people(const ViewContext& context, CommandSink& sink, std::size_t municipality) {
    const Scope scope{context, sink, municipality, person_of(*context.probe, municipality, context.view().person),
                      std::min(context.view().cursor, context.probe->months - 1)};
    const float width = (ImGui::GetContentRegionAvail().x - context.ui.em) * 0.48F;
    ImGui::BeginChild("everybody", {width, 0});
    draw_everybody(scope);
    ImGui::EndChild();
    ImGui::SameLine(0, context.ui.em);
    ImGui::BeginChild("person", {0, 0});
    draw_person(scope);
    ImGui::EndChild();
}

}  // namespace algemeente::viewer
