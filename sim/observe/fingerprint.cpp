#include "observe/fingerprint.h"

#include "observe/history.h"

#include <bit>

namespace algemeente {

namespace {

void add_project(Fingerprint& hash, const Project& project) {
    hash.add(project.key);
    hash.add(static_cast<std::uint64_t>(project.stage));
    hash.add(static_cast<std::uint64_t>(project.use_case));
    hash.add(static_cast<std::uint64_t>(project.law));
    hash.add(static_cast<std::uint64_t>(project.sourcing));
    hash.add(static_cast<std::uint64_t>(project.committee));
    hash.add(static_cast<std::uint64_t>(project.closed));
    for (const int months :
         {project.months_in_stage, int{project.law_attempts}, int{project.law_months_left},
          int{project.law_queued_month}, int{project.procurement_months_left}, int{project.committee_months_left}})
        hash.add(static_cast<std::uint64_t>(months));
    for (const double value :
         {project.personal_data, project.impact, project.value, project.explainability, project.built, project.piloted,
          project.changed, project.capacity_level, project.involvement, project.ethics, project.support,
          project.readiness, project.benefit, project.harm})
        hash.add(value);
    for (const Requirement& requirement : project.requirements) {
        hash.add(static_cast<std::uint64_t>(requirement.status));
        hash.add(static_cast<std::uint64_t>(requirement.waiting_months));
        hash.add(requirement.readiness);
    }
}

void add_office(Fingerprint& hash, const DomainOffice& office) {
    const Alderman& alderman = office.alderman;
    for (const double value : {alderman.appetite, alderman.knowledge, alderman.risk_aversion,
                               alderman.usual_risk_aversion, alderman.colour, office.maturity, office.willingness})
        hash.add(value);
    const Ledger& ledger = office.ledger;
    for (const std::int64_t count :
         {std::int64_t{ledger.ideas}, std::int64_t{ledger.dropped}, std::int64_t{ledger.started},
          std::int64_t{ledger.ever_in_use}, std::int64_t{ledger.abandoned}, std::int64_t{ledger.discontinued},
          std::int64_t{ledger.incidents}, ledger.lead_months})
        hash.add(static_cast<std::uint64_t>(count));
}

void add_municipality(Fingerprint& hash, const Municipality& municipality) {
    hash.add(std::uint64_t{municipality.key});
    for (const double value : {municipality.ict, municipality.standards, municipality.lock_in, municipality.strictness,
                               municipality.ethics_maturity, municipality.knowledge, municipality.budget_eur,
                               municipality.capacity, municipality.efficiency_returned, municipality.reviews_saved,
                               municipality.mean_trust, municipality.mean_concern})
        hash.add(value);
    hash.add(static_cast<std::uint64_t>(municipality.relabelled));
    hash.add(static_cast<std::uint64_t>(municipality.moratorium_months));
    for (const double value : municipality.local_attention) hash.add(value);
    for (const double value : municipality.sharing) hash.add(value);
    for (const double quality : municipality.sources.quality) hash.add(quality);
    for (const DomainOffice& office : municipality.offices) add_office(hash, office);
    for (const Project& project : municipality.projects) add_project(hash, project);
}

}  // namespace

void Fingerprint::add(double value) {
    add(std::bit_cast<std::uint64_t>(value));
}

void Fingerprint::add(const std::vector<float>& values) {
    for (const float value : values) add(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(value)));
}

std::uint64_t fingerprint(const World& world) {
    Fingerprint hash;
    hash.add(static_cast<std::uint64_t>(world.month));
    for (const MediaFrame& media : world.nation.media)
        for (const double value :
             {media.story_stock, media.smoothed, media.attention, media.fatigue, media.memory, media.escalations})
            hash.add(value);
    for (const Municipality& municipality : world.municipalities) add_municipality(hash, municipality);
    for (const auto* values : {&world.citizens.trust, &world.citizens.usual_trust, &world.citizens.concern,
                               &world.employees.usefulness, &world.employees.willingness, &world.employees.skill})
        hash.add(*values);
    return hash.value();
}

}  // namespace algemeente
