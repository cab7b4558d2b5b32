// A few runs of one package of levers, kept by what they end in: for the prices of levers and for what the packages of
// a room do, beside the ensemble that the charts show.
#pragma once

#include "netherlands/country.h"
#include "scenario/members.h"
#include "scenario/scenario.h"
#include "world/types.h"

#include <atomic>
#include <memory>
#include <string_view>
#include <vector>

namespace algemeente::viewer {

struct PackageRequest {
    std::shared_ptr<const Scenario> scenario;  ///< with the package in it
    std::shared_ptr<const Country> country;    ///< of replicate 0
    std::shared_ptr<const Members> members{};  ///< as in EnsembleRequest
    std::uint64_t seed = 1;
    int runs = 0;  ///< replicates from the first on: those of the charts, with the same random numbers

    bool operator==(const PackageRequest&) const = default;
};

/// Outcomes of the last month.
struct PackageRuns {
    PackageRequest request;
    std::vector<std::vector<double>> ends;  ///< by run [domain][outcome]

    /// Mean over the first `runs` of them.
    double mean(std::string_view outcome, Domain domain, int runs) const;
    double both(std::string_view outcome, int runs) const;
};

/// Null when overtaken.
std::shared_ptr<const PackageRuns> run_package(const PackageRequest& request, const std::atomic<bool>& overtaken);

}  // namespace algemeente::viewer
