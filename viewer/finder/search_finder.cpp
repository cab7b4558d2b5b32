#include "viewer/finder/search_finder.h"

#include "front/levers_to_choose.h"
#include "search/room_search.h"
#include "search/search.h"
#include "search/write_search.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace algemeente::viewer {

namespace {

using Path = std::filesystem::path;

/// Where a search keeps its runs while it goes on: empty, and gone afterwards.
class OwnFolder {
public:
    OwnFolder() {
        static std::atomic<int> made{0};
        path_ = std::filesystem::temp_directory_path() /
                ("algemeente-search-" + std::to_string(getpid()) + "-" + std::to_string(++made));
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~OwnFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;

    const Path& path() const { return path_; }

private:
    Path path_;
};

/// Without packages that kept within the limits in the runs that found them and do not in fresh ones: a room that has
/// set limits is shown none that breaks them. Nothing if none is left.
std::shared_ptr<const KeptFront> within_limits(KeptFront front) {
    const std::string base = front.packages[front.base].name;
    const auto is_package = [](const KeptPackage& one) { return one.kind == KeptPackage::Kind::package; };
    std::erase_if(front.packages, [&](const KeptPackage& one) { return is_package(one) && !one.within_limits; });
    if (std::none_of(front.packages.begin(), front.packages.end(), is_package)) return nullptr;
    const auto found = std::find_if(front.packages.begin(), front.packages.end(),
                                    [&](const KeptPackage& one) { return one.name == base; });
    front.base = static_cast<std::size_t>(found - front.packages.begin());
    return std::make_shared<const KeptFront>(std::move(front));
}

class SearchFinder : public PackageFinder {
public:
    explicit SearchFinder(std::function<void()> news) : news_(std::move(news)) {}
    ~SearchFinder() override { give_up(); }

    void find(PackageWish wish) override {
        give_up();
        change([](Finding& finding) { finding = {.stage = Finding::Stage::searching}; });
        cancelled_ = false;
        worker_ = std::thread([this, wished = std::move(wish)] { search(wished); });
    }
    /// At once; the run that is going on ends by itself.
    void stop() override {
        cancelled_ = true;
        change([](Finding& finding) {
            if (finding.stage == Finding::Stage::searching) finding = {};
        });
    }
    Finding finding() const override {
        const std::lock_guard lock(mutex_);
        return finding_;
    }

private:
    void give_up() {
        cancelled_ = true;
        if (worker_.joinable()) worker_.join();
    }

    template <typename Change>
    void change(const Change& how) {
        {
            const std::lock_guard lock(mutex_);
            how(finding_);
        }
        if (news_) news_();
    }

    /// Of the search that goes on; what has been stopped tells nothing more.
    template <typename Change>
    void tell(const Change& how) {
        change([&](Finding& finding) {
            if (!cancelled_) how(finding);
        });
    }

    /// Whatever goes wrong is told in the window: an exception that leaves a thread would end the program.
    void search(const PackageWish& wish) {
        try {
            find_front(wish);
        } catch (const std::exception& problem) {
            tell([&](Finding& finding) { finding = {.stage = Finding::Stage::failed, .problem = problem.what()}; });
        }
    }

    void find_front(const PackageWish& wish) {
        const Search wanted = room_search(read_search(shipped_search()), wish.scenario, wish.limits);
        const OwnFolder folder;
        SearchStore store(folder.path() / "search.sqlite", wanted, false);
        const SearchResult result = search_packages(wanted, store, options(), [this](const SearchResult& so_far) {
            tell([&](Finding& finding) {
                finding.rounds = so_far.rounds.size() - 1;
                finding.looked_at = so_far.rounds.back().looked_at;
                finding.unbeaten = so_far.rounds.back().front;
            });
        });
        if (result.cancelled) return;
        if (result.front.empty()) {
            tell([](Finding& finding) { finding.stage = Finding::Stage::nothing; });
            return;
        }
        write_search(wanted, result, folder.path());
        write_study_record(search_record(wanted), folder.path() / "search.json");
        const auto front = within_limits(*read_kept_front(folder.path()));
        tell([&](Finding& finding) {
            finding.stage = front ? Finding::Stage::found : Finding::Stage::nothing;
            finding.found = front;
        });
    }

    /// One processor is left to the window, and no run alone is news.
    SearchOptions options() {
        SearchOptions options;
        options.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
        options.cancel = &cancelled_;
        options.progress = [this, told = std::int64_t{0}](std::int64_t done, std::int64_t all) mutable {
            const std::int64_t percent = all > 0 ? done * 100 / all : 0;
            if (std::exchange(told, percent) == percent) return;
            tell([&](Finding& finding) { finding.share = static_cast<double>(percent) / 100; });
        };
        return options;
    }

    const std::function<void()> news_;
    mutable std::mutex mutex_;
    Finding finding_;
    std::atomic<bool> cancelled_{false};
    std::thread worker_;
};

}  // namespace

std::unique_ptr<PackageFinder> open_search_finder(std::function<void()> news) {
    return std::make_unique<SearchFinder>(std::move(news));
}

}  // namespace algemeente::viewer
