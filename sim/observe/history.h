// What a run leaves behind: outcomes by month and domain, the nation by month, municipalities by year, events.
#pragma once

#include "observe/records.h"
#include "observe/tally.h"
#include "observe/use_case_years.h"
#include "parameters/outcomes.h"
#include "world/world.h"

#include <cstdint>
#include <vector>

namespace algemeente {

/// State of one municipality and domain in December.
struct MunicipalityYear {
    std::uint16_t municipality = 0;  ///< position in the world
    std::uint16_t year = 0;
    Domain domain = Domain::social;
    Factor binding = Factor::none;  ///< the factor that bound most project-months of the year
    std::int16_t in_use = 0;        ///< what it chose; of those that it bought or joined, and all uses:
    std::int16_t in_use_bought = 0, in_use_all = 0;
    std::int16_t registered = 0;  ///< records in the public register
    std::int16_t pipeline = 0, ever_in_use = 0, discontinued = 0, abandoned = 0;
    float value = 0;
    float trust = 0;
};

/// A record in the public register as it stands at the end of a run.
struct RegisterRecord {
    std::uint16_t municipality = 0;  ///< position in the world
    Domain domain = Domain::social;
    std::uint8_t use_case = 0;
    std::int16_t product = -1;    ///< of the scenario; below 0: none that is listed
    bool names_supplier = false;  ///< bought, or of a listed product
    bool runs = true;
    bool says_ended = false;
};

/// Columns over months. A value that does not exist (the mean over no projects) is NaN. At most 2 kB a month, and,
/// with events, about 16 bytes a month for each municipality.
struct History {
    int months = 0;
    std::vector<double> domain_values;    ///< [month][domain][outcome]
    std::vector<double> national_values;  ///< [month][outcome]
    std::vector<MunicipalityYear> years;
    std::vector<UseCaseYear> use_cases;        ///< of each December: both domains, all kinds of use in their order
    std::vector<std::int32_t> product_users;   ///< [month][product of the scenario]; empty without suppliers
    std::vector<float> product_reputations;    ///< the same
    std::vector<std::int32_t> product_struck;  ///< by product: month in which it was struck down, or `never`
    std::vector<RegisterRecord> records_in_register;  ///< by municipality, at the end of the run
    std::vector<Event> events;
    Records records;                ///< lives of projects, where events are kept
    std::uint64_t fingerprint = 0;  ///< hash of the end state

    double domain_value(int month, Domain domain, std::size_t outcome) const;
    double national_value(int month, std::size_t outcome) const;
};

/// Reads the world at the end of a month into `history`; in December also every municipality.
/// `label_personal_data`: the parameter of that name (what counts as called an algorithm).
void observe(const World& world, History& history, double label_personal_data);
/// The same for a month whose municipalities have been added up already.
void observe(Tally tally, const World& world, History& history);

/// Hash of everything that changes in a world: equal states give equal hashes on every machine.
std::uint64_t fingerprint(const World& world);

}  // namespace algemeente
