// New ideas: how many, for which use, at which level, with which sources.
// Assumes: ideas copy peers and avoid what would be exposed; a full pipeline leaves no room.
// ODD: sim/README.md#ideas
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"
#include "random/distributions.h"
#include "world/alderman.h"

namespace algemeente::mechanisms {

namespace {

/// Share of peers that have each use case in use (as they showed at the end of last month).
UseCaseShares shares_of_peers(const Municipality& municipality, const Now& now) {
    UseCounts users;
    for (int k = 0; k < municipality.peers_known; ++k)
        users.add(now.uses_last_month[municipality.peers[static_cast<std::size_t>(k)]]);
    UseCaseShares shares{};
    if (users.empty()) return shares;
    for (std::size_t a = 0; a < now.use_cases.size(); ++a)
        shares[a] = static_cast<double>(users.of(a)) / municipality.peers_known;
    return shares;
}

/// Room for ideas: 1 in an empty organisation, 0 when it oversees all it can (E30).
double room_for_ideas(const Municipality& municipality, const Parameters& p) {
    const auto before_use = std::count_if(municipality.projects.begin(), municipality.projects.end(),
                                          [](const Project& project) { return project.stage < Stage::in_use; });
    const double most = p.pipeline_base + p.pipeline_per_capacity * municipality.capacity;
    return std::max(0.0, 1 - static_cast<double>(before_use) / most);
}

/// Equation (20): examples of peers and willing employees invite, hype invites, a full pipeline does not (E30, E52,
/// E61).
double expected_ideas(const Municipality& municipality, const DomainOffice& office, double peers, double room,
                      const Now& now) {
    const Parameters& p = now.p;
    return p.ideas_per_month * municipality.size_for_ideas *
           (p.ideas_base + p.ideas_opportunity_weight * now.nation.opportunity) *
           (p.ideas_own_base + p.ideas_peer_weight * peers + p.ideas_willingness_weight * office.willingness) * room;
}

/// Equation (60): who has a product of a kind, or one on the way, has fewer ideas for it.
UseCaseShares left_of_ideas(const Municipality& municipality, const Now& now) {
    UseCaseShares left;
    left.fill(1);
    for (std::size_t a = 0; a < now.use_cases.size() && municipality.supplied.sums.offers != 0; ++a)
        if (municipality.supplied.sums.kinds.of(a) != 0) left[a] = now.p.supply_own_weight;
    return left;
}

/// Equation (21): imitation draws, anticipated exposure repels (E58, E61, E73).
std::size_t choose_use_case(const UseCaseShares& mix, const UseCaseShares& peers, const Municipality& municipality,
                            double luck, const Now& now) {
    const Parameters& p = now.p;
    const double risk = salience(municipality, now.nation, Frame::risk, p);
    const double surveillance = salience(municipality, now.nation, Frame::surveillance, p);
    UseCaseShares weight{};
    const UseCaseShares own = left_of_ideas(municipality, now);
    for (std::size_t a = 0; a < now.use_cases.size(); ++a) {
        if (mix[a] <= 0) continue;
        const UseCase& use_case = now.use_cases[a];
        const double sensitivity = sensitivity_of(use_case.personal_data, use_case.impact, use_case.enforcement, p);
        const double exposure =
            (municipality.relabelled ? p.relabel_exposure : 1) *
            exposure_of(sensitivity, use_case.public_space * use_case.personal_data, risk, surveillance);
        weight[a] = own[a] * mix[a] * exponential(p.choice_imitation * peers[a] - p.choice_avoidance * exposure);
    }
    return weighted_position(luck, std::span(weight).first(now.use_cases.size()));
}

/// Equation (22): premature ambition, tempered by knowledge; else the next step on the ladder (E78).
int choose_level(const UseCase& use_case, double maturity, double luck, const Municipality& municipality,
                 const Parameters& p) {
    const auto lowest = static_cast<int>(use_case.level_min);
    const auto highest = static_cast<int>(use_case.level_max);
    const double ambition = p.prediction_ambition * (1 - p.ambition_knowledge_brake * municipality.knowledge_at_hand);
    if (happens(luck, ambition)) return highest;
    const int next_step = 1 + static_cast<int>(maturity + p.ambition_step);
    return std::max(lowest, std::min(highest, next_step));
}

Origin choose_origin(const UseCase& use_case, double luck) {
    const std::array<double, origin_count> frequency = {use_case.from_own, use_case.from_same_domain,
                                                        use_case.from_corporate, use_case.from_cross_domain,
                                                        use_case.from_external};
    return static_cast<Origin>(weighted_position(luck, frequency));
}

/// A source of the given origin, as a position in Municipality::sources.
int choose_source(const Project& project, Origin origin, double luck) {
    const int own_domain = index_of(project.domain) * sources_per_domain;
    const int other_domain = (domain_count - 1 - index_of(project.domain)) * sources_per_domain;
    const int own_department = project.lead_department * sources_per_department;
    switch (origin) {
        case Origin::own: return own_domain + own_department + whole_number(luck, 0, sources_per_department - 1);
        case Origin::same_domain: {
            const int other = whole_number(luck, 0, sources_per_domain - sources_per_department - 1);
            return own_domain + (own_department + sources_per_department + other) % sources_per_domain;
        }
        case Origin::corporate: return first_corporate_source + whole_number(luck, 0, corporate_source_count - 1);
        case Origin::cross_domain: return other_domain + whole_number(luck, 0, sources_per_domain - 1);
        case Origin::external: return first_external_source + whole_number(luck, 0, external_source_count - 1);
    }
    return 0;
}

/// Month since which things and places are recorded: longer than any use needs (E16, E19).
constexpr std::int16_t since_long_ago = -1200;

/// Equation (23): what the project needs, from own and other departments and organisations (E14, E18); own sensors may
/// replace data of the own domain (E09, E16). Data on persons come from tasks that were new in 2015, so they have a
/// shorter history than data on things (E14).
void require_sources(Project& project, const UseCase& use_case, double count_luck, const Now& now) {
    const double top = use_case.level_max;
    const double reached = top > 1 ? (project.level - 1) / (top - 1) : 1;
    const double depth = now.p.level_sources_base + (1 - now.p.level_sources_base) * reached;
    const int wanted = 1 + poisson(count_luck, std::max(0.0, use_case.sources * depth - 1));
    const int count = std::min(wanted, static_cast<int>(requirement_limit));
    const double collectable = clip(use_case.collectability + now.p.sensor_collectability_shift);

    for (int i = 0; i < count; ++i) {
        const Draws luck = now.luck.draws(Purpose::idea_sources, project.key, now.month, static_cast<std::uint32_t>(i));
        Requirement requirement;
        requirement.origin = choose_origin(use_case, luck[0]);
        requirement.source = static_cast<std::uint8_t>(choose_source(project, requirement.origin, luck[1]));
        const bool of_the_domain = requirement.origin == Origin::own || requirement.origin == Origin::same_domain;
        requirement.collectable = of_the_domain && happens(luck[2], collectable);
        const bool about_persons = happens(luck[3], use_case.personal_data);
        requirement.recorded_from =
            about_persons ? static_cast<std::int16_t>(-rounded(now.p.history_of_persons_months)) : since_long_ago;
        project.requirements.push_back(requirement);
    }
}

/// Equation (24): effort in person-months to build, pilot and change (E20, E22, E32, E34); suppliers that cannot be
/// left make changes dear, a common base makes them cheaper (E05, E07). That physical projects ask
/// less of it follows from their sources, personal data and departments (E39).
void estimate_effort(Project& project, const Municipality& municipality, const Parameters& p) {
    const auto sources = static_cast<double>(project.requirements.size());
    const double gap = maturity_gap(project, municipality.office(project.domain));
    project.build_effort = p.effort_build_base * (1 + p.effort_per_level * (project.level - 1)) *
                           (1 + p.effort_per_source * (sources - 1)) * (1 + p.effort_per_gap * gap) *
                           (p.effort_without_knowledge - p.effort_knowledge_saving * municipality.knowledge_at_hand) *
                           (1 + p.effort_personal_data * project.personal_data) *
                           std::max(0.0, 1 + p.lock_in_effort * (municipality.lock_in - p.lock_in_reference)) *
                           (1 - p.common_base_effort * municipality.common_base);
    project.pilot_effort = p.effort_pilot_share * project.build_effort + p.effort_pilot_base;
    project.change_effort = p.effort_change * project.departments * (p.change_base + project.process_change);
}

/// Equation (26) and the start values of C1.3: a question from practice starts with involvement (E44).
void set_start(Project& project, const Municipality& municipality, double demand_luck, const Parameters& p) {
    project.demand_driven =
        happens(demand_luck, p.demand_driven_share + p.demand_driven_knowledge * municipality.knowledge_at_hand);
    const double involvement = project.demand_driven ? p.involvement_demand_driven : p.involvement_technology_push;
    // extension X7: a separate team starts further away from practice
    project.involvement = clip(involvement - p.team_separation_distance * p.team_separation);
    project.capacity_level = p.capacity_start_level;
    project.ethics = p.ethics_start_share * municipality.ethics_maturity;
}

Project new_project(const Municipality& municipality, Domain domain, int ordinal, const UseCaseShares& mix,
                    const UseCaseShares& peers, const Now& now) {
    Project project;
    project.key = project_key(municipality.key, domain, now.month, ordinal);
    project.birth_month = static_cast<std::int16_t>(now.month);
    project.ordinal = static_cast<std::uint8_t>(ordinal);
    project.domain = domain;

    const Draws choice = now.luck.draws(Purpose::idea_choice, project.key, now.month, 0);
    const Draws details = now.luck.draws(Purpose::idea_choice, project.key, now.month, 1);
    const std::size_t chosen = choose_use_case(mix, peers, municipality, choice[0], now);
    const UseCase& use_case = now.use_cases[chosen];
    project.use_case = static_cast<std::uint8_t>(chosen);
    project.level = static_cast<std::uint8_t>(
        choose_level(use_case, municipality.office(domain).maturity, choice[1], municipality, now.p));
    project.lead_department = static_cast<std::uint8_t>(whole_number(choice[2], 0, departments_per_domain - 1));
    project.lot = details[1];
    take_attributes(project, use_case, now.p);
    follow_caseload(project, use_case, municipality);
    require_sources(project, use_case, details[0], now);
    estimate_effort(project, municipality, now.p);
    project.taste = taste_of(municipality.office(domain).alderman, office_key(municipality.key, domain), chosen,
                             now.month, now.p, now.luck);
    set_start(project, municipality, choice[3], now.p);
    return project;
}

}  // namespace

void voice_ideas(Municipality& municipality, const Now& now) {
    constexpr int most_ideas = 12;  // per month and domain: never reached, but a project's key counts to 65,535
    const double room = room_for_ideas(municipality, now.p);
    if (room <= 0) return;
    if (now.catalogue != nullptr) sums_of(municipality, now);
    const auto old_projects = static_cast<std::ptrdiff_t>(municipality.projects.size());
    const UseCaseShares peers = shares_of_peers(municipality, now);
    const Draws luck = now.luck.draws(Purpose::idea_count, municipality.key, now.month);

    for (std::size_t d = 0; d < domain_count; ++d) {
        const auto domain = static_cast<Domain>(d);
        DomainOffice& office = municipality.offices[d];
        const UseCaseShares& mix = now.mixes.of_domain[d];  // the only thing that differs between domains (E63)
        double peer_use = 0;
        for (std::size_t a = 0; a < now.use_cases.size(); ++a) peer_use += mix[a] * peers[a];

        const int ideas =
            std::min(most_ideas, poisson(luck[d], expected_ideas(municipality, office, peer_use, room, now)));
        for (int ordinal = 0; ordinal < ideas; ++ordinal) {
            municipality.projects.push_back(new_project(municipality, domain, ordinal, mix, peers, now));
            ++office.ledger.ideas;
            ++office.ledger.young_ideas[static_cast<std::size_t>(now.month % Ledger::reach_months)];
            now.note(EventKind::idea, municipality.projects.back(), municipality.projects.back().level);
        }
    }
    // ideas of one month have no order but a lot, so that no domain comes first
    std::sort(municipality.projects.begin() + old_projects, municipality.projects.end(),
              [](const Project& a, const Project& b) { return a.lot != b.lot ? a.lot < b.lot : a.key < b.key; });
}

}  // namespace algemeente::mechanisms
