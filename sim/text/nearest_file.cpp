#include "text/nearest_file.h"

#include "text/nearest_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace algemeente {

std::string did_you_mean_file(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    std::error_code problem;
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem))
        if (entry.path().extension() == file.extension()) names.push_back(entry.path().filename().string());
    if (problem) return fmt::format("; folder '{}': {}", folder.string(), problem.message());
    std::sort(names.begin(), names.end());  // a folder has no order of its own
    return did_you_mean(file.filename().string(), std::vector<std::string_view>(names.begin(), names.end()));
}

}  // namespace algemeente
