// The C library of NetCDF, with errors as exceptions and handles that are closed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

struct NetcdfDimension {
    int id = 0;
    std::size_t size = 0;
};

/// Every call throws InputError with the name of the file and the reason of the library.
class NetcdfFile {
public:
    /// A new file in the place of an old one.
    explicit NetcdfFile(const std::filesystem::path& file);
    ~NetcdfFile();
    NetcdfFile(const NetcdfFile&) = delete;
    NetcdfFile& operator=(const NetcdfFile&) = delete;

    NetcdfDimension dimension(const std::string& name, std::size_t size);
    /// A variable with the name of its only dimension is the coordinate of that dimension.
    int texts(const std::string& name, NetcdfDimension along, std::span<const std::string> values);
    int whole_numbers(const std::string& name, NetcdfDimension along, std::span<const int> values);
    /// Compressed; of the dimensions the first two are written one at a time.
    int numbers(const std::string& name, std::span<const NetcdfDimension> dimensions);
    int small_numbers(const std::string& name, std::span<const NetcdfDimension> dimensions);  ///< in four bytes
    /// All of `variable` at this place of its first two dimensions, in the order of the others.
    void write(int variable, std::size_t first, std::size_t second, std::span<const double> values);

    void describe(int variable, std::string_view key, std::string_view words);
    void describe(std::string_view key, std::string_view words);  ///< the file
    /// Nothing is safely there before this has returned.
    void close();

private:
    void check(int status) const;
    int define(const std::string& name, int type, std::span<const NetcdfDimension> dimensions, bool compressed);

    std::string file_;
    int id_ = 0;
    bool open_ = false;
    std::vector<std::vector<std::size_t>> sizes_;  ///< of the dimensions of each variable
};

}  // namespace algemeente
