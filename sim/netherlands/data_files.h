// The files that the real municipalities are read from, and how one sees that they have changed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

inline constexpr std::string_view municipalities_file = "municipalities.csv";
inline constexpr std::string_view population_file = "population_2017_2026.csv";
inline constexpr std::string_view neighbours_file = "municipality_adjacency.csv";
inline constexpr std::string_view products_file = "supply.csv";

struct DataFile {
    std::string name;
    std::uint64_t hash = 0;  ///< of its bytes; 0 when it is not there
    bool operator==(const DataFile&) const = default;
};

/// What read_netherlands and read_products read from this folder. Other files of the folder (where the data come from,
/// borders for the map) change no result, and do not count.
std::vector<DataFile> data_files(const std::filesystem::path& folder);

/// "municipalities.csv has changed, population_2017_2026.csv is missing"; empty when both are the same.
std::string changes_of_data(const std::vector<DataFile>& before, const std::vector<DataFile>& now);

}  // namespace algemeente
