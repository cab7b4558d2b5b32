#include "ensemble/saved_run.h"

#include "ensemble/field_bytes.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace algemeente {

namespace {

static_assert(left_out<World> == std::to_array<std::string_view>({"record_events", "events", "events_this_month",
                                                                  "catalogue", "supply"}),
              "a field of the world that its fingerprint leaves out: is it to be saved?");

/// Where the record of a project is. In order of the keys, so that equal runs give equal bytes.
struct PlaceOfRecord {
    std::uint64_t project_key = 0;
    std::uint64_t position = 0;
};

}  // namespace

/// What a run goes on from, which is private to it and to those who count for it. What else a RecordKeeper has is found
/// anew each month: the month, and who was met in it and in the one before.
class RunParts {
public:
    using CountsOfYear = decltype(UseCaseCounter::this_year_);
    using RegisterEntries = decltype(PublicRegister::entries_);
    using KnownUses = decltype(PublicRegister::uses_);

    /// Calls visit(part) for all that a run consists of but the places of records.
    template <typename Run, typename Visit>
    static void for_each(Run& run, const Visit& visit) {
        visit(run.world_);
        visit(run.world_.record_events);
        visit(run.world_.events);
        visit(run.world_.supply);
        for (auto& municipality : run.world_.municipalities) visit(municipality.supplied);
        visit(run.history_);
        visit(run.records_.records_);
        visit(run.records_.months_of_use_);
        visit(run.use_cases_.this_year_);
        visit(run.register_.uses_);
        visit(run.register_.entries_);
    }

    static std::vector<PlaceOfRecord> places_of_records(const ReplicateRun& run) {
        std::vector<PlaceOfRecord> places;
        for (const auto& [key, position] : run.records_.record_of_) places.push_back({key, position});
        std::sort(places.begin(), places.end(), [](const PlaceOfRecord& one, const PlaceOfRecord& other) {
            return one.project_key < other.project_key;
        });
        return places;
    }

    static void give_places(ReplicateRun& run, const std::vector<PlaceOfRecord>& places) {
        RecordKeeper& keeper = run.records_;
        for (const PlaceOfRecord& place : places) {
            if (place.position >= keeper.records_.projects.size()) throw InputError("a project has no record");
            keeper.record_of_.emplace(place.project_key, static_cast<std::size_t>(place.position));
        }
    }
};

namespace {

/// Lengths of what other lists refer to by position: as in January 2015.
std::vector<std::size_t> sizes_of(const World& world) {
    return {world.municipalities.size(),
            world.citizens.trust.size(),
            world.citizens.trust_before.size(),
            world.citizens.usual_trust.size(),
            world.citizens.first_trust.size(),
            world.citizens.concern.size(),
            world.citizens.usual_concern.size(),
            world.citizens.media_exposure.size(),
            world.citizens.rewired.size(),
            world.citizens.first_rewired.size(),
            world.employees.usefulness.size(),
            world.employees.willingness.size(),
            world.employees.willingness_before.size(),
            world.employees.skill.size(),
            world.employees.colleague_in_department.size(),
            world.employees.colleague_in_domain.size(),
            world.uses_last_month.size(),
            world.knowledge_last_month.size(),
            world.supply.products.size(),
            world.supply.used_last_month.size(),
            world.most_people_first.size()};
}

/// Whether it has every outcome of its months: conditions look back to the first one.
bool is_whole(const History& history) {
    const auto months = static_cast<std::size_t>(history.months);
    return history.domain_values.size() == months * domain_count * domain_outcomes().size() &&
           history.national_values.size() == months * national_outcomes().size();
}

void require_fit(const ReplicateRun& run, const std::vector<std::size_t>& sizes) {
    const World& world = run.world();
    if (sizes_of(world) != sizes) throw InputError("a run has other municipalities or people than its scenario");
    const auto is_there = [&](const auto& use) { return use.product < world.supply.products.size(); };
    for (const Municipality& municipality : world.municipalities)
        if (!std::all_of(municipality.supplied.uses.begin(), municipality.supplied.uses.end(), is_there) ||
            !std::all_of(municipality.supplied.sums.shown.begin(), municipality.supplied.sums.shown.end(), is_there))
            throw InputError("a run uses a product that is not there");
    if (world.month < 0 || run.history().months != world.month || !is_whole(run.history()))
        throw InputError("a run has a history of another length than its months");
}

}  // namespace

std::string bytes_of(const ReplicateRun& run) {
    FieldWriter writer;
    RunParts::for_each(run, [&](const auto& part) { writer.put(part); });
    writer.put(RunParts::places_of_records(run));
    return writer.take();
}

ReplicateRun run_from(std::string_view bytes, std::shared_ptr<const Scenario> scenario, const Country& country,
                      std::uint64_t seed, int replicate, Crew* crew) {
    ReplicateRun run(scenario, country, seed, replicate, false, nullptr, crew);
    const std::vector<std::size_t> sizes = sizes_of(run.world());
    FieldReader reader(bytes);
    RunParts::for_each(run, [&](auto& part) { reader.take(part); });
    std::vector<PlaceOfRecord> places;
    reader.take(places);
    reader.require_end();
    RunParts::give_places(run, places);
    require_fit(run, sizes);
    return ReplicateRun(run, std::move(scenario));  // with the rules of its month
}

std::uint64_t saved_run_layout() {
    Fingerprint hash;
    const auto add = [&]<typename Part>(const Part& /*part*/) { add_layout<Part>(hash); };
    add(World{});
    add(false);
    add(std::vector<Event>{});
    add(Supply{});
    add(SuppliedHere{});
    add(History{});
    add(Records{});
    add(std::vector<int>{});
    add(RunParts::CountsOfYear{});
    add(RunParts::KnownUses{});
    add(RunParts::RegisterEntries{});
    add(std::vector<PlaceOfRecord>{});
    return hash.value();
}

}  // namespace algemeente
