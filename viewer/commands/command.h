// Every user action as a value. Menu, keys, palette and the test bot send the same ones; only the dispatcher acts.
#pragma once

#include "viewer/state/view_state.h"

#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace algemeente::viewer {

/// Actions without arguments, in the order of the registry.
enum class Action : std::uint8_t {
#define ACTION(id, word, key, mods) id,
#include "viewer/commands/actions.def"
};

// clang-format off
struct SetLever { std::size_t slot; std::string lever; double value; bool final; };  ///< final: the drag has ended
struct ResetLever { std::size_t slot; std::string lever; };
struct SetDecisionMonth { std::size_t slot; int month; bool final; };
struct LoadPreset { std::size_t slot; std::string preset; };
struct SelectSlot { std::size_t slot; };
struct RemoveSlot { std::size_t slot; };
struct SetCursor { int month; };
struct SetOutcome { std::size_t outcome; };
struct SetTab { Tab tab; };
struct SetDisplay { Display display; };
struct SetLowerChart { LowerChart chart; };
struct SetMapMode { MapMode mode; };
struct SelectMunicipality { std::string code; };
struct PinMunicipality { std::string code; };
struct SetInspector { InspectorPage page; };
struct SelectPerson { Person person; };
struct SetMapMeasure { MapMeasure measure; };
struct SetWhyPage { WhyPage page; };
struct OpenEvidence { std::string list; std::string id; };  ///< the claims to choose from, and the one to read
struct OpenVariable { std::string name; };
struct SetVariableSearch { std::string text; };
struct ShowParameter { std::string name; };  ///< in the list of levers or assumptions
struct SetLeverSearch { std::string text; };
struct SetMunicipalitySearch { std::string text; };
struct SetPaletteText { std::string text; };
struct ShowAssumptions { bool shown; };
struct DrawPrediction { Domain domain; int month; double value; };
struct OpenFiles { std::vector<std::filesystem::path> files; };
// clang-format on

using Command = std::variant<Action, SetLever, ResetLever, SetDecisionMonth, LoadPreset, SelectSlot, RemoveSlot,
                             SetCursor, SetOutcome, SetTab, SetDisplay, SetLowerChart, SetMapMode, SelectMunicipality,
                             PinMunicipality, SetInspector, SelectPerson, SetMapMeasure, SetWhyPage, OpenEvidence,
                             OpenVariable, SetVariableSearch, ShowParameter, SetLeverSearch, SetMunicipalitySearch,
                             SetPaletteText, ShowAssumptions, DrawPrediction, OpenFiles>;

/// Where views put what the user did.
class CommandSink {
public:
    void send(Command command) { commands_.push_back(std::move(command)); }
    std::vector<Command> take() { return std::exchange(commands_, {}); }

private:
    std::vector<Command> commands_;
};

}  // namespace algemeente::viewer
