#include "viewer/commands/registry.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

constexpr ActionInfo rows[] = {
#define ACTION(id, words, key, mods, does) {Action::id, #id, Word::words, key, mods},
#include "viewer/commands/actions.def"
};

/// One key stroke, one action.
constexpr bool keys_differ() {
    for (const ActionInfo& one : rows)
        for (const ActionInfo& other : rows)
            if (one.action != other.action && one.key == other.key && one.mods == other.mods) return false;
    return true;
}
static_assert(keys_differ(), "two rows of actions.def or pages.def have the same key");

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string name_of_key(int key, Language language) {
    switch (key) {
        case 32: return std::string(text(Word::key_space, language));
        case 256: return "Esc";
        case 262: return "\u2192";
        case 263: return "\u2190";
        case 266: return "PgUp";
        case 267: return "PgDn";
        case 268: return "Home";
        case 269: return "End";
        default: break;
    }
    if (key >= 290 && key <= 301) return "F" + std::to_string(key - 289);
    return std::string(1, static_cast<char>(key));
}

}  // namespace

std::span<const ActionInfo> actions() {
    return rows;
}

const ActionInfo& info_of(Action action) {
    return rows[static_cast<std::size_t>(action)];
}

std::string key_words(const ActionInfo& info, Language language) {
    std::string words;
    if ((info.mods & 2) != 0) words += "Ctrl+";
    if ((info.mods & 1) != 0) words += "Shift+";
    return words + name_of_key(info.key, language);
}

const ActionInfo* action_of_key(int key, int mods) {
    const auto* found = std::find_if(std::begin(rows), std::end(rows),
                                     [&](const ActionInfo& row) { return row.key == key && row.mods == mods; });
    return found == std::end(rows) ? nullptr : found;
}

int fuzzy_score(std::string_view typed, std::string_view words) {
    int score = 1;
    std::size_t at = 0;
    bool adjacent = true;
    for (const char letter : typed) {
        const std::size_t from = at;
        while (at < words.size() && lower(words[at]) != lower(letter)) ++at;
        if (at == words.size()) return 0;
        adjacent = at == from;
        score += adjacent ? 4 : 1;
        if (at == 0 || words[at - 1] == ' ') score += 3;
        ++at;
    }
    return score;
}

std::vector<const ActionInfo*> matching_actions(std::string_view typed) {
    std::vector<std::pair<int, const ActionInfo*>> found;
    for (const ActionInfo& row : rows) {
        const int score = std::max({fuzzy_score(typed, text(row.word, Language::nl)),
                                    fuzzy_score(typed, text(row.word, Language::en)), fuzzy_score(typed, row.id)});
        if (score > 0) found.emplace_back(score, &row);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const ActionInfo*> matching;
    for (const auto& [score, row] : found) matching.push_back(row);
    return matching;
}

}  // namespace algemeente::viewer
