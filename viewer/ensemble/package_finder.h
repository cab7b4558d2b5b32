// A search for packages while the room waits: what it is asked, how far it is, and what it has found. Who searches is
// not known here; a browser has nobody.
#pragma once

#include "front/kept_front.h"
#include "front/room_limit.h"
#include "scenario/scenario.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace algemeente::viewer {

/// Packages are added to this scenario, and must keep within these limits.
struct PackageWish {
    Scenario scenario;
    std::vector<RoomLimit> limits;
};

struct Finding {
    enum class Stage : std::uint8_t { resting, searching, found, nothing, failed };
    Stage stage = Stage::resting;
    std::size_t rounds = 0;                    ///< that have ended
    std::size_t looked_at = 0;                 ///< packages
    std::size_t unbeaten = 0;                  ///< of those, so far
    double share = 0;                          ///< of the runs that it can take at most
    std::string problem{};                     ///< why it failed
    std::shared_ptr<const KeptFront> found{};  ///< once it is found
    bool operator==(const Finding&) const = default;
};

/// Searches beside the screen; at most one search at a time.
class PackageFinder {
public:
    PackageFinder() = default;
    virtual ~PackageFinder() = default;
    PackageFinder(const PackageFinder&) = delete;
    PackageFinder& operator=(const PackageFinder&) = delete;

    /// Whatever it was searching for is given up.
    virtual void find(PackageWish wish) = 0;
    /// What has been found stays.
    virtual void stop() = 0;
    virtual Finding finding() const = 0;
};

/// `news` is called from any thread when there is something new.
using OpenFinder = std::function<std::unique_ptr<PackageFinder>(std::function<void()> news)>;

}  // namespace algemeente::viewer
