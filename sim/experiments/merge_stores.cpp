#include "experiments/merge_stores.h"

#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

std::string sql_text(const std::string& text) {
    std::string quoted = "'";
    for (const char letter : text) quoted += letter == '\'' ? std::string("''") : std::string(1, letter);
    return quoted + "'";
}

/// A part that is named twice adds nothing, and most likely stands where another one was meant.
void require_once(const Path& part, const std::vector<Path>& parts) {
    const auto is_it = [&](const Path& other) { return real_name(other) == real_name(part); };
    if (std::count_if(parts.begin(), parts.end(), is_it) > 1)
        throw InputError(fmt::format("{}: is named twice; name each part of the sweep once", part.string()));
}

void require_same_origin(Store& first, Store& other) {
    const std::string files = fmt::format("{} and {}", first.file().string(), other.file().string());
    if (experiment_identity(first.experiment()) != experiment_identity(other.experiment()))
        throw InputError(
            fmt::format("{}: are stores of different experiments ('{}' and '{}', or one that changed); "
                        "merge parts of one sweep",
                        files, first.experiment().title, other.experiment().title));
    const std::optional<MadeWith> one = first.made_with();
    const std::optional<MadeWith> another = other.made_with();
    if (one == another) return;
    if (!one || !another)
        throw InputError(fmt::format("{}: one of them does not say what it was made with; run its sweep again", files));
    const std::string data = changes_of_data(one->data, another->data);
    const std::string program = changes_of_program(one->program, another->program);
    throw InputError(fmt::format("{}: were made with different {}: {}; make both parts with the same", files,
                                 data.empty() ? "builds of the program" : "data", data.empty() ? program : data));
}

/// Copies what `part` has, into an open transaction.
std::int64_t copy_runs(SqliteConnection& connection, const Path& part, bool has_series) {
    SqliteStatement clash(connection,
                          "SELECT run FROM main.runs JOIN part.runs AS others USING (run) WHERE main.runs.status = "
                          "'done' AND others.status = 'done' AND main.runs.fingerprint <> others.fingerprint LIMIT 1");
    if (clash.step())
        throw InputError(
            fmt::format("{}: run {} has another result here than in a store named before it; one of them "
                        "was changed, or is damaged",
                        part.string(), clash.whole(0)));
    SqliteStatement before(connection, "SELECT count(*) FROM main.runs");
    before.step();
    // a run that was done somewhere counts, whatever became of it elsewhere
    connection.execute(
        "DELETE FROM main.runs WHERE status <> 'done' AND run IN (SELECT run FROM part.runs WHERE status = 'done');"
        "INSERT OR IGNORE INTO main.runs SELECT * FROM part.runs ORDER BY run;"
        "INSERT OR IGNORE INTO main.outcomes SELECT * FROM part.outcomes ORDER BY run");
    if (has_series)
        connection.execute("INSERT OR IGNORE INTO main.series SELECT * FROM part.series ORDER BY run, month");
    SqliteStatement after(connection, "SELECT count(*) FROM main.runs");
    after.step();
    return after.whole(0) - before.whole(0);
}

}  // namespace

Merged merge_stores(const std::vector<Path>& parts, const Path& file) {
    std::vector<std::unique_ptr<Store>> stores;
    for (const Path& part : parts) {
        require_once(part, parts);
        stores.push_back(std::make_unique<Store>(part, Store::Access::read));
        require_same_origin(*stores.front(), *stores.back());
    }
    StoreLock lock(file);
    if (std::filesystem::exists(file))
        throw InputError(fmt::format("{}: is there already; name a new file with --store", file.string()));
    Store& first = *stores.front();
    Store::create(file, first.experiment(), lock, {}, first.made_with());
    Store merged(file, std::move(lock));
    Merged result;
    for (const Path& part : parts) {
        SqliteConnection& connection = merged.connection();
        connection.execute(fmt::format("ATTACH DATABASE {} AS part", sql_text(real_name(part).string())));
        connection.execute("BEGIN");
        result.copied += copy_runs(connection, part, first.experiment().series);
        connection.execute("COMMIT");
        connection.execute("DETACH DATABASE part");
    }
    result.counts = merged.counts();
    return result;
}

}  // namespace algemeente
