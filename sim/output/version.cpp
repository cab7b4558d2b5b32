#include ALGEMEENTE_COMMIT_HEADER
#include "output/made_with.h"
#include "output/results.h"

namespace algemeente {

std::string_view program_version() {
    return ALGEMEENTE_VERSION;
}

std::string_view program_commit() {
    return ALGEMEENTE_COMMIT;
}

std::string_view program_compiler() {
#if defined(__clang__)
    return "clang++ " __clang_version__;
#elif defined(__GNUC__)
    return "g++ " __VERSION__;
#else
    return "unknown";
#endif
}

std::string_view program_flags() {
    return ALGEMEENTE_FLAGS;
}

}  // namespace algemeente
