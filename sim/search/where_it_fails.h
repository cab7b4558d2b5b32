// Where a package falls short: in which members, as a box of the numbers that differ between them (PRIM).
#pragma once

#include "present/words/language.h"
#include "search/search.h"

#include <string>

namespace algemeente {

struct Failure {
    double share = 0;         ///< of the fresh runs in which it is not good enough
    std::string box_file{};   ///< "support_base >= 1.1": for files; empty: nothing tells reliably where
    std::string box_words{};  ///< the same for people
    double density = 0;       ///< share of the runs in the box that fall short
    std::size_t numbers = 0;  ///< that differ between members
};

/// Limits are kept only if chance would hardly do as well with any of the numbers looked at (Bonferroni).
Failure where_it_fails(const Search& search, const Result& result, present::Language language);

}  // namespace algemeente
