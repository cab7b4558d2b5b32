#include "netherlands/country.h"

#include <cstdlib>

namespace algemeente {

std::filesystem::path data_folder() {
    // read before any thread starts, and nothing in this program sets the environment
    const char* chosen = std::getenv("ALGEMEENTE_DATA");  // NOLINT(concurrency-mt-unsafe)
    if (chosen != nullptr && *chosen != '\0') return chosen;
    return ALGEMEENTE_DATA_FOLDER;
}

}  // namespace algemeente
