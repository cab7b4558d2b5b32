#include "patterns/liveness_readings.h"

#include "patterns/measures.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace algemeente {

namespace {

struct Outcome {
    std::string_view name;
    ChangeUnit unit = ChangeUnit::relative;
};

/// Of both domains. First what counts in the end, then what the mechanisms pass on.
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
    {"started"},
    {"dropped"},
    {"rejected_by_law"},
    {"effort"},
    {"severity", ChangeUnit::level},
    {"sensitivity_in_use", ChangeUnit::level},
    {"support_in_use", ChangeUnit::level},
    {"exposure", ChangeUnit::level},
    {"readiness", ChangeUnit::level},
    {"ict", ChangeUnit::level},
    {"capacity", ChangeUnit::level},
    {"data_availability", ChangeUnit::level},
    {"data_readiness", ChangeUnit::level},
    {"law", ChangeUnit::level},
    {"legitimacy_citizens", ChangeUnit::level},
    {"legitimacy_government", ChangeUnit::level},
    {"involvement", ChangeUnit::level},
    {"willingness", ChangeUnit::level},
    {"ethics", ChangeUnit::level},
    {"in_use_own"},
    {"in_use_bought"},
    {"in_use_national"},
    {"in_use_mandated"},
    {"in_use_all"},
    {"withdrawn"},
    {"suppliers_concentration", ChangeUnit::level},
    {"registered"},
    {"registered_in_use"},
    {"registered_out_of_use"},
};

/// Of the nation.
constexpr Outcome of_nation[] = {
    {"mean_trust", ChangeUnit::level},
    {"mean_concern", ChangeUnit::level},
    {"attention_risk", ChangeUnit::level},
    {"attention_surveillance", ChangeUnit::level},
    {"fatigue_risk", ChangeUnit::level},
    {"memory_risk", ChangeUnit::level},
    {"opportunity", ChangeUnit::level},
    {"local_attention_risk", ChangeUnit::level},
    {"local_attention_surveillance", ChangeUnit::level},
    {"protest", ChangeUnit::level},
    {"moratorium_share", ChangeUnit::level},
    {"alderman_risk_aversion"},
    {"alderman_knowledge", ChangeUnit::level},
    {"relabelled_share", ChangeUnit::level},
    {"strictness", ChangeUnit::level},
    {"ethics_maturity", ChangeUnit::level},
    {"knowledge", ChangeUnit::level},
    {"ict_level", ChangeUnit::level},
    {"standards_level", ChangeUnit::level},
    {"lock_in", ChangeUnit::level},
    {"source_quality", ChangeUnit::level},
    {"capacity_total"},
    {"budget_eur"},
    {"subscriptions_eur"},
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

namespace {

/// One outcome of a run, month by month.
class Series {
public:
    Series(const History& history, const LivenessReading& reading)
        : history_(history),
          domain_(reading.domain),
          position_(domain_ ? find_domain_outcome(reading.outcome) : find_national_outcome(reading.outcome)) {}
    double in(int month) const {
        return domain_ ? history_.domain_value(month, *domain_, position_) : history_.national_value(month, position_);
    }

private:
    const History& history_;
    std::optional<Domain> domain_;
    std::size_t position_;
};

/// Mean over the months until `last` in which it exists; NaN if there is none.
double mean_until(const Series& series, int last) {
    double sum = 0;
    int months = 0;
    for (int month = 0; month <= last; ++month) {
        const double value = series.in(month);
        if (std::isnan(value)) continue;
        sum += value;
        ++months;
    }
    return ratio(sum, months);
}

}  // namespace

Numbers read_liveness(const History& history, int month) {
    Numbers numbers;
    for (const LivenessReading& reading : liveness_readings()) {
        const Series series(history, reading);
        numbers.push_back(reading.unit == ChangeUnit::level ? mean_until(series, month) : series.in(month));
    }
    return numbers;
}

std::string_view word_of(const std::optional<Domain>& domain) {
    return domain ? domain_word(*domain) : "nation";
}

}  // namespace algemeente
