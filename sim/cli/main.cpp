// The program without a window: dispatches to a command and turns what goes wrong into an exit code.
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "present/words/names.h"
#include "text/error.h"

#include <cstdio>
#include <exception>
#include <new>

int main(int count, char** words) {
    using namespace algemeente;
    try {
        present::suggest_by_all_names();
        return cli::perform({words, words + count});
    } catch (const InputError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return cli::exit_bad_input;
    } catch (const std::bad_alloc&) {
        std::fputs("not enough memory; raise --people-per-agent, or lower --municipalities or --threads\n", stderr);
        return cli::exit_run_failed;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "the run failed: %s\n", error.what());
        return cli::exit_run_failed;
    }
}
