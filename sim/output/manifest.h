// The manifest: everything needed to repeat a run and to see that the repetition is the same.
#pragma once

#include "output/results.h"

#include <string>

namespace algemeente {

/// manifest.json as text (pretty, keys in a fixed order).
std::string manifest_text(const Ensemble& ensemble, const RunDescription& run);

/// A fingerprint as the manifest and the report show it: 16 hexadecimal digits.
std::string fingerprint_text(std::uint64_t fingerprint);

}  // namespace algemeente
