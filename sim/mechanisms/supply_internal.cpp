// Internal operations (anonymising, chatbots, invoices) belong to no domain; they take people and time, and teach.
// Assumes: they come in proportion to inhabitants, each as a product of the market at the first level, and stay.
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"
#include "text/calendar.h"

namespace algemeente::mechanisms {

/// Equation (63): an expected number, because nobody asks which ones (S18). They ask staff as any product does (E29,
/// E30), the officer reviews them first (E54), and both offices learn from them as from a product of a supplier (E78).
void run_internal_operations(Municipality& municipality, const Now& now) {
    if (now.catalogue == nullptr) return;
    const Parameters& p = now.p;
    SuppliedHere& here = municipality.supplied;
    const double begun = p.supply_internal_per_year * municipality.size_for_ideas / months_per_year;
    here.internal_uses += begun;
    here.internal_upkeep = p.supply_burden_market * (p.maintenance_share * p.effort_build_base * here.internal_uses +
                                                     p.demand_implementation * begun);
    municipality.reviews_saved -= p.supply_burden_market * begun;
    const double taught = p.supply_teaches * p.maturity_growth * here.internal_uses / domain_count;
    for (DomainOffice& office : municipality.offices) {
        double usage = 0;
        for (const Department& department : office.departments) usage += department.usage / departments_per_domain;
        // they describe; nobody learns to predict from them
        office.maturity = std::max(office.maturity, std::min(1.0, office.maturity + taught * usage));
    }
}

}  // namespace algemeente::mechanisms
