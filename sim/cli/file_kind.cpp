#include "cli/file_kind.h"

#include "calibration/calibration.h"
#include "experiments/experiment.h"
#include "exploration/exploration.h"
#include "search/search_file.h"
#include "stories/story.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente::cli {

namespace {

struct Kind {
    FileKind kind;
    bool (*is)(const std::filesystem::path&);  ///< none: what is left
    std::string_view words;
    std::string_view runs_it;
};

// an experiment comes after those that share keys with it
constexpr Kind kinds[] = {
    {FileKind::story, is_story_file, "a story", "'algemeente-viewer --story' plays it"},
    {FileKind::exploration, is_exploration_file, "an exploration", "'algemeente explore' runs it"},
    {FileKind::search, is_search_file, "a search", "'algemeente search' runs it"},
    {FileKind::calibration, is_calibration_file, "a calibration", "'algemeente calibrate' runs it"},
    {FileKind::experiment, is_experiment_file, "an experiment", "'algemeente sweep' runs it"},
    {FileKind::scenario, nullptr, "a scenario", "'algemeente run' runs it"}};

const Kind& row_of(FileKind kind) {
    return *std::find_if(std::begin(kinds), std::end(kinds), [kind](const Kind& row) { return row.kind == kind; });
}

}  // namespace

FileKind kind_of(const std::filesystem::path& file) {
    return std::find_if(std::begin(kinds), std::end(kinds),
                        [&file](const Kind& row) { return row.is == nullptr || row.is(file); })
        ->kind;
}

void expect_kind(const std::filesystem::path& file, FileKind expected) {
    const Kind& found = row_of(kind_of(file));
    if (found.kind == expected) return;
    throw InputError(
        fmt::format("{}: is {}, not {}; {}", file.string(), found.words, row_of(expected).words, found.runs_it));
}

}  // namespace algemeente::cli
