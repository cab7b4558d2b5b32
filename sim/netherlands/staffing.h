// Staff of a municipality, estimated from what its accounts say staff costs.
#pragma once

#include "parameters/parameters.h"

#include <vector>

namespace algemeente {

/// One municipality's accounts; costs in euro per inhabitant per year (Iv3 accounts 2024, CBS).
struct StaffAccounts {
    double population = 0;
    double staff_cost = 0;           ///< payroll and hired staff, all tasks; above 0 unless is_joint
    double staff_cost_social = 0;    ///< the part booked on the social domain
    double staff_cost_physical = 0;  ///< the part booked on traffic, environment, housing and space
    bool is_joint = false;           ///< staff is employed by a joint organisation, so these accounts do not show it
};

struct Staffing {
    double fiscal_factor = 1;  ///< staff cost relative to the size trend; population-weighted mean 1
    double change_factor = 1;  ///< the same for staff of the two domains
    double employees = 0;      ///< head count; sums to the national one
    double employees_social = 0;
    double employees_physical = 0;
};

/// One Staffing per municipality, in the same order.
///
/// Factors are exp(residual) of a least-squares line of ln(cost per inhabitant) over ln(population / 26,500), clipped
/// to fiscal_accounts_low..high and scaled to mean 1. Heads are shared out by money. Whoever's accounts do not show the
/// staff gets factor 1 and the national mean heads per inhabitant; whoever's accounts do not show the staff of the two
/// domains (booked on overhead: less than a tenth of the cost is on them) gets change factor 1 and the national mean
/// shares. At least two municipalities of different size must show their accounts.
std::vector<Staffing> staffing_of(const std::vector<StaffAccounts>& accounts, const Parameters& parameters);

}  // namespace algemeente
