#include "experiments/sobol.h"

#include "random/design_luck.h"
#include "text/error.h"

#include <fmt/format.h>
#include <boost/random/sobol.hpp>

namespace algemeente {

struct SobolSequence::Engine {
    boost::random::sobol_engine<std::uint32_t, 32> sequence;
};

SobolSequence::SobolSequence(std::size_t dimensions, Scramble scramble, std::uint64_t seed, std::uint32_t randomisation)
    : scramble_(scramble), key_(DesignLuck(seed).key()), words_(dimensions), point_(dimensions) {
    if (dimensions > most_sobol_dimensions)
        throw InputError(fmt::format("a Sobol' sequence of {} dimensions is not possible; at most {}", dimensions,
                                     most_sobol_dimensions));
    engine_ = std::make_unique<Engine>(Engine{boost::random::sobol_engine<std::uint32_t, 32>(dimensions)});
    const DesignLuck luck(seed);
    for (std::size_t i = 0; i < dimensions; ++i)
        shifts_.push_back(luck.word(DesignPurpose::digital_shift, i, randomisation));
    if (randomisation > 0)  // the first is keyed by the seed alone
        key_ ^= std::uint64_t{luck.word(DesignPurpose::owen, 0, randomisation)} << 32U |
                luck.word(DesignPurpose::owen, 1, randomisation);
}

SobolSequence::~SobolSequence() = default;

void SobolSequence::advance() {
    if (at_origin_) {  // Boost leaves the origin out
        at_origin_ = false;
        return;
    }
    for (std::uint32_t& word : words_) word = engine_->sequence();
}

void SobolSequence::skip(std::uint64_t points) {
    for (std::uint64_t i = 0; i < points; ++i) advance();
}

const std::vector<double>& SobolSequence::next() {
    advance();
    for (std::size_t i = 0; i < words_.size(); ++i) {
        switch (scramble_) {
            case Scramble::none: point_[i] = words_[i] * 0x1p-32; break;
            case Scramble::shift: point_[i] = unit_interval(words_[i] ^ shifts_[i]); break;
            case Scramble::owen:
                point_[i] = unit_interval(owen_scrambled(words_[i], key_, static_cast<std::uint32_t>(i)));
                break;
        }
    }
    return point_;
}

std::uint32_t owen_scrambled(std::uint32_t word, std::uint64_t key, std::uint32_t dimension) {
    const auto mixed = [](std::uint64_t x) {  // SplitMix64's finaliser
        x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31U);
    };
    const std::uint64_t stream = mixed(key + 0x9E3779B97F4A7C15ULL * (dimension + 1ULL));
    std::uint32_t scrambled = 0;
    for (std::uint32_t digit = 0; digit < 32; ++digit) {
        // the digits before this one, with a one in front so that "0" and "00" differ
        const std::uint64_t before = (std::uint64_t{1} << digit) | (digit == 0 ? 0 : word >> (32U - digit));
        const auto flip = static_cast<std::uint32_t>(mixed(stream + 0x9E3779B97F4A7C15ULL * before) >> 63U);
        const std::uint32_t bit = (word >> (31U - digit)) & 1U;
        scrambled = (scrambled << 1U) | (bit ^ flip);
    }
    return scrambled;
}

}  // namespace algemeente
