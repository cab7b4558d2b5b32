#include "patterns/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace algemeente {

std::string_view class_word(PatternClass pattern_class) {
    switch (pattern_class) {
        case PatternClass::emergent: return "E";
        case PatternClass::mechanism: return "M";
        case PatternClass::validation: return "V";
        case PatternClass::emergent_mechanism: return "E, M";
        case PatternClass::emergent_validation: return "E, V";
    }
    return "";
}

std::string criterion_above(double bound) {
    return fmt::format("> {}", bound);
}

std::string criterion_below(double bound) {
    return fmt::format("< {}", bound);
}

std::string criterion_between(double low, double high) {
    return fmt::format("{} to {}", low, high);
}

std::string criterion_of_share(double bound) {
    return fmt::format(">= {} of replicates", bound);
}

std::vector<Pattern> all_patterns() {
    std::vector<Pattern> all;
    for (std::vector<Pattern> part :
         {patterns_of_domains(), patterns_of_factors(), patterns_of_scandals(), patterns_of_projects(),
          patterns_of_policy(), patterns_of_municipalities(), patterns_of_supply(), patterns_of_agents()})
        std::move(part.begin(), part.end(), std::back_inserter(all));
    std::sort(all.begin(), all.end(), [](const Pattern& a, const Pattern& b) { return a.id < b.id; });
    return all;
}

}  // namespace algemeente
