#include "present/words/liveness_reasons.h"

#include <string>

namespace algemeente::present {

namespace {

struct InertReason {
    std::string_view name;
    std::string_view nl;
    std::string_view en;
};

const std::vector<InertReason>& reasons() {
    static const std::vector<InertReason> all = {
#define REASON(name, nl, en) {name, nl, en},
#include "present/words/liveness_reasons.def"
    };
    return all;
}

}  // namespace

std::string_view reason_of_inert(std::string_view name, Language language) {
    for (const InertReason& reason : reasons())
        if (reason.name == name) return language == Language::nl ? reason.nl : reason.en;
    return {};
}

std::vector<std::string_view> names_with_reason() {
    std::vector<std::string_view> names;
    for (const InertReason& reason : reasons()) names.push_back(reason.name);
    return names;
}

}  // namespace algemeente::present
