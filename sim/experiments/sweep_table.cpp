// Until sweeps are written there is no store to read. To be replaced by the reader of the store.
#include "experiments/sweep_table.h"

#include "text/error.h"

namespace algemeente {

SweepTable read_sweep_table(const std::filesystem::path& store) {
    throw InputError(store.string() + ": this build cannot read stores of sweeps yet");
}

}  // namespace algemeente
