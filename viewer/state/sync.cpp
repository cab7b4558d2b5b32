#include "viewer/state/sync.h"

#include <fcntl.h>
#include <unistd.h>

namespace algemeente::viewer {

void sync_to_disk(const std::filesystem::path& file) {
    for (const std::filesystem::path& one : {file, file.parent_path()}) {
        const int descriptor = open(one.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) continue;
        fsync(descriptor);
        close(descriptor);
    }
}

}  // namespace algemeente::viewer
