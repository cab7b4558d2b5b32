// The draws of pattern-oriented acceptance, what they keep and what they constrain, as CSV.
#include "output/result_file.h"
#include "patterns/acceptance.h"
#include "text/table.h"

#include <fmt/format.h>

#include <cmath>

namespace algemeente {

namespace {

std::filesystem::path beside(const std::filesystem::path& file, std::string_view ending) {
    return file.parent_path() / fmt::format("{}-{}.csv", file.stem().string(), ending);
}

void add_constraints(Table& table, const std::string& of, std::size_t draws,
                     const std::vector<Constraint>& constraints) {
    constexpr std::size_t always = 10;  // so that a reader sees how far chance alone goes
    std::size_t written = 0;
    for (const Constraint& constraint : constraints) {
        if (constraint.false_finds > found_rate && written >= always) break;
        table.rows.push_back({of, static_cast<double>(draws), constraint.name, constraint.distance,
                              constraint.mean_place, constraint.chance, constraint.false_finds});
        ++written;
    }
}

std::size_t count_of(const std::vector<bool>& chosen) {
    std::size_t count = 0;
    for (const bool one : chosen) count += one ? 1 : 0;
    return count;
}

Table draws_table(const Acceptance& acceptance) {
    Table table{{"draw", "survives"}, {}};
    for (const Pattern& pattern : acceptance.patterns) table.columns.push_back(pattern.id);
    for (const Pattern& pattern : acceptance.patterns)
        for (std::size_t k = 0; k < pattern.checks.size(); ++k)
            for (const char* of : {"", ".low", ".high"})
                table.columns.push_back(fmt::format("{}.{}{}", pattern.id, k + 1, of));
    for (const PriorDimension& dimension : acceptance.dimensions) table.columns.push_back(dimension.name);
    for (std::size_t i = 0; i < acceptance.draws.size(); ++i) {
        const AcceptanceDraw& draw = acceptance.draws[i];
        std::vector<Cell> row = {static_cast<double>(i + 1), acceptance.survives(draw) ? 1.0 : 0.0};
        for (const bool kept : draw.kept) row.emplace_back(kept ? 1.0 : 0.0);
        for (const std::vector<Estimate>& estimates : draw.estimates)
            for (const Estimate& estimate : estimates)
                row.insert(row.end(), {estimate.value, estimate.low, estimate.high});
        for (const double value : draw.values) row.emplace_back(value);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table kept_table(const Acceptance& acceptance) {
    Table table{{"pattern", "class", "must", "sentence", "kept", "kept_low", "kept_high", "contradicted",
                 "contradicted_low", "contradicted_high"},
                {}};
    const auto row = [&](std::string_view id, std::string_view word, bool must, const std::string& sentence,
                         const Estimate& share, const Estimate& against) {
        table.rows.push_back({std::string(id), std::string(word), must ? 1.0 : 0.0, sentence, share.value, share.low,
                              share.high, against.value, against.low, against.high});
    };
    const std::size_t draws = acceptance.draws.size();
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const Pattern& pattern = acceptance.patterns[i];
        row(pattern.id, class_word(pattern.pattern_class), is_must(pattern), pattern.sentence,
            acceptance.share_keeping(i), acceptance.share_contradicting(i));
    }
    const double none = std::nan("");
    row("all", "", false, "every pattern is kept", acceptance.share_keeping_all(), {none, none, none});
    row("survives", "", false, "every must, and four of five of the others",
        wilson_interval(acceptance.survivors(), draws), wilson_interval(draws - acceptance.not_contradicted(), draws));
    return table;
}

Table constraints_table(const Acceptance& acceptance) {
    Table table{{"draws_that", "draws", "assumption", "distance", "mean_place", "chance", "false_finds"}, {}};
    const std::vector<bool> surviving = surviving_draws(acceptance);
    add_constraints(table, "survive", count_of(surviving), constraints_of(acceptance, surviving));
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const std::vector<bool> keeping = draws_keeping(acceptance, i);
        add_constraints(table, "keep " + acceptance.patterns[i].id, count_of(keeping),
                        constraints_of(acceptance, keeping));
    }
    return table;
}

}  // namespace

void write_acceptance_csv(const Acceptance& acceptance, const std::filesystem::path& file) {
    write_file(file, table_as_csv(draws_table(acceptance), CsvDigits::seven));
}

void write_acceptance_tables(const Acceptance& acceptance, const std::filesystem::path& file) {
    write_file(beside(file, "kept"), table_as_csv(kept_table(acceptance), CsvDigits::seven));
    write_file(beside(file, "constraints"), table_as_csv(constraints_table(acceptance), CsvDigits::seven));
}

}  // namespace algemeente
