// The end of the month: local news, ended projects leave, and others see what happened.
// Assumes: peers see each other's uses with a delay of a month.
// ODD: sim/README.md#local-media
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"

namespace algemeente::mechanisms {

namespace {

/// Concern, uses that touch people, and lost trust make citizens protest (E59, E60, E62).
double protest_of(const Municipality& municipality, const Parameters& p) {
    double touched = 0;
    for (const Project& project : municipality.projects)
        if (is_met(project)) touched += project.impact * (1 + project.enforcement);
    touched += municipality.supplied.sums.impact;
    const double lost_trust = std::max(0.0, p.protest_trust - municipality.mean_trust);
    return chance_of_rate(p.protest_strength * municipality.mean_concern * touched * lost_trust);
}

}  // namespace

/// Equation (50), E60 and E66: national waves are localised where something can be found, and citizens make news.
void spread_local_news(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    municipality.protest = protest_of(municipality, p);
    const double openness =
        p.local_media_without_register + (1 - p.local_media_without_register) * p.algorithm_register;
    std::array<double, frame_count> visible{};
    for (const Project& project : municipality.projects) {
        if (project.stage < Stage::pilot || !is_live(project.stage)) continue;
        visible[0] += project.sensitivity * openness;
        visible[1] += project.public_space * project.personal_data * openness;
    }
    for (std::size_t f = 0; f < frame_count; ++f) visible[f] += municipality.supplied.sums.visible[f];
    const std::array<double, frame_count> incidents = {municipality.incident_severity,
                                                       municipality.incident_severity_surveillance};
    for (std::size_t f = 0; f < frame_count; ++f) {
        double& local = municipality.local_attention[f];
        local = clip(p.local_media_persistence * local + (1 - local) * clip(incidents[f]) +
                     p.local_media_wave * now.nation.media[f].attention * chance_of_rate(visible[f]));
    }
    double& risk = municipality.local_attention[static_cast<std::size_t>(Frame::risk)];
    risk += p.protest_attention * municipality.protest * (1 - risk);
}

namespace {

/// Ideas of three years ago can be judged: did they reach use?
void ripen(Ledger& ledger, int month) {
    const auto oldest =
        static_cast<std::size_t>((month + 1) % Ledger::reach_months);  // born reach_months ago next month
    ledger.ripe_ideas += ledger.young_ideas[oldest];
    ledger.ripe_ever_in_use += ledger.young_in_use[oldest];
    ledger.young_ideas[oldest] = 0;
    ledger.young_in_use[oldest] = 0;
}

}  // namespace

void close_the_month(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    municipality.efficiency_returned = clip(p.capacity_efficiency_scale * municipality.benefit_in_use /
                                            std::max(p.capacity_efficiency_floor, municipality.capacity));

    std::erase_if(municipality.projects, [](const Project& project) { return !is_live(project.stage); });
    municipality.uses = {};
    municipality.subscriptions_eur = municipality.supplied.sums.subscriptions_eur;
    for (const Project& project : municipality.projects) {
        municipality.subscriptions_eur += project.subscription_eur;
        if (project.stage == Stage::in_use) municipality.uses.mark(project.use_case);
    }
    // peers see what a municipality chose from the market, not what the nation gave to all (59)
    if (now.catalogue != nullptr) municipality.uses.join(sums_of(municipality, now).of_the_market);
    for (DomainOffice& office : municipality.offices) ripen(office.ledger, now.month);
}

void show_to_peers(World& world, const NationalNow&) {
    for (std::size_t i = 0; i < world.municipalities.size(); ++i) {
        Municipality& municipality = world.municipalities[i];
        world.uses_last_month[i] = municipality.uses;
        world.knowledge_last_month[i] = municipality.knowledge;
        for (std::size_t f = 0; f < frame_count; ++f) {
            world.nation.media[f].escalations += municipality.escalated[f];
            municipality.escalated[f] = 0;
        }
    }
}

}  // namespace algemeente::mechanisms
