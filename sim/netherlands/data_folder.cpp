#include "netherlands/country.h"
#include "text/error.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

namespace algemeente {

namespace {

namespace fs = std::filesystem;

constexpr const char* most_needed = "municipalities.csv";

fs::path& named_folder() {
    static fs::path folder;
    return folder;
}

bool holds_data(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder / most_needed, ignored);
}

/// Beside the program as it lies in a package or an unpacked archive, then where it was built.
std::vector<fs::path> usual_places() {
    std::vector<fs::path> places;
    std::error_code problem;
    const fs::path program = fs::read_symlink("/proc/self/exe", problem);
    if (!problem) {
        const fs::path folder = program.parent_path();
        places = {folder / "scenarios/data", folder.parent_path() / "share/algemeente/scenarios/data"};
    }
    places.emplace_back(ALGEMEENTE_DATA_FOLDER);
    return places;
}

}  // namespace

void name_data_folder(const fs::path& folder) {
    if (!holds_data(folder))
        throw InputError("--data: " + folder.string() + ": holds no " + most_needed +
                         "; name the folder with the data of the country, scenarios/data in the sources");
    named_folder() = folder;
}

bool data_folder_is_named() {
    return !named_folder().empty();
}

fs::path data_folder() {
    if (!named_folder().empty()) return named_folder();
    // read before any thread starts, and nothing in this program sets the environment
    const char* chosen = std::getenv("ALGEMEENTE_DATA");  // NOLINT(concurrency-mt-unsafe)
    if (chosen != nullptr && *chosen != '\0') return chosen;
    std::string looked;
    for (const fs::path& place : usual_places()) {
        if (holds_data(place)) return place;
        looked += (looked.empty() ? "" : ", ") + place.string();
    }
    throw InputError("the data of the country (" + std::string(most_needed) + ") are not found; looked in " + looked +
                     "; name their folder with --data or ALGEMEENTE_DATA");
}

}  // namespace algemeente
