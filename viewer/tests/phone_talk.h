// A room of phones as plain data, and a clock that a test moves on: every request comes a second after the last one.
#pragma once

#include "viewer/room/room.h"

#include <nlohmann/json.hpp>

namespace algemeente::viewer {

using Json = nlohmann::json;
using namespace std::chrono_literals;

inline const std::string code = "ABC2345";

struct Talk {
    Room room{code, "<html>", [] {}};
    RoomClock::time_point now = RoomClock::now();

    RoomReply get(const std::string& path, const std::string& token = "") { return ask("GET", path, "", token, ""); }
    RoomReply post(const std::string& path, const std::string& body, const std::string& token = "",
                   const std::string& type = "application/json") {
        return ask("POST", path, body, token, type);
    }
    RoomReply ask(const std::string& method, const std::string& path, const std::string& body, const std::string& token,
                  const std::string& type) {
        now += 1s;
        return room.answer({method, path, type, body, token, "192.168.1.7", now});
    }
    Json state(const std::string& token = "") { return Json::parse(get("/" + code + "/state", token).body); }
    std::string join() { return Json::parse(post("/" + code + "/join", "{}").body).at("token"); }
    RoomReply send(const Json& parts, const std::string& token) {
        return post("/" + code + "/send", parts.dump(), token);
    }
    PhoneReplies replies() { return room.replies(now); }
};

}  // namespace algemeente::viewer
