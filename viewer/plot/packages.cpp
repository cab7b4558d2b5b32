#include "viewer/plot/packages.h"

#include "front/front_words.h"
#include "text/calendar.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

constexpr std::string_view good_id = "good_share";
constexpr std::string_view regret_id = "regret";
/// What costs is told for all years and for one.
constexpr std::string_view cost_outcome = "policy_eur_per_inhabitant";

/// What the words of a front are made from.
struct Teller {
    const KeptFront& front;
    std::span<const Scenario> presets;
    Language language;

    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return filled(text(word, language), parts...);
    }
    std::string number(double value, NumberForm form) const { return number_words(value, language, form); }
    std::string count(std::size_t value) const { return count_words(value, language); }

    std::string title_of_scenario(const std::string& name) const {
        const auto found =
            std::find_if(presets.begin(), presets.end(), [&](const Scenario& one) { return one.name == name; });
        return found == presets.end() ? name : title_of(*found, language);
    }
    const KeptPackage& base() const { return front.packages[front.base]; }

    std::string axis_title(const Measure& measure) const {
        if (measure.outcome == cost_outcome) return say(Word::choose_short_eur);
        std::string words = measure.outcome == "value"         ? say(Word::choose_short_value)
                            : measure.outcome == "harm_so_far" ? say(Word::choose_short_harm)
                                                               : name_of(measure.outcome, language);
        if (measure.of == Measure::Of::social) words += ", " + std::string(domain_short(Domain::social, language));
        if (measure.of == Measure::Of::physical) words += ", " + std::string(domain_short(Domain::physical, language));
        return words;
    }
    bool as_part(std::size_t objective) const {
        return is_told_as_part(front.objectives[objective].measure, base().values[objective]);
    }
    /// How an objective is shown on its axis: a part of what it was, a difference, or what is spent.
    double shown(const KeptPackage& package, std::size_t objective) const {
        const double before = base().values[objective];
        const double change = package.values[objective] - before;
        return as_part(objective) ? change / std::abs(before) : change;
    }
    PackageAxis axis(std::size_t objective) const {
        const KeptObjective& one = front.objectives[objective];
        const bool cost = one.measure.outcome == cost_outcome;
        const bool percent = as_part(objective) || form_of(outcome_of(one.measure)).percent;
        return {.id = measure_name(one.measure),
                .title = axis_title(one.measure),
                .form = {.percent = percent, .sign = !cost},
                .more_is_better = one.higher_is_better};
    }
    std::string effect(std::size_t objective, double value, double before) const {
        const Measure& measure = front.objectives[objective].measure;
        if (measure.outcome == cost_outcome) {
            const int years = years_of_cost(front);
            return say(Word::choose_eur, number(value, {.digits = 2}), std::to_string(years),
                       number(value / std::max(1, years), {.digits = 2}));
        }
        return lower_first(axis_title(measure)) + " " + effect_words(measure, value, before, language);
    }
    std::string holds(const KeptPackage& package) const {
        const auto good =
            static_cast<std::size_t>(std::lround(package.good_share * static_cast<double>(front.fresh_runs)));
        const Word words = front.members > 0 ? Word::choose_holds : Word::se_good_runs;
        return say(words, count(good), count(front.fresh_runs));
    }
    std::string effects(const KeptPackage& package) const {
        std::string words;
        for (std::size_t k = 0; k < front.objectives.size(); ++k)
            words += effect(k, package.values[k], base().values[k]) + "; ";
        words += holds(package);
        return package.within_limits ? words : words + "; " + say(Word::choose_outside);
    }
    /// How far an objective is behind, in the units that its effect has.
    std::string behind(std::size_t objective, double by) const {
        const Measure& measure = front.objectives[objective].measure;
        const double before = base().values[objective];
        const double shown = as_part(objective) ? by / std::abs(before) : by;
        const NumberForm form = {.percent = as_part(objective) || form_of(outcome_of(measure)).percent,
                                 .digits = as_part(objective) ? 0 : 2};
        return lower_first(axis_title(measure)) + " " + number(shown, form);
    }
    std::string regret(const KeptPackage& package) const {
        std::vector<std::string> behinds;
        std::vector<std::string> badly;
        for (std::size_t k = 0; k < front.objectives.size(); ++k) {
            if (std::isfinite(package.regret_90[k])) behinds.push_back(behind(k, package.regret_90[k]));
            if (std::isfinite(package.worst_decile[k]))
                badly.push_back(effect(k, package.worst_decile[k], base().worst_decile[k]));
        }
        if (behinds.empty() || badly.empty()) return {};
        return say(Word::choose_regret_words, joined_words(behinds, language)) + " " +
               say(Word::choose_decile_words, title_of_scenario(front.scenario), joined_words(badly, language));
    }
    PackageShown told(const KeptPackage& package, std::size_t axes) const {
        PackageShown shown_one;
        shown_one.name = package.name;
        shown_one.kind = package.kind;
        shown_one.changes = package.changes;
        switch (package.kind) {
            case KeptPackage::Kind::package: shown_one.title = say(Word::choose_package, package.name); break;
            case KeptPackage::Kind::scenario: shown_one.title = title_of_scenario(front.scenario); break;
            case KeptPackage::Kind::other: shown_one.title = title_of_scenario(package.name); break;
        }
        shown_one.levers =
            package.kind == KeptPackage::Kind::other ? shown_one.title : decisions_words(package.changes, language);
        shown_one.effects = effects(package);
        shown_one.sentence = say(Word::choose_sentence, shown_one.levers, shown_one.effects);
        shown_one.regret = regret(package);
        for (std::size_t k = 0; k < front.objectives.size(); ++k) shown_one.values.push_back(shown(package, k));
        shown_one.values.push_back(package.good_share);
        shown_one.values.push_back(package.regret);
        shown_one.values.resize(axes);
        return shown_one;
    }
    std::string municipalities() const {
        const bool sample = front.municipalities.find_first_not_of("0123456789") == std::string::npos;
        return sample ? say(Word::municipalities_words, front.municipalities) : say(Word::whole_country);
    }
};

Range range_over(const std::vector<PackageShown>& packages, std::size_t axis) {
    constexpr int most = 8;  // steps: more of them leave less room empty
    Range range{packages.front().values[axis], packages.front().values[axis]};
    for (const PackageShown& one : packages) {
        if (!std::isfinite(one.values[axis])) continue;
        range.low = std::min(range.low, one.values[axis]);
        range.high = std::max(range.high, one.values[axis]);
    }
    return nice_range(range, most);
}

}  // namespace

std::vector<RoomLimit> room_limits(const KeptFront& front, const Packages& packages,
                                   std::span<const std::optional<Range>> limits) {
    const Teller teller{front, {}, Language::en};
    std::vector<RoomLimit> of_runs;
    for (std::size_t k = 0; k < std::min(packages.objectives, limits.size()); ++k) {
        if (!limits[k]) continue;
        const Range& axis = packages.axes[k].range;
        const double hair = axis.span() * 1e-9;
        const double unit = teller.as_part(k) ? std::abs(teller.base().values[k]) : 1;
        const Measure& measure = front.objectives[k].measure;
        if (limits[k]->low > axis.low + hair) of_runs.push_back({measure, false, limits[k]->low * unit});
        if (limits[k]->high < axis.high - hair) of_runs.push_back({measure, true, limits[k]->high * unit});
    }
    return of_runs;
}

int years_of_cost(const KeptFront& front) {
    int first = front.months;
    for (const KeptPackage& package : front.packages)
        for (const DatedChange& change : package.changes) first = std::min(first, change.from_month);
    return (front.months - first + months_per_year - 1) / months_per_year;
}

Packages packages_of(const KeptFront& front, std::span<const Scenario> presets, Language language) {
    const Teller teller{front, presets, language};
    Packages packages;
    packages.objectives = front.objectives.size();
    for (std::size_t k = 0; k < front.objectives.size(); ++k) packages.axes.push_back(teller.axis(k));
    packages.axes.push_back(
        {.id = std::string(good_id), .title = teller.say(Word::choose_good), .form = {.percent = true}});
    packages.axes.push_back({.id = std::string(regret_id),
                             .title = teller.say(Word::choose_regret),
                             .form = {.percent = true},
                             .more_is_better = false});
    for (const KeptPackage& one : front.packages) {
        packages.all.push_back(teller.told(one, packages.axes.size()));
        if (one.kind == KeptPackage::Kind::package) ++packages.count;
    }
    for (std::size_t axis = 0; axis < packages.axes.size(); ++axis)
        packages.axes[axis].range = range_over(packages.all, axis);
    packages.scenario = teller.title_of_scenario(front.scenario);
    packages.made =
        teller.say(front.members > 0 ? Word::choose_made_draws : Word::choose_made_runs, teller.count(packages.count),
                   packages.scenario, teller.municipalities(), teller.count(front.fresh_runs));
    return packages;
}

}  // namespace algemeente::viewer
