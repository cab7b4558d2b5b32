#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "viewer/state/session_file.h"

namespace algemeente::fuzz {

namespace {

/// What is read can be written, and its text reads as the same text again.
void read_session_text(const std::string& bytes) {
    answered([&] {
        const std::string text = viewer::session_text(viewer::session_from(bytes, "FILE.algemeente"));
        if (viewer::session_text(viewer::session_from(text, "AGAIN.algemeente")) != text) std::abort();
    });
}

constexpr Target targets[] = {{"session", read_session_text}};

}  // namespace

std::span<const Target> viewer_targets() {
    return targets;
}

}  // namespace algemeente::fuzz
