// Looking things up changes only the view: people, claims, variables.
#include "viewer/commands/dispatcher.h"
#include "viewer/commands/tour.h"
#include "viewer/evidence/claims.h"

#include <algorithm>

namespace algemeente::viewer {

void Dispatcher::show_next_part(Page page) {
    view_.page = page;
    view_.sub_pages.show_next(page);
}

void Dispatcher::show_next_measure() {
    view_.page = Page::map;
    turn(view_.measure, map_measure_count);
}

/// The view knows how many there are: beyond the last comes the first.
void Dispatcher::step_person(int by) {
    if (by > 0 || view_.person.number > 0) view_.person.number += static_cast<std::uint32_t>(by);
}

void Dispatcher::on(const SelectMunicipality& command) {
    if (view_.municipality != command.code) view_.person = {};
    view_.municipality = command.code;
}

void Dispatcher::on(const SetMunicipalitySearch& command) {
    view_.municipality_search = command.text;
    view_.town_choice = 0;
}

void Dispatcher::on(const OpenTown& command) {
    on(SelectMunicipality{command.code});
    on(SetMunicipalitySearch{});
    view_.page = Page::municipality;
    view_.town_focus = false;
    if (view_.tour_step > 0) toggle_tour();  // where it leads to; its card would lie over the page
}

/// They join what is simulated, for looking at them: no decision, and nothing to undo or to save.
void Dispatcher::on(const JoinTowns& command) {
    for (const std::string& code : command.codes)
        if (std::find(view_.joined.begin(), view_.joined.end(), code) == view_.joined.end())
            view_.joined.push_back(code);
    ++version_;
}

void Dispatcher::toggle_tour() {
    view_.tour_step = view_.tour_step == 0 ? 1 : 0;
    view_.preferences.tour_done = true;
}

void Dispatcher::next_tour_step() {
    if (view_.tour_step == 0) return;
    view_.tour_step = (view_.tour_step + 1) % (static_cast<int>(tour_steps().size()) + 1);
    if (view_.tour_step == 0) view_.preferences.tour_done = true;
}

/// Before the first step there is none.
void Dispatcher::previous_tour_step() {
    if (view_.tour_step > 1) --view_.tour_step;
}

/// A step of the tour is done when what it asks for has happened, whichever way it was done.
void Dispatcher::follow_tour(const Command& command) {
    if (view_.tour_step == 0) return;
    const TourStep& step = tour_steps()[static_cast<std::size_t>(view_.tour_step - 1)];
    if (step.done(command, view_)) next_tour_step();
}

void Dispatcher::on(const TypeValue& command) {
    view_.typed = {.lever = command.lever, .text = command.text, .fresh = command.lever != view_.typed.lever};
}

void Dispatcher::toggle_evidence() {
    if (view_.evidence_open) {
        view_.evidence_open = false;
    } else {
        on(OpenEvidence{"", view_.evidence});
    }
}

void Dispatcher::toggle_variables() {
    flip(view_.variable_open);
    view_.variable.clear();
}

void Dispatcher::on(const OpenEvidence& command) {
    const auto listed = claim_ids(command.list);
    view_.evidence_list = command.list;
    view_.evidence = !command.id.empty() ? command.id : listed.empty() ? claims().front().id : listed.front();
    view_.evidence_open = true;
}

void Dispatcher::on(const OpenVariable& command) {
    view_.variable = command.name;
    view_.variable_open = true;
    view_.evidence_open = false;
}

/// From a claim or a variable to the slider that carries it.
void Dispatcher::on(const ShowParameter& command) {
    const ParameterInfo* row = find_parameter(command.name);
    if (row == nullptr || row->role == Role::setting) return;
    view_.assumptions = row->role == Role::assumption;
    view_.lever_search = command.name;
    view_.evidence_open = false;
    view_.variable_open = false;
    view_.sources_open = false;
}

}  // namespace algemeente::viewer
