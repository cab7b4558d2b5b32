// The report: one self-contained page to read, to print and to hand out.
#pragma once

#include "output/results.h"

#include <string>

namespace algemeente {

/// report.html as text: inline style and drawings, no scripts, nothing loaded from elsewhere.
std::string report_page(const Ensemble& ensemble, const RunDescription& run);

}  // namespace algemeente
