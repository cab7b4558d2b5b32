// The sections of the report, top to bottom, and what they share. Each returns HTML, or nothing when there is
// nothing to tell.
#pragma once

#include "output/results.h"
#include "output/series.h"
#include "present/page/drawings.h"
#include "present/page/html.h"
#include "present/words/catalogue.h"
#include "present/words/certainty.h"
#include "present/words/months.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "present/words/sentences.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente {

using present::drawing;
using present::figure;
using present::Language;
using present::letter_of;
using present::Mark;
using present::MarkKind;
using present::NumberForm;
using present::prose;
using present::Range;
using present::Word;

/// What every section reads.
struct ReportInput {
    const Ensemble& ensemble;
    const RunDescription& run;
    int months = 0;  ///< that every replicate has, at least 1

    Language language() const { return run.language; }
    int last_month() const { return months - 1; }
    int replicates() const { return ensemble.finished_replicates; }
    const std::vector<ScenarioResult>& scenarios() const { return ensemble.scenarios; }
    const Scenario& scenario(std::size_t position) const { return ensemble.scenarios[position].scenario; }
    /// What a direction of replicates was counted over.
    present::Over over() const { return over_of(ensemble); }
    present::Runs runs(std::size_t position) const { return ensemble.scenarios[position]; }
    bool compares() const { return ensemble.scenarios.size() > 1; }

    std::string_view say(Word word) const { return present::text(word, run.language); }
    template <typename... Parts>
    std::string fill(Word word, const Parts&... parts) const {
        return present::filled(say(word), parts...);
    }
    std::string number(double value, NumberForm form = {}) const {
        return present::number_words(value, run.language, form);
    }
    std::string name(std::string_view id) const { return present::name_of(id, run.language); }
};

std::string report_head(const ReportInput& input);
std::string meaning_section(const ReportInput& input);
/// When the conditions of decisions were met; nothing where there are none.
std::string conditions_section(const ReportInput& input);
std::string adoption_section(const ReportInput& input);
std::string supply_section(const ReportInput& input);
std::string differences_section(const ReportInput& input);
/// Of one scenario against the baseline.
std::string price_part(const ReportInput& input, std::size_t position);
std::string use_cases_section(const ReportInput& input);
std::string factors_section(const ReportInput& input);
std::string nation_section(const ReportInput& input);
std::string no_meaning_section(const ReportInput& input);
std::string assumptions_section(const ReportInput& input);
std::string repeat_section(const ReportInput& input);

/// Position of an outcome, or nothing if this build does not have it.
std::optional<std::size_t> domain_outcome(std::string_view name);
std::optional<std::size_t> national_outcome(std::string_view name);

/// Elections, GDPR, media shocks and lever changes of a scenario within `months`, by month. A change with a condition
/// is at the middle one of the months in which it began.
std::vector<Mark> marks_of(const ReportInput& input, std::size_t position);

/// Draw every so many months, so that many scenarios still make a small page.
int stride_of(const ReportInput& input);

/// What all fans of the report share.
present::FanChart fan_chart(const ReportInput& input, std::string title);

/// What one chart of both domains needs besides the data.
struct DomainsChart {
    present::Size size;
    float label_room = 0;
    bool mark_labels = false;
    std::string_view title{};  ///< empty: the name of the outcome
};

/// Limits that hold an outcome of all scenarios and both domains.
Range shared_limits(const ReportInput& input, std::size_t outcome);

/// Both domains of one scenario; `limits` are the same for all scenarios.
std::string domains_chart(const ReportInput& input, std::size_t position, std::size_t outcome, Range limits,
                          const DomainsChart& shape);

/// "B" in a box and the title: how a scenario is named in headings and tables.
std::string scenario_chip(const ReportInput& input, std::size_t position);

/// A heading of a section; sections are kept apart on paper.
std::string section_heading(const ReportInput& input, Word word);

}  // namespace algemeente
