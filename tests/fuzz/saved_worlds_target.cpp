#include "ensemble/field_bytes.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "netherlands/country_of.h"
#include "output/saved_worlds.h"
#include "places.h"

#include <sstream>

namespace algemeente::fuzz {

namespace {

/// A file of saved worlds whose checksum is put right, or fields without a file around them.
void read_saved_worlds(const std::string& bytes) {
    if (!bytes.starts_with("ALGWORLD")) {
        answered([&] {
            std::vector<Municipality> municipalities;
            History history;
            FieldReader reader(bytes);
            reader.take(history);
            reader.take(municipalities);
        });
        return;
    }
    answered([&] { SavedWorlds(std::make_unique<std::istringstream>(bytes), "FILE"); });
    SavedWorldsChecksum checksum;
    checksum.process_bytes(bytes.data(), bytes.size());
    FieldWriter writer;
    writer.put(static_cast<std::uint64_t>(checksum.checksum()));
    answered([&] {
        const SavedWorlds saved(std::make_unique<std::istringstream>(bytes + writer.take()), "FILE");
        static const auto scenario = [] {
            Scenario tiny = read_scenario(places::checkout() / "scenarios/baseline.toml");
            tiny.municipalities = {MunicipalityChoice::Kind::sample, 2, {}};
            tiny.parameters.people_per_agent = find_parameter("people_per_agent")->high;
            return std::make_shared<const Scenario>(tiny);
        }();
        static const Country country = country_of(*scenario, 1);
        static_cast<void>(saved.run(0, scenario, country));
    });
}

constexpr Target targets[] = {{"saved_worlds", read_saved_worlds}};

}  // namespace

std::span<const Target> saved_worlds_targets() {
    return targets;
}

}  // namespace algemeente::fuzz
