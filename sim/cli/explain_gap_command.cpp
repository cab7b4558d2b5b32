// explain-gap: which characteristics of use cases explain the gap, and which factor weighs in which stage.
#include "cli/cancellation.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/output_folder.h"
#include "cli/study_options.h"
#include "cli/table.h"
#include "patterns/gap_tables.h"
#include "patterns/pattern.h"
#include "present/words/catalogue.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "statistics/bootstrap.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace algemeente::cli {

namespace {

using present::Language;
using present::Word;

/// Tables and sentences of the study in one language.
class Teller {
public:
    explicit Teller(Language language) : language_(language) {}

    void gap(const GapDecomposition& gap) const;
    void lowest_factors(const Influence& influence) const;
    void passages(const Influence& influence) const;
    void knock_downs(const Influence& influence) const;

private:
    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return present::filled(present::text(word, language_), parts...);
    }
    std::string count(int number) const { return present::count_words(static_cast<std::size_t>(number), language_); }
    std::string percent(double share) const {
        return present::number_words(share, language_, {.percent = true, .decimals = 0});
    }
    /// "38 % (35 to 41 %)"
    std::string percent_with_interval(const Estimate& share) const {
        if (std::isnan(share.low)) return percent(share.value);
        return with_interval(percent(share.value), percent(share.low), percent(share.high));
    }
    /// "1.2 (1.1 to 1.3)"
    std::string number_with_interval(const Estimate& estimate, int decimals) const {
        const auto number = [&](double value) {
            return present::number_words(value, language_, {.decimals = decimals});
        };
        if (std::isnan(estimate.low)) return number(estimate.value);
        return with_interval(number(estimate.value), number(estimate.low), number(estimate.high));
    }
    std::string with_interval(const std::string& value, const std::string& low, const std::string& high) const {
        return value + " (" + say(Word::from_to, low, high) + ")";
    }
    std::string share_of_gap(const GapDecomposition& gap, const GapShare& share) const;
    std::string intervals(int replicates) const;
    std::string lowest_factors(const Influence& influence, Stage stage, int year, Domain domain) const;

    Language language_;
};

/// "38% (35% to 41%); priors 20% to 52%"
std::string Teller::share_of_gap(const GapDecomposition& gap, const GapShare& share) const {
    if (share.standard.count == 0) return "";
    const std::string standard = percent_with_interval(share.standard);
    if (std::isnan(share.prior_p50)) return standard;
    return say(gap.are_members ? Word::x_members : Word::x_priors, standard, percent(share.prior_p05),
               percent(share.prior_p95));
}

/// What the brackets are, or why there are none.
std::string Teller::intervals(int replicates) const {
    const std::size_t fewest = fewest_for_interval(bootstrap_level);
    const std::string level = percent(bootstrap_level);
    return static_cast<std::size_t>(replicates) < fewest
               ? say(Word::x_few_runs, level, present::count_words(fewest, language_))
               : say(Word::x_brackets, level);
}

void Teller::gap(const GapDecomposition& gap) const {
    fmt::print("{}\n{}\n\n",
               say(Word::x_gap, present::month_words(month_2027_june, language_), number_with_interval(gap.use_gap, 2),
                   number_with_interval(gap.value_gap, 2)),
               say(Word::x_groups));
    Table table{{say(Word::x_group), say(Word::x_use_alone), say(Word::x_use_shapley), say(Word::x_value_alone),
                 say(Word::x_value_shapley)},
                {}};
    for (const GapRow& row : gap.rows)
        table.rows.push_back({present::name_of("group." + row.name, language_), share_of_gap(gap, row.use_alone),
                              share_of_gap(gap, row.use_shapley), share_of_gap(gap, row.value_alone),
                              share_of_gap(gap, row.value_shapley)});
    fmt::print("{}\n{} {}", render(table, TableFormat::table),
               say(Word::x_exact, count(coalition_count), count(gap.replicates)), intervals(gap.replicates));
    if (gap.priors > 0)
        fmt::print(" {}", say(gap.are_members ? Word::x_exact_members : Word::x_exact_priors, count(gap.priors),
                              count(gap.replicates_per_prior)));
    fmt::print("\n{}\n\n", say(Word::x_depends));
}

/// The factors that are lowest in at least one project of ten, the most frequent first: "data quality 31%, ..."
std::string Teller::lowest_factors(const Influence& influence, Stage stage, int year, Domain domain) const {
    constexpr double worth_telling = .1;
    std::vector<BindingShare> rows;
    for (const BindingShare& row : influence.bindings)
        if (row.stage == stage && row.first_year == year && row.domain == domain && row.share.value >= worth_telling)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end(),
              [](const BindingShare& a, const BindingShare& b) { return a.share.value > b.share.value; });
    std::string words;
    for (const BindingShare& row : rows)
        words +=
            (words.empty() ? "" : ", ") + present::factor_name(row.factor, language_) + " " + percent(row.share.value);
    return words;
}

void Teller::lowest_factors(const Influence& influence) const {
    Table table{{say(Word::x_stage), say(Word::x_years), say(Word::x_lowest_social), say(Word::x_lowest_physical)}, {}};
    for (const Stage stage : {Stage::development, Stage::pilot, Stage::implementation})
        for (const int year : {2015, 2020, 2025})
            table.rows.push_back({present::stage_name(stage, language_), fmt::format("{}-{}", year, year + 4),
                                  lowest_factors(influence, stage, year, Domain::social),
                                  lowest_factors(influence, stage, year, Domain::physical)});
    fmt::print("{}\n", render(table, TableFormat::table));
}

void Teller::passages(const Influence& influence) const {
    Table table{{say(Word::x_stage), say(Word::x_domain), say(Word::x_passes), say(Word::x_months)}, {}};
    for (const StagePassage& row : influence.passages)
        table.rows.push_back({present::stage_name(row.stage, language_),
                              std::string(present::domain_short(row.domain, language_)),
                              percent_with_interval(row.share), number_with_interval(row.months, 1)});
    fmt::print("{}\n", render(table, TableFormat::table));
}

void Teller::knock_downs(const Influence& influence) const {
    Table table{{say(Word::x_half), say(Word::x_domain), say(Word::x_value)}, {}};
    for (const Stage stage : {Stage::idea, Stage::development, Stage::pilot, Stage::implementation})
        table.columns.push_back(present::stage_name(stage, language_));
    table.columns.push_back(say(Word::x_hits_most));
    for (const KnockDown& row : influence.knock_downs) {
        std::vector<Cell> cells = {present::factor_name(row.factor, language_),
                                   std::string(present::domain_short(row.domain, language_)),
                                   percent_with_interval(row.value)};
        for (const KnockDown::AtStage& stage : row.stages) cells.push_back(percent(stage.share.value));
        cells.push_back(present::stage_name(row.hardest_hit(), language_));
        table.rows.push_back(std::move(cells));
    }
    fmt::print("{}\n{}\n", render(table, TableFormat::table), say(Word::x_knock_down_note));
}

}  // namespace

int perform_explain_gap(const Invocation& invocation) {
    StudyOptions options;
    options.replicates = 32;
    CLI::App app(
        "Explains the gap between the domains: groups of attributes of the use cases are equalised, one at a time and\n"
        "in all coalitions; and which factor weighs in which stage. --priors draws the use-case table only; --members "
        "takes\n"
        "sets of all assumptions, each with four replicates. Factors and stages are told at the standard values.");
    add_study_options(app, options, "folder for gap.csv, stages.csv, passages.csv and knock_down.csv");
    add_priors_option(app, options);
    add_members_option(app, options);
    if (!parse(app, invocation)) return exit_done;
    if (options.priors > 0 && options.members)
        throw InputError("--members: is another set of assumptions than --priors draws; give one of the two");
    std::optional<OutputFolder> folder;
    if (!options.out.empty()) {
        folder.emplace(options.out);
        check_place(options.out / "explain_gap.json", options.earlier);
    }

    Progress progress(options.quiet ? ProgressMode::never : options.progress, {.language = options.language});
    const Scenario base = base_scenario(options);
    GapOptions gap_options;
    gap_options.replicates = options.replicates;
    gap_options.priors = options.priors;
    gap_options.members = options.members;
    gap_options.runs = runs_of(options, progress, cancel_on_signals());
    const Stopwatch watch;
    const GapDecomposition gap = explain_gap(base, gap_options);
    const Influence influence =
        gap.cancelled ? Influence{} : influence_of_factors(base, options.replicates, gap_options.runs);
    progress.finish();
    if (gap.cancelled || influence.cancelled) {
        if (!options.quiet) tell("{}\n", present::text(Word::t_cancelled_nothing, options.language));
        return exit_cancelled;
    }
    if (folder) {
        write_gap(gap, options.out);
        write_influence(influence, options.out);
        write_study_record(record_of(options, base, invocation, watch.seconds()), options.out / "explain_gap.json");
    }
    if (!options.quiet) {
        const Teller tell(options.language);
        tell.gap(gap);
        tell.lowest_factors(influence);
        tell.passages(influence);
        tell.knock_downs(influence);
    }
    return exit_done;
}

}  // namespace algemeente::cli
