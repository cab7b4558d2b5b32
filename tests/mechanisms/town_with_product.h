// A town with one product, whose performance, benefit and harm are worked out in the tests.
#pragma once

#include "mechanisms/one_municipality.h"

#include <cmath>

namespace algemeente {

inline void set_factor(Project& project, Factor factor, double level) {
    project.factors[static_cast<std::size_t>(factor)] = level;
}

/// A second-level product in use: RDY .6, AVL .8, ground truth .3, gap .5, usage .7. Citizens cooperate as usual.
inline OneMunicipality town_with_product(Stage stage = Stage::in_use) {
    OneMunicipality town;
    town.municipality.mean_trust = .54;
    town.set_attention(.5, 0);
    town.office().maturity = .5;
    town.office().departments[0].usage = .7;
    Project& project = town.add(stage);
    project.level = 2;
    project.departments = 1;
    set_factor(project, Factor::data_readiness, .6);
    project.log_data_readiness = std::log(.6);
    set_factor(project, Factor::data_availability, .8);
    project.ground_truth = .3;
    project.value = .9;
    project.impact = .8;
    project.enforcement = 1;
    project.ethics = .4;
    project.touched_share = .05;
    return town;
}

}  // namespace algemeente
