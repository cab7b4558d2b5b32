// What is fuzzed: each reader of bytes that come from outside, with any bytes. scripts/fuzz makes up new ones;
// corpus_test.cpp replays those that are kept in corpus/.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace algemeente::fuzz {

struct Target {
    std::string_view name;                   ///< also the folder in corpus/
    void (*read)(const std::string& bytes);  ///< lets nothing out: an InputError is the right answer to wrong bytes
};

// By what they need: less is quicker to build.
std::span<const Target> input_targets();
std::span<const Target> experiment_targets();
std::span<const Target> saved_worlds_targets();
std::span<const Target> calibration_targets();
std::span<const Target> story_targets();
std::span<const Target> search_targets();
std::span<const Target> viewer_targets();
std::span<const Target> phone_targets();

}  // namespace algemeente::fuzz
