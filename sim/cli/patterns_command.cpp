// patterns: does the model show what the thesis reports?
#include "cli/cancellation.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/study_options.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "patterns/acceptance.h"
#include "patterns/judge.h"
#include "patterns/pattern_tables.h"
#include "present/words/catalogue.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace algemeente::cli {

namespace {

/// The patterns named in "P01,P02"; all for an empty text.
std::vector<Pattern> chosen_patterns(const std::string& only) {
    std::vector<Pattern> all = all_patterns();
    if (only.empty()) return all;
    std::vector<Pattern> chosen;
    for (std::size_t begin = 0; begin <= only.size();) {
        const std::size_t end = std::min(only.find(',', begin), only.size());
        const std::string id = only.substr(begin, end - begin);
        const auto found =
            std::find_if(all.begin(), all.end(), [&id](const Pattern& pattern) { return pattern.id == id; });
        if (found == all.end())
            throw InputError(fmt::format("--only: unknown pattern '{}'; 'algemeente patterns --list' names them", id));
        chosen.push_back(*found);
        begin = end + 1;
    }
    return chosen;
}

std::size_t width_for(std::FILE* stream) {
    return is_terminal(stream) ? terminal_width(stream, 0) : 0;
}

using present::Language;
using present::Word;

std::string say(Word word, Language language) {
    return std::string(present::text(word, language));
}

std::string verdict_name(Verdict verdict, Language language) {
    return present::name_of("verdict." + std::string(verdict_word(verdict)), language);
}

/// What a pattern measures and requires is told in English: it is the text of the protocol.
void print_list(const std::vector<Pattern>& patterns, Language language) {
    Table table{{"id", say(Word::p_head_class, language), say(Word::p_head_sentence, language),
                 say(Word::p_head_evidence, language), say(Word::p_head_scenarios, language),
                 say(Word::p_head_criteria, language)},
                {}};
    for (const Pattern& pattern : patterns) {
        std::string scenarios;
        for (const std::string& name : pattern.scenarios) scenarios += (scenarios.empty() ? "" : " ") + name;
        std::string criteria;
        for (const Check& check : pattern.checks)
            criteria += (criteria.empty() ? "" : "; ") + check.statistic + ": " + check.criterion;
        table.rows.push_back({pattern.id, std::string(class_word(pattern.pattern_class)),
                              present::name_of("pattern." + pattern.id, language), pattern.evidence, scenarios,
                              criteria});
    }
    fmt::print("{}", render(table, TableFormat::table, width_for(stdout)));
    if (language != Language::en) fmt::print("\n{}\n", say(Word::p_criteria_english, language));
}

Table results_of(const std::vector<PatternResult>& results, Language language) {
    const auto number = [&](double value) { return present::number_words(value, language, {.digits = 3}); };
    Table table{
        {say(Word::p_head_pattern, language), say(Word::p_head_class, language), say(Word::p_head_statistic, language),
         say(Word::p_head_estimate, language), say(Word::p_head_interval, language),
         say(Word::p_head_criterion, language), "n", say(Word::p_head_verdict, language)},
        {}};
    for (const PatternResult& result : results) {
        for (std::size_t k = 0; k < result.checks.size(); ++k) {
            const Estimate& estimate = result.checks[k].estimate;
            table.rows.push_back(
                {k == 0 ? result.pattern.id : std::string(),
                 k == 0 ? std::string(class_word(result.pattern.pattern_class)) : std::string(),
                 result.pattern.checks[k].statistic, number(estimate.value),
                 present::filled(say(Word::from_to, language), number(estimate.low), number(estimate.high)),
                 result.pattern.checks[k].criterion, present::count_words(estimate.count, language),
                 verdict_name(result.checks[k].verdict, language)});
        }
    }
    return table;
}

int conclude(const std::vector<PatternResult>& results, const StudyOptions& options) {
    std::size_t held = 0;
    std::string others;
    for (const PatternResult& result : results) {
        if (result.verdict() == Verdict::holds)
            ++held;
        else
            others += fmt::format("{}{} ({})", others.empty() ? "" : ", ", result.pattern.id,
                                  verdict_name(result.verdict(), options.language));
    }
    if (!options.quiet)
        fmt::print("\n{}\n",
                   present::filled(say(others.empty() ? Word::p_all_hold : Word::p_not_all_hold, options.language),
                                   present::count_words(held, options.language),
                                   present::count_words(results.size(), options.language), others));
    return others.empty() ? exit_done : exit_pattern_broken;
}

int judge(const std::vector<Pattern>& patterns, const StudyOptions& options, const Invocation& invocation) {
    const Scenario base = base_scenario(options);
    if (!options.out.empty()) check_place(options.out, options.earlier);
    const Contrasts contrasts(base);
    Progress progress(options.quiet ? ProgressMode::never : options.progress, {.language = options.language});
    JudgeOptions judging;
    judging.replicates = options.replicates;
    judging.runs = runs_of(options, progress, cancel_on_signals());
    const Stopwatch watch;
    const Samples samples = run_patterns(patterns, contrasts, judging);
    progress.finish();
    if (samples.empty()) {
        if (!options.quiet) tell("{}\n", present::text(Word::t_cancelled_nothing, options.language));
        return exit_cancelled;
    }
    const std::vector<PatternResult> results = judge_patterns(patterns, samples, judging);
    if (!options.out.empty()) {
        write_patterns_csv(results, options.out);
        write_study_record(record_of(options, base, invocation, watch.seconds()),
                           std::filesystem::path(options.out).replace_extension("json"));
    }
    if (!options.quiet)
        fmt::print("{}", render(results_of(results, options.language), TableFormat::table, width_for(stdout)));
    return conclude(results, options);
}

std::string percent(double share, present::Language language) {
    return present::number_words(share, language, {.percent = true});
}

Table kept_of(const Acceptance& acceptance, present::Language language) {
    const auto say = [&](Word word) { return std::string(present::text(word, language)); };
    Table table{{say(Word::p_head_pattern), say(Word::p_head_class), say(Word::p_head_kept), say(Word::p_head_interval),
                 say(Word::p_head_against), say(Word::p_head_sentence)},
                {}};
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const Pattern& pattern = acceptance.patterns[i];
        const Estimate share = acceptance.share_keeping(i);
        table.rows.push_back(
            {pattern.id + (is_must(pattern) ? say(Word::p_must) : ""), std::string(class_word(pattern.pattern_class)),
             percent(share.value, language),
             present::filled(say(Word::from_to), percent(share.low, language), percent(share.high, language)),
             percent(acceptance.share_contradicting(i).value, language),
             present::name_of("pattern." + pattern.id, language)});
    }
    return table;
}

void print_acceptance(const Acceptance& acceptance, present::Language language) {
    const auto say = [&]<typename... Parts>(Word word, const Parts&... parts) {
        return present::filled(present::text(word, language), parts...);
    };
    const auto count = [&](auto number) { return present::count_words(static_cast<std::size_t>(number), language); };
    fmt::print("{}\n{}\n{}\n", render(kept_of(acceptance, language), TableFormat::table, width_for(stdout)),
               say(Word::p_kept_meaning, count(acceptance.replicates)),
               say(Word::p_kept_count, percent(acceptance.share_keeping_all().value, language),
                   count(acceptance.draws.size()), count(acceptance.survivors())));
    const std::vector<Constraint> constraints = constraints_of(acceptance, surviving_draws(acceptance));
    if (constraints.empty()) {
        fmt::print("{}\n", say(Word::p_too_few));
        return;
    }
    fmt::print("{}\n", say(Word::p_list_head));
    constexpr int most = 15;
    int shown = 0;
    for (const Constraint& constraint : constraints) {
        if (constraint.false_finds > found_rate || shown == most) break;
        ++shown;
        fmt::print("{}\n", say(Word::p_list_row, present::number_words(constraint.distance, language, {.decimals = 2}),
                               present::lever_name(constraint.name, language),
                               present::number_words(constraint.mean_place, language, {.decimals = 2})));
    }
    if (shown == 0) fmt::print("{}\n", say(Word::p_list_none, count(constraints.size())));
}

/// --out FILE.csv writes the draws; beside it are tables, a page and a record.
int judge_draws(const std::vector<Pattern>& patterns, const StudyOptions& options, const Invocation& invocation) {
    const Scenario base = base_scenario(options);
    if (!options.out.empty()) check_place(options.out, options.earlier);
    Progress progress(options.quiet ? ProgressMode::never : options.progress, {.language = options.language});
    JudgeOptions judging;
    judging.replicates = options.replicates;
    judging.runs = runs_of(options, progress, cancel_on_signals());
    const Stopwatch watch;
    const Acceptance acceptance = options.members
                                      ? accept_members(patterns, base, *options.members, judging)
                                      : accept_draws(patterns, base, static_cast<std::size_t>(options.priors), judging);
    progress.finish();
    if (acceptance.draws.empty()) return exit_cancelled;
    if (!options.out.empty()) {
        StudyRecord record = record_of(options, base, invocation, watch.seconds());
        record.priors = static_cast<int>(acceptance.draws.size());
        write_acceptance_csv(acceptance, options.out);
        write_acceptance_tables(acceptance, options.out);
        write_acceptance_page(acceptance, record, std::filesystem::path(options.out).replace_extension("html"),
                              options.language);
        write_study_record(record, std::filesystem::path(options.out).replace_extension("json"));
    }
    if (!options.quiet) print_acceptance(acceptance, options.language);
    return acceptance.cancelled ? exit_cancelled : exit_done;
}

}  // namespace

int perform_patterns(const Invocation& invocation) {
    StudyOptions options;
    std::string only;
    bool list = false;
    CLI::App app(
        "Tests whether the model shows what the thesis reports: each pattern at its protocol, judged by the 95 %\n"
        "bootstrap interval over replicates (a multiple of --replicates where events are rare). A pattern that is not "
        "met ends with exit code 3. With --priors every "
        "draw\n"
        "of all assumptions is judged, with --members every member; --out FILE.csv then also writes which draws keep "
        "the patterns:\n"
        "FILE-kept.csv, FILE-constraints.csv and the page FILE.html. FILE.json records the command.");
    app.add_option("--only", only, "patterns to test, P01,P02 (default: all)")->type_name("IDS");
    app.add_flag("--list", list, "list the patterns; run nothing");
    add_study_options(app, options, "CSV file for the results");
    add_priors_option(app, options);
    add_members_option(app, options);
    if (!parse(app, invocation)) return exit_done;
    const std::vector<Pattern> patterns = chosen_patterns(only);
    if (list) {
        print_list(patterns, options.language);
        return exit_done;
    }
    if (options.priors > 0 && options.members)
        throw InputError("--members: is another set of assumptions than --priors draws; give one of the two");
    return options.priors > 0 || options.members ? judge_draws(patterns, options, invocation)
                                                 : judge(patterns, options, invocation);
}

}  // namespace algemeente::cli
