#include "experiments/store_lock.h"

#include "text/error.h"

#include <fmt/format.h>

#include <system_error>

namespace algemeente {

namespace {

/// What can be seen to be wrong with the name before anything is made.
std::filesystem::path usable_name(const std::filesystem::path& store) {
    const std::filesystem::path real = real_name(store);
    constexpr std::size_t longest_name = 255 - 12;  // SQLite writes NAME-new-journal beside it
    constexpr std::size_t longest_path = 511 - 12;  // SQLite's own limit
    if (real.filename().string().size() > longest_name || real.string().size() > longest_path)
        throw InputError(fmt::format(
            "{}: is too long a name for a store; at most {} letters, and {} with its folder, leave room for the files "
            "beside it",
            store.string(), longest_name, longest_path));
    std::error_code ignored;
    if (std::filesystem::is_directory(real, ignored))
        throw InputError(fmt::format("{}: is a folder; name a file in it", store.string()));
    const std::filesystem::path folder = real.parent_path();
    if (!std::filesystem::is_directory(folder, ignored))
        throw InputError(fmt::format("{}: there is no folder {}; make it first", store.string(), folder.string()));
    return real;
}

}  // namespace

std::filesystem::path real_name(const std::filesystem::path& store) {
    std::error_code problem;
    const std::filesystem::path absolute = std::filesystem::absolute(store, problem);
    const std::filesystem::path real = std::filesystem::weakly_canonical(absolute, problem);
    return problem || real.empty() ? absolute : real;
}

StoreLock::StoreLock(const std::filesystem::path& store)
    : lock_(usable_name(store).string() + "-lock", store.string(), FileLock::Without::refuse) {}

}  // namespace algemeente
