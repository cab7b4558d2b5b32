// From the decision to use: a product is delivered and reviewed, then departments change how they work.
// Assumes: the supplier has tried it elsewhere, so that nobody pilots it; all products pass the last gate only.
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/readiness.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"

#include <array>

namespace algemeente::mechanisms {

namespace {

void enter(SuppliedUse& use, Stage stage, Municipality& municipality, const Now& now) {
    use.stage = stage;
    use.stage_since = static_cast<std::int16_t>(now.month);
    municipality.supplied.changed = true;
}

/// Does the law agree, as in equation (37)? What has the law as its basis needs no approval, only time (E53).
bool is_approved(const Project& view, const SuppliedUse& use, double luck, const Municipality& municipality,
                 const Now& now) {
    const Parameters& p = now.p;
    const Product& product = now.catalogue->product(use.product);
    if (product.statutory || use.mandated || view.personal_data < p.review_free_threshold) return true;
    const double approval = p.approval_base -
                            p.approval_load * supplied_load(view, product, now) * municipality.strictness +
                            p.approval_ethics * ethics_of(view, p) + p.approval_rework * use.law_attempts -
                            (product.closed ? p.approval_closed : 0);
    return happens(luck, clip(logistic(approval) * p.diagnostic_law + p.diagnostic_law_shift));
}

void receive(SuppliedUse& use, Municipality& municipality, const Now& now) {
    if (--use.months_left > 0) return;
    const Project view = as_project(use, municipality, now);
    const Draws luck = now.luck.draws(Purpose::supply_review, view.key, now.month, 1);
    if (is_approved(view, use, luck[0], municipality, now)) {
        enter(use, Stage::implementation, municipality, now);
    } else if (use.law_attempts < now.p.rework_attempts && happens(luck[1], now.p.rework_chance)) {
        ++use.law_attempts;
        use.months_left = static_cast<std::int16_t>(months_of_road(view, use, municipality, now));
    } else {
        end_supplied(use, municipality, now, Reason::law);
    }
}

/// Equation (R) over the factors that count at the last gate.
double readiness_of(const Project& view, const SuppliedUse& use, const Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const Product& product = now.catalogue->product(use.product);
    const double systems = std::max(1.0, (1 - product.brings_sources) * now.use_cases[product.use_case].sources);
    constexpr double above_zero = 1e-3;  // zero has no logarithm
    const double log_ict = logarithm(std::max(ict_at_hand(municipality, Sourcing::vendor, p), above_zero));
    const double upkeep = municipality.supplied.sums.upkeep;
    const std::array levels = {clip(exponential(p.ict_burden * (1 + logarithm(systems)) * log_ict) * p.diagnostic_ict),
                               upkeep > municipality.capacity ? municipality.capacity / upkeep : 1,
                               clip(citizens_legitimacy(view, municipality, p) * p.diagnostic_legitimacy_citizens +
                                    p.diagnostic_legitimacy_citizens_shift),
                               view.support,
                               clip(involvement_of(view, p) * p.diagnostic_involvement),
                               clip(targeted_mean(view, municipality.office(use.domain), &Department::willingness) *
                                    p.diagnostic_willingness)};
    return combine(levels, p.combination_elasticity, p.combination_floor);
}

/// Who is stuck may give up, as in equation (AB); under a duty only for being stuck, and begins again later.
double chance_to_give_up(const Project& view, const SuppliedUse& use, double readiness, const Parameters& p) {
    const double patience =
        std::max(0.0, (view.months_in_stage - p.abandon_patience_months) / p.abandon_stuck_scale_months);
    const double stuck = p.abandon_stuck * std::min(p.abandon_stuck_ceiling, patience) * (1 - readiness);
    if (use.mandated) return stuck;
    return p.abandon_base + stuck + p.abandon_unsupported * (1 - view.support) * (1 - view.support) +
           p.abandon_exposed * view.exposure;
}

/// Equation (54): change is got and departments are involved as in (33)-(34), at the product's burden.
void implement(SuppliedUse& use, Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const Product& product = now.catalogue->product(use.product);
    const UseCase& use_case = now.use_cases[product.use_case];
    const double spread = use_case.departments * (p.change_base + use_case.process_change) * burden_of(product, p);
    const double got = supplied_change_demand(use, now) * municipality.change_ration;
    use.changed += got;
    use.involvement = clip(use.involvement + p.involvement_growth * got / spread * (1 - use.involvement) -
                           p.involvement_loss * use.involvement);
    use.ethics = clip(use.ethics + p.ethics_embedding * municipality.ethics_maturity * (1 - use.ethics));

    Project view = as_project(use, municipality, now);
    weigh_supplied(view, use, municipality, now);
    use.exposure = view.exposure;
    use.support = view.support;
    use.sensitivity = view.sensitivity;
    const bool shared = product.route == Route::national || use.mandated;
    const double fewest_months = shared ? 1 : p.gate_implementation_months;
    const Draws luck = now.luck.draws(Purpose::supply_gate, view.key, now.month);
    const double readiness = readiness_of(view, use, municipality, now);
    const bool ready = use.changed >= p.effort_change * spread && view.months_in_stage >= fewest_months &&
                       !held_by_moratorium(view, municipality, p);
    if (ready && happens(luck[0], logistic(p.gate_steepness * (readiness - p.gate_use_threshold))))
        enter(use, Stage::in_use, municipality, now);
    else if (happens(luck[1], chance_to_give_up(view, use, readiness, p)))
        end_supplied(use, municipality, now, Reason::stuck);
}

}  // namespace

void adopt_products(Municipality& municipality, const Now& now) {
    if (now.catalogue == nullptr || sums_of(municipality, now).on_the_way == 0) return;
    for (SuppliedUse& use : municipality.supplied.uses) {
        if (use.stage == Stage::in_use) continue;
        if (now.supply->products[use.product].struck_month <= now.month)
            end_supplied(use, municipality, now, Reason::withdrawn);
        else if (use.stage == Stage::development)
            receive(use, municipality, now);
        else
            implement(use, municipality, now);
    }
    std::erase_if(municipality.supplied.uses, [](const SuppliedUse& use) { return !is_live(use.stage); });
}

}  // namespace algemeente::mechanisms
