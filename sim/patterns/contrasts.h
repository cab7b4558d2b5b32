// Variants of any scenario, by name: those of scenarios/, and diagnostic ones that no file can say of any scenario.
#pragma once

#include "scenario/scenario.h"
#include "world/types.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace algemeente {

/// Half of both domains' mixes together, in both (D2; pattern P02).
void equalise_mixes(UseCaseTable& use_cases);
/// The domains exchange their mixes (D1; pattern P03).
void swap_mixes(UseCaseTable& use_cases);

/// The diagnostic multiplier of a factor.
double Parameters::*diagnostic_of(Factor factor);

/// The parameter that shifts a factor; 1 holds it at its ceiling.
double Parameters::*shift_of(Factor factor);

/// The folder of the scenario files that come with the program.
std::filesystem::path scenarios_folder();

/// Makes variants of one base scenario. Names:
///   base                    the scenario itself
///   equal_mix, swapped_mix  diagnostics D2 and D1
///   social_priority         diagnostic D5: what comes up in the social domain scores three times as high
///   half:FACTOR             a factor at half its level or source (D6)
///   raise:FACTOR[+FACTOR]   one or two factors raised by 40 %
///   ceiling:FACTOR          a factor held at 1
///   without:AGENTS          what they decide is left out: citizens, politicians, employees; or only turnover, council
///   all_municipalities      the scenario itself in the whole country, whatever sample it asks for
///   lock_in:0.4             less dependence on suppliers from 2015 on
///   lowest:NAME, highest:NAME  a parameter at an end of its range
///   without_suppliers:NAME[+NAME]  their products are withdrawn in January 2024
///   supplied:VARIANT        any of these with suppliers, and in the whole country
///   anything else           a file of scenarios/, of which what differs from scenarios/baseline.toml is applied
class Contrasts {
public:
    explicit Contrasts(Scenario base, std::filesystem::path folder = scenarios_folder());

    /// Throws InputError for a name that is neither known nor a file.
    Scenario called(const std::string& name) const;

private:
    Scenario base_;
    std::filesystem::path folder_;
    Scenario standard_;  ///< scenarios/baseline.toml
};

}  // namespace algemeente
