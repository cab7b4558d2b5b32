#include "front/measure.h"

#include "text/calendar.h"

#include <fmt/format.h>

namespace algemeente {

std::string measure_name(const Measure& measure) {
    return fmt::format("{}.{}.{}", measure.outcome, measure_of_words[static_cast<std::size_t>(measure.of)],
                       date_of(measure.month));
}

const OutcomeInfo& outcome_of(const Measure& measure) {
    return measure.of == Measure::Of::nation ? national_outcomes()[find_national_outcome(measure.outcome)]
                                             : domain_outcomes()[find_domain_outcome(measure.outcome)];
}

}  // namespace algemeente
