// The store of a search: one SQLite file with the packages that were looked at and every run that has ended. All that
// is decided is decided again from the runs, so a search that was stopped anywhere goes on as if it had not been.
#pragma once

#include "experiments/sqlite.h"
#include "experiments/store_lock.h"
#include "search/search_file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace algemeente {

/// What was read from one run, in the order of Search::measures().
struct SearchRun {
    std::int64_t package = 0;  ///< below 0: -1 - position among Search::others
    int luck = 0;              ///< number of its random numbers (and so of its member)
    std::uint64_t fingerprint = 0;
    std::vector<double> values;
};

class SearchStore {
public:
    /// Opens the store of `search`, or makes it. Throws InputError when it is that of another search, of other data, or
    /// (unless `other_program`) of another build; and what SQLite and locks have to say.
    SearchStore(const std::filesystem::path& file, const Search& search, bool other_program);
    ~SearchStore();
    SearchStore(const SearchStore&) = delete;
    SearchStore& operator=(const SearchStore&) = delete;

    /// Adds package number `number`, the next one. If it is there already it must be the same; throws InputError
    /// otherwise (another program would have chosen another).
    void look_at(std::size_t number, int round, const Package& package);

    std::size_t run_count() const { return runs_.size(); }
    /// Nothing if it has not been done.
    const std::vector<double>* run(std::int64_t package, int luck) const;

    void keep(const SearchRun& run);
    /// Makes durable what was kept.
    void commit();

private:
    void create(const Search& search);
    void require_same(const Search& search, bool other_program);
    void read();
    void begin();

    std::filesystem::path file_;
    std::vector<Measure> measures_;
    StoreLock lock_;
    bool is_new_;
    SqliteConnection connection_;
    bool in_transaction_ = false;
    std::vector<std::string> packages_;
    std::map<std::pair<std::int64_t, int>, std::vector<double>> runs_;
};

}  // namespace algemeente
