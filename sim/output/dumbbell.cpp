#include "output/axis.h"
#include "output/charts.h"
#include "output/palette.h"
#include "output/svg.h"
#include "present/words/catalogue.h"
#include "present/words/numbers.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

using namespace present;

namespace {

constexpr double row_height = 25;
constexpr double head_height = 46;
constexpr double foot_height = 24;
constexpr double name_room = 164;
constexpr double side_room = 30;

std::string fill(Domain domain) {
    return fmt::format("fill=\"{}\"", domain_colour(domain));
}

/// The value on the outer side of its own mark, so that both can be read.
void draw_value(Svg& svg, double x, double y, double value, bool left, Domain domain, Language language) {
    svg.text({left ? x - 10 : x + 10, y + 4}, number_words(value, language, {.decimals = 2}),
             fmt::format("class=\"tick\" fill=\"{}\" text-anchor=\"{}\"", domain_ink(domain), left ? "end" : "start"));
}

void draw_row(Svg& svg, const DumbbellRow& row, const Scale& x, double y, double width, Language language) {
    svg.line({name_room, y}, {width - side_room, y}, "class=\"grid\"");
    svg.text({name_room - 14, y + 4}, row.label, "class=\"name\" text-anchor=\"end\"");
    const double social = x(row.social);
    const double physical = x(row.physical);
    svg.line({social, y}, {physical, y}, "class=\"gap\"");
    svg.circle({social, y}, 5.5, fill(Domain::social));
    svg.diamond({physical, y}, 5.5, fill(Domain::physical));
    draw_value(svg, social, y, row.social, row.social <= row.physical, Domain::social, language);
    draw_value(svg, physical, y, row.physical, row.physical < row.social, Domain::physical, language);
}

void draw_key(Svg& svg, double y, Language language) {
    svg.circle({name_room + 6, y - 4}, 5, fill(Domain::social));
    svg.text({name_room + 16, y}, text(Word::social_lower, language),
             fmt::format("class=\"end\" fill=\"{}\"", domain_ink(Domain::social)));
    svg.diamond({name_room + 76, y - 4}, 5, fill(Domain::physical));
    svg.text({name_room + 87, y}, text(Word::physical_lower, language),
             fmt::format("class=\"end\" fill=\"{}\"", domain_ink(Domain::physical)));
}

}  // namespace

std::string dumbbell_svg(std::string_view letter, std::string_view title, const std::vector<DumbbellRow>& rows,
                         double width, Language language) {
    const double bottom = head_height + row_height * static_cast<double>(rows.size());
    const Scale x{0, 1, name_room, width - side_room};
    Svg svg(width, bottom + foot_height, fmt::format("{} {}", letter, title));
    svg.heading(letter, title);
    draw_key(svg, 36, language);
    for (const double tick : round_ticks(0, 1, width > 600 ? 5 : 2)) {
        svg.line({x(tick), head_height}, {x(tick), bottom}, "class=\"grid\"");
        svg.text({x(tick), bottom + 16}, tick_label(tick, width > 600 ? 0.2 : 0.5, false, language),
                 "class=\"tick\" text-anchor=\"middle\"");
    }
    double y = head_height + row_height / 2;
    for (const DumbbellRow& row : rows) {
        draw_row(svg, row, x, y, width, language);
        y += row_height;
    }
    return svg.finish();
}

}  // namespace algemeente
