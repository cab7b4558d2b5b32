#include "netherlands/joint_organisations.h"

#include <algorithm>
#include <map>

namespace algemeente {

namespace {

/// All marked municipalities that can be reached from `start` over marked ones; marks them in `is_grouped`.
std::vector<std::size_t> group_around(std::size_t start, const Country& country, const std::vector<bool>& is_joint,
                                      const std::map<std::uint32_t, std::size_t>& position_of,
                                      std::vector<bool>& is_grouped) {
    std::vector<std::size_t> group{start};
    is_grouped[start] = true;
    for (std::size_t next = 0; next < group.size(); ++next) {
        for (const std::uint32_t neighbour : country[group[next]].neighbours) {
            const std::size_t position = position_of.at(neighbour);
            if (!is_joint[position] || is_grouped[position]) continue;
            is_grouped[position] = true;
            group.push_back(position);
        }
    }
    std::sort(group.begin(), group.end());
    return group;
}

}  // namespace

std::vector<std::vector<std::size_t>> joint_organisations(const Country& country, const std::vector<bool>& is_joint) {
    std::map<std::uint32_t, std::size_t> position_of;
    for (std::size_t i = 0; i < country.size(); ++i) position_of[country[i].key] = i;

    std::vector<std::vector<std::size_t>> groups;
    std::vector<bool> is_grouped(country.size(), false);
    for (std::size_t i = 0; i < country.size(); ++i) {
        if (!is_joint[i] || is_grouped[i]) continue;
        groups.push_back(group_around(i, country, is_joint, position_of, is_grouped));
    }
    return groups;
}

void set_staff_served_population(Country& country, const std::vector<bool>& is_joint) {
    for (MunicipalityFacts& municipality : country) municipality.staff_served_population = municipality.population;
    for (const std::vector<std::size_t>& group : joint_organisations(country, is_joint)) {
        double served = 0;
        for (const std::size_t i : group) served += country[i].population;
        for (const std::size_t i : group) country[i].staff_served_population = served;
    }
}

}  // namespace algemeente
