// Scenarios drawn from the tables: every one of them is a scenario that a file could hold.
#pragma once

#include "parameters/outcomes.h"
#include "scenario/condition.h"
#include "scenario/lever.h"
#include "scenario/scenario_keys.h"
#include "scenario/scenario_tables.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace algemeente::testing {

/// Texts that a careless writer would spoil.
inline const std::vector<std::string>& nasty_texts() {
    static const std::vector<std::string> texts = [] {
        std::vector<std::string> all{
            "plain words",
            "\"quoted\" and 'quoted'",
            "\"\"\" three \"\"\" and ''' three '''",
            "back\\slash at the end\\",
            "two\nlines\r\nand\ra tab\t.",
            "\n",
            "# no comment",
            "[world]\nmonths = 3",
            "\\u0041 \\n \\x",
            "caf\u00e9 \u2014 \u20ac 5",
            "\U0001F3DB\uFE0F \U0001F468\u200D\U0001F469\u200D\U0001F467 \u05E9\u05DC\u05D5\u05DD",
            "\uFEFF\u2028\u2029\u0085\u00A0",
            " ends in spaces  ",
            std::string("a\0b", 3),
        };
        std::string long_text(100'000, 'x');
        long_text += "\n\"\u20ac";
        all.push_back(long_text);
        std::string control;
        for (char letter = 1; letter < 0x20; ++letter) control += letter;
        all.push_back(control + '\x7F');
        return all;
    }();
    return texts;
}

class ScenarioDraw {
public:
    explicit ScenarioDraw(std::uint64_t seed) : engine_(seed) {}

    Scenario scenario() {
        Scenario drawn;
        drawn.name = "drawn";
        draw_texts(drawn);
        draw_world(drawn);
        draw_values(drawn);
        const int changes = below(9);
        for (int i = 0; i < changes; ++i) add_if_possible(drawn, change());
        const int conditional = below(4);
        for (int i = 0; i < conditional; ++i) add_if_possible(drawn, conditional_change());
        const int shocks = below(5);
        for (int i = 0; i < shocks; ++i) drawn.shocks.push_back(shock());
        return drawn;
    }

private:
    double uniform() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }
    int below(int limit) { return static_cast<int>(uniform() * limit); }
    bool chance(double share) { return uniform() < share; }

    /// A number of a row or a column, whole where it must be.
    template <typename Row>
    double value_of(const Row& row) {
        const double value = row.low + uniform() * (row.high - row.low);
        return problem_with(row, value).empty() ? value : std::floor(value + 0.5);
    }

    void draw_texts(Scenario& drawn) {
        const auto text = [this] { return nasty_texts()[static_cast<std::size_t>(below(16))]; };
        drawn.title = text();
        if (chance(0.7)) drawn.question = text();
        if (chance(0.7)) drawn.story = text();
        if (chance(0.7)) drawn.evidence = text();
    }

    void draw_world(Scenario& drawn) {
        if (chance(0.3)) drawn.municipalities = {MunicipalityChoice::Kind::sample, 1 + below(342), {}};
        if (chance(0.3)) drawn.municipalities = {MunicipalityChoice::Kind::listed, 0, {"GM0363", "GM0599"}};
        if (chance(0.2)) drawn.population = Population::synthetic;
    }

    void draw_values(Scenario& drawn) {
        for (const ParameterInfo& row : parameter_table()) {
            if (!chance(0.1)) continue;
            const double before = drawn.parameters.*row.value;
            drawn.parameters.*row.value = value_of(row);
            if (!problem_between(drawn.parameters).empty()) drawn.parameters.*row.value = before;
        }
        for_each_cell(static_cast<SimulatedScenario&>(drawn),
                      [&](std::size_t /*use_case*/, const UseCaseColumn& column, double& cell) {
                          if (!chance(0.1)) return;
                          const double before = cell;
                          cell = value_of(column);
                          if (!problem_between(drawn.use_cases).empty()) cell = before;
                      });
    }

    DatedChange change() {
        DatedChange drawn;
        if (chance(0.3)) {
            const auto use_case = static_cast<std::size_t>(below(static_cast<int>(use_case_names().size())));
            const auto column = static_cast<std::size_t>(below(static_cast<int>(use_case_columns().size())));
            drawn.lever = "use_cases." + std::string(use_case_names()[use_case]) + "." +
                          std::string(use_case_columns()[column].name);
            drawn.value = value_of(use_case_columns()[column]);
        } else {
            const auto position = static_cast<std::size_t>(below(static_cast<int>(parameter_table().size())));
            drawn.lever = parameter_table()[position].name;
            drawn.value = value_of(parameter_table()[position]);
        }
        drawn.from_month = below(180);
        if (chance(0.4)) drawn.until_month = drawn.from_month + 1 + below(60);
        if (chance(0.5)) drawn.rollout_months = below(49);
        if (chance(0.5)) drawn.municipality_share = uniform();
        if (chance(0.3)) drawn.initial_share = uniform() * drawn.municipality_share;
        return drawn;
    }

    /// A condition in the one form in which a file's is kept.
    std::string condition() {
        const auto one = [this](std::span<const OutcomeInfo> outcomes) {
            return std::string(outcomes[static_cast<std::size_t>(below(static_cast<int>(outcomes.size())))].name);
        };
        const char* const signs[] = {" > ", " >= ", " < ", " <= "};
        std::string text = one(domain_outcomes()) + (chance(0.5) ? ".social" : ".physical") + signs[below(4)] +
                           std::to_string(uniform() * 100);
        if (chance(0.5)) text += " and " + one(national_outcomes()) + signs[below(4)] + std::to_string(uniform());
        return condition_text(condition_from(text));
    }

    ConditionalChange conditional_change() {
        const DatedChange dated = change();
        ConditionalChange drawn{.lever = dated.lever,
                                .value = dated.value,
                                .when = condition(),
                                .until_month = dated.until_month,
                                .rollout_months = dated.rollout_months,
                                .municipality_share = dated.municipality_share,
                                .initial_share = dated.initial_share};
        if (chance(0.5) || drawn.until_month == 1) drawn.from_month = std::max(1, dated.from_month);
        if (drawn.until_month == 1) drawn.until_month = -1;
        if (chance(0.5)) drawn.until_when = condition();
        return drawn;
    }

    Shock shock() {
        return {.frame = chance(0.5) ? Frame::risk : Frame::surveillance,
                .from_month = below(180),
                .months = 1 + below(24),
                .stories_per_month = uniform() * 20};
    }

    static void add_if_possible(Scenario& drawn, const ConditionalChange& change) {
        const Lever lever = find_lever(change.lever);
        if (!lever || !problem_with_date(lever).empty()) return;
        drawn.conditional_changes.push_back(change);
        if (!problem_between(drawn).empty()) drawn.conditional_changes.pop_back();
    }

    static void add_if_possible(Scenario& drawn, const DatedChange& change) {
        const Lever lever = find_lever(change.lever);
        if (!lever || !problem_with_date(lever).empty()) return;  // a setting, or read only at the start
        drawn.changes.push_back(change);
        if (!problem_between(drawn).empty()) drawn.changes.pop_back();
    }

    std::mt19937_64 engine_;
};

}  // namespace algemeente::testing
