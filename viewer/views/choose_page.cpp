#include "viewer/views/choose_page.h"

#include "present/page/html.h"
#include "present/page/page.h"
#include "viewer/views/handout.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente::viewer {

namespace {

constexpr std::size_t most_listed = 20;  ///< packages in the table of the hand-out; the table for programs has all
constexpr float page_width = 1120;
constexpr float chart_height = 430;

const Packages& packages_of_page(const ViewContext& context) {
    return context.derived.front.packages.value();
}

/// Packages of two searches may have the same number.
bool has_decisions(const Scenario& scenario, const PackageShown& package) {
    return std::all_of(package.changes.begin(), package.changes.end(), [&](const DatedChange& one) {
        return std::find(scenario.changes.begin(), scenario.changes.end(), one) != scenario.changes.end();
    });
}

/// The package that stands in B: what was chosen here, or one of the scenarios beside the front.
std::optional<std::size_t> package_in_b(const ViewContext& context) {
    const std::vector<Slot>& slots = context.session().slots;
    if (slots.size() < 2 || changed_levers(slots[1]) > 0) return std::nullopt;
    const Packages& packages = packages_of_page(context);
    for (std::size_t i = 0; i < packages.all.size(); ++i) {
        const PackageShown& one = packages.all[i];
        if (slots[1].scenario.name == name_with_package(one.name) && has_decisions(slots[1].scenario, one)) return i;
        if (one.kind == KeptPackage::Kind::other && slots[1].scenario.name == one.name) return i;
    }
    return std::nullopt;
}

std::string list_of_packages(const ViewContext& context, const PackageLight& light) {
    const Packages& packages = packages_of_page(context);
    present::HtmlTable table;
    table.columns = {{context.word(Word::se_head_package)}, {context.word(Word::se_head_words)}};
    for (const PackageAxis& axis : packages.axes) table.columns.push_back({axis.title, true});
    for (std::size_t i = 0; i < packages.all.size() && table.rows.size() < most_listed; ++i) {
        if (!light.in_sight[i]) continue;
        const PackageShown& one = packages.all[i];
        std::vector<std::string> row{present::prose(one.title), present::prose(one.levers)};
        for (std::size_t axis = 0; axis < packages.axes.size(); ++axis) {
            NumberForm form = packages.axes[axis].form;
            if (!form.percent) form.digits = 2;
            row.push_back(present::prose(number_words(one.values[axis], context.language(), form)));
        }
        table.rows.push_back(std::move(row));
    }
    return present::heading(2, context.word(Word::choose_list_head)) +
           present::paragraph(packages_in_sight(context, light) + ".") + present::table_html(table);
}

}  // namespace

std::vector<std::string> limits_in_words(const ViewContext& context) {
    std::vector<std::string> words;
    const Packages& packages = packages_of_page(context);
    for (std::size_t axis = 0; axis < packages.axes.size(); ++axis) {
        const std::optional<Range> limit = context.view().choosing.limit_of(axis);
        if (!limit) continue;
        NumberForm form = packages.axes[axis].form;
        if (!form.percent) form.digits = 2;
        words.push_back(filled(context.word(Word::choose_limit), packages.axes[axis].title,
                               number_words(limit->low, context.language(), form),
                               number_words(limit->high, context.language(), form)));
    }
    return words;
}

/// A short search is said to be one.
std::string made_words(const ViewContext& context) {
    const FrontShown& front = context.derived.front;
    const std::string& made = packages_of_page(context).made;
    if (!front.shows_own()) return made;
    std::string words = made + " ";
    const std::vector<std::string>& limits = front.own_for.limits;
    if (!limits.empty())
        words += filled(context.word(Word::choose_found_within), fmt::format("{}", fmt::join(limits, "; "))) + " ";
    return words +
           filled(context.word(Word::choose_found_here), count_words(front.own_for.looked_at, context.language()));
}

std::optional<std::size_t> find_package(const Packages& packages, std::string_view name) {
    for (std::size_t i = 0; i < packages.all.size(); ++i)
        if (packages.all[i].name == name) return i;
    return std::nullopt;
}

PackageLight package_light(const ViewContext& context) {
    const Packages& packages = packages_of_page(context);
    const Choosing& choosing = context.view().choosing;
    const std::size_t last = packages.axes.size() - 1;
    PackageLight light;
    light.limits = choosing.limits;
    light.in_sight = within_limits(packages, choosing.limits);
    light.across = std::min(choosing.across.value_or(packages.objectives - 1), last);
    light.upwards = std::min(choosing.upwards.value_or(0), last);
    light.chosen = package_in_b(context);
    for (const std::string* name : {&context.hover.package, &choosing.pointed})
        if (!light.pointed && !name->empty()) light.pointed = find_package(packages, *name);
    return light;
}

std::optional<std::size_t> package_told(const PackageLight& light) {
    return light.pointed ? light.pointed : light.chosen;
}

std::string packages_in_sight(const ViewContext& context, const PackageLight& light) {
    const Packages& packages = packages_of_page(context);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < packages.all.size(); ++i)
        if (light.in_sight[i] && packages.all[i].kind == KeptPackage::Kind::package) ++seen;
    return filled(context.word(Word::choose_count), count_words(seen, context.language()),
                  count_words(packages.count, context.language()));
}

std::string words_of_other_a(const ViewContext& context) {
    if (context.derived.front.of_a.value()) return {};
    const std::string& title = packages_of_page(context).scenario;
    return filled(context.word(Word::choose_other_a), title, title);
}

ChooseScene choose_scene(const ViewContext& context, const PackageLight& light, Rect area, const ChartStyle& style) {
    constexpr float share_of_spots = 0.44F;
    const Packages& packages = packages_of_page(context);
    const float gap = style.letter;
    const float left = (area.width - gap) * share_of_spots;
    ChooseScene made;
    made.spots = draw_spots(made.scene, {area.x, area.y, left, area.height}, packages, light, style);
    made.lines = draw_lines(made.scene, {area.x + left + gap, area.y, area.width - left - gap, area.height}, packages,
                            light, style);
    return made;
}

Table packages_table(const ViewContext& context) {
    Table table;
    if (!context.derived.front.front) return table;
    const KeptFront& front = *context.derived.front.front;
    const Packages& packages = packages_of_page(context);
    const PackageLight light = package_light(context);
    table.columns = {"package", "kind", "in_words"};
    for (std::size_t k = 0; k < packages.objectives; ++k)
        for (const char* what : {"", ".worst_decile", ".regret_90"})
            table.columns.push_back(packages.axes[k].id + what);
    for (std::size_t axis = packages.objectives; axis < packages.axes.size(); ++axis)
        table.columns.push_back(packages.axes[axis].id);
    constexpr const char* kinds[] = {"package", "scenario", "other"};
    for (std::size_t i = 0; i < packages.all.size(); ++i) {
        if (!light.in_sight[i]) continue;
        const KeptPackage& one = front.packages[i];
        std::vector<Cell> row{one.name, std::string(kinds[static_cast<std::size_t>(one.kind)]), packages.all[i].levers};
        for (std::size_t k = 0; k < packages.objectives; ++k)
            for (const double number : {one.values[k], one.worst_decile[k], one.regret_90[k]}) row.emplace_back(number);
        row.emplace_back(one.good_share);
        row.emplace_back(one.regret);
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string choose_svg(const ViewContext& context) {
    constexpr float margin = 20;
    const ChartStyle style{.letter = 14, .line = 2.2F, .language = context.language()};
    Scene scene;
    float y = margin;
    const auto add = [&](const std::string& words, float size, bool bold) {
        for (const std::string& line : wrapped(words, size, page_width - margin * 2)) {
            scene.add(Text{.at = {margin, y}, .words = line, .size = size, .bold = bold});
            y += size * 1.4F;
        }
    };
    add(context.word(Word::choose), 22, true);
    if (context.derived.front.front) {
        const PackageLight light = package_light(context);
        add(made_words(context), 13, false);
        add(words_of_other_a(context), 13, false);
        for (const std::string& limit : limits_in_words(context)) add(limit, 13, false);
        y += margin / 2;
        ChooseScene charts = choose_scene(context, light, {margin, y, page_width - margin * 2, chart_height}, style);
        for (Item& item : charts.scene.items) scene.items.push_back(std::move(item));
        y += chart_height + margin / 2;
        if (const auto told = package_told(light)) {
            const PackageShown& one = packages_of_page(context).all[*told];
            add(one.title + ". " + one.sentence, 14, false);
            add(std::string(context.word(Word::choose_regret_head)) + " " + one.regret, 13, false);
        }
    }
    add(footer_words(context), 12, false);
    return svg_file(scene, page_width, y + margin, Theme::light, context.word(Word::choose));
}

std::string choose_html(const ViewContext& context) {
    const std::string title = context.word(Word::choose);
    std::string body = present::heading(1, title);
    if (context.derived.front.front) {
        const PackageLight light = package_light(context);
        const Packages& packages = packages_of_page(context);
        const ChartStyle style{.letter = 14, .line = 2.2F, .language = context.language()};
        body += present::paragraph(made_words(context)) + present::paragraph(words_of_other_a(context));
        const Scene scene = choose_scene(context, light, {0, 0, page_width, chart_height}, style).scene;
        body += present::figure(svg_figure(scene, page_width, chart_height, title), 1,
                                present::prose(context.word(Word::choose_lines)));
        if (const auto told = package_told(light)) {
            const PackageShown& one = packages.all[*told];
            body += present::heading(2, one.title) + present::paragraph(one.sentence);
            if (!one.regret.empty())
                body += present::heading(2, context.word(Word::choose_regret_head)) + present::paragraph(one.regret);
        }
        std::vector<std::string> limits;
        for (const std::string& limit : limits_in_words(context)) limits.push_back(present::prose(limit));
        if (!limits.empty())
            body += present::heading(2, context.word(Word::choose_limits_head)) + present::list(limits);
        body += list_of_packages(context, light) + present::paragraph(context.word(Word::se_purpose));
    }
    return present::page_html(
        {.title = title, .language = context.language(), .body = body, .footer = footer_words(context)});
}

}  // namespace algemeente::viewer
