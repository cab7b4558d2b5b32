// Inputs that fuzzing has kept, replayed.
#pragma once

#include "cli/run_program.h"
#include "fuzz/targets.h"
#include "places.h"

#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>

namespace algemeente::fuzz {

/// Every kept input of a target is answered, within a second.
inline void expect_corpus_is_answered(const Target& target) {
    const std::filesystem::path corpus = places::checkout() / "tests/fuzz/corpus" / target.name;
    ASSERT_TRUE(std::filesystem::is_directory(corpus)) << corpus;
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
        ++files;
        const std::string bytes = testing::content_of(entry.path());
        // processor time: on a busy machine the clock on the wall would accuse the neighbours
        const std::clock_t started = std::clock();
        EXPECT_NO_THROW(target.read(bytes)) << entry.path();
        EXPECT_LT(std::clock() - started, std::clock_t{CLOCKS_PER_SEC}) << entry.path() << " takes over a second";
    }
    EXPECT_GT(files, 0U) << corpus;
}

}  // namespace algemeente::fuzz
