#include "cli/commands.h"
#include "cli/exit_code.h"
namespace algemeente::cli {
int perform_explain_gap(const Invocation&) {
    return exit_done;
}
}  // namespace algemeente::cli
