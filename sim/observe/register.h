// The public register of algorithms: what of all use is disclosed. Observation only; nothing in the model reads it.
#pragma once

#include "observe/history.h"
#include "parameters/parameters.h"
#include "parameters/use_cases.h"
#include "world/world.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace algemeente {

/// A use that the register knows of, recorded or not: while it runs, and for five years after it has ended.
struct KnownUse {
    std::uint64_t key = 0;  ///< of the project; of a supplied use the position of its product
    Domain domain = Domain::social;
    std::uint8_t use_case = 0;
    bool supplied = false;    ///< of a listed product
    bool bought = false;      ///< from a supplier, listed or not
    double rate = 0;          ///< of being entered, relative to an ordinary use
    int ended_month = never;  ///< seen first
};

/// A record of a use. It stays when the use ends, and may then say so.
struct RegisterEntry {
    std::uint64_t key = 0;  ///< of the project; of a supplied use the position of its product
    Domain domain = Domain::social;
    std::uint8_t use_case = 0;
    bool supplied = false;
    bool bought = false;
    bool running = true;
    bool says_ended = false;
};

/// How many records there are, and how many of them say that the use has ended.
struct RegisterCounts {
    std::array<int, domain_count> records{};
    std::array<int, domain_count> say_ended{};
    std::array<int, domain_count> mandated{};  ///< of what a law orders this month
};

/// Equation (61), in worlds with suppliers: each use that runs, or has ended in the last five years, is entered with a
/// monthly chance from December 2022 on.
class PublicRegister {
public:
    /// A municipality at the end of its month; `p` and `use_cases` are the rules in force there.
    void note(std::size_t position, const Municipality& municipality, const World& world, const Parameters& p,
              const UseCaseTable& use_cases);
    RegisterCounts counts(const World& world) const;
    /// Fills in the records of each municipality in the rows of a December.
    void count_in(std::span<MunicipalityYear> rows) const;
    /// The same by kind of use.
    void count_in(std::span<UseCaseYear> rows) const;
    /// All records as they stand.
    std::vector<RegisterRecord> records() const;

private:
    friend class RunParts;  // saves a run and reads it back (ensemble/saved_run.cpp)

    std::vector<std::vector<KnownUse>> uses_;          ///< per municipality
    std::vector<std::vector<RegisterEntry>> entries_;  ///< per municipality
};

}  // namespace algemeente
