// How far a run is: one line on stderr.
#pragma once

#include "present/words/catalogue.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace algemeente::cli {

/// `automatic` shows progress only on a terminal.
enum class ProgressMode : std::uint8_t { automatic, always, never };

/// What is counted, and how often a new line appears where lines cannot be rewritten.
struct ProgressStyle {
    present::Word count = present::Word::g_months;
    present::Language language = present::Language::en;
    std::chrono::seconds between_lines{10};
    bool also_without_terminal = false;  ///< `automatic` shows it in a log too
    bool resumes = false;                ///< the first report tells what was there already
};

/// "[#####-----]  50%  90 of 180 months, 12.0 per second, 0:08 left"
/// `done_before`: was there already when time began, and does not count for the speed.
std::string progress_line(std::int64_t done, std::int64_t all, double elapsed_seconds, const ProgressStyle& style = {},
                          std::int64_t done_before = 0);

/// Shows progress: on a terminal one line that is rewritten, elsewhere a new line now and then.
/// Calls must not overlap.
class Progress {
public:
    explicit Progress(ProgressMode mode, ProgressStyle style = {});
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void report(std::int64_t done, std::int64_t all);
    /// Ends the line, so that messages stand below it. Nothing is shown afterwards.
    void finish();

private:
    using Clock = std::chrono::steady_clock;

    void show(Clock::time_point now);

    ProgressStyle style_;
    bool visible_;
    bool rewrites_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_shown_ = start_;
    std::int64_t done_ = 0;
    std::int64_t all_ = 0;
    std::int64_t done_before_ = -1;  ///< what the first report said; -1 before it
    std::size_t shown_width_ = 0;
};

}  // namespace algemeente::cli
