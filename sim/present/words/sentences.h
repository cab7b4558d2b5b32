// What the numbers say, in four sentences: the same in the window, the hand-out and the report.
#pragma once

#include "present/summary.h"
#include "present/words/catalogue.h"
#include "present/words/certainty.h"
#include "present/words/language.h"
#include "scenario/scenario.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace algemeente::present {

/// With the claims of the thesis that it rests on: "E01, E09".
struct Sentence {
    std::string words;
    std::string evidence;
};

/// The effect of a scenario in one line: what it is about, and each domain on its own.
struct Headline {
    std::string about;   ///< "B against A, algorithms in use, at the end of 2029"
    std::string social;  ///< "Social -19 (-7%), lower in 196 of 200 runs"
    std::string physical;
};

/// One scenario of a comparison; the first is A, the baseline.
struct Told {
    Runs runs;
    std::string evidence;            ///< of the scenario
    int some = 0;                    ///< municipalities; 0: all of them
    bool listed = false;             ///< these are listed; else they are a sample
    Over over = Over::random_draws;  ///< what differs from run to run, and so what is counted
};
/// `municipalities`: as many are simulated.
Told told_of(Runs runs, const Scenario& scenario, std::size_t municipalities, Over over = Over::random_draws);

/// What `other`, called by its letter, changes against the baseline: the median of the paired differences, how large
/// that is against the baseline's median (where a percentage says something), and how sure its direction is, in the
/// words of every other place.
Headline headline_of(const Runs& other, std::string_view letter, const Runs& baseline, int month, std::size_t outcome,
                     Language language, Over over = Over::random_draws);

/// About the scenario at `position`, in `month`: of A what both domains have in use, what holds projects back, how
/// many ideas reach use and how many municipalities use something; of another what differs from A, and through what.
/// With another outcome than algorithms in use, what differs is told of that one.
std::vector<Sentence> sentences_of(std::span<const Told> scenarios, std::size_t position, int month, Language language,
                                   std::optional<std::size_t> outcome = std::nullopt);

/// The mean effect in one municipality: how many more or fewer algorithms it uses in each domain than in A. `words`:
/// which uses are counted, one of s_effect_here, s_effect_used_here, s_effect_registered_here.
std::string effect_here(std::string_view municipality, std::string_view letter, const Difference& social,
                        const Difference& physical, int month, Language language, Over over = Over::random_draws,
                        Word words = Word::s_effect_here);

/// The factor of one municipality's projects that another scenario shifts most against A.
struct ShiftHere {
    Factor factor = Factor::none;  ///< none: nothing shifts
    Domain domain = Domain::social;
    Difference shift;
    bool any_projects = false;  ///< in both scenarios, in some run
};
/// Does it leave things there as they are, in most runs and both domains?
bool leaves_as_it_is(const Difference& social, const Difference& physical);
/// Why a scenario changes something there: through which factor, in that year. `changes` false: nothing changes in most
/// runs, so that what shifts is the cause of nothing.
std::string why_here(std::string_view municipality, const ShiftHere& most, int in_year, Language language,
                     bool changes = true, Over over = Over::random_draws);

/// What holds back most projects of one municipality in one domain.
struct BrakeHere {
    Factor factor = Factor::none;  ///< none: no run has a project on the way
    int runs = 0;                  ///< in which it is the main one
    int runs_with_projects = 0;
};
/// Projects that had begun and stopped there, means over so many runs.
struct EndsHere {
    double all = 0;
    std::vector<std::pair<Reason, double>> by_reason{};  ///< most frequent first, those without a name last
    std::optional<double> in_a{};                        ///< all of them in A; none: this is A
    int runs = 0;
};
/// What stops projects there: the main brake of the year in both domains, and why projects have ended until then.
std::string stops_here(const std::array<BrakeHere, domain_count>& brakes, const EndsHere& ends, int in_year,
                       std::size_t runs, Language language, Over over = Over::random_draws);

}  // namespace algemeente::present
