// The municipalities of a world before the model touches them: who they are, how large, how staffed, who borders whom.
#pragma once

#include "scenario/scenario.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

/// Population of the reference municipality of the specification: all size effects are relative to it.
inline constexpr double reference_population = 26500.0;

inline constexpr int size_class_count = 5;  ///< specification C1.2; see size_class_of

/// Entries of population_by_year: 2015 to 2029.
inline constexpr std::size_t population_years = 15;

/// 0: below 20,000 inhabitants; 1: below 50,000; 2: below 100,000; 3: below 200,000; 4: more.
int size_class_of(double population);
std::string_view size_class_word(int size_class);

/// Seats of the council by law (Gemeentewet art. 8).
int council_seats_of(double population);

/// One municipality as the data give it (or as drawn, in the synthetic population).
struct MunicipalityFacts {
    std::string gm_code;  ///< CBS code "GM0363"; synthetic: "SYN001"
    std::string name;
    std::uint32_t key = 0;                   ///< stable key for luck: the number in the code; never a position
    std::string region;                      ///< safety region; synthetic: "region 1", ten municipalities each
    double population = 0;                   ///< of 1 January 2024: weights and numbers of agents
    std::vector<double> population_by_year;  ///< 1 January 2015 to 2029, boundaries of today; the last year holds on
    int size_class = 0;
    int council_seats = 0;

    double fiscal_factor = 1;  ///< IT capacity and budget per inhabitant relative to the size trend, mean about 1
    double change_factor = 1;  ///< change capacity per inhabitant relative to the size trend, mean about 1
    /// Inhabitants served by the organisation that employs the staff; more than population if it is joint.
    double staff_served_population = 0;
    double employees = 0;             ///< head count in all domains (an organisation's people count where they serve)
    double employees_social = 0;      ///< head count working in the social domain
    double employees_physical = 0;    ///< head count working in the physical domain
    double joint_sources_share = -1;  ///< share of sources held by joint arrangements; below 0: the model draws it
    double caseload_ratio = 1;        ///< income-support caseload relative to the national mean
    std::vector<std::uint32_t> neighbours;  ///< keys, sorted, of those in the same Country across a border or a strait
};

/// All municipalities of a world, sorted by key.
using Country = std::vector<MunicipalityFacts>;

/// The folder with the data files: the one that was named, else $ALGEMEENTE_DATA, else beside the program, else where
/// it was built. Throws InputError that says where it looked.
std::filesystem::path data_folder();
/// Names the folder, for the start of a program (--data). Throws InputError if it holds no data.
void name_data_folder(const std::filesystem::path& folder);
bool data_folder_is_named();

/// Reads the 342 municipalities. Throws InputError for a missing file, column or cell.
/// `parameters` gives the head count to fit, what joint arrangements hold, and what counts as staff.
Country read_netherlands(const std::filesystem::path& folder, const Parameters& parameters);

/// Draws `count` municipalities as in specification C1.2, with luck of root seed `seed`.
Country draw_synthetic_country(int count, std::uint64_t seed, std::uint64_t replicate, const Parameters& parameters);

/// Those that were chosen: all, a sample stratified by size class (the same for every seed), or a list.
/// Neighbours that were not chosen disappear from the lists of neighbours.
/// A listed municipality is a code or a name, "GM0363" or "Amsterdam"; listed twice counts once.
/// Throws InputError naming the nearest municipality for an unknown one, and for a sample of an impossible size.
Country choose_municipalities(const Country& all, const MunicipalityChoice& choice);

}  // namespace algemeente
