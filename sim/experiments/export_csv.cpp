#include "experiments/export.h"

#include "experiments/missing_runs.h"
#include "experiments/store.h"
#include "experiments/store_layout.h"
#include "output/csv_file.h"
#include "present/charts/palette.h"
#include "present/words/catalogue.h"
#include "present/words/names.h"
#include "text/error.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <set>

namespace algemeente {

namespace {

/// "in_use", "social", "2029-12" of "in_use.social.2029-12".
std::array<std::string, 3> parts_of(const std::string& name) {
    const std::size_t last = name.rfind('.');
    const std::size_t first = name.rfind('.', last - 1);
    return {name.substr(0, first), name.substr(first + 1, last - first - 1), name.substr(last + 1)};
}

/// Every digit, so that a point can be set again to the same bits.
std::string exact(double number) {
    return std::isnan(number) ? std::string{} : fmt::format("{}", number);
}

void write_points(Store& store, const std::filesystem::path& file) {
    const Experiment& experiment = store.experiment();
    std::string header = "point,scenario";
    for (const Input& input : experiment.inputs) header += "," + csv_quoted(input.name);
    CsvFile csv(file, header);
    SqliteStatement row(store.connection(), "SELECT * FROM points ORDER BY point");
    while (row.step()) {
        csv.whole(row.whole(0)).text(experiment.scenarios.at(static_cast<std::size_t>(row.whole(1))).name);
        for (std::size_t i = 0; i < experiment.inputs.size(); ++i) csv.text(exact(row.number(static_cast<int>(i) + 2)));
        csv.end_row();
    }
    csv.finish();
}

void write_runs(Store& store, const std::filesystem::path& file) {
    CsvFile csv(file, "run,point,replicate,status,seconds,fingerprint,error");
    SqliteStatement row(store.connection(),
                        "SELECT run, point, replicate, status, seconds, fingerprint, error FROM runs ORDER BY run");
    while (row.step()) {
        csv.whole(row.whole(0)).whole(row.whole(1)).whole(row.whole(2)).text(row.text(3)).number(row.number(4));
        csv.text(row.text(5)).text(row.text(6)).end_row();
    }
    csv.finish();
}

void write_outcomes(Store& store, const std::filesystem::path& file) {
    const Experiment& experiment = store.experiment();
    std::vector<std::array<std::string, 3>> names;
    for (const std::string& name : kept_outcomes(experiment)) names.push_back(parts_of(name));
    CsvFile csv(file, "run,point,scenario,replicate,outcome,domain,at,value");
    SqliteStatement row(store.connection(),
                        "SELECT points.point, points.scenario, outcomes.* FROM outcomes"
                        " JOIN runs USING (run) JOIN points USING (point) ORDER BY outcomes.run");
    while (row.step()) {
        const std::int64_t run = row.whole(2);
        const std::string& scenario = experiment.scenarios.at(static_cast<std::size_t>(row.whole(1))).name;
        for (std::size_t i = 0; i < names.size(); ++i) {
            csv.whole(run).whole(row.whole(0)).text(scenario).whole(run % experiment.replicates);
            csv.text(names[i][0]).text(names[i][1]).text(names[i][2]);
            csv.text(exact(row.number(static_cast<int>(i) + 3))).end_row();
        }
    }
    csv.finish();
}

void write_series(Store& store, const std::filesystem::path& file) {
    const std::vector<std::string> columns = series_columns(store.experiment());
    std::string header = "run,month";
    for (const std::string& column : columns) header += "," + csv_quoted(column);
    CsvFile csv(file, header);
    SqliteStatement row(store.connection(), "SELECT * FROM series ORDER BY run, month");
    while (row.step()) {
        csv.whole(row.whole(0)).text(row.text(1));
        for (std::size_t i = 0; i < columns.size(); ++i) csv.text(exact(row.number(static_cast<int>(i) + 2)));
        csv.end_row();
    }
    csv.finish();
}

/// What a drawing calls the inputs, outcomes and domains of the other files, and in which colour.
void write_labels(const Experiment& experiment, const std::filesystem::path& file) {
    using present::Language;
    CsvFile csv(file, "id,kind,nl,en,unit,colour");
    const auto row = [&csv](std::string_view id, std::string_view kind, std::string_view nl, std::string_view en,
                            std::string_view unit, std::string_view colour = {}) {
        csv.text(id).text(kind).text(nl).text(en).text(unit).text(colour).end_row();
    };
    const auto hex = [](present::Ink ink) { return hex_of(colour_of(ink, present::Theme::light)); };
    for (const Input& input : experiment.inputs) {
        const ParameterInfo* parameter = find_parameter(input.name);
        row(input.name, "input", present::lever_name(input.name, Language::nl),
            present::lever_name(input.name, Language::en), parameter == nullptr ? "" : unit_word(parameter->unit));
    }
    std::set<std::string> kept;
    for (const std::string& name : kept_outcomes(experiment)) kept.insert(parts_of(name)[0]);
    for (const auto& outcomes : {domain_outcomes(), national_outcomes()})
        for (const OutcomeInfo& outcome : outcomes)
            if (kept.contains(std::string(outcome.name)))
                row(outcome.name, "outcome", present::name_of(outcome.name, Language::nl),
                    present::name_of(outcome.name, Language::en), outcome.unit);
    for (const Domain domain : {Domain::social, Domain::physical})
        row(domain_word(domain), "domain", present::domain_words(domain, Language::nl),
            present::domain_words(domain, Language::en), "", hex(present::domain_ink(domain)));
    const auto whole = [](Language language) { return present::text(present::Word::whole_country, language); };
    row("national", "domain", whole(Language::nl), whole(Language::en), "", hex(present::Ink::soft_text));
    csv.finish();
}

}  // namespace

void export_csv(Store& store, const std::filesystem::path& folder) {
    write_points(store, folder / "experiments.csv");
    write_runs(store, folder / "runs.csv");
    write_outcomes(store, folder / "outcomes.csv");
    write_labels(store.experiment(), folder / "labels.csv");
    if (store.experiment().series) write_series(store, folder / "series.csv");
    write_missing(store, folder / "missing.csv");
}

}  // namespace algemeente
