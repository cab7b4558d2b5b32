#include "patterns/liveness_readings.h"

#include "patterns/measures.h"

#include <algorithm>
#include <vector>

namespace algemeente {

namespace {

struct Outcome {
    std::string_view name;
    ChangeUnit unit = ChangeUnit::relative;
};

/// Of both domains.
constexpr Outcome of_domains[] = {
    {"in_use"},
    {"value"},
    {"harm_so_far"},
    {"incidents_so_far"},
    {"ideas_so_far"},
    {"pipeline"},
    {"abandoned"},
    {"discontinued"},
    {"reach_share", ChangeUnit::level},
    {"lead_time_months"},
    {"usage", ChangeUnit::level},
    {"performance", ChangeUnit::level},
    {"bought_share", ChangeUnit::level},
    {"legitimacy_in_use", ChangeUnit::level},
    {"labelled_as_algorithm"},
    {"maturity", ChangeUnit::level},
    {"employee_willingness", ChangeUnit::level},
};

/// Of the nation.
constexpr Outcome of_nation[] = {
    {"mean_trust", ChangeUnit::level},
    {"mean_concern", ChangeUnit::level},
    {"attention_risk", ChangeUnit::level},
    {"local_attention_risk", ChangeUnit::level},
    {"alderman_risk_aversion"},
    {"relabelled_share", ChangeUnit::level},
    {"strictness", ChangeUnit::level},
    {"ethics_maturity", ChangeUnit::level},
    {"knowledge", ChangeUnit::level},
    {"ict_level", ChangeUnit::level},
    {"standards_level", ChangeUnit::level},
    {"lock_in", ChangeUnit::level},
    {"source_quality", ChangeUnit::level},
    {"capacity_total"},
    {"care_signals"},
};

}  // namespace

std::string_view change_unit_word(ChangeUnit unit) {
    return unit == ChangeUnit::relative ? "relative" : "level";
}

std::span<const LivenessReading> liveness_readings() {
    static const std::vector<LivenessReading> readings = [] {
        std::vector<LivenessReading> all;
        for (const Outcome& outcome : of_domains)
            for (const Domain domain : both_domains) all.push_back({outcome.name, outcome.unit, domain});
        for (const Outcome& outcome : of_nation) all.push_back({outcome.name, outcome.unit, std::nullopt});
        return all;
    }();
    return readings;
}

int liveness_month(int months) {
    return std::min(month_2027_june, months - 1);
}

Numbers read_liveness(const History& history, int month) {
    Numbers numbers;
    for (const LivenessReading& reading : liveness_readings())
        numbers.push_back(reading.domain ? outcome_at(history, reading.outcome, *reading.domain, month)
                                         : national_at(history, reading.outcome, month));
    return numbers;
}

std::string_view word_of(const std::optional<Domain>& domain) {
    return domain ? domain_word(*domain) : "nation";
}

}  // namespace algemeente
