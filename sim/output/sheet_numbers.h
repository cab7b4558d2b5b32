// What the runs say about a municipality among those of its size: counted at the end of years, replicate by replicate.
#pragma once

#include "ensemble/ensemble.h"
#include "present/summary.h"

#include <utility>
#include <vector>

namespace algemeente {

/// Positions in what sheet_scenarios() gives.
inline constexpr std::size_t sheet_usual_world = 0, sheet_such = 1, sheet_first_lever = 2;

struct SheetPlace {
    present::Band in_use;        ///< of the municipality, over replicates
    std::size_t peers = 0;       ///< others of its size
    double fewer = 0, more = 0;  ///< share of peers with fewer and with more, mean over replicates
};

class SheetNumbers {
public:
    /// `town`: position in the country of the ensemble, which must outlive this.
    SheetNumbers(const Ensemble& ensemble, std::size_t town);

    /// At the end of the year of the page: the municipality as the answers say, its peers as elsewhere.
    SheetPlace place(Domain domain) const;

    /// In that year, the share of municipalities of its size (over all replicates, of those with projects) by the
    /// factor that held most of their projects back; the most frequent first.
    std::vector<std::pair<Factor, double>> brakes(std::size_t scenario, Domain domain) const;
    /// The most frequent one as the answers say; Factor::none without any projects.
    Factor first_brake(Domain domain) const;

    /// Algorithms in use for each municipality of its size, at the end of the last year, against the same without the
    /// lever.
    present::Difference use_against(std::size_t scenario, Domain domain) const;
    /// The share of those municipalities that first_brake() holds back most, in that year, against the same.
    present::Difference brake_against(std::size_t scenario, Domain domain) const;

    int last_year() const { return last_year_; }

private:
    using Row = std::vector<const MunicipalityYear*>;  ///< by position in the country; null where there is none

    Row december(std::size_t scenario, std::size_t replicate, int year, Domain domain) const;
    double mean_use(const Row& row) const;
    double share_held(const Row& row, Factor by) const;
    std::size_t replicates() const { return static_cast<std::size_t>(ensemble_.finished_replicates); }
    template <typename Value>
    present::Difference against_such(std::size_t scenario, Domain domain, const Value& value) const;

    const Ensemble& ensemble_;
    std::size_t town_;
    std::vector<std::size_t> of_its_size_;  ///< positions, itself included
    int last_year_ = 0;
};

}  // namespace algemeente
