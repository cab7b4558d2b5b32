// Everything that changes while the model runs, as plain data. Mechanisms are free functions over it.
//
// Few things (municipalities, projects, aldermen, media) are structs in vectors; the many (citizens, employees) are
// structures of arrays, grouped by municipality, so that a month streams over contiguous memory.
// Levels lie in 0..1 unless stated. Times are months.
#pragma once

#include "netherlands/country.h"
#include "parameters/use_cases.h"
#include "random/luck.h"
#include "threads/crew.h"
#include "world/supply.h"
#include "world/types.h"
#include "world/uses.h"

#include <boost/container/static_vector.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace algemeente {

// How finely a municipality is drawn (specification C1.2): sizes of arrays, so definitions of the model's resolution
// and no assumptions about the world that a study could vary.
inline constexpr int sources_per_department = 3;
inline constexpr int sources_per_domain = departments_per_domain * sources_per_department;
inline constexpr int corporate_source_count = 6;
inline constexpr int external_source_count = 4;
inline constexpr int source_count = domain_count * sources_per_domain + corporate_source_count + external_source_count;
inline constexpr int first_corporate_source = domain_count * sources_per_domain;
inline constexpr int first_external_source = first_corporate_source + corporate_source_count;
inline constexpr int peer_count = 8;
inline constexpr int colleague_count = 4;

/// National media: attention per frame, and the frame of opportunity (E60, E61).
struct MediaFrame {
    double story_stock = 0;  ///< stories that still breed
    double smoothed = 0;     ///< smoothed stories a month
    double attention = 0;
    double fatigue = 0;
    double memory = 0;       ///< institutional memory of scandals
    double escalations = 0;  ///< stories that local incidents add next month
    int stories = 0;         ///< of this month
};

struct Nation {
    std::array<MediaFrame, frame_count> media;
    double opportunity = 0;  ///< "algorithms are the future"

    double attention(Frame frame) const { return media[static_cast<std::size_t>(frame)].attention; }
};

/// The politician who answers for a domain (E68-E71).
struct Alderman {
    double appetite = 0;
    double knowledge = 0;
    double risk_aversion = 0;        ///< weight; rises by incidents
    double usual_risk_aversion = 0;  ///< weight to which it returns
    double colour = 0;               ///< preference for enforcement purposes; sign free
    int months_in_office = 0;
};

/// Vector code handles this many people at once; the stretch of a municipality is filled up to a multiple of it with
/// places for nobody, so that no loop has a remainder.
inline constexpr std::uint32_t people_lanes = 8;
constexpr std::uint32_t whole_lanes(std::uint32_t people) {
    return (people + people_lanes - 1) / people_lanes * people_lanes;
}

/// Agents that stand one behind the other in the arrays of citizens or employees.
struct PeopleRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// A department of a domain: what its employees feel, and what projects do to them this month.
struct Department {
    PeopleRange employees;
    double willingness = 0;  ///< mean over its employees
    double usage = 0;        ///< mean share of them that would use a product
    // set by this month's projects
    double involvement = 0;  ///< highest involvement of a project that targets it
    double burden = 0;
    double training = 0;
    double experience_sum = 0;  ///< usefulness met in pilots and use
    int experience_count = 0;
    double disappointment = 0;  ///< usefulness lost by abandoned projects
};

/// Counts of what became of a domain's projects; never reset.
struct Ledger {
    std::int32_t ideas = 0;
    std::int32_t dropped = 0;
    std::int32_t started = 0;
    std::int32_t ever_in_use = 0;
    std::int32_t abandoned = 0;
    std::int32_t discontinued = 0;
    std::int32_t incidents = 0;
    std::int32_t rejected_by_law = 0;
    std::int32_t incidents_this_month = 0;
    double severity_this_month = 0;
    double severity_sum = 0;
    std::int64_t lead_months = 0;            ///< idea to use, summed over projects that reached use
    std::int32_t ripe_ideas = 0;             ///< ideas of at least reach_months ago ...
    std::int32_t ripe_ever_in_use = 0;       ///< ... and those of them that reached use
    static constexpr int reach_months = 36;  ///< defines the outcome reach_share: did an idea come into use?
    std::array<std::int16_t, reach_months> young_ideas{};        ///< ideas by birth month, a ring
    std::array<std::int16_t, reach_months> young_in_use{};       ///< of those, already in use
    std::array<std::int32_t, factor_count> bound{};              ///< project-months in which a factor was the lowest
    std::array<std::int32_t, factor_count> bound_at_new_year{};  ///< the same, in January before the first is counted
    std::array<std::int32_t, analytics_levels> started_by_level{};
    std::array<std::int32_t, analytics_levels> used_by_level{};
};

/// A domain's part of a municipality.
struct DomainOffice {
    Alderman alderman;
    double maturity = 0;  ///< analytics maturity in levels, 0..3
    std::array<Department, departments_per_domain> departments;
    double willingness = 0;  ///< mean over its employees
    Ledger ledger;
};

/// What a municipality's data sources are like, each with its own place: by department, then corporate, then external.
struct DataSources {
    std::array<double, source_count> quality{};
    std::array<bool, source_count> joint{};       ///< held by a joint arrangement
    std::array<double, source_count> openness{};  ///< 1: about public space or a corporate register, so open-data
                                                  ///< principles can reach it (E19); 0: out of their reach
};

enum class RequirementStatus : std::uint8_t { pending, granted, sensor_ordered, sensor_running };

/// A source that a project needs.
struct Requirement {
    double readiness = 0;     ///< how far the project has prepared it
    std::uint8_t source = 0;  ///< position in Municipality::sources
    Origin origin = Origin::own;
    bool collectable = false;  ///< own sensors could replace it
    RequirementStatus status = RequirementStatus::pending;
    std::int16_t waiting_months = 0;
    std::int16_t recorded_from = 0;  ///< month since which these data are recorded; below 0: before 2015

    bool available() const {
        return status == RequirementStatus::granted || status == RequirementStatus::sensor_running;
    }
    bool by_sensor() const {
        return status == RequirementStatus::sensor_ordered || status == RequirementStatus::sensor_running;
    }
};

static_assert(peer_count <= UseCounts::most, "what peers have in use is added up");

inline constexpr std::size_t requirement_limit = 16;  ///< room in a project: the most sources it asks for

enum class LawStatus : std::uint8_t { none, queued, in_review, approved, rejected };
enum class Sourcing : std::uint8_t { own_build, vendor, shared_build };
/// Advised: at the start; done: also on what was built.
enum class CommitteeStatus : std::uint8_t { not_asked, waiting, advised, done };

/// A use of an algorithm that a municipality undertakes. 696 bytes, of which 256 are room for requirements.
struct Project {
    // who it is
    std::uint64_t key = 0;  ///< (municipality, domain, birth month, ordinal): never a running index
    std::int16_t birth_month = 0;
    std::uint8_t ordinal = 0;
    Domain domain = Domain::social;
    std::uint8_t use_case = 0;
    std::uint8_t level = 1;  ///< 1 descriptive, 2 diagnostic, 3 predictive
    std::uint8_t level_max = 1;
    std::uint8_t lead_department = 0;
    std::uint8_t departments = 1;
    bool demand_driven = false;

    // what it is like (from the use case, changed by level and by events)
    double personal_data = 0;
    double impact = 0;
    double enforcement = 0;
    double public_space = 0;
    double ground_truth = 0;
    double process_change = 0;
    double value = 0;
    double explainability = 0;
    double touched_share = 0;
    double priority = 1;
    double sensitivity = 0;
    double lot = 0;  ///< drawn at birth; breaks ties between projects without favouring a domain

    // where it stands
    Stage stage = Stage::idea;
    int months_in_stage = 0;
    boost::container::static_vector<Requirement, requirement_limit> requirements;
    double build_effort = 0, pilot_effort = 0, change_effort = 0;  ///< person-months required
    double built = 0, piloted = 0, changed = 0;                    ///< person-months done
    double capacity_level = 0;                                     ///< smoothed share of demanded capacity that it got
    double involvement = 0;
    double ethics = 0;
    LawStatus law = LawStatus::none;
    std::uint8_t law_attempts = 0;
    std::int16_t law_months_left = 0;
    std::int16_t law_queued_month = 0;
    Sourcing sourcing = Sourcing::own_build;
    bool closed = false;
    double subscription_eur = 0;  ///< a month, while it is bought
    std::int16_t procurement_months_left = 0;
    std::int16_t paused_months = 0;  ///< left, of a pause that a new alderman ordered
    CommitteeStatus committee = CommitteeStatus::not_asked;
    std::int16_t committee_months_left = 0;
    std::uint8_t advices = 0;      ///< that the ethics committee gave
    bool reviewed_in_use = false;  ///< by the ethics committee, unasked
    double taste = 0;              ///< logit: what else the alderman who decided on it thinks of its kind of use
    Reason end_reason = Reason::none;

    // this month
    double exposure = 0;
    double support = 0;    ///< political support, legitimacy for government
    double demand = 0;     ///< person-months of capacity asked
    double allocated = 0;  ///< person-months of capacity got
    double change_demand = 0;
    double change_got = 0;
    std::array<double, factor_count> factors{};  ///< in use: only data availability and legitimacy for citizens move
    double log_data_readiness = 0;               ///< natural logarithm of the readiness of data, also in use
    double readiness = 0;                        ///< aggregated over the factors of the stage
    Factor binding = Factor::none;
    double usage = 0;
    double performance = 0;
    double benefit = 0;
    double harm = 0;

    double level_of(Factor factor) const { return factors[static_cast<std::size_t>(factor)]; }
    double& level_of(Factor factor) { return factors[static_cast<std::size_t>(factor)]; }
};

/// Does the project target this department? The lead department and the next ones, at most all (factor WIL, C3.8).
constexpr bool targets(const Project& project, int department) {
    const int ahead = department - project.lead_department;
    return (ahead < 0 ? ahead + departments_per_domain : ahead) < project.departments;
}

struct Municipality {
    // who it is
    std::uint32_t key = 0;
    std::uint16_t region = 0;
    int size_class = 0;
    int council_seats = 0;
    std::array<std::uint16_t, peer_count> peers{};  ///< positions in World::municipalities
    int peers_known = 0;                            ///< fewer than peer_count in tiny worlds
    double population = 0;                          ///< of this year
    std::vector<double> population_by_year;         ///< from 2015; the last value holds on
    double size = 1;                                ///< population / reference_population
    double fiscal_factor = 1;
    double change_factor = 1;
    double staff_served = 1;  ///< inhabitants served by the staff's organisation / own inhabitants, at least 1
    double caseload_ratio = 1;
    PeopleRange citizens;

    // powers of size, renewed each January because they are dear
    double size_for_capacity = 1, size_for_ideas = 1, size_for_reviews = 1, size_for_sensors = 1, size_for_prices = 1,
           size_for_change = 1;

    // the organisation
    double ict = 0;
    double standards = 0;
    double lock_in = 0;
    double common_base = 0;  ///< part of the base architecture that is shared with others (Common Ground)
    double joint_sources_share = 0;
    double strictness_baseline = 0;
    double strictness = 0;  ///< this month's reading of privacy law
    double ethics_maturity = 0;
    double knowledge = 0;
    double knowledge_at_hand = 0;  ///< own, or the pool's
    double budget_eur = 0;
    double subscriptions_eur = 0;  ///< a month, of all bought products that live
    double capacity = 0;           ///< person-months this month
    double change_capacity = 0;    ///< person-months this month
    double change_ration = 1;      ///< share of demanded change capacity that is met
    double efficiency_returned = 0;
    std::array<double, frame_count> local_attention{};
    std::array<double, origin_count> sharing{};  ///< willingness to share by origin; own = 1
    DataSources sources;
    double reviews_saved = 0;  ///< review time the privacy officer has left
    bool relabelled = false;
    double council_scrutiny = 0;
    int moratorium_months = 0;  ///< left, on sensitive projects

    std::array<DomainOffice, domain_count> offices;
    std::vector<Project> projects;  ///< live projects, oldest first

    // citizens, as the municipality sees them
    double mean_trust = 0;
    double mean_concern = 0;
    double protest = 0;  ///< of citizens against what is used

    // this month
    double incident_severity = 0;                 ///< summed
    double incident_severity_surveillance = 0;    ///< summed, weighted by public space and personal data
    std::array<double, frame_count> escalated{};  ///< stories for next month's national media
    double benefit_in_use = 0;
    double harm_to_citizens = 0;  ///< sum of harm times touched share
    UseCounts uses;               ///< 1 for each use case that is in use
    double care_signals = 0;      ///< extension X1

    SuppliedHere supplied;  ///< what suppliers, national services and laws brought

    DomainOffice& office(Domain domain) { return offices[static_cast<std::size_t>(domain)]; }
    const DomainOffice& office(Domain domain) const { return offices[static_cast<std::size_t>(domain)]; }
};

/// Professional users. Stored by (municipality, domain, department), then places for nobody up to whole lanes.
/// 24 bytes each.
struct Employees {
    std::vector<float> usefulness;  ///< perceived
    std::vector<float> willingness;
    std::vector<float> willingness_before;  ///< of last month, for synchronous influence
    std::vector<float> skill;
    std::vector<std::uint32_t> colleague_in_department;
    std::vector<std::uint32_t> colleague_in_domain;

    std::size_t places() const { return willingness.size(); }  ///< people, and places for nobody
};

/// Citizens. Stored by municipality, each followed by places for nobody up to whole lanes. 28 bytes each in seven
/// arrays, and 5 bytes of rewired ties (12 bytes a tie, two ties for every five citizens).
struct Citizens {
    std::vector<float> trust;
    std::vector<float> trust_before;  ///< of last month, for synchronous influence
    std::vector<float> usual_trust;   ///< drifts after losses
    std::vector<float> first_trust;   ///< of 2015, the anchor
    std::vector<float> concern;
    std::vector<float> usual_concern;
    std::vector<float> media_exposure;

    /// Acquaintances are the two neighbours on either side of a ring, except for rewired ties.
    struct RewiredTie {
        std::uint32_t citizen;  ///< position in the arrays
        std::uint32_t instead_of;
        std::uint32_t acquaintance;
    };
    std::vector<RewiredTie> rewired;           ///< sorted by citizen
    std::vector<std::uint32_t> first_rewired;  ///< per municipality, and one past the last

    std::size_t places() const { return trust.size(); }  ///< people, and places for nobody
};

/// Something that happened, for events.csv and for the life of a project in words.
struct Event {
    std::int16_t month = 0;
    std::uint16_t municipality = 0;  ///< position in the world
    EventKind kind = EventKind::idea;
    Reason reason = Reason::none;
    Factor binding = Factor::none;
    Domain domain = Domain::social;
    std::uint8_t use_case = 0;
    std::uint8_t ordinal = 0;
    std::int16_t birth_month = -1;  ///< of the project; -1: not about a project
    float amount = 0;               ///< severity, months, level: depends on the kind
};

struct World {
    int month = 0;  ///< the month that is passing, or the next one between steps
    Luck luck;
    Nation nation;
    std::vector<Municipality> municipalities;  ///< sorted by key
    Citizens citizens;
    Employees employees;

    // what peers could see at the end of last month
    std::vector<UseCounts> uses_last_month;
    std::vector<double> knowledge_last_month;

    Catalogue catalogue;  ///< empty: a world without suppliers
    Supply supply;

    bool record_events = false;
    std::vector<Event> events;                          ///< by month, then by municipality
    std::vector<std::vector<Event>> events_this_month;  ///< per municipality, so that they can be noted side by side

    std::vector<std::uint16_t> most_people_first;  ///< positions of municipalities: who to begin with
};

/// Key of a project: stable whatever else happens (specification C4.5).
constexpr std::uint64_t project_key(std::uint32_t municipality_key, Domain domain, int birth_month, int ordinal) {
    return (static_cast<std::uint64_t>(municipality_key) << 32U) | (static_cast<std::uint64_t>(domain) << 31U) |
           (static_cast<std::uint64_t>(birth_month & 0x7fff) << 16U) | static_cast<std::uint64_t>(ordinal & 0xffff);
}

/// A world in January 2015 (specification C1.2, C4.1). With a crew municipalities are made side by side; the result
/// does not depend on it.
World make_world(const Scenario& scenario, const Country& country, const Luck& luck, Crew* crew = nullptr);

}  // namespace algemeente
