// A class in front of the window: its phones send what a test lets them send.
#pragma once

#include "phone_fakes.h"
#include "ui_bot.h"

#include <fstream>
#include <sstream>

namespace algemeente::viewer {

inline constexpr int escape = 256;

/// A window with a room of phones that needs no network.
struct Class {
    explicit Class(Options options = dutch()) {
        options.open_room = open_fake(talk);
        bot = std::make_unique<UiBot>(options);
    }

    std::shared_ptr<FakeTalk> talk = std::make_shared<FakeTalk>();
    std::unique_ptr<UiBot> bot;

    void predict(int phones) {
        bot->press('P', 1);
        bot->press(escape);
        bot->press('V');
        bot->settle();
        ASSERT_FALSE(talk->asked.empty());
        send_lines(*talk, phones);
        bot->frames(3);
    }
};

inline std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace algemeente::viewer
