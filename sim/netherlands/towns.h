// Finding a municipality by what people call it: any part of its name, without accents, or another name that is in use.
#pragma once

#include "scenario/scenario.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

struct Town {
    std::string code;
    std::string name;
};

struct TownHit {
    std::string code;
    std::string name;
    std::string also;  ///< the other name by which it was found; may be empty
};

/// Small letters and digits only, without accents: "'s-Gravenhage" is "sgravenhage", "Súdwest-Fryslân"
/// "sudwestfryslan".
std::string folded_name(std::string_view name);

/// Towns whose name, or other name, holds what was typed, or whose code begins with it; best first: the whole name, its
/// beginning, the beginning of a word, anywhere.
std::vector<TownHit> find_towns(std::string_view typed, std::span<const Town> towns);

/// The town whose name, or other name, is nearest to what was typed; none if no name is near.
std::optional<TownHit> nearest_town(std::string_view typed, std::span<const Town> towns);

/// The code of the town that is called so: a code, its name or another one. Throws InputError "option: ..." that names
/// the nearest one.
std::string town_called(const std::string& text, std::string_view option, std::span<const Town> towns);

/// Puts codes in the place of names. Throws InputError that begins with `place` and names the nearest municipality for
/// one that does not exist.
void name_by_codes(MunicipalityChoice& choice, std::string_view place);
/// The same for what a scenario lists; `place` stands for where, and is the place in its files when it is empty.
void name_by_codes(Scenario& scenario, const std::string& place = {});

}  // namespace algemeente
