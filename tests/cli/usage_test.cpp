// What is asked wrongly is answered with exit code 2, one line on stderr that helps, and nothing else.
#include "cli/run_program.h"

#include <gtest/gtest.h>

#include <sstream>

namespace algemeente::testing {

TEST(Usage, scenarios_and_experiments_are_told_apart) {
    const ProgramResult run =
        run_program({"run", "scenarios/experiments/morris_all_assumptions.toml", "--out", "/nowhere"});
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_NE(run.err.find("is an experiment, not a scenario; 'algemeente sweep' runs it"), std::string::npos)
        << run.err;
    const ProgramResult sweep = run_program({"sweep", "scenarios/baseline.toml", "--store", "/nowhere/a.sqlite"});
    EXPECT_EQ(sweep.exit_code, 2);
    EXPECT_NE(sweep.err.find("is a scenario, not an experiment; 'algemeente run' runs it"), std::string::npos)
        << sweep.err;
}

TEST(Usage, a_file_of_another_kind_is_told_which_command_runs_it) {
    for (const auto& [file, told] :
         {std::pair("stories/lesson1_who_is_hit", "a story, not a scenario; 'algemeente-viewer --story' plays it"),
          std::pair("exploration/domains", "an exploration, not a scenario; 'algemeente explore' runs it"),
          std::pair("search/packages", "a search, not a scenario; 'algemeente search' runs it"),
          std::pair("calibration/2025", "a calibration, not a scenario; 'algemeente calibrate' runs it")}) {
        const ProgramResult run = run_program({"run", "scenarios/" + std::string(file) + ".toml", "--out", "/nowhere"});
        EXPECT_EQ(run.exit_code, 2);
        EXPECT_NE(run.err.find(told), std::string::npos) << run.err;
    }
    const ProgramResult sweep =
        run_program({"sweep", "scenarios/search/packages.toml", "--store", "/nowhere/a.sqlite"});
    EXPECT_EQ(sweep.exit_code, 2);
    EXPECT_NE(sweep.err.find("a search, not an experiment; 'algemeente search' runs it"), std::string::npos)
        << sweep.err;
}

TEST(Usage, municipalities_of_the_command_line_go_by_names) {
    const TemporaryFolder folder;
    const ProgramResult result =
        run_program({"run", "scenarios/baseline.toml", "--municipalities", "den haag,'s-Hertogenbosch", "--months", "2",
                     "--replicates", "1", "--out", folder / "out"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(content_of(folder / "out/manifest.json").find("GM0518,GM0796"), std::string::npos);
    const ProgramResult unknown =
        run_program({"run", "scenarios/baseline.toml", "--municipalities", "Den Hag", "--out", folder / "other"});
    EXPECT_EQ(unknown.exit_code, 2);
    EXPECT_EQ(unknown.err, "--municipalities: 'Den Hag' is no municipality; did you mean 'Den Haag'?\n");
}

TEST(Usage, a_name_of_two_municipalities_is_refused_with_their_codes) {
    const TemporaryFolder folder;
    const ProgramResult result =
        run_program({"run", "scenarios/baseline.toml", "--municipalities", "Bergen", "--out", folder / "out"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err,
              "--municipalities: 'Bergen' is the name of more than one municipality; expected a code: GM0373 (Bergen "
              "(NH.)), GM0893 (Bergen (L.))\n");
    for (const char* command : {"run", "compare", "patterns"})
        EXPECT_NE(run_program({command, "--help"}).out.find("Amsterdam,GM0599"), std::string::npos) << command;
}

TEST(Usage, an_option_that_is_given_twice_is_named_with_its_values) {
    const ProgramResult result =
        run_program({"run", "scenarios/baseline.toml", "--replicates", "4", "--out", "x", "--replicates", "8"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err, "run: --replicates is given 2 times (4, 8); give it once\n");
}

TEST(Usage, what_begins_too_late_is_told_once) {
    const TemporaryFolder folder;
    const ProgramResult result =
        run_program({"compare", "scenarios/baseline.toml", "scenarios/all_three_recommendations.toml", "--months", "24",
                     "--municipalities", "5", "--replicates", "1", "--out", folder / "out"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    std::size_t notes = 0;
    for (std::size_t at = result.err.find(": note: "); at != std::string::npos;
         at = result.err.find(": note: ", at + 1))
        ++notes;
    EXPECT_LE(notes, 2U) << result.err;
    EXPECT_GE(notes, 1U) << result.err;
}

TEST(Usage, data_are_taken_from_where_they_are_named) {
    const TemporaryFolder folder;
    const ProgramResult empty =
        run_program({"run", "scenarios/baseline.toml", "--data", folder / "", "--out", folder / "out"});
    EXPECT_EQ(empty.exit_code, 2);
    EXPECT_NE(empty.err.find("holds no municipalities.csv"), std::string::npos) << empty.err;

    std::filesystem::copy(places::checkout() / "scenarios/data", folder / "copy");
    const ProgramResult named =
        run_program({"run", "scenarios/baseline.toml", "--data", folder / "copy", "--municipalities", "4", "--months",
                     "2", "--replicates", "1", "--out", folder / "out"});
    EXPECT_EQ(named.exit_code, 0) << named.err;
    EXPECT_NE(content_of(folder / "out/report.html").find("--data"), std::string::npos) << "how to repeat it";
}

TEST(Usage, a_program_that_was_moved_finds_the_data_beside_it) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "scenarios");
    std::filesystem::copy(places::checkout() / "scenarios/data", folder / "scenarios/data");
    std::ofstream(folder / "scenarios/data/municipalities.csv", std::ios::app) << "broken\n";
    std::filesystem::copy(places::program(), folder / "algemeente");
    const ProgramResult result =
        RunningProgram({"run", "scenarios/baseline.toml", "--municipalities", "4", "--out", folder / "out"},
                       folder / "algemeente")
            .wait();
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find(folder / "scenarios/data/municipalities.csv"), std::string::npos) << result.err;
}

TEST(Usage, results_do_not_depend_on_the_working_directory) {
    const TemporaryFolder folder;
    const std::string run = "'" + places::program() + "' run '" +
                            (places::checkout() / "scenarios/baseline.toml").string() +
                            "' --municipalities 4 --months 2 --replicates 1 --quiet --out ";
    for (const std::string& words : {"cd '" + (folder / "") + "' && " + run + "elsewhere", run + (folder / "here")}) {
        const ProgramResult result = RunningProgram({"-c", words}, "bash").wait();
        EXPECT_EQ(result.exit_code, 0) << words << result.err;
    }
    EXPECT_EQ(files_in(folder / "elsewhere"), files_in(folder / "here"));
    EXPECT_EQ(content_of(folder / "elsewhere/outcomes.csv"), content_of(folder / "here/outcomes.csv"));
    EXPECT_GT(lines_in(content_of(folder / "here/outcomes.csv")), 1U);
}

TEST(Usage, a_variable_that_names_no_data_is_told) {
    const TemporaryFolder folder;
    const ProgramResult result =
        RunningProgram({"ALGEMEENTE_DATA=/nowhere", places::program(), "run", "scenarios/baseline.toml",
                        "--municipalities", "4", "--months", "2", "--out", folder / "out"},
                       "env")
            .wait();
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_NE(result.err.find("/nowhere/"), std::string::npos) << result.err;
    EXPECT_FALSE(std::filesystem::exists(folder / "out"));
}

namespace {

const std::string baseline = "scenarios/baseline.toml";

void expect_refused(const std::vector<std::string>& arguments, const std::string& message) {
    const ProgramResult result = run_program(arguments);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err, message + "\n");
    EXPECT_EQ(result.out, "");
}

/// `run` of the baseline with more options; nothing may be left in the folder for results.
void expect_run_refused(std::vector<std::string> options, const std::string& message) {
    const TemporaryFolder folder;
    const std::string out = folder / "out";
    std::vector<std::string> arguments{"run", baseline, "--out", out};
    arguments.insert(arguments.end(), options.begin(), options.end());
    expect_refused(arguments, message);
    EXPECT_FALSE(std::filesystem::exists(out));
}

}  // namespace

/// A line of the fixture is options of `run`, and what is said of them: "--seed one => --seed: 'one' is ...".
TEST(Usage, every_wrong_option_is_refused_with_the_message_behind_it) {
    std::ifstream lines(places::checkout() / "tests/fixtures/invalid_options.txt");
    std::size_t tried = 0;
    for (std::string line; std::getline(lines, line); ++tried) {
        const std::size_t arrow = line.find(" => ");
        std::istringstream words(line.substr(0, arrow));
        std::vector<std::string> options;
        for (std::string word; words >> word;) options.push_back(word == "''" ? "" : word);
        SCOPED_TRACE(line);
        expect_run_refused(options, line.substr(arrow + 4));
    }
    EXPECT_GE(tried, 50U);
}

TEST(Usage, at_least_150_wrong_inputs_are_kept) {
    const std::filesystem::path fixtures = places::checkout() / "tests/fixtures";
    std::size_t wrong = lines_in(content_of(fixtures / "invalid_options.txt"));
    for (const char* folder : {"invalid", "invalid_experiments"})
        for (const std::string& name : files_in(fixtures / folder)) wrong += name.ends_with(".toml") ? 1U : 0U;
    EXPECT_GE(wrong, 150U);
}

TEST(Usage, help_and_version_end_well) {
    for (const char* word : {"--help", "-h", "--version"}) {
        const ProgramResult result = run_program({word});
        EXPECT_EQ(result.exit_code, 0) << word;
        EXPECT_TRUE(result.out.starts_with("algemeente")) << word;
        EXPECT_EQ(result.err, "") << word;
    }
}

TEST(Usage, every_command_has_help) {
    for (const char* command : {"run", "compare", "check", "parameters", "outcomes", "schedule", "use-cases"}) {
        const ProgramResult result = run_program({command, "--help"});
        EXPECT_EQ(result.exit_code, 0) << command;
        EXPECT_NE(result.out.find("Usage: algemeente " + std::string(command)), std::string::npos) << result.out;
        EXPECT_EQ(result.err, "") << command;
    }
}

TEST(Usage, no_command_shows_help_as_an_error) {
    const ProgramResult result = run_program({});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("usage: algemeente COMMAND"), std::string::npos);
}

TEST(Usage, a_mistyped_word_gets_a_suggestion) {
    expect_refused({"comapre"}, "comapre: unknown command; did you mean 'compare'?");
    expect_refused({"--versoin"}, "--versoin: unknown option; did you mean '--version'?");
    expect_refused({"outcomes", "--fromat", "csv"}, "outcomes: --fromat: unknown option; did you mean '--format'?");
    expect_run_refused({"--replicate", "3"}, "run: --replicate: unknown option; did you mean '--replicates'?");
    expect_run_refused({"--sede=3"}, "run: --sede: unknown option; did you mean '--seed'?");
}

TEST(Usage, a_word_like_nothing_known_points_to_help) {
    expect_refused({"zzzzzzzzzz"}, "zzzzzzzzzz: unknown command; 'algemeente --help' lists the commands");
    expect_refused({"run", baseline, "--zzzzzzzzzz"}, "run: --zzzzzzzzzz: unknown option; see 'algemeente run --help'");
}

TEST(Usage, what_is_missing_is_named) {
    expect_refused({"run"}, "run: SCENARIO is missing; name a scenario file, for example baseline.toml");
    expect_refused({"run", baseline}, "run: --out is missing; name the folder for the results: --out DIR");
    expect_refused({"compare", baseline},
                   "compare: needs at least two scenario files, the baseline first; 'run' takes one");
    expect_refused({"check"}, "check: FILE is missing; name at least one scenario file");
}

TEST(Usage, run_takes_one_scenario) {
    expect_run_refused({baseline}, "run: '" + baseline + "' is one argument too many; see 'algemeente run --help'");
}

TEST(Usage, impossible_values_are_refused_with_what_is_expected) {
    const std::string expected = " is not possible; expected a whole number from ";
    expect_run_refused({"--replicates", "0"}, "--replicates: '0'" + expected + "1 to 1000000");
    expect_run_refused({"--replicates", "many"}, "--replicates: 'many'" + expected + "1 to 1000000");
    expect_run_refused({"--threads", "-1"}, "--threads: '-1'" + expected + "0 to 1024");
    expect_run_refused({"--seed", "-1"}, "--seed: '-1'" + expected + "0 to 18446744073709551615");
    expect_run_refused({"--months", "0"}, "--months: '0'" + expected + "1 to 600");
    expect_run_refused({"--people-per-agent", "0.5"}, "--people-per-agent: '0.5'" + expected + "1 to 100000");
    expect_run_refused({"--events", "some"}, "--events: 'some' is not possible; expected one of first, all, none");
    expect_run_refused({"--progress", "yes"}, "--progress: 'yes' is not possible; expected one of auto, always, never");
}

TEST(Usage, municipalities_must_make_sense) {
    const ProgramResult result = run_program({"run", baseline, "--municipalities", "plenty", "--out", "never-made"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_TRUE(result.err.starts_with("--municipalities: ")) << result.err;
    EXPECT_EQ(lines_in(result.err), 1U);
}

TEST(Usage, an_unknown_parameter_in_set_gets_a_suggestion) {
    expect_run_refused({"--set", "alderman_risk_aversoin=5"},
                       "--set alderman_risk_aversoin=5: unknown name; did you mean 'alderman_risk_aversion'?");
}

TEST(Usage, a_folder_that_cannot_be_made_is_refused_before_the_run) {
    const TemporaryFolder folder;
    const std::string file = folder.write("file", "not a folder");
    expect_refused({"run", baseline, "--out", file}, "--out: " + file + ": is a file; name a folder");
    expect_refused({"run", baseline, "--out", file + "/below"},
                   "--out: " + file + "/below: Not a directory; name a folder that you can write to");
    EXPECT_EQ(content_of(file), "not a folder");
}

}  // namespace algemeente::testing
