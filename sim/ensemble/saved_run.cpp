#include "ensemble/saved_run.h"

#include "ensemble/field_bytes.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace algemeente {

namespace {

// What a run goes on from is private to it and to those who count for it. Saving is the only reader besides them, and
// the only writer; it opens these members, and no others, by name (access is not checked in an explicit instantiation).
template <typename Door, auto member>
struct Opens {
    friend constexpr auto behind(Door /*door*/) { return member; }
};

struct WorldDoor {
    friend constexpr auto behind(WorldDoor door);
};
template struct Opens<WorldDoor, &ReplicateRun::world_>;

struct HistoryDoor {
    friend constexpr auto behind(HistoryDoor door);
};
template struct Opens<HistoryDoor, &ReplicateRun::history_>;

struct KeeperDoor {
    friend constexpr auto behind(KeeperDoor door);
};
template struct Opens<KeeperDoor, &ReplicateRun::records_>;

struct CounterDoor {
    friend constexpr auto behind(CounterDoor door);
};
template struct Opens<CounterDoor, &ReplicateRun::use_cases_>;

struct YearDoor {
    friend constexpr auto behind(YearDoor door);
};
template struct Opens<YearDoor, &UseCaseCounter::this_year_>;

struct RecordsDoor {
    friend constexpr auto behind(RecordsDoor door);
};
template struct Opens<RecordsDoor, &RecordKeeper::records_>;

struct PlacesDoor {
    friend constexpr auto behind(PlacesDoor door);
};
template struct Opens<PlacesDoor, &RecordKeeper::record_of_>;

struct MonthsOfUseDoor {
    friend constexpr auto behind(MonthsOfUseDoor door);
};
template struct Opens<MonthsOfUseDoor, &RecordKeeper::months_of_use_>;

// What else a RecordKeeper has is found anew each month: the month, and who was met in it and in the one before.

static_assert(left_out<World> == std::to_array<std::string_view>({"record_events", "events", "events_this_month"}),
              "a field of the world that its fingerprint leaves out: is it to be saved?");

/// Where the record of a project is. In order of the keys, so that equal runs give equal bytes.
struct PlaceOfRecord {
    std::uint64_t project_key = 0;
    std::uint64_t position = 0;
};

/// Calls visit(part) for all that a run consists of but the places of records.
template <typename Run, typename Visit>
void for_each_part(Run& run, const Visit& visit) {
    auto& world = run.*behind(WorldDoor{});
    auto& keeper = run.*behind(KeeperDoor{});
    auto& counter = run.*behind(CounterDoor{});
    visit(world);
    visit(world.record_events);
    visit(world.events);
    visit(run.*behind(HistoryDoor{}));
    visit(keeper.*behind(RecordsDoor{}));
    visit(keeper.*behind(MonthsOfUseDoor{}));
    visit(counter.*behind(YearDoor{}));
}

std::vector<PlaceOfRecord> places_of_records(const ReplicateRun& run) {
    std::vector<PlaceOfRecord> places;
    for (const auto& [key, position] : run.*behind(KeeperDoor{}).*behind(PlacesDoor{}))
        places.push_back({key, position});
    std::sort(places.begin(), places.end(),
              [](const PlaceOfRecord& one, const PlaceOfRecord& other) { return one.project_key < other.project_key; });
    return places;
}

void give_places(RecordKeeper& keeper, const std::vector<PlaceOfRecord>& places) {
    const std::size_t records = (keeper.*behind(RecordsDoor{})).projects.size();
    for (const PlaceOfRecord& place : places) {
        if (place.position >= records) throw InputError("a project has no record");
        (keeper.*behind(PlacesDoor{})).emplace(place.project_key, static_cast<std::size_t>(place.position));
    }
}

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
            world.most_people_first.size()};
}

void require_fit(const ReplicateRun& run, const std::vector<std::size_t>& sizes) {
    const World& world = run.world();
    if (sizes_of(world) != sizes) throw InputError("a run has other municipalities or people than its scenario");
    if (world.month < 0 || run.history().months != world.month)
        throw InputError("a run has a history of another length than its months");
}

}  // namespace

std::string bytes_of(const ReplicateRun& run) {
    FieldWriter writer;
    for_each_part(run, [&](const auto& part) { writer.put(part); });
    writer.put(places_of_records(run));
    return writer.take();
}

ReplicateRun run_from(std::string_view bytes, std::shared_ptr<const Scenario> scenario, const Country& country,
                      std::uint64_t seed, int replicate, Crew* crew) {
    ReplicateRun run(scenario, country, seed, replicate, false, nullptr, crew);
    const std::vector<std::size_t> sizes = sizes_of(run.world());
    FieldReader reader(bytes);
    for_each_part(run, [&](auto& part) { reader.take(part); });
    std::vector<PlaceOfRecord> places;
    reader.take(places);
    reader.require_end();
    give_places(run.*behind(KeeperDoor{}), places);
    require_fit(run, sizes);
    return ReplicateRun(run, std::move(scenario));  // with the rules of its month
}

std::uint64_t saved_run_layout() {
    Fingerprint hash;
    const auto add = [&]<typename Part>(const Part& /*part*/) { add_layout<Part>(hash); };
    add(World{});
    add(false);
    add(std::vector<Event>{});
    add(History{});
    add(Records{});
    add(std::vector<int>{});
    add(std::remove_cvref_t<decltype(std::declval<UseCaseCounter&>().*behind(YearDoor{}))>{});
    add(std::vector<PlaceOfRecord>{});
    return hash.value();
}

}  // namespace algemeente
