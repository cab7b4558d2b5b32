// How factors add up to readiness: shared with tests and with the explanation of what holds a project back.
#pragma once

#include "mechanisms/project_rules.h"

#include <span>

namespace algemeente {

/// The factors that count at the gate of a stage (table below R in the specification); none outside the pipeline.
std::span<const Factor> factors_that_count(Stage stage);

/// Equation (R): constant elasticity of substitution with equal weights. `elasticity` below 0: the lower, the more the
/// weakest decides. Levels below `floor` count as `floor`.
double combine(std::span<const double> levels, double elasticity, double floor);

/// The factor legitimacy for citizens, before diagnostics.
double citizens_legitimacy(const Project& project, const Municipality& municipality, const Parameters& p);

/// Mean of a quantity over the departments that a project targets.
inline double targeted_mean(const Project& project, const DomainOffice& office, double Department::*quantity) {
    double sum = 0;
    int count = 0;
    for (int k = 0; k < departments_per_domain; ++k) {
        if (!targets(project, k)) continue;
        sum += office.departments[static_cast<std::size_t>(k)].*quantity;
        ++count;
    }
    return sum / count;
}

}  // namespace algemeente
