// A room of phones without a network, and what sixty of them draw.
#pragma once

#include "viewer/room/phone_room.h"

#include <cmath>

namespace algemeente::viewer {

/// What the window has told phones, and what a test lets them send.
struct FakeTalk {
    std::vector<PhoneQuestion> asked;
    std::optional<PhoneResult> revealed;
    bool waiting = true;
    bool closed = false;
    PhoneReplies sent;
    std::vector<std::string> hosts{"192.168.7.11"};
    bool on_a_network = true;
};

class FakeRoom : public PhoneRoom {
public:
    explicit FakeRoom(std::shared_ptr<FakeTalk> talk) : talk_(std::move(talk)) {}
    ~FakeRoom() override { talk_->closed = true; }
    FakeRoom(const FakeRoom&) = delete;
    FakeRoom& operator=(const FakeRoom&) = delete;

    std::string code() const override { return "ABC2345"; }
    std::vector<PhoneAddress> addresses() const override {
        std::vector<PhoneAddress> all;
        for (const std::string& host : talk_->hosts) {
            QrModules qr{.size = 29};
            for (int i = 0; i < 29 * 29; ++i) qr.dark.push_back(i % 3 == 0);
            all.push_back({"http://" + host + ":40123/ABC2345/", qr});
        }
        return all;
    }
    bool on_a_network() const override { return talk_->on_a_network; }
    void ask(const PhoneQuestion& question) override {
        if (talk_->asked.empty() || talk_->asked.back().round != question.round) {
            talk_->sent.replies.clear();
            ++talk_->sent.version;
        }
        talk_->asked.push_back(question);
        talk_->waiting = false;
        talk_->revealed.reset();
    }
    void reveal(const PhoneResult& result) override { talk_->revealed = result; }
    void wait() override { talk_->waiting = true; }
    std::uint64_t version() override { return talk_->sent.version; }
    PhoneReplies replies() const override { return talk_->sent; }

private:
    std::shared_ptr<FakeTalk> talk_;
};

inline OpenRoom open_fake(const std::shared_ptr<FakeTalk>& talk) {
    return [talk](int, Language, const std::function<void()>&) {
        talk->closed = false;
        return std::make_unique<FakeRoom>(talk);
    };
}

/// A line over all months that ends at that share of the axis, in both domains.
inline PhoneReply drawn_by(int phone, const PhoneQuestion& question, double end) {
    PhoneReply reply{.phone = phone};
    for (auto& line : reply.drawn)
        for (int month = 0; month < question.months; ++month)
            line.push_back(question.axis.low + question.axis.span() * end * month / question.months);
    return reply;
}

/// So many phones send a line, from low to high; every third a reason as well.
inline void send_lines(FakeTalk& talk, int phones) {
    talk.sent.replies.clear();
    for (int i = 1; i <= phones; ++i) {
        talk.sent.replies.push_back(drawn_by(i, talk.asked.back(), static_cast<double>(i) / phones));
        if (i % 3 == 0)
            talk.sent.replies.back().words = SaidWords{
                static_cast<SaidDomain>(i % 2), static_cast<SaidDirection>(i % 3), "reason " + std::to_string(i)};
    }
    talk.sent.present = static_cast<std::size_t>(phones);
    ++talk.sent.version;
}

/// Each phone, from 1 on, sends a package.
inline void send_packages(FakeTalk& talk, const std::vector<Taken>& packages) {
    talk.sent.replies.clear();
    for (const Taken& taken : packages)
        talk.sent.replies.push_back({.phone = static_cast<int>(talk.sent.replies.size()) + 1, .taken = taken});
    talk.sent.present = packages.size();
    ++talk.sent.version;
}

}  // namespace algemeente::viewer
