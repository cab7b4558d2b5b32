#include "viewer/state/packing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace algemeente::viewer {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t length_bits = 20;
constexpr std::size_t check_bits = 24;
constexpr int contexts = 6;     ///< the last 1 to 5 letters, and the line so far
constexpr int table_bits = 16;  ///< of the notes on each context
constexpr int likely = 4095;    ///< probabilities are of 4096

/// 4096 / (1 + e^(-x / 256)), from a table of whole numbers, so that it is the same everywhere.
int squash(int x) {
    constexpr std::array<int, 33> at = {1,    2,    3,    6,    10,   16,   27,   45,   73,   120,  194,
                                        310,  488,  747,  1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785,
                                        3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094};
    constexpr int end = 2047;
    if (x > end) return likely;
    if (x < -end) return 1;
    const int part = x & 127;
    const auto step = static_cast<std::size_t>((x >> 7) + 16);
    return (at[step] * (128 - part) + at[step + 1] * part + 64) >> 7;
}

/// The other way round.
const std::array<std::int16_t, 4096>& stretches() {
    static const std::array<std::int16_t, 4096> table = [] {
        std::array<std::int16_t, 4096> made{};
        int filled = 0;
        for (int x = -2047; x <= 2047; ++x)
            for (const int reached = squash(x); filled <= reached; ++filled)
                made[static_cast<std::size_t>(filled)] = static_cast<std::int16_t>(x);
        for (; filled < 4096; ++filled) made[static_cast<std::size_t>(filled)] = 2047;
        return made;
    }();
    return table;
}

/// How often a bit was 1 after a context.
struct Guess {
    std::uint16_t one = 1U << 15U;  ///< of 65536
    std::uint8_t seen = 0;

    void learn(bool bit) {
        constexpr int most_seen = 60;
        const int target = bit ? 65535 : 0;
        one = static_cast<std::uint16_t>(one + (target - one) * 2 / (2 * seen + 3));
        if (seen < most_seen) ++seen;
    }
};

/// Guesses the next bit of a text.
class Oracle {
public:
    Oracle() : notes_(contexts, std::vector<Guess>(std::size_t{1} << table_bits)) {
        for (auto& set : weights_) set.fill(first_weight);
        look_up();
    }

    /// How likely the next bit is 1, of 4096: never 0 and never all.
    int guess() const { return std::clamp(guess_, 1, likely); }

    void learn(bool bit) {
        const int miss = ((bit ? 4096 : 0) - guess_) * learning;
        auto& weights = weights_[set_];
        for (std::size_t i = 0; i < contexts; ++i) {
            weights[i] = std::clamp(weights[i] + ((inputs_[i] * miss + (1 << 13)) >> 14), -most_weight, most_weight);
            notes_[i][at_[i]].learn(bit);
        }
        part_ = part_ * 2 + (bit ? 1U : 0U);
        if (part_ >= 256) end_letter(static_cast<std::uint8_t>(part_ - 256));
        look_up();
    }

private:
    static constexpr int first_weight = (1 << 16) * 2 / 5;
    static constexpr int most_weight = 1 << 19;  ///< times an input it still fits
    static constexpr int learning = 6;

    void end_letter(std::uint8_t letter) {
        part_ = 1;
        last_ = last_ << 8U | letter;
        line_ = letter == '\n' ? 0 : (line_ + letter + 1) * 0x2F0B4C47U;
    }

    void look_up() {
        int sum = 0;
        std::size_t known = 0;
        std::array<const Guess*, contexts> guesses{};
        for (std::size_t i = 0; i < contexts; ++i) {
            const std::uint64_t letters = i + 1 < contexts ? last_ & ((std::uint64_t{1} << (8 * (i + 1))) - 1) : line_;
            std::uint64_t hash =
                (letters * 0x9E3779B97F4A7C15ULL) ^ (part_ * 0xC2B2AE3D27D4EB4FULL) ^ (std::uint64_t{i} << 59U);
            hash *= 0xD6E8FEB86659FD93ULL;
            at_[i] = static_cast<std::size_t>(hash >> (64U - table_bits));
            guesses[i] = &notes_[i][at_[i]];
            inputs_[i] = guesses[i]->seen == 0 ? 0 : stretches()[guesses[i]->one >> 4U];
            known += guesses[i]->seen > 0 ? 1 : 0;
        }
        set_ = known;
        for (std::size_t i = 0; i < contexts; ++i) sum += (inputs_[i] * weights_[set_][i]) >> 4;
        guess_ = squash(sum >> 12);
    }

    std::vector<std::vector<Guess>> notes_;
    std::array<std::array<int, contexts>, contexts + 1> weights_{};  ///< by how many contexts are known
    std::array<int, contexts> inputs_{};
    std::array<std::size_t, contexts> at_{};
    std::size_t set_ = 0;
    std::uint64_t last_ = 0;
    std::uint64_t line_ = 0;
    std::uint64_t part_ = 1;  ///< of the letter under way, with a 1 in front
    int guess_ = 2048;
};

Oracle oracle_that_knows(std::string_view text) {
    Oracle oracle;
    for (const char letter : text)
        for (unsigned bit = 8; bit-- > 0;) oracle.learn((static_cast<unsigned char>(letter) >> bit & 1U) != 0);
    return oracle;
}

std::uint32_t check_of(std::string_view text) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    return (hash ^ hash >> check_bits) & ((1U << check_bits) - 1);
}

/// Bits into bytes, at a price by how likely they are: the interval [low_, high_] shrinks to the part of the bit.
class Coder {
public:
    void put(bool bit, int one) {
        const std::uint32_t middle = middle_of(low_, high_, one);
        (bit ? high_ : low_) = bit ? middle : middle + 1;
        while (((low_ ^ high_) & 0xFF000000U) == 0) {
            bytes_ += static_cast<char>(high_ >> 24U);
            low_ <<= 8U;
            high_ = high_ << 8U | 0xFFU;
        }
    }
    std::string end() {
        // as few bytes as name a number between the two
        bytes_ += static_cast<char>((low_ >> 24U) + 1);
        return std::move(bytes_);
    }
    static std::uint32_t middle_of(std::uint32_t low, std::uint32_t high, int one) {
        const std::uint64_t width = high - low;
        return low + static_cast<std::uint32_t>(width * static_cast<std::uint64_t>(one) >> 12U);
    }

private:
    std::uint32_t low_ = 0, high_ = ~0U;
    std::string bytes_;
};

class Decoder {
public:
    explicit Decoder(std::string_view bytes) : bytes_(bytes) {
        for (int i = 0; i < 4; ++i) code_ = code_ << 8U | next();
    }
    bool take(int one) {
        const std::uint32_t middle = Coder::middle_of(low_, high_, one);
        const bool bit = code_ <= middle;
        (bit ? high_ : low_) = bit ? middle : middle + 1;
        while (((low_ ^ high_) & 0xFF000000U) == 0) {
            low_ <<= 8U;
            high_ = high_ << 8U | 0xFFU;
            code_ = code_ << 8U | next();
        }
        return bit;
    }
    /// Whether more has been read than was there: a few bytes are, at the end.
    bool overdrawn() const { return read_ > bytes_.size() + 4; }

private:
    std::uint32_t next() {
        const std::size_t at = read_++;
        return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0;
    }

    std::string_view bytes_;
    std::size_t read_ = 0;
    std::uint32_t low_ = 0, high_ = ~0U, code_ = 0;
};

constexpr int even = 2048;

void put_number(Coder& coder, std::uint32_t number, std::size_t bits) {
    while (bits-- > 0) coder.put((number >> bits & 1U) != 0, even);
}

std::uint32_t take_number(Decoder& decoder, std::size_t bits) {
    std::uint32_t number = 0;
    while (bits-- > 0) number = number << 1U | (decoder.take(even) ? 1U : 0U);
    return number;
}

std::string letters_of(std::string_view bytes) {
    std::string letters;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char byte : bytes) {
        held = held << 8U | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 6; bits -= 6) letters += alphabet[held >> (bits - 6) & 63U];
        held &= 63U;
    }
    if (bits > 0) letters += alphabet[held << (6 - bits) & 63U];
    return letters;
}

std::optional<std::string> bytes_of(std::string_view letters) {
    std::string bytes;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char letter : letters) {
        const std::size_t value = alphabet.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        held = held << 6U | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits);
        held &= (1U << bits) - 1;
    }
    return bytes;
}

}  // namespace

std::string packed(std::string_view text, std::string_view known) {
    Coder coder;
    put_number(coder, static_cast<std::uint32_t>(text.size()), length_bits);
    put_number(coder, check_of(text), check_bits);
    Oracle oracle = oracle_that_knows(known);
    for (const char letter : text)
        for (unsigned place = 8; place-- > 0;) {
            const bool bit = (static_cast<unsigned char>(letter) >> place & 1U) != 0;
            coder.put(bit, oracle.guess());
            oracle.learn(bit);
        }
    return letters_of(coder.end());
}

std::optional<std::string> unpacked(std::string_view letters, std::string_view known, std::size_t most) {
    const std::optional<std::string> bytes = bytes_of(letters);
    if (!bytes) return std::nullopt;
    Decoder decoder(*bytes);
    const std::uint32_t length = take_number(decoder, length_bits);
    const std::uint32_t check = take_number(decoder, check_bits);
    if (length > most) return std::nullopt;
    Oracle oracle = oracle_that_knows(known);
    std::string text;
    while (text.size() < length && !decoder.overdrawn()) {
        unsigned letter = 0;
        for (int i = 0; i < 8; ++i) {
            const bool bit = decoder.take(oracle.guess());
            oracle.learn(bit);
            letter = letter << 1U | (bit ? 1U : 0U);
        }
        text += static_cast<char>(letter);
    }
    if (text.size() != length || check_of(text) != check) return std::nullopt;
    return text;
}

}  // namespace algemeente::viewer
