// One replicate of one scenario in every detail, for the page of a municipality: all months, all projects, all events.
#pragma once

#include "netherlands/country.h"
#include "viewer/ensemble/people.h"
#include "world/world.h"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace algemeente::viewer {

/// One municipality in one month.
struct MunicipalityMonth {
    struct Office {
        float appetite = 0, knowledge = 0, risk_aversion = 0, willingness = 0;
        std::int16_t months_in_office = 0;
        std::int16_t in_use = 0, pipeline = 0;  ///< chosen algorithms in use; projects of its own on the way
        std::int16_t in_use_all = 0;            ///< with national services and what a law orders
    };
    std::array<Office, domain_count> offices;
    float capacity = 0, change_capacity = 0, trust = 0, concern = 0, ict = 0, standards = 0, strictness = 0, ethics = 0,
          knowledge = 0, source_quality = 0, sharing = 0;
    std::uint32_t first_project = 0;  ///< in ProbeResult::projects
    std::uint32_t project_count = 0;
    std::uint32_t first_supplied = 0;  ///< in ProbeResult::supplied
    std::uint32_t supplied_count = 0;
};

/// A live project in one month.
struct ProjectMonth {
    std::int16_t birth_month = 0;
    std::uint8_t ordinal = 0;
    Domain domain = Domain::social;
    std::uint8_t use_case = 0;
    std::uint8_t level = 1;
    Stage stage = Stage::idea;
    Factor binding = Factor::none;
    bool waits_for_data = false;
    Origin waits_on = Origin::own;  ///< whose data, if it waits for data

    bool same_project(const ProjectMonth& other) const {
        return birth_month == other.birth_month && ordinal == other.ordinal && domain == other.domain;
    }
};

/// A product of others in a municipality in one month.
struct SuppliedMonth {
    std::uint8_t product = 0;  ///< position in ProbeResult::catalogue
    Domain domain = Domain::social;
    Stage stage = Stage::development;  ///< delivery and review, implementation, or in use
    bool mandated = false;
    bool struck = false;     ///< the product is struck down
    std::int16_t since = 0;  ///< month in which it entered its stage; below 0: before 2015
};

struct ProbeResult {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const Country> country;
    int months = 0;
    std::vector<MunicipalityMonth> states;  ///< [month][municipality]
    std::vector<ProjectMonth> projects;
    std::vector<SuppliedMonth> supplied;
    Catalogue catalogue;  ///< of the products; empty without suppliers
    std::vector<Event> events;
    People people;
    std::vector<std::vector<std::uint16_t>> peers;  ///< per municipality: whose example it follows

    const MunicipalityMonth& state(int month, std::size_t municipality) const {
        return states[static_cast<std::size_t>(month) * country->size() + municipality];
    }
    std::span<const ProjectMonth> projects_of(int month, std::size_t municipality) const {
        const MunicipalityMonth& at = state(month, municipality);
        return std::span(projects).subspan(at.first_project, at.project_count);
    }
    std::span<const SuppliedMonth> supplied_of(int month, std::size_t municipality) const {
        const MunicipalityMonth& at = state(month, municipality);
        return std::span(supplied).subspan(at.first_supplied, at.supplied_count);
    }
    /// Municipalities besides this one that use the product; that use any product of its supplier.
    int other_users(int month, std::size_t municipality, std::size_t product) const;
    int others_served(int month, std::size_t municipality, std::size_t product) const;
    /// First month of the unbroken stretch up to `month` in which the project was in this stage / held by this factor.
    int in_stage_since(int month, std::size_t municipality, const ProjectMonth& project) const;
    int held_since(int month, std::size_t municipality, const ProjectMonth& project) const;
};

struct ProbeRequest {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const Country> country;
    std::uint64_t seed = 1;

    bool operator==(const ProbeRequest&) const = default;
};

/// Runs the first replicate; null when cancelled.
std::shared_ptr<const ProbeResult> probe(const ProbeRequest& request, const std::atomic<bool>& cancel);

/// The same month by month: each call passes one, the last of them returns the result.
std::function<std::optional<std::shared_ptr<const ProbeResult>>()> begin_probe(const ProbeRequest& request);

}  // namespace algemeente::viewer
