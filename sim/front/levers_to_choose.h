// The levers that the search for packages may pull, from the file of that search: whoever lets people put a package
// together takes them from here, so that there is no second list.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace algemeente {

struct LeverToChoose {
    std::string lever;
    std::vector<double> values;  ///< from the lowest to the highest; its standard value, which is no choice, left out
    int from_month = 0;          ///< the first of the months in which the search may begin it
};

/// Where the search lies that the kept front comes from.
std::filesystem::path shipped_search();

/// Those that are a plain decision and have a price, in the order of the file. Throws InputError ("file:line: key:
/// problem").
std::vector<LeverToChoose> read_levers_to_choose(const std::filesystem::path& file);

}  // namespace algemeente
