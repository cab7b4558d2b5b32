#include "netherlands/data_files.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace algemeente {

namespace {

/// FNV-1a: tells an edited file from the old one; it need not resist somebody who wants it not to.
std::uint64_t hash_of_bytes(std::ifstream& stream) {
    constexpr std::uint64_t offset_basis = 0xCBF29CE484222325ULL;
    constexpr std::uint64_t prime = 0x100000001B3ULL;
    std::uint64_t hash = offset_basis;
    constexpr std::size_t portion = std::size_t{1} << 16U;  // read at once
    std::array<char, portion> bytes{};
    while (stream.read(bytes.data(), bytes.size()) || stream.gcount() > 0)
        for (std::streamsize i = 0; i < stream.gcount(); ++i)
            hash = (hash ^ static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)])) * prime;
    return hash;
}

const DataFile* file_named(const std::string& name, const std::vector<DataFile>& files) {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const DataFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

void add_change(std::string& changes, const std::string& name, std::string_view change) {
    if (!changes.empty()) changes += ", ";
    changes += name;
    changes += change;
}

}  // namespace

std::vector<DataFile> data_files(const std::filesystem::path& folder) {
    std::vector<DataFile> files;
    for (const std::string_view name : {municipalities_file, population_file, neighbours_file, products_file}) {
        std::ifstream stream(folder / name, std::ios::binary);
        files.push_back({std::string(name), stream ? hash_of_bytes(stream) : 0});
    }
    return files;
}

std::string changes_of_data(const std::vector<DataFile>& before, const std::vector<DataFile>& now) {
    std::string changes;
    for (const DataFile& file : before) {
        const DataFile* same = file_named(file.name, now);
        if (same == nullptr || (same->hash == 0 && file.hash != 0))
            add_change(changes, file.name, " is missing");
        else if (same->hash != file.hash)
            add_change(changes, file.name, " has changed");
    }
    for (const DataFile& file : now)
        if (file_named(file.name, before) == nullptr) add_change(changes, file.name, " is new");
    return changes;
}

}  // namespace algemeente
