// Looking things up changes only the view: people, claims, variables.
#include "viewer/commands/dispatcher.h"
#include "viewer/evidence/claims.h"

namespace algemeente::viewer {

bool Dispatcher::on_municipality(Action action) {
    switch (action) {
        case Action::inspector:
            view_.tab = Tab::municipality;
            view_.inspector = static_cast<InspectorPage>((static_cast<int>(view_.inspector) + 1) % 3);
            return true;
        case Action::pin:
            if (!view_.municipality.empty()) on(PinMunicipality{view_.municipality});
            return true;
        // the view knows how many there are: beyond the last comes the first
        case Action::next_person: ++view_.person.number; return true;
        case Action::previous_person: view_.person.number -= view_.person.number > 0 ? 1 : 0; return true;
        default: return false;
    }
}

void Dispatcher::on(const SelectMunicipality& command) {
    if (view_.municipality != command.code) view_.person = {};
    view_.municipality = command.code;
}

/// A step of the tour is done when what it asks for has happened, whichever way it was done.
void Dispatcher::follow_tour(const Command& command) {
    const auto* lever = std::get_if<SetLever>(&command);
    bool done = false;
    switch (view_.tour_step) {
        case 1: done = view_.playing; break;
        case 2: done = lever != nullptr && lever->final; break;
        case 3: done = std::holds_alternative<LoadPreset>(command); break;
        case 4: done = view_.tab == Tab::why; break;
        case 5: done = std::holds_alternative<SelectMunicipality>(command); break;
        default: break;
    }
    if (!done) return;
    view_.tour_step = (view_.tour_step + 1) % 6;
    if (view_.tour_step == 0) view_.preferences.tour_done = true;
}

bool Dispatcher::on_sources(Action action) {
    switch (action) {
        case Action::sources: view_.sources_open = !view_.sources_open; return true;
        case Action::evidence:
            if (view_.evidence_open) {
                view_.evidence_open = false;
            } else {
                on(OpenEvidence{"", view_.evidence});
            }
            return true;
        case Action::notices: view_.notices_open = !view_.notices_open; return true;
        case Action::variables:
            view_.variable_open = !view_.variable_open;
            view_.variable.clear();
            return true;
        case Action::why_page:
            view_.tab = Tab::why;
            view_.why = view_.why == WhyPage::factors ? WhyPage::flow : WhyPage::factors;
            return true;
        case Action::map_measure:
            view_.tab = Tab::map;
            view_.measure = static_cast<MapMeasure>((static_cast<int>(view_.measure) + 1) % map_measures);
            return true;
        default: return false;
    }
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
