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

}  // namespace

Peers::Peers(const Country& country, const Parameters& p) : country_(country), p_(p) {
    for (const MunicipalityFacts& facts : country) {
        keys_.push_back(facts.key);
        const auto same = std::find_if(country.begin(), country.end(),
                                       [&](const MunicipalityFacts& other) { return other.region == facts.region; });
        regions_.push_back(static_cast<std::size_t>(same - country.begin()));
        large_.push_back(p.peers_large * logarithm(facts.population / reference_population));
    }
}

double Peers::pull(std::size_t one, std::size_t other, double chance) const {
    double score = chance;
    if (regions_[one] == regions_[other]) score += p_.peers_same_region;
    if (country_[one].size_class == country_[other].size_class) score += p_.peers_same_size;
    if (is_neighbour(country_[one], keys_[other])) score += p_.peers_neighbour;
    return score + large_[other];
}

void Peers::choose_for(Municipality& municipality, std::size_t position, const Luck& luck) const {
    const std::size_t count = country_.size();
    std::vector<double> chances(count);
    luck.uniforms_of_pairs(Purpose::peer_choice, keys_[position], keys_, before_first_month, chances);

    std::vector<Candidate> candidates;
    candidates.reserve(count);
    for (std::size_t j = 0; j < count; ++j)
        if (j != position) candidates.push_back({pull(position, j, chances[j]), static_cast<std::uint16_t>(j)});

    const auto known = std::min<std::size_t>(peer_count, candidates.size());
    const auto higher_score = [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.position < b.position;
    };
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(known), candidates.end(),
                      higher_score);
    municipality.peers_known = static_cast<int>(known);
    for (std::size_t k = 0; k < known; ++k) municipality.peers[k] = candidates[k].position;
}

}  // namespace algemeente
