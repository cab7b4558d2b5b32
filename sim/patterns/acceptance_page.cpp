// The picture of pattern-oriented acceptance: one page that needs nothing else.
#include "output/palette.h"
#include "output/report_parts.h"
#include "output/result_file.h"
#include "output/svg.h"
#include "patterns/acceptance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

constexpr double row_height = 22;
constexpr double name_room = 300;
constexpr double value_room = 130;
constexpr double room = full_width - name_room - value_room;
constexpr double nearly_every = .95;

struct Bar {
    std::string name;
    double value = 0;  ///< 0..1
    double low = 0;    ///< of its interval; low = high: none is drawn
    double high = 0;
    std::string words;  ///< behind the bar
    std::string tip;
    bool faint = false;
};

/// Horizontal bars on a scale from 0 to 1.
std::string bars(std::string_view title, const std::vector<Bar>& rows) {
    constexpr double top = 30;
    const double height = top + 20 + row_height * static_cast<double>(rows.size());
    Svg svg(full_width, height, title);
    svg.heading("", title);
    double y = top;
    for (const Bar& row : rows) {
        svg.text({name_room - 8, y + 13}, row.name, "font-size=\"12\" text-anchor=\"end\"");
        svg.rectangle_with_tip({name_room, y + 3}, std::max(1.0, room * row.value), row_height - 8,
                               fmt::format("fill=\"{}\"", row.faint ? neutral_line : domain_colour(Domain::social)),
                               row.tip);
        if (row.high > row.low)
            svg.line({name_room + room * row.low, y + 10}, {name_room + room * row.high, y + 10},
                     fmt::format("stroke=\"{}\" fill=\"none\"", ink));
        svg.text({name_room + room + 8, y + 13}, row.words, "font-size=\"12\"");
        y += row_height;
    }
    for (const double at : {0., .25, .5, .75, 1.}) {
        svg.line({name_room + room * at, top}, {name_room + room * at, y},
                 fmt::format("stroke=\"{}\" stroke-opacity=\"0.35\" fill=\"none\"", soft_ink));
        svg.text({name_room + room * at, y + 13}, fmt::format("{:g}", at), "font-size=\"11\" text-anchor=\"middle\"");
    }
    return svg.finish();
}

std::string percent(double share) {
    return fmt::format("{:.0f} %", 100 * share);
}

std::string patterns_picture(const Acceptance& acceptance) {
    std::vector<Bar> rows;
    const auto row = [&](std::string name, const ShareInterval& share, std::string words, std::string tip) {
        // what nearly every draw keeps constrains nothing and is no validation (E4, step 7)
        rows.push_back({std::move(name), share.share, share.low, share.high, std::move(words), std::move(tip),
                        share.share >= nearly_every});
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
    return bars("Share of the prior volume that keeps each pattern", rows);
}

/// Where in its range an assumption stands in those draws.
std::string direction_of(const Constraint& constraint) {
    if (std::abs(constraint.mean_place - .5) < .04) return "elsewhere in its range";
    return constraint.mean_place < .5 ? "lower" : "higher";
}

std::string constraints_picture(const std::vector<Constraint>& constraints) {
    constexpr std::size_t most = 20;
    std::vector<Bar> rows;
    for (const Constraint& constraint : constraints) {
        if (rows.size() == most) break;
        rows.push_back({constraint.name, constraint.distance, 0, 0,
                        fmt::format("{:.2f}, {}", constraint.distance, direction_of(constraint)),
                        fmt::format("at {:.2f} of the range on average; chance alone: {:.2g}", constraint.mean_place,
                                    constraint.chance),
                        constraint.false_finds > found_rate});
    }
    return bars("Distance between survivors' values and those of the other draws (Kolmogorov-Smirnov)", rows);
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
    std::string html =
        "<table>\n<thead><tr><th>pattern</th><th>kept by</th><th>is kept where these are lower or higher</th></tr>"
        "</thead>\n";
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
        html += fmt::format("<tr><td>{} {}</td><td>{}</td><td>{}</td></tr>\n", pattern.id, prose(pattern.sentence),
                            percent(acceptance.share_keeping(i).share), prose(words));
    }
    return html + "</table>\n";
}

}  // namespace

void write_acceptance_page(const Acceptance& acceptance, const StudyRecord& record, const std::filesystem::path& file) {
    const std::size_t survivors = acceptance.survivors();
    const ShareInterval share = wilson_interval(survivors, acceptance.draws.size());
    std::string body =
        "<p class=\"kicker\">Algemeente. Patterns under all assumptions at once.</p>\n"
        "<h1>Which share of the assumptions keeps the patterns?</h1>\n";
    body += fmt::format(
        "<div class=\"purpose\">\n<p>{}</p>\n<p>Explanation and what-if exploration, not a forecast. A pattern that "
        "nearly every draw keeps follows from the structure of the model and from the table of use cases; it "
        "constrains nothing, and must not be read as validation.</p>\n</div>\n",
        prose(fmt::format(
            "{} draws of {} assumptions at once (a Latin hypercube over their ranges, cells of the use-case table "
            "within a quarter), {} municipalities, {} replicates each. {} draws ({} to {} %) survive: they keep every "
            "pattern that is a must, and four of five of the others. {:.0f} % keep every pattern. {} draws are "
            "contradicted so little that chance between replicates may explain why they do not survive.",
            acceptance.draws.size(), acceptance.dimensions.size(), record.municipality_count, acceptance.replicates,
            survivors, std::round(100 * share.low), std::round(100 * share.high),
            100 * acceptance.share_keeping_all().share,
            acceptance.not_contradicted() - std::min(survivors, acceptance.not_contradicted()))));
    body +=
        figure(patterns_picture(acceptance), 1,
               "Judged by the estimate; the line is the 95 % interval of the share over draws. Against: share of "
               "draws in which the whole 95 % interval over replicates misses a criterion. For draws that are neither "
               "kept nor against there are too few replicates to decide. Grey: kept by nearly every draw.");
    const std::vector<Constraint> constraints = constraints_of(acceptance, surviving_draws(acceptance));
    body += "<h2>What survivors constrain</h2>\n";
    body += fmt::format("<p>{}</p>\n", prose(sentence_on_survivors(acceptance, constraints)));
    if (!constraints.empty())
        body += figure(constraints_picture(constraints), 1,
                       "0: survivors' values are spread like those of the others; 1: they do not overlap.");
    body += "<h2>What each pattern constrains</h2>\n" + pattern_constraints_table(acceptance);
    body += fmt::format("<h2>How to repeat this</h2>\n<pre>{}</pre>\n", escape_markup(record.command));
    write_file(file, fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                                 "<title>Patterns under all assumptions</title>\n<style>{}</style>\n</head>\n<body>\n"
                                 "<main>\n{}<footer>{}</footer>\n</main>\n</body>\n</html>\n",
                                 report_style(), body, prose(provenance_sentence(record))));
}

}  // namespace algemeente
