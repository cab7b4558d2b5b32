// What phones send, read with suspicion.
#include "text/one_line.h"
#include "text/utf8.h"
#include "viewer/room/room.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace algemeente::viewer {

namespace {

using Json = nlohmann::json;

constexpr std::string_view domain_keys[] = {"social", "physical"};  // in the order of Domain
constexpr std::string_view domain_names[] = {"social", "physical", "both"};
constexpr std::string_view direction_names[] = {"up", "down", "same"};
static_assert(std::size(domain_names) == said_domains && std::size(direction_names) == said_directions);

/// Before anything is built of it: an object with lists in it is two deep.
bool is_flat(std::string_view body) {
    constexpr int deepest = 2;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (quoted && body[i] == '\\') {
            ++i;
        } else if (body[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && (body[i] == '{' || body[i] == '[')) {
            if (++depth > deepest) return false;
        } else if (!quoted && (body[i] == '}' || body[i] == ']')) {
            --depth;
        }
    }
    return true;
}

/// Letters that are not seen, and that turn the direction of those that are.
bool is_hidden_letter(char32_t letter) {
    return (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x2028 && letter <= 0x202E) ||
           (letter >= 0x2060 && letter <= 0x206F) || letter == 0xFEFF || letter == 0xAD ||
           (letter >= 0x80 && letter <= 0x9F) || letter >= 0xE0000;
}

/// One line of at most so many letters.
std::string reason_of(const std::string& sent) {
    const std::string words = one_line(sent);
    std::string kept;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < words.size() && letters < longest_reason;) {
        const std::size_t from = at;
        if (is_hidden_letter(next_letter(words, at))) continue;
        if (words[from] == ' ' && (kept.empty() || kept.back() == ' ')) continue;
        kept += words.substr(from, at - from);
        ++letters;
    }
    while (!kept.empty() && kept.back() == ' ') kept.pop_back();
    return kept;
}

std::optional<std::vector<int>> points_of(const Json& list, std::size_t count) {
    if (!list.is_array() || list.size() != count) return std::nullopt;
    std::vector<int> points;
    for (const Json& one : list) {
        if (!one.is_number_integer()) return std::nullopt;
        const auto value = one.is_number_unsigned() && one.get<std::uint64_t>() > whole_axis ? whole_axis + 1
                                                                                             : one.get<std::int64_t>();
        if (value < no_point || value > whole_axis) return std::nullopt;
        points.push_back(static_cast<int>(value));
    }
    const bool any = std::any_of(points.begin(), points.end(), [](int value) { return value != no_point; });
    return any ? std::optional(points) : std::nullopt;
}

template <typename Choice, std::size_t count>
std::optional<Choice> choice_of(const Json& name, const std::string_view (&names)[count]) {
    if (!name.is_string()) return std::nullopt;
    const auto& words = name.get_ref<const std::string&>();
    const auto* found = std::find(std::begin(names), std::end(names), words);
    if (found == std::end(names)) return std::nullopt;
    return static_cast<Choice>(found - std::begin(names));
}

std::optional<SaidWords> words_of(const Json& object) {
    const auto domain = choice_of<SaidDomain>(object.value("domain", Json()), domain_names);
    const auto direction = choice_of<SaidDirection>(object.value("direction", Json()), direction_names);
    const Json why = object.value("why", Json(""));
    if (!domain || !direction || !why.is_string()) return std::nullopt;
    return SaidWords{*domain, *direction, reason_of(why.get_ref<const std::string&>())};
}

/// `whole`: everything in it is in order.
std::optional<SentParts> parts_of(const Json& object, std::size_t count) {
    const Json round = object.value("round", Json());
    if (!round.is_number_unsigned()) return std::nullopt;
    SentParts parts{.round = round.get<std::uint64_t>()};
    std::size_t known = 1;
    for (std::size_t d = 0; d < domain_count; ++d) {
        const auto found = object.find(domain_keys[d]);
        if (found == object.end()) continue;
        const auto points = points_of(*found, count);
        if (!points) return std::nullopt;
        parts.points[d] = *points;
        ++known;
    }
    if (object.contains("domain")) {
        parts.words = words_of(object);
        if (!parts.words) return std::nullopt;
        known += object.contains("why") ? 3 : 2;
    }
    const bool something = parts.words || !parts.points[0].empty() || !parts.points[1].empty();
    return something && known == object.size() ? std::optional(parts) : std::nullopt;
}

/// By lever of the offer; none if one of those that were sent, or its level, is not in it.
std::optional<Taken> taken_of(const Json& levels, const PackageOffer& offer) {
    if (!levels.is_object() || levels.empty()) return std::nullopt;
    Taken taken;
    std::size_t known = 0;
    for (const OfferedLever& lever : offer.levers) {
        const auto found = levels.find(lever.lever);
        taken.push_back(0);
        if (found == levels.end()) continue;
        if (!found->is_number_unsigned()) return std::nullopt;
        const auto level = found->get<std::uint64_t>();
        if (level < 1 || level > lever.levels.size()) return std::nullopt;
        taken.back() = static_cast<int>(level);
        ++known;
    }
    const bool fits = known == levels.size() && cents_of(offer, taken) <= offer.budget_cents;
    return fits ? std::optional(taken) : std::nullopt;
}

std::optional<Json> object_in(std::string_view body) {
    if (body.size() > largest_request || !is_flat(body)) return std::nullopt;
    Json object = Json::parse(body, nullptr, false);
    return object.is_object() ? std::optional(std::move(object)) : std::nullopt;
}

}  // namespace

std::optional<SentParts> read_sent(std::string_view body, std::size_t points) {
    const std::optional<Json> object = object_in(body);
    return object ? parts_of(*object, points) : std::nullopt;
}

std::optional<SentParts> read_package(std::string_view body, const PackageOffer& offer) {
    constexpr std::size_t parts = 2;  // nothing beside these two
    const std::optional<Json> object = object_in(body);
    if (!object || object->size() != parts) return std::nullopt;
    const Json round = object->value("round", Json());
    const std::optional<Taken> taken = taken_of(object->value("package", Json()), offer);
    if (!round.is_number_unsigned() || !taken) return std::nullopt;
    return SentParts{.round = round.get<std::uint64_t>(), .taken = *taken};
}

}  // namespace algemeente::viewer
