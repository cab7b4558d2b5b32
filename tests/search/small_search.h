// A search that takes a second: six municipalities, three years.
#pragma once

#include "places.h"
#include "search/search.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace algemeente::small_search {

inline std::string text() {
    return "title = \"Small\"\n"
           "scenario = \"" +
           (places::checkout() / "scenarios/baseline.toml").string() +
           "\"\n"
           "others = [\"" +
           (places::checkout() / "scenarios/national_scandal.toml").string() +
           "\"]\n"
           "municipalities = 6\n"
           "months = 36\n"
           "runs = 2\n"
           "fresh_runs = 3\n"
           "population = 6\n"
           "rounds = 2\n"
           "seed = 5\n"
           "[[lever]]\nname = \"ethics_committee\"\nvalues = [1]\nfrom = [\"2016-06\", \"2017-01\"]\n"
           "[[lever]]\nname = \"change_capacity_multiplier\"\nvalues = [1, 2, 4]\nfrom = \"2016-06\"\nshares = [0.5, "
           "1]\n"
           "[[objective]]\noutcome = \"effort\"\ndomain = \"both\"\ndirection = \"higher\"\nepsilon = 0.01\n"
           "[[objective]]\noutcome = \"policy_eur_per_inhabitant\"\ndirection = \"lower\"\nepsilon = 0.01\n"
           "[[limit]]\noutcome = \"policy_eur_per_inhabitant\"\nat_most = 3\n";
}

inline std::filesystem::path file_with(const std::string& words) {
    const std::filesystem::path file = std::filesystem::path(::testing::TempDir()) / "small_search.toml";
    std::ofstream(file) << words;
    return file;
}

inline Search read() {
    return read_search(file_with(text()));
}

}  // namespace algemeente::small_search
