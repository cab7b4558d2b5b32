// P26-P32, P38, P39: what suppliers, national services, laws and the public register do. Run with suppliers on and in
// the whole country, since the facts they are held against count municipalities.
#include "netherlands/products.h"
#include "patterns/measures.h"
#include "text/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <string_view>

namespace algemeente {

namespace {

/// Users of some products together at the end of a month; NaN without suppliers.
double users_of(const FinishedRun& run, std::initializer_list<std::string_view> names, int month) {
    const std::vector<Product> products = products_of(run.scenario);
    double users = 0;
    int found = 0;
    for (std::size_t k = 0; k < products.size(); ++k) {
        if (std::find(names.begin(), names.end(), products[k].name) == names.end()) continue;
        ++found;
        users += run.history.product_users.at(static_cast<std::size_t>(month) * products.size() + k);
    }
    return found > 0 ? users : std::nan("");
}

struct Duty {
    double users_2022 = 0;  ///< in December
    double users_2023 = 0;
};

Duty measure_duty(const FinishedRun& run) {
    const auto users = [&](int year) {
        return users_of(run, {"debt_matching_a", "debt_matching_b"}, month_of(year, 12));
    };
    return {users(2022), users(2023)};
}

Pattern duty_pattern() {
    constexpr double counted_2022 = 234;  // S01
    constexpr double counted_2023 = 281;
    constexpr double low = .85;
    constexpr double high = 1.15;
    return {.id = "P26",
            .sentence = "A duty brings everybody, in years.",
            .evidence = "S01",
            .pattern_class = PatternClass::validation,
            .scenarios = {"supplied:base"},
            .measure = measured_by(measure_duty),
            .checks = {between("users of early debt signalling, December 2022, relative to the 234 counted", low, high,
                               [](const Duty& base) { return base.users_2022 / counted_2022; }),
                       between("the same, December 2023, relative to 281", low, high,
                               [](const Duty& base) { return base.users_2023 / counted_2023; })},
            .note = "The facts served to choose parameters."};
}

/// Before a shared product is judged unlawful, and a year later.
struct Strike {
    double users_before = 0;
    double users_after = 0;
    double own_before = 0;  ///< welfare scoring of a municipality's own
    double own_after = 0;

    double stopped() const { return 1 - users_after / users_before; }
    double own_stopped() const { return 1 - own_after / own_before; }
};

Strike measure_strike(const FinishedRun& run) {
    constexpr int before = month_of(2020, 7);
    constexpr int after = month_of(2021, 7);
    Strike strike;
    strike.users_before = users_of(run, {"welfare_scorecard"}, before);
    strike.users_after = users_of(run, {"welfare_scorecard"}, after);
    const std::size_t scoring = find_use_case("welfare_risk_scoring");
    for (const ProjectRecord& record : run.history.records.projects) {
        if (record.use_case != scoring) continue;
        if (record.in_use_at(before)) ++strike.own_before;
        if (record.in_use_at(after)) ++strike.own_after;
    }
    return strike;
}

Pattern strike_pattern() {
    return {.id = "P27",
            .sentence = "What is shared ends together.",
            .evidence = "S04",
            .pattern_class = PatternClass::validation,
            .scenarios = {"supplied:base"},
            .measure = measured_by(measure_strike),
            .checks = {above("share of the scorecard's users of July 2020 that have stopped by July 2021", .9,
                             [](const Strike& base) { return base.stopped(); }),
                       below("fall of own welfare scoring, minus half of that share", 0,
                             [](const Strike& base) { return base.own_stopped() - base.stopped() / 2; })},
            .note =
                "A fall of own scoring is of its number in use, all replicates together: it is rare. The first part "
                "follows from the date in the data and served to choose parameters."};
}

/// December 2023.
struct Readings {
    double orders_turn = 0;  ///< 1 where physical leads in what is chosen and social in all that is used, else 0
    ByDomain chosen;
    ByDomain all;
};

Readings measure_readings(const FinishedRun& run) {
    constexpr int month = month_of(2023, 12);
    constexpr double clear_lead = 1.3;
    Readings readings;
    readings.chosen = outcome_at(run.history, "in_use", month);
    readings.all = outcome_at(run.history, "in_use_all", month);
    const bool turn =
        readings.chosen.physical > clear_lead * readings.chosen.social && readings.all.physical < readings.all.social;
    readings.orders_turn = turn ? 1 : 0;
    return readings;
}

Pattern readings_pattern() {
    return {
        .id = "P28",
        .sentence =
            "What municipalities choose and what they use differ: physical leads in the one, social in the other.",
        .evidence = "S01-S03, S16",
        .pattern_class = PatternClass::emergent_validation,
        .scenarios = {"supplied:base"},
        .measure = measured_by(measure_readings),
        .checks = {share_at_least("physical / social above 1.3 in what is chosen and below 1 in all use, December 2023",
                                  .95, [](const Readings& base) { return base.orders_turn; }),
                   above("chosen, physical / social", 1.3,
                         [](const Readings& base) { return base.chosen.physical / base.chosen.social; }),
                   below("all use, physical / social", 1,
                         [](const Readings& base) { return base.all.physical / base.all.social; })},
        .note = "Products that are built together and that everybody may join count with the national services."};
}

/// Uses by choice at the end of 2024, by size class: all, and those that were bought or joined.
struct Buying {
    std::array<double, size_class_count> social{}, physical{};
    std::array<double, size_class_count> social_bought{}, physical_bought{};

    double share(std::size_t size) const {
        return (social_bought[size] + physical_bought[size]) / (social[size] + physical[size]);
    }
    double gap(std::size_t size) const {
        return std::abs(social_bought[size] / social[size] - physical_bought[size] / physical[size]);
    }
};

Buying measure_buying(const FinishedRun& run) {
    Buying buying;
    for (const MunicipalityYear& row : run.history.years) {
        if (row.year != 2024) continue;
        const auto size = static_cast<std::size_t>(run.country[row.municipality].size_class);
        const bool is_social = row.domain == Domain::social;
        (is_social ? buying.social : buying.physical)[size] += row.in_use;
        (is_social ? buying.social_bought : buying.physical_bought)[size] += row.in_use_bought;
    }
    return buying;
}

double largest_gap(const Buying& base) {
    double largest = 0;
    for (std::size_t size = 0; size < size_class_count; ++size) {
        if (std::isnan(base.gap(size))) return std::nan("");
        largest = std::max(largest, base.gap(size));
    }
    return largest;
}

Pattern buying_pattern() {
    return {
        .id = "P29",
        .sentence = "Buying follows size, not domain.",
        .evidence = "S08",
        .pattern_class = PatternClass::emergent,
        .scenarios = {"supplied:base"},
        .measure = measured_by(measure_buying),
        .checks = {above("share bought of what is chosen, smallest minus largest size class, end of 2024", .3,
                         [](const Buying& base) { return base.share(0) - base.share(size_class_count - 1); }),
                   below("largest difference of that share between the domains inside a size class", .1, largest_gap)},
        .note = "Shares of the uses of all replicates together; bought or joined with others counts as bought."};
}

struct AllUse {
    ByDomain uses;  ///< a year after the loss
};

AllUse measure_all_use(const FinishedRun& run) {
    return {outcome_at(run.history, "in_use_all", month_2024_end)};
}

Pattern supplier_pattern() {
    return {
        .id = "P30",
        .sentence = "The loss of one supplier hits the domain with fewer suppliers.",
        .evidence = "S09",
        .pattern_class = PatternClass::emergent,
        .scenarios = {"supplied:base", "supplied:without_suppliers:VNG+Talking Traffic"},
        .measure = measured_by(measure_all_use),
        .checks = {above("uses lost after a year, share in the social minus share in the physical domain", 0,
                         [](const AllUse& base, const AllUse& without) {
                             return relative_change(without.uses.physical, base.uses.physical) -
                                    relative_change(without.uses.social, base.uses.social);
                         })},
        .note =
            "In January 2024 the largest supplier of each domain withdraws its products. Largest is who has most users "
            "by the last counts of scenarios/data/supply.csv: VNG (320 and 30) and Talking Traffic (392 "
            "installations)."};
}

/// What is in the register, of what is used.
struct Disclosure {
    double mandated = 0;  ///< April 2025
    double mandated_registered = 0;
    double largest_2024 = 0, largest_2025 = 0;  ///< uses of the largest size class in two Decembers
    double largest_registered_2024 = 0, largest_registered_2025 = 0;

    double share_of_mandated() const { return mandated_registered / mandated; }
    /// April lies a third of the way from one December to the next.
    double share_of_largest() const {
        return (2 * largest_registered_2024 + largest_registered_2025) / (2 * largest_2024 + largest_2025);
    }
};

Disclosure measure_disclosure(const FinishedRun& run) {
    Disclosure disclosure;
    disclosure.mandated = total_at(run.history, "in_use_mandated", month_2025_april);
    disclosure.mandated_registered = total_at(run.history, "registered_mandated", month_2025_april);
    for (const MunicipalityYear& row : run.history.years) {
        if (run.country[row.municipality].size_class != size_class_count - 1) continue;
        if (row.year == 2024) {
            disclosure.largest_2024 += row.in_use_all;
            disclosure.largest_registered_2024 += row.registered;
        } else if (row.year == 2025) {
            disclosure.largest_2025 += row.in_use_all;
            disclosure.largest_registered_2025 += row.registered;
        }
    }
    return disclosure;
}

Pattern register_pattern() {
    return {.id = "P31",
            .sentence = "A register is not use.",
            .evidence = "S11",
            .pattern_class = PatternClass::validation,
            .scenarios = {"supplied:base"},
            .measure = measured_by(measure_disclosure),
            .checks = {below("records of what a law orders / uses of it, April 2025", .1,
                             [](const Disclosure& base) { return base.share_of_mandated(); }),
                       above("records / all uses in municipalities of at least 200,000 inhabitants, April 2025", .3,
                             [](const Disclosure& base) { return base.share_of_largest(); })},
            .note =
                "The facts served to choose parameters. April 2025 is read between two Decembers where it is by "
                "municipality. The register holds records of uses that have ended, too."};
}

struct Obliged {
    double value = 0;  ///< of what a law orders, December 2023
    double municipalities = 0;

    double each() const { return value / municipalities; }
};

Obliged measure_obliged(const FinishedRun& run) {
    return {total_at(run.history, "value_mandated", month_of(2023, 12)), static_cast<double>(run.country.size())};
}

Pattern dead_letter_pattern() {
    return {.id = "P32",
            .sentence = "A mandate without people is a dead letter.",
            .evidence = "E40, E46; S01",
            .pattern_class = PatternClass::mechanism,
            .scenarios = {"supplied:lowest:change_capacity_person_months",
                          "supplied:highest:change_capacity_person_months"},
            .measure = measured_by(measure_obliged),
            .checks = {below("value of what a law orders, per obliged municipality, least / most change capacity", .7,
                             [](const Obliged& least, const Obliged& most) { return least.each() / most.each(); })},
            .note = "December 2023; all municipalities are obliged. Change capacity at the ends of its range."};
}

/// Records of April 2025: all, those that say that the use has ended, and those of the largest size class in two
/// Decembers.
struct RecordsOf {
    double all = 0, ended = 0;
    double largest_2024 = 0, largest_2025 = 0;
    double total_2024 = 0, total_2025 = 0;

    double share_ended() const { return ended / all; }
    double share_of_largest() const {  // April lies a third of the way from one December to the next
        return (2 * largest_2024 + largest_2025) / (2 * total_2024 + total_2025);
    }
};
struct RegisterRead {
    RecordsOf social, physical;
};

RegisterRead measure_records(const FinishedRun& run) {
    const ByDomain all = outcome_at(run.history, "registered", month_2025_april);
    const ByDomain ended = outcome_at(run.history, "registered_out_of_use", month_2025_april);
    RegisterRead records;
    records.social.all = all.social;
    records.physical.all = all.physical;
    records.social.ended = ended.social;
    records.physical.ended = ended.physical;
    for (const MunicipalityYear& row : run.history.years) {
        if (row.year != 2024 && row.year != 2025) continue;
        const bool is_large = run.country[row.municipality].size_class == size_class_count - 1;
        RecordsOf& domain = row.domain == Domain::social ? records.social : records.physical;
        (row.year == 2024 ? domain.total_2024 : domain.total_2025) += row.registered;
        if (is_large) (row.year == 2024 ? domain.largest_2024 : domain.largest_2025) += row.registered;
    }
    return records;
}

/// Like with like: what the model would register against the records of the model's kinds of use that are or were in
/// use. The bounds are what counts of this size leave open: 26 social and 87 physical records (Poisson), 20 and 71 of
/// them at municipalities of at least 200,000 inhabitants, 8 and 13 ended (Wilson).
Pattern records_pattern() {
    return {.id = "P39",
            .sentence = "What the model would register is like the register.",
            .evidence = "S13, S08",
            .pattern_class = PatternClass::validation,
            .scenarios = {"supplied:base"},
            .measure = measured_by(measure_records),
            .checks = {between("records, physical / social, April 2025 (87 / 26 in the register)", 2.2, 5.2,
                               [](const RegisterRead& base) { return base.physical.all / base.social.all; }),
                       between("social: share at municipalities of at least 200,000 inhabitants (20 of 26)", .58, .89,
                               [](const RegisterRead& base) { return base.social.share_of_largest(); }),
                       between("the same, physical (71 of 87)", .72, .88,
                               [](const RegisterRead& base) { return base.physical.share_of_largest(); }),
                       between("social: share that says the use has ended (8 of 26)", .17, .50,
                               [](const RegisterRead& base) { return base.social.share_ended(); }),
                       between("the same, physical (13 of 87)", .09, .24,
                               [](const RegisterRead& base) { return base.physical.share_ended(); })},
            .note =
                "The coded register of April 2025 without what was in development; bounds are 95 % intervals of "
                "its counts. How many records there are served to choose parameters, their shares did not."};
}

/// ln(physical / social), June 2027.
struct BothGaps {
    double chosen = 0;
    double all = 0;
};

BothGaps measure_both_gaps(const FinishedRun& run) {
    return {log_gap(run.history, "in_use", month_2027_june), log_gap(run.history, "in_use_all", month_2027_june)};
}

/// The null test and the swap test (P02, P03) in a world with suppliers, at their criteria.
Pattern no_domain_pattern() {
    constexpr double nothing = .10;
    constexpr double smallest = .75;
    constexpr double largest = 1.30;
    return {
        .id = "P38",
        .sentence =
            "With suppliers, too, the domain has no direct effect: equal mixes leave no gap, exchanged "
            "mixes exchange it.",
        .evidence = "E80",
        .pattern_class = PatternClass::emergent,
        .scenarios = {"supplied:equal_mix", "supplied:base", "supplied:swapped_mix"},
        .measure = measured_by(measure_both_gaps),
        .checks = {between("equal mixes: ln(physical / social) in what is chosen", -nothing, nothing,
                           [](const BothGaps& equal) { return equal.chosen; }),
                   between("the same in all use", -nothing, nothing, [](const BothGaps& equal) { return equal.all; }),
                   between("exchanged mixes: minus the gap in what is chosen / the gap", smallest, largest,
                           [](const BothGaps&, const BothGaps& base, const BothGaps& swapped) {
                               return -swapped.chosen / base.chosen;
                           }),
                   between("the same in all use", smallest, largest,
                           [](const BothGaps&, const BothGaps& base, const BothGaps& swapped) {
                               return -swapped.all / base.all;
                           })},
        .note = "The office that uses a product is drawn for each municipality by the mixes."};
}

}  // namespace

std::vector<Pattern> patterns_of_supply() {
    return {duty_pattern(),     strike_pattern(),      readings_pattern(),  buying_pattern(), supplier_pattern(),
            register_pattern(), dead_letter_pattern(), no_domain_pattern(), records_pattern()};
}

}  // namespace algemeente
