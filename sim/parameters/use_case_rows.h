// The use-case archetypes, one row each: to add a use case is to add a row here (and its words in two languages).
//
// Values are assumptions informed by E09, E14-E16, E27-E28, E42, E57, E62-E63, to be varied by 25 %, but for the cells
// that the public register grounds: use_case_grounds.def says which, and their range.
#pragma once

#include "parameters/use_case.h"

namespace algemeente {

// clang-format off
inline constexpr UseCaseRow use_case_rows[] = {
    // name, meaning, helping sister; mix S, mix F, sources, own, same, corp, cross, ext, pers, impact, enf, pub, truth, coll, dep, change, lv, lv, value, expl, touched, income, priority
    {{"welfare_risk_scoring", "Benefit risk scoring: whom to re-examine for welfare.", "debt_early_signalling"},
     {.25, 0,   7,   .30, .22, .22, .08, .18, .95, .90, 1.0, 0,   .30, .05, 4, .70, 1, 3, 1.00, .35, .05, 1, 1}},
    {{"signal_cross_match", "Signal cross-match: a script on signals of fraud or housing abuse.", ""},
     {.25, 0,   2.8, .35, .20, .25, .10, .10, .90, .77, .93, 0,   .50, .05, 2, .45, 1, 2, .60,  .70, .05, 1, 1}},
    {{"care_demand_forecast", "Care-demand forecast: youth care and Wmo, aggregated.", ""},
     {.20, 0,   5,   .40, .25, .20, .10, .05, .50, .20, 0,   0,   .50, .05, 3, .40, 1, 3, .70,  .55, 1.0, 0, 1}},
    {{"debt_early_signalling", "Early signalling of debts.", ""},
     {.15, 0,   6,   .25, .20, .20, .05, .30, .95, .50, .10, 0,   .50, .05, 3, .60, 1, 3, .75,  .50, .08, 1, 1}},
    {{"social_policy_dashboard", "Policy dashboard of the social domain.", ""},
     {.15, 0,   3,   .45, .25, .25, .05, 0,   .40, .10, 0,   0,   .70, .05, 2, .20, 1, 1, .40,  .90, 1.0, 0, 1}},
    {{"asset_and_waste_sensing", "Sensing of assets and waste containers.", ""},
     {0,   .20, 3.0, .75, .10, .10, .05, 0,   .16, .05, 0,   .2,  .95, .90, 1, .40, 1, 3, .60,  .80, 1.0, 0, 1}},
    {{"traffic_prediction", "Prediction for traffic and junctions.", ""},
     {0,   .22, 2.2, .65, .15, .10, .05, .05, .15, .05, 0,   .5,  .95, .85, 1, .30, 1, 3, .75,  .60, 1.0, 0, 1}},
    {{"crowd_monitoring", "Monitoring of crowds and nightlife.", ""},
     {0,   .12, 2.6, .60, .15, .10, .05, .10, .38, 0,   .40, 1.0, .75, .85, 2, .40, 1, 2, .60,  .60, .60, 0, 1}},
    {{"scan_car_enforcement", "Enforcement by scan car and camera.", ""},
     {0,   .14, 2.9, .55, .10, .25, 0,   .10, .80, .50, .90, .96, .90, .75, 2, .40, 1, 2, .80,  .70, .40, 0, 1}},
    {{"area_model", "Area model or digital twin.", ""},
     {0,   .14, 5,   .40, .25, .20, .10, .05, .20, .10, 0,   .2,  .60, .50, 3, .30, 1, 3, .75,  .55, 1.0, 0, 1}},
    {{"public_space_dashboard", "Dashboard of public space.", ""},
     {0,   .18, 2,   .60, .20, .15, .05, 0,   .05, .02, 0,   .1,  .95, .60, 1, .20, 1, 1, .40,  .90, 1.0, 0, 1}},
};
// clang-format on

}  // namespace algemeente
