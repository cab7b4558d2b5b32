// The patterns with the ids named, in the order of all patterns.
#pragma once

#include "patterns/pattern.h"

#include <string>
#include <vector>

namespace algemeente {

inline std::vector<Pattern> patterns_called(const std::vector<std::string>& ids) {
    std::vector<Pattern> chosen;
    for (Pattern& pattern : all_patterns())
        for (const std::string& id : ids)
            if (pattern.id == id) chosen.push_back(pattern);
    return chosen;
}

}  // namespace algemeente
