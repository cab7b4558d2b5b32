// A liveness study as tables for files and for people.
#pragma once

#include "patterns/liveness.h"
#include "present/words/language.h"
#include "text/table.h"

#include <filesystem>
#include <string>

namespace algemeente {

/// One row per thing, setting and reading: kind, name, setting, value, outcome, domain, change, standard_error, unit.
Table liveness_table(const Liveness& liveness);
/// One row per thing: its verdict, its largest effect, the chance of such an effect, what it needs, and the reason.
Table liveness_summary_table(const Liveness& liveness);
/// Writes liveness.csv and liveness_summary.csv into `folder`, which must exist.
void write_liveness_tables(const Liveness& liveness, const std::filesystem::path& folder);

/// "moves" or "inert".
std::string_view liveness_verdict(const LivenessRow& row);

// What people read of a row, on the terminal and on the page.

/// "citizens", "Ethics committee".
std::string thing_words(const LivenessThing& thing, present::Language language);
/// "at its ceiling", "one standard deviation higher (+0.21)", "at 0.3".
std::string setting_words(const LivenessThing& thing, const LivenessChange& change, present::Language language);
/// "algorithms in use, social".
std::string reading_words(const LivenessReading& reading, present::Language language);
/// "+12% ± 1.1".
std::string effect_words(const LivenessEffect& effect, ChangeUnit unit, present::Language language);
/// The verdict, with a warning where chance alone may have made it.
std::string verdict_words(const LivenessRow& row, present::Language language);

/// The table of the terminal: kind, what, its id, verdict, the largest effect, on what, and by which change; or the
/// reason.
Table liveness_table_for_people(const Liveness& liveness, present::Language language);

/// "312 of 340 move; 28 do not, 3 of them without a reason." and what else must be said, a sentence each.
std::vector<std::string> liveness_sentences(const Liveness& liveness, present::Language language);

/// Names of rows that move nothing and have no reason.
std::vector<std::string> unexplained(const Liveness& liveness);

}  // namespace algemeente
