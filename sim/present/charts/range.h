// From low to high: limits of an axis, stretches of months.
#pragma once

namespace algemeente::present {

struct Range {
    double low = 0;
    double high = 1;

    double span() const { return high - low; }
    bool operator==(const Range&) const = default;
};

}  // namespace algemeente::present
