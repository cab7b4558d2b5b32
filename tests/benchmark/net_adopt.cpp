#include "benchmark/net_adopt.h"

#include "mathematics/vector_clones.h"
#include "random/distributions.h"

#include <algorithm>
#include <utility>

namespace algemeente::benchmarks {

namespace {

constexpr Purpose network = Purpose::citizen_acquaintances;
constexpr Purpose decision = Purpose::citizen_experience;

constexpr std::uint32_t lanes = 8;                   ///< random blocks beside each other
constexpr std::uint32_t agents_per_row = lanes * 8;  ///< a random block has eight halves of words
constexpr std::uint32_t random_blocks = NetAdopt::block_size / 8;

/// Upper halves of the draws of one block, agent by agent.
using Halves = std::array<std::uint16_t, NetAdopt::block_size>;

/// The random words of one block of agents, word by word, so that lanes of vector code stand beside each other.
struct Words {
    std::array<std::uint32_t, random_blocks> a, b, c, d;
};

/// Philox4x32-10 as in random/philox.h, for addresses (first .., 0, purpose_and_month, 0) beside each other.
ALGEMEENTE_VECTOR_CLONES
void fill_words(std::uint32_t first, std::uint32_t purpose_and_month, std::uint64_t key, Words& __restrict words) {
    for (std::uint32_t i = 0; i < random_blocks; ++i) {
        std::uint32_t a = first + i;
        std::uint32_t b = 0;
        std::uint32_t c = purpose_and_month;
        std::uint32_t d = 0;
        auto key_low = static_cast<std::uint32_t>(key);
        auto key_high = static_cast<std::uint32_t>(key >> 32U);
        for (int round = 0; round < 10; ++round) {
            const std::uint64_t product0 = std::uint64_t{0xD2511F53U} * a;
            const std::uint64_t product1 = std::uint64_t{0xCD9E8D57U} * c;
            a = static_cast<std::uint32_t>(product1 >> 32U) ^ b ^ key_low;
            b = static_cast<std::uint32_t>(product1);
            c = static_cast<std::uint32_t>(product0 >> 32U) ^ d ^ key_high;
            d = static_cast<std::uint32_t>(product0);
            key_low += 0x9E3779B9U;
            key_high += 0xBB67AE85U;
        }
        words.a[i] = a;
        words.b[i] = b;
        words.c[i] = c;
        words.d[i] = d;
    }
}

/// Deals the words out: each lane of eight words has eight rows of halves, one for each of 64 agents.
ALGEMEENTE_VECTOR_CLONES
void deal_halves(const Words& __restrict words, Halves& __restrict halves) {
    std::uint16_t* hand = halves.data();
    for (std::uint32_t first = 0; first < random_blocks; first += lanes)
        for (const auto* word : {&words.a, &words.b, &words.c, &words.d})
            for (const std::uint32_t shift : {0U, 16U}) {
                for (std::uint32_t i = 0; i < lanes; ++i)
                    hand[i] = static_cast<std::uint16_t>((*word)[first + i] >> shift);
                hand += lanes;
            }
}

/// How many of the kept ring neighbours had adopted.
ALGEMEENTE_VECTOR_CLONES
void count_ring(const std::uint8_t* before, const std::uint8_t* __restrict kept, std::uint8_t* __restrict neighbours) {
    for (std::uint32_t i = 0; i < NetAdopt::block_size; ++i) {
        const std::uint8_t* here = before + i;
        const unsigned k = kept[i];
        neighbours[i] = static_cast<std::uint8_t>(
            ((*(here - 4) & k) + (*(here - 3) & (k >> 1U)) + (*(here - 2) & (k >> 2U)) + (*(here - 1) & (k >> 3U))) +
            ((here[1] & (k >> 4U)) + (here[2] & (k >> 5U)) + (here[3] & (k >> 6U)) + (here[4] & (k >> 7U))));
    }
}

/// Decides by the upper halves of draws. Returns how many of them lie on the edge, where lower halves must decide.
ALGEMEENTE_VECTOR_CLONES
std::uint32_t decide(const std::uint8_t* __restrict before, const std::uint8_t* __restrict neighbours,
                     const std::uint16_t* __restrict halves, std::uint8_t* __restrict now) {
    std::uint32_t on_edge = 0;
    for (std::uint32_t i = 0; i < NetAdopt::block_size; ++i) {
        const std::uint32_t alone = adopt_alone + adopt_by_neighbour * neighbours[i];
        const std::uint32_t chance = alone ^ ((alone ^ stay) & (0U - before[i]));  // a choice without a branch
        const auto edge = static_cast<std::int32_t>(chance >> 16U);
        const auto half = static_cast<std::int32_t>(halves[i]);
        now[i] = static_cast<std::uint8_t>(half < edge ? 1 : 0);
        on_edge += half == edge ? 1U : 0U;
    }
    return on_edge;
}

ALGEMEENTE_VECTOR_CLONES
std::uint32_t sum_of(const std::uint8_t* states) {
    std::uint32_t sum = 0;
    for (std::uint32_t i = 0; i < NetAdopt::block_size; ++i) sum += states[i];
    return sum;
}

constexpr std::uint32_t purpose_and_month_of(int month) {
    return (static_cast<std::uint32_t>(decision) << 16U) | static_cast<std::uint32_t>(month + 1);
}

}  // namespace

std::uint32_t draw_of(const Luck& luck, std::uint32_t agent, int month) {
    const std::uint32_t place = agent % agents_per_row;
    const PhiloxBlock words = luck.words(decision, agent / agents_per_row * lanes + place % lanes, month);
    const std::uint32_t half = place / lanes;
    const std::uint32_t upper = (words[half / 2] >> (16 * (half % 2))) & 0xffffU;
    return (upper << 16U) | (luck.words(decision, agent, month, 1)[0] >> 16U);
}

std::array<std::uint32_t, tie_count> acquaintances_of(const Luck& luck, std::uint32_t agent, std::uint32_t count) {
    std::array<std::uint32_t, tie_count> others;
    others.fill(agent);
    for (std::uint32_t tie = 0; tie < tie_count; ++tie) {
        const std::uint32_t number = tie / 4;
        if (luck.draws(network, agent, before_first_month, number)[tie % 4] >= rewiring_chance) continue;
        const double anybody = luck.draws(network, agent, before_first_month, 2 + number)[tie % 4];
        const int steps = whole_number(anybody, 1, static_cast<int>(count) - 1);  // never oneself
        others[tie] = (agent + static_cast<std::uint32_t>(steps)) % count;
    }
    return others;
}

NetAdopt::NetAdopt(std::uint32_t count, const Luck& luck) : count_(count), luck_(luck) {
    const std::uint32_t whole_blocks = (count + block_size - 1) / block_size * block_size;
    before_.resize(margin + whole_blocks + margin);
    now_.resize(before_.size());
    kept_.resize(whole_blocks);
    rewire();
}

void NetAdopt::rewire() {
    for (std::uint32_t agent = 0; agent < count_; ++agent) {
        if (agent % block_size == 0) first_tie_.push_back(static_cast<std::uint32_t>(acquaintance_.size()));
        const std::array<std::uint32_t, tie_count> others = acquaintances_of(luck_, agent, count_);
        for (std::uint32_t tie = 0; tie < tie_count; ++tie) {
            if (others[tie] == agent) {
                kept_[agent] = static_cast<std::uint8_t>(kept_[agent] | (1U << tie));
                continue;
            }
            agent_in_block_.push_back(static_cast<std::uint16_t>(agent % block_size));
            acquaintance_.push_back(others[tie]);
        }
    }
    first_tie_.push_back(static_cast<std::uint32_t>(acquaintance_.size()));
}

/// The ends of the ring see each other.
void NetAdopt::close_ring() {
    for (std::uint32_t i = 1; i <= tie_count / 2; ++i) {
        before_[margin - i] = before_[margin + count_ - i];
        before_[margin + count_ + i - 1] = before_[margin + i - 1];
    }
}

std::uint32_t NetAdopt::pass_block(std::uint32_t block) {
    Words words;
    Halves halves;
    std::array<std::uint8_t, block_size> neighbours;
    const std::uint32_t first = block * block_size;
    const std::uint8_t* before = before_.data() + margin + first;
    std::uint8_t* now = now_.data() + margin + first;

    fill_words(first / agents_per_row * lanes, purpose_and_month_of(month()), luck_.key(), words);
    deal_halves(words, halves);
    count_ring(before, kept_.data() + first, neighbours.data());
    for (std::uint32_t tie = first_tie_[block]; tie < first_tie_[block + 1]; ++tie)
        neighbours[agent_in_block_[tie]] += before_[margin + acquaintance_[tie]];
    const std::uint32_t on_edge = decide(before, neighbours.data(), halves.data(), now);

    const std::uint32_t length = std::min(block_size, count_ - first);
    for (std::uint32_t i = 0; on_edge > 0 && i < length; ++i) {
        const std::uint32_t chance = chance_of(before[i], neighbours[i]);
        if (halves[i] == chance >> 16U) now[i] = draw_of(luck_, first + i, month()) < chance ? 1 : 0;
    }
    std::fill(now + length, now + block_size, std::uint8_t{0});  // nobody lives behind the last agent
    return sum_of(now);
}

void NetAdopt::pass_month() {
    std::swap(before_, now_);
    close_ring();
    std::uint32_t adopters = 0;
    for (std::uint32_t block = 0; block + 1 < first_tie_.size(); ++block) adopters += pass_block(block);
    adopters_.push_back(adopters);
}

}  // namespace algemeente::benchmarks
