// Everything that charts need from a summary, made by a worker: fans of one outcome, fans by size of municipality, what
// happened around an event, and sentences about a month. A frame only takes pointers.
#pragma once

#include "netherlands/products.h"
#include "viewer/plot/why_charts.h"
#include "viewer/state/view_state.h"

#include <algorithm>
#include <optional>

namespace algemeente::viewer {

struct ChartRequest {
    std::shared_ptr<const EnsembleSummary> summary;
    std::size_t outcome = 0;
    std::size_t slot = 0;  ///< whose sizes of municipality, event and sentences
    int month = 0;         ///< that the sentences speak of
    Language language = Language::nl;
    bool by_size = false;
    bool by_product = false;
    std::optional<EventKey> event{};

    bool operator==(const ChartRequest&) const = default;
};

/// Municipalities of one size class: mean per municipality at the ends of years, over the replicates that kept them.
struct SizeFacet {
    int size_class = 0;
    int municipalities = 0;
    std::string_view shown{};  ///< outcome of this name: projects under way, or a reading of use
    int replicates = 0;
    std::array<Fan, domain_count> fans{};
    std::array<std::vector<std::vector<double>>, domain_count> runs{};  ///< [domain][replicate][month]
};

/// Who uses a product, over months.
struct ProductFacet {
    Product product;
    double most_users = 0;  ///< highest median of any scenario
    /// In one scenario that has it.
    struct Users {
        std::size_t slot = 0;
        std::size_t position = 0;  ///< among the products of that scenario
        std::size_t products = 0;  ///< that it has
        Fan fan;
    };
    std::vector<Users> scenarios;
};

/// Change of an outcome from the month before an event on, run by run; against the same runs without it if there are.
struct EventStudy {
    static constexpr int before = 24;
    static constexpr int after = 60;
    static constexpr int months = before + after + 1;  ///< position `before` is the month of the event

    EventKey event;
    std::size_t outcome = 0;
    std::size_t slot = 0;               ///< in which it happens
    std::optional<std::size_t> base{};  ///< in which it does not; none: the change itself is shown
    bool same_before = false;           ///< the two are the same until the event
    bool alone = false;                 ///< and nothing but the event ever sets them apart
    std::array<Fan, domain_count> fans{};
    std::array<std::vector<std::vector<double>>, domain_count> runs{};  ///< [domain][replicate][position]

    /// Of the scenarios that it compares, the one that a prediction covers if it covers any.
    std::size_t furthest_slot() const { return std::max(slot, base.value_or(0)); }
    /// How many runs stand higher or lower than the month before the event.
    Direction direction(Domain domain, int position) const;
};

struct ChartData {
    ChartRequest request;
    std::shared_ptr<const OutcomeFans> fans{};
    std::shared_ptr<const std::vector<SizeFacet>> sizes{};
    std::shared_ptr<const std::vector<ProductFacet>> products{};
    std::shared_ptr<const EventStudy> study{};
    std::vector<Sentence> sentences{};
};

/// A band over all lines, month by month.
Fan fan_over_lines(const std::vector<std::vector<double>>& lines, int length);
/// Ends of years, joined by straight lines.
std::vector<double> joined_years(const std::vector<double>& years, int months);

bool has_event(const Scenario& scenario, const EventKey& event);
std::vector<SizeFacet> sizes_of(const EnsembleSummary& summary, std::size_t slot, std::size_t outcome);
/// Products of all scenarios that somebody uses, the most used first; none without suppliers.
std::vector<ProductFacet> products_in(const EnsembleSummary& summary);
/// None if no scenario on the screen has the event.
std::optional<EventStudy> study_of(const EnsembleSummary& summary, std::size_t outcome, std::size_t slot,
                                   const EventKey& event);
/// `known` may hold fans that are still good.
ChartData chart_data(const ChartRequest& request, const ChartData* known = nullptr);

}  // namespace algemeente::viewer
