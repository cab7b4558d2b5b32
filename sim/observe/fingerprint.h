// A hash that tells whether two worlds, or two ensembles, are the same to the last bit.
#pragma once

#include <cstdint>

namespace algemeente {

/// Order-dependent 64-bit hash of 64-bit words (multiply, then fold the high half down). Not cryptographic.
class Fingerprint {
public:
    void add(std::uint64_t word) {
        state_ = (state_ ^ word) * 0x9E3779B97F4A7C15ULL;
        state_ ^= state_ >> 32U;
    }
    void add(double value);
    std::uint64_t value() const { return state_; }

private:
    std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

}  // namespace algemeente
