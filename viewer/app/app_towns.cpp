// Municipalities that somebody looks at are computed, whether they are in the sample or not.
#include "text/error.h"
#include "viewer/app/app.h"

#include <algorithm>

namespace algemeente::viewer {

/// Those that the command line names, by code or name. Throws InputError for one that is not known: another one in its
/// place would be a wrong picture.
void App::choose_towns(const Options& options) {
    const Session& session = dispatcher_->session();
    const Scenario first = to_run(session, 0);
    country_ = countries_.of(first, session.seed);
    if (first.population == Population::real) {
        for (const BorderRegion& region : borders_.regions) towns_.push_back({region.gm_code, region.name});
    } else {
        for (const MunicipalityFacts& facts : *country_) towns_.push_back({facts.gm_code, facts.name});
    }
    std::string chosen = largest_town();
    if (!options.municipality.empty()) chosen = town_called(options.municipality, "--municipality", towns_);
    dispatcher_->apply(SelectMunicipality{chosen});
    for (const std::string& pinned : options.pinned)
        dispatcher_->apply(PinMunicipality{town_called(pinned, "--pin", towns_)});
}

/// Whom a window shows until somebody chooses: of what the session simulates the one with most inhabitants.
std::string App::largest_town() {
    const Session& session = dispatcher_->session();
    const std::shared_ptr<const Country> sample = countries_.of(to_run(session, 0), session.seed);
    const auto largest = std::max_element(sample->begin(), sample->end(),
                                          [](const auto& a, const auto& b) { return a.population < b.population; });
    return largest == sample->end() ? std::string() : largest->gm_code;
}

/// Whether it simulates the same as A, so that there is no effect to tell of.
bool App::same_as_a(std::size_t slot) const {
    const Session& session = dispatcher_->session();
    if (slot == 0 || slot >= session.slots.size()) return false;
    return same_.of(dispatcher_->session_version(), [&] {
        std::array<bool, slot_limit> same{};
        const Scenario first = to_run(session, 0);
        for (std::size_t i = 1; i < session.slots.size(); ++i) same[i] = same_simulation(first, to_run(session, i));
        return same;
    })[slot];
}

/// Somebody looks at a municipality that is not simulated, and could be.
void App::follow_towns() {
    const ViewState& view = dispatcher_->view();
    if (!country_ || dispatcher_->session().slots.front().scenario.population != Population::real) return;
    std::vector<std::string> looked_at = view.pinned;
    looked_at.push_back(view.municipality);
    const auto cannot_join = [&](const std::string& code) {
        const bool has_joined = std::find(view.joined.begin(), view.joined.end(), code) != view.joined.end();
        return has_joined || borders_.find(code) == nullptr;
    };
    std::erase_if(looked_at, cannot_join);
    const std::vector<std::string> missing = missing_in(*country_, looked_at);
    if (!missing.empty()) dispatcher_->apply(JoinTowns{missing});
}

/// The municipalities of the session, and those that have joined them.
void App::join_towns() {
    const Session& session = dispatcher_->session();
    const Scenario first = to_run(session, 0);
    joined_.reset();
    country_ = countries_.of(first, session.seed);
    sample_size_ = country_->size();
    if (first.population != Population::real) return;
    const std::vector<std::string> missing = missing_in(*country_, dispatcher_->view().joined);
    if (missing.empty()) return;
    joined_ = with_towns(*country_, missing);
    country_ = countries_.of(scenario_to_run(0), session.seed);
}

Scenario App::scenario_to_run(std::size_t slot) const {
    Scenario scenario = to_run(dispatcher_->session(), slot);
    if (joined_) scenario.municipalities = *joined_;
    return scenario;
}

}  // namespace algemeente::viewer
