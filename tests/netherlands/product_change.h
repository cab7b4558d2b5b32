// A change of a product, as a scenario's [[product]] table says it.
#pragma once

#include "scenario/scenario.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace algemeente {

inline ProductChange product_change(const std::string& name,
                                    std::initializer_list<std::pair<std::string ProductChange::*, std::string>> words) {
    ProductChange change;
    change.name = name;
    for (const auto& [member, word] : words) change.*member = word;
    return change;
}

}  // namespace algemeente
