#include "world/peers.h"

#include "mathematics/elementary.h"

#include <algorithm>

namespace algemeente {

namespace {

struct Candidate {
    double score = 0;
    std::uint16_t position = 0;
};

bool is_neighbour(const MunicipalityFacts& facts, std::uint32_t key) {
    return std::find(facts.neighbours.begin(), facts.neighbours.end(), key) != facts.neighbours.end();
}

double pull(const MunicipalityFacts& one, const MunicipalityFacts& other, double log_size, const Parameters& p,
            const Luck& luck) {
    const std::uint64_t pair = (static_cast<std::uint64_t>(one.key) << 32U) | other.key;
    double score = luck.uniform(Purpose::peer_choice, pair, before_first_month);
    if (one.region == other.region) score += p.peers_same_region;
    if (one.size_class == other.size_class) score += p.peers_same_size;
    if (is_neighbour(one, other.key)) score += p.peers_neighbour;
    return score + p.peers_large * log_size;
}

}  // namespace

void choose_peers(std::vector<Municipality>& municipalities, const Country& country, const Parameters& p,
                  const Luck& luck) {
    const std::size_t count = municipalities.size();
    std::vector<double> log_size(count);
    for (std::size_t j = 0; j < count; ++j) log_size[j] = logarithm(country[j].population / reference_population);

    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < count; ++i) {
        candidates.clear();
        for (std::size_t j = 0; j < count; ++j)
            if (j != i)
                candidates.push_back(
                    {pull(country[i], country[j], log_size[j], p, luck), static_cast<std::uint16_t>(j)});

        const auto known = std::min<std::size_t>(peer_count, candidates.size());
        const auto higher_score = [](const Candidate& a, const Candidate& b) {
            return a.score != b.score ? a.score > b.score : a.position < b.position;
        };
        std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(known), candidates.end(),
                          higher_score);
        municipalities[i].peers_known = static_cast<int>(known);
        for (std::size_t k = 0; k < known; ++k) municipalities[i].peers[k] = candidates[k].position;
    }
}

}  // namespace algemeente
