// Teams that put packages of levers together on their phones: what levers cost, what phones are offered, and what
// becomes of each package. Runs are made one package after the other, by a worker of its own, while the charts ask for
// none.
#include "output/csv_file.h"
#include "text/calendar.h"
#include "text/error.h"
#include "viewer/app/app.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

/// One level of one lever, and nothing else.
Taken alone(const PackageOffer& offer, std::size_t lever, std::size_t level) {
    Taken taken(offer.levers.size(), 0);
    taken[lever] = static_cast<int>(level) + 1;
    return taken;
}

double years_of_cost(const PackageOffer& offer, int months) {
    int first = months;
    for (const OfferedLever& lever : offer.levers) first = std::min(first, lever.from_month);
    return static_cast<double>(months - first) / months_per_year;
}

}  // namespace

void App::follow_packages() {
    if (std::exchange(told_, std::nullopt)) room_->wait();
    try {
        draft_offer();
    } catch (const InputError& problem) {
        notify(problem.what(), true);
    }
    if (draft_.levers.empty()) {
        dispatcher_->apply(SetPhoneTask{PhoneTask::predict});
        return;
    }
    follow_a_of_packages();
    take_package_runs();
    if (!dispatcher_->view().phones.offer) price_levers();
    if (dispatcher_->view().phones.offer)
        tell_packages();
    else if (std::exchange(told_packages_, std::nullopt))
        room_->wait();
    take_sent();
    ask_for_package_runs();
}

/// Levers that A has room for, once a round.
void App::draft_offer() {
    const int round = dispatcher_->view().phones.package_round;
    if (std::exchange(drafted_round_, round) == round) return;
    draft_ = {};
    const Scenario& a = dispatcher_->session().slots.front().scenario;
    draft_ = offer_of(read_levers_to_choose(shipped_search()), a.months(), change_limit - a.change_count());
    draft_.budget_cents = dispatcher_->view().phones.budget_cents;
    if (draft_.levers.empty()) throw InputError(ui_.word(Word::phones_no_levers));
}

/// Runs are of A as it is now; B may be what it likes.
void App::follow_a_of_packages() {
    const PackedKey key{dispatcher_->session_version(), country_};
    if (packed_key_ == key || !country_) return;
    packed_key_ = key;
    const Session& session = dispatcher_->session();
    PackageRequest now{.scenario = std::make_shared<const Scenario>(scenario_to_run(0)),
                       .country = country_,
                       .members = session.members ? members() : nullptr,
                       .seed = session.seed};
    const bool same = a_of_packages_.scenario && same_simulation(*a_of_packages_.scenario, *now.scenario) &&
                      a_of_packages_.country == now.country && a_of_packages_.members == now.members &&
                      a_of_packages_.seed == now.seed;
    if (same) return;
    a_of_packages_ = std::move(now);
    packed_.clear();
    packing_.reset();
    derived_.room_effects.clear();
}

void App::take_package_runs() {
    if (!packer_) return;
    const std::exception_ptr problem = packer_->take_problem();
    notify(problem);
    if (problem && packing_) packed_[packing_->taken] = nullptr;
    const auto latest = packer_->latest();
    if (latest == last_packed_) return;
    last_packed_ = latest;
    if (!packing_ || latest->request.scenario != packing_scenario_) return;  // A was another one
    packed_[packing_->taken] = latest;
    update_room_effects();
}

bool App::has_package_runs(const PackageJob& job) const {
    const auto found = packed_.find(job.taken);
    return found != packed_.end() && (!found->second || found->second->request.runs >= job.runs);
}

/// A first, then each lever on its own for its price, then what teams have sent.
std::optional<App::PackageJob> App::next_package_job() const {
    const PackageJob bare{Taken(draft_.levers.size(), 0), runs_of_package};
    if (!has_package_runs(bare)) return bare;
    const Phones& phones = dispatcher_->view().phones;
    if (phones.offer) {
        for (RoomPackage& one : packages_of_room(*phones.sent, *phones.offer))
            if (PackageJob job{std::move(one.taken), runs_of_package}; !has_package_runs(job)) return job;
        return std::nullopt;
    }
    for (std::size_t i = 0; i < draft_.levers.size(); ++i)
        for (std::size_t level = 0; level < draft_.levers[i].levels.size(); ++level)
            if (PackageJob job{alone(draft_, i, level), runs_of_price}; !has_package_runs(job)) return job;
    return std::nullopt;
}

void App::ask_for_package_runs() {
    const std::optional<PackageJob> job = next_package_job();
    packs_ = job || (packer_ && !packer_->idle());
    if (!job || !a_of_packages_.scenario || service_->progress().busy || dispatcher_->dragging()) return;
    if (!packer_)
        packer_ = std::make_unique<LatestWins<PackageRequest, PackageRuns>>(
            [](const PackageRequest& request, const auto&, const auto& overtaken) {
                return run_package(request, overtaken);
            },
            [this] { platform_.wake(); });
    if (packing_ && (packing_ == job || !packer_->idle())) return;
    PackageRequest request = a_of_packages_;
    Scenario scenario = *request.scenario;
    for (const DatedChange& change : changes_of(draft_, job->taken)) insert_by_month(scenario.changes, change);
    request.scenario = packing_scenario_ = std::make_shared<const Scenario>(std::move(scenario));
    request.runs = job->runs;
    packing_ = job;
    packer_->ask(std::move(request));
}

/// What a lever takes when it is all that is added to A, in the first replicate of both.
void App::price_levers() {
    if (next_package_job()) return;
    const auto& bare = packed_[Taken(draft_.levers.size(), 0)];
    const double years = years_of_cost(draft_, dispatcher_->months());
    auto offer = std::make_shared<PackageOffer>(draft_);
    for (std::size_t i = 0; i < offer->levers.size(); ++i)
        for (std::size_t level = 0; level < offer->levers[i].levels.size(); ++level) {
            const auto& with = packed_[alone(draft_, i, level)];
            if (!with || !bare) return;  // its runs failed, and a notice has said why
            const double cents = effect_of(*with, *bare, runs_of_price, years).cents;
            offer->levers[i].levels[level].cents = std::max(1, static_cast<int>(std::lround(cents)));
        }
    dispatcher_->note_offer(std::move(offer));
}

/// Once a round; and again when the packages are shown, or are hidden to collect more of them.
void App::tell_packages() {
    const Phones& phones = dispatcher_->view().phones;
    const std::pair<int, bool> now{phones.package_round, phones.packages_shown};
    if (told_packages_ == now) return;
    if (!told_packages_ || told_packages_->first != now.first)
        question_ = {.round = question_.round + 1, .offer = *phones.offer};
    if (!told_packages_ || !now.second) room_->ask(question_);
    if (now.second) room_->reveal({});
    told_packages_ = now;
}

void App::update_room_effects() {
    const auto bare = packed_.find(Taken(draft_.levers.size(), 0));
    if (bare == packed_.end() || !bare->second) return;
    const double years = years_of_cost(draft_, dispatcher_->months());
    for (const auto& [taken, runs] : packed_)
        if (runs && runs->request.runs >= runs_of_package)
            derived_.room_effects[taken] = effect_of(*runs, *bare->second, runs_of_package, years);
}

/// Prices as the phone showed them, and what its package does where that has been computed.
void App::write_package(CsvFile& csv, const PhoneReply& reply) const {
    const std::shared_ptr<const PackageOffer>& offer = dispatcher_->view().phones.offer;
    if (!offer || reply.taken.size() != offer->levers.size() || reply.taken.empty()) return;
    constexpr double cents_of_a_euro = 100;
    const auto row = [&](std::string_view what, std::string_view domain, int month, double value,
                         std::string_view lever) {
        csv.whole(reply.phone).text(what).text(domain).text(date_of(month)).number(value);
        csv.text("").text("").text(lever);
        csv.end_row();
    };
    for (const DatedChange& change : changes_of(*offer, reply.taken))
        row("lever", "", change.from_month, change.value, change.lever);
    const int last = dispatcher_->months() - 1;
    row("price", "", last, cents_of(*offer, reply.taken) / cents_of_a_euro, "");
    const auto found = derived_.room_effects.find(reply.taken);
    if (found == derived_.room_effects.end()) return;
    const PackageEffect& effect = found->second;
    row("cost", "", last, effect.cents / cents_of_a_euro, "");
    row("value_change", "social", last, effect.value[0] - effect.value_before[0], "");
    row("value_change", "physical", last, effect.value[1] - effect.value_before[1], "");
    row("harm_change", "both", last, effect.harm - effect.harm_before, "");
}

}  // namespace algemeente::viewer
