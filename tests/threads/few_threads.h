// A machine that starts no more threads, or only a few: as `ulimit -u` makes one, but root can have it, too.
#pragma once

#include <pthread.h>

#include <cstddef>
#include <stdexcept>

namespace algemeente::testing {

/// While it lives this process can start no thread: every new one would ask for more memory than there are addresses.
class NoMoreThreads {
public:
    NoMoreThreads() {
        pthread_attr_init(&before_);
        if (pthread_getattr_default_np(&before_) != 0) throw std::runtime_error("no attributes of threads");
        pthread_attr_t huge;
        pthread_attr_init(&huge);
        constexpr std::size_t bytes = std::size_t{1} << 50U;
        if (pthread_attr_setstacksize(&huge, bytes) != 0 || pthread_setattr_default_np(&huge) != 0)
            throw std::runtime_error("threads cannot be made impossible here");
        pthread_attr_destroy(&huge);
    }
    ~NoMoreThreads() {
        pthread_setattr_default_np(&before_);
        pthread_attr_destroy(&before_);
    }
    NoMoreThreads(const NoMoreThreads&) = delete;
    NoMoreThreads& operator=(const NoMoreThreads&) = delete;

private:
    pthread_attr_t before_{};
};

}  // namespace algemeente::testing
