// Names and keys of actions: one place for menu, keyboard, palette and help.
#pragma once

#include "viewer/commands/command.h"

#include <span>

namespace algemeente::viewer {

struct ActionInfo {
    Action action;
    std::string_view id;
    Word word;
    int key;
    int mods;  ///< 1 Shift, 2 Ctrl
};

std::span<const ActionInfo> actions();
const ActionInfo& info_of(Action action);

/// "Ctrl+K".
std::string key_words(const ActionInfo& info, Language language);

/// The action of a key stroke, or null.
const ActionInfo* action_of_key(int key, int mods);

/// Actions that match what was typed, best first: in Dutch, in English and by id; letters in order suffice.
std::vector<const ActionInfo*> matching_actions(std::string_view typed);

/// How well `typed` fits `words` (letters in order, case ignored): 0 not at all, larger is better.
int fuzzy_score(std::string_view typed, std::string_view words);

}  // namespace algemeente::viewer
