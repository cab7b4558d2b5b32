// A part of the country: everything, a sample that keeps the mix of sizes, or a list.
#include "netherlands/country.h"
#include "netherlands/quotas.h"
#include "netherlands/towns.h"
#include "random/luck.h"
#include "text/error.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <set>

namespace algemeente {

namespace {

using Keys = std::set<std::uint32_t>;

/// Largest remainder, but no class that has municipalities stays empty while there is room for all of them.
std::vector<int> sample_quotas(const std::array<double, size_class_count>& class_sizes, int count) {
    std::vector<int> quotas = largest_remainder(count, class_sizes);
    const auto classes = std::count_if(class_sizes.begin(), class_sizes.end(), [](double size) { return size > 0; });
    if (count < classes) return quotas;
    for (std::size_t c = 0; c < quotas.size(); ++c) {
        if (quotas[c] > 0 || class_sizes[c] == 0) continue;
        --*std::max_element(quotas.begin(), quotas.end());
        ++quotas[c];
    }
    return quotas;
}

/// The luck of a sample hangs on the municipality alone, so every seed studies the same ones.
Keys sampled_keys(const Country& all, int count) {
    std::array<double, size_class_count> class_sizes{};
    for (const MunicipalityFacts& m : all) class_sizes[static_cast<std::size_t>(m.size_class)] += 1;
    std::vector<int> places = sample_quotas(class_sizes, count);

    const Luck luck(0, 0);
    std::vector<double> draws;
    for (const MunicipalityFacts& m : all) {
        draws.push_back(luck.uniform(Purpose::municipality_sample, m.key, before_first_month));
    }
    Keys keys;
    for (const std::size_t i : order_of(draws)) {
        int& left = places[static_cast<std::size_t>(all[i].size_class)];
        if (left == 0) continue;
        --left;
        keys.insert(all[i].key);
    }
    return keys;
}

Keys listed_keys(const Country& all, const std::vector<std::string>& wanted) {
    if (wanted.empty()) throw InputError("municipalities: the list is empty");
    std::vector<Town> towns;
    for (const MunicipalityFacts& m : all) towns.push_back({m.gm_code, m.name});
    Keys keys;
    for (const std::string& one : wanted) {
        const std::string code = town_called(one, "municipalities", towns);
        keys.insert(
            std::find_if(all.begin(), all.end(), [&](const MunicipalityFacts& m) { return m.gm_code == code; })->key);
    }
    return keys;
}

Country only(const Country& all, const Keys& keys) {
    Country chosen;
    for (const MunicipalityFacts& m : all) {
        if (!keys.contains(m.key)) continue;
        chosen.push_back(m);
        std::erase_if(chosen.back().neighbours, [&](std::uint32_t neighbour) { return !keys.contains(neighbour); });
    }
    return chosen;
}

}  // namespace

Country choose_municipalities(const Country& all, const MunicipalityChoice& choice) {
    if (choice.kind == MunicipalityChoice::Kind::all) return all;
    if (choice.kind == MunicipalityChoice::Kind::listed) return only(all, listed_keys(all, choice.gm_codes));

    if (choice.count < 1 || static_cast<std::size_t>(choice.count) > all.size()) {
        throw InputError(
            fmt::format("municipalities: a sample of {} is impossible (choose 1 to {})", choice.count, all.size()));
    }
    return only(all, sampled_keys(all, choice.count));
}

}  // namespace algemeente
