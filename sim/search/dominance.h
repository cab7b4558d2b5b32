// Which of two packages is better when several things count: the parts of NSGA-II (Deb et al. 2002), and an archive
// that keeps what nothing beats, as finely as is asked for (epsilon dominance, Laumanns et al. 2002).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace algemeente {

/// Something looked at: its objectives, all the smaller the better, and how far it exceeds its limits.
struct Judged {
    std::vector<double> objectives;
    double violation = 0;  ///< 0: it keeps within all limits; infinite: it cannot be judged
};

/// At least as good in every objective and better in one.
bool dominates(std::span<const double> one, std::span<const double> other);
/// Constrained: who keeps within the limits comes before who does not, then who exceeds them less.
bool dominates(const Judged& one, const Judged& other);

/// Of each: 0 if none of the others dominates it, 1 if only those of rank 0 do, and so on.
std::vector<int> ranks_of(std::span<const Judged> all);

/// How far the neighbours of each member of `front` lie in the space of objectives; infinite at the ends. In the order
/// of `front`.
std::vector<double> crowding_of(std::span<const Judged> all, std::span<const std::size_t> front);

/// Those that stay, `count` of them: lower ranks first, of one rank the less crowded. In ascending order.
std::vector<std::size_t> survivors(std::span<const Judged> all, std::size_t count);

/// What nothing offered so far beats. Of all that lie in one box of the size `epsilon` the one nearest to its better
/// corner stays. The result depends on the order of offers, so it must be the same in every repetition.
class EpsilonArchive {
public:
    explicit EpsilonArchive(std::vector<double> epsilon) : epsilon_(std::move(epsilon)) {}

    /// Returns whether it was taken in. `who` names it to the caller. What exceeds a limit is never taken in.
    bool offer(std::size_t who, const Judged& judged);

    struct Member {
        std::size_t who = 0;
        std::vector<double> objectives;
        std::vector<double> box;
    };
    /// In the order in which they came.
    const std::vector<Member>& members() const { return members_; }

private:
    std::vector<double> epsilon_;
    std::vector<Member> members_;
};

/// Volume of the space that `points` dominate and that dominates `reference`; smaller objectives are better. Exact
/// (WFG, While et al. 2012).
double hypervolume(std::vector<std::vector<double>> points, std::span<const double> reference);

}  // namespace algemeente
