// Lives of projects and departments over a whole run: what questions about success, cost and order need.
// Kept with the events, since both are read by the project rather than by the month.
#pragma once

#include "world/world.h"

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace algemeente {

/// What became of one project; a month that did not come is -1.
struct ProjectRecord {
    std::uint16_t municipality = 0;  ///< position in the world
    Domain domain = Domain::social;
    std::uint8_t use_case = 0;
    std::uint8_t level = 1;
    bool seen = false;           ///< false: it ended in the month of its birth, and only events tell of it
    bool demand_driven = false;  ///< a question from practice
    double sensitivity = 0;      ///< when first seen
    double gap_at_start = 0;     ///< levels above the organisation's maturity in its first month of development
    int born = -1, started = -1, piloted = -1, implemented = -1, used = -1, ended = -1;
    double effort = 0;       ///< person-months of capacity so far, before use
    double benefit = 0;      ///< of use, summed over months
    int broke_even = -1;     ///< first month in which benefit so far was at least effort so far
    double performance = 0;  ///< last seen in use

    bool in_use_at(int month) const { return used >= 0 && used <= month && (ended < 0 || ended > month); }
};

/// One department at the end of the run.
struct DepartmentRecord {
    std::uint16_t municipality = 0;
    Domain domain = Domain::social;
    int months_of_use = 0;  ///< months in which at least one product that targets it was in use
    double willingness = 0;
};

inline constexpr int pipeline_stage_count = 3;

/// Project-months of one year in which each factor was the lowest: [domain][stage of the pipeline][factor].
using BindingCounts =
    std::array<std::array<std::array<std::int32_t, factor_count>, pipeline_stage_count>, domain_count>;

struct Records {
    std::vector<ProjectRecord> projects;  ///< by birth
    std::vector<DepartmentRecord> departments;
    std::vector<BindingCounts> bindings;  ///< by year
};

/// Follows a world month by month; it reads and changes nothing.
class RecordKeeper {
public:
    void begin_month(int month);
    /// Reads a municipality at the end of its month, and what happened there. Municipalities come in the order of the
    /// world.
    void note(std::size_t position, const Municipality& municipality, std::span<const Event> events);

    /// Everything that was noted; `world` as it stands at the end.
    Records take(const World& world);

private:
    friend class RunParts;  // saves a run and reads it back (ensemble/saved_run.cpp)

    void follow_events(std::span<const Event> events, std::uint32_t municipality_key);
    void follow_project(ProjectRecord& record, const Project& project, const Municipality& municipality, int month);
    void follow_departments(std::size_t municipality, const std::vector<Project>& projects);
    std::size_t record_of(const Project& project);

    /// A project met in a month, and where its record is. Projects are met in the same order each month, so who was met
    /// last month need not be looked up.
    struct Met {
        std::uint64_t key;
        std::size_t record;
    };

    Records records_;
    std::unordered_map<std::uint64_t, std::size_t> record_of_;  ///< by key of the project
    std::vector<Met> met_, met_before_;                         ///< this month, last month
    std::vector<int> months_of_use_;                            ///< by municipality and department
    std::size_t next_ = 0;                                      ///< in met_before_
    int month_ = 0;
};

}  // namespace algemeente
