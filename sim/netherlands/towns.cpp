#include "netherlands/towns.h"

#include "netherlands/country.h"
#include "text/error.h"
#include "text/nearest_name.h"
#include "text/one_line.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace algemeente {

namespace {

struct OtherName {
    std::string_view code;
    std::string_view name;
};

constexpr OtherName other_names[] = {
#define TOWN_NAME(code, name, whose) {code, name},
#include "netherlands/town_names.def"
};

struct Letters {
    char32_t first;  ///< of a range
    char32_t last;
    std::string_view plain;
};
// Latin-1 and the joined ij: all that names of municipalities and their writers use
constexpr Letters plain_letters[] = {{0xC0, 0xC6, "a"}, {0xC7, 0xC7, "c"}, {0xC8, 0xCB, "e"}, {0xCC, 0xCF, "i"},
                                     {0xD1, 0xD1, "n"}, {0xD2, 0xD6, "o"}, {0xD8, 0xD8, "o"}, {0xD9, 0xDC, "u"},
                                     {0xDD, 0xDD, "y"}, {0xE0, 0xE6, "a"}, {0xE7, 0xE7, "c"}, {0xE8, 0xEB, "e"},
                                     {0xEC, 0xEF, "i"}, {0xF1, 0xF1, "n"}, {0xF2, 0xF6, "o"}, {0xF8, 0xF8, "o"},
                                     {0xF9, 0xFC, "u"}, {0xFD, 0xFD, "y"}, {0xFF, 0xFF, "y"}, {0x132, 0x133, "ij"}};

/// Plain letters, and a space for whatever parts words. Combining accents vanish.
std::string plain_words(std::string_view name) {
    std::string words;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t character = next_letter(name, at);
        const bool combines = character >= 0x300 && character <= 0x36F;
        const auto* const letters =
            std::find_if(std::begin(plain_letters), std::end(plain_letters),
                         [&](const Letters& range) { return character >= range.first && character <= range.last; });
        if (letters != std::end(plain_letters)) {
            words += letters->plain;
        } else if (character < 0x80 && (character >= U'a' && character <= U'z')) {
            words += static_cast<char>(character);
        } else if (character < 0x80 && (character >= U'A' && character <= U'Z')) {
            words += static_cast<char>(character - U'A' + U'a');
        } else if (character >= U'0' && character <= U'9') {
            words += static_cast<char>(character);
        } else if (!combines && !words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    return words;
}

/// How well what was typed fits a name, the best last.
enum class Fit : std::uint8_t { none, inside, begins_word, is_word, begins, first_word, whole };

Fit fit(const std::string& typed, std::string_view name) {
    const std::string words = plain_words(name);
    const std::string whole = folded_name(name);
    if (whole == typed) return Fit::whole;
    if (folded_name(words.substr(0, words.find(' '))) == typed) return Fit::first_word;
    if (whole.starts_with(typed)) return Fit::begins;
    Fit best = whole.find(typed) != std::string::npos ? Fit::inside : Fit::none;
    for (std::size_t space = words.find(' '); space != std::string::npos; space = words.find(' ', space + 1)) {
        const std::string rest = folded_name(std::string_view(words).substr(space + 1));
        if (rest == typed) best = std::max(best, Fit::is_word);
        if (rest.starts_with(typed)) best = std::max(best, Fit::begins_word);
    }
    return best;
}

}  // namespace

std::string folded_name(std::string_view name) {
    std::string folded = plain_words(name);
    std::erase(folded, ' ');
    return folded;
}

std::vector<TownHit> find_towns(std::string_view typed, std::span<const Town> towns) {
    const std::string wanted = folded_name(typed);
    std::vector<std::pair<Fit, TownHit>> found;
    if (wanted.empty()) return {};
    for (const Town& town : towns) {
        Fit best =
            std::max(fit(wanted, town.name), folded_name(town.code).starts_with(wanted) ? Fit::begins_word : Fit::none);
        std::string also;
        for (const OtherName& other : other_names) {
            const Fit score = other.code == town.code ? fit(wanted, other.name) : Fit::none;
            if (score <= best) continue;
            best = score;
            also = other.name;
        }
        if (best != Fit::none) found.emplace_back(best, TownHit{town.code, town.name, also});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& one, const auto& other) {
        return one.first != other.first ? one.first > other.first : one.second.name < other.second.name;
    });
    std::vector<TownHit> hits;
    for (auto& [score, hit] : found) hits.push_back(std::move(hit));
    return hits;
}

std::optional<TownHit> nearest_town(std::string_view typed, std::span<const Town> towns) {
    std::vector<std::string> folded;
    std::vector<TownHit> hits;
    const auto consider = [&](const Town& town, std::string_view also) {
        folded.push_back(folded_name(also.empty() ? std::string_view(town.name) : also));
        hits.push_back({town.code, town.name, std::string(also)});
    };
    for (const Town& town : towns) consider(town, {});
    for (const Town& town : towns)
        for (const OtherName& other : other_names)
            if (other.code == town.code) consider(town, other.name);
    const std::vector<std::string_view> names(folded.begin(), folded.end());
    const std::string wanted = folded_name(typed);
    const std::string_view nearest = wanted.empty() ? std::string_view{} : nearest_name(wanted, names);
    if (nearest.empty()) return std::nullopt;
    return hits[static_cast<std::size_t>(std::find(names.begin(), names.end(), nearest) - names.begin())];
}

std::string town_called(const std::string& text, std::string_view option, std::span<const Town> towns) {
    const std::string wanted = folded_name(text);
    std::vector<std::string_view> known;
    std::vector<std::string> same;
    const auto consider = [&](std::string_view name, const std::string& code) {
        known.push_back(name);
        const bool is_it = !wanted.empty() && folded_name(name) == wanted;
        if (is_it && std::find(same.begin(), same.end(), code) == same.end()) same.push_back(code);
    };
    for (const Town& town : towns) consider(town.code, town.code);
    for (const Town& town : towns) consider(town.name, town.code);
    for (const Town& town : towns)
        for (const OtherName& other : other_names)
            if (other.code == town.code) consider(other.name, town.code);
    // "Hengelo" for "Hengelo (O.)", where only one begins so
    if (same.empty() && !wanted.empty())
        for (const Town& town : towns)
            if (town.name.find(" (") != std::string::npos &&
                folded_name(std::string_view(town.name).substr(0, town.name.find(" ("))) == wanted)
                same.push_back(town.code);
    if (same.size() == 1) return same.front();
    std::string problem = std::string(option) + ": '" + one_line(text) + "' is ";
    if (same.size() > 1) {
        problem += "the name of more than one municipality; expected a code:";
        for (const std::string& code : same) {
            const auto town =
                std::find_if(towns.begin(), towns.end(), [&](const Town& one) { return one.code == code; });
            problem += (code == same.front() ? " " : ", ") + code + " (" + town->name + ")";
        }
        throw InputError(problem);
    }
    const std::string suggestion = did_you_mean(text, known);
    throw InputError(
        problem + "no municipality" +
        (suggestion.empty() ? "; expected a code such as GM0363 or a name such as Amsterdam" : suggestion));
}

void name_by_codes(MunicipalityChoice& choice, std::string_view place) {
    if (choice.kind != MunicipalityChoice::Kind::listed) return;
    std::vector<Town> towns;
    for (const MunicipalityFacts& facts : read_netherlands(data_folder(), Parameters{}))
        towns.push_back({facts.gm_code, facts.name});
    std::vector<std::string> codes;
    for (const std::string& one : choice.gm_codes) {
        std::string code = town_called(one, place, towns);
        if (std::find(codes.begin(), codes.end(), code) != codes.end())
            throw InputError(std::string(place) + ": '" + one + "' is listed twice; remove one");
        codes.push_back(std::move(code));
    }
    choice.gm_codes = std::move(codes);
}

void name_by_codes(Scenario& scenario, const std::string& place) {
    const std::string named = place.empty() ? place_of_municipalities(scenario) : place;
    name_by_codes(scenario.municipalities, named);
    const bool drawn = scenario.population != Population::real;
    if (drawn || scenario.municipalities.kind != MunicipalityChoice::Kind::sample) return;
    const std::size_t most = read_netherlands(data_folder(), Parameters{}).size();
    if (static_cast<std::size_t>(scenario.municipalities.count) > most)
        throw InputError(named + ": a sample of " + std::to_string(scenario.municipalities.count) +
                         " is impossible (choose 1 to " + std::to_string(most) + ")");
}

}  // namespace algemeente
