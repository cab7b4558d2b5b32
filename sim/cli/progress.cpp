#include "cli/progress.h"

#include "cli/terminal.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace algemeente::cli {

namespace {

using present::Word;

constexpr std::chrono::milliseconds between_rewrites{100};
constexpr int bar_width = 24;

std::string duration(double seconds) {
    const std::int64_t whole = std::llround(seconds);
    const std::int64_t hours = whole / 3600;
    const std::int64_t minutes = whole / 60 % 60;
    if (hours > 0) return fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60);
    return fmt::format("{}:{:02}", minutes, whole % 60);
}

}  // namespace

std::string progress_line(std::int64_t done, std::int64_t all, double elapsed_seconds, const ProgressStyle& style,
                          std::int64_t done_before) {
    const auto say = [&style]<typename... Parts>(Word word, const Parts&... parts) {
        return present::filled(present::text(word, style.language), parts...);
    };
    const auto count = [&style](std::int64_t number) {
        return present::count_words(static_cast<std::size_t>(number), style.language);
    };
    const double share = all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 0.0;
    const auto filled = static_cast<std::size_t>(share * bar_width);
    const std::string percent =
        present::number_words(std::floor(share * 100) / 100, style.language, {.percent = true, .decimals = 0});
    std::string line = fmt::format("[{:-<{}}] {:>4}  {}", std::string(filled, '#'), bar_width, percent,
                                   say(style.count, count(done), count(all)));
    if (done <= done_before || elapsed_seconds <= 0) return line;
    const double per_second = static_cast<double>(done - done_before) / elapsed_seconds;
    line += ", " + say(Word::g_speed,
                       present::number_words(per_second, style.language, {.decimals = per_second < 10 ? 1 : 0}));
    if (done < all) line += ", " + say(Word::g_left, duration(static_cast<double>(all - done) / per_second));
    return line;
}

Progress::Progress(ProgressMode mode, ProgressStyle style)
    : style_(std::move(style)),
      visible_(mode == ProgressMode::always ||
               (mode == ProgressMode::automatic && (is_terminal(stderr) || style_.also_without_terminal))),
      rewrites_(is_terminal(stderr)) {}

Progress::~Progress() {
    finish();
}

void Progress::report(std::int64_t done, std::int64_t all) {
    if (!visible_) return;
    done_ = done;
    all_ = all;
    if (done_before_ < 0) done_before_ = style_.resumes ? done : 0;
    const Clock::time_point now = Clock::now();
    const Clock::duration pause = rewrites_ ? Clock::duration(between_rewrites) : Clock::duration(style_.between_lines);
    if (now - last_shown_ >= pause) show(now);
}

void Progress::finish() {
    if (!visible_) return;
    if (all_ > 0) show(Clock::now());
    if (rewrites_ && shown_width_ > 0) std::fputc('\n', stderr);
    visible_ = false;
}

void Progress::show(Clock::time_point now) {
    std::string line = progress_line(done_, all_, std::chrono::duration<double>(now - start_).count(), style_,
                                     std::max<std::int64_t>(0, done_before_));
    last_shown_ = now;
    if (!rewrites_) {
        std::fputs((line + '\n').c_str(), stderr);
        return;
    }
    // A line as wide as the terminal would wrap, and then '\r' no longer reaches its beginning.
    const std::size_t room = terminal_width(stderr, 80) - 1;
    line.resize(std::min(line.size(), room));
    const std::size_t width = line.size();
    line.resize(std::min(std::max(width, shown_width_), room), ' ');  // wipes the rest of a longer line
    shown_width_ = width;
    std::fputs(('\r' + line).c_str(), stderr);
    std::fflush(stderr);
}

}  // namespace algemeente::cli
