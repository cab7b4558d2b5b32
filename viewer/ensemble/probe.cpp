#include "viewer/ensemble/probe.h"

#include "ensemble/replicate_run.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

void note_projects(const Municipality& municipality, ProbeResult& result, MunicipalityMonth& at) {
    at.first_project = static_cast<std::uint32_t>(result.projects.size());
    for (const Project& project : municipality.projects) {
        if (!is_live(project.stage)) continue;
        ProjectMonth row;
        row.birth_month = project.birth_month;
        row.ordinal = project.ordinal;
        row.domain = project.domain;
        row.use_case = project.use_case;
        row.level = project.level;
        row.stage = project.stage;
        row.binding = project.binding;
        for (const Requirement& requirement : project.requirements) {
            if (requirement.available() || row.waits_for_data) continue;
            row.waits_for_data = is_pipeline(project.stage);
            row.waits_on = requirement.origin;
        }
        result.projects.push_back(row);
        auto& office = at.offices[static_cast<std::size_t>(index_of(project.domain))];
        if (project.stage == Stage::in_use) {
            ++office.in_use;
            ++office.in_use_all;
        }
        if (is_pipeline(project.stage)) ++office.pipeline;
    }
    at.project_count = static_cast<std::uint32_t>(result.projects.size()) - at.first_project;
}

void note_supplied(const Municipality& municipality, const World& world, ProbeResult& result, MunicipalityMonth& at) {
    at.first_supplied = static_cast<std::uint32_t>(result.supplied.size());
    for (const SuppliedUse& use : municipality.supplied.uses) {
        const bool struck = world.supply.products[use.product].struck_month <= world.month;
        result.supplied.push_back({.product = use.product,
                                   .domain = use.domain,
                                   .stage = use.stage,
                                   .mandated = use.mandated,
                                   .struck = struck,
                                   .since = use.stage_since});
        if (use.stage != Stage::in_use) continue;
        auto& office = at.offices[static_cast<std::size_t>(index_of(use.domain))];
        ++office.in_use_all;
        if (is_chosen(use, world.catalogue.product(use.product))) ++office.in_use;
    }
    at.supplied_count = static_cast<std::uint32_t>(result.supplied.size()) - at.first_supplied;
}

void note_organisation(const Municipality& municipality, MunicipalityMonth& at) {
    at.capacity = static_cast<float>(municipality.capacity);
    at.change_capacity = static_cast<float>(municipality.change_capacity);
    at.trust = static_cast<float>(municipality.mean_trust);
    at.concern = static_cast<float>(municipality.mean_concern);
    at.ict = static_cast<float>(municipality.ict);
    at.standards = static_cast<float>(municipality.standards);
    at.strictness = static_cast<float>(municipality.strictness);
    at.ethics = static_cast<float>(municipality.ethics_maturity);
    at.knowledge = static_cast<float>(municipality.knowledge);
    double quality = 0;
    for (const double of_source : municipality.sources.quality) quality += of_source;
    at.source_quality = static_cast<float>(quality / source_count);
    double sharing = 0;
    for (std::size_t origin = 1; origin < origin_count; ++origin) sharing += municipality.sharing[origin];
    at.sharing = static_cast<float>(sharing / (origin_count - 1));
    for (std::size_t d = 0; d < domain_count; ++d) {
        const DomainOffice& office = municipality.offices[d];
        at.offices[d].appetite = static_cast<float>(office.alderman.appetite);
        at.offices[d].knowledge = static_cast<float>(office.alderman.knowledge);
        at.offices[d].risk_aversion = static_cast<float>(office.alderman.risk_aversion);
        at.offices[d].months_in_office = static_cast<std::int16_t>(office.alderman.months_in_office);
        at.offices[d].willingness = static_cast<float>(office.willingness);
    }
}

void note_month(const World& world, ProbeResult& result) {
    for (const Municipality& municipality : world.municipalities) {
        MunicipalityMonth at;
        note_organisation(municipality, at);
        note_projects(municipality, result, at);
        note_supplied(municipality, world, result, at);
        result.states.push_back(at);
    }
    result.people.note(world);
    ++result.months;
}

/// Municipalities besides one that have something in use for which it holds.
template <typename Holds>
int others_with(const ProbeResult& result, int month, std::size_t municipality, const Holds& holds) {
    int others = 0;
    for (std::size_t i = 0; i < result.country->size(); ++i) {
        if (i == municipality) continue;
        const auto uses = result.supplied_of(month, i);
        others += std::any_of(uses.begin(), uses.end(),
                              [&](const SuppliedMonth& use) { return use.stage == Stage::in_use && holds(use); })
                      ? 1
                      : 0;
    }
    return others;
}

template <typename Same>
int since(const ProbeResult& result, int month, std::size_t municipality, const ProjectMonth& project, Same same) {
    int first = month;
    while (first > 0) {
        const auto before = result.projects_of(first - 1, municipality);
        const auto found = std::find_if(before.begin(), before.end(),
                                        [&](const ProjectMonth& p) { return p.same_project(project) && same(p); });
        if (found == before.end()) break;
        --first;
    }
    return first;
}

}  // namespace

int ProbeResult::other_users(int month, std::size_t municipality, std::size_t product) const {
    return others_with(*this, month, municipality, [&](const SuppliedMonth& use) { return use.product == product; });
}

int ProbeResult::others_served(int month, std::size_t municipality, std::size_t product) const {
    const std::uint8_t supplier = catalogue.supplier_of[product];
    return others_with(*this, month, municipality,
                       [&](const SuppliedMonth& use) { return catalogue.supplier_of[use.product] == supplier; });
}

int ProbeResult::in_stage_since(int month, std::size_t municipality, const ProjectMonth& project) const {
    return since(*this, month, municipality, project, [&](const auto& p) { return p.stage == project.stage; });
}

int ProbeResult::held_since(int month, std::size_t municipality, const ProjectMonth& project) const {
    return since(*this, month, municipality, project, [&](const auto& p) {
        return p.binding == project.binding && p.waits_for_data == project.waits_for_data;
    });
}

std::function<std::optional<std::shared_ptr<const ProbeResult>>()> begin_probe(const ProbeRequest& request) {
    auto result = std::make_shared<ProbeResult>();
    auto run = std::make_shared<ReplicateRun>(request.scenario, *request.country, request.seed, 0, true);
    result->scenario = request.scenario;
    result->country = request.country;
    result->catalogue = run->world().catalogue;
    result->people.begin(run->world(), request.scenario->months());
    for (const Municipality& municipality : run->world().municipalities)
        result->peers.emplace_back(municipality.peers.begin(), municipality.peers.begin() + municipality.peers_known);
    return [result, run]() -> std::optional<std::shared_ptr<const ProbeResult>> {
        if (run->finished()) {
            result->events = run->take_history().events;
            return result;
        }
        run->pass_month();
        note_month(run->world(), *result);
        return std::nullopt;
    };
}

std::shared_ptr<const ProbeResult> probe(const ProbeRequest& request, const std::atomic<bool>& cancel) {
    const auto pass_month = begin_probe(request);
    while (!cancel.load(std::memory_order_relaxed))
        if (const auto result = pass_month()) return *result;
    return nullptr;
}

}  // namespace algemeente::viewer
