// The CSV files of an ensemble, one function each; the contract names their columns.
// All throw InputError if the file cannot be written.
#pragma once

#include "ensemble/ensemble.h"

#include <filesystem>

namespace algemeente {

void write_outcomes_csv(const Ensemble& ensemble, const std::filesystem::path& file);
void write_national_csv(const Ensemble& ensemble, const std::filesystem::path& file);
void write_bands_csv(const Ensemble& ensemble, const std::filesystem::path& file);

/// Every scenario but the first against the first.
void write_differences_csv(const Ensemble& ensemble, const std::filesystem::path& file);

void write_municipalities_csv(const Ensemble& ensemble, const std::filesystem::path& file);
/// Every kind of use in the domains in which it occurs, by year.
void write_use_cases_csv(const Ensemble& ensemble, const std::filesystem::path& file);
/// Every product of scenarios with suppliers, by month: its users, its reputation, and whether it is struck down.
void write_products_csv(const Ensemble& ensemble, const std::filesystem::path& file);
/// What the public register says at the end of the run, a row per record: `bought` if it names a supplier, `status`
/// what it says, `runs` whether the use still runs.
void write_register_csv(const Ensemble& ensemble, const std::filesystem::path& file);
/// Every change with a condition, by replicate: the months in which it began and ended, empty where it never did.
void write_conditions_csv(const Ensemble& ensemble, const std::filesystem::path& file);
void write_events_csv(const Ensemble& ensemble, const std::filesystem::path& file);

/// A project's name for people and for joining tables: "GM0363-social-2021-03-1" (municipality, domain, month of
/// birth, ordinal in that month). Empty for an event that is not about a project.
std::string project_name(const Event& event, std::string_view gm_code);

/// What else there is to say about an event: "law", "severity 0.43", "level 2", "weakest: data_availability".
/// Several are joined by "; ".
std::string event_detail(const Event& event);

}  // namespace algemeente
