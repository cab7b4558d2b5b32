#include "scenario/condition.h"

#include "parameters/outcomes.h"
#include "scenario/keys.h"
#include "text/error.h"
#include "text/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace algemeente {

namespace {

constexpr std::string_view signs[] = {">", ">=", "<", "<="};  // in the order of Comparison
constexpr std::string_view joined_by = "and";
constexpr std::string_view form = "OUTCOME.DOMAIN > NUMBER, for example \"incidents_so_far.social > 12\"";

bool is_sign(char letter) {
    return letter == '<' || letter == '>' || letter == '=' || letter == '!';
}

bool is_space(char letter) {
    return letter == ' ' || letter == '\t';
}

/// Words and signs, with or without spaces between them: "a.b", ">=", "12".
std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        const bool sign = is_sign(text[at]);
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end]) && is_sign(text[end]) == sign) ++end;
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

template <typename... Parts>
[[noreturn]] void refuse(fmt::format_string<Parts...> problem, Parts&&... parts) {
    throw InputError(fmt::format(problem, std::forward<Parts>(parts)...));
}

/// Hands out words one by one and says what was expected where they end.
class Words {
public:
    explicit Words(std::string_view text) : text_(text), words_(words_in(text)) {}

    bool left() const { return next_ < words_.size(); }
    std::string_view take(std::string_view expected) {
        if (!left()) refuse("expected {} at the end of \"{}\"", expected, text_);
        return words_[next_++];
    }
    std::string_view text() const { return text_; }

private:
    std::string_view text_;
    std::vector<std::string_view> words_;
    std::size_t next_ = 0;
};

/// "in_use.social" and "mean_trust".
void take_seen(Clause& clause, std::string_view word) {
    const std::size_t dot = word.find('.');
    const std::string_view outcome = word.substr(0, dot);
    const bool has_domain = dot != std::string_view::npos;
    if (is_national_outcome(outcome)) {
        if (has_domain)
            refuse("'{}' is of the whole country; write '{}' without '{}'", outcome, outcome, word.substr(dot));
        clause.outcome = find_national_outcome(outcome);
        return;
    }
    if (!is_domain_outcome(outcome))
        refuse("unknown outcome '{}'{}", outcome, suggestion_for(outcome, all_outcome_names(), "outcomes"));
    if (!has_domain)
        refuse("'{0}' is counted in each domain; write '{0}.{1}' or '{0}.{2}'", outcome, domain_word(Domain::social),
               domain_word(Domain::physical));
    const std::string_view domain = word.substr(dot + 1);
    const auto found = std::find(domain_ids.begin(), domain_ids.end(), domain);
    if (found == domain_ids.end()) refuse("unknown domain '{}'{}", domain, suggestion_for(domain, domain_ids));
    clause.outcome = find_domain_outcome(outcome);
    clause.domain = static_cast<Domain>(found - domain_ids.begin());
}

Clause clause_from(Words& words) {
    Clause clause;
    const std::string_view seen = words.take(form);
    take_seen(clause, seen);
    const std::string_view sign = words.take("> or <");
    const auto* const known = std::find(std::begin(signs), std::end(signs), sign);
    if (known == std::end(signs)) refuse("expected >, >=, < or <= after '{}', got '{}'", seen, sign);
    clause.comparison = static_cast<Comparison>(known - std::begin(signs));
    const std::string_view number = words.take("a number");
    const std::optional<double> value = parse_number(number);
    if (!value) refuse("expected a number after '{}', got '{}'{}", sign, number, decimal_point_hint(number));
    clause.number = *value;
    return clause;
}

const OutcomeInfo& outcome_of(const Clause& clause) {
    return clause.domain ? domain_outcomes()[clause.outcome] : national_outcomes()[clause.outcome];
}

}  // namespace

std::string_view comparison_sign(Comparison comparison) {
    return signs[static_cast<std::size_t>(comparison)];
}

bool Clause::holds(double value) const {
    switch (comparison) {
        case Comparison::above: return value > number;
        case Comparison::at_least: return value >= number;
        case Comparison::below: return value < number;
        case Comparison::at_most: return value <= number;
    }
    return false;
}

Condition condition_from(std::string_view text) {
    Words words(text);
    if (!words.left()) refuse("expected {}, got \"{}\"", form, text);
    Condition condition{clause_from(words)};
    while (words.left()) {
        const std::string_view join = words.take(joined_by);
        if (join == "or")
            refuse("conditions are joined by '{}'; for '{}' write a second [[change]] of the lever", joined_by, join);
        if (join != joined_by) refuse("expected '{}' between conditions, got '{}'", joined_by, join);
        condition.push_back(clause_from(words));
    }
    return condition;
}

std::string seen_text(const Clause& clause) {
    const std::string_view name = outcome_of(clause).name;
    return clause.domain ? fmt::format("{}.{}", name, domain_word(*clause.domain)) : std::string(name);
}

std::string condition_text(const Condition& condition) {
    std::string text;
    for (const Clause& clause : condition) {
        if (!text.empty()) text += fmt::format(" {} ", joined_by);
        text += fmt::format("{} {} {}", seen_text(clause), comparison_sign(clause.comparison), clause.number);
    }
    return text;
}

std::string problem_without_suppliers(const Condition& condition) {
    for (const Clause& clause : condition)
        if (counts_suppliers(outcome_of(clause).name))
            return fmt::format(
                "'{}' is counted only where suppliers take part; write supply = true in [world], or "
                "choose another outcome",
                seen_text(clause));
    return {};
}

}  // namespace algemeente
