// explain-gap: which characteristics of use cases explain the gap, and which factor weighs in which stage.
#include "cli/cancellation.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output_folder.h"
#include "cli/study_options.h"
#include "cli/table.h"
#include "patterns/gap_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace algemeente::cli {

namespace {

std::string percent(double share) {
    return fmt::format("{:.0f}", std::round(100 * share) + 0.0);  // no minus zero
}

/// "38 (35 to 41); priors 20 to 52"
std::string in_words(const GapShare& share) {
    if (share.standard.count == 0) return "";
    std::string words = fmt::format("{} ({} to {})", percent(share.standard.value), percent(share.standard.low),
                                    percent(share.standard.high));
    if (!std::isnan(share.prior_p50))
        words += fmt::format("; priors {} to {}", percent(share.prior_p05), percent(share.prior_p95));
    return words;
}

void print_gap(const GapDecomposition& gap) {
    fmt::print("gap ln(physical / social), June 2027: use {:.2f} ({:.2f} to {:.2f}), value {:.2f} ({:.2f} to {:.2f})\n",
               gap.use_gap.value, gap.use_gap.low, gap.use_gap.high, gap.value_gap.value, gap.value_gap.low,
               gap.value_gap.high);
    fmt::print("percent of the gap that disappears when a group of attributes is equalised, and Shapley share:\n\n");
    Table table{{"group", "use, alone", "use, Shapley", "value, alone", "value, Shapley"}, {}};
    for (const GapRow& row : gap.rows)
        table.rows.push_back({row.name, in_words(row.use_alone), in_words(row.use_shapley), in_words(row.value_alone),
                              in_words(row.value_shapley)});
    fmt::print("{}", render(table, TableFormat::table));
    fmt::print("\nExact over {} coalitions; in brackets 95 % over {} replicates", coalition_count, gap.replicates);
    if (gap.priors > 0)
        fmt::print(", priors: 90 % over {} draws of the use-case table ({} replicates each)", gap.priors,
                   gap.replicates_per_prior);
    fmt::print(".\nThe answer depends on the assumed attributes of the use cases.\n\n");
}

void print_influence(const Influence& influence) {
    constexpr double worth_telling = .1;
    Table stages{{"stage", "years", "social: lowest factor", "physical: lowest factor"}, {}};
    const auto lowest = [&](Stage stage, int year, Domain domain) {
        std::vector<BindingShare> rows;
        for (const BindingShare& row : influence.bindings)
            if (row.stage == stage && row.first_year == year && row.domain == domain &&
                row.share.value >= worth_telling)
                rows.push_back(row);
        std::sort(rows.begin(), rows.end(),
                  [](const BindingShare& a, const BindingShare& b) { return a.share.value > b.share.value; });
        std::string words;
        for (const BindingShare& row : rows)
            words +=
                fmt::format("{}{} {}%", words.empty() ? "" : ", ", factor_word(row.factor), percent(row.share.value));
        return words;
    };
    for (const Stage stage : {Stage::development, Stage::pilot, Stage::implementation})
        for (const int year : {2015, 2020, 2025})
            stages.rows.push_back({std::string(stage_word(stage)), fmt::format("{}-{}", year, year + 4),
                                   lowest(stage, year, Domain::social), lowest(stage, year, Domain::physical)});
    fmt::print("{}\n", render(stages, TableFormat::table));
}

/// "-12 % (-14 to -10)"
std::string change_in_words(const Estimate& change) {
    return fmt::format("{} % ({} to {})", percent(change.value), percent(change.low), percent(change.high));
}

void print_passages(const Influence& influence) {
    Table table{{"stage", "domain", "share that passes", "months of those that pass"}, {}};
    for (const StagePassage& row : influence.passages)
        table.rows.push_back(
            {std::string(stage_word(row.stage)), std::string(domain_word(row.domain)),
             fmt::format("{} % ({} to {})", percent(row.share.value), percent(row.share.low), percent(row.share.high)),
             fmt::format("{:.1f} ({:.1f} to {:.1f})", row.months.value, row.months.low, row.months.high)});
    fmt::print("{}\n", render(table, TableFormat::table));
}

void print_knock_downs(const Influence& influence) {
    Table table{{"half the factor", "domain", "value", "idea", "development", "pilot", "implementation", "hits most"},
                {}};
    for (const KnockDown& row : influence.knock_downs) {
        std::vector<Cell> cells = {std::string(factor_word(row.factor)), std::string(domain_word(row.domain)),
                                   change_in_words(row.value)};
        for (const KnockDown::AtStage& stage : row.stages) cells.push_back(percent(stage.share.value) + " %");
        cells.emplace_back(std::string(stage_word(row.hardest_hit())));
        table.rows.push_back(std::move(cells));
    }
    fmt::print("{}", render(table, TableFormat::table));
    fmt::print(
        "\nChange of value (95 % interval), and of the share of projects that pass each stage, of those that enter it\n"
        "three years or more before the end. A factor is halved in all stages at once; knock_down.csv has intervals\n"
        "and the months that a stage takes.\n");
}

}  // namespace

int perform_explain_gap(const Invocation& invocation) {
    StudyOptions options;
    options.replicates = 32;
    CLI::App app(
        "Explains the gap between the domains: groups of attributes of the use cases are equalised, one at a time and\n"
        "in all coalitions; and which factor weighs in which stage. --priors draws the use-case table only.");
    add_study_options(app, options, "folder for gap.csv, stages.csv, passages.csv and knock_down.csv");
    if (!parse(app, invocation)) return exit_done;
    std::optional<OutputFolder> folder;
    if (!options.out.empty()) folder.emplace(options.out);

    Progress progress(options.quiet ? ProgressMode::never : options.progress);
    const Scenario base = base_scenario(options);
    GapOptions gap_options;
    gap_options.replicates = options.replicates;
    gap_options.priors = options.priors;
    gap_options.runs = runs_of(options, progress, cancel_on_signals());
    const Stopwatch watch;
    const GapDecomposition gap = explain_gap(base, gap_options);
    const Influence influence =
        gap.cancelled ? Influence{} : influence_of_factors(base, options.replicates, gap_options.runs);
    progress.finish();
    if (gap.cancelled || influence.cancelled) {
        if (!options.quiet) fmt::print(stderr, "cancelled; nothing was written\n");
        return exit_cancelled;
    }
    if (folder) {
        write_gap(gap, options.out);
        write_influence(influence, options.out);
        write_study_record(record_of(options, base, invocation, watch.seconds()), options.out / "explain_gap.json");
    }
    if (!options.quiet) {
        print_gap(gap);
        print_influence(influence);
        print_passages(influence);
        print_knock_downs(influence);
    }
    return exit_done;
}

}  // namespace algemeente::cli
