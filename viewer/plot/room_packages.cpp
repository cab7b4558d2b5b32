#include "viewer/plot/room_packages.h"

#include "front/front_words.h"
#include "observe/history.h"
#include "scenario/lever.h"

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

InLanguages in_both(const auto& words_in) {
    return {std::string(words_in(Language::nl)), std::string(words_in(Language::en))};
}

/// "Yes" for the only one, "low" and "high" or with one between them; more than these are told by their values.
InLanguages level_name(const ParameterInfo& row, const std::vector<double>& values, std::size_t level) {
    static constexpr Word one[] = {Word::phone_level_on};
    static constexpr Word two[] = {Word::phone_level_low, Word::phone_level_high};
    static constexpr Word three[] = {Word::phone_level_low, Word::phone_level_middle, Word::phone_level_high};
    static constexpr const Word* names[] = {one, two, three};
    return in_both([&](Language language) {
        return values.size() > std::size(names) ? value_words(row, values[level], language)
                                                : std::string(text(names[values.size() - 1][level], language));
    });
}

bool is_of(const PhoneReply& reply, const PackageOffer& offer) {
    return !reply.taken.empty() && reply.taken.size() == offer.levers.size();
}

double inhabitants_of(const Country& country) {
    double inhabitants = 0;
    for (const auto& municipality : country) inhabitants += municipality.population;
    return inhabitants;
}

}  // namespace

PackageOffer offer_of(const std::vector<LeverToChoose>& levers, int months, std::size_t most) {
    PackageOffer offer;
    for (const LeverToChoose& lever : levers) {
        if (lever.from_month >= months || lever.values.empty() || offer.levers.size() == most) continue;
        const ParameterInfo& row = *find_lever(lever.lever).parameter;
        OfferedLever offered{.lever = lever.lever, .from_month = lever.from_month};
        offered.name = in_both([&](Language language) { return lever_name(lever.lever, language); });
        offered.about = in_both([&](Language language) { return meaning_in(language, row); });
        for (std::size_t level = 0; level < lever.values.size(); ++level)
            offered.levels.push_back({.value = lever.values[level], .name = level_name(row, lever.values, level)});
        offer.levers.push_back(std::move(offered));
    }
    return offer;
}

std::vector<RoomPackage> packages_of_room(const PhoneReplies& sent, const PackageOffer& offer) {
    std::vector<RoomPackage> packages;
    for (const PhoneReply& reply : sent.replies) {
        if (!is_of(reply, offer)) continue;
        const auto found = std::find_if(packages.begin(), packages.end(),
                                        [&](const RoomPackage& one) { return one.taken == reply.taken; });
        if (found == packages.end())
            packages.push_back({reply.taken, {reply.phone}});
        else
            found->phones.push_back(reply.phone);
    }
    std::stable_sort(packages.begin(), packages.end(), [](const RoomPackage& one, const RoomPackage& other) {
        return one.phones.size() > other.phones.size();
    });
    return packages;
}

std::vector<std::vector<int>> teams_by_lever(const PhoneReplies& sent, const PackageOffer& offer) {
    std::vector<std::vector<int>> spread;
    for (std::size_t i = 0; i < offer.levers.size(); ++i) {
        std::vector<int> teams(offer.levers[i].levels.size(), 0);
        for (const PhoneReply& reply : sent.replies)
            if (is_of(reply, offer) && reply.taken[i] > 0) ++teams[static_cast<std::size_t>(reply.taken[i] - 1)];
        spread.push_back(std::move(teams));
    }
    return spread;
}

std::vector<DatedChange> changes_of(const PackageOffer& offer, const Taken& taken) {
    std::vector<DatedChange> changes;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i] == 0) continue;
        const OfferedLever& lever = offer.levers[i];
        changes.push_back({.lever = lever.lever,
                           .value = lever.levels[static_cast<std::size_t>(taken[i] - 1)].value,
                           .from_month = lever.from_month});
    }
    return changes;
}

std::string taken_words(const PackageOffer& offer, const Taken& taken, Language language) {
    const auto in = static_cast<std::size_t>(language);
    std::string words;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i] == 0) continue;
        const OfferedLever& lever = offer.levers[i];
        words += (words.empty() ? "" : ", ") + lever.name[in];
        if (lever.levels.size() > 1)
            words += ": " + lower_first(lever.levels[static_cast<std::size_t>(taken[i] - 1)].name[in]);
    }
    return words;
}

std::string euro_words(int cents, Language language) {
    constexpr int of_a_euro = 100;
    const bool whole = cents % of_a_euro == 0;
    return number_words(static_cast<double>(cents) / of_a_euro, language, {.decimals = whole ? 0 : 2});
}

PackageEffect effect_of(const PackageRuns& with, const PackageRuns& bare, int runs, double years) {
    constexpr double cents_of_a_euro = 100;
    PackageEffect effect;
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        effect.value[d] = with.mean("value", domain, runs);
        effect.value_before[d] = bare.mean("value", domain, runs);
    }
    effect.harm = with.both("harm_so_far", runs);
    effect.harm_before = bare.both("harm_so_far", runs);
    const double euros = with.both("policy_cost_eur", runs) - bare.both("policy_cost_eur", runs);
    effect.cents = euros * cents_of_a_euro / inhabitants_of(*with.request.country) / years;
    return effect;
}

std::string effect_words_of(const PackageEffect& effect, Language language) {
    const auto value = [&](Domain domain) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        const Measure measure{.outcome = "value", .of = static_cast<Measure::Of>(d)};
        return effect_words(measure, effect.value[d], effect.value_before[d], language);
    };
    const std::string harm =
        effect_words({.outcome = "harm_so_far", .of = Measure::Of::both}, effect.harm, effect.harm_before, language);
    return filled(text(Word::phones_package_effect, language), value(Domain::social), value(Domain::physical), harm,
                  euro_words(static_cast<int>(std::lround(effect.cents)), language));
}

}  // namespace algemeente::viewer
