#include "patterns/gap_tables.h"

#include "output/result_file.h"

#include <cmath>

namespace algemeente {

namespace {

void append(std::vector<Cell>& row, const Estimate& estimate) {
    row.insert(row.end(), {estimate.value, estimate.low, estimate.high});
}

void add_share(Table& table, const std::string& group, const char* of, const char* how, const GapShare& share) {
    if (share.standard.count == 0) return;
    std::vector<Cell> row = {group, of, how};
    append(row, share.standard);
    row.insert(row.end(), {share.prior_p05, share.prior_p50, share.prior_p95});
    table.rows.push_back(std::move(row));
}

}  // namespace

Table gap_table(const GapDecomposition& gap) {
    Table table{{"group", "of", "how", "share", "low", "high"}, {}};
    for (const char* share : {"_p05", "_p50", "_p95"})
        table.columns.push_back((gap.are_members ? "members" : "priors") + std::string(share));
    const double none = std::nan("");
    constexpr const char* whole = "ln(physical / social)";
    add_share(table, "", "use", whole, {gap.use_gap, none, none, none});
    add_share(table, "", "value", whole, {gap.value_gap, none, none, none});
    for (const GapRow& row : gap.rows) {
        add_share(table, row.name, "use", "alone", row.use_alone);
        add_share(table, row.name, "use", "shapley", row.use_shapley);
        add_share(table, row.name, "value", "alone", row.value_alone);
        add_share(table, row.name, "value", "shapley", row.value_shapley);
    }
    return table;
}

Table stages_table(const Influence& influence) {
    Table table{{"domain", "stage", "first_year", "last_year", "factor", "share", "low", "high"}, {}};
    for (const BindingShare& row : influence.bindings)
        table.rows.push_back({std::string(domain_word(row.domain)), std::string(stage_word(row.stage)),
                              static_cast<double>(row.first_year), static_cast<double>(row.last_year),
                              std::string(factor_word(row.factor)), row.share.value, row.share.low, row.share.high});
    return table;
}

Table passages_table(const Influence& influence) {
    Table table{{"domain", "stage", "share_that_passes", "low", "high", "months", "months_low", "months_high"}, {}};
    for (const StagePassage& row : influence.passages) {
        std::vector<Cell> cells = {std::string(domain_word(row.domain)), std::string(stage_word(row.stage))};
        append(cells, row.share);
        append(cells, row.months);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table knock_down_table(const Influence& influence) {
    Table table{{"factor", "domain", "of", "stage", "change", "low", "high"}, {}};
    for (const KnockDown& row : influence.knock_downs) {
        const auto add = [&](const char* of, std::string_view stage, const Estimate& change) {
            std::vector<Cell> cells = {std::string(factor_word(row.factor)), std::string(domain_word(row.domain)), of,
                                       std::string(stage)};
            append(cells, change);
            table.rows.push_back(std::move(cells));
        };
        add("value", "", row.value);
        for (std::size_t stage = 0; stage < passage_count; ++stage) {
            add("share that passes", stage_word(static_cast<Stage>(stage)), row.stages[stage].share);
            add("months in the stage", stage_word(static_cast<Stage>(stage)), row.stages[stage].months);
        }
    }
    return table;
}

void write_gap(const GapDecomposition& gap, const std::filesystem::path& folder) {
    write_file(folder / "gap.csv", table_as_csv(gap_table(gap), CsvDigits::seven));
}

void write_influence(const Influence& influence, const std::filesystem::path& folder) {
    write_file(folder / "stages.csv", table_as_csv(stages_table(influence), CsvDigits::seven));
    write_file(folder / "passages.csv", table_as_csv(passages_table(influence), CsvDigits::seven));
    write_file(folder / "knock_down.csv", table_as_csv(knock_down_table(influence), CsvDigits::seven));
}

}  // namespace algemeente
