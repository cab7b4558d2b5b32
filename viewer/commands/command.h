// Every user action as a value. Menu, keys, palette and the test bot send the same ones; only the dispatcher acts.
#pragma once

#include "viewer/state/hover.h"
#include "viewer/state/view_state.h"

#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace algemeente::viewer {

/// Actions without arguments, in the order of the registry.
enum class Action : std::uint8_t {
#define ACTION(id, words, key, mods, does) id,
#include "viewer/commands/actions.def"
};

/// What becomes of changes that are not saved.
enum class LeaveAnswer : std::uint8_t { save, discard, cancel };
/// What becomes of work that was found; later: the next window finds it again.
enum class FoundAnswer : std::uint8_t { restore, discard, later };

// clang-format off
struct SetLever { std::size_t slot; std::string lever; double value; bool final; };  ///< final: the drag has ended
struct ResetLever { std::size_t slot; std::string lever; };
struct SetSupply { std::size_t slot; bool on; };  ///< suppliers, national services and laws
struct ShowSupply {};  ///< where they are switched on
struct SetDecisionMonth { std::size_t slot; int month; bool final; };
struct LoadPreset { std::size_t slot; std::string preset; };
struct SelectSlot { std::size_t slot; };
struct RemoveSlot { std::size_t slot; };
struct SetCursor { int month; };
struct SetOutcome { std::size_t outcome; };
struct SetReading { Reading reading; };
struct SetPage { Page page; };
struct SetDisplay { Display display; };
struct SetLowerChart { LowerChart chart; };
struct SetMapMode { MapMode mode; };
struct SetTimeRange { std::optional<Range> months; };  ///< none: all months
struct SetValueRange { AxisGroup group; std::optional<Range> values; };
struct ToggleHidden { std::size_t slot; };
struct SetFacet { Facet facet; };
struct SetEvent { EventKey event; };
struct OpenLane { std::optional<int> month; };  ///< none: close
struct SetLaneDraft { LaneDraft draft; };
struct AddChange { std::size_t slot; std::string lever; double value; int month; };
struct MoveChanges { std::size_t slot; int from; int to; };
struct RemoveChanges { std::size_t slot; int month; std::string lever; };  ///< no lever: all
struct AddNote { int month; std::string words; };
struct MoveNote { std::size_t position; int month; };
struct RemoveNote { std::size_t position; };
struct BringBack { std::size_t slot; std::size_t position; };  ///< one that has left the screen
struct SelectMunicipality { std::string code; };
struct PinMunicipality { std::string code; };
struct SetSubPage { SubPage sub_page; };
struct SelectPerson { Person person; };
struct SetMapMeasure { MapMeasure measure; };
struct OpenEvidence { std::string list; std::string id; };  ///< the claims to choose from, and the one to read
struct OpenVariable { std::string name; };
struct SetVariableSearch { std::string text; };
struct ShowParameter { std::string name; };  ///< in the list of levers or assumptions
struct SetLeverSearch { std::string text; };
struct SetMunicipalitySearch { std::string text; };
struct TypeValue { std::string lever; std::string text; };  ///< no lever: done typing
struct TypeFocusTaken {};
struct SetPaletteText { std::string text; };
struct SetPaletteChoice { std::size_t position; };
struct ShowAssumptions { bool shown; };
struct DrawPrediction { Domain domain; int month; double value; };
struct OpenFiles { std::vector<std::filesystem::path> files; };
struct OpenSession { std::filesystem::path file; };
struct OpenLink { std::string link; };
struct AnswerLeaving { LeaveAnswer answer; };
struct AnswerFound { FoundAnswer answer; };
struct SetFilePanel { FileTask task; std::filesystem::path folder; std::string name; };
struct OpenTyped { std::filesystem::path path; };  ///< a session, a scenario or a folder
struct TypeFileName { std::string name; };
struct FileFocusTaken {};
struct NoteFocusTaken {};
struct SaveTo { std::filesystem::path file; bool replace; };  ///< replace: even if it is there already
struct SetTownChoice { std::size_t position; };
struct TownFocusTaken {};
struct OpenTown { std::string code; };  ///< the page of this municipality
struct JoinTowns { std::vector<std::string> codes; };  ///< they are computed from now on
struct OpenStory { std::string name; };
struct ShowScenarios { std::vector<Scenario> scenarios; };  ///< in place of those on the screen, A first
struct SetPackageAxis { bool across; std::size_t axis; };  ///< what spots stand for, to the right or upwards
struct SetPackageLimit { std::size_t axis; std::optional<Range> values; };  ///< none: none any more
struct ClearPackageLimits {};
struct FindPackages {};  ///< for A, within the limits that are set
struct StopFinding {};
struct ShowFound { bool own; };  ///< packages that were found here, or those that came with the program
struct PointPackage { std::string name; };  ///< by the keys
struct ChoosePackage { std::string name; std::string title; std::vector<DatedChange> changes; };  ///< A with it, as B
struct RaiseHand { std::size_t choice; int by; };
struct TypeAnswer { std::string words; };
struct AddAnswer {};
struct RemoveAnswer { std::size_t position; };
struct ClosePhones {};  ///< the page is served no more
struct SavePhones {};   ///< what they have sent, as CSV
struct ShowAddress { std::size_t position; };  ///< of those under which phones find the page
struct TakeOffReason { int phone; };  ///< it is not shown any more
struct SetPhoneTask { PhoneTask task; };  ///< what phones are for
struct SetBudget { int cents; };  ///< of a package, per inhabitant a year
struct ShowPackages { bool shown; };
struct BeginPackages {};  ///< a new round: those of the last one are forgotten
// clang-format on

using Command = std::variant<
    Action, SetLever, ResetLever, SetDecisionMonth, LoadPreset, SelectSlot, RemoveSlot, SetCursor, SetOutcome, SetPage,
    SetDisplay, SetLowerChart, SetMapMode, SelectMunicipality, PinMunicipality, SetLeverSearch, TypeValue,
    TypeFocusTaken, SetMunicipalitySearch, SetPaletteText, SetPaletteChoice, ShowAssumptions, DrawPrediction, OpenFiles,
    SetTimeRange, SetValueRange, ToggleHidden, SetFacet, SetEvent, OpenLane, SetLaneDraft, AddChange, MoveChanges,
    RemoveChanges, AddNote, MoveNote, RemoveNote, BringBack, SetSubPage, SelectPerson, SetMapMeasure, OpenEvidence,
    OpenVariable, SetVariableSearch, ShowParameter, OpenSession, OpenLink, AnswerLeaving, AnswerFound, SetFilePanel,
    SaveTo, SetTownChoice, TownFocusTaken, OpenTown, JoinTowns, TypeFileName, OpenTyped, FileFocusTaken, NoteFocusTaken,
    SetReading, SetSupply, ShowSupply, OpenStory, ShowScenarios, SetPackageAxis, SetPackageLimit, ClearPackageLimits,
    FindPackages, StopFinding, ShowFound, PointPackage, ChoosePackage, RaiseHand, TypeAnswer, AddAnswer, RemoveAnswer,
    ClosePhones, SavePhones, ShowAddress, TakeOffReason, SetPhoneTask, SetBudget, ShowPackages, BeginPackages>;

/// Where views put what the user did.
class CommandSink {
public:
    void send(Command command) { commands_.push_back(std::move(command)); }
    std::vector<Command> take() { return std::exchange(commands_, {}); }
    /// The pointer is over this month of a chart, or over the legend of this scenario.
    void hover_month(int month) { hovered_.month = month; }
    void hover_slot(std::size_t slot) { hovered_.slot = slot; }
    void hover_package(std::string name) { hovered_.package = std::move(name); }
    Hover take_hover() { return std::exchange(hovered_, {}); }

private:
    std::vector<Command> commands_;
    Hover hovered_;
};

}  // namespace algemeente::viewer
