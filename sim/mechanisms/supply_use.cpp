// Products of suppliers in use: performance, benefit, harm, incidents, ends, and what use leaves behind.
// Assumes: one stops alone only with reason (S04); a product teaches less than one of one's own.
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/readiness.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"
#include "mechanisms/use_rules.h"
#include "world/alderman.h"
#include "world/make_supply.h"

namespace algemeente::mechanisms {

namespace {

/// What is the same for all products of a municipality this month.
struct Place {
    PoliticalClimate climate;
    double log_standards;  ///< of what lack of standards leaves, per source that is combined
};

Place place_of(const Municipality& municipality, const Now& now) {
    const double without = now.p.readiness_without_standards;
    return {political_climate(municipality, now), logarithm(without + (1 - without) * municipality.standards)};
}

/// Data that come with a product are as ready as the supplier keeps them, others as the department's own are.
double log_readiness_of(const SuppliedUse& use, const Product& product, const Place& place,
                        const Municipality& municipality, const Now& now) {
    const int first = index_of(use.domain) * sources_per_domain + use.lead_department * sources_per_department;
    double own = 0;
    for (int k = 0; k < sources_per_department; ++k)
        own += municipality.sources.quality[static_cast<std::size_t>(first + k)] / sources_per_department;
    const double own_sources = (1 - product.brings_sources) * now.use_cases[product.use_case].sources;
    const double data = product.brings_sources * use.readiness + (1 - product.brings_sources) * own;
    return logarithm(data) + std::max(0.0, own_sources - 1) / now.p.readiness_sources_scale * place.log_standards;
}

/// Equation (38) with what the product has learnt from all its users (56).
double performance_in(Project& view, const SuppliedUse& use, const Place& place, const Municipality& municipality,
                      const Now& now) {
    const Product& product = now.catalogue->product(use.product);
    view.log_data_readiness = log_readiness_of(use, product, place, municipality, now);
    view.level_of(Factor::data_availability) = 1;
    const double alone = performance_of(view, maturity_gap(view, municipality.office(use.domain)), now.p);
    const double learnt =
        now.p.supply_learning * logarithm(1.0 + now.supply->products[use.product].users) * (1 - alone);
    return clip(alone + learnt);
}

/// Everything that is judged anew this month.
void judge(SuppliedUse& use, Project& view, const Place& place, Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const DomainOffice& office = municipality.office(use.domain);
    const double known = exposure_of(view.sensitivity, view.public_space * view.personal_data, place.climate.risk,
                                     place.climate.surveillance);
    view.exposure = 1 - (1 - known) * (1 - clip(now.supply->products[use.product].news));
    view.support = support_of(view, municipality, office.alderman, place.climate, p);
    if (use.mandated) view.support = std::max(view.support, p.supply_obliged_support);
    view.level_of(Factor::legitimacy_citizens) =
        clip(citizens_legitimacy(view, municipality, p) * p.diagnostic_legitimacy_citizens +
             p.diagnostic_legitimacy_citizens_shift);
    view.usage = targeted_mean(view, office, &Department::usage);
    view.performance = performance_in(view, use, place, municipality, now);
    view.benefit = view.value * view.performance * view.usage * cooperation(view, municipality, p);
    // what was repaired after an audit does no harm (62)
    view.harm = harm_of(view, p) * (1 - now.supply->products[use.product].mended);
    use.exposure = view.exposure;
    use.support = view.support;
    use.legitimacy = view.level_of(Factor::legitimacy_citizens);
    use.sensitivity = view.sensitivity;
    use.usage = view.usage;
    use.performance = view.performance;
    use.benefit = view.benefit;
    use.harm = view.harm;
    const double openness =
        p.local_media_without_register + (1 - p.local_media_without_register) * p.algorithm_register;
    use.touching = view.harm * view.touched_share;
    use.impact = view.impact * (1 + view.enforcement);
    use.visible = {view.sensitivity * openness, view.public_space * view.personal_data * openness};
}

/// Equations (40)-(41); others hear of it as news about the product (59). True: it ends.
bool goes_wrong(const Project& view, const SuppliedUse& use, double luck, Municipality& municipality, const Now& now) {
    const double chance = now.p.supply_incident_share * incident_chance(view, now.nation, now.p);
    if (!happens(luck, months_between_looks * chance)) return false;
    const Draws more = now.luck.draws(Purpose::supply_incident, view.key, now.month);
    const double severity = severity_of(view, municipality, more[0], now.p);
    raise_alarm(view, municipality, severity, more[1], now);
    municipality.supplied.incidents.push_back({use.product, severity});
    return !use.mandated && happens(more[2], stopping_chance(view, severity, now.p) * now.p.supply_shelter_other);
}

/// Equation (42), sheltered: chance in a month that a use ends by itself, for a reason of its own.
double chance_to_end(const Project& view, const Municipality& municipality, const Parameters& p) {
    return p.supply_shelter * (end_without_support(view, p) + end_without_legitimacy(view, p)) +
           p.supply_shelter_other * (end_by_disuse(view, p) +
                                     end_for_better(view.months_in_stage, true, municipality, p) + p.discontinue_base);
}

/// Equation (43), and care for data, ethics and involvement as for a product of one's own.
void leave_behind(SuppliedUse& use, const Project& view, Municipality& municipality, const Parameters& p) {
    double& maturity = municipality.office(use.domain).maturity;
    const double learnt = view.level <= maturity + p.maturity_reach ? 1 : p.maturity_premature_share;
    maturity = std::min<double>(
        analytics_levels, maturity + months_between_looks * p.supply_teaches * p.maturity_growth * view.usage * learnt);
    use.readiness =
        clip(use.readiness +
             months_between_looks * (p.use_readiness_care * (1 - use.readiness) -
                                     p.use_readiness_decay * std::max(0.0, use.readiness - p.supply_readiness)));
    use.ethics =
        clip(use.ethics + months_between_looks * p.ethics_monitoring * (municipality.ethics_maturity - use.ethics));
    use.involvement =
        clip(use.involvement +
             months_between_looks * (p.use_involvement_care * municipality.change_ration * (1 - use.involvement) -
                                     p.use_involvement_loss * use.involvement));
}

/// What half a year brings: something goes wrong, it ends for a reason of its own, or it goes on.
void pass_half_year(SuppliedUse& use, const Project& view, Municipality& municipality, const Now& now) {
    const Draws luck = now.luck.draws(Purpose::supply_end, view.key, now.month);
    if (goes_wrong(view, use, luck[0], municipality, now))
        end_supplied(use, municipality, now, Reason::incident);
    else if (!use.mandated && happens(luck[1], months_between_looks * chance_to_end(view, municipality, now.p)))
        end_supplied(use, municipality, now, Reason::other);
    else
        leave_behind(use, view, municipality, now.p);
}

/// A new alderman may stop it, less readily than a product of one's own (28b).
void decide_again(SuppliedUse& use, Municipality& municipality, const Now& now) {
    const Alderman& alderman = municipality.office(use.domain).alderman;
    if (!sets_priorities(alderman, now.p)) return;
    const Product& product = now.catalogue->product(use.product);
    use.taste =
        taste_of(alderman, office_key(municipality.key, use.domain), product.use_case, now.month, now.p, now.luck);
    const double luck =
        now.luck.uniform(Purpose::redecision, supplied_key(municipality.key, product.key), now.month, 1);
    if (!use.mandated && happens(luck, now.p.supply_shelter * now.p.redecision_stop_use * (1 - use.support)))
        end_supplied(use, municipality, now, Reason::new_alderman);
}

/// Who uses what has been struck down stops within months (58).
void obey_strike(SuppliedUse& use, Municipality& municipality, const Now& now) {
    if (now.supply->products[use.product].struck_month > now.month) return;
    const std::uint64_t key = supplied_key(municipality.key, now.catalogue->product(use.product).key);
    if (happens(now.luck.uniform(Purpose::supply_end, key, now.month, 1),
                chance_of_rate(1 / now.p.supply_withdrawal_months)))
        end_supplied(use, municipality, now, Reason::withdrawn);
}

void pass_month_in_use(SuppliedUse& use, const Place& place, bool is_due, Municipality& municipality, const Now& now) {
    if (is_due || use.stage_since == now.month) {
        Project view = as_project(use, municipality, now);
        judge(use, view, place, municipality, now);
        if (is_due) pass_half_year(use, view, municipality, now);
    }
    if (use.stage == Stage::in_use) decide_again(use, municipality, now);
    if (use.stage == Stage::in_use) obey_strike(use, municipality, now);
}

/// In most months nothing happens to what is in use: it goes on.
bool is_quiet(const Municipality& municipality, const Now& now) {
    const SuppliedHere& here = municipality.supplied;
    return !here.changed && here.sums.newest_month != now.month && (here.sums.products & now.supply->struck) == 0 &&
           std::none_of(municipality.offices.begin(), municipality.offices.end(),
                        [&](const DomainOffice& office) { return sets_priorities(office.alderman, now.p); });
}

/// What citizens and the organisation meet.
void show(Municipality& municipality) {
    municipality.harm_to_citizens += municipality.supplied.sums.touching;
    municipality.benefit_in_use += municipality.supplied.sums.benefit;
}

}  // namespace

void use_supplied(Municipality& municipality, const Now& now) {
    if (now.catalogue == nullptr) return;
    SuppliedHere& here = municipality.supplied;
    here.incidents.clear();
    const bool is_due = is_looked_at(municipality, now.month);
    if (is_due || !is_quiet(municipality, now)) {
        const Place place = place_of(municipality, now);
        for (SuppliedUse& use : here.uses)
            if (use.stage == Stage::in_use) pass_month_in_use(use, place, is_due, municipality, now);
        std::erase_if(here.uses, [](const SuppliedUse& use) { return !is_live(use.stage); });
        renew_sums(here, now);
    }
    show(municipality);
}

}  // namespace algemeente::mechanisms
