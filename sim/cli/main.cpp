// The program without a window: dispatches to a command and turns what goes wrong into an exit code.
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/standard_streams.h"
#include "present/words/names.h"
#include "text/error.h"

#include <cerrno>
#include <cstdio>
#include <exception>
#include <new>
#include <system_error>

namespace {

using namespace algemeente;

int perform(const std::vector<std::string>& words) {
    try {
        present::suggest_by_all_names();
        return cli::perform(words);
    } catch (const InputError& error) {
        cli::tell("{}\n", error.what());
        return cli::exit_bad_input;
    } catch (const std::bad_alloc&) {
        cli::tell("not enough memory; raise --people-per-agent, or lower --municipalities or --threads\n");
        return cli::exit_run_failed;
    } catch (const std::exception& error) {
        if (std::ferror(stdout) != 0) return cli::code_of_lost_output(error);
        cli::tell("the run failed: {}\n", error.what());
        return cli::exit_run_failed;
    }
}

}  // namespace

int main(int count, char** words) {
    cli::secure_standard_streams();
    return cli::code_after_printing(perform({words, words + count}));
}
