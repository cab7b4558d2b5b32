// Municipalities that pass their month together, so that what is dear is done for all their projects in vector code.
#pragma once

#include "mechanisms/now.h"

#include <boost/container/static_vector.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace algemeente {

/// Municipalities in a stretch, at most: enough projects to fill vectors, and all their data still within the cache.
inline constexpr std::size_t stretch_limit = 16;

/// A stretch of municipalities, and what each of them may read. They do not meet: each changes only itself, so a result
/// does not depend on where one stretch ends and the next begins.
struct Stretch {
    std::span<Municipality> municipalities;
    std::span<const Now> now;  ///< of each of them

    std::size_t size() const { return municipalities.size(); }
};

/// Numbers side by side, one for each project (or municipality) that is handled together.
inline constexpr std::size_t row_limit = 64;
using Row = std::array<double, row_limit>;
static_assert(stretch_limit <= row_limit);

/// The first numbers of a row.
inline std::span<double> first_of(Row& row, std::size_t count) {
    return std::span<double>(row).first(count);
}

/// A project with its municipality.
struct ProjectThere {
    Project* project;
    Municipality* municipality;
    const Now* now;
    std::size_t place;  ///< of the municipality in the stretch

    DomainOffice& office() const { return municipality->office(project->domain); }
};

/// Projects that are handled side by side, in the order of municipalities and oldest first.
using Abreast = boost::container::static_vector<ProjectThere, row_limit>;

/// Hands all projects of a stretch for which `belongs` holds to `handle`, as many at a time as fit a row.
template <typename Belongs, typename Handle>
void for_projects_abreast(const Stretch& stretch, Belongs belongs, Handle handle) {
    Abreast abreast;
    for (std::size_t place = 0; place < stretch.size(); ++place) {
        for (Project& project : stretch.municipalities[place].projects) {
            if (!belongs(project)) continue;
            if (abreast.size() == row_limit) {
                handle(std::as_const(abreast));
                abreast.clear();
            }
            abreast.push_back({&project, &stretch.municipalities[place], &stretch.now[place], place});
        }
    }
    if (!abreast.empty()) handle(std::as_const(abreast));
}

}  // namespace algemeente
