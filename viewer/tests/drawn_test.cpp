// Pictures of the pages are never stale: beside them stands what the window drew for each of them, and this test draws
// it again without a screen, with few runs. What is drawn otherwise asks for new pictures (scripts/update_pictures).
#include "places.h"
#include "screen_check.h"
#include "ui_bot.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

namespace algemeente::viewer {
namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream words;
    words << stream.rdbuf();
    return words.str();
}

std::vector<std::string> strings_in(const std::string& list) {
    static const std::regex quoted("\"([^\"]*)\"");
    std::vector<std::string> found;
    for (auto at = std::sregex_iterator(list.begin(), list.end(), quoted); at != std::sregex_iterator(); ++at)
        found.push_back((*at)[1]);
    return found;
}

/// File and options of every picture, as the script has them.
std::map<std::string, std::vector<std::string>> pictures_of_script() {
    const std::string script = content_of(places::checkout() / "scripts/update_pictures");
    std::smatch common;
    EXPECT_TRUE(std::regex_search(script, common, std::regex("WINDOW_OPTIONS = \\[([^\\]]*)\\]")));
    std::map<std::string, std::vector<std::string>> pictures;
    const std::regex row("\"(viewer/pictures/[a-z_]+\\.png)\": \\[([^\\]]*)\\]");
    for (auto at = std::sregex_iterator(script.begin(), script.end(), row); at != std::sregex_iterator(); ++at) {
        std::vector<std::string> options = strings_in((*at)[2]);
        for (const std::string& one : strings_in(common[1])) options.push_back(one);
        pictures[(*at)[1]] = std::move(options);
    }
    return pictures;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    constexpr std::uint64_t prime = 1099511628211ULL;  // FNV-1a, word by word
    return (hash ^ word) * prime;
}

/// All that would be drawn, on whole pixels: its shapes, their colours and its words.
std::uint64_t hash_of_frame() {
    std::uint64_t hash = 14695981039346656037ULL;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        for (const ImDrawVert& one : data.CmdLists[i]->VtxBuffer) {
            hash = mixed(hash, static_cast<std::uint64_t>(std::lround(one.pos.x)));
            hash = mixed(hash, static_cast<std::uint64_t>(std::lround(one.pos.y)));
            hash = mixed(hash, one.col);
        }
        hash = mixed(hash, static_cast<std::uint64_t>(data.CmdLists[i]->IdxBuffer.Size));
    }
    for (const char letter : all_words()) hash = mixed(hash, static_cast<unsigned char>(letter));
    return hash;
}

/// Few runs of few municipalities: what differs in their numbers differs in those of the picture.
Options quick(std::vector<std::string> arguments) {
    for (std::string& one : arguments)
        if (one.starts_with("scenarios/")) one = (places::checkout() / one).string();
    Options options = parse_options(arguments);
    options.replicates = 8;
    options.sample = 30;
    options.threads = 2;
    return options;
}

std::string drawn_by(const std::vector<std::string>& arguments) {
    const Options options = quick(arguments);
    ImGuiContext* context = ImGui::CreateContext();
    std::string hash;
    {
        NullPlatform platform(options.width, options.height);
        App app(options, platform);
        EXPECT_TRUE(app.settle(std::chrono::minutes(3)));
        char room[24];
        std::snprintf(room, sizeof room, "%016llx", static_cast<unsigned long long>(hash_of_frame()));
        hash = room;
    }
    ImGui::DestroyContext(context);
    return hash;
}

std::map<std::string, std::string> kept_hashes(const std::filesystem::path& file) {
    std::map<std::string, std::string> kept;
    std::ifstream stream(file);
    for (std::string picture, hash; stream >> picture >> hash;) kept[picture] = hash;
    return kept;
}

TEST(Pictures, AreOfWhatTheWindowDrawsNow) {
    const std::filesystem::path file = places::checkout() / "viewer/pictures/drawn.txt";
    std::map<std::string, std::string> now;
    for (const auto& [picture, arguments] : pictures_of_script()) now[picture] = drawn_by(arguments);
    ASSERT_GE(now.size(), 6U);
    std::map<std::string, std::string> kept = kept_hashes(file);
    if (const char* const drawn = std::getenv("ALGEMEENTE_UPDATE_PICTURES")) {  // these pictures have just been drawn
        std::istringstream files(drawn);
        for (std::string picture; files >> picture;) kept[picture] = now.at(picture);
        std::ofstream stream(file);
        for (const auto& [picture, hash] : kept) stream << picture << " " << hash << "\n";
        return;
    }
    for (const auto& [picture, hash] : now) {
        ASSERT_TRUE(kept.contains(picture)) << picture << " is not in " << file << ": run scripts/update_pictures";
        EXPECT_EQ(kept.at(picture), hash) << picture << " shows what the window no longer draws: run "
                                          << "scripts/update_pictures";
    }
    EXPECT_EQ(kept.size(), now.size());
}

TEST(Pictures, AnotherWordOrNumberIsAnotherHash) {
    const std::vector<std::string> usual = {"--session", "scenarios/baseline.toml", "--lang", "nl", "--size",
                                            "1280x720"};
    const std::string hash = drawn_by(usual);
    EXPECT_EQ(drawn_by(usual), hash) << "the same once more";
    std::vector<std::string> other = usual;
    other[3] = "en";
    EXPECT_NE(drawn_by(other), hash) << "other words";
    other = usual;
    other[1] = "scenarios/budget_cuts.toml";
    EXPECT_NE(drawn_by(other), hash) << "other numbers";
}

}  // namespace
}  // namespace algemeente::viewer
