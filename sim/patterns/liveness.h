// Does anything move when a factor, a class of agents or a parameter moves? Each is moved alone, against a base with
// the same random numbers, and a list of outcomes is read.
#pragma once

#include "ensemble/run_batch.h"
#include "patterns/liveness_plan.h"
#include "patterns/liveness_readings.h"
#include "patterns/study_record.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace algemeente {

/// The change of one reading, in pairs of replicates. NaN where it does not exist.
struct LivenessEffect {
    double change = 0;
    double standard_error = 0;
    int pairs = 0;  ///< replicates in which base and variant both have the reading

    /// How many times the smallest change that counts: 1 % of a count, 0.005 of a level.
    double size(ChangeUnit unit) const;
    /// How many standard errors; 0 without any change.
    double surety() const;
    /// More than three standard errors, and at least the smallest change that counts.
    bool moves(ChangeUnit unit) const;
};

/// Mean and standard error of variant minus base over replicates; relative ones are divided by the mean of the base.
/// Replicates in which either does not exist (NaN) are left out. NaN for fewer than two pairs, and for a relative
/// change of nothing.
LivenessEffect paired_effect(std::span<const double> base, std::span<const double> variant, ChangeUnit unit);

/// What one way to move a thing did.
struct LivenessChange {
    std::string setting;
    double value = 0;
    std::vector<LivenessEffect> effects;  ///< in the order of liveness_readings()
};

/// An effect and where it is.
struct LivenessPlace {
    const LivenessChange* change = nullptr;
    const LivenessReading* reading = nullptr;
    LivenessEffect effect{};
};

struct LivenessRow {
    LivenessThing thing;
    std::vector<LivenessChange> changes;

    /// Whether some outcome moves.
    bool moves() const;
    /// The largest effect of those that move, else the surest of all; none when nothing could be read.
    std::optional<LivenessPlace> largest() const;
    /// How probable it is that a thing which does nothing but change which random numbers are drawn shows an effect
    /// like the surest one among so many readings (Student's t, Bonferroni). 1 when nothing is large enough.
    double chance() const;
};

struct Liveness {
    std::vector<LivenessRow> rows;  ///< in the order of liveness_things()
    FactorSpread spread;            ///< of the base
    int month = 0;                  ///< that was read
    int replicates = 0;
    std::size_t runs = 0;
    bool cancelled = false;

    std::size_t inert() const;
};

/// Runs each base and each variant once for every replicate.
Liveness study_liveness(const Scenario& base, const std::vector<LivenessThing>& things, int replicates,
                        const BatchOptions& runs);

/// The reading of a run by hand: rows of things whose bases and variants were read already. `read_bases`:
/// [base][replicate], `read_variants`: [trial][replicate].
std::vector<LivenessRow> liveness_rows(const std::vector<LivenessThing>& things,
                                       const std::vector<LivenessTrial>& trials,
                                       const std::vector<std::vector<Numbers>>& read_bases,
                                       const std::vector<std::vector<Numbers>>& read_variants);

/// Positions of rows: inert ones without a reason first, then the other inert ones, then by the size of the largest
/// effect, the weakest first.
std::vector<std::size_t> in_order_of_liveness(const std::vector<LivenessRow>& rows);

/// One self-contained page.
void write_liveness_page(const Liveness& liveness, const StudyRecord& record, const std::filesystem::path& file,
                         present::Language language);

}  // namespace algemeente
