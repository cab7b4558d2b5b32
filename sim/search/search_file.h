// A search: which levers may be pulled, when and how far, what counts as good, and what is not allowed; as read from a
// TOML file. A package is a choice of all of them.
#pragma once

#include "analysis/robustness.h"
#include "front/measure.h"
#include "scenario/lever.h"
#include "scenario/members.h"
#include "scenario/scenario.h"
#include "world/types.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// A lever that may be pulled. Its own standard value, which is no choice, leaves it out of a package.
struct SearchedLever {
    std::string name;
    std::vector<double> values;    ///< one or more, none of them that of the scenario
    std::vector<int> from_months;  ///< when it may begin
    std::vector<double> shares;    ///< share of municipalities that it may reach
    int rollout_months = 0;
};

/// What a package does with one lever: positions in its lists; value -1: nothing, and then the others are 0.
struct LeverChoice {
    int value = -1;
    int from = 0;
    int share = 0;
    auto operator<=>(const LeverChoice&) const = default;
};
/// By lever of the search.
using Package = std::vector<LeverChoice>;

/// How runs become one number: their mean, or what one run in ten is worse than.
enum class Over : std::uint8_t { mean, worst_decile };
/// In the order of Over.
inline constexpr std::string_view over_words[] = {"mean", "worst_decile"};

struct Objective {
    Measure measure;
    analysis::Better better = analysis::Better::higher;
    double epsilon = 1;  ///< differences below it do not matter, in units of the outcome
    Over over = Over::mean;
    bool against_base = false;            ///< counts what is above the run of the scenario itself
    std::optional<double> good_enough{};  ///< what a run must reach to be good enough
};

struct SearchLimit {
    Measure measure;
    bool at_most = true;
    double at = 0;
    Over over = Over::mean;
    bool against_base = false;
};

struct Search {
    std::string name;  ///< file name without folder and ending
    std::string title;
    std::string question;
    Scenario base;
    std::vector<Scenario> others;  ///< packages by name, to be laid beside the front
    std::vector<SearchedLever> levers;
    std::vector<Objective> objectives;
    std::vector<SearchLimit> limits;
    std::shared_ptr<const Members> members;  ///< nothing: the standard values
    int runs = 16;                           ///< of each package while searching
    int fresh_runs = 32;                     ///< of each package of the front afterwards
    int population = 40;
    int rounds = 100;             ///< at most
    int still_rounds = 10;        ///< it stops when the hypervolume grows less than ...
    double still_growth = 0.005;  ///< ... this part of itself in so many rounds
    std::uint64_t seed = 1;

    /// Measures of objectives, then of limits, each once.
    std::vector<Measure> measures() const;
};

/// Reads a search file and the files that it names. Throws InputError ("file:line: key: problem; suggestion").
Search read_search(const std::filesystem::path& file);

/// Whether a TOML file is a search: it has objectives. Throws InputError when it cannot be read.
bool is_search_file(const std::filesystem::path& file);

/// What a lever is in the scenario itself.
double standard_of(const Search& search, const Lever& lever);

/// Equal for searches that make equal runs and decide alike; words for people do not count.
std::string search_identity(const Search& search);

/// Genes of a package: for each lever one for its value, and one each for date and share where there is a choice.
std::size_t gene_count(const Search& search);
Package package_of(const Search& search, const std::vector<double>& genes);

/// "1:0:2 - 0:0:0": for stores.
std::string package_text(const Package& package);

/// What a package decides, as dated changes; and a scenario with them.
std::vector<DatedChange> changes_of(const Search& search, const Package& package);
void add_package(Scenario& scenario, const Search& search, const Package& package);

/// First month in which any package can differ from the scenario.
int first_choice_month(const Search& search);

}  // namespace algemeente
