// The state of a room of phones, as plain data between the threads that serve it and the window: what is asked, who is
// in, what they have sent, and what they may not. It knows neither a network nor a screen: a request is a struct.
#pragma once

#include "viewer/room/phone_room.h"

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::viewer {

using RoomClock = std::chrono::steady_clock;

/// More phones, longer words and larger requests than these are no class.
inline constexpr std::size_t most_phones = 120, longest_reason = 200, largest_request = 6000;
/// A phone sends a value for each quarter of a year, in thousandths of the axis; less than 0 is nothing.
inline constexpr int months_of_a_point = 3, whole_axis = 1000, no_point = -1;
inline constexpr std::size_t code_length = 7;

/// So many at once, then so many a second.
struct Allowance {
    double at_once = 0, a_second = 0;
};
/// Phones ask every two seconds; a network may show all of them under one address.
inline constexpr Allowance of_an_address{400, 150}, of_a_phone{8, 2};
inline constexpr std::size_t most_addresses = 512;

struct RoomRequest {
    std::string_view method, path, type, body;
    std::string_view token;    ///< of a phone that is in
    std::string_view address;  ///< where it came from
    RoomClock::time_point now{};
};

struct RoomReply {
    int status = 404;
    std::string type{};
    std::string body{};
};

/// What a phone sends, once it is found to be in order.
struct SentParts {
    std::uint64_t round = 0;
    std::array<std::vector<int>, domain_count> points{};
    std::optional<SaidWords> words{};
    Taken taken{};  ///< of a package, within the budget
};
/// None for whatever is not exactly what the page sends. `points`: how many a line has.
std::optional<SentParts> read_sent(std::string_view body, std::size_t points);
/// The same of a package: levers and levels that are offered, at least one, and no more than the budget.
std::optional<SentParts> read_package(std::string_view body, const PackageOffer& offer);

/// Letters and digits that are not taken for each other, by the machine's own source of chance.
std::string random_letters(std::string_view alphabet, std::size_t count);
std::string random_code();

/// The page that all phones get: nothing of the room is in it but its language.
std::string room_page(Language language, std::string_view nonce);

class Room {
public:
    /// `page`: what phones get under the code. `news` is called when phones have sent something.
    Room(std::string code, std::string page, std::function<void()> news);

    const std::string& code() const { return code_; }

    /// From any thread. Whatever is not known gets the same empty answer, so that nobody learns what would be.
    RoomReply answer(const RoomRequest& request);

    void ask(const PhoneQuestion& question);
    void reveal(const PhoneResult& result);
    void wait();
    std::uint64_t version(RoomClock::time_point now);
    PhoneReplies replies(RoomClock::time_point now) const;

private:
    enum class Stage : std::uint8_t { waiting, asking, revealed };

    /// A bucket that fills with time.
    struct Bucket {
        double left = 0;
        RoomClock::time_point seen{};

        bool take(Allowance allowance, RoomClock::time_point now);
    };
    struct Phone {
        std::string token;
        RoomClock::time_point seen{};
        Bucket bucket;
        bool sent = false;
        PhoneReply reply;
    };

    bool may_ask(const RoomRequest& request);
    RoomReply told(const RoomRequest& request);
    RoomReply join(const RoomRequest& request);
    RoomReply send(const RoomRequest& request);
    std::size_t phone_of(std::string_view token) const;
    std::optional<std::size_t> free_place(RoomClock::time_point now);
    std::size_t present(RoomClock::time_point now) const;
    std::string words_for(std::size_t phone, RoomClock::time_point now) const;
    std::size_t points() const;
    void keep(Phone& phone, const SentParts& sent);
    void write_question();

    const std::string code_;
    const std::string page_;
    const std::function<void()> news_;
    mutable std::mutex mutex_;
    Stage stage_ = Stage::waiting;
    PhoneQuestion question_;
    PhoneResult result_;
    std::string asked_;  ///< what all phones are told, as JSON without its end
    std::vector<Phone> phones_;
    std::map<std::string, Bucket, std::less<>> addresses_;
    std::uint64_t version_ = 0;
    std::size_t present_ = 0;  ///< when the version was last asked for
};

}  // namespace algemeente::viewer
