// One target under libFuzzer: which one is said when this file is compiled.
#include "fuzz/targets.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using algemeente::fuzz::Target;

const Target& target() {
    const auto targets = algemeente::fuzz::ALGEMEENTE_FUZZ_TARGETS();
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [](const Target& one) { return one.name == ALGEMEENTE_FUZZ_TARGET; });
    if (found == targets.end()) std::abort();
    return *found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Target& fuzzed = target();
    fuzzed.read(std::string(reinterpret_cast<const char*>(data), size));
    return 0;
}
