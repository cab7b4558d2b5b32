// Fingerprints of end states: nothing changes unless somebody means it to (scripts/update_golden renews them).
#include "claims/worlds.h"
#include "places.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>

namespace algemeente {

namespace {

const char* const golden_names[] = {"baseline",
                                    "national_scandal",
                                    "all_three_recommendations",
                                    "shared_data_science_pool",
                                    "group_level_social_analytics",
                                    "synthetic"};

std::filesystem::path golden_file() {
    return places::checkout() / "tests" / "golden" / "fingerprints.txt";
}

std::string fingerprint_of(const std::string& name) {
    return fmt::format("{:016x}", claims::run({claims::small_scenario(name, 12, 132)}, 1).fingerprint);
}

std::map<std::string, std::string> read_golden() {
    std::ifstream file(golden_file());
    std::map<std::string, std::string> known;
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t space = line.find(' ');
        known[line.substr(0, space)] = line.substr(space + 1);
    }
    return known;
}

void write_golden() {
    std::ofstream file(golden_file());
    file << "# Fingerprints of the end state of one replicate: 12 municipalities, 132 months, seed 1.\n"
            "# They change when a mechanism, a parameter, the data or the order of luck changes. Say why in the "
            "commit.\n";
    for (const char* name : golden_names) file << name << ' ' << fingerprint_of(name) << '\n';
}

}  // namespace

TEST(Worlds, end_as_the_golden_fingerprints_say) {
    if (std::getenv("ALGEMEENTE_UPDATE_GOLDEN") != nullptr) write_golden();
    const std::map<std::string, std::string> known = read_golden();
    for (const char* name : golden_names) {
        const auto found = known.find(name);
        ASSERT_TRUE(found != known.end()) << name << " has no golden fingerprint; scripts/update_golden makes one";
        EXPECT_EQ(found->second, fingerprint_of(name)) << name;
    }
}

}  // namespace algemeente
