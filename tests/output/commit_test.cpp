// The commit in stores and manifests: sources that are not committed are marked, and every change has its own mark.
#include "cli/run_program.h"

#include <gtest/gtest.h>

#include <regex>

namespace algemeente::testing {

namespace {

/// A checkout of two files, and what sim/output/commit.cmake calls it.
class Checkout {
public:
    Checkout() {
        std::filesystem::create_directory(folder_ / "sim");
        write("CMakeLists.txt", "project(x)\n");
        write("sim/a.cpp", "int a;\n");
    }
    void write(const std::string& file, const std::string& text) const { folder_.write(file, text); }
    void remove(const std::string& file) const { std::filesystem::remove(folder_ / file); }
    void git(std::vector<std::string> words) const {
        words.insert(words.begin(), {"-C", folder_ / "", "-c", "user.name=x", "-c", "user.email=x@x"});
        const ProgramResult result = RunningProgram(words, "git").wait();
        ASSERT_EQ(result.exit_code, 0) << result.err;
    }
    std::string commit() const {
        const std::string header = out_ / "commit.h";
        const std::string script = (places::checkout() / "sim/output/commit.cmake").string();
        const ProgramResult result =
            RunningProgram({"-DSOURCE=" + (folder_ / ""), "-DHEADER=" + header, "-P", script}, "cmake").wait();
        EXPECT_EQ(result.exit_code, 0) << result.err;
        const std::string text = content_of(header);
        const std::size_t first = text.find('"') + 1;
        return text.substr(first, text.rfind('"') - first);
    }

private:
    TemporaryFolder folder_;
    TemporaryFolder out_;
};

}  // namespace

TEST(Commit, marks_sources_that_are_not_committed) {
    const Checkout checkout;
    EXPECT_TRUE(checkout.commit().starts_with("sources-")) << "without git the sources are hashed";
    checkout.git({"init", "-q"});
    checkout.git({"add", "."});
    checkout.git({"-c", "commit.gpgsign=false", "commit", "-q", "-m", "x"});
    const std::string clean = checkout.commit();
    EXPECT_TRUE(std::regex_match(clean, std::regex("[0-9a-f]{12}"))) << clean;

    checkout.write("sim/a.cpp", "int b;\n");
    const std::string changed = checkout.commit();
    EXPECT_TRUE(std::regex_match(changed, std::regex(clean + "-dirty-[0-9a-f]{8}"))) << changed;
    checkout.write("sim/new.cpp", "int c;\n");
    const std::string more = checkout.commit();
    EXPECT_TRUE(more.starts_with(clean + "-dirty-")) << more;
    EXPECT_NE(more, changed) << "another change, another mark";

    checkout.remove("sim/new.cpp");
    checkout.git({"checkout", "-q", "--", "sim/a.cpp"});
    checkout.write("sim/README.md", "words\n");
    EXPECT_EQ(checkout.commit(), clean) << "words are no sources";
}

}  // namespace algemeente::testing
