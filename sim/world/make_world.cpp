#include "mathematics/elementary.h"
#include "random/distributions.h"
#include "world/alderman.h"
#include "world/make_people.h"
#include "world/make_supply.h"
#include "world/peers.h"
#include "world/world.h"

#include <algorithm>

namespace algemeente {

namespace {

std::uint16_t region_number(std::vector<std::string>& known_regions, const std::string& region) {
    const auto found = std::find(known_regions.begin(), known_regions.end(), region);
    const auto number = static_cast<std::uint16_t>(found - known_regions.begin());
    if (found == known_regions.end()) known_regions.push_back(region);
    return number;
}

void set_identity(Municipality& municipality, const MunicipalityFacts& facts) {
    municipality.key = facts.key;
    municipality.size_class = facts.size_class;
    municipality.council_seats = facts.council_seats;
    municipality.population_by_year = facts.population_by_year;
    municipality.population = facts.population_by_year.empty() ? facts.population : facts.population_by_year.front();
    municipality.size = municipality.population / reference_population;
    municipality.fiscal_factor = facts.fiscal_factor;
    municipality.change_factor = facts.change_factor;
    municipality.staff_served = std::max(1.0, facts.staff_served_population / facts.population);
    municipality.caseload_ratio = facts.caseload_ratio;
}

void draw_organisation(Municipality& municipality, double joint_sources_share, const Parameters& p, const Luck& luck) {
    // which four draws are for what; the numbers are addresses, part of every result
    enum Block : std::uint32_t { systems = 0, people = 1, sharing = 2, maturity = 3 };
    const auto draws = [&](Block block) {
        return luck.draws(Purpose::municipality_start, municipality.key, before_first_month, block);
    };
    const auto drawn_level = [&](double draw, double mean, double spread) {
        return clipped_normal(draw, mean, spread, p.level_margin, 1 - p.level_margin);
    };
    const double log_size = logarithm(municipality.size);

    const Draws first = draws(systems);
    municipality.ict = drawn_level(first[0], p.start_ict_mean + p.start_ict_size * log_size, p.start_ict_spread);
    municipality.standards = p.start_standards_low + first[1] * (p.start_standards_high - p.start_standards_low);
    municipality.lock_in = drawn_level(first[2], p.start_lock_in_mean, p.start_lock_in_spread);
    municipality.joint_sources_share =
        joint_sources_share >= 0 ? joint_sources_share
                                 : clipped_normal(first[3], p.joint_sources_mean + p.joint_sources_size * log_size,
                                                  p.joint_sources_spread, 0, 1);

    const Draws second = draws(people);
    municipality.strictness_baseline = drawn_level(second[0], p.start_strictness_mean, p.start_strictness_spread);
    municipality.strictness = municipality.strictness_baseline * p.privacy_before_gdpr;
    municipality.ethics_maturity = drawn_level(second[1], p.start_ethics_mean, p.start_ethics_spread);
    municipality.knowledge =
        drawn_level(second[2], p.start_knowledge_mean + p.start_knowledge_size * log_size, p.start_knowledge_spread);
    municipality.knowledge_at_hand = municipality.knowledge;

    const Draws third = draws(sharing);
    const std::array<double, origin_count> usual = {1, p.start_sharing_same_domain, p.start_sharing_corporate,
                                                    p.start_sharing_cross_domain, p.start_sharing_external};
    municipality.sharing[0] = 1;  // the own department's data need no willingness of others
    for (std::size_t origin = 1; origin < origin_count; ++origin)
        municipality.sharing[origin] = drawn_level(third[origin - 1], usual[origin], p.start_sharing_spread);

    const Draws fourth = draws(maturity);
    for (std::size_t domain = 0; domain < domain_count; ++domain)
        municipality.offices[domain].maturity = fourth[domain] * p.start_maturity_high;
}

void draw_sources(Municipality& municipality, const Parameters& p, const Luck& luck) {
    for (int s = 0; s < source_count; ++s) {
        const std::uint64_t key = (static_cast<std::uint64_t>(municipality.key) << 32U) | static_cast<std::uint64_t>(s);
        const Draws draws = luck.draws(Purpose::source_start, key, before_first_month);
        const auto source = static_cast<std::size_t>(s);
        DataSources& sources = municipality.sources;
        const bool external = s >= first_external_source;
        const bool of_a_domain = s < first_corporate_source;
        sources.quality[source] =
            external ? clipped_normal(draws[0], p.start_external_quality, p.start_external_quality_spread, 0, 1)
                     : clipped_normal(draws[0], p.start_source_quality, p.start_source_quality_spread, 0, 1);
        sources.joint[source] = of_a_domain && draws[1] < municipality.joint_sources_share;
        const bool about_public_space = s >= index_of(Domain::physical) * sources_per_domain && of_a_domain;
        sources.openness[source] = about_public_space || (!of_a_domain && !external) ? 1 : 0;
    }
}

void appoint_aldermen(Municipality& municipality, const Parameters& p, const Luck& luck) {
    constexpr int months_since_the_last_election = 10;  // of March 2014
    for (std::size_t domain = 0; domain < domain_count; ++domain) {
        Alderman& alderman = municipality.offices[domain].alderman;
        alderman = new_alderman(office_key(municipality.key, static_cast<Domain>(domain)), before_first_month, p, luck);
        alderman.months_in_office = months_since_the_last_election;
    }
}

/// Everybody's place: municipality after municipality, each filled up to whole lanes.
void place_people(World& world, const Country& country, const Parameters& p) {
    std::uint32_t employees = 0;
    std::uint32_t citizens = 0;
    for (std::size_t i = 0; i < country.size(); ++i) {
        Municipality& municipality = world.municipalities[i];
        employees = place_employees(municipality.office(Domain::social), employees, country[i].employees_social, p);
        employees = place_employees(municipality.office(Domain::physical), employees, country[i].employees_physical, p);
        employees = whole_lanes(employees);
        municipality.citizens = place_citizens(citizens, country[i].population, p);
        citizens = whole_lanes(citizens + municipality.citizens.count);
    }
    make_room(world.employees, employees);
    make_room(world.citizens, citizens);
}

void make_people(World& world, const Municipality& municipality, const Parameters& p) {
    for (std::size_t domain = 0; domain < domain_count; ++domain)
        make_employees(world.employees, municipality.offices[domain],
                       office_key(municipality.key, static_cast<Domain>(domain)), p, world.luck);
    const PeopleRange& last = municipality.offices.back().departments.back().employees;
    leave_free(world.employees, last.first + last.count, whole_lanes(last.first + last.count));
    make_citizens(world.citizens, municipality.citizens, municipality.key, p, world.luck);
}

using Ties = std::vector<Citizens::RewiredTie>;

/// Ties of all citizens one behind the other, municipality by municipality; the parts are given up on the way.
void join_ties(std::vector<Ties>& ties, Citizens& citizens) {
    std::size_t count = 0;
    for (const Ties& part : ties) count += part.size();
    citizens.rewired.reserve(count);
    for (Ties& part : ties) {
        citizens.first_rewired.push_back(static_cast<std::uint32_t>(citizens.rewired.size()));
        citizens.rewired.insert(citizens.rewired.end(), part.begin(), part.end());
        Ties().swap(part);
    }
    citizens.first_rewired.push_back(static_cast<std::uint32_t>(citizens.rewired.size()));
}

std::vector<std::uint16_t> by_number_of_people(const std::vector<Municipality>& municipalities) {
    std::vector<std::uint16_t> positions;
    for (std::size_t i = 0; i < municipalities.size(); ++i) positions.push_back(static_cast<std::uint16_t>(i));
    std::stable_sort(positions.begin(), positions.end(), [&](std::uint16_t a, std::uint16_t b) {
        return municipalities[a].citizens.count > municipalities[b].citizens.count;
    });
    return positions;
}

double mean_of_range(const std::vector<float>& values, const PeopleRange& range) {
    double sum = 0;
    for (std::uint32_t i = 0; i < range.count; ++i) sum += static_cast<double>(values[range.first + i]);
    return sum / range.count;
}

void take_first_means(Municipality& municipality, const World& world, const Parameters& p) {
    for (DomainOffice& office : municipality.offices) {
        office.willingness = 0;
        for (Department& department : office.departments) {
            department.willingness = mean_of_range(world.employees.willingness, department.employees);
            department.usage = logistic(p.usage_steepness * (department.willingness - p.usage_threshold));
            office.willingness += department.willingness / departments_per_domain;
        }
    }
    municipality.mean_trust = mean_of_range(world.citizens.trust, municipality.citizens);
    municipality.mean_concern = mean_of_range(world.citizens.concern, municipality.citizens);
}

}  // namespace

World make_world(const Scenario& scenario, const Country& country, const Luck& luck, Crew* crew) {
    const Parameters& p = scenario.parameters;
    World world;
    world.luck = luck;
    world.nation.opportunity = p.opportunity_frame_start;
    world.municipalities.resize(country.size());
    std::vector<std::string> regions;
    for (std::size_t i = 0; i < country.size(); ++i) {
        set_identity(world.municipalities[i], country[i]);
        world.municipalities[i].region = region_number(regions, country[i].region);
    }
    place_people(world, country, p);
    world.most_people_first = by_number_of_people(world.municipalities);

    constexpr std::size_t usual_projects = 32;  // room in memory, no limit
    const Peers peers(country, p);
    std::vector<Ties> ties(country.size());
    const auto make = [&](std::size_t piece) {
        const std::size_t i = world.most_people_first[piece];
        Municipality& municipality = world.municipalities[i];
        draw_organisation(municipality, country[i].joint_sources_share, p, luck);
        draw_sources(municipality, p, luck);
        appoint_aldermen(municipality, p, luck);
        make_people(world, municipality, p);
        ties[i] = rewired_ties(municipality.citizens, municipality.key, p.citizen_rewiring, luck);
        take_first_means(municipality, world, p);
        peers.choose_for(municipality, i, luck);
        municipality.projects.reserve(usual_projects);
    };
    if (crew != nullptr) {
        crew->share_out(country.size(), make);
    } else {
        for (std::size_t piece = 0; piece < country.size(); ++piece) make(piece);
    }
    join_ties(ties, world.citizens);

    world.events_this_month.resize(country.size());
    world.uses_last_month.resize(country.size());
    for (const Municipality& municipality : world.municipalities)
        world.knowledge_last_month.push_back(municipality.knowledge);
    add_suppliers(world, scenario);
    return world;
}

}  // namespace algemeente
