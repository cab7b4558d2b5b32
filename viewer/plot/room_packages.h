// The packages that teams in the room have put together: which there are, how levers are spread over them, and what
// becomes of each, in words.
#pragma once

#include "front/levers_to_choose.h"
#include "scenario/scenario.h"
#include "viewer/ensemble/package_runs.h"
#include "viewer/present.h"
#include "viewer/state/phones.h"

#include <map>
#include <string>
#include <vector>

namespace algemeente::viewer {

/// Runs of each package, and of A: those that its result is a mean of, and that a price is read from.
inline constexpr int runs_of_package = 8, runs_of_price = 1;

/// Levers without prices yet: those that are in time for a scenario of so many months, `most` at most.
PackageOffer offer_of(const std::vector<LeverToChoose>& levers, int months, std::size_t most);

/// One package, and the phones that sent it.
struct RoomPackage {
    Taken taken;
    std::vector<int> phones;
};
/// Those that most phones sent first, then by the number of the first of these.
std::vector<RoomPackage> packages_of_room(const PhoneReplies& sent, const PackageOffer& offer);

/// By lever: how many teams took it at each level.
std::vector<std::vector<int>> teams_by_lever(const PhoneReplies& sent, const PackageOffer& offer);

std::vector<DatedChange> changes_of(const PackageOffer& offer, const Taken& taken);
/// "Standards programme: low, Ethics committee".
std::string taken_words(const PackageOffer& offer, const Taken& taken, Language language);
/// "2.84": cents as euros.
std::string euro_words(int cents, Language language);

/// What a package does beside A in the last month, mean over the same runs of both.
struct PackageEffect {
    std::array<double, domain_count> value{}, value_before{};
    double harm = 0, harm_before = 0;  ///< so far, both domains
    double cents = 0;                  ///< what it took, per inhabitant a year
};
/// `runs`: of that many; `years` in which it has cost.
PackageEffect effect_of(const PackageRuns& with, const PackageRuns& bare, int runs, double years);
/// "Value social +12%, physical +3%; harm +5%; cost 2.71 euros in the runs".
std::string effect_words_of(const PackageEffect& effect, Language language);

using RoomEffects = std::map<Taken, PackageEffect>;

}  // namespace algemeente::viewer
