#include "fuzz/targets.h"
#include "viewer/room/room.h"

#include <cmath>
#include <cstdlib>

namespace algemeente::fuzz {

namespace {

using namespace viewer;

constexpr const char* code = "ABC2345";
constexpr std::string_view json = "application/json";

PhoneQuestion question() {
    return {.round = 1, .months = 24, .axis = {0, 2000}};
}

/// A room of one phone, which has sent nothing yet.
struct OnePhone {
    OnePhone() {
        room.ask(question());
        const std::string joined = post("join", "{}").body;
        constexpr std::string_view before = "\"token\":\"";
        const std::size_t from = joined.find(before) + before.size();
        token = joined.substr(from, joined.find('"', from) - from);
    }
    RoomReply post(const std::string& what, std::string_view body) {
        now += std::chrono::seconds(1);
        const std::string path = std::string("/") + code + "/" + what;
        return room.answer({"POST", path, json, body, token, "192.168.1.7", now});
    }

    Room room{code, "<html>", nullptr};
    RoomClock::time_point now{};
    std::string token{};
};

bool is_in_order(const PhoneReply& reply) {
    for (const auto& line : reply.drawn) {
        if (!line.empty() && line.size() != static_cast<std::size_t>(question().months)) return false;
        for (const double value : line)
            if (std::isinf(value) || value < question().axis.low || value > question().axis.high) return false;
    }
    return true;
}

/// What a phone sends is kept, and then is a line on the axis or words of a bounded length; or it is refused, and
/// then nothing is kept.
void send_to_room(const std::string& bytes) {
    OnePhone phone;
    const int status = phone.post("send", bytes).status;
    if (status != 200 && status != 400 && status != 404 && status != 409) std::abort();
    const PhoneReplies kept = phone.room.replies(phone.now);
    if (kept.replies.size() != (status == 200 ? 1U : 0U)) std::abort();
    for (const PhoneReply& reply : kept.replies)
        if (!is_in_order(reply)) std::abort();
}

/// Any path below the code and without it: what is not known is an empty 404, and nothing is kept.
void ask_room_for(const std::string& bytes) {
    OnePhone phone;
    const RoomReply reply = phone.room.answer({"GET", bytes, "", "", "", "192.168.1.8", phone.now});
    if (reply.status != 200 && (reply.status != 404 || !reply.body.empty())) std::abort();
    if (!phone.room.replies(phone.now).replies.empty()) std::abort();
}

constexpr Target targets[] = {{"phone", send_to_room}, {"phone_path", ask_room_for}};

}  // namespace

std::span<const Target> phone_targets() {
    return targets;
}

}  // namespace algemeente::fuzz
