// algemeente_bits [THREADS...]: a line per cell and number of threads, "straight 2 7b843c8ee8d32dc6".
#include "cells.h"
#include "observe/fingerprint.h"

#include <cstdio>
#include <cstdlib>

int main(int count, char** words) {
    using namespace algemeente;
    using namespace algemeente::bits;
    std::vector<int> threads;
    for (int i = 1; i < count; ++i) threads.push_back(std::atoi(words[i]));
    if (threads.empty()) threads = {1, 2, 4};

    const Case of = small_case();
    std::vector<Cell> cells = run_cells();
    for (const Cell& cell : other_cells()) cells.push_back(cell);
    for (const Cell& cell : cells)
        for (const int number : threads) {
            Fingerprint all;
            for (const std::uint64_t state : cell.compute(of, number)) all.add(state);
            std::printf("%s %d %016llx\n", cell.name.data(), number, static_cast<unsigned long long>(all.value()));
            std::fflush(stdout);
        }
}
