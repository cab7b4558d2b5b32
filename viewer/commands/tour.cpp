#include "viewer/commands/tour.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

constexpr TourStep steps[] = {
    {Word::tour_1, [](const Session&, const ViewState&) { return std::string("transport.play"); },
     [](const Command&, const ViewState& view) { return view.playing; }},
    {Word::tour_2, [](const Session&, const ViewState&) { return std::string("lever.change_capacity_multiplier"); },
     [](const Command& last, const ViewState&) {
         const auto* lever = std::get_if<SetLever>(&last);
         return lever != nullptr && lever->final;
     }},
    {Word::tour_3,
     [](const Session& session, const ViewState&) {
         return "preset." + std::to_string(std::min<std::size_t>(session.slots.size() - 1, 1));
     },
     [](const Command& last, const ViewState&) { return std::holds_alternative<LoadPreset>(last); }},
    {Word::tour_4, [](const Session&, const ViewState&) { return page_button(Page::why); },
     [](const Command&, const ViewState& view) { return view.page == Page::why; }},
    {Word::tour_5,
     [](const Session&, const ViewState& view) { return view.page == Page::map ? "map" : page_button(Page::map); },
     [](const Command& last, const ViewState&) { return std::holds_alternative<OpenTown>(last); }},
};

}  // namespace

std::span<const TourStep> tour_steps() {
    return steps;
}

std::string page_button(Page page) {
    return "tool.page_" + std::string(info_of(page).id);
}

}  // namespace algemeente::viewer
