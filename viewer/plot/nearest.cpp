#include "viewer/plot/nearest.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace algemeente::viewer {

namespace {

/// Of both domains together; none if one of them has too short a line.
std::optional<double> distance_of(const PhoneReply& reply, const std::array<Fan, domain_count>& fans) {
    double sum = 0;
    for (std::size_t d = 0; d < domain_count; ++d) {
        const std::vector<double>& line = reply.drawn[d];
        const auto drawn = std::count_if(line.begin(), line.end(), [](double value) { return !std::isnan(value); });
        if (drawn * 2 < static_cast<std::ptrdiff_t>(fans[d].size())) return std::nullopt;
        const PredictionScore score = score_of(line, fans[d]);
        if (score.years == 0) return std::nullopt;
        sum += score.distance;
    }
    return sum / domain_count;
}

}  // namespace

std::vector<PhoneDistance> nearest_of(const PhoneReplies& sent, const std::array<Fan, domain_count>& fans) {
    std::vector<PhoneDistance> nearest;
    for (const PhoneReply& reply : sent.replies)
        if (const auto distance = distance_of(reply, fans)) nearest.push_back({reply.phone, *distance});
    std::sort(nearest.begin(), nearest.end(), [](const PhoneDistance& one, const PhoneDistance& other) {
        return std::tie(one.distance, one.phone) < std::tie(other.distance, other.phone);
    });
    return nearest;
}

SaidCounts said_counts(const PhoneReplies& sent) {
    SaidCounts counts;
    for (const PhoneReply& reply : sent.replies) {
        if (!reply.words) continue;
        ++counts.domains[static_cast<std::size_t>(reply.words->domain)];
        ++counts.directions[static_cast<std::size_t>(reply.words->direction)];
        ++counts.answers;
    }
    return counts;
}

std::size_t lines_of(const PhoneReplies& sent) {
    return static_cast<std::size_t>(
        std::count_if(sent.replies.begin(), sent.replies.end(), [](const PhoneReply& one) { return one.has_line(); }));
}

}  // namespace algemeente::viewer
