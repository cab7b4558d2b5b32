#include "search/where_it_fails.h"

#include "analysis/prim.h"
#include "present/page/columns.h"

#include <algorithm>

namespace algemeente {

namespace {

constexpr double surely = 0.05;     // chance of a limit by luck, over all numbers looked at
constexpr double least_mass = 0.1;  // a box of fewer runs tells nothing

}  // namespace

Failure where_it_fails(const Search& search, const Result& result, present::Language language) {
    Failure failure;
    const auto failed = static_cast<double>(std::count(result.good.begin(), result.good.end(), false));
    failure.share = failed / static_cast<double>(result.good.size());
    if (!search.members || failed == 0 || failure.share == 1) return failure;
    const Members& members = *search.members;
    failure.numbers = members.names.size();
    analysis::Cases cases;
    cases.points.resize(static_cast<Eigen::Index>(result.good.size()), static_cast<Eigen::Index>(failure.numbers));
    for (std::size_t run = 0; run < result.good.size(); ++run) {
        const std::size_t member = member_of_replicate(members, search.runs + static_cast<int>(run));
        for (std::size_t i = 0; i < failure.numbers; ++i)
            cases.points(static_cast<Eigen::Index>(run), static_cast<Eigen::Index>(i)) = members.values[member][i];
        cases.of_interest.push_back(!result.good[run]);
    }
    const auto trajectory = analysis::prim_trajectory(cases, {.least_mass = least_mass});
    const analysis::Box box = analysis::pruned(cases, trajectory[analysis::most_balanced(trajectory)].box,
                                               surely / static_cast<double>(failure.numbers));
    const std::vector<analysis::Limit> limits = analysis::limits_of(cases, box);
    if (limits.empty()) return failure;
    std::vector<std::string> words;
    for (const std::string& name : members.names) words.push_back(present::input_words(name, language));
    failure.box_file = analysis::box_in_file(limits, members.names);
    failure.box_words = analysis::box_in_words(limits, words, language);
    failure.density = analysis::measure(cases, box).density;
    return failure;
}

}  // namespace algemeente
