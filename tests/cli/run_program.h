// Runs the real program as a person or a script would, and looks at what it says and leaves behind.
#pragma once

#include "places.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace algemeente::testing {

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// A folder that lives as long as the test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "algemeente-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string operator/(const std::string& name) const { return (path_ / name).string(); }

    std::string write(const std::string& name, const std::string& content) const {
        std::ofstream(path_ / name) << content;
        return *this / name;
    }

private:
    std::filesystem::path path_;
};

inline std::set<std::string> files_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    if (!std::filesystem::exists(folder)) return names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename());
    return names;
}

/// A page as it is copied from a browser: options of commands stand in elements of their own.
inline std::string without_spans(std::string page) {
    for (const std::string tag : {"<span>", "</span>"})
        for (std::size_t at = page.find(tag); at != std::string::npos; at = page.find(tag, at))
            page.erase(at, tag.size());
    return page;
}

struct ProgramResult {
    int exit_code = -1;  ///< -1: ended by a signal
    std::string out;
    std::string err;
};

/// The program while it runs. Its output goes to files, so that no full pipe can stop it.
class RunningProgram {
public:
    explicit RunningProgram(const std::vector<std::string>& arguments, const std::string& program = places::program()) {
        std::vector<std::string> words{program};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> pointers;
        for (std::string& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        const std::string out = folder_ / "out";
        const std::string err = folder_ / "err";

        child_ = fork();
        if (child_ < 0) throw std::runtime_error("the program cannot be started");
        if (child_ > 0) return;
        const bool ready =
            chdir(places::checkout().c_str()) == 0 && redirect(out, STDOUT_FILENO) && redirect(err, STDERR_FILENO);
        setenv("LC_ALL", "C", 1);  // the program speaks the language of the locale; what is tested here is English
        if (ready) execvp(pointers[0], pointers.data());
        _exit(127);
    }
    ~RunningProgram() {
        if (child_ <= 0) return;
        kill(child_, SIGKILL);
        waitpid(child_, nullptr, 0);
    }
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    void send(int signal) const { kill(child_, signal); }

    ProgramResult wait() {
        int status = 0;
        waitpid(child_, &status, 0);
        child_ = 0;
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(folder_ / "out"), content_of(folder_ / "err")};
    }

private:
    static bool redirect(const std::string& file, int descriptor) {
        const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        return opened >= 0 && dup2(opened, descriptor) >= 0;
    }

    TemporaryFolder folder_;
    pid_t child_ = 0;
};

/// Runs the program in the source folder to its end.
inline ProgramResult run_program(const std::vector<std::string>& arguments) {
    return RunningProgram(arguments).wait();
}

inline std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

inline std::size_t lines_in(const std::string& text) {
    std::size_t lines = 0;
    for (const char letter : text) lines += letter == '\n' ? 1U : 0U;
    return lines;
}

}  // namespace algemeente::testing
