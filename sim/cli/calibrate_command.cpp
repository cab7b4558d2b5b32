// calibrate: which sets of assumptions history has not ruled out.
#include "calibration/calibration_page.h"
#include "calibration/past_runner.h"
#include "calibration/twins.h"
#include "calibration/write_calibration.h"
#include "cli/arguments.h"
#include "cli/calibrate_options.h"
#include "cli/cancellation.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/result_folder.h"
#include "cli/study_options.h"
#include "cli/table.h"
#include "output/result_file.h"
#include "present/words/catalogue.h"
#include "present/words/numbers.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace algemeente::cli {

namespace {

using present::Word;

template <typename... Parts>
std::string say(const CalibrateCommand& command, Word word, const Parts&... parts) {
    return present::filled(present::text(word, command.language), parts...);
}

std::string percent(const CalibrateCommand& command, double share) {
    return present::number_words(share, command.language, {.percent = true});
}

std::string count(const CalibrateCommand& command, std::size_t number) {
    return present::count_words(number, command.language);
}

/// What came out of the wave that has just ended.
std::string wave_words(const CalibrateCommand& command, const CalibrationResult& so_far) {
    const WaveResult& wave = so_far.waves.back();
    double least = 1;
    double most = 0;
    double coverage = 1;
    for (const EmulatorCheck& check : wave.checks) {
        least = std::min(least, check.predicted_share);
        most = std::max(most, check.predicted_share);
        coverage = std::min(coverage, check.coverage.value);
    }
    return say(command, Word::cal_wave, count(command, so_far.waves.size()),
               count(command, static_cast<std::size_t>(wave.runs)), percent(command, wave.passing_share),
               percent(command, std::max(0.0, least)), percent(command, most), percent(command, coverage));
}

/// The targets, with what plain draws and members give.
Table short_table(const CalibrateCommand& command, const Calibration& calibration, const CalibrationResult& result) {
    const Table all = targets_table(calibration, result);
    const auto column = [&all](std::string_view name) {
        return static_cast<std::size_t>(std::find(all.columns.begin(), all.columns.end(), name) - all.columns.begin());
    };
    const auto range = [&](const std::vector<Cell>& row, std::string_view low, std::string_view high) {
        const auto number = [&](std::string_view name) {
            return present::number_words(std::get<double>(row[column(name)]), command.language);
        };
        return present::filled(present::text(Word::from_to, command.language), number(low), number(high));
    };
    Table table{
        {say(command, Word::cal_head_id), say(command, Word::p_head_statistic), say(command, Word::cal_head_use),
         say(command, Word::cal_head_known), say(command, Word::cal_head_prior), say(command, Word::cal_head_members)},
        {}};
    for (const std::vector<Cell>& row : all.rows)
        table.rows.push_back({row[column("id")], row[column("statistic")], row[column("use")],
                              range(row, "known_low", "known_high"), range(row, "prior_p05", "prior_p95"),
                              range(row, "members_p05", "members_p95")});
    return table;
}

StudyRecord record_of(const Calibration& calibration, const Invocation& invocation, double seconds) {
    StudyRecord record;
    record.command = repeating(invocation.program, invocation);
    record.scenario = calibration.base.name;
    record.municipalities = municipalities_text(calibration.base.municipalities);
    record.months = calibration.base.months();
    record.replicates = calibration.replicates.back();
    record.priors = calibration.points;
    record.seed = calibration.seed;
    record.seconds = seconds;
    record.made_with = made_with_now({calibration.base});
    return record;
}

}  // namespace

bool parse_calibrate(const Invocation& invocation, CalibrateCommand& command) {
    CLI::App app(
        "Finds sets of assumptions that history has not ruled out: waves of runs and emulators, then finalists, then\n"
        "members, for --members of run and compare. Every run is kept in the store; after an interruption of any kind\n"
        "the same command goes on. Writes members.csv, targets.csv, numbers.csv and waves.csv.");
    app.add_option("CALIBRATION", command.file, "calibration file (TOML)")->type_name("");
    add_place_options(app, command, "required");
    add_option(app, "--twins", "N",
               "then takes N runs of the model for history, and reports how well each is recovered (twins.csv)",
               [&command](const std::string& text) {
                   command.twins = static_cast<int>(whole_number("--twins", text, 2, 1000));
               });
    add_work_options(app, command);
    if (!parse(app, invocation)) return false;
    if (command.file.empty())
        throw InputError(
            "calibrate: CALIBRATION is missing; name a calibration file, for example "
            "scenarios/calibration/2025.toml");
    if (command.store.empty()) throw InputError("calibrate: --store is missing; name the file to keep the runs in");
    if (command.out.empty())
        throw InputError("calibrate: --out is missing; name the folder for the results: --out DIR");
    return true;
}

int calibrate_and_write(const Calibration& calibration, const CalibrateCommand& command, const Invocation& invocation,
                        const std::function<std::unique_ptr<Workforce>()>& hire, const std::atomic<bool>& cancel) {
    ResultFolder folder(command.out, command.earlier);
    CalibrationStore store(command.store, calibration, command.other_program);
    const auto tell_person = [&](const std::string& words) {
        if (!command.quiet) tell("{}\n", words);
    };
    tell_person(say(command, Word::cal_begin, calibration.title, count(command, calibration.dimensions().size()),
                    count(command, static_cast<std::size_t>(
                                       std::count_if(calibration.targets.begin(), calibration.targets.end(),
                                                     [](const Target& one) { return one.use == TargetUse::tune; }))),
                    count(command, store.runs().size())));
    const Stopwatch watch;
    const std::unique_ptr<Workforce> workforce = hire();
    Progress progress = progress_of(command);
    CalibrateOptions options;
    options.threads = command.threads;
    options.watch.cancel = &cancel;
    options.watch.progress = [&progress](std::int64_t done, std::int64_t all) { progress.report(done, all); };
    options.wave_ended = [&](const CalibrationResult& so_far) { tell_person(wave_words(command, so_far)); };
    const CalibrationResult result = calibrate(calibration, store, *workforce, options);
    TwinStudy twins;
    if (!result.cancelled && command.twins > 0) {
        tell_person(say(command, Word::cal_twins, count(command, static_cast<std::size_t>(command.twins))));
        TwinOptions asked;
        asked.twins = command.twins;
        asked.other_models = std::max(2, command.twins / 5);
        twins = calibrate_to_twins(calibration, result, store, *workforce, options, asked);
    }
    progress.finish();
    if (result.cancelled || twins.cancelled) {
        tell_person(say(command, Word::w_cancelled));
        return exit_cancelled;
    }
    write_calibration(calibration, result, folder.aside());
    if (command.twins > 0) write_file(folder.aside() / "twins.csv", table_as_csv(twins_table(twins), CsvDigits::seven));
    const StudyRecord record = record_of(calibration, invocation, watch.seconds());
    write_calibration_page(calibration, result, twins, record, folder.aside() / "calibration.html", command.language);
    write_study_record(record, folder.aside() / "manifest.json");
    const std::string place = folder.finish().string();
    if (!command.quiet) {
        fmt::print("{}\n{}\n", render(short_table(command, calibration, result), TableFormat::table),
                   say(command, Word::cal_members, count(command, result.members.size()),
                       count(command, result.finalists.size()), percent(command, result.prior_share),
                       percent(command, result.guided_share)));
        if (command.twins > 0)
            fmt::print("{}\n", say(command, Word::cal_twins_found, percent(command, twins.coverage()),
                                   percent(command, twins.relative_width()), percent(command, twins.detected_share())));
        std::fflush(stdout);
        tell("{}\n", say(command, Word::t_results_in, place));
    }
    return exit_done;
}

int perform_calibrate(const Invocation& invocation) {
    CalibrateCommand command;
    if (!parse_calibrate(invocation, command)) return exit_done;
    const Calibration calibration = read_calibration(command.file);
    const std::atomic<bool>& cancel = cancel_on_signals();
    const PastRunner runner(calibration);
    return calibrate_and_write(
        calibration, command, invocation,
        [&]() -> std::unique_ptr<Workforce> {
            return std::make_unique<ThreadWorkforce>(
                [&runner](const RunTask& task, const std::atomic<bool>& stop) { return runner.run(task, stop); },
                command.threads, cancel);
        },
        cancel);
}

}  // namespace algemeente::cli
