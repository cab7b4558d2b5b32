// The rules of this folder, read from its sources: short functions and files, a core without windows.
#include "places.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace algemeente::viewer {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    Lines lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// First line and length of every function that is defined at the left margin, as clang-format leaves it.
std::vector<std::pair<std::size_t, std::size_t>> functions_of(const Lines& lines) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    std::size_t head = 0;
    bool open = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& line = lines[i];
        if (line.empty()) continue;
        const bool margin = line[0] != ' ' && line[0] != '}' && line[0] != '/' && line[0] != '#';
        if (margin && !open) head = i;
        if (margin && line.starts_with("namespace")) continue;
        if (line.ends_with("{") && line.find("namespace") == std::string::npos && (margin || i == head + 1))
            open = true;
        if (line[0] == '}' && open) {
            if (line == "}") found.emplace_back(head, i - head + 1);
            open = false;
        }
    }
    return found;
}

std::vector<std::filesystem::path> sources(const std::vector<std::string>& folders) {
    std::vector<std::filesystem::path> files;
    for (const std::string& folder : folders) {
        const auto path = places::checkout() / "viewer" / folder;
        for (const auto& entry : std::filesystem::directory_iterator(path))
            if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") files.push_back(entry.path());
    }
    return files;
}

TEST(Rules, TheReaderOfFunctionsFindsThem) {
    const Lines lines = {
        "namespace a {",     "",           "int one() {", "    return 1;",    "}", "", "void two(int a,",
        "         int b) {", "    a = b;", "}",           "}  // namespace a"};
    const auto found = functions_of(lines);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].second, 3U);
    EXPECT_EQ(found[1].first, 6U);
    EXPECT_EQ(found[1].second, 4U);
}

TEST(Rules, NoFunctionOfMoreThanSixtyLinesAndNoFileOfMoreThanFiveHundred) {
    std::size_t functions = 0;
    for (const auto& file :
         sources({"app", "commands", "ensemble", "evidence", "platform", "plot", "state", "views", "widgets"})) {
        const Lines lines = lines_of(file);
        EXPECT_LE(lines.size(), 500U) << file;
        for (const auto& [first, length] : functions_of(lines)) {
            EXPECT_LE(length, 60U) << file << ":" << first + 1;
            ++functions;
        }
    }
    EXPECT_GT(functions, 400U);
}

TEST(Rules, TheCoreKnowsNoWindow) {
    std::size_t files = 0;
    for (const auto& file : sources({"commands", "ensemble", "evidence", "plot", "state"})) {
        ++files;
        for (const std::string& line : lines_of(file))
            for (const char* outside : {"imgui", "GLFW", "viewer/widgets", "viewer/views", "viewer/app"})
                EXPECT_FALSE(line.starts_with("#include") && line.find(outside) != std::string::npos)
                    << file << ": " << line;
    }
    EXPECT_GT(files, 40U);
}

}  // namespace
}  // namespace algemeente::viewer
