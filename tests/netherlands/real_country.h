// What several tests about the Netherlands share.
#pragma once

#include "netherlands/country.h"
#include "places.h"
#include "text/error.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace algemeente {

inline std::filesystem::path real_data_folder() {
    return places::checkout() / "scenarios/data";
}

inline const Country& real_country() {
    static const Country country = read_netherlands(real_data_folder(), Parameters{});
    return country;
}

inline const MunicipalityFacts& named(const Country& country, std::string_view name) {
    const auto found = std::find_if(country.begin(), country.end(), [&](const auto& m) { return m.name == name; });
    if (found == country.end()) throw std::invalid_argument("no municipality called " + std::string(name));
    return *found;
}

/// The text of the InputError that `action` throws, or "nothing wrong".
template <typename Action>
std::string input_error(const Action& action) {
    try {
        action();
    } catch (const InputError& error) {
        return error.what();
    }
    return "nothing wrong";
}

/// An empty folder of the running test alone.
inline std::filesystem::path fresh_folder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    const std::filesystem::path folder =
        std::filesystem::path(::testing::TempDir()) / (std::string("algemeente_") + test->name());
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

inline std::filesystem::path written(const std::filesystem::path& file, std::string_view text) {
    std::ofstream(file) << text;
    return file;
}

}  // namespace algemeente
