/* For scripts/check_faults and tests: a disk that fills up and a clock that runs backwards, in front of the C library.
 *   FAULT_DISK_BYTES=N      all writes to files together may hold N bytes; then the disk is full
 *   FAULT_CLOCK_BACKWARDS=1 every look at the wall clock gives a second less
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static atomic_llong left = -1;
static atomic_int known;

static int disk_is_full(int file, size_t bytes) {
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    if (!atomic_exchange(&known, 1)) {
        const char* room = getenv("FAULT_DISK_BYTES");
        atomic_store(&left, room != NULL ? atoll(room) : -1);
    }
    if (atomic_load(&left) < 0) return 0;
    if (atomic_load(&left) >= (long long)bytes) {
        atomic_fetch_sub(&left, (long long)bytes);
        return 0;
    }
    errno = ENOSPC;
    return 1;
}

ssize_t write(int file, const void* bytes, size_t count) {
    static ssize_t (*real)(int, const void*, size_t);
    if (real == NULL) real = (ssize_t(*)(int, const void*, size_t))dlsym(RTLD_NEXT, "write");
    return disk_is_full(file, count) ? -1 : real(file, bytes, count);
}

ssize_t writev(int file, const struct iovec* parts, int count) {
    static ssize_t (*real)(int, const struct iovec*, int);
    if (real == NULL) real = (ssize_t(*)(int, const struct iovec*, int))dlsym(RTLD_NEXT, "writev");
    size_t bytes = 0;
    for (int i = 0; i < count; ++i) bytes += parts[i].iov_len;
    return disk_is_full(file, bytes) ? -1 : real(file, parts, count);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t place) {
    static ssize_t (*real)(int, const void*, size_t, off_t);
    if (real == NULL) real = (ssize_t(*)(int, const void*, size_t, off_t))dlsym(RTLD_NEXT, "pwrite");
    return disk_is_full(file, count) ? -1 : real(file, bytes, count, place);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t place) {
    static ssize_t (*real)(int, const void*, size_t, off64_t);
    if (real == NULL) real = (ssize_t(*)(int, const void*, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
    return disk_is_full(file, count) ? -1 : real(file, bytes, count, place);
}

int clock_gettime(clockid_t clock, struct timespec* now) {
    static int (*real)(clockid_t, struct timespec*);
    static atomic_int looks;
    if (real == NULL) real = (int (*)(clockid_t, struct timespec*))dlsym(RTLD_NEXT, "clock_gettime");
    const int result = real(clock, now);
    if (result == 0 && clock == CLOCK_REALTIME && getenv("FAULT_CLOCK_BACKWARDS") != NULL)
        now->tv_sec -= atomic_fetch_add(&looks, 1);
    return result;
}
