#include "viewer/room/room.h"

#include "text/calendar.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace algemeente::viewer {

namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

constexpr std::string_view letters_of_a_code = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view letters_of_a_token = "0123456789abcdefghijklmnopqrstuv";
constexpr std::size_t token_length = 26;
constexpr auto gone_after = 20s;        ///< the page asks every two seconds
constexpr auto place_free_after = 60s;  ///< of a phone that has gone and has sent nothing
constexpr const char* json_type = "application/json";

/// Takes as long for a wrong one as for the right one. Small letters are as good: people type.
bool same_code(std::string_view given, std::string_view code) {
    if (given.size() != code.size()) return false;
    unsigned different = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char letter = given[i] >= 'a' && given[i] <= 'z' ? static_cast<char>(given[i] - 'a' + 'A') : given[i];
        different |= static_cast<unsigned>(letter ^ code[i]);
    }
    return different == 0;
}

bool same_token(std::string_view given, std::string_view token) {
    if (given.size() != token.size()) return false;
    unsigned different = 0;
    for (std::size_t i = 0; i < token.size(); ++i) different |= static_cast<unsigned>(given[i] ^ token[i]);
    return different == 0;
}

RoomReply json_reply(int status, std::string body) {
    return {status, json_type, std::move(body)};
}

Json in_both(const InLanguages& words) {
    return {{"nl", words[0]}, {"en", words[1]}};
}

/// Thousandths of the axis at the months of the points.
std::vector<int> points_of(const std::vector<double>& by_month, const Range& axis) {
    std::vector<int> points;
    for (std::size_t month = 0; month < by_month.size(); month += months_of_a_point) {
        const double share = (by_month[month] - axis.low) / axis.span();
        points.push_back(std::isfinite(share) ? static_cast<int>(std::lround(std::clamp(share, 0.0, 3.0) * whole_axis))
                                              : no_point);
    }
    return points;
}

/// What may be bought, as the page lists it.
Json offer_as_json(const PackageOffer& offer) {
    Json levers = Json::array();
    for (const OfferedLever& lever : offer.levers) {
        Json levels = Json::array();
        for (const OfferedLevel& level : lever.levels)
            levels.push_back({{"name", in_both(level.name)}, {"cents", level.cents}});
        levers.push_back({{"id", lever.lever},
                          {"name", in_both(lever.name)},
                          {"about", in_both(lever.about)},
                          {"levels", std::move(levels)}});
    }
    return levers;
}

/// A value for each month between two points that were drawn beside each other.
std::vector<double> by_month(const std::vector<int>& points, const PhoneQuestion& question) {
    std::vector<double> values(static_cast<std::size_t>(question.months), std::numeric_limits<double>::quiet_NaN());
    const auto value = [&](double thousandths) {
        return question.axis.low + thousandths / whole_axis * question.axis.span();
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] == no_point) continue;
        const bool goes_on = i + 1 < points.size() && points[i + 1] != no_point;
        const double step = goes_on ? double(points[i + 1] - points[i]) / months_of_a_point : 0;
        const std::size_t months = goes_on || i + 1 == points.size() ? months_of_a_point : 1;
        for (std::size_t k = 0; k < months; ++k) {
            const std::size_t month = i * months_of_a_point + k;
            if (month < values.size()) values[month] = value(points[i] + step * static_cast<double>(k));
        }
    }
    return values;
}

}  // namespace

std::string random_letters(std::string_view alphabet, std::size_t count) {
    std::random_device chance;
    std::uniform_int_distribution<std::size_t> which(0, alphabet.size() - 1);
    std::string letters;
    for (std::size_t i = 0; i < count; ++i) letters += alphabet[which(chance)];
    return letters;
}

std::string random_code() {
    return random_letters(letters_of_a_code, code_length);
}

bool Room::Bucket::take(Allowance allowance, RoomClock::time_point now) {
    const double seconds = std::chrono::duration<double>(now - seen).count();
    left = std::min(allowance.at_once, left + std::max(0.0, seconds) * allowance.a_second);
    seen = std::max(seen, now);
    if (left < 1) return false;
    left -= 1;
    return true;
}

Room::Room(std::string code, std::string page, std::function<void()> news)
    : code_(std::move(code)), page_(std::move(page)), news_(std::move(news)) {
    write_question();
}

std::size_t Room::points() const {
    return static_cast<std::size_t>((question_.months + months_of_a_point - 1) / months_of_a_point);
}

/// What all phones are told, made once for all of them. Nothing of the result is in it before it is revealed.
void Room::write_question() {
    constexpr const char* stages[] = {"waiting", "asking", "revealed"};
    Json told = {{"stage", stages[static_cast<std::size_t>(stage_)]}, {"round", question_.round}};
    if (stage_ != Stage::waiting && question_.asks_for_package()) {
        told["levers"] = offer_as_json(question_.offer);
        told["budget"] = question_.offer.budget_cents;
        told["year"] = year_of(question_.offer.levers.front().from_month);
    } else if (stage_ != Stage::waiting) {
        told["scenario"] = in_both(question_.scenario);
        told["outcome"] = in_both(question_.outcome);
        told["year"] = question_.first_year;
        told["months"] = question_.months;
        told["points"] = points();
        told["low"] = question_.axis.low;
        told["high"] = question_.axis.high;
        told["percent"] = question_.percent;
        Json& before = told["before"] = Json::array();
        for (const auto& line : question_.before) before.push_back(points_of(line, question_.axis));
    }
    if (stage_ == Stage::revealed && !question_.asks_for_package()) {
        Json& result = told["result"] = Json::array();
        for (const auto& line : result_.medians) result.push_back(points_of(line, question_.axis));
        Json& nearest = told["nearest"] = Json::array();
        for (std::size_t i = 0; i < std::min<std::size_t>(3, result_.nearest.size()); ++i)
            nearest.push_back(result_.nearest[i].phone);
        told["ranked"] = result_.nearest.size();
    }
    asked_ = told.dump(-1, ' ', false, Json::error_handler_t::replace);
    asked_.pop_back();
}

void Room::ask(const PhoneQuestion& question) {
    const std::lock_guard lock(mutex_);
    if (question.round != question_.round) {
        for (Phone& phone : phones_) {
            phone.reply = {.phone = phone.reply.phone};
            phone.sent = false;
        }
        ++version_;
    }
    question_ = question;
    result_ = {};
    stage_ = Stage::asking;
    write_question();
}

void Room::reveal(const PhoneResult& result) {
    const std::lock_guard lock(mutex_);
    if (stage_ == Stage::waiting) return;
    result_ = result;
    stage_ = Stage::revealed;
    write_question();
}

void Room::wait() {
    const std::lock_guard lock(mutex_);
    result_ = {};
    stage_ = Stage::waiting;
    write_question();
}

std::size_t Room::present(RoomClock::time_point now) const {
    return static_cast<std::size_t>(
        std::count_if(phones_.begin(), phones_.end(), [&](const Phone& one) { return now - one.seen < gone_after; }));
}

std::uint64_t Room::version(RoomClock::time_point now) {
    const std::lock_guard lock(mutex_);
    if (const std::size_t count = present(now); count != present_) {
        present_ = count;
        ++version_;
    }
    return version_;
}

PhoneReplies Room::replies(RoomClock::time_point now) const {
    const std::lock_guard lock(mutex_);
    PhoneReplies sent{.version = version_, .present = present(now)};
    for (const Phone& phone : phones_)
        if (phone.sent) sent.replies.push_back(phone.reply);
    return sent;
}

/// A room that is full of addresses lets go of those that have rested longest.
bool Room::may_ask(const RoomRequest& request) {
    auto found = addresses_.find(request.address);
    if (found == addresses_.end()) {
        if (addresses_.size() >= most_addresses)
            addresses_.erase(std::min_element(addresses_.begin(), addresses_.end(), [](const auto& a, const auto& b) {
                return a.second.seen < b.second.seen;
            }));
        found = addresses_.emplace(std::string(request.address), Bucket{of_an_address.at_once, request.now}).first;
    }
    return found->second.take(of_an_address, request.now);
}

std::size_t Room::phone_of(std::string_view token) const {
    std::size_t found = phones_.size();
    for (std::size_t i = 0; i < phones_.size(); ++i)
        if (same_token(token, phones_[i].token)) found = i;
    return found;
}

RoomReply Room::answer(const RoomRequest& request) {
    const std::string_view path = request.path;
    const bool right = path.size() > code_length && path[0] == '/' && same_code(path.substr(1, code_length), code_);
    const std::lock_guard lock(mutex_);
    if (!may_ask(request) || !right) return {};
    const std::string_view what = path.substr(1 + code_length);
    if (request.method == "GET" && (what.empty() || what == "/")) return {200, "text/html; charset=utf-8", page_};
    if (request.method == "GET" && what == "/state") return told(request);
    const bool posts = request.method == "POST" && request.type == json_type && request.body.size() <= largest_request;
    if (posts && what == "/join") return join(request);
    if (posts && what == "/send") return send(request);
    return {};
}

/// What everybody is told, and what is this phone's own.
std::string Room::words_for(std::size_t phone, RoomClock::time_point now) const {
    Json own = {{"present", present(now)}, {"in", phone < phones_.size()}};
    if (phone < phones_.size()) {
        own["number"] = phones_[phone].reply.phone;
        own["sent"] = phones_[phone].sent;
        if (stage_ == Stage::revealed) {
            const auto& nearest = result_.nearest;
            const auto found = std::find_if(nearest.begin(), nearest.end(), [&](const PhoneDistance& one) {
                return one.phone == phones_[phone].reply.phone;
            });
            if (found != nearest.end()) {
                own["place"] = found - nearest.begin() + 1;
                own["distance"] = found->distance;
            }
        }
    }
    return asked_ + "," + own.dump().substr(1);
}

RoomReply Room::told(const RoomRequest& request) {
    const std::size_t phone = phone_of(request.token);
    if (phone < phones_.size()) phones_[phone].seen = std::max(phones_[phone].seen, request.now);
    return json_reply(200, words_for(phone, request.now));
}

/// A place of its own while there are any; then that of a phone which left and had sent nothing.
std::optional<std::size_t> Room::free_place(RoomClock::time_point now) {
    if (phones_.size() < most_phones) {
        phones_.emplace_back();
        phones_.back().reply.phone = static_cast<int>(phones_.size());
        return phones_.size() - 1;
    }
    for (std::size_t i = 0; i < phones_.size(); ++i)
        if (!phones_[i].sent && now - phones_[i].seen > place_free_after) return i;
    return std::nullopt;
}

RoomReply Room::join(const RoomRequest& request) {
    if (request.body != "{}") return json_reply(400, "{}");
    if (phone_of(request.token) < phones_.size()) return json_reply(200, "{}");
    const auto place = free_place(request.now);
    if (!place) return json_reply(503, Json{{"full", most_phones}}.dump());
    Phone& phone = phones_[*place];
    phone = {.token = random_letters(letters_of_a_token, token_length),
             .seen = request.now,
             .bucket = {of_a_phone.at_once, request.now},
             .reply = {.phone = phone.reply.phone}};
    if (news_) news_();
    return json_reply(200, Json{{"number", phone.reply.phone}, {"token", phone.token}}.dump());
}

/// What was sent before to the same question gives way.
void Room::keep(Phone& phone, const SentParts& sent) {
    for (std::size_t d = 0; d < domain_count; ++d)
        phone.reply.drawn[d] = sent.points[d].empty() ? std::vector<double>{} : by_month(sent.points[d], question_);
    phone.reply.words = sent.words;
    phone.reply.taken = sent.taken;
    phone.sent = true;
    ++version_;
}

RoomReply Room::send(const RoomRequest& request) {
    const std::size_t place = phone_of(request.token);
    if (place == phones_.size()) return json_reply(401, "{}");
    Phone& phone = phones_[place];
    phone.seen = std::max(phone.seen, request.now);
    if (!phone.bucket.take(of_a_phone, request.now)) return json_reply(429, "{}");
    const auto sent =
        question_.asks_for_package() ? read_package(request.body, question_.offer) : read_sent(request.body, points());
    if (!sent) return json_reply(400, "{}");
    if (stage_ != Stage::asking || sent->round != question_.round) return json_reply(409, "{}");
    keep(phone, *sent);
    if (news_) news_();
    return json_reply(200, "{}");
}

}  // namespace algemeente::viewer
