// Sessions as they were: one step per interaction, a hundred at most.
#pragma once

#include "viewer/state/session.h"

#include <optional>

namespace algemeente::viewer {

class UndoStack {
public:
    static constexpr std::size_t limit = 100;

    /// Keeps `before` as a step to come back to, unless the same interaction has kept one already.
    void begin(const Session& before, bool continues) {
        if (continues && open_) return;
        past_.push_back(before);
        if (past_.size() > limit) past_.erase(past_.begin());
        future_.clear();
        open_ = continues;
    }
    /// The interaction is over: the next change is a step of its own.
    void end() { open_ = false; }

    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }
    std::size_t steps() const { return past_.size(); }

    std::optional<Session> undo(const Session& now) { return swap(past_, future_, now); }
    std::optional<Session> redo(const Session& now) { return swap(future_, past_, now); }

private:
    std::optional<Session> swap(std::vector<Session>& from, std::vector<Session>& to, const Session& now) {
        open_ = false;
        if (from.empty()) return std::nullopt;
        to.push_back(now);
        Session session = std::move(from.back());
        from.pop_back();
        return session;
    }

    std::vector<Session> past_;
    std::vector<Session> future_;
    bool open_ = false;
};

}  // namespace algemeente::viewer
