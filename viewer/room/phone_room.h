// What the window wants of a room full of phones, whoever serves it. A browser has no such room.
#pragma once

#include "viewer/plot/nearest.h"
#include "viewer/present.h"
#include "viewer/state/phones.h"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace algemeente::viewer {

/// What phones are asked. All that is in it may be seen before the result: it holds nothing of what is covered.
struct PhoneQuestion {
    std::uint64_t round = 0;  ///< another one forgets what was sent
    InLanguages scenario{};   ///< the one that is predicted, by its letter and title
    InLanguages outcome{};
    int first_year = 2015;
    int months = 180;
    Range axis{};
    bool percent = false;
    std::array<std::vector<double>, domain_count> before{};  ///< medians of A by month; empty: A is what is predicted
    PackageOffer offer{};                                    ///< with levers: teams put a package together instead

    bool asks_for_package() const { return !offer.levers.empty(); }
};

/// What came out.
struct PhoneResult {
    std::array<std::vector<double>, domain_count> medians{};  ///< by month
    std::vector<PhoneDistance> nearest{};                     ///< the nearest first
};

class PhoneRoom {
public:
    PhoneRoom() = default;
    virtual ~PhoneRoom() = default;
    PhoneRoom(const PhoneRoom&) = delete;
    PhoneRoom& operator=(const PhoneRoom&) = delete;

    virtual std::string code() const = 0;
    /// The likeliest first; at least one.
    virtual std::vector<PhoneAddress> addresses() const = 0;
    /// Whether other devices can reach the first of them.
    virtual bool on_a_network() const = 0;

    virtual void ask(const PhoneQuestion& question) = 0;
    virtual void reveal(const PhoneResult& result) = 0;
    /// Nothing is asked. What was sent is kept until the next question.
    virtual void wait() = 0;

    /// Rises with everything that phones send, and when they come and go.
    virtual std::uint64_t version() = 0;
    virtual PhoneReplies replies() const = 0;
};

/// Opens a room on a port, 0 for a free one; `news` is called from any thread when phones have sent something.
/// Throws InputError if there is no such port.
using OpenRoom = std::function<std::unique_ptr<PhoneRoom>(int port, Language language, std::function<void()> news)>;

}  // namespace algemeente::viewer
