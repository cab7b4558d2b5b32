// algemeente analyse KIND STORE: what a finished sweep says, as a table on stdout and as files and a page in a folder.
#include "analysis/findings.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/missing_options.h"
#include "cli/output_folder.h"
#include "cli/result_folder.h"
#include "cli/sweep_numbers.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "experiments/missing_runs.h"
#include "output/result_file.h"
#include "present/words/names.h"
#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <utility>

namespace algemeente::cli {

namespace {

using analysis::Condition;
using analysis::Finding;
using analysis::Sweep;

constexpr std::string_view format_words[] = {"table", "csv", "json"};
constexpr std::string_view better_words[] = {"higher", "lower"};

struct Options {
    std::string kind;
    std::string store;
    std::vector<std::string> outcomes;
    std::string scenario;
    std::string out;
    Earlier earlier = Earlier::refuse;  ///< analysis of the same kind in `out`
    std::size_t format = 0;
    BootstrapSettings bootstrap;
    std::optional<std::size_t> better;  ///< of better_words; otherwise as the outcome's name suggests
    std::vector<std::string> thresholds;
    std::string fails;
    std::string holds;
    int box = -1;
    analysis::PrimSettings prim;
    int halves = 20;
    present::Language language = present::language_of_locale();
    MissingOptions missing;
};

struct Kind {
    std::string_view name;
    std::string_view meaning;
    present::Word method;
    std::vector<Finding> (*analyse)(const Sweep&, const Options&);
};

std::vector<std::size_t> chosen_outcomes(const Sweep& sweep, const Options& options) {
    std::vector<std::size_t> chosen;
    for (const std::string& name : options.outcomes) chosen.push_back(analysis::outcome_position(sweep, name));
    for (std::size_t i = 0; options.outcomes.empty() && i < sweep.outcomes.size(); ++i) chosen.push_back(i);
    return chosen;
}

/// The scenarios asked for, one sweep each.
std::vector<Sweep> chosen_scenarios(const Sweep& sweep, const Options& options) {
    std::vector<Sweep> parts;
    for (std::size_t i = 0; i < sweep.scenarios.size(); ++i)
        if (options.scenario.empty() || sweep.scenarios[i] == options.scenario ||
            (i < sweep.scenario_names.size() && sweep.scenario_names[i] == options.scenario))
            parts.push_back(analysis::of_scenario(sweep, i));
    if (!parts.empty()) return parts;
    std::vector<std::string_view> names(sweep.scenarios.begin(), sweep.scenarios.end());
    names.insert(names.end(), sweep.scenario_names.begin(), sweep.scenario_names.end());
    std::string suggestion = did_you_mean(options.scenario, names);
    if (suggestion.empty())
        suggestion =
            "; it holds " +
            fmt::format("{}", fmt::join(sweep.scenario_names.empty() ? sweep.scenarios : sweep.scenario_names, ", "));
    throw InputError(fmt::format("--scenario: '{}' is not in the store{}", options.scenario, suggestion));
}

Finding of_outcome(const Sweep& sweep, std::size_t outcome, Finding finding) {
    finding.outcome = sweep.outcomes[outcome];
    return finding;
}

using OutcomeAnalysis = Finding (*)(const Sweep&, std::size_t, const BootstrapSettings&);

template <OutcomeAnalysis one>
std::vector<Finding> for_each_outcome(const Sweep& sweep, const Options& options) {
    std::vector<Finding> findings;
    for (const Sweep& part : chosen_scenarios(sweep, options))
        for (const std::size_t outcome : chosen_outcomes(part, options))
            findings.push_back(of_outcome(part, outcome, one(part, outcome, options.bootstrap)));
    return findings;
}

/// Of all scenarios together, because they may be policies; or of the one asked for.
std::vector<Finding> analyse_robustness(const Sweep& whole, const Options& options) {
    const Sweep sweep = options.scenario.empty() ? whole : chosen_scenarios(whole, options).front();
    std::vector<Condition> thresholds;
    for (const std::string& text : options.thresholds)
        for (Condition& one : analysis::single_conditions(analysis::read_condition(sweep, text)))
            thresholds.push_back(std::move(one));
    std::vector<Finding> findings;
    for (const std::size_t outcome : chosen_outcomes(sweep, options)) {
        const auto better = options.better ? static_cast<analysis::Better>(*options.better)
                                           : analysis::usually_better(sweep.outcomes[outcome]);
        findings.push_back(
            of_outcome(sweep, outcome, analysis::robustness_finding(sweep, outcome, better, thresholds)));
    }
    return findings;
}

std::vector<Finding> analyse_prim(const Sweep& sweep, const Options& options) {
    const std::vector<Sweep> parts = chosen_scenarios(sweep, options);
    if (options.fails.empty() == options.holds.empty()) {
        const std::optional<std::size_t> moving = analysis::most_moving_outcome(parts);
        throw InputError("prim: needs either --fails or --holds with a condition" +
                         (moving ? fmt::format(", for example --fails '{} < p25'", sweep.outcomes[*moving])
                                 : "; but no outcome of this sweep moves, so there is nothing to look for"));
    }
    std::vector<Finding> findings;
    for (const Sweep& part : parts) {
        analysis::PrimQuestion question;
        question.verb = options.fails.empty() ? "holds" : "fails";
        question.condition = analysis::read_condition(part, options.fails.empty() ? options.holds : options.fails);
        question.settings = options.prim;
        if (options.box >= 0) question.box = static_cast<std::size_t>(options.box);
        question.resamples = options.halves;
        question.seed = options.bootstrap.seed;
        findings.push_back(of_outcome(part, question.condition.outcome, analysis::prim_finding(part, question)));
    }
    return findings;
}

constexpr Kind kinds[] = {
    {"summary", "means, quantiles and intervals of every point", present::Word::a_method_summary,
     for_each_outcome<analysis::summary_finding>},
    {"sobol", "the share of the variance due to each input (design saltelli)", present::Word::a_method_sobol,
     for_each_outcome<analysis::sobol_finding>},
    {"morris", "which inputs matter at all (design morris)", present::Word::a_method_morris,
     for_each_outcome<analysis::morris_finding>},
    {"regression", "linear and rank regression of outcomes on inputs", present::Word::a_method_regression,
     for_each_outcome<analysis::regression_finding>},
    {"pawn", "how far the distribution of an outcome moves when an input is known (any sample)",
     present::Word::a_method_pawn, for_each_outcome<analysis::pawn_finding>},
    {"delta", "the same of its density (any sample)", present::Word::a_method_delta,
     for_each_outcome<analysis::delta_finding>},
    {"trees", "which inputs tell high from low outcomes, also together (any sample)", present::Word::a_method_trees,
     for_each_outcome<analysis::trees_finding>},
    {"convergence", "whether half the sample gives the same answer", present::Word::a_method_convergence,
     for_each_outcome<analysis::convergence_finding>},
    {"robustness", "which policy does well in most states of the world", present::Word::a_method_robustness,
     analyse_robustness},
    {"prim", "the box of inputs in which a condition holds or fails", present::Word::a_method_prim, analyse_prim},
};

std::string kind_list() {
    std::string text = "algemeente analyse: analyses of a finished sweep\n\nkinds:\n";
    for (const Kind& kind : kinds) text += fmt::format("  {:<12}{}\n", kind.name, kind.meaning);
    return text;
}

const Kind& kind_of(const std::string& word) {
    const auto* const found =
        std::find_if(std::begin(kinds), std::end(kinds), [&word](const Kind& kind) { return kind.name == word; });
    if (found != std::end(kinds)) return *found;
    std::vector<std::string_view> names;
    for (const Kind& kind : kinds) names.push_back(kind.name);
    const std::string suggestion = did_you_mean(word, names);
    throw InputError(fmt::format("{}: unknown kind of analysis{}", word,
                                 suggestion.empty() ? "; 'algemeente analyse --help' lists them" : suggestion));
}

void add_common(CLI::App& app, Options& options) {
    app.add_option("KIND", options.kind,
                   "summary, sobol, morris, regression, pawn, delta, trees, convergence, robustness or prim")
        ->type_name("");
    app.add_option("STORE", options.store, "store filled by 'algemeente sweep'")->type_name("");
    app.add_option("--outcome", options.outcomes, "outcome, for example in_use.social.2029-12; repeatable (all)")
        ->allow_extra_args(false)
        ->type_name("NAME");
    app.add_option("--scenario", options.scenario, "one scenario, by the name of its file or its title (all)")
        ->type_name("NAME");
    app.add_option("--out", options.out, "folder for CSV, JSON and the page KIND.html")->type_name("DIR");
    app.add_option_function<std::string>(
           "--format", [&options](const std::string& text) { options.format = one_of("--format", text, format_words); },
           "format of stdout: table (default), csv or json")
        ->type_name("FORMAT");
    app.add_option_function<std::string>(
           "--resamples",
           [&options](const std::string& text) {
               options.bootstrap.resamples = static_cast<int>(whole_number("--resamples", text, 1, 1'000'000));
           },
           "number of bootstrap resamples (400)")
        ->type_name("N");
    add_option(app, "--level", "SHARE", "coverage of intervals (0.95)",
               [&options](const std::string& text) { options.bootstrap.level = real_number("--level", text, 0, 1); });
    app.add_option_function<std::string>(
           "--seed",
           [&options](const std::string& text) {
               options.bootstrap.seed = whole_number("--seed", text, 0, UINT64_MAX);
           },
           "seed of the bootstrap (1)")
        ->type_name("S");
}

void add_of_robustness(CLI::App& app, Options& options) {
    app.add_option_function<std::string>(
           "--better", [&options](const std::string& text) { options.better = one_of("--better", text, better_words); },
           "robustness: higher or lower outcomes are better (default: lower for harm, incidents and the like)")
        ->type_name("WAY");
    app.add_option("--threshold", options.thresholds,
                   "robustness: condition to satisfy, for example 'incidents.social.2029-12 <= 20'; repeatable")
        ->allow_extra_args(false)
        ->type_name("CONDITION");
}

void add_of_prim(CLI::App& app, Options& options) {
    app.add_option("--fails", options.fails,
                   "prim: cases of interest, as 'in_use.social.2029-12 < p25'; several with 'and' between")
        ->type_name("CONDITION");
    app.add_option("--holds", options.holds, "prim: desired cases, as a condition")->type_name("CONDITION");
    app.add_option_function<std::string>(
           "--box",
           [&options](const std::string& text) {
               options.box = static_cast<int>(whole_number("--box", text, 0, 1'000'000));
           },
           "prim: number of the box to describe (the most balanced)")
        ->type_name("N");
    const auto share = [&app](const char* name, double& value, const char* meaning) {
        add_option(app, name, "SHARE", meaning,
                   [name, &value](const std::string& text) { value = real_number(name, text, 0, 1); });
    };
    share("--peel", options.prim.peel_share, "prim: share of points peeled at a time (0.1)");
    share("--paste", options.prim.paste_share, "prim: share of points pasted at a time (0.05)");
    share("--least-mass", options.prim.least_mass, "prim: smallest share of points in a box (0.05)");
    app.add_option_function<std::string>(
           "--halves",
           [&options](const std::string& text) {
               options.halves = static_cast<int>(whole_number("--halves", text, 0, 100'000));
           },
           "prim: number of random halves of the points in the resampling test (20)")
        ->type_name("N");
}

/// Options that only one kind of analysis reads would be ignored by the others without a word.
void refuse_foreign_options(const CLI::App& app, const Kind& kind) {
    struct Owned {
        std::string_view option;
        std::string_view kind;
    };
    constexpr Owned owned[] = {{"--better", "robustness"}, {"--threshold", "robustness"},
                               {"--fails", "prim"},        {"--holds", "prim"},
                               {"--box", "prim"},          {"--peel", "prim"},
                               {"--paste", "prim"},        {"--least-mass", "prim"},
                               {"--halves", "prim"}};
    for (const Owned& one : owned)
        if (one.kind != kind.name && app.count(std::string(one.option)) > 0)
            throw InputError(
                fmt::format("{}: means nothing for '{}'; it belongs to '{}'", one.option, kind.name, one.kind));
    if (kind.name == "prim" && app.count("--outcome") > 0)
        throw InputError("--outcome: means nothing for 'prim'; the condition of --fails or --holds names the outcome");
}

/// For eyes, in words of the language; files have names and all digits.
Table readable(const Table& result, present::Language language) {
    std::vector<std::size_t> columns = analysis::telling_columns(result);
    std::erase_if(columns, [&result](std::size_t column) { return analysis::is_empty_column(result, column); });
    Table table;
    for (const std::size_t column : columns) table.columns.push_back(result.columns[column]);
    for (const auto& row : result.rows) {
        std::vector<Cell> cells;
        for (const std::size_t column : columns) {
            const Cell& cell = row[column];
            const double* number = std::get_if<double>(&cell);
            cells.emplace_back(number == nullptr ? analysis::cell_words(std::get<std::string>(cell), language)
                                                 : analysis::number_cell(*number, result.columns[column], language));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

void print_readable(const std::vector<Finding>& findings, const std::string& notice, present::Language language) {
    if (!notice.empty()) fmt::print("{}\n\n", notice);
    const std::size_t width = is_terminal(stdout) ? terminal_width(stdout, 0) : 0;
    bool first = true;
    for (const Finding* finding : analysis::in_order_for_people(findings)) {
        fmt::print("{}{}\n", std::exchange(first, false) ? "" : "\n", finding->title);
        for (const std::string& sentence : finding->sentences) fmt::print("- {}\n", sentence);
        if (finding->spread == 0) continue;  // the sentences have said it all
        for (const Table& table : analysis::tables_for_people(*finding))
            fmt::print("\n{}\n", render(readable(table, language), TableFormat::table, width));
    }
}

/// The first table; the others are in the folder.
void print_first_table(const std::vector<Table>& tables, bool json) {
    if (tables.empty()) return;
    fmt::print("{}", json ? table_as_json(tables.front()) : in_csv_dialect(table_as_csv(tables.front())));
}

void write_folder(const std::filesystem::path& folder, const Kind& kind, const Sweep& sweep,
                  const std::vector<Finding>& findings, const std::string& command, const std::string& notice) {
    for (const Table& table : analysis::joined_tables(findings)) {
        write_file(folder / (table.name + ".csv"), table_as_csv(table));
        write_file(folder / (table.name + ".json"), table_as_json(table));
    }
    const std::string title =
        fmt::format("{}: {}", sweep.title, present::name_of(fmt::format("analysis.{}", kind.name), sweep.language));
    write_file(folder / (std::string(kind.name) + ".html"),
               analysis::analysis_page({title, sweep.question, analysis::say(sweep, kind.method), command, findings,
                                        sweep.language, notice}));
}

/// What an analysis of an unfinished sweep did not see: said once, before everything else. Nothing for a complete one.
std::string words_about_missing(const Sweep& sweep, const Completeness& completeness) {
    if (completeness.complete()) return {};
    const auto number = [&](std::int64_t count) { return analysis::number_in(sweep, static_cast<double>(count)); };
    return analysis::say(sweep, present::Word::a_sweep_unfinished,
                         number(completeness.points - completeness.complete_points), number(completeness.points),
                         number(completeness.runs.all - completeness.runs.done), number(completeness.runs.all));
}

/// missing.csv, beside an analysis that did not see all runs; one of an earlier analysis goes.
void note_missing(Store& store, const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "missing.csv";
    std::error_code ignored;
    if (completeness_of(store).complete())
        std::filesystem::remove(file, ignored);
    else
        write_missing(store, file);
}

}  // namespace

int perform_analyse(const Invocation& invocation) {
    Options options;
    CLI::App app(kind_list());
    add_common(app, options);
    add_language_option(app, options.language);
    add_csv_option(app);
    add_force_option(app, options.earlier);
    add_of_robustness(app, options);
    add_of_prim(app, options);
    add_missing_options(app, options.missing);
    if (!parse(app, invocation)) return exit_done;
    if (options.kind.empty()) throw InputError("analyse: KIND is missing; 'algemeente analyse --help' lists them");
    const Kind& kind = kind_of(options.kind);
    refuse_foreign_options(app, kind);
    if (options.store.empty()) throw InputError("analyse: STORE is missing; name the store of a sweep");
    require_valid(options.bootstrap);
    std::optional<OutputFolder> folder;
    if (!options.out.empty()) {
        folder.emplace(options.out);
        check_place(std::filesystem::path(options.out) / (std::string(kind.name) + ".html"), options.earlier);
    }
    Store store(options.store, Store::Access::read);
    if (!may_be_read(store, options.missing, options.language)) return exit_incomplete;
    Sweep sweep = sweep_numbers(read_sweep_table(store));
    sweep.language = options.language;
    const std::vector<Finding> findings = kind.analyse(sweep, options);
    const std::string notice = words_about_missing(sweep, completeness_of(store));
    // files first: whoever reads only the head of what is printed ends the program there
    if (!options.out.empty()) {
        write_folder(options.out, kind, sweep, findings, repeating(invocation.program, invocation), notice);
        note_missing(store, options.out);
    }
    if (options.format == 0)
        print_readable(findings, notice, options.language);
    else
        print_first_table(analysis::joined_tables(findings), options.format == 2);
    return exit_done;
}

}  // namespace algemeente::cli
