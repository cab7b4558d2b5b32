// What several mechanisms ask of a project.
#pragma once

#include "mathematics/elementary.h"
#include "mechanisms/now.h"

#include <algorithm>

namespace algemeente {

/// Equation (s): how sensitive a use is, from personal data, impact and enforcement; nothing else (E55, E62, E64).
double sensitivity_of(double personal_data, double impact, double enforcement, const Parameters& p);

/// To a whole number; for numbers above zero.
constexpr double rounded(double number) {
    constexpr double half = .5;  // what rounding is
    return static_cast<double>(static_cast<std::int64_t>(number + half));
}

/// Recomputes a project's sensitivity after its attributes changed.
void renew_sensitivity(Project& project, const Parameters& p);

/// Gives a project the attributes of its use case at its analytics level (table C3.0 and below).
void take_attributes(Project& project, const UseCase& use_case, const Parameters& p);

/// Turns a project into one of another use case, at most at its highest level. What happened to the project stays:
/// legal rework and sensors left it fewer personal data and less value, the ethics committee softened its impact and
/// explained it, a closed product explains less.
void take_other_use_case(Project& project, const UseCaseTable& use_cases, std::size_t other,
                         const Municipality& municipality, const Parameters& p);

/// A use that touches people on income support touches as many as the municipality's caseload says.
void follow_caseload(Project& project, const UseCase& use_case, const Municipality& municipality);

/// Levels by which the project's ambition exceeds the organisation's maturity (E78).
inline double maturity_gap(const Project& project, const DomainOffice& office) {
    return std::max(0.0, project.level - 1 - office.maturity);
}

/// What a municipality feels of a media frame: national and local attention (M_f).
inline double salience(const Municipality& municipality, const Nation& nation, Frame frame, const Parameters& p) {
    const double local = municipality.local_attention[static_cast<std::size_t>(frame)];
    return clip(p.salience_national_weight * nation.attention(frame) + p.salience_local_weight * local);
}

/// Equation (27) without relabelling: exposure by the attributes of a use.
constexpr double exposure_of(double sensitivity, double public_personal_data, double risk_salience,
                             double surveillance_salience) {
    return 1 - (1 - sensitivity * risk_salience) * (1 - public_personal_data * surveillance_salience);
}

/// Infrastructure that a project works with: the municipality's, and what a supplier brings along (E02, E33).
inline double ict_at_hand(const Municipality& municipality, Sourcing sourcing, const Parameters& p) {
    const double relief = sourcing == Sourcing::vendor ? p.vendor_ict_relief * (1 - municipality.ict) : 0;
    return clip(municipality.ict + relief + p.diagnostic_ict_shift);
}

/// How far the organisation is involved in a project, and how far ethics is embedded in it; with the diagnostic shifts.
inline double involvement_of(const Project& project, const Parameters& p) {
    return clip(project.involvement + p.diagnostic_involvement_shift);
}
inline double ethics_of(const Project& project, const Parameters& p) {
    return clip(project.ethics + p.diagnostic_ethics_shift);
}

/// What politics feels this month, the same for all that a municipality does.
struct PoliticalClimate {
    double risk, surveillance;  ///< salience of the two frames
    double opportunity;
    bool before_election;
};
PoliticalClimate political_climate(const Municipality& municipality, const Now& now);

/// Equations (27)-(29): how exposed a project is, and how far its alderman supports it.
void weigh_support_of(Project& project, const Municipality& municipality, const PoliticalClimate& climate,
                      const Parameters& p);
/// Equation (29) alone, at the project's exposure.
double support_of(const Project& project, const Municipality& municipality, const Alderman& alderman,
                  const PoliticalClimate& climate, const Parameters& p);

/// In this month the programme of a new alderman is there, and with it his priorities (E71).
inline bool sets_priorities(const Alderman& alderman, const Parameters& p) {
    return alderman.months_in_office == static_cast<int>(rounded(p.redecision_after_months));
}

/// Money for algorithms that a municipality receives a month (E36).
double monthly_budget_eur(const Municipality& municipality, const Parameters& p);

/// What dependence on suppliers adds to prices and upkeep (1: as usual; E05).
double lock_in_premium(const Municipality& municipality, const Parameters& p);

/// Drops an idea.
void drop(Project& project, Municipality& municipality, const Now& now, Reason reason);

/// Ends a project before use (after its start) and disappoints the employees it targeted (E48).
void abandon(Project& project, Municipality& municipality, const Now& now, Reason reason);

/// Ends a project that is in use.
void discontinue(Project& project, Municipality& municipality, const Now& now, Reason reason);

/// Is anything done about it this month? A new alderman may have ordered a pause.
constexpr bool is_at_work(const Project& project) {
    return is_pipeline(project.stage) && project.paused_months == 0;
}

/// Projects in development, pilot or implementation that are not paused, over both domains.
inline int running_projects(const Municipality& municipality) {
    return static_cast<int>(std::count_if(municipality.projects.begin(), municipality.projects.end(), is_at_work));
}

/// Do people meet it this month, in use or in a pilot that is not paused?
constexpr bool is_met(const Project& project) {
    return project.stage == Stage::in_use || (project.stage == Stage::pilot && project.paused_months == 0);
}

/// The council's moratorium holds sensitive projects back.
constexpr bool held_by_moratorium(const Project& project, const Municipality& municipality, const Parameters& p) {
    return municipality.moratorium_months > 0 && project.sensitivity > p.council_moratorium_sensitivity;
}

}  // namespace algemeente
