// Down to the disk: what a power failure leaves.
#pragma once

#include <filesystem>

namespace algemeente::viewer {

/// Waits until the file, and its name in its folder, are on the disk. A disk that cannot do so is no reason to stop.
void sync_to_disk(const std::filesystem::path& file);

}  // namespace algemeente::viewer
