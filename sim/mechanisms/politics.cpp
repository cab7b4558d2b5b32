// Aldermen come, go, learn and weigh support; the council debates; a municipality may avoid the word algorithm.
// Assumes: one alderman answers for a domain; the council feels the same attention as the town hall.
// ODD: sim/README.md#politics
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "random/distributions.h"

namespace algemeente::mechanisms {

/// Equations (7)-(8). A successor brings other priorities (E71); alarm calms down to the alderman's own usual level.
void change_aldermen(Municipality& municipality, const Now& now) {
    const double leaving = is_election(now.month) ? now.p.alderman_election_turnover : now.p.alderman_monthly_turnover;
    const Draws luck = now.luck.draws(Purpose::alderman_turnover, municipality.key, now.month);
    for (std::size_t d = 0; d < domain_count; ++d) {
        const auto domain = static_cast<Domain>(d);
        Alderman& alderman = municipality.offices[d].alderman;
        if (happens(luck[d], leaving)) {
            alderman = new_alderman(office_key(municipality.key, domain), now.month, now.p, now.luck);
            now.note(EventKind::new_alderman, domain);
        }
        alderman.risk_aversion +=
            now.p.alderman_risk_aversion_return * (alderman.usual_risk_aversion - alderman.risk_aversion);
        alderman.knowledge = clip(alderman.knowledge + now.p.alderman_learning * (1 - alderman.knowledge));
        ++alderman.months_in_office;
    }
}

/// The council's scrutiny; extension X3: under high scrutiny it may ask for a moratorium.
void debate_in_council(Municipality& municipality, const Now& now) {
    municipality.council_scrutiny = salience(municipality, now.nation, Frame::risk, now.p);
    if (municipality.moratorium_months > 0) --municipality.moratorium_months;
    if (now.p.council_motion_chance <= 0 || municipality.council_scrutiny <= now.p.council_motion_scrutiny) return;
    if (municipality.moratorium_months > 0) return;
    const Draws luck = now.luck.draws(Purpose::council_motion, municipality.key, now.month);
    if (!happens(luck[0], now.p.council_motion_chance)) return;
    municipality.moratorium_months = whole_number(luck[1], static_cast<int>(now.p.council_moratorium_months_low),
                                                  static_cast<int>(now.p.council_moratorium_months_high));
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
    const Parameters& p = now.p;
    const double risk = salience(municipality, now.nation, Frame::risk, p);
    const double surveillance = salience(municipality, now.nation, Frame::surveillance, p);
    const int months_to_election = months_until_election(now.month);
    const bool before_election = months_to_election >= 1 && months_to_election <= p.support_election_months;

    for (Project& project : municipality.projects) {
        if (!is_live(project.stage)) continue;
        const Alderman& alderman = municipality.office(project.domain).alderman;
        const bool under_another_name = municipality.relabelled && project.stage != Stage::in_use;
        project.exposure =
            (under_another_name ? p.relabel_exposure : 1.0) *
            exposure_of(project.sensitivity, project.public_space * project.personal_data, risk, surveillance);

        const double mitigation =
            clip(p.mitigation_ethics * ethics_of(project, p) + (project.law == LawStatus::approved ? p.mitigation_law : 0) +
                 p.mitigation_register * p.algorithm_register);
        // little knowledge follows the hype when it is positive and over-reacts when it is negative (E61, E71)
        const double hype = p.support_opportunity_weight * (now.nation.opportunity - p.support_opportunity_reference) *
                            (1 - alderman.knowledge);
        const double blame = alderman.risk_aversion * project.exposure * (p.support_overreaction - alderman.knowledge) *
                             (1 - p.support_mitigation_weight * mitigation);
        const double utility =
            p.support_base + p.support_value_weight * project.value * alderman.appetite + hype +
            p.support_colour_weight * alderman.colour * (project.enforcement - p.support_colour_reference) +
            p.support_involvement_weight * involvement_of(project, p) - blame -
            (before_election ? p.support_election_caution * project.exposure : 0) -
            p.support_sensitivity_weight * project.sensitivity;
        project.support =
            clip(logistic(utility) * p.diagnostic_legitimacy_government + p.diagnostic_legitimacy_government_shift);
    }
}

}  // namespace algemeente::mechanisms
