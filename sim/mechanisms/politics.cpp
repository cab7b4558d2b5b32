// Aldermen come, go, learn, weigh support and decide again; the council debates; a town may avoid the word algorithm.
// Assumes: one alderman answers for a domain; the council feels the same attention as the town hall.
// ODD: sim/README.md#politics
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "random/distributions.h"
#include "world/alderman.h"

namespace algemeente {

PoliticalClimate political_climate(const Municipality& municipality, const Now& now) {
    const int months_to_election = months_until_election(now.month);
    return {salience(municipality, now.nation, Frame::risk, now.p),
            salience(municipality, now.nation, Frame::surveillance, now.p), now.nation.opportunity,
            months_to_election >= 1 && months_to_election <= now.p.support_election_months};
}

void weigh_support_of(Project& project, const Municipality& municipality, const PoliticalClimate& climate,
                      const Parameters& p) {
    const Alderman& alderman = municipality.office(project.domain).alderman;
    const bool under_another_name = municipality.relabelled && project.stage != Stage::in_use;
    project.exposure = (under_another_name ? p.relabel_exposure : 1.0) *
                       exposure_of(project.sensitivity, project.public_space * project.personal_data, climate.risk,
                                   climate.surveillance);
    project.support = support_of(project, municipality, alderman, climate, p);
}

double support_of(const Project& project, const Municipality& municipality, const Alderman& alderman,
                  const PoliticalClimate& climate, const Parameters& p) {
    const double mitigation =
        clip(p.mitigation_ethics * ethics_of(project, p) + (project.law == LawStatus::approved ? p.mitigation_law : 0) +
             p.mitigation_register * p.algorithm_register);
    // little knowledge follows the hype when it is positive and over-reacts when it is negative (E61, E71)
    const double hype = p.support_opportunity_weight * (climate.opportunity - p.support_opportunity_reference) *
                        (1 - alderman.knowledge);
    const double blame = alderman.risk_aversion * project.exposure * (p.support_overreaction - alderman.knowledge) *
                         (1 - p.support_mitigation_weight * mitigation);
    const double utility =
        p.support_base + p.support_value_weight * project.value * alderman.appetite + hype +
        p.support_colour_weight * alderman.colour * (project.enforcement - p.support_colour_reference) +
        p.support_involvement_weight * involvement_of(project, p) + project.taste - blame -
        p.support_protest_weight * municipality.protest * project.impact -
        (climate.before_election ? p.support_election_caution * project.exposure : 0) -
        p.support_sensitivity_weight * project.sensitivity;
    return clip(logistic(utility) * p.diagnostic_legitimacy_government + p.diagnostic_legitimacy_government_shift);
}

namespace mechanisms {

namespace {

/// What a new alderman thinks of a kind of use applies to all that runs.
void set_priorities(Municipality& municipality, const Now& now) {
    const bool anybody =
        std::any_of(municipality.offices.begin(), municipality.offices.end(),
                    [&](const DomainOffice& office) { return sets_priorities(office.alderman, now.p); });
    if (!anybody) return;
    for (Project& project : municipality.projects) {
        const Alderman& alderman = municipality.office(project.domain).alderman;
        if (sets_priorities(alderman, now.p))
            project.taste = taste_of(alderman, office_key(municipality.key, project.domain), project.use_case,
                                     now.month, now.p, now.luck);
    }
}

}  // namespace

/// Equations (7)-(8). A successor brings other priorities (E71); alarm calms down to the alderman's own usual level.
/// Change capacity, which informs and trains, reaches the alderman too (E40, E71).
void change_aldermen(Municipality& municipality, const Now& now) {
    const double leaving = is_election(now.month) ? now.p.alderman_election_turnover : now.p.alderman_monthly_turnover;
    const Draws luck = now.luck.draws(Purpose::alderman_turnover, municipality.key, now.month);
    const double learning = now.p.alderman_learning + now.p.alderman_training * municipality.change_ration;
    for (std::size_t d = 0; d < domain_count; ++d) {
        const auto domain = static_cast<Domain>(d);
        Alderman& alderman = municipality.offices[d].alderman;
        if (happens(luck[d], leaving)) {
            alderman = new_alderman(office_key(municipality.key, domain), now.month, now.p, now.luck);
            now.note(EventKind::new_alderman, domain);
        }
        alderman.risk_aversion +=
            now.p.alderman_risk_aversion_return * (alderman.usual_risk_aversion - alderman.risk_aversion);
        alderman.knowledge = clip(alderman.knowledge + learning * (1 - alderman.knowledge));
        ++alderman.months_in_office;
    }
    set_priorities(municipality, now);
}

/// The council feels the news and the protest of citizens; under high scrutiny it may ask for a moratorium, the more
/// readily the more seats it has (E72).
void debate_in_council(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    municipality.council_scrutiny =
        clip(salience(municipality, now.nation, Frame::risk, p) + p.protest_scrutiny * municipality.protest);
    if (municipality.moratorium_months > 0) --municipality.moratorium_months;
    if (p.council_motion_chance <= 0 || municipality.council_scrutiny <= p.council_motion_scrutiny) return;
    if (municipality.moratorium_months > 0) return;
    constexpr double usual_seats = 23;  // of 26,500 inhabitants (Gemeentewet, article 8)
    const double chance = 1 - power(1 - p.council_motion_chance, municipality.council_seats / usual_seats);
    const Draws luck = now.luck.draws(Purpose::council_motion, municipality.key, now.month);
    if (!happens(luck[0], chance)) return;
    municipality.moratorium_months = whole_number(luck[1], static_cast<int>(p.council_moratorium_months_low),
                                                  static_cast<int>(p.council_moratorium_months_high));
    now.note(EventKind::moratorium, municipality.moratorium_months);
}

/// Irreversible: once "data-driven work", always "data-driven work" (E65).
void avoid_the_word(Municipality& municipality, const Now& now) {
    if (municipality.relabelled || now.nation.attention(Frame::risk) <= now.p.relabel_threshold) return;
    if (!happens(now.luck.uniform(Purpose::relabelling, municipality.key, now.month), now.p.relabel_chance)) return;
    municipality.relabelled = true;
    now.note(EventKind::relabelled);
}

/// Equations (27)-(29): exposure, and the support of the alderman who answers for the project (random utility).
void weigh_support(Municipality& municipality, const Now& now) {
    const PoliticalClimate climate = political_climate(municipality, now);
    for (Project& project : municipality.projects)
        if (is_live(project.stage)) weigh_support_of(project, municipality, climate, now.p);
}

namespace {

/// A use goes on unless it lacks support; what is not in use yet goes on, pauses or stops.
void decide_again_on(Project& project, Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const Draws luck = now.luck.draws(Purpose::redecision, project.key, now.month);
    if (project.stage == Stage::in_use) {
        if (happens(luck[0], p.redecision_stop_use * (1 - project.support)))
            discontinue(project, municipality, now, Reason::new_alderman);
        return;
    }
    if (happens(luck[0], p.redecision_keep_base + (1 - p.redecision_keep_base) * project.support)) return;
    if (project.stage == Stage::idea) {
        drop(project, municipality, now, Reason::new_alderman);
    } else if (happens(luck[1], p.redecision_pause_share)) {
        project.paused_months = static_cast<std::int16_t>(rounded(p.redecision_pause_months));
        now.note(EventKind::paused, project, project.paused_months);
    } else {
        abandon(project, municipality, now, Reason::new_alderman);
    }
}

}  // namespace

/// Priorities shift when politics changes (E71): a new alderman goes through everything that runs.
void decide_again(Municipality& municipality, const Now& now) {
    for (Project& project : municipality.projects) {
        if (project.paused_months > 0) --project.paused_months;
        if (is_live(project.stage) && sets_priorities(municipality.office(project.domain).alderman, now.p))
            decide_again_on(project, municipality, now);
    }
}

}  // namespace mechanisms

}  // namespace algemeente
