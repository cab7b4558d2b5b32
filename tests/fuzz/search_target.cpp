#include "cli/run_program.h"
#include "front/kept_front.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "search/search_file.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace algemeente::fuzz {

namespace {

/// One folder for this process, with the scenario that a search may name.
const testing::TemporaryFolder& folder() {
    static const testing::TemporaryFolder made;
    static const bool filled = [] {
        made.write("tiny.toml", "title = \"Tiny\"\n[world]\nmunicipalities = 2\n");
        return true;
    }();
    static_cast<void>(filled);
    return made;
}

/// The first and the last package of a search that was read can be written, and added to its scenario.
void read_search_text(const std::string& bytes) {
    const std::string file = folder().write("search.toml", bytes);
    answered([&] {
        const Search search = read_search(file);
        for (const double gene : {0.0, std::nextafter(1.0, 0.0)}) {
            const Package package = package_of(search, std::vector<double>(gene_count(search), gene));
            static_cast<void>(package_text(package));
            Scenario scenario = search.base;
            add_package(scenario, search, package);
        }
        static_cast<void>(search_identity(search));
    });
}

/// The four files of a kept front, one after the other, with this sign between them.
void read_front_texts(const std::string& bytes) {
    constexpr char between = '\x1e';
    constexpr const char* names[] = {"objectives.csv", "packages.csv", "front.csv", "search.json"};
    std::size_t from = 0;
    for (const char* name : names) {
        const std::size_t end = std::min(bytes.find(between, from), bytes.size());
        folder().write(name, bytes.substr(from, end - from));
        from = std::min(end + 1, bytes.size());
    }
    answered([] {
        const auto front = read_kept_front(folder() / "");
        if (front == nullptr) return;
        for (const KeptPackage& package : front->packages)
            if (package.values.size() != front->objectives.size()) std::abort();
        if (!front->packages.empty() && front->base >= front->packages.size()) std::abort();
    });
}

constexpr Target targets[] = {{"search", read_search_text}, {"front", read_front_texts}};

}  // namespace

std::span<const Target> search_targets() {
    return targets;
}

}  // namespace algemeente::fuzz
