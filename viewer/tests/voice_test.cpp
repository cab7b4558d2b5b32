// One voice: what the window says, the hand-out and the report say too, for the same runs.
#include "output/report.h"
#include "viewer/tests/ui_bot.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace algemeente::viewer {
namespace {

constexpr int replicates = 64;
constexpr int last_month = 179;

bool holds(const std::string& page, const std::string& words) {
    return page.find(words) != std::string::npos;
}

std::string hand_out(UiBot& bot, const std::string& name) {
    const auto folder = std::filesystem::temp_directory_path() / ("algemeente_voice_" + name);
    std::filesystem::remove_all(folder);
    bot.app().export_to(folder);
    bot.app().sink().send(Action::export_html);
    bot.frames(3);
    std::ifstream file(exported_file(folder, ".html"), std::ios::binary);
    EXPECT_TRUE(file) << folder;
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The runs of the window again, by the headless program.
Ensemble same_runs(UiBot& bot) {
    std::vector<Scenario> scenarios;
    for (const ScenarioRuns& runs : bot.app().summary()->scenarios) scenarios.push_back(*runs.scenario);
    EnsembleOptions options;
    options.replicates = replicates;
    options.seed = bot.session().seed;
    options.threads = 2;
    options.events = EventScope::none;
    return run_ensemble(scenarios, options);
}

void expect_one_voice(Language language, const std::string& name) {
    Options asked;
    asked.replicates = replicates;
    asked.language = language;
    asked.time = last_month;
    UiBot bot(asked);
    bot.app().sink().send(SelectSlot{1});
    bot.settle();
    ASSERT_EQ(bot.app().summary()->replicates, replicates);
    const std::string page = hand_out(bot, name);
    const Ensemble ensemble = same_runs(bot);
    const std::string report = report_page(ensemble, {"compare", "algemeente compare", language});

    const std::vector<Sentence>& window = bot.app().derived().sentences;
    ASSERT_EQ(window.size(), 4U);
    for (const Sentence& sentence : window) {
        EXPECT_TRUE(holds(page, sentence.words)) << "not in the hand-out: " << sentence.words;
        EXPECT_TRUE(holds(report, sentence.words)) << "not in the report: " << sentence.words;
    }
    const std::size_t in_use = find_domain_outcome("in_use");
    for (std::size_t slot = 0; slot < 2; ++slot)
        for (const Domain domain : {Domain::social, Domain::physical}) {
            const auto d = static_cast<std::size_t>(index_of(domain));
            const Band& shown = bot.app().derived().fans.domains[slot][d][last_month];
            const Band told = band_of(ensemble.scenarios[slot], last_month, domain, in_use);
            EXPECT_EQ(shown.p50, told.p50);
            EXPECT_EQ(shown.p95, told.p95);
            const std::string range = range_words(shown, language, {});
            EXPECT_TRUE(holds(page, range)) << range;
            EXPECT_TRUE(holds(report, range)) << range;
        }
    for (const std::string& legend : {band_legend(replicates, language), certainty_legend(replicates, language)}) {
        EXPECT_TRUE(holds(page, legend)) << legend;
        EXPECT_TRUE(holds(report, legend)) << legend;
    }
}

TEST(OneVoice, InDutch) {
    expect_one_voice(Language::nl, "nl");
}

TEST(OneVoice, InEnglish) {
    expect_one_voice(Language::en, "en");
}

}  // namespace
}  // namespace algemeente::viewer
