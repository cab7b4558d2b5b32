// Phones in the room: what they have sent, as the window knows it. Nobody is named; a phone has a number.
#pragma once

#include "viewer/state/package_offer.h"
#include "viewer/state/predicted.h"
#include "world/types.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace algemeente::viewer {

enum class SaidDomain : std::uint8_t { social, physical, both };
enum class SaidDirection : std::uint8_t { up, down, same };
inline constexpr std::size_t said_domains = 3, said_directions = 3;

/// "Which domain, up or down, why?"
struct SaidWords {
    SaidDomain domain = SaidDomain::social;
    SaidDirection direction = SaidDirection::up;
    std::string why{};

    bool operator==(const SaidWords&) const = default;
};

/// What one phone has sent.
struct PhoneReply {
    int phone = 0;
    std::array<std::vector<double>, domain_count> drawn{};  ///< a value per month, NaN: nothing; empty: no line
    std::optional<SaidWords> words{};
    Taken taken{};  ///< a package; empty: none

    bool has_line() const { return !drawn[0].empty() || !drawn[1].empty(); }
};

/// What all of them have sent to one question.
struct PhoneReplies {
    std::uint64_t version = 0;
    std::size_t present = 0;  ///< phones that have the page open
    std::vector<PhoneReply> replies{};
};

/// The squares of a QR code, row by row.
struct QrModules {
    int size = 0;
    std::vector<bool> dark{};

    bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * size + x)]; }
};

/// One way to the page.
struct PhoneAddress {
    std::string link{};
    QrModules qr{};
};

/// What phones are for.
enum class PhoneTask : std::uint8_t { predict, package };

/// Budgets that the facilitator may give, in cents per inhabitant a year.
inline constexpr int lowest_budget = 50, highest_budget = 2000, budget_step = 50, usual_budget = 300;

/// The page for phones, as the window shows it.
struct Phones {
    bool possible = false;  ///< this window can serve a page
    bool open = false;      ///< and does
    bool panel = false;     ///< the panel with its address is in sight
    std::string code{};
    std::vector<PhoneAddress> addresses{};  ///< the likeliest first
    std::size_t address = 0;                ///< the one that is shown
    bool network = true;                    ///< other devices can reach it
    std::shared_ptr<const PhoneReplies> sent = std::make_shared<const PhoneReplies>();
    std::uint64_t prediction = 0;  ///< that they are about (Dispatcher::predictions)
    Predicted about{};             ///< the same: which scenario, and which outcome
    std::vector<int> taken_off{};  ///< phones whose reason was taken off the screen
    PhoneTask task = PhoneTask::predict;
    int budget_cents = usual_budget;
    int package_round = 0;                        ///< rises when teams are to begin anew
    bool packages_shown = false;                  ///< and phones can send no more
    std::shared_ptr<const PackageOffer> offer{};  ///< of this round; none while prices are being computed

    bool has_packages() const {
        for (const PhoneReply& reply : sent->replies)
            if (!reply.taken.empty()) return true;
        return false;
    }
    bool shows_reason(int phone) const {
        for (const int one : taken_off)
            if (one == phone) return false;
        return true;
    }
};

}  // namespace algemeente::viewer
