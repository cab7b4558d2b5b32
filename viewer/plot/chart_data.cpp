#include "viewer/plot/chart_data.h"

#include "ensemble/replicate_run.h"
#include "text/calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace algemeente::viewer {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view pipeline_outcome = "pipeline";

/// What small charts by size show while an outcome is chosen: runs keep no other ones by municipality.
std::string_view shown_by_size(std::size_t outcome) {
    if (domain_outcomes()[outcome].name == pipeline_outcome) return pipeline_outcome;
    return info_of(reading_of(outcome).value_or(Reading::chosen)).outcome;
}

/// Mean per municipality of `members` at the end of every year.
std::vector<double> years_of(const RunData& run, const std::vector<std::size_t>& members, std::size_t size,
                             std::size_t domain, std::string_view shown) {
    const bool pipeline = shown == pipeline_outcome;
    const Reading reading = pipeline ? Reading::chosen : *reading_of(find_domain_outcome(shown));
    std::vector<double> years;
    for (std::size_t first = 0; first + size * domain_count <= run.municipal.size(); first += size * domain_count) {
        double sum = 0;
        for (const std::size_t member : members) {
            const std::size_t at = first + member * domain_count + domain;
            sum += pipeline ? run.municipal[at].pipeline : run.uses(reading, at);
        }
        years.push_back(sum / static_cast<double>(members.size()));
    }
    return years;
}

Scenario without_event(Scenario scenario, const EventKey& event) {
    if (event.kind == LaneKind::decision)
        std::erase_if(scenario.changes, [&](const DatedChange& one) { return one.from_month == event.month; });
    const Frame frame = event.kind == LaneKind::risk ? Frame::risk : Frame::surveillance;
    if (event.kind == LaneKind::risk || event.kind == LaneKind::surveillance)
        std::erase_if(scenario.shocks,
                      [&](const Shock& one) { return one.frame == frame && one.from_month == event.month; });
    return scenario;
}

/// What `run` has changed since the month before the event, `k` months after it.
double change_since(const RunData& run, Domain domain, std::size_t outcome, int event, int k) {
    const int month = event + k;
    if (event < 1 || month < 0 || month >= run.months) return nothing;
    return double{run.value(month, domain, outcome)} - double{run.value(event - 1, domain, outcome)};
}

}  // namespace

Fan fan_over_lines(const std::vector<std::vector<double>>& lines, int length) {
    return fan_over(lines.size(), length,
                    [&](std::size_t i, int at) { return lines[i][static_cast<std::size_t>(at)]; });
}

std::vector<double> joined_years(const std::vector<double>& years, int months) {
    std::vector<double> line(static_cast<std::size_t>(months), nothing);
    for (std::size_t year = 0; year < years.size(); ++year) {
        const int end = static_cast<int>(year + 1) * months_per_year - 1;
        if (end >= months) break;
        line[static_cast<std::size_t>(end)] = years[year];
        if (year == 0) continue;
        for (int step = 1; step < months_per_year; ++step)
            line[static_cast<std::size_t>(end - step)] =
                years[year] + (years[year - 1] - years[year]) * step / months_per_year;
    }
    return line;
}

Direction EventStudy::direction(Domain domain, int position) const {
    Direction direction;
    for (const std::vector<double>& line : runs[static_cast<std::size_t>(index_of(domain))])
        direction.add(line[static_cast<std::size_t>(position)]);
    return direction;
}

bool has_event(const Scenario& scenario, const EventKey& event) {
    switch (event.kind) {
        case LaneKind::risk:
        case LaneKind::surveillance: {
            const Frame frame = event.kind == LaneKind::risk ? Frame::risk : Frame::surveillance;
            return std::any_of(scenario.shocks.begin(), scenario.shocks.end(), [&](const Shock& shock) {
                return shock.frame == frame && shock.from_month == event.month;
            });
        }
        case LaneKind::decision:
            return std::any_of(scenario.changes.begin(), scenario.changes.end(),
                               [&](const DatedChange& change) { return change.from_month == event.month; });
        case LaneKind::law:
        case LaneKind::election:
        case LaneKind::note: return true;
        case LaneKind::condition: return false;
    }
    return true;
}

std::vector<SizeFacet> sizes_of(const EnsembleSummary& summary, std::size_t slot, std::size_t outcome) {
    std::vector<SizeFacet> facets;
    if (slot >= summary.scenarios.size() || !summary.country) return facets;
    const ScenarioRuns& runs = summary.scenarios[slot];
    const std::size_t size = summary.country->size();
    std::array<std::vector<std::size_t>, size_class_count> members;
    for (std::size_t i = 0; i < size; ++i)
        members[static_cast<std::size_t>((*summary.country)[i].size_class)].push_back(i);
    for (std::size_t k = 0; k < members.size(); ++k) {
        if (members[k].empty()) continue;
        SizeFacet facet{.size_class = static_cast<int>(k), .municipalities = static_cast<int>(members[k].size())};
        facet.shown = shown_by_size(outcome);
        for (std::size_t d = 0; d < domain_count; ++d) {
            for (const auto& run : runs.runs)
                if (run->municipal.size() >= size * domain_count)
                    facet.runs[d].push_back(
                        joined_years(years_of(*run, members[k], size, d, facet.shown), run->months));
            facet.fans[d] = fan_over_lines(facet.runs[d], summary.months);
        }
        facet.replicates = static_cast<int>(facet.runs[0].size());
        facets.push_back(std::move(facet));
    }
    return facets;
}

namespace {

ProductFacet& facet_of(std::vector<ProductFacet>& facets, const Product& product) {
    for (ProductFacet& facet : facets)
        if (facet.product.name == product.name) return facet;
    facets.push_back({.product = product, .scenarios = {}});
    return facets.back();
}

}  // namespace

std::vector<ProductFacet> products_in(const EnsembleSummary& summary) {
    std::vector<ProductFacet> facets;
    for (std::size_t slot = 0; slot < summary.scenarios.size(); ++slot) {
        const ScenarioRuns& runs = summary.scenarios[slot];
        const std::vector<Product> products = products_of(*runs.scenario);
        for (std::size_t k = 0; k < products.size() && !runs.runs.empty(); ++k) {
            Fan fan = fan_over(runs.runs.size(), summary.months, [&](std::size_t run, int month) {
                return static_cast<double>(runs.runs[run]->users_of(k, products.size(), month));
            });
            ProductFacet& facet = facet_of(facets, products[k]);
            for (const Band& band : fan) facet.most_users = std::max(facet.most_users, band.p50);
            facet.scenarios.push_back(
                {.slot = slot, .position = k, .products = products.size(), .fan = std::move(fan)});
        }
    }
    std::erase_if(facets, [](const ProductFacet& facet) { return facet.most_users <= 0; });
    std::stable_sort(facets.begin(), facets.end(), [](const ProductFacet& one, const ProductFacet& other) {
        return one.most_users > other.most_users;
    });
    return facets;
}

std::optional<EventStudy> study_of(const EnsembleSummary& summary, std::size_t outcome, std::size_t slot,
                                   const EventKey& event) {
    const auto& all = summary.scenarios;
    const auto happens = [&](std::size_t i) { return has_event(*all[i].scenario, event); };
    EventStudy study{.event = event, .outcome = outcome, .slot = std::min(slot, all.size() - 1)};
    for (std::size_t i = 0; i < all.size() && !happens(study.slot); ++i) study.slot = i;
    if (!happens(study.slot)) return std::nullopt;
    for (std::size_t i = all.size(); i > 0; --i)
        if (!happens(i - 1)) study.base = i - 1;
    const ScenarioRuns& runs = all[study.slot];
    if (study.base) {
        const Scenario& with = *runs.scenario;
        const Scenario& without = *all[*study.base].scenario;
        study.same_before = same_until(with, without, event.month);
        study.alone = same_until(without_event(with, event), without, summary.months);
    }
    for (const Domain domain : {Domain::social, Domain::physical}) {
        const auto d = static_cast<std::size_t>(index_of(domain));
        for (std::size_t i = 0; i < runs.runs.size(); ++i) {
            std::vector<double> line;
            for (int k = -EventStudy::before; k <= EventStudy::after; ++k) {
                double change = change_since(*runs.runs[i], domain, outcome, event.month, k);
                if (study.base) change -= change_since(*all[*study.base].runs[i], domain, outcome, event.month, k);
                line.push_back(change);
            }
            study.runs[d].push_back(std::move(line));
        }
        study.fans[d] = fan_over_lines(study.runs[d], EventStudy::months);
    }
    return study;
}

ChartData chart_data(const ChartRequest& request, const ChartData* known) {
    ChartData data{.request = request};
    const bool same_outcome =
        known != nullptr && known->request.summary == request.summary && known->request.outcome == request.outcome;
    const bool same_slot = same_outcome && known->request.slot == request.slot;
    const EnsembleSummary& summary = *request.summary;
    data.fans = same_outcome ? known->fans : std::make_shared<const OutcomeFans>(fans_of(summary, request.outcome));
    if (request.by_size && same_slot && known->sizes) {
        data.sizes = known->sizes;
    } else if (request.by_size) {
        data.sizes = std::make_shared<const std::vector<SizeFacet>>(sizes_of(summary, request.slot, request.outcome));
    }
    const bool same_summary = known != nullptr && known->request.summary == request.summary;
    if (request.by_product && same_summary && known->products) {
        data.products = known->products;
    } else if (request.by_product) {
        data.products = std::make_shared<const std::vector<ProductFacet>>(products_in(summary));
    }
    if (request.event && same_slot && known->request.event == request.event) {
        data.study = known->study;
    } else if (request.event) {
        if (auto study = study_of(summary, request.outcome, request.slot, *request.event))
            data.study = std::make_shared<const EventStudy>(std::move(*study));
    }
    data.sentences = sentences_of(told_of(summary), request.slot, std::min(request.month, summary.months - 1),
                                  request.language, request.outcome);
    return data;
}

}  // namespace algemeente::viewer
