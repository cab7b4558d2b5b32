#include "mathematics/elementary.h"
#include "random/distributions.h"
#include "world/alderman.h"
#include "world/make_people.h"
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
    const auto draws = [&](std::uint32_t number) {
        return luck.draws(Purpose::municipality_start, municipality.key, before_first_month, number);
    };
    const double log_size = logarithm(municipality.size);

    const Draws first = draws(0);
    municipality.ict =
        clipped_normal(first[0], p.start_ict_mean + p.start_ict_size * log_size, p.start_ict_spread, .15, .75);
    municipality.standards = p.start_standards_low + first[1] * (p.start_standards_high - p.start_standards_low);
    municipality.lock_in = clipped_normal(first[2], p.start_lock_in_mean, p.start_lock_in_spread, .1, .95);
    municipality.joint_sources_share =
        joint_sources_share >= 0 ? joint_sources_share
                                 : clipped_normal(first[3], p.joint_sources_mean + p.joint_sources_size * log_size,
                                                  p.joint_sources_spread, 0, .8);

    const Draws second = draws(1);
    municipality.strictness_baseline =
        clipped_normal(second[0], p.start_strictness_mean, p.start_strictness_spread, .05, .95);
    municipality.strictness = municipality.strictness_baseline * p.privacy_before_gdpr;
    municipality.ethics_maturity = clipped_normal(second[1], p.start_ethics_mean, p.start_ethics_spread, .05, .6);
    municipality.knowledge = clipped_normal(second[2], p.start_knowledge_mean + p.start_knowledge_size * log_size,
                                            p.start_knowledge_spread, .05, .8);
    municipality.knowledge_at_hand = municipality.knowledge;

    const Draws third = draws(2);
    const std::array<double, origin_count> usual = {1, p.start_sharing_same_domain, p.start_sharing_corporate,
                                                    p.start_sharing_cross_domain, p.start_sharing_external};
    municipality.sharing[0] = 1;  // the own department's data need no willingness of others
    for (std::size_t origin = 1; origin < origin_count; ++origin)
        municipality.sharing[origin] =
            clipped_normal(third[origin - 1], usual[origin], p.start_sharing_spread, .05, .95);

    const Draws fourth = draws(3);
    for (std::size_t domain = 0; domain < domain_count; ++domain)
        municipality.offices[domain].maturity = fourth[domain] * p.start_maturity_high;
}

void draw_sources(Municipality& municipality, const Parameters& p, const Luck& luck) {
    for (int s = 0; s < source_count; ++s) {
        const std::uint64_t key = (static_cast<std::uint64_t>(municipality.key) << 32U) | static_cast<std::uint64_t>(s);
        const Draws draws = luck.draws(Purpose::source_start, key, before_first_month);
        DataSource& source = municipality.sources[static_cast<std::size_t>(s)];
        const bool external = s >= first_external_source;
        const bool of_a_domain = s < first_corporate_source;
        source.quality = external
                             ? clipped_normal(draws[0], p.start_external_quality, p.start_external_quality_spread, 0, 1)
                             : clipped_normal(draws[0], p.start_source_quality, p.start_source_quality_spread, 0, 1);
        source.joint = of_a_domain && draws[1] < municipality.joint_sources_share;
        const bool about_public_space = s >= index_of(Domain::physical) * sources_per_domain && of_a_domain;
        source.opened = about_public_space || (!of_a_domain && !external);
    }
}

void appoint_aldermen(Municipality& municipality, const Parameters& p, const Luck& luck) {
    for (std::size_t domain = 0; domain < domain_count; ++domain)
        municipality.offices[domain].alderman =
            new_alderman(office_key(municipality.key, static_cast<Domain>(domain)), before_first_month, p, luck);
}

void add_people(World& world, Municipality& municipality, const MunicipalityFacts& facts, const Parameters& p) {
    const std::array<double, domain_count> head_counts = {facts.employees_social, facts.employees_physical};
    for (std::size_t domain = 0; domain < domain_count; ++domain)
        add_employees(world.employees, municipality.offices[domain],
                      office_key(municipality.key, static_cast<Domain>(domain)), head_counts[domain], p, world.luck);
    municipality.citizens = add_citizens(world.citizens, municipality.key, facts.population, p, world.luck);
    fill_up(world.employees);
    fill_up(world.citizens);
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

World make_world(const Scenario& scenario, const Country& country, const Luck& luck) {
    const Parameters& p = scenario.parameters;
    World world;
    world.luck = luck;
    world.nation.opportunity = p.opportunity_frame_start;
    world.municipalities.resize(country.size());
    reserve_people(world, country, p);

    std::vector<std::string> regions;
    for (std::size_t i = 0; i < country.size(); ++i) {
        Municipality& municipality = world.municipalities[i];
        set_identity(municipality, country[i]);
        municipality.region = region_number(regions, country[i].region);
        draw_organisation(municipality, country[i].joint_sources_share, p, luck);
        draw_sources(municipality, p, luck);
        appoint_aldermen(municipality, p, luck);
        add_people(world, municipality, country[i], p);
        take_first_means(municipality, world, p);
        municipality.projects.reserve(32);
    }
    world.citizens.first_rewired.push_back(static_cast<std::uint32_t>(world.citizens.rewired.size()));
    world.citizens.trust_before = world.citizens.trust;
    world.employees.willingness_before = world.employees.willingness;
    choose_peers(world.municipalities, country, p, luck);

    world.events_this_month.resize(country.size());
    for (std::size_t i = 0; i < country.size(); ++i) world.most_people_first.push_back(static_cast<std::uint16_t>(i));
    std::stable_sort(world.most_people_first.begin(), world.most_people_first.end(),
                     [&](std::uint16_t a, std::uint16_t b) {
                         return world.municipalities[a].citizens.count > world.municipalities[b].citizens.count;
                     });

    world.uses_last_month.assign(country.size(), 0);
    for (const Municipality& municipality : world.municipalities)
        world.knowledge_last_month.push_back(municipality.knowledge);
    return world;
}

}  // namespace algemeente
