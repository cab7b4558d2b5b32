#include "cli/output_folder.h"

#include "text/error.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace algemeente::cli {

OutputFolder::OutputFolder(std::filesystem::path folder, Use use) : folder_(std::move(folder)) {
    std::error_code problem;
    is_new_ = !std::filesystem::exists(folder_, problem);
    problem.clear();
    if (is_new_)
        std::filesystem::create_directories(folder_, problem);
    else if (!std::filesystem::is_directory(folder_))
        problem = std::make_error_code(std::errc::not_a_directory);
    else if (access(folder_.c_str(), W_OK | X_OK) != 0)
        problem = std::error_code(errno, std::generic_category());
    if (problem)
        throw InputError(
            fmt::format("--out: {}: {}; name a folder that you can write to", folder_.string(), problem.message()));
    if (use == Use::alone)
        lock_.emplace(folder_ / ".algemeente-lock", "--out: " + folder_.string(), FileLock::Without::go_on);
}

OutputFolder::~OutputFolder() {
    lock_.reset();
    std::error_code ignored;  // a folder that is not empty stays, and that is right
    if (is_new_) std::filesystem::remove(folder_, ignored);
}

}  // namespace algemeente::cli
