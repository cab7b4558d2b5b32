// How runs of shipped scenarios end, as the window computes them: built for this machine and for a browser. The two are
// compared by scripts/test_web.
//   fingerprints FOLDER turns|THREADS      a line for each scenario, "baseline 7b843c8ee8d32dc6"
#include "netherlands/country_of.h"
#include "observe/fingerprint.h"
#include "viewer/ensemble/ensemble_service.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

namespace {

using namespace algemeente;
using namespace algemeente::viewer;

constexpr int replicates = 2;
constexpr int municipalities = 40;

/// The baseline as well: its runs are what the other goes on from.
EnsembleRequest request_of(const std::filesystem::path& folder, const char* name) {
    EnsembleRequest request;
    for (const char* one : {"baseline", name}) {
        Scenario scenario = read_scenario(folder / (std::string(one) + ".toml"));
        scenario.municipalities = {.kind = MunicipalityChoice::Kind::sample, .count = municipalities};
        request.scenarios.push_back(std::make_shared<const Scenario>(std::move(scenario)));
    }
    request.country = std::make_shared<const Country>(country_of(*request.scenarios.front(), request.seed));
    request.replicates = replicates;
    request.branch_months = {72};
    return request;
}

std::uint64_t end_of(const EnsembleRequest& request, const std::string& hands) {
    const bool turns = hands == "turns";
    EnsembleService service(turns ? 1 : std::atoi(hands.c_str()), {}, turns ? Hands::turns : Hands::threads);
    service.submit(request);
    if (turns)
        while (service.pass_month()) {
        }
    service.wait_until_idle(std::chrono::minutes(10));
    Fingerprint all;
    for (const auto& scenario : service.latest()->scenarios)
        for (const auto& run : scenario.runs) all.add(run->fingerprint);
    return all.value();
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return 2;
    name_data_folder(std::filesystem::path(words[1]) / "data");
    for (const char* name : {"national_scandal", "all_three_recommendations", "with_suppliers"}) {
        const std::uint64_t end = end_of(request_of(words[1], name), words[2]);
        std::printf("%s %016llx\n", name, static_cast<unsigned long long>(end));
        std::fflush(stdout);
    }
}
