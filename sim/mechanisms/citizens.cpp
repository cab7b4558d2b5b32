// Citizens: news and own experience move trust and concern; acquaintances pull; losses weigh more than gains.
// Assumes: trust in the municipality is one number per citizen; acceptance of a use is another matter (factor LGC).
// ODD: sim/README.md#citizens
#include "mathematics/elementary.h"
#include "mathematics/vector_clones.h"
#include "mechanisms/schedule.h"
#include "random/distributions.h"

#include <array>

namespace algemeente::mechanisms {

namespace {

/// On either side of a citizen; make_people.cpp rewires some of these ties.
constexpr std::uint32_t ring_reach = 2;
constexpr std::uint32_t acquaintances = 2 * ring_reach;  // a definition: the ring of Watts and Strogatz

/// Citizens are handled in blocks that fit the first-level cache.
constexpr std::uint32_t block_size = 1024;
using Block = std::array<float, block_size>;

/// Citizens who meet a wrong outcome are few, so luck is drawn for groups: how many of a group do, then who.
constexpr std::uint32_t group_size = 64;

/// The month as citizens of one municipality meet it, in single precision.
struct Climate {
    float news_trust, news_concern, gain, loss, prior, back, peers, scar, release, fading, experience_weight,
        experience_concern, reference;
    double experience;    ///< chance of meeting a wrong outcome oneself
    double group_spared;  ///< chance that nobody of a full group does
};

Climate climate_of(const Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const double risk = now.nation.attention(Frame::risk);
    const double surveillance = now.nation.attention(Frame::surveillance);
    const double local = municipality.local_attention[0];
    const double local_both = clip(municipality.local_attention[0] + municipality.local_attention[1]);
    const double experience = clip(p.experience_chance * municipality.harm_to_citizens);

    Climate climate{};
    climate.news_trust = static_cast<float>(p.news_local_weight * local_both + p.news_risk_weight * risk +
                                            p.news_surveillance_weight * surveillance);
    climate.news_concern =
        static_cast<float>(p.concern_exposure_share * p.concern_growth *
                           (p.concern_risk_weight * risk + p.concern_surveillance_weight * surveillance +
                            p.concern_local_weight * clip(local)));
    climate.gain = static_cast<float>(p.trust_gain * clip(p.trust_gain_scale * municipality.benefit_in_use));
    climate.loss = static_cast<float>(p.trust_loss);
    climate.prior = static_cast<float>(p.trust_loss_prior);
    climate.back = static_cast<float>(p.trust_return);
    climate.peers = static_cast<float>(p.trust_peers / acquaintances);
    climate.scar = static_cast<float>(p.trust_scar);
    climate.release = static_cast<float>(p.trust_scar_release);
    climate.fading = static_cast<float>(p.concern_fading);
    climate.experience_weight = static_cast<float>(p.experience_weight);
    climate.experience_concern = static_cast<float>(p.concern_experience);
    constexpr double nearly_certain = .999;  // how_many divides by the chance of the opposite
    climate.reference = static_cast<float>(p.trust_loss_reference);
    climate.experience = std::min(experience, nearly_certain);
    climate.group_spared = experience > 0 ? power(1 - climate.experience, group_size) : 1;
    return climate;
}

/// Elementwise, so that it becomes vector code: `here` has two more on either side. The index is as wide as a pointer;
/// a narrower one could wrap, and the compiler would fetch neighbours one by one.
ALGEMEENTE_VECTOR_CLONES
void sum_neighbours(const float* __restrict here, float* __restrict sums, std::ptrdiff_t length) {
    constexpr std::ptrdiff_t reach = ring_reach;
    for (std::ptrdiff_t i = 0; i < length; ++i)
        sums[i] = (here[i - reach] + here[i - 1]) + (here[i + 1] + here[i + reach]);
}

/// Sum of last month's trust of the four ring neighbours of the citizens from `start` on.
void sum_ring(const float* before, std::uint32_t count, std::uint32_t start, std::uint32_t length, Block& sums) {
    // the ring closes at the ends of the municipality; in between neighbours stand beside each other
    const std::uint32_t inner_first = start < ring_reach ? std::min(length, ring_reach - start) : 0;
    const std::uint32_t inner_end =
        std::max(inner_first, std::min(length, count > start + ring_reach ? count - ring_reach - start : 0));
    const auto around_the_end = [&](std::uint32_t j) {
        const auto at = [&](std::uint32_t steps) {
            const std::uint32_t place = start + j + steps;
            if (place < ring_reach) return before[place + count - ring_reach];
            return before[place - ring_reach < count ? place - ring_reach : place - ring_reach - count];
        };
        return (at(0) + at(1)) + (at(ring_reach + 1) + at(ring_reach + ring_reach));
    };
    for (std::uint32_t j = 0; j < inner_first; ++j) sums[j] = around_the_end(j);
    sum_neighbours(before + start + inner_first, &sums[inner_first], inner_end - inner_first);
    for (std::uint32_t j = inner_end; j < length; ++j) sums[j] = around_the_end(j);
}

/// How many of `people` meet it (binomial, by inversion); `none` is the chance that nobody does.
std::uint32_t how_many(double uniform, std::uint32_t people, double chance, double none) {
    double exactly = none;
    double at_most = none;
    std::uint32_t count = 0;
    while (uniform >= at_most && count < people) {
        exactly *= chance / (1 - chance) * (people - count) / (count + 1);
        at_most += exactly;
        ++count;
    }
    return count;
}

/// Marks `count` different members of a group.
void choose_members(float* group, std::uint32_t people, std::uint32_t count, std::uint64_t key, const Now& now) {
    for (std::uint32_t i = 0; i < count; ++i) {
        const double luck = now.luck.uniform(Purpose::citizen_experience, key, now.month, i + 1);
        int skip = whole_number(luck, 0, static_cast<int>(people - i) - 1);  // among those not marked yet
        std::uint32_t member = 0;
        while (group[member] > 0 || skip-- > 0) ++member;
        group[member] = 1;
    }
}

/// 1 for citizens of a block who meet a wrong outcome themselves this month, else 0. False: nobody does.
bool draw_experiences(std::uint32_t municipality_key, std::uint32_t start, std::uint32_t length, const Climate& climate,
                      const Now& now, Block& met) {
    bool anybody = false;
    for (std::uint32_t j = 0; j < length; j += group_size) {
        const std::uint32_t people = std::min(group_size, length - j);
        const std::uint64_t key = (static_cast<std::uint64_t>(municipality_key) << 32U) | ((start + j) / group_size);
        const double luck = now.luck.uniform(Purpose::citizen_experience, key, now.month);
        if (luck < climate.group_spared) continue;  // also holds for a smaller group
        const double none = power(1 - climate.experience, people);
        const std::uint32_t count = how_many(luck, people, climate.experience, none);
        if (count == 0) continue;
        if (!anybody) std::fill(met.begin(), met.begin() + whole_lanes(length), 0.0F);
        anybody = true;
        choose_members(&met[j], people, count, key, now);
    }
    return anybody;
}

/// Eight citizens at once. Their number does not depend on the hardware, so that everybody adds in the same order.
using Lanes [[gnu::vector_size(people_lanes * sizeof(float))]] = float;
using LaneNumbers [[gnu::vector_size(people_lanes * sizeof(std::int32_t))]] = std::int32_t;

/// Eight citizens as they lie in an array of floats, wherever it begins.
using LanesInArray [[gnu::vector_size(people_lanes * sizeof(float)), gnu::aligned(alignof(float)), gnu::may_alias]] =
    float;

inline const LanesInArray* in_lanes(const float* values) {
    return reinterpret_cast<const LanesInArray*>(values);
}
inline LanesInArray* in_lanes(float* values) {
    return reinterpret_cast<LanesInArray*>(values);
}
[[gnu::always_inline]] inline void clip_lanes(Lanes& x) {
    x = x > 0.0F ? x : Lanes{};
    x = x < 1.0F ? x : Lanes{} + 1.0F;
}

/// What a block adds to the means of its municipality.
struct BlockSums {
    double trust = 0;
    double concern = 0;
};

/// Equations (47)-(49) for one block (E59, E60, E64), whole lanes; places for nobody move, but do not count.
ALGEMEENTE_VECTOR_CLONES
BlockSums move_block(float* __restrict trust, const float* __restrict before, float* __restrict usual,
                     const float* __restrict first, float* __restrict concern, const float* __restrict usual_concern,
                     const float* __restrict exposure, const float* __restrict ring, const float* __restrict experience,
                     std::size_t length, const Climate& c) {
    const float all_peers = static_cast<float>(acquaintances) * c.peers;
    Lanes trusts{};
    Lanes concerns{};
    LaneNumbers left{};  // above 0: a citizen, else nobody
    for (std::int32_t lane = 0; lane < static_cast<std::int32_t>(people_lanes); ++lane) left[lane] = -lane;
    left += static_cast<std::int32_t>(length);
    for (std::size_t v = 0; v < whole_lanes(static_cast<std::uint32_t>(length)) / people_lanes; ++v) {
        const Lanes old = in_lanes(before)[v];
        const Lanes exposed = in_lanes(exposure)[v];
        const Lanes met = in_lanes(experience)[v];
        const Lanes used_to = in_lanes(usual)[v];
        const Lanes bad = exposed * c.news_trust + c.experience_weight * met;
        const Lanes pull = c.back * (used_to - old) + (c.peers * in_lanes(ring)[v] - all_peers * old);
        Lanes now = old + pull + c.gain * (1.0F - old) - c.loss * bad * old * (1.0F + c.prior * (c.reference - old));
        clip_lanes(now);
        in_lanes(trust)[v] = now;
        Lanes usually = used_to + c.scar * (now - used_to) + c.release * (in_lanes(first)[v] - used_to);
        clip_lanes(usually);
        in_lanes(usual)[v] = usually;
        const Lanes worry = in_lanes(concern)[v];
        Lanes worried = worry + exposed * c.news_concern * (1.0F - worry) -
                        c.fading * (worry - in_lanes(usual_concern)[v]) + c.experience_concern * (1.0F - worry) * met;
        clip_lanes(worried);
        in_lanes(concern)[v] = worried;
        trusts += left > 0 ? now : Lanes{};
        concerns += left > 0 ? worried : Lanes{};
        left -= people_lanes;
    }
    BlockSums sums;
    for (std::size_t lane = 0; lane < people_lanes; ++lane) {
        sums.trust += static_cast<double>(trusts[lane]);
        sums.concern += static_cast<double>(concerns[lane]);
    }
    return sums;
}

/// Replaces ring neighbours by acquaintances elsewhere for the citizens of a block.
void follow_rewired_ties(std::span<const Citizens::RewiredTie> ties, const float* before, std::uint32_t first,
                         Block& ring) {
    constexpr std::size_t ahead = 24;  // acquaintances live anywhere in memory: ask for them early
    for (std::size_t tie = 0; tie < ties.size(); ++tie) {
        __builtin_prefetch(&before[ties[std::min(tie + ahead, ties.size() - 1)].acquaintance]);
        ring[ties[tie].citizen - first] += before[ties[tie].acquaintance] - before[ties[tie].instead_of];
    }
}

/// The ties of the citizens before `end`, and the ties that are left.
std::span<const Citizens::RewiredTie> take_ties(std::span<const Citizens::RewiredTie>& ties, std::uint32_t end) {
    const auto beyond = std::lower_bound(ties.begin(), ties.end(), end,
                                         [](const auto& tie, std::uint32_t citizen) { return tie.citizen < citizen; });
    const auto count = static_cast<std::size_t>(beyond - ties.begin());
    const auto taken = ties.first(count);
    ties = ties.subspan(count);
    return taken;
}

}  // namespace

void inform_citizens(Municipality& municipality, const Now& now) {
    Citizens& all = now.citizens;
    const PeopleRange range = municipality.citizens;
    const Climate climate = climate_of(municipality, now);
    const float* before = all.trust_before.data() + range.first;
    std::span<const Citizens::RewiredTie> ties(all.rewired.data() + all.first_rewired[now.position],
                                               all.rewired.data() + all.first_rewired[now.position + 1U]);

    static constexpr Block nobody{};
    Block ring;
    Block met;  // own experiences
    double trust = 0;
    double concern = 0;
    for (std::uint32_t start = 0; start < range.count; start += block_size) {
        const std::uint32_t length = std::min(block_size, range.count - start);
        const std::uint32_t first = range.first + start;
        const std::uint32_t places = whole_lanes(length);
        sum_ring(before, range.count, start, length, ring);
        std::fill(ring.begin() + length, ring.begin() + places, 0.0F);
        const bool last = start + length == range.count;
        follow_rewired_ties(last ? ties : take_ties(ties, first + length), all.trust_before.data(), first, ring);
        const bool anybody =
            climate.experience > 0 && draw_experiences(municipality.key, start, length, climate, now, met);
        const BlockSums sums =
            move_block(&all.trust[first], &all.trust_before[first], &all.usual_trust[first], &all.first_trust[first],
                       &all.concern[first], &all.usual_concern[first], &all.media_exposure[first], ring.data(),
                       anybody ? met.data() : nobody.data(), length, climate);
        trust += sums.trust;
        concern += sums.concern;
    }
    municipality.mean_trust = trust / range.count;
    municipality.mean_concern = concern / range.count;
}

}  // namespace algemeente::mechanisms
