#include "search/search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace algemeente {

namespace {

using Runs = std::vector<std::vector<double>>;

/// Everything that was looked at so far.
class Course {
public:
    Course(const Search& search, SearchStore& store, const SearchOptions& options)
        : search_(search), store_(store), runs_(search, store, options) {}

    SearchResult go(const std::function<void(const SearchResult& so_far)>& round_ended);

private:
    std::size_t number_of(const Package& package, int round);
    bool look_at(const std::vector<Genes>& candidates, int round, std::vector<std::size_t>& numbers);
    void set_space();
    double volume() const;
    std::vector<Genes> best() const;
    bool stands_still(SearchResult& result) const;
    Runs runs_of(std::int64_t number, int first_luck, int count) const;
    void fresh(SearchResult& result);

    const Search& search_;
    SearchStore& store_;
    PackageRuns runs_;
    std::vector<Package> packages_;
    std::vector<Genes> genes_;  ///< that a package was first found by
    std::vector<Judged> judged_;
    std::map<Package, std::size_t> known_;
    std::unique_ptr<EpsilonArchive> archive_;
    std::vector<double> good_, poor_;  ///< ends of the space in which the hypervolume is measured
};

std::size_t Course::number_of(const Package& package, int round) {
    const auto [found, is_new] = known_.try_emplace(package, packages_.size());
    if (is_new) {
        store_.look_at(packages_.size(), round, package);
        packages_.push_back(package);
    }
    return found->second;
}

Runs Course::runs_of(std::int64_t number, int first_luck, int count) const {
    Runs runs;
    for (int luck = first_luck; luck < first_luck + count; ++luck) runs.push_back(runs_.values(number, luck));
    return runs;
}

/// Runs and judges a round; `numbers` gets those of the candidates. False when it was cancelled.
bool Course::look_at(const std::vector<Genes>& candidates, int round, std::vector<std::size_t>& numbers) {
    numbers.clear();
    for (const Genes& genes : candidates) {
        numbers.push_back(number_of(package_of(search_, genes), round));
        if (numbers.back() == genes_.size()) genes_.push_back(genes);
    }
    store_.commit();
    std::vector<Candidate> asked;
    for (std::size_t number = judged_.size(); number < packages_.size(); ++number)
        asked.push_back({static_cast<std::int64_t>(number), packages_[number]});
    if (!runs_.complete(asked, 0, search_.runs, most_runs(search_))) return false;
    const Runs base_runs = runs_of(0, 0, search_.runs);
    for (std::size_t number = judged_.size(); number < packages_.size(); ++number) {
        judged_.push_back(judge(search_, runs_of(static_cast<std::int64_t>(number), 0, search_.runs), base_runs));
        archive_->offer(number, judged_.back());
    }
    return true;
}

/// From the first round on the space is the same, so that volumes can be compared.
void Course::set_space() {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    constexpr double margin = 0.1;  // so that the ends of the front count
    good_.assign(search_.objectives.size(), infinite);
    poor_.assign(search_.objectives.size(), -infinite);
    for (const Judged& one : judged_)
        for (std::size_t k = 0; k < good_.size(); ++k) {
            if (!std::isfinite(one.objectives[k])) continue;
            good_[k] = std::min(good_[k], one.objectives[k]);
            poor_[k] = std::max(poor_[k], one.objectives[k]);
        }
    for (std::size_t k = 0; k < good_.size(); ++k) {
        if (!(poor_[k] > good_[k])) poor_[k] = good_[k] + search_.objectives[k].epsilon;
        poor_[k] += margin * (poor_[k] - good_[k]);
    }
}

double Course::volume() const {
    Runs points;
    for (const EpsilonArchive::Member& member : archive_->members()) {
        std::vector<double>& point = points.emplace_back();
        for (std::size_t k = 0; k < good_.size(); ++k)
            point.push_back((member.objectives[k] - good_[k]) / (poor_[k] - good_[k]));
    }
    return hypervolume(std::move(points), std::vector<double>(good_.size(), 1));
}

std::vector<Genes> Course::best() const {
    std::vector<Genes> genes;
    for (const EpsilonArchive::Member& member : archive_->members()) genes.push_back(genes_[member.who]);
    return genes;
}

bool Course::stands_still(SearchResult& result) const {
    const std::size_t behind = result.rounds.size() - 1;
    const auto asked = static_cast<std::size_t>(search_.still_rounds);
    result.last_rounds = std::min(asked, behind);
    const double now = result.rounds.back().volume;
    const double before = result.rounds[behind - result.last_rounds].volume;
    result.last_growth = now > 0 ? (now - before) / now : 0;
    // a front that is still empty has not begun to stand still
    return now > 0 && result.last_rounds == asked && result.last_growth < search_.still_growth;
}

SearchResult Course::go(const std::function<void(const SearchResult& so_far)>& round_ended) {
    SearchResult result;
    std::vector<double> epsilon;
    for (const Objective& objective : search_.objectives) epsilon.push_back(objective.epsilon);
    archive_ = std::make_unique<EpsilonArchive>(epsilon);
    const Evolution evolution(gene_count(search_),
                              {.population = static_cast<std::size_t>(search_.population), .seed = search_.seed});
    // the scenario itself is package 0
    std::vector<Genes> parents{Genes(gene_count(search_), 0)};
    std::vector<Genes> candidates = evolution.first();
    candidates.insert(candidates.begin(), parents.front());
    parents.clear();
    std::vector<std::size_t> of_parents;
    std::vector<std::size_t> numbers;
    for (int round = 0; round <= search_.rounds && !result.still; ++round) {
        if (!look_at(candidates, round, numbers)) {
            result.cancelled = true;
            break;
        }
        if (round == 0) set_space();
        result.looked_at = packages_.size();
        result.rounds.push_back({packages_.size(), archive_->members().size(), volume()});
        // a package counts once among those that may become parents
        for (std::size_t i = 0; i < numbers.size(); ++i)
            if (std::find(of_parents.begin(), of_parents.end(), numbers[i]) == of_parents.end()) {
                of_parents.push_back(numbers[i]);
                parents.push_back(candidates[i]);
            }
        std::vector<Judged> judged;
        for (const std::size_t number : of_parents) judged.push_back(judged_[number]);
        std::vector<Genes> staying;
        std::vector<std::size_t> staying_numbers;
        std::vector<Judged> staying_judged;
        for (const std::size_t i : survivors(judged, static_cast<std::size_t>(search_.population))) {
            staying.push_back(parents[i]);
            staying_numbers.push_back(of_parents[i]);
            staying_judged.push_back(judged[i]);
        }
        parents = std::move(staying);
        of_parents = std::move(staying_numbers);
        result.still = stands_still(result);
        if (round_ended) round_ended(result);
        candidates = evolution.offspring(round + 1, parents, staying_judged, best());
    }
    if (!result.cancelled) fresh(result);
    result.runs_done = runs_.runs_done();
    result.seconds_of_runs = runs_.seconds();
    return result;
}

/// The front, the scenario itself and the others once more, with random numbers that chose nothing.
void Course::fresh(SearchResult& result) {
    runs_.forget_pasts();
    std::vector<Candidate> asked{{0, packages_[0]}};
    for (const EpsilonArchive::Member& member : archive_->members())
        if (member.who != 0) asked.push_back({static_cast<std::int64_t>(member.who), packages_[member.who]});
    for (std::size_t i = 0; i < search_.others.size(); ++i) asked.push_back({-1 - static_cast<std::int64_t>(i), {}});
    const auto all =
        static_cast<std::int64_t>(store_.run_count()) + static_cast<std::int64_t>(asked.size()) * search_.fresh_runs;
    if (!runs_.complete(asked, search_.runs, search_.fresh_runs, all)) {
        result.cancelled = true;
        return;
    }
    const Runs base_runs = runs_of(0, search_.runs, search_.fresh_runs);
    for (const Candidate& candidate : asked) {
        Result one;
        one.number = candidate.number;
        one.package = candidate.package;
        one.runs = runs_of(candidate.number, search_.runs, search_.fresh_runs);
        one.judged = judge(search_, one.runs, base_runs);
        if (candidate.number == 0) result.base = one;
        const auto& members = archive_->members();
        const bool of_front = candidate.number >= 0 &&
                              std::any_of(members.begin(), members.end(), [&](const EpsilonArchive::Member& member) {
                                  return member.who == static_cast<std::size_t>(candidate.number);
                              });
        if (of_front) result.front.push_back(one);
        if (candidate.number < 0) result.others.push_back(one);
    }
    const auto hold = [&result](Result& one) {
        one.unbeaten = one.judged.violation == 0;
        for (const Result& other : result.front)
            if (one.beaten_by < 0 && other.number != one.number && dominates(other.judged, one.judged)) {
                one.beaten_by = other.number;
                one.unbeaten = false;
            }
    };
    for (Result& one : result.front) hold(one);
    for (Result& one : result.others) hold(one);
    hold(*result.base);
}

}  // namespace

std::int64_t most_runs(const Search& search) {
    const std::int64_t packages = 1 + std::int64_t{search.population} * (search.rounds + 1);
    return packages * search.runs;
}

SearchResult search_packages(const Search& search, SearchStore& store, const SearchOptions& options,
                             const std::function<void(const SearchResult& so_far)>& round_ended) {
    SearchResult result = Course(search, store, options).go(round_ended);
    if (!result.cancelled) judge_robustness(search, result);
    return result;
}

}  // namespace algemeente
