// The picture of pattern-oriented acceptance: one page that needs nothing else.
#include "output/result_file.h"
#include "patterns/acceptance.h"
#include "present/page/drawings.h"
#include "present/page/html.h"
#include "present/page/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

using present::prose;

constexpr double nearly_every = .95;

/// Horizontal bars on a scale from 0 to 1.
std::string bars(std::string title, std::vector<present::BarRow> rows) {
    present::IntervalBars chart;
    chart.heading.words = std::move(title);
    chart.series = {{.ink = present::Ink::social}};
    chart.rows = std::move(rows);
    chart.limits = present::Range{0, 1};
    return present::drawing(chart, present::full_width, present::Language::en);
}

std::string percent(double share) {
    return fmt::format("{:.0f} %", 100 * share);
}

std::string patterns_picture(const Acceptance& acceptance) {
    std::vector<present::BarRow> rows;
    const auto row = [&](std::string name, const ShareInterval& share, std::string words, std::string tip) {
        // what nearly every draw keeps constrains nothing and is no validation (E4, step 7)
        rows.push_back({.label = std::move(name),
                        .values = {{share.share, share.low, share.high}},
                        .words = std::move(words),
                        .tip = std::move(tip),
                        .faint = share.share >= nearly_every});
    };
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const Pattern& pattern = acceptance.patterns[i];
        const ShareInterval share = acceptance.share_keeping(i);
        row(fmt::format("{} {}{}", pattern.id, class_word(pattern.pattern_class), is_must(pattern) ? ", must" : ""),
            share,
            fmt::format("{}, against {}", percent(share.share), percent(acceptance.share_contradicting(i).share)),
            pattern.sentence);
    }
    row("every pattern", acceptance.share_keeping_all(), percent(acceptance.share_keeping_all().share), "");
    const ShareInterval survivors = wilson_interval(acceptance.survivors(), acceptance.draws.size());
    row("survives", survivors, percent(survivors.share), "every must, and four of five of the others");
    return bars("Share of the prior volume that keeps each pattern", std::move(rows));
}

/// Where in its range an assumption stands in those draws.
std::string direction_of(const Constraint& constraint) {
    if (std::abs(constraint.mean_place - .5) < .04) return "elsewhere in its range";
    return constraint.mean_place < .5 ? "lower" : "higher";
}

std::string constraints_picture(const std::vector<Constraint>& constraints) {
    constexpr std::size_t most = 20;
    std::vector<present::BarRow> rows;
    for (const Constraint& constraint : constraints) {
        if (rows.size() == most) break;
        rows.push_back({.label = constraint.name,
                        .values = {{.value = constraint.distance}},
                        .words = fmt::format("{:.2f}, {}", constraint.distance, direction_of(constraint)),
                        .tip = fmt::format("at {:.2f} of the range on average; chance alone: {:.2g}",
                                           constraint.mean_place, constraint.chance),
                        .faint = constraint.false_finds > found_rate});
    }
    return bars("Distance between survivors' values and those of the other draws (Kolmogorov-Smirnov)",
                std::move(rows));
}

std::string sentence_on_draws(const Acceptance& acceptance, const StudyRecord& record) {
    const std::size_t survivors = acceptance.survivors();
    const ShareInterval share = wilson_interval(survivors, acceptance.draws.size());
    return fmt::format(
        "{} draws of {} assumptions at once (a Latin hypercube over their ranges, cells of the use-case table within a "
        "quarter), {} municipalities, {} replicates each. {} draws ({} to {} %) survive: they keep every pattern that "
        "is a must, and four of five of the others. {:.0f} % keep every pattern. {} draws are contradicted so little "
        "that chance between replicates may explain why they do not survive.",
        acceptance.draws.size(), acceptance.dimensions.size(), record.municipality_count, acceptance.replicates,
        survivors, std::round(100 * share.low), std::round(100 * share.high),
        100 * acceptance.share_keeping_all().share,
        acceptance.not_contradicted() - std::min(survivors, acceptance.not_contradicted()));
}

std::string sentence_on_survivors(const Acceptance& acceptance, const std::vector<Constraint>& constraints) {
    if (constraints.empty()) return "Fewer than five draws survive, or fewer than five do not: too few to compare.";
    const auto found = std::count_if(constraints.begin(), constraints.end(),
                                     [](const Constraint& one) { return one.false_finds <= found_rate; });
    if (found == 0)
        return fmt::format(
            "None of the {} assumptions differs by more than chance would give among so many: {} survivors are too few "
            "to "
            "say what they constrain. Grey bars are the largest, and may be chance.",
            constraints.size(), acceptance.survivors());
    return fmt::format(
        "{} of the {} assumptions differ (coloured; one in ten of those is expected to be chance, Benjamini and "
        "Hochberg). Grey bars may be chance.",
        found, constraints.size());
}

std::string pattern_constraints_table(const Acceptance& acceptance) {
    constexpr std::size_t most = 4;
    present::HtmlTable table{{{"Pattern"}, {"Kept by", true}, {"Is kept where these are lower or higher"}}, {}};
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const Pattern& pattern = acceptance.patterns[i];
        std::string words;
        std::size_t shown = 0;
        for (const Constraint& constraint : constraints_of(acceptance, draws_keeping(acceptance, i))) {
            if (constraint.false_finds > found_rate || shown++ == most) break;
            words += fmt::format("{}{} ({}, {:.2f})", words.empty() ? "" : "; ", constraint.name,
                                 direction_of(constraint), constraint.distance);
        }
        if (words.empty()) {
            const double share = acceptance.share_keeping(i).share;
            words = share >= nearly_every ? "nearly every draw keeps it" : "no difference beyond chance";
        }
        table.rows.push_back({prose(fmt::format("{} {}", pattern.id, pattern.sentence)),
                              percent(acceptance.share_keeping(i).share), prose(words)});
    }
    return present::table_html(table);
}

}  // namespace

void write_acceptance_page(const Acceptance& acceptance, const StudyRecord& record, const std::filesystem::path& file) {
    const std::vector<Constraint> constraints = constraints_of(acceptance, surviving_draws(acceptance));
    std::string body =
        present::paragraph("Algemeente. Patterns under all assumptions at once.", "kicker") +
        present::heading(1, "Which share of the assumptions keeps the patterns?") +
        present::panel({sentence_on_draws(acceptance, record),
                        "Explanation and what-if exploration, not a forecast. A pattern that nearly every draw keeps "
                        "follows from the structure of the model and from the table of use cases; it constrains "
                        "nothing, and must not be read as validation."}) +
        present::figure(
            patterns_picture(acceptance), 1,
            "Judged by the estimate; the line is the 95 % interval of the share over draws. Against: share "
            "of draws in which the whole 95 % interval over replicates misses a criterion. For draws that are "
            "neither kept nor against there are too few replicates to decide. Grey: kept by nearly every "
            "draw.") +
        present::heading(2, "What survivors constrain") +
        present::paragraph(sentence_on_survivors(acceptance, constraints));
    if (!constraints.empty())
        body += present::figure(constraints_picture(constraints), 1,
                                "0: survivors' values are spread like those of the others; 1: they do not overlap.");
    body += present::heading(2, "What each pattern constrains") + pattern_constraints_table(acceptance) +
            present::heading(2, "How to repeat this") + present::typed(record.command);
    write_file(file,
               present::page_html(
                   {.title = "Patterns under all assumptions", .body = body, .footer = provenance_sentence(record)}));
}

}  // namespace algemeente
