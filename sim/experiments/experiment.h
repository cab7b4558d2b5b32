// An experiment: what is varied, how, and what is kept of each run, as read from a TOML file.
//
// A sweep varies levers (somebody decides them) and uncertainties (nobody does). A design point is run in every
// scenario and in every replicate; replicate i meets the same luck at every point, or luck of the point's own.
#pragma once

#include "experiments/shapes.h"
#include "scenario/members.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

enum class DesignKind : std::uint8_t { factorial, list, lhs, sobol, saltelli, morris };

/// How chance enters a Sobol' sequence: not at all, as one shift of all digits, or digit by digit (Owen 1995).
enum class Scramble : std::uint8_t { none, shift, owen };

/// Whose luck a run meets: that of its replicate, the same at every point, so that differences between points are what
/// was varied; or that of its point and replicate, so that what is fitted to many points is not off by the luck that
/// they share (for emulators and calibrations). Scenarios always share it.
enum class LuckOf : std::uint8_t { replicate, point };

/// Something that is varied.
struct Input {
    std::string name;  ///< a parameter, or "use_cases.NAME.COLUMN"
    bool is_lever = false;
    double low = 0;
    double high = 0;
    std::vector<double> values;  ///< the only values it takes; empty: every number from low to high
    std::string group;           ///< inputs of one group move together; empty: on its own
    Shape shape = {};            ///< of every number from low to high: how likely it is
    int from_month = -1;         ///< a dated change from this month on; -1: as it is from the first month
    std::string when{};          ///< a change with this condition, not before from_month; empty: no condition
};

struct Experiment {
    std::string name;  ///< file name without folder and ending
    std::string title;
    std::string question;
    std::vector<Scenario> scenarios;  ///< at least one
    DesignKind design = DesignKind::lhs;
    int samples = 0;  ///< points of lhs and sobol, N of saltelli, trajectories of morris; 0 for factorial and list
    int replicates = 1;
    std::uint64_t seed = 1;
    LuckOf luck = LuckOf::replicate;
    /// Sets of assumptions that replicates are spread over, the same at every point and in every scenario; none: the
    /// standard values. What is varied is not theirs.
    Members members;
    Scramble scramble = Scramble::owen;  ///< sobol and saltelli
    int skip = 0;                        ///< sobol and saltelli: points left out at the start of the sequence
    bool second_order = false;           ///< saltelli
    int randomisations = 1;              ///< saltelli: independent scramblings that share out the samples
    bool maximin = false;                ///< lhs
    int levels = 4;                      ///< morris
    bool series = false;                 ///< every month is kept, not only the chosen ones
    std::vector<std::string> outcomes;   ///< names from `algemeente outcomes`
    std::vector<int> outcome_months;     ///< kept besides the last month, sorted
    std::vector<Input> inputs;
    std::vector<RankCorrelation> correlations;       ///< of inputs, by their positions
    std::vector<std::vector<double>> listed_points;  ///< list: [point][input]
};

/// Inputs that move together: a named group, or one input on its own (which then lends its name).
struct InputGroup {
    std::string name;
    std::vector<std::size_t> members;
};

/// Reads an experiment file. Throws InputError ("file:line: key: problem; suggestion").
Experiment read_experiment(const std::filesystem::path& file);

/// Whether a TOML file is an experiment rather than a scenario. Throws InputError when it cannot be read.
bool is_experiment_file(const std::filesystem::path& file);

/// Groups in the order of their first member; every input is in exactly one.
std::vector<InputGroup> groups_of(const Experiment& experiment);

/// The scenario of one run: `scenario` as the member of `replicate` knows the world, with the inputs at `values`.
/// Throws InputError when the values together are impossible (a lowest above a highest).
Scenario scenario_at(const Experiment& experiment, std::size_t scenario, std::span<const double> values,
                     int replicate = 0);

/// Names of the numbers kept of each run: "in_use.social.2029-12", ".min" and ".max" over all months.
std::vector<std::string> kept_outcomes(const Experiment& experiment);

std::string_view design_word(DesignKind design);
std::string_view scramble_word(Scramble scramble);
std::span<const std::string_view> design_words();     ///< in the order of DesignKind
std::span<const std::string_view> luck_words();       ///< in the order of LuckOf
inline constexpr std::string_view luck_key = "luck";  ///< of experiment files. words allowed: the key's name
inline constexpr std::string_view members_key = "members";
std::span<const std::string_view> scramble_words();  ///< in the order of Scramble

/// The whole experiment as text that experiment_from_json reads back to the same bits: scenarios in full.
std::string experiment_json(const Experiment& experiment);
Experiment experiment_from_json(const std::string& json);

/// Equal for experiments that give equal runs; words for people (titles, file names) do not count.
std::string experiment_identity(const Experiment& experiment);

}  // namespace algemeente
