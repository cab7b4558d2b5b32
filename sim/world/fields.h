// What a world consists of, field by field: the lists from which its fingerprint is made, and by which it is saved.
//
// fields_of(x) refers to every field of x (to change it, if x may be changed), but those that left_out<X> names with
// the reason. A new field belongs in one of the two: observe/fingerprint.cpp counts both against the struct and does
// not compile otherwise.
#pragma once

#include "scenario/scenario_keys.h"
#include "world/world.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

namespace algemeente {

/// Fields that are no state of the world.
template <typename Struct>
inline constexpr std::array<std::string_view, 0> left_out{};

/// The log of what happened: the model never reads it, and whether it is kept changes no result. The catalogue follows
/// from the scenario. What changes of products counts only in a world that has any (observe/fingerprint.cpp), so that
/// one without suppliers has the fingerprint that it had before there were any.
template <>
inline constexpr auto left_out<World> = std::to_array<std::string_view>({"record_events", "events", "events_this_month",
                                                                         "catalogue", "supply"});

template <>
inline constexpr auto left_out<Municipality> = std::to_array<std::string_view>({"supplied"});  // for the same reason

/// Listed anew at the start of each month.
template <>
inline constexpr auto left_out<Supply> = std::to_array<std::string_view>({"struck", "offers", "obliging"});

template <ConstOrNot<MediaFrame> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.story_stock, x.smoothed, x.attention, x.fatigue, x.memory, x.escalations, x.stories);
}

template <ConstOrNot<Nation> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.media, x.opportunity);
}

template <ConstOrNot<Alderman> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.appetite, x.knowledge, x.risk_aversion, x.usual_risk_aversion, x.colour, x.months_in_office);
}

template <ConstOrNot<PeopleRange> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.first, x.count);
}

template <ConstOrNot<Department> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.employees, x.willingness, x.usage, x.involvement, x.burden, x.training, x.experience_sum,
                    x.experience_count, x.disappointment);
}

template <ConstOrNot<Ledger> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.ideas, x.dropped, x.started, x.ever_in_use, x.abandoned, x.discontinued, x.incidents,
                    x.rejected_by_law, x.incidents_this_month, x.severity_this_month, x.severity_sum, x.lead_months,
                    x.ripe_ideas, x.ripe_ever_in_use, x.young_ideas, x.young_in_use, x.bound, x.bound_at_new_year,
                    x.started_by_level, x.used_by_level);
}

template <ConstOrNot<DomainOffice> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.alderman, x.maturity, x.departments, x.willingness, x.ledger);
}

template <ConstOrNot<DataSources> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.quality, x.joint, x.openness);
}

template <ConstOrNot<Requirement> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.readiness, x.source, x.origin, x.collectable, x.status, x.waiting_months, x.recorded_from);
}

template <ConstOrNot<Project> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(
        // who it is
        x.key, x.birth_month, x.ordinal, x.domain, x.use_case, x.level, x.level_max, x.lead_department, x.departments,
        x.demand_driven,
        // what it is like
        x.personal_data, x.impact, x.enforcement, x.public_space, x.ground_truth, x.process_change, x.value,
        x.explainability, x.touched_share, x.priority, x.sensitivity, x.lot,
        // where it stands
        x.stage, x.months_in_stage, x.requirements, x.build_effort, x.pilot_effort, x.change_effort, x.built, x.piloted,
        x.changed, x.capacity_level, x.involvement, x.ethics, x.law, x.law_attempts, x.law_months_left,
        x.law_queued_month, x.sourcing, x.closed, x.subscription_eur, x.procurement_months_left, x.paused_months,
        x.committee, x.committee_months_left, x.advices, x.reviewed_in_use, x.taste, x.end_reason,
        // this month
        x.exposure, x.support, x.demand, x.allocated, x.change_demand, x.change_got, x.factors, x.log_data_readiness,
        x.readiness, x.binding, x.usage, x.performance, x.benefit, x.harm);
}

template <ConstOrNot<UseCounts> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.words);
}

template <ConstOrNot<Municipality> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(
        // who it is
        x.key, x.region, x.size_class, x.council_seats, x.peers, x.peers_known, x.population, x.population_by_year,
        x.size, x.fiscal_factor, x.change_factor, x.staff_served, x.caseload_ratio, x.citizens,
        // powers of size
        x.size_for_capacity, x.size_for_ideas, x.size_for_reviews, x.size_for_sensors, x.size_for_prices,
        x.size_for_change,
        // the organisation
        x.ict, x.standards, x.lock_in, x.common_base, x.joint_sources_share, x.strictness_baseline, x.strictness,
        x.ethics_maturity, x.knowledge, x.knowledge_at_hand, x.budget_eur, x.subscriptions_eur, x.capacity,
        x.change_capacity, x.change_ration, x.efficiency_returned, x.local_attention, x.sharing, x.sources,
        x.reviews_saved, x.relabelled, x.council_scrutiny, x.moratorium_months,
        // offices, projects, and what citizens think
        x.offices, x.projects, x.mean_trust, x.mean_concern, x.protest,
        // this month
        x.incident_severity, x.incident_severity_surveillance, x.escalated, x.benefit_in_use, x.harm_to_citizens,
        x.uses, x.care_signals);
}

template <ConstOrNot<Employees> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.usefulness, x.willingness, x.willingness_before, x.skill, x.colleague_in_department,
                    x.colleague_in_domain);
}

template <ConstOrNot<Citizens::RewiredTie> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.citizen, x.instead_of, x.acquaintance);
}

template <ConstOrNot<Citizens> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.trust, x.trust_before, x.usual_trust, x.first_trust, x.concern, x.usual_concern, x.media_exposure,
                    x.rewired, x.first_rewired);
}

template <ConstOrNot<SuppliedUse> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.product, x.domain, x.stage, x.start, x.mandated, x.lead_department, x.law_attempts,
                    x.started_month, x.stage_since, x.months_left, x.readiness, x.involvement, x.ethics, x.changed,
                    x.taste, x.subscription_eur, x.exposure, x.support, x.legitimacy, x.sensitivity, x.usage,
                    x.performance, x.benefit, x.harm, x.touching, x.impact, x.visible);
}

template <ConstOrNot<ProductIncident> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.product, x.severity);
}

template <ConstOrNot<ShownUse> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.product, x.domain, x.performance, x.harm, x.sensitivity);
}

template <ConstOrNot<SuppliedByOrigin> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.chosen, x.national, x.mandated, x.value, x.usage, x.performance, x.sensitivity, x.legitimacy,
                    x.support, x.value_mandated);
}

template <ConstOrNot<SuppliedSums> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.shown, x.by_office, x.kinds, x.of_the_market, x.offers, x.obeyed, x.suppliers, x.products,
                    x.on_the_way, x.newest_month, x.upkeep, x.change_demand, x.subscriptions_eur, x.touching, x.benefit,
                    x.impact, x.visible, x.training, x.burden);
}

template <ConstOrNot<SuppliedHere> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.uses, x.has_paid_parking, x.changed, x.sums, x.internal_uses, x.internal_upkeep, x.incidents,
                    x.ended, x.withdrawn);
}

template <ConstOrNot<ProductState> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.users, x.reputation, x.news, x.struck_month, x.audited_month, x.mended);
}

template <ConstOrNot<OfferNow> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.weights, x.pull);
}

template <ConstOrNot<Supply> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.products, x.used_last_month);
}

template <ConstOrNot<World> Struct>
constexpr auto fields_of(Struct& x) {
    return std::tie(x.month, x.luck, x.nation, x.municipalities, x.citizens, x.employees, x.uses_last_month,
                    x.knowledge_last_month, x.most_people_first);
}

/// Fields that are listed or left out; as many as the struct has.
template <typename Struct>
inline constexpr std::size_t fields_known = std::tuple_size_v<decltype(fields_of(std::declval<const Struct&>()))> +
                                            left_out<Struct>.size();

}  // namespace algemeente
