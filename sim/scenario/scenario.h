// A scenario: everything a person decides about a run, as read from a TOML file and from --set.
//
// Its tables are [world], [parameters], [[change]] (with a date or with a condition), [[shock]], [[product]] and
// [use_cases.NAME]; scenario_keys.h lists their keys. Products, shocks and changes of `based_on` come first, the file's
// own follow; single values override. Words are the file's own.
#pragma once

#include "parameters/parameters.h"
#include "parameters/use_cases.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// Which municipalities live in the world.
struct MunicipalityChoice {
    enum class Kind : std::uint8_t { all, sample, listed };
    Kind kind = Kind::all;
    int count = 0;                        ///< sample: how many, stratified by size class
    std::vector<std::string> gm_codes{};  ///< listed: CBS codes, "GM0363", or names that are still to be looked up

    bool operator==(const MunicipalityChoice&) const = default;
};

/// The real Netherlands, or municipalities drawn as in the specification (C1.2), for comparison with part H.
enum class Population : std::uint8_t { real, synthetic };

/// A lever or a use-case cell that gets another value from a month on.
struct DatedChange {
    std::string lever;  ///< a parameter's name, or "use_cases.NAME.COLUMN"
    double value = 0;
    int from_month = 0;
    int until_month = -1;           ///< first month without the change again; -1: it stays
    int rollout_months = 0;         ///< municipalities adopt one by one over this many months; 0: all at once
    double municipality_share = 1;  ///< share of municipalities that ever adopt
    double initial_share = 0;       ///< share of municipalities that adopt in the first month of a roll-out

    bool operator==(const DatedChange&) const = default;
};

/// A lever that gets another value once something is seen. As with a date, one decision is taken for all
/// municipalities, and they join by roll-out and share. It is read from the outcomes of last month, so nothing is seen
/// before February 2015. Once begun it stays, whether or not what was seen goes on.
struct ConditionalChange {
    std::string lever{};
    double value = 0;
    std::string when{};        ///< a condition (condition.h)
    std::string until_when{};  ///< a condition that ends it for good, from the month after it began; empty: none
    int from_month = 1;        ///< it does not begin before
    int until_month = -1;      ///< as of a dated change; from then on it does not begin either
    int rollout_months = 0;    ///< these as of a dated change, counted from the month in which it begins
    double municipality_share = 1;
    double initial_share = 0;

    bool operator==(const ConditionalChange&) const = default;
};

/// Most changes a scenario may have, dated and conditional ones together.
inline constexpr std::size_t change_limit = 64;

enum class Frame : std::uint8_t { risk, surveillance };
inline constexpr int frame_count = 2;

/// Media stories from outside the model.
struct Shock {
    Frame frame = Frame::risk;
    int from_month = 0;
    int months = 1;
    double stories_per_month = 0;

    bool operator==(const Shock&) const = default;
};

/// What a scenario says about one product or service that suppliers offer: another date or property of a known one, or
/// a new one. Empty: as in scenarios/data/supply.csv.
struct ProductChange {
    std::string name;           ///< of a known product, or a new name
    std::string use_case;       ///< what it is for; a new product must say it
    std::string route;          ///< market, national or cooperative; a new product must say it
    std::string supplier;       ///< who is struck with it
    std::string launch;         ///< "YYYY-MM"
    std::string withdrawn;      ///< "YYYY-MM", or "never": neither on a date nor because of what becomes known
    std::string mandated_from;  ///< "YYYY-MM", or "never"
    int level = 0;              ///< analytics level 1..3; 0: not said
    double push = -1;           ///< how hard it is offered, relative to an ordinary product; below 0: not said

    bool operator==(const ProductChange&) const = default;
};

/// The word for a date that never comes.
inline constexpr std::string_view never_word = "never";

/// The words of a scenario file. They are for people and change nothing that is simulated.
struct ScenarioTexts {
    std::string title;
    std::string question;
    std::string story;
    std::string evidence;

    bool operator==(const ScenarioTexts&) const = default;
};

/// What a scenario simulates: everything in it that can change a number of a run.
struct SimulatedScenario {
    MunicipalityChoice municipalities;
    Population population = Population::real;
    bool supply = false;    ///< are there suppliers, national services and duties?
    Parameters parameters;  ///< settings (months, people_per_agent, ...) included
    UseCaseTable use_cases = standard_use_cases();
    std::vector<DatedChange> changes;
    std::vector<Shock> shocks;
    std::vector<ProductChange> products;
    std::vector<ConditionalChange> conditional_changes;  ///< over dated ones: what is met wins over what was planned

    int months() const { return static_cast<int>(parameters.months); }
    /// Of which there may be change_limit.
    std::size_t change_count() const { return changes.size() + conditional_changes.size(); }

    bool operator==(const SimulatedScenario&) const = default;
};

struct Scenario : ScenarioTexts, SimulatedScenario {
    std::string name;                          ///< file name without folder and ending, "baseline"
    std::vector<std::filesystem::path> files;  ///< this file and those it is based on, nearest first

    /// The same texts and the same simulation. Where a scenario was read from (name and files) does not count.
    bool operator==(const Scenario& other) const;
};

bool same_texts(const Scenario& one, const Scenario& other);
bool same_simulation(const Scenario& one, const Scenario& other);

/// Reads a scenario file and the files it is based on. Throws InputError ("file:line: key: problem; suggestion")
/// for an unknown key, a wrong type, a value outside its range, a missing file or a circle of based_on.
Scenario read_scenario(const std::filesystem::path& file);

/// Where its files say which municipalities: "strict.toml:4: world.municipalities"; just "municipalities" if they do
/// not.
std::string place_of_municipalities(const Scenario& scenario);
/// Where its files speak last of a product: "strict.toml:9: product.name"; just "product.name" if they do not.
std::string place_of_product(const Scenario& scenario, std::string_view name);

/// Applies "name=value": any key of a scenario file, dotted ("world.months=120", "parameters.support_base=1",
/// "use_cases.area_model.value=0.5"), or a parameter's bare name. Throws InputError, place "--set".
void apply_setting(Scenario& scenario, const std::string& assignment);

/// "all", "100", or "GM0363,GM0599". Throws InputError with `place` in front.
MunicipalityChoice parse_municipalities(const std::string& text, const std::string& place);

/// The same as text, for manifests and commands that repeat a run.
std::string municipalities_text(const MunicipalityChoice& choice);

std::string_view frame_name(Frame frame);
std::string_view population_name(Population population);

}  // namespace algemeente
