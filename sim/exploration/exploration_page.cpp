#include "exploration/exploration_page.h"

#include "exploration/breeding.h"
#include "exploration/write_exploration.h"
#include "output/result_file.h"
#include "present/page/columns.h"
#include "present/page/drawings.h"
#include "present/page/html.h"
#include "present/page/page.h"
#include "present/words/catalogue.h"
#include "present/words/names.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace algemeente {

namespace {

using present::Language;
using present::prose;
using present::Word;

/// What the parts of the page read.
struct Page {
    const Exploration& exploration;
    const ExplorationResult& result;
    Language language;

    template <typename... Parts>
    std::string say(Word word, const Parts&... parts) const {
        return present::filled(present::text(word, language), parts...);
    }
    std::string percent(double share) const { return present::number_words(share, language, {.percent = true}); }
    std::string percent_of(std::size_t part, std::size_t whole) const {
        return percent(static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(1, whole)));
    }
    std::string number(double value) const { return present::number_words(value, language, {.digits = 3}); }
    std::string count(std::size_t number) const { return present::count_words(number, language); }
    std::string name(std::string_view statistic) const {
        return present::name_of("statistic." + std::string(statistic), language);
    }
    /// "Physical ahead in own uses (ln) below 0"
    std::string question() const {
        const ExplorationQuestion& asked = exploration.question.value();
        return say(asked.below ? Word::exp_below : Word::exp_above, name(asked.name()), number(asked.limit));
    }
};

double number_in(const Table& table, const std::vector<Cell>& row, std::string_view column) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), column);
    return std::get<double>(row[static_cast<std::size_t>(found - table.columns.begin())]);
}

std::string method_words(const Page& page) {
    const Exploration& exploration = page.exploration;
    return page.say(Word::exp_method, page.count(exploration.dimensions().size()),
                    page.count(page.result.points.size()),
                    page.count(static_cast<std::size_t>(std::min(exploration.plain, exploration.evaluations))));
}

std::string ranges_list(const Page& page) {
    const Table axes = axes_table(page.exploration, page.result);
    std::vector<std::string> items;
    for (const std::vector<Cell>& row : axes.rows) {
        const auto number = [&](std::string_view column) { return page.number(number_in(axes, row, column)); };
        items.push_back(prose(page.say(Word::exp_range_row, page.name(std::get<std::string>(row.front())),
                                       number("plain_p05"), number("plain_p95"), number("lowest"), number("highest"))));
    }
    return present::list(items);
}

/// One spot for each small patch that runs have met: large where plain draws come, too.
std::string pair_picture(const Page& page, const ExplorationAxis& across, const ExplorationAxis& upwards, float width) {
    constexpr int patches = 40;  // along an axis
    const auto patch_of = [](const ExplorationAxis& axis, double value) {
        return static_cast<int>(std::floor((value - axis.low) / (axis.high - axis.low) * patches));
    };
    std::map<std::pair<int, int>, present::Spot> spots;
    for (const ExploredPoint& point : page.result.points) {
        if (!point.cell) continue;
        const double x = point.results[across.result];
        const double y = point.results[upwards.result];
        present::Spot& spot =
            spots.try_emplace({patch_of(across, x), patch_of(upwards, y)}, present::Spot{.x = x, .y = y}).first->second;
        spot.strong = spot.strong || point.generation == 0;
    }
    present::ScatterChart chart;
    chart.x_title = page.name(across.name());
    chart.y_title = page.name(upwards.name());
    for (const auto& [patch, spot] : spots) chart.spots.push_back(spot);
    return present::drawing(chart, present::Size{.width = width, .height = width * .9F}, page.language);
}

std::string pairs_figure(const Page& page) {
    const std::vector<ExplorationAxis>& axes = page.exploration.axes;
    std::string pictures;
    for (std::size_t one = 0; one < axes.size(); ++one)
        for (std::size_t other = one + 1; other < axes.size(); ++other)
            pictures += pair_picture(page, axes[one], axes[other], present::half_width);
    if (pictures.empty()) return {};
    return present::heading(2, page.say(Word::exp_map_head)) +
           present::figure(pictures, 2, prose(page.say(Word::exp_map_caption)));
}

std::string growth_picture(const Page& page) {
    constexpr std::size_t most = 10;
    present::EstimateLines chart;
    chart.heading.words = page.say(Word::exp_growth_title);
    present::EstimateLine line{.label = page.say(Word::exp_growth_line)};
    const std::size_t step = (page.result.growth.size() + most - 1) / most;
    for (std::size_t i = 0; i < page.result.growth.size(); ++i) {
        const bool is_last = i + 1 == page.result.growth.size();
        if (i % step != 0 && !is_last) continue;
        chart.columns.push_back(page.count(page.result.growth[i].runs));
        line.values.push_back(bare_estimate(static_cast<double>(page.result.growth[i].cells)));
    }
    chart.lines.push_back(std::move(line));
    return present::drawing(chart, present::Size{.height = 260}, page.language);
}

std::string excluded_part(const Page& page) {
    const Table pairs = pairs_table(page.exploration, page.result);
    std::vector<std::string> items;
    for (const std::vector<Cell>& row : pairs.rows) {
        const auto count = [&](std::string_view column) {
            return static_cast<std::size_t>(number_in(pairs, row, column));
        };
        items.push_back(
            prose(page.say(Word::exp_pair_row, page.name(std::get<std::string>(row[0])),
                           page.name(std::get<std::string>(row[1])), page.count(count("reached")),
                           page.count(count("combinations")), page.count(count("reached_by_plain_draws")))));
    }
    return present::heading(2, page.say(Word::exp_excluded_head)) + present::list(items) +
           present::paragraph(page.say(Word::exp_excluded_note, page.count(page.result.points.size()),
                                       page.count(cells_of_last_fifth(page.result)))) +
           present::figure(growth_picture(page), 1, "");
}

std::string scores_picture(const Page& page) {
    constexpr std::size_t most = 12;
    const std::vector<PriorDimension> dimensions = page.exploration.dimensions();
    present::IntervalBars chart;
    chart.heading.words = page.say(Word::exp_scores_title);
    chart.series = {{.ink = present::Ink::social}};
    for (const TellingInput& input : page.result.answer.inputs) {
        if (chart.rows.size() == most) break;
        chart.rows.push_back({.label = present::input_words(dimensions[input.dimension].name, page.language),
                              .values = {bare_estimate(input.score)}});
    }
    return present::drawing(chart, present::full_width, page.language);
}

std::string telling_ranges(const Page& page) {
    const std::vector<PriorDimension> dimensions = page.exploration.dimensions();
    std::vector<std::string> items;
    for (const TellingRange& range : page.result.answer.ranges) {
        const PriorDimension& dimension = dimensions[range.dimension];
        items.push_back(
            prose(page.say(Word::exp_telling_row, present::input_words(dimension.name, page.language),
                           page.number(value_in(dimension, range.low)), page.number(value_in(dimension, range.high)),
                           page.number(dimension.low), page.number(dimension.high))));
    }
    return present::list(items);
}

std::string question_part(const Page& page) {
    if (!page.exploration.question) return {};
    std::string html = present::heading(2, page.say(Word::exp_question_head, page.question()));
    for (const std::string& sentence : answer_sentences(page.exploration, page.result, page.language))
        html += present::paragraph(sentence);
    if (page.result.answer.inputs.empty()) return html;
    return html + telling_ranges(page) +
           present::figure(scores_picture(page), 1,
                           prose(page.say(Word::exp_scores_caption, page.percent(page.result.answer.tree_r2))));
}

}  // namespace

std::string reached_sentence(const Exploration& exploration, const ExplorationResult& result, Language language) {
    const Page page{exploration, result, language};
    return page.say(Word::exp_reached, page.count(result.cells()), page.count(exploration.cell_count()),
                    page.percent_of(result.cells(), exploration.cell_count()), page.count(cells_of_plain_draws(result)),
                    page.count(cells_of_last_fifth(result)));
}

std::vector<std::string> answer_sentences(const Exploration& exploration, const ExplorationResult& result,
                                          Language language) {
    if (!exploration.question) return {};
    const Page page{exploration, result, language};
    const ExplorationAnswer& answer = result.answer;
    if (answer.yes == 0) return {page.say(Word::exp_never, page.count(answer.known), page.number(answer.farthest))};
    std::vector<std::string> sentences = {
        page.say(Word::exp_sometimes, page.count(answer.yes), page.count(answer.known), page.count(answer.plain_yes),
                 page.count(answer.plain_known), page.number(answer.farthest)),
        page.say(Word::exp_stayed, page.count(answer.repeated), page.count(static_cast<std::size_t>(exploration.again)),
                 page.count(answer.stayed))};
    if (answer.inputs.empty())
        sentences.push_back(page.say(Word::exp_few_of_a_kind));
    else if (answer.ranges.empty())
        sentences.push_back(page.say(Word::exp_no_ranges));
    else
        sentences.push_back(page.say(
            Word::exp_confirmed, page.count(answer.ranges.size()), page.count(answer.confirm_runs),
            page.percent_of(answer.confirm_yes, answer.confirm_runs),
            page.percent_of(answer.plain_yes, answer.plain_known), page.percent_of(answer.range_yes, answer.yes)));
    return sentences;
}

void write_exploration_page(const Exploration& exploration, const ExplorationResult& result, const StudyRecord& record,
                            const std::filesystem::path& file, Language language) {
    const Page page{exploration, result, language};
    const std::string body =
        present::paragraph(page.say(Word::exp_kicker), "kicker") + present::heading(1, exploration.title) +
        present::panel({method_words(page), reached_sentence(exploration, result, language)}) + question_part(page) +
        present::heading(2, page.say(Word::exp_ranges_head)) + ranges_list(page) + pairs_figure(page) +
        excluded_part(page) + present::heading(2, page.say(Word::r_repeat)) + present::typed(record.command);
    write_file(file, present::page_html({.title = page.say(Word::exp_page_title),
                                         .language = language,
                                         .body = body,
                                         .footer = provenance_sentence(record, language)}));
}

}  // namespace algemeente
