// A file of saved worlds is read whole and unharmed, or refused in words.
#include "output/saved_worlds.h"

#include "claims/worlds.h"
#include "cli/run_program.h"
#include "ensemble/field_bytes.h"
#include "ensemble/run_stops.h"
#include "ensemble/saved_run.h"
#include "text/error.h"

#include <gtest/gtest.h>

#include <sstream>

namespace algemeente {

namespace {

using testing::content_of;
using testing::TemporaryFolder;

constexpr int saved_month = 13;

Scenario tiny_scenario() {
    return claims::small_scenario("baseline", 2, 30);
}

SavedWorldsHead head_of(const Scenario& scenario, int replicates) {
    return {.made_with = made_with_now({scenario}),
            .scenario = scenario,
            .seed = 5,
            .replicates = replicates,
            .month = saved_month,
            .events = EventScope::all};
}

EnsembleOptions options_with(int threads) {
    EnsembleOptions options;
    options.replicates = 3;
    options.seed = 5;
    options.threads = threads;
    options.events = EventScope::all;
    return options;
}

Ensemble saving_run(const std::string& file, const Scenario& scenario, int threads) {
    SavedWorldsWriter writer(file, head_of(scenario, 3));
    const EnsembleOptions options = options_with(threads);
    RunStops stops;
    stops.keep_month = saved_month;
    stops.keep = [&](const RunJob& job, const ReplicateRun& run) { writer.add(job.replicate, run); };
    Ensemble ensemble = run_ensemble({scenario}, options, stops);
    writer.finish();
    return ensemble;
}

Ensemble resumed(const SavedWorlds& saved, const Scenario& scenario, int threads) {
    const EnsembleOptions options = options_with(threads);
    RunStops stops;
    stops.begin_month = saved.head().month;
    stops.begin = [&](const RunJob& job, const Country& country, Crew* crew) {
        return saved.run(job.replicate, job.scenario, country, crew);
    };
    return run_ensemble({scenario}, options, stops);
}

/// One replicate, as text.
const std::string& small_file() {
    static const std::string bytes = [] {
        const TemporaryFolder folder;
        Scenario scenario = tiny_scenario();
        scenario.parameters.people_per_agent = find_parameter("people_per_agent")->high;
        SavedWorldsHead head = head_of(scenario, 1);
        head.month = 1;
        ReplicateRun run(std::make_shared<const Scenario>(scenario), claims::country_of(scenario), head.seed, 0, true);
        run.pass_month();
        SavedWorldsWriter writer(folder / "file", head);
        writer.add(0, run);
        writer.finish();
        return content_of(folder / "file");
    }();
    return bytes;
}

/// What is said about these bytes; empty if they are taken.
std::string problem_with(const std::string& bytes) {
    try {
        const SavedWorlds saved(std::make_unique<std::istringstream>(bytes), "FILE");
        return {};
    } catch (const InputError& error) {
        return error.what();
    }
}

/// With a right checksum behind them.
std::string signed_again(std::string bytes) {
    bytes.resize(bytes.size() - sizeof(std::uint64_t));
    SavedWorldsChecksum checksum;
    checksum.process_bytes(bytes.data(), bytes.size());
    FieldWriter writer;
    writer.put(static_cast<std::uint64_t>(checksum.checksum()));
    return bytes + writer.take();
}

std::string with(std::string bytes, const std::string& old, const std::string& replacement) {
    const std::size_t at = bytes.find(old);
    EXPECT_NE(at, std::string::npos);
    return bytes.replace(at, old.size(), replacement);
}

std::string everything(const Ensemble& ensemble) {
    FieldWriter writer;
    for (const ScenarioResult& result : ensemble.scenarios)
        for (const History& history : result.replicates) writer.put(history);
    return writer.take();
}

}  // namespace

TEST(SavedWorlds, go_on_to_what_an_uninterrupted_run_gets) {
    const TemporaryFolder folder;
    const Scenario scenario = tiny_scenario();
    const Ensemble whole = saving_run(folder / "file", scenario, 1);
    EXPECT_EQ(everything(run_ensemble({scenario}, options_with(1))), everything(whole));
    const SavedWorlds saved(std::filesystem::path(folder / "file"));
    for (const int threads : {1, 4}) {
        const Ensemble again = resumed(saved, scenario, threads);
        EXPECT_EQ(again.fingerprint, whole.fingerprint);
        EXPECT_EQ(everything(again), everything(whole));
    }
}

TEST(SavedWorlds, are_the_same_file_on_any_number_of_threads) {
    const TemporaryFolder folder;
    saving_run(folder / "one", tiny_scenario(), 1);
    saving_run(folder / "three", tiny_scenario(), 3);
    EXPECT_EQ(content_of(folder / "one"), content_of(folder / "three"));
    EXPECT_EQ(testing::files_in(folder / ""), (std::set<std::string>{"one", "three"}));
}

TEST(SavedWorlds, know_what_they_were_made_with) {
    const SavedWorlds saved(std::make_unique<std::istringstream>(small_file()), "FILE");
    const SavedWorldsHead& head = saved.head();
    EXPECT_EQ(head.made_with, made_with_now({tiny_scenario()}));
    EXPECT_EQ(head.made_with.data.size(), 4U);
    EXPECT_TRUE(same_simulation(head.scenario, [] {
        Scenario scenario = tiny_scenario();
        scenario.parameters.people_per_agent = find_parameter("people_per_agent")->high;
        return scenario;
    }()));
    EXPECT_EQ(head.seed, 5U);
    EXPECT_EQ(head.replicates, 1);
    EXPECT_EQ(head.month, 1);
}

TEST(SavedWorlds, with_any_byte_damaged_are_refused) {
    constexpr std::size_t tries = 600;
    const std::string& whole = small_file();
    ASSERT_EQ(problem_with(whole), "");
    for (std::size_t i = 0; i < tries; ++i) {
        std::string bytes = whole;
        // the head and the last bytes one by one, the rest spread
        const std::size_t at = i < 100   ? i
                               : i < 116 ? bytes.size() - (i - 99)
                                         : (i * 7919 * bytes.size() / tries) % bytes.size();
        bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << (i % 8U)));
        EXPECT_NE(problem_with(bytes), "") << at;
    }
}

TEST(SavedWorlds, that_are_cut_off_are_refused) {
    const std::string& whole = small_file();
    for (std::size_t length = 0; length < whole.size(); length += 1 + length / 50)
        EXPECT_NE(problem_with(whole.substr(0, length)), "") << length;
    EXPECT_EQ(problem_with(whole.substr(0, whole.size() - 1)), "FILE: is cut off or damaged; save it anew");
    EXPECT_EQ(problem_with(whole + "x"), "FILE: is cut off or damaged; save it anew");
}

TEST(SavedWorlds, of_another_kind_are_refused) {
    const std::string problem = "FILE: is not a file of saved worlds; name one that 'algemeente run --save' has left";
    EXPECT_EQ(problem_with(""), problem);
    EXPECT_EQ(problem_with("title = \"A scenario\"\n"), problem);
    EXPECT_EQ(problem_with(std::string(100'000, '\0')), problem);
}

TEST(SavedWorlds, of_another_format_are_refused_and_say_so) {
    std::string bytes = small_file();
    bytes[8] = 2;
    EXPECT_EQ(problem_with(signed_again(bytes)),
              "FILE: has format 2, and this program reads format 1; use the program that saved it, or save it anew");
}

TEST(SavedWorlds, of_another_layout_are_refused_and_name_the_program) {
    const std::string layout = fmt::format("\"layout\":\"{:016x}\"", saved_run_layout());
    const std::string problem =
        problem_with(signed_again(with(small_file(), layout, "\"layout\":\"0123456789abcdef\"")));
    EXPECT_NE(problem.find("was saved by a program whose worlds have other fields (version "), std::string::npos)
        << problem;
    EXPECT_NE(problem.find(this_program().commit), std::string::npos) << problem;
}

TEST(SavedWorlds, with_a_false_head_or_length_under_a_right_checksum_are_refused) {
    const std::string& whole = small_file();
    EXPECT_NE(problem_with(signed_again(with(whole, "\"replicates\":1", "\"replicates\":2"))), "");
    EXPECT_NE(problem_with(signed_again(with(whole, "\"replicates\":1", "\"replicates\":0"))), "");
    EXPECT_NE(problem_with(signed_again(with(whole, "\"seed\":5", "\"seed\":x"))), "");
    EXPECT_NE(problem_with(signed_again(with(whole, "\"municipalities\":\"2\"", "\"municipalities\":\"0\""))), "");
    std::string long_head = whole;
    long_head[14] = '\x7F';
    EXPECT_NE(problem_with(signed_again(long_head)), "");
    const std::size_t section = whole.find("ALGWORLD") + 16 + static_cast<unsigned char>(whole[12]) +
                                256U * static_cast<unsigned char>(whole[13]);
    for (std::size_t i = 0; i < 8; ++i) {
        std::string bytes = whole;
        bytes[section + i] = static_cast<char>(bytes[section + i] ^ '\x7F');
        EXPECT_NE(problem_with(signed_again(bytes)), "") << i;
    }
}

TEST(SavedWorlds, have_a_name_with_their_month) {
    EXPECT_EQ(saved_worlds_name(72), "saved-2021-01.worlds");
    EXPECT_TRUE(is_saved_worlds_name("saved-2021-01.worlds"));
    for (const char* other :
         {"saved-2021-13.worlds", "saved-.worlds", "saved.worlds", "saved-2021-01.worlds.part", "x"})
        EXPECT_FALSE(is_saved_worlds_name(other)) << other;
}

}  // namespace algemeente
