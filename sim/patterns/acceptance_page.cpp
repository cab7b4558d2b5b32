// The picture of pattern-oriented acceptance: one page that needs nothing else.
#include "output/palette.h"
#include "output/result_file.h"
#include "output/svg.h"
#include "patterns/acceptance.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

constexpr double width = 860;
constexpr double row_height = 22;
constexpr double name_room = 330;
constexpr double value_room = 90;

struct Bar {
    std::string name;
    double share = 0;  ///< 0..1
    std::string tip;
    bool faint = false;
};

/// Horizontal bars on a scale from 0 to 1, with an optional mark.
std::string bars(std::string_view title, const std::vector<Bar>& rows, double mark) {
    const double height = 30 + row_height * static_cast<double>(rows.size());
    const double room = width - name_room - value_room;
    Svg svg(width, height, title);
    svg.text({0, 14}, title, "font-weight=\"600\" font-size=\"14\"");
    double y = 28;
    for (const Bar& row : rows) {
        svg.text({name_room - 8, y + 13}, row.name, "font-size=\"12\" text-anchor=\"end\"");
        svg.rectangle_with_tip({name_room, y + 2}, std::max(1.0, room * row.share), row_height - 6,
                               fmt::format("fill=\"{}\"", row.faint ? neutral_line : domain_colour(Domain::social)),
                               row.tip);
        svg.text({name_room + room * row.share + 6, y + 13}, fmt::format("{:.2f}", row.share), "font-size=\"12\"");
        y += row_height;
    }
    if (mark > 0) {
        const double x = name_room + room * std::min(1.0, mark);
        svg.line({x, 26}, {x, height}, fmt::format("stroke=\"{}\" stroke-dasharray=\"3 3\" fill=\"none\"", ink));
    }
    return svg.finish();
}

std::string patterns_picture(const Acceptance& acceptance) {
    std::vector<Bar> rows;
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const Pattern& pattern = acceptance.patterns[i];
        const double share = acceptance.share_keeping(i);
        // what nearly every draw keeps constrains nothing and is no validation (E4, step 7)
        rows.push_back(
            {pattern.id + " " + std::string(class_word(pattern.pattern_class)), share, pattern.sentence, share >= .95});
    }
    return bars("Share of draws that keep each pattern", rows, 0);
}

std::string constraints_picture(const Acceptance& acceptance) {
    constexpr std::size_t most = 25;
    std::vector<Bar> rows;
    const double critical = critical_distance(std::max<std::size_t>(1, acceptance.survivors()));
    for (const Constraint& constraint : constraints_of(acceptance)) {
        if (rows.size() == most) break;
        rows.push_back({constraint.name + (constraint.survivors_mean < .5 ? " (lower)" : " (higher)"),
                        constraint.distance,
                        fmt::format("survivors stand at {:.2f} of the range on average", constraint.survivors_mean),
                        constraint.distance < critical});
    }
    return bars("Distance of survivors' values from the prior (Kolmogorov-Smirnov)", rows, critical);
}

}  // namespace

void write_acceptance_page(const Acceptance& acceptance, const std::filesystem::path& file) {
    const std::size_t survivors = acceptance.survivors();
    std::string page =
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Patterns under all assumptions</title>"
        "<style>body{font:16px/1.5 system-ui,sans-serif;max-width:900px;margin:32px auto;padding:0 20px;color:#1F2328}"
        "svg{display:block;margin:24px 0;max-width:100%;height:auto}p{max-width:46em}</style></head><body>\n"
        "<h1>Which assumptions keep the patterns?</h1>\n";
    page += fmt::format(
        "<p>{} draws of {} assumptions at once, {} replicates each, judged by the estimate. {:.0f} % keep every "
        "pattern; {} survive (all patterns that are a must, and four of five of the others).</p>\n",
        acceptance.draws.size(), acceptance.dimensions.size(), acceptance.replicates,
        100 * acceptance.share_keeping_all(), survivors);
    page += patterns_picture(acceptance);
    page += "<p>Grey: nearly every draw keeps it, so it constrains nothing and must not be read as validation.</p>\n";
    if (survivors > 0) {
        page += constraints_picture(acceptance);
        page += fmt::format(
            "<p>Beyond the dashed line chance alone is unlikely (5 %) for one parameter; of {} parameters one in "
            "twenty lies beyond it by chance.</p>\n",
            acceptance.dimensions.size());
    }
    page += "</body></html>\n";
    write_file(file, page);
}

}  // namespace algemeente
