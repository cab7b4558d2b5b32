// One writer of a store at a time: a lock that is taken before anything is made, and that dies with its program.
#pragma once

#include "output/file_lock.h"

#include <filesystem>

namespace algemeente {

class StoreLock {
public:
    /// Takes the lock of `store`, which need not exist yet. Throws InputError when another program has it (saying
    /// which: process, machine, since when), and when the folder or the name of the store cannot be used.
    explicit StoreLock(const std::filesystem::path& store);

private:
    FileLock lock_;
};

/// The one file behind all names of a store, links followed: locks and SQLite's own files lie beside it.
std::filesystem::path real_name(const std::filesystem::path& store);

}  // namespace algemeente
