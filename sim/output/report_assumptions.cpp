#include "output/manifest.h"
#include "output/report_parts.h"
#include "output/words.h"
#include "scenario/scenario_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace algemeente {

namespace {

std::string parameter_items(const Scenario& scenario) {
    std::string html;
    for (const ChangedParameter& changed : changed_parameters(scenario)) {
        const ParameterInfo& row = *changed.row;
        html += fmt::format("<li><code>{}</code> is {:g} (standard {:g}, {}). {}</li>\n", row.name, changed.value,
                            row.standard, unit_word(row.unit), prose(row.meaning));
    }
    return html;
}

std::string cell_items(const Scenario& scenario) {
    std::string html;
    for (const ChangedCell& cell : changed_cells(scenario))
        html += fmt::format("<li><code>use_cases.{}.{}</code> is {:g} (standard {:g}). {}</li>\n",
                            use_case_names()[cell.use_case], cell.column->name, cell.value, cell.standard,
                            prose(cell.column->meaning));
    return html;
}

std::string change_item(const DatedChange& change) {
    std::string words = fmt::format("becomes {:g} from {} on", change.value, month_words(change.from_month));
    if (change.until_month >= 0) words += fmt::format(", until {}", month_words(change.until_month));
    if (change.rollout_months > 0) words += fmt::format(", rolled out over {} months", change.rollout_months);
    if (change.municipality_share < 1)
        words += fmt::format(", in {:.0f} % of municipalities", change.municipality_share * 100);
    if (change.initial_share > 0) words += fmt::format(", {:.0f} % of them at once", change.initial_share * 100);
    return fmt::format("<li><code>{}</code> {}.</li>\n", prose(change.lever), words);
}

std::string shock_item(const Shock& shock) {
    return fmt::format("<li>Media stories about {}: {:g} a month, {} {} from {} on.</li>\n", frame_name(shock.frame),
                       shock.stories_per_month, shock.months, shock.months == 1 ? "month" : "months",
                       month_words(shock.from_month));
}

std::string what_differs(const ReportInput& input, std::size_t position) {
    const Scenario& scenario = input.scenarios()[position].scenario;
    std::string items = parameter_items(scenario) + cell_items(scenario);
    for (const DatedChange& change : scenario.changes) items += change_item(change);
    for (const Shock& shock : scenario.shocks) items += shock_item(shock);
    if (items.empty()) items = "<li>Nothing: all values are standard.</li>\n";
    const std::string heading =
        input.compares() ? scenario_chip(input, position) : "What differs from the standard values";
    return fmt::format("<h3>{}</h3>\n<ul>\n{}</ul>\n", heading, items);
}

std::string provenance_words() {
    std::array<int, 3> counts{};
    for (const ParameterInfo& row : parameter_table()) ++counts[static_cast<std::size_t>(row.provenance)];
    return fmt::format(
        "<p>The model holds {} numbers: {} are grounded in an outside figure, {} have their form or order of magnitude "
        "from literature, {} are assumed: their sign is known, their size is not. Values of use cases come on top, all "
        "of them assumed.</p>\n",
        parameter_table().size(), counts[static_cast<std::size_t>(Provenance::grounded)],
        counts[static_cast<std::size_t>(Provenance::literature)],
        counts[static_cast<std::size_t>(Provenance::assumed)]);
}

/// Values at the start; dated changes stand in the lists above.
std::string lever_table(const ReportInput& input) {
    constexpr std::size_t column_limit = 6;  // more do not fit on paper; the manifest holds all
    const std::size_t columns = std::min(column_limit, input.scenarios().size());
    std::string html = "<h3>Levers: what somebody can decide</h3>\n<table>\n<thead><tr><th>Lever</th>";
    for (std::size_t position = 0; position < columns; ++position) {
        html += fmt::format("<th class=\"number\">{}</th>", input.compares() ? scenario_letter(position) : "Start");
    }
    html += "<th>Meaning</th></tr></thead>\n<tbody>\n";
    for (const ParameterInfo& row : parameter_table()) {
        if (row.role != Role::lever) continue;
        html += fmt::format("<tr><td>{}</td>", spaced(row.name));
        for (std::size_t position = 0; position < columns; ++position) {
            const double value = input.scenarios()[position].scenario.parameters.*row.value;
            const std::string shown = fmt::format("{:g}", value);
            html += fmt::format("<td class=\"number\">{}</td>", value == row.standard ? shown : "<b>" + shown + "</b>");
        }
        html += fmt::format("<td>{}<small>{}, {:g} to {:g}, standard {:g}</small></td></tr>\n", prose(row.meaning),
                            unit_word(row.unit), row.low, row.high, row.standard);
    }
    return html + "</tbody>\n</table>\n";
}

}  // namespace

std::string assumptions_section(const ReportInput& input) {
    std::string html = "<h2>Assumptions</h2>\n" + provenance_words();
    if (input.compares()) html += "<p>What each scenario sets differently from the standard values:</p>\n";
    for (std::size_t position = 0; position < input.scenarios().size(); ++position)
        html += what_differs(input, position);
    return html + lever_table(input);
}

std::string repeat_section(const ReportInput& input) {
    const Ensemble& ensemble = input.ensemble;
    const Scenario& scenario = input.scenarios().front().scenario;
    return fmt::format(
        "<h2>How to repeat this</h2>\n<pre>{}</pre>\n<dl>\n<dt>Version</dt><dd>{}, commit {}</dd>\n"
        "<dt>Compiler</dt><dd>{}</dd>\n<dt>Seed</dt><dd>{}</dd>\n<dt>Replicates</dt><dd>{}</dd>\n"
        "<dt>Municipalities</dt><dd>{} ({})</dd>\n<dt>Inhabitants per agent</dt><dd>{:g}</dd>\n"
        "<dt>Fingerprint</dt><dd><code>{}</code>: a repetition is the same if this is the same</dd>\n"
        "<dt>Wall time</dt><dd>{:.1f} seconds</dd>\n</dl>\n"
        "<p>Every number of every scenario stands in <code>manifest.json</code>, the data behind the charts in the CSV "
        "files beside this page.</p>\n",
        prose(input.run.command_line), program_version(), program_commit(), program_compiler(), ensemble.options.seed,
        ensemble.finished_replicates, ensemble.country.size(), prose(municipalities_text(scenario.municipalities)),
        scenario.parameters.people_per_agent, fingerprint_text(ensemble.fingerprint), ensemble.wall_seconds);
}

}  // namespace algemeente
