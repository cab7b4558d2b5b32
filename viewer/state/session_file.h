// A session as one file. Each scenario is written as the file that other programs read, behind a line that TOML takes
// for a comment; a note is such a line, too.
//
//   #: session 1 seed 1 replicates 200 municipalities 100
//   #: slot 2021-01 budget_cuts        from when decisions count, the scenario's name; then its text
//   #: preset budget_cuts              where "reset" returns to, if that is something else; then its text
//   #: note 2026-06 words
//   #: view compare 2026-06 in_use GM0153 GM0363 GM0518     page, month, outcome, municipality ("-": none) and pinned
//   #: front B                         the scenario whose levers are shown
// The last two may be missing, or of another version: then the window opens as usual.
#pragma once

#include "viewer/state/session.h"

namespace algemeente::viewer {

inline constexpr std::string_view session_ending = ".algemeente";

bool is_session_file(const std::filesystem::path& file);

/// The file of a session under a name that was typed: in `folder`, or where the name says if it is a path; ~ is the
/// home folder. It has its ending once, whatever was typed. Empty for what names no file.
std::filesystem::path session_target(const std::filesystem::path& folder, const std::string& typed);

/// What a typed name or path means where files are opened: in `folder`, or where the name says if it is a path; ~ is
/// the home folder. Without its ending a session or a scenario of that name is found. Empty for what names nothing.
std::filesystem::path path_to_open(const std::filesystem::path& folder, const std::string& typed);

/// Reading this text gives an equal session.
std::string session_text(const Session& session);

/// Throws InputError "file:line: problem". `file` is only named.
Session session_from(const std::string& text, const std::filesystem::path& file);

/// Throws InputError as well if the file cannot be read.
Session read_session(const std::filesystem::path& file);

}  // namespace algemeente::viewer
