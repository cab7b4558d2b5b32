// What the size of a municipality decides: its size class and, by law, the seats of its council.
#include "netherlands/country.h"

#include <array>

namespace algemeente {

namespace {

/// Specification C1.2; the first class takes the islands below its 5,000 too.
constexpr std::array<double, size_class_count - 1> class_ends = {20000, 50000, 100000, 200000};
constexpr std::array<std::string_view, size_class_count> class_words = {
    "below 20,000", "20,000 to 50,000", "50,000 to 100,000", "100,000 to 200,000", "200,000 and more"};

struct SeatRow {
    double largest_population;
    int seats;
};

/// Gemeentewet art. 8, first paragraph (BWBR0005416).
constexpr std::array<SeatRow, 16> seats_by_law = {{{3000, 9},
                                                   {6000, 11},
                                                   {10000, 13},
                                                   {15000, 15},
                                                   {20000, 17},
                                                   {25000, 19},
                                                   {30000, 21},
                                                   {35000, 23},
                                                   {40000, 25},
                                                   {45000, 27},
                                                   {50000, 29},
                                                   {60000, 31},
                                                   {70000, 33},
                                                   {80000, 35},
                                                   {100000, 37},
                                                   {200000, 39}}};
constexpr int seats_above_law_table = 45;

}  // namespace

int size_class_of(double population) {
    int size_class = 0;
    for (const double end : class_ends) size_class += population >= end ? 1 : 0;
    return size_class;
}

std::string_view size_class_word(int size_class) {
    return class_words.at(static_cast<std::size_t>(size_class));
}

int council_seats_of(double population) {
    for (const SeatRow& row : seats_by_law) {
        if (population <= row.largest_population) return row.seats;
    }
    return seats_above_law_table;
}

}  // namespace algemeente
