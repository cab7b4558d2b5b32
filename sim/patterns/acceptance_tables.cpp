// The draws of pattern-oriented acceptance, what they keep and what they constrain, as CSV.
#include "output/csv_file.h"
#include "patterns/acceptance.h"

#include <fmt/format.h>

#include <cmath>

namespace algemeente {

namespace {

std::filesystem::path beside(const std::filesystem::path& file, std::string_view ending) {
    return file.parent_path() / fmt::format("{}-{}.csv", file.stem().string(), ending);
}

void write_constraints(CsvFile& csv, const std::string& of, std::size_t draws,
                       const std::vector<Constraint>& constraints) {
    constexpr std::size_t always = 10;  // so that a reader sees how far chance alone goes
    std::size_t written = 0;
    for (const Constraint& constraint : constraints) {
        if (constraint.false_finds > found_rate && written >= always) break;
        csv.text(of)
            .whole(static_cast<std::int64_t>(draws))
            .text(constraint.name)
            .number(constraint.distance)
            .number(constraint.mean_place)
            .number(constraint.chance)
            .number(constraint.false_finds)
            .end_row();
        ++written;
    }
}

std::size_t count_of(const std::vector<bool>& chosen) {
    std::size_t count = 0;
    for (const bool one : chosen) count += one ? 1 : 0;
    return count;
}

}  // namespace

void write_acceptance_csv(const Acceptance& acceptance, const Scenario& base, const std::filesystem::path& file) {
    std::string header = "draw,survives";
    for (const Pattern& pattern : acceptance.patterns) header += "," + pattern.id;
    for (const Pattern& pattern : acceptance.patterns)
        for (std::size_t k = 0; k < pattern.checks.size(); ++k)
            header += fmt::format(",{0}.{1},{0}.{1}.low,{0}.{1}.high", pattern.id, k + 1);
    for (const PriorDimension& dimension : acceptance.dimensions) header += "," + dimension.name;
    CsvFile csv(file, header);
    for (std::size_t i = 0; i < acceptance.draws.size(); ++i) {
        const AcceptanceDraw& draw = acceptance.draws[i];
        csv.whole(static_cast<std::int64_t>(i + 1)).whole(acceptance.survives(draw) ? 1 : 0);
        for (const bool kept : draw.kept) csv.whole(kept ? 1 : 0);
        for (const std::vector<Estimate>& estimates : draw.estimates)
            for (const Estimate& estimate : estimates)
                csv.number(estimate.value).number(estimate.low).number(estimate.high);
        const Scenario scenario = scenario_at(base, acceptance.dimensions, draw.point);
        for (const PriorDimension& dimension : acceptance.dimensions) csv.number(value_of(scenario, dimension));
        csv.end_row();
    }
    csv.finish();
}

void write_acceptance_tables(const Acceptance& acceptance, const std::filesystem::path& file) {
    CsvFile kept(beside(file, "kept"),
                 "pattern,class,must,sentence,kept,kept_low,kept_high,contradicted,contradicted_low,contradicted_high");
    const auto row = [&](std::string_view id, std::string_view word, bool must, std::string_view sentence,
                         const ShareInterval& share, const ShareInterval& against) {
        kept.text(id).text(word).whole(must ? 1 : 0).text(sentence);
        kept.number(share.share).number(share.low).number(share.high);
        kept.number(against.share).number(against.low).number(against.high).end_row();
    };
    const std::size_t draws = acceptance.draws.size();
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const Pattern& pattern = acceptance.patterns[i];
        row(pattern.id, class_word(pattern.pattern_class), is_must(pattern), pattern.sentence,
            acceptance.share_keeping(i), acceptance.share_contradicting(i));
    }
    const double none = std::nan("");
    row("all", "", false, "every pattern is kept", acceptance.share_keeping_all(), {none, none, none});
    row("survives", "", false, "every must, and four of five of the others",
        wilson_interval(acceptance.survivors(), draws), wilson_interval(draws - acceptance.not_contradicted(), draws));
    kept.finish();

    CsvFile csv(beside(file, "constraints"), "draws_that,draws,assumption,distance,mean_place,chance,false_finds");
    const std::vector<bool> surviving = surviving_draws(acceptance);
    write_constraints(csv, "survive", count_of(surviving), constraints_of(acceptance, surviving));
    for (std::size_t i = 0; i < acceptance.patterns.size(); ++i) {
        const std::vector<bool> keeping = draws_keeping(acceptance, i);
        write_constraints(csv, "keep " + acceptance.patterns[i].id, count_of(keeping),
                          constraints_of(acceptance, keeping));
    }
    csv.finish();
}

}  // namespace algemeente
