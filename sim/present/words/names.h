// Names for people of everything that the model's tables list: outcomes, factors, levers, assumptions, use cases,
// scenarios, stages, reasons. One table (names.def), read by the window, the report, the hand-out and the pages.
#pragma once

#include "observe/history.h"
#include "parameters/parameters.h"
#include "present/words/language.h"
#include "scenario/scenario.h"
#include "world/types.h"

#include <span>
#include <string>
#include <string_view>

namespace algemeente::present {

/// Short name of an outcome, parameter, event, use case or preset ("in_use", "ethics_committee"). An id without a
/// name is written as "[id]", so that it is seen; tests/present/names_test.cpp asks for all of the model's tables.
std::string name_of(std::string_view id, Language language);
bool has_name(std::string_view id);

/// A row of the table of names.
struct Name {
    std::string_view id;
    std::string_view nl;
    std::string_view en;
    std::string_view meaning_nl;  ///< of a lever or an outcome
};
std::span<const Name> all_names();

/// Lets error messages about files find keys by these names (scenario/keys.h). For the start of a program.
void suggest_by_all_names();

/// Dutch meaning of a parameter, an outcome or a kind of use, or empty: the model's tables have the English one.
std::string_view meaning_nl(std::string_view name);
/// Where a parameter comes from; words beside citations are in the language, citations stay as they are.
std::string source_words(std::string_view source, Language language);
/// "low", "middle" or "high": a third each of a level from 0 to 1.
std::string_view level_words(double level, Language language);
/// Meaning of a parameter in one language only: empty in Dutch where the table has none.
std::string_view meaning_in(Language language, const ParameterInfo& row);

std::string factor_name(Factor factor, Language language);
/// A shorter word for it, where a chart has no room for its name.
std::string brief_factor_name(Factor factor, Language language);
std::string stage_name(Stage stage, Language language);
std::string reason_name(Reason reason, Language language);
/// What happened: "project started", "taken into use".
std::string event_name(EventKind kind, Language language);
/// Whose data: "its own data", "data from outside".
std::string origin_name(Origin origin, Language language);
std::string frame_words(Frame frame, Language language);
/// "sociaal domein", "social domain".
std::string_view domain_words(Domain domain, Language language);
/// "sociaal", "social".
std::string_view domain_short(Domain domain, Language language);

/// Name of a parameter, or of a cell: "Risk scoring of welfare: personal data".
std::string lever_name(std::string_view lever, Language language);

/// "per month", "share (0 to 1)".
std::string unit_words(Unit unit, Language language);
/// A parameter's value with its unit, as one reads it: "2.5×", "on", "3 months", "40%".
std::string value_words(const ParameterInfo& row, double value, Language language);

/// Title, question and story. A scenario that comes with the program has them in Dutch as well; it is told by its
/// title, because a copy with a title of its own keeps its own words.
std::string title_of(const Scenario& scenario, Language language);
std::string question_of(const Scenario& scenario, Language language);
std::string story_of(const Scenario& scenario, Language language);

/// Dutch question and story of a preset by the name of its file, or empty.
std::string_view question_nl(std::string_view preset);
std::string_view story_nl(std::string_view preset);

}  // namespace algemeente::present
