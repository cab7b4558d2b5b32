#include "search/dominance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace algemeente {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

double distance_to_corner(const EpsilonArchive::Member& member, std::span<const double> epsilon) {
    double sum = 0;
    for (std::size_t k = 0; k < epsilon.size(); ++k) {
        const double away = member.objectives[k] / epsilon[k] - member.box[k];
        sum += away * away;
    }
    return sum;
}

}  // namespace

bool dominates(std::span<const double> one, std::span<const double> other) {
    bool better = false;
    for (std::size_t k = 0; k < one.size(); ++k) {
        if (one[k] > other[k]) return false;
        better = better || one[k] < other[k];
    }
    return better;
}

bool dominates(const Judged& one, const Judged& other) {
    if (one.violation != other.violation) return one.violation < other.violation;
    return one.violation == 0 && dominates(one.objectives, other.objectives);
}

std::vector<int> ranks_of(std::span<const Judged> all) {
    std::vector<int> beaten_by(all.size(), 0);
    std::vector<std::vector<std::size_t>> beats(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < all.size(); ++j)
            if (dominates(all[i], all[j])) {
                beats[i].push_back(j);
                ++beaten_by[j];
            }
    std::vector<int> ranks(all.size(), 0);
    std::vector<std::size_t> front;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (beaten_by[i] == 0) front.push_back(i);
    for (int rank = 0; !front.empty(); ++rank) {
        std::vector<std::size_t> next;
        for (const std::size_t i : front) {
            ranks[i] = rank;
            for (const std::size_t j : beats[i])
                if (--beaten_by[j] == 0) next.push_back(j);
        }
        std::sort(next.begin(), next.end());
        front = std::move(next);
    }
    return ranks;
}

std::vector<double> crowding_of(std::span<const Judged> all, std::span<const std::size_t> front) {
    std::vector<double> room(front.size(), 0);
    if (front.empty()) return room;
    std::vector<std::size_t> order(front.size());
    for (std::size_t k = 0; k < all[front.front()].objectives.size(); ++k) {
        const auto value = [&](std::size_t place) { return all[front[place]].objectives[k]; };
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
            return value(one) != value(other) ? value(one) < value(other) : front[one] < front[other];
        });
        const double range = value(order.back()) - value(order.front());
        room[order.front()] = room[order.back()] = infinite;
        if (!(range > 0)) continue;
        for (std::size_t i = 1; i + 1 < order.size(); ++i)
            room[order[i]] += (value(order[i + 1]) - value(order[i - 1])) / range;
    }
    return room;
}

std::vector<std::size_t> survivors(std::span<const Judged> all, std::size_t count) {
    const std::vector<int> ranks = ranks_of(all);
    std::vector<std::size_t> kept;
    for (int rank = 0; kept.size() < std::min(count, all.size()); ++rank) {
        std::vector<std::size_t> front;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (ranks[i] == rank) front.push_back(i);
        if (kept.size() + front.size() > count) {
            const std::vector<double> room = crowding_of(all, front);
            std::vector<std::size_t> order(front.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::stable_sort(order.begin(), order.end(),
                             [&](std::size_t one, std::size_t other) { return room[one] > room[other]; });
            for (std::size_t i = 0; kept.size() < count; ++i) kept.push_back(front[order[i]]);
        } else {
            kept.insert(kept.end(), front.begin(), front.end());
        }
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

bool EpsilonArchive::offer(std::size_t who, const Judged& judged) {
    if (judged.violation > 0) return false;
    Member offered{.who = who, .objectives = judged.objectives, .box = {}};
    for (std::size_t k = 0; k < epsilon_.size(); ++k)
        offered.box.push_back(std::floor(judged.objectives[k] / epsilon_[k]));
    for (const Member& member : members_) {
        if (dominates(member.box, offered.box)) return false;
        if (member.box != offered.box || dominates(offered.objectives, member.objectives)) continue;
        if (dominates(member.objectives, offered.objectives) ||
            distance_to_corner(member, epsilon_) <= distance_to_corner(offered, epsilon_))
            return false;
    }
    std::erase_if(members_, [&](const Member& member) {
        return member.box == offered.box || dominates(offered.box, member.box);
    });
    members_.push_back(std::move(offered));
    return true;
}

namespace {

using Points = std::vector<std::vector<double>>;

/// Only those that no other beats; of equals one.
Points unbeaten(Points points) {
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    Points kept;
    for (const std::vector<double>& point : points)
        // whoever dominates a point comes before it
        if (std::none_of(kept.begin(), kept.end(), [&](const auto& other) { return dominates(other, point); }))
            kept.push_back(point);
    return kept;
}

/// Of points that do not beat each other, by the first objective from small to large.
double area(const Points& points, std::span<const double> reference) {
    double sum = 0;
    double top = reference[1];
    for (const std::vector<double>& point : points) {
        sum += (reference[0] - point[0]) * (top - point[1]);
        top = point[1];
    }
    return sum;
}

double box_of(std::span<const double> point, std::span<const double> reference) {
    double volume = 1;
    for (std::size_t k = 0; k < point.size(); ++k) volume *= reference[k] - point[k];
    return volume;
}

double volume_of(Points points, std::span<const double> reference) {
    points = unbeaten(std::move(points));
    if (points.empty()) return 0;
    if (reference.size() == 1) return reference[0] - points.front()[0];
    if (reference.size() == 2) return area(points, reference);
    const std::span<const double> others = reference.subspan(1);
    double sum = 0;
    Points before;
    for (const std::vector<double>& point : points) {
        // What those before it take away of its own box: they reach as far in the first objective, by which points are
        // sorted, so that one objective fewer has to be looked at.
        const std::vector<double> rest(point.begin() + 1, point.end());
        Points limited = before;
        for (std::vector<double>& other : limited)
            for (std::size_t k = 0; k < rest.size(); ++k) other[k] = std::max(other[k], rest[k]);
        sum += (reference[0] - point[0]) * (box_of(rest, others) - volume_of(std::move(limited), others));
        before.push_back(rest);
    }
    return sum;
}

}  // namespace

double hypervolume(std::vector<std::vector<double>> points, std::span<const double> reference) {
    std::erase_if(points, [&](const std::vector<double>& point) {
        for (std::size_t k = 0; k < point.size(); ++k)
            if (!(point[k] < reference[k])) return true;
        return false;
    });
    return volume_of(std::move(points), reference);
}

}  // namespace algemeente
