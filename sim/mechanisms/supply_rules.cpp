// What the mechanisms of suppliers ask of a product and of its use: its burden, its road, its beginning and end.
// Assumes: a product meets the same people, law and politics as a municipality's own; it asks a part of the effort.
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mechanisms/supply_rules.h"

#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "random/distributions.h"
#include "world/alderman.h"
#include "world/make_supply.h"

namespace algemeente {

double burden_of(const Product& product, const Parameters& p) {
    switch (product.route) {
        case Route::national: return p.supply_burden_national;
        case Route::market: return p.supply_burden_market;
        case Route::cooperative: return p.supply_burden_cooperative;
    }
    return 1;
}

SuppliedUse* use_of_offer(Municipality& municipality, const Catalogue& catalogue, std::size_t offer) {
    for (SuppliedUse& use : municipality.supplied.uses)
        if (is_live(use.stage) && catalogue.offer_of[use.product] == offer) return &use;
    return nullptr;
}

Project as_project(const SuppliedUse& use, const Municipality& municipality, const Now& now) {
    const Product& product = now.catalogue->product(use.product);
    const UseCase& use_case = now.use_cases[product.use_case];
    Project view;
    view.key = supplied_key(municipality.key, product.key);
    view.birth_month = -1;
    view.domain = use.domain;
    view.use_case = static_cast<std::uint8_t>(product.use_case);
    view.level = static_cast<std::uint8_t>(std::min(product.level, static_cast<int>(use_case.level_max)));
    view.lead_department = use.lead_department;
    take_attributes(view, use_case, now.p);
    follow_caseload(view, use_case, municipality);
    if (product.closed) view.explainability *= now.p.vendor_closed_explainability;
    view.closed = product.closed;
    view.sourcing = Sourcing::vendor;
    view.stage = use.stage;
    // a project's months in use count the first one
    view.months_in_stage = now.month - use.stage_since + (use.stage == Stage::in_use ? 1 : 0);
    view.law = use.stage > Stage::development ? LawStatus::approved : LawStatus::queued;
    view.involvement = use.involvement;
    view.ethics = use.ethics;
    view.taste = use.taste;
    return view;
}

void weigh_supplied(Project& view, const SuppliedUse& use, const Municipality& municipality, const Now& now) {
    const PoliticalClimate climate = political_climate(municipality, now);
    const double known =
        exposure_of(view.sensitivity, view.public_space * view.personal_data, climate.risk, climate.surveillance);
    // what goes wrong with others is news about the product (59)
    view.exposure = 1 - (1 - known) * (1 - clip(now.supply->products[use.product].news));
    view.support = support_of(view, municipality, municipality.office(use.domain).alderman, climate, now.p);
    if (use.mandated) view.support = std::max(view.support, now.p.supply_obliged_support);
}

double supplied_load(const Project& view, const Product& product, const Now& now) {
    const Parameters& p = now.p;
    constexpr double many = 5;  // sources from which linking weighs in full, as in equation (37)
    const double weight = std::max(view.impact, p.legal_load_public_space * view.public_space);
    const double own_sources = (1 - product.brings_sources) * now.use_cases[product.use_case].sources;
    const double linking = product.statutory ? 0 : std::min(1.0, own_sources / many);
    return view.personal_data * (p.legal_load_base + p.legal_load_impact * weight + p.legal_load_linking * linking) *
           (product.statutory ? p.supply_statutory_load : 1);
}

int months_of_road(const Project& view, const SuppliedUse& use, Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const Product& product = now.catalogue->product(use.product);
    const bool delivered = use.law_attempts > 0;  // it is reviewed once more
    const double slow = product.route == Route::national ? 0 : p.lock_in_delivery_months * municipality.lock_in;
    const double delivery = delivered ? 0 : product.deliver_months + slow;
    if (view.personal_data < p.review_free_threshold) return static_cast<int>(rounded(delivery));
    municipality.reviews_saved -= burden_of(product, p);  // the officer's time, as far as others have not reviewed it
    const double expected = p.review_duration_months * supplied_load(view, product, now) *
                            (p.review_duration_base + municipality.strictness);
    const int review = 1 + poisson(now.luck.uniform(Purpose::supply_review, view.key, now.month), expected);
    return std::max(static_cast<int>(rounded(delivery)), review);
}

double supplied_subscription(const Product& product, const Municipality& municipality, const Parameters& p) {
    if (product.route == Route::national) return 0;
    const double a_year =
        p.supply_price * p.subscription_eur_per_inhabitant * reference_population * municipality.size_for_prices;
    return std::max(p.supply_price * p.subscription_floor_eur, a_year) * lock_in_premium(municipality, p) /
           months_per_year;
}

void begin_supplied(std::size_t position, UseStart start, Municipality& municipality, const Now& now) {
    const Product& product = now.catalogue->product(position);
    const auto domain = office_of_product(product, municipality.key, now.mixes, now.luck);
    if (!domain) return;
    const Draws draws =
        now.luck.draws(Purpose::supply_decision, supplied_key(municipality.key, product.key), now.month, 1);
    SuppliedUse use;
    use.product = static_cast<std::uint8_t>(position);
    use.domain = *domain;
    use.start = start;
    use.mandated = product.mandated_from <= now.month;
    use.lead_department = static_cast<std::uint8_t>(whole_number(draws[0], 0, departments_per_domain - 1));
    use.started_month = use.stage_since = static_cast<std::int16_t>(now.month);
    use.readiness = now.p.supply_readiness;
    use.involvement = now.p.involvement_technology_push;
    use.ethics = now.p.ethics_start_share * municipality.ethics_maturity;
    use.taste = taste_of(municipality.office(*domain).alderman, office_key(municipality.key, *domain), product.use_case,
                         now.month, now.p, now.luck);
    use.subscription_eur = supplied_subscription(product, municipality, now.p);
    municipality.subscriptions_eur += use.subscription_eur;
    const Project view = as_project(use, municipality, now);
    use.months_left = static_cast<std::int16_t>(months_of_road(view, use, municipality, now));
    municipality.supplied.uses.push_back(use);
    municipality.supplied.changed = true;
}

void end_supplied(SuppliedUse& use, Municipality& municipality, const Now& now, Reason reason) {
    SuppliedHere& here = municipality.supplied;
    here.changed = true;
    const auto d = static_cast<std::size_t>(index_of(use.domain));
    if (use.stage == Stage::in_use) ++here.ended[d];
    if (use.stage == Stage::in_use && reason == Reason::withdrawn) {
        ++here.withdrawn[d];
        const Project view = as_project(use, municipality, now);
        const double loss = now.p.disappointment * (now.p.disappointment_base + now.nation.opportunity);
        for (int k = 0; k < departments_per_domain; ++k)
            if (targets(view, k))
                municipality.office(use.domain).departments[static_cast<std::size_t>(k)].disappointment += loss;
    }
    use.stage = use.stage == Stage::in_use ? Stage::discontinued : Stage::abandoned;
}

double supplied_change_demand(const SuppliedUse& use, const Now& now) {
    const Parameters& p = now.p;
    const Product& product = now.catalogue->product(use.product);
    const UseCase& use_case = now.use_cases[product.use_case];
    const double burden = burden_of(product, p);
    if (use.stage == Stage::in_use) return p.change_use_demand * use_case.departments * burden;
    if (use.stage != Stage::implementation) return 0;
    const double spread = use_case.departments * (p.change_base + use_case.process_change) * burden;
    return std::min(p.change_project_ceiling, p.change_demand_share * spread) * p.change_implementation_factor;
}

}  // namespace algemeente
