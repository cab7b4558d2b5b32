#include "search/search_store.h"

#include "output/made_with.h"
#include "output/manifest.h"
#include "text/error.h"

#include <fmt/format.h>

#include <stdexcept>

namespace algemeente {

namespace {

constexpr int layout = 1;

std::string program_line(const Search& search) {
    return made_with_line(made_with_now({search.base}));
}

std::string columns_of(const std::vector<Measure>& measures, std::string_view behind) {
    std::string columns;
    for (const Measure& measure : measures) columns += fmt::format(", {}{}", sql_name(measure_name(measure)), behind);
    return columns;
}

}  // namespace

SearchStore::SearchStore(const std::filesystem::path& file, const Search& search, bool other_program)
    : file_(file),
      measures_(search.measures()),
      lock_(file),
      is_new_(!std::filesystem::exists(file) || std::filesystem::file_size(file) == 0),
      connection_(file, is_new_ ? SqliteConnection::Mode::create : SqliteConnection::Mode::write) {
    if (is_new_)
        create(search);
    else
        require_same(search, other_program);
    connection_.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    read();
}

SearchStore::~SearchStore() {
    try {
        if (in_transaction_) connection_.execute("COMMIT");   // what has ended is kept
        connection_.execute("PRAGMA journal_mode = DELETE");  // one plain file again
    } catch (const std::runtime_error&) {                     // NOLINT: the next start plays the log back
    }
}

/// In one transaction, so that a store is a store or nothing.
void SearchStore::create(const Search& search) {
    connection_.execute("BEGIN IMMEDIATE");
    connection_.execute(
        "CREATE TABLE search (layout INTEGER NOT NULL, title TEXT NOT NULL, identity TEXT NOT NULL, made_with TEXT "
        "NOT NULL)");
    connection_.execute(
        "CREATE TABLE packages (package INTEGER PRIMARY KEY, round INTEGER NOT NULL, choices TEXT NOT NULL)");
    connection_.execute(
        fmt::format("CREATE TABLE runs (package INTEGER NOT NULL, luck INTEGER NOT NULL, fingerprint TEXT "
                    "NOT NULL{}, PRIMARY KEY (package, luck)) WITHOUT ROWID",
                    columns_of(measures_, " REAL")));
    SqliteStatement row(connection_, "INSERT INTO search VALUES (?, ?, ?, ?)");
    row.bind(layout).bind(search.title).bind(search_identity(search)).bind(program_line(search));
    row.run();
    connection_.execute("COMMIT");
}

void SearchStore::require_same(const Search& search, bool other_program) {
    SqliteStatement table(connection_, "SELECT count(*) FROM sqlite_master WHERE name = 'search'");
    if (!table.step() || table.whole(0) == 0)
        throw InputError(fmt::format("{}: is a database, but not the store of a search", file_.string()));
    SqliteStatement row(connection_, "SELECT layout, title, identity, made_with FROM search");
    if (!row.step()) throw InputError(fmt::format("{}: holds no search", file_.string()));
    if (row.whole(0) != layout)
        throw InputError(fmt::format("{}: has layout {}, this version reads {}", file_.string(), row.whole(0), layout));
    if (row.text(2) != search_identity(search))
        throw InputError(fmt::format(
            "{}: is the store of another search ('{}'), or this one, its scenario or its members have changed since; "
            "name another file with --store",
            file_.string(), row.text(1)));
    if (row.text(3) != program_line(search) && !other_program)
        throw InputError(
            fmt::format("{}: was begun by another build of this program, or on other data; finish it with those, begin "
                        "a new store, or allow it with --allow-other-program\n  then: {}\n  now:  {}",
                        file_.string(), row.text(3), program_line(search)));
}

void SearchStore::read() {
    SqliteStatement packages(connection_, "SELECT choices FROM packages ORDER BY package");
    while (packages.step()) packages_.push_back(packages.text(0));
    SqliteStatement runs(connection_, fmt::format("SELECT package, luck{} FROM runs", columns_of(measures_, "")));
    while (runs.step()) {
        std::vector<double>& values = runs_[{runs.whole(0), static_cast<int>(runs.whole(1))}];
        for (std::size_t i = 0; i < measures_.size(); ++i) values.push_back(runs.number(static_cast<int>(i) + 2));
    }
}

void SearchStore::begin() {
    if (in_transaction_) return;
    connection_.execute("BEGIN IMMEDIATE");
    in_transaction_ = true;
}

void SearchStore::look_at(std::size_t number, int round, const Package& package) {
    const std::string choices = package_text(package);
    if (number < packages_.size()) {
        if (packages_[number] == choices) return;
        throw InputError(fmt::format(
            "{}: this program would have chosen another package {} than the one that made the store; finish it with "
            "that program, or begin a new store",
            file_.string(), number));
    }
    begin();
    SqliteStatement row(connection_, "INSERT INTO packages VALUES (?, ?, ?)");
    row.bind(static_cast<std::int64_t>(number)).bind(std::int64_t{round}).bind(choices);
    row.run();
    packages_.push_back(choices);
}

const std::vector<double>* SearchStore::run(std::int64_t package, int luck) const {
    const auto found = runs_.find({package, luck});
    return found == runs_.end() ? nullptr : &found->second;
}

void SearchStore::keep(const SearchRun& run) {
    begin();
    std::string places;
    for (std::size_t i = 0; i < measures_.size(); ++i) places += ", ?";
    SqliteStatement row(connection_, fmt::format("INSERT INTO runs (package, luck, fingerprint{}) VALUES (?, ?, ?{})",
                                                 columns_of(measures_, ""), places));
    row.bind(run.package).bind(std::int64_t{run.luck}).bind(fingerprint_text(run.fingerprint));
    for (const double value : run.values) row.bind_number(value);
    row.run();
    runs_[{run.package, run.luck}] = run.values;
}

void SearchStore::commit() {
    if (!in_transaction_) return;
    connection_.execute("COMMIT");
    in_transaction_ = false;
}

}  // namespace algemeente
