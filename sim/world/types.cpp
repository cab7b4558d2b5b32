#include "world/types.h"

#include <array>

namespace algemeente {

namespace {

/// The word at an enumerator's position; "?" cannot occur unless the lists and the enumerations drift apart.
template <typename Enumeration, std::size_t count>
std::string_view word_of(const std::array<std::string_view, count>& words, Enumeration value) {
    const auto position = static_cast<std::size_t>(value);
    return position < count ? words[position] : std::string_view("?");
}

}  // namespace

std::string_view stage_word(Stage stage) {
    return word_of(std::array<std::string_view, stage_count>{"idea", "development", "pilot", "implementation", "in_use",
                                                             "discontinued", "abandoned"},
                   stage);
}

std::string_view factor_word(Factor factor) {
    return word_of(
        std::array<std::string_view, factor_count + 1>{"ict", "capacity", "data_availability", "data_readiness", "law",
                                                       "legitimacy_citizens", "legitimacy_government", "involvement",
                                                       "willingness", "ethics", "none"},
        factor);
}

std::string_view origin_word(Origin origin) {
    return word_of(
        std::array<std::string_view, origin_count>{"own", "same_domain", "corporate", "cross_domain", "external"},
        origin);
}

std::string_view reason_word(Reason reason) {
    return word_of(
        std::array<std::string_view, reason_count>{"", "law", "politics", "stuck", "exposure", "incident", "disuse",
                                                   "legitimacy", "moratorium", "new_alderman", "price", "supplier",
                                                   "people_left", "alternative", "other", "withdrawn"},
        reason);
}

std::string_view event_word(EventKind kind) {
    return word_of(
        std::array<std::string_view, event_kind_count>{"idea", "dropped", "started", "law_approved", "law_reworked",
                                                       "law_rejected", "ethics_advice", "pilot", "implementation",
                                                       "in_use", "abandoned", "incident", "escalation", "discontinued",
                                                       "new_alderman", "relabelled", "moratorium", "pivot", "paused"},
        kind);
}

}  // namespace algemeente
