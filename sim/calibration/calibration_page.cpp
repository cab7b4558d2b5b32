#include "calibration/calibration_page.h"

#include "calibration/write_calibration.h"
#include "output/result_file.h"
#include "patterns/acceptance.h"
#include "present/page/columns.h"
#include "present/page/drawings.h"
#include "present/page/html.h"
#include "present/page/page.h"
#include "present/words/catalogue.h"
#include "present/words/names.h"
#include "present/words/numbers.h"
#include "statistics/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace algemeente {

namespace {

using present::Language;
using present::prose;
using present::Word;

/// What the parts of the page read.
struct Page {
    const Calibration& calibration;
    const CalibrationResult& result;
    Language language;

    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return present::filled(present::text(word, language), parts...);
    }
    std::string percent(double share) const { return present::number_words(share, language, {.percent = true}); }
    std::string number(double value) const { return present::number_words(value, language); }
    std::string count(std::size_t number) const { return present::count_words(number, language); }
    std::string name(const Target& target) const {
        return present::name_of("statistic." + std::string(target.name()), language) +
               (target.use == TargetUse::check ? " *" : "");
    }
};

/// A cell of a table of results, by the heading of its column.
double number_in(const Table& table, const std::vector<Cell>& row, std::string_view column) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), column);
    return std::get<double>(row[static_cast<std::size_t>(found - table.columns.begin())]);
}

/// Single runs, as distances from the target in standard deviations of what is known.
Estimate distances(const Target& target, const std::vector<StatisticsOfRun>& runs) {
    std::vector<double> values;
    for (const StatisticsOfRun& run : runs)
        values.push_back((on_scale(target.scale, run[target.statistic]) - target.place()) / target.tolerance());
    const std::vector<double> sorted = sorted_known(values);
    return {.value = quantile_of_sorted(sorted, .5),
            .low = quantile_of_sorted(sorted, .05),
            .high = quantile_of_sorted(sorted, .95),
            .count = static_cast<int>(sorted.size())};
}

std::string targets_picture(const Page& page) {
    present::IntervalBars chart;
    chart.heading.words = page.say(Word::cal_targets_title);
    chart.series = {{.label = page.say(Word::cal_series_prior), .ink = present::Ink::neutral},
                    {.label = page.say(Word::cal_series_members), .ink = present::Ink::social}};
    for (const Target& target : page.calibration.targets) {
        const double reach = 2 * target.tolerance();
        chart.rows.push_back(
            {.label = page.name(target),
             .values = {distances(target, page.result.prior_runs), distances(target, page.result.member_runs)},
             .words = page.say(Word::from_to, page.number(from_scale(target.scale, target.place() - reach)),
                               page.number(from_scale(target.scale, target.place() + reach))),
             .tip = fmt::format("{}: {}", target.id, target.source)});
    }
    return present::drawing(chart, present::full_width, page.language);
}

std::string numbers_picture(const Page& page, const Table& numbers) {
    constexpr std::size_t most = 20;
    present::IntervalBars chart;
    chart.heading.words = page.say(Word::cal_numbers_title);
    chart.series = {{.ink = present::Ink::social}};
    chart.limits = present::Range{0, 1};
    for (const std::vector<Cell>& row : numbers.rows) {
        if (chart.rows.size() == most) break;
        const auto number = [&](std::string_view column) { return number_in(numbers, row, column); };
        chart.rows.push_back(
            {.label = present::input_words(std::get<std::string>(row.front()), page.language),
             .values = {bare_estimate(number("distance"))},
             .words = page.say(number("mean_place") < .5 ? Word::lower : Word::higher),
             .tip = page.say(Word::cal_numbers_tip, page.number(number("prior_low")), page.number(number("prior_high")),
                             page.number(number("members_p05")), page.number(number("members_p95"))),
             .faint = number("false_find_rate") > found_rate});
    }
    return present::drawing(chart, present::full_width, page.language);
}

std::string numbers_sentence(const Page& page, const Table& numbers) {
    const auto found = std::count_if(numbers.rows.begin(), numbers.rows.end(), [&](const std::vector<Cell>& row) {
        return number_in(numbers, row, "false_find_rate") <= found_rate;
    });
    return page.say(Word::cal_numbers_some, page.count(numbers.rows.size()),
                    page.count(static_cast<std::size_t>(found)));
}

std::string checks_list(const Page& page, const Table& targets) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < targets.rows.size(); ++i) {
        const Target& target = page.calibration.targets[i];
        if (target.use != TargetUse::check) continue;
        const auto number = [&](std::string_view column) {
            return page.number(number_in(targets, targets.rows[i], column));
        };
        items.push_back(prose(page.say(
            Word::cal_checks_row, present::name_of("statistic." + std::string(target.name()), page.language),
            number("value"), number("known_low"), number("known_high"), number("members_p05"), number("members_p95"))));
    }
    return items.empty() ? "" : present::heading(2, page.say(Word::cal_checks_head)) + present::list(items);
}

std::string method_words(const Page& page) {
    const Calibration& calibration = page.calibration;
    return page.say(Word::cal_method, page.count(calibration.dimensions().size()), page.count(page.result.waves.size()),
                    page.count(static_cast<std::size_t>(calibration.points)),
                    page.count(static_cast<std::size_t>(calibration.finalists.front())),
                    page.count(static_cast<std::size_t>(calibration.replicates.back())),
                    page.count(page.result.members.size()), page.percent(page.result.prior_share),
                    page.percent(page.result.guided_share));
}

/// Statements about twins of the same model, by tenths of the rank of the truth.
std::string ranks_figure(const Page& page, const TwinStudy& twins) {
    const std::array<int, rank_tenths> counts = statements_by_rank(twins);
    present::EstimateLines chart;
    chart.heading.words = page.say(Word::cal_ranks_title);
    present::EstimateLine line{.label = page.say(Word::cal_ranks_line)};
    double all = 0;
    for (std::size_t tenth = 0; tenth < rank_tenths; ++tenth) {
        const auto share = [&](std::size_t end) {
            return page.number(static_cast<double>(end) / static_cast<double>(rank_tenths));
        };
        chart.columns.push_back(page.say(Word::cal_ranks_column, share(tenth), share(tenth + 1)));
        line.values.push_back(bare_estimate(counts[tenth]));
        all += counts[tenth];
    }
    chart.lines.push_back(std::move(line));
    const auto expected = static_cast<std::size_t>(std::lround(all / static_cast<double>(rank_tenths)));
    return present::figure(present::drawing(chart, present::Size{.height = 260}, page.language), 1,
                           prose(page.say(Word::cal_ranks_caption, page.count(expected))));
}

std::string twins_words(const Page& page, const TwinStudy& twins) {
    if (twins.twins.empty()) return {};
    return present::heading(2, page.say(Word::cal_twins_head)) +
           present::paragraph(page.say(Word::cal_twins_found, page.percent(twins.coverage()),
                                       page.percent(twins.relative_width()), page.percent(twins.detected_share()))) +
           ranks_figure(page, twins);
}

}  // namespace

void write_calibration_page(const Calibration& calibration, const CalibrationResult& result, const TwinStudy& twins,
                            const StudyRecord& record, const std::filesystem::path& file, Language language) {
    const Page page{calibration, result, language};
    const Table numbers = numbers_table(calibration, result);
    const Table targets = targets_table(calibration, result);
    const std::string body =
        present::paragraph(page.say(Word::cal_kicker), "kicker") + present::heading(1, calibration.title) +
        present::panel({method_words(page), page.say(Word::cal_purpose)}) +
        present::figure(targets_picture(page), 1, page.say(Word::cal_targets_caption)) + checks_list(page, targets) +
        present::heading(2, page.say(Word::cal_numbers_head)) + present::paragraph(numbers_sentence(page, numbers)) +
        present::figure(numbers_picture(page, numbers), 1, "") + twins_words(page, twins) +
        present::heading(2, page.say(Word::r_repeat)) + present::typed(record.command);
    write_file(file, present::page_html({.title = page.say(Word::cal_page_title),
                                         .language = language,
                                         .body = body,
                                         .footer = provenance_sentence(record, language)}));
}

}  // namespace algemeente
