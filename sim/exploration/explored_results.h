// What runs are plotted by when it is asked what the model can do: the statistics of a calibration, and some of its
// own.
#pragma once

#include "calibration/statistics.h"

#include <span>
#include <string_view>

namespace algemeente {

/// Own ones first, then all of statistics(). The order is that of the columns of a store.
std::span<const Statistic> explored_results();

/// Position in explored_results(). Throws InputError with the nearest name if there is none.
std::size_t find_explored_result(std::string_view name);

/// Whether it is always the same in a world without suppliers.
bool needs_suppliers(std::size_t result);

}  // namespace algemeente
