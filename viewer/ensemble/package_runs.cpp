#include "viewer/ensemble/package_runs.h"

#include "ensemble/replicate_run.h"
#include "netherlands/country_of.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

std::vector<double> end_of(const History& history) {
    std::vector<double> end;
    for (const Domain domain : {Domain::social, Domain::physical})
        for (std::size_t outcome = 0; outcome < domain_outcomes().size(); ++outcome)
            end.push_back(history.domain_value(history.months - 1, domain, outcome));
    return end;
}

/// Of a synthetic population every replicate has its own.
std::shared_ptr<const Country> country_of_run(const PackageRequest& request, const Scenario& scenario, int replicate) {
    if (replicate == 0 || scenario.population == Population::real) return request.country;
    return std::make_shared<const Country>(country_of(scenario, request.seed, static_cast<std::uint64_t>(replicate)));
}

}  // namespace

double PackageRuns::mean(std::string_view outcome, Domain domain, int runs) const {
    const std::size_t at =
        static_cast<std::size_t>(index_of(domain)) * domain_outcomes().size() + find_domain_outcome(outcome);
    const std::size_t count = std::min(ends.size(), static_cast<std::size_t>(runs));
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += ends[i][at];
    return sum / static_cast<double>(count);
}

double PackageRuns::both(std::string_view outcome, int runs) const {
    return mean(outcome, Domain::social, runs) + mean(outcome, Domain::physical, runs);
}

std::shared_ptr<const PackageRuns> run_package(const PackageRequest& request, const std::atomic<bool>& overtaken) {
    auto done = std::make_shared<PackageRuns>();
    done->request = request;
    for (int replicate = 0; replicate < request.runs; ++replicate) {
        auto scenario = request.scenario;
        if (request.members)
            scenario = std::make_shared<const Scenario>(
                with_member(*scenario, *request.members, member_of_replicate(*request.members, replicate)));
        ReplicateRun run(scenario, *country_of_run(request, *scenario, replicate), request.seed, replicate, false);
        while (!run.finished()) {
            if (overtaken.load(std::memory_order_relaxed)) return nullptr;
            run.pass_month();
        }
        done->ends.push_back(end_of(run.take_history()));
    }
    return done;
}

}  // namespace algemeente::viewer
