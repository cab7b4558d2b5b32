#include "patterns/gap_tables.h"

#include "output/csv_file.h"

namespace algemeente {

namespace {

void write_share(CsvFile& csv, std::string_view name, std::string_view of, std::string_view how,
                 const GapShare& share) {
    csv.text(name)
        .text(of)
        .text(how)
        .number(share.standard.value)
        .number(share.standard.low)
        .number(share.standard.high)
        .number(share.prior_p05)
        .number(share.prior_p50)
        .number(share.prior_p95)
        .end_row();
}

void write_estimate(CsvFile& csv, const Estimate& estimate) {
    csv.number(estimate.value).number(estimate.low).number(estimate.high);
}

}  // namespace

void write_gap(const GapDecomposition& gap, const std::filesystem::path& folder) {
    CsvFile csv(folder / "gap.csv", "group,of,how,share,low,high,priors_p05,priors_p50,priors_p95");
    const auto whole = [&csv](std::string_view of, const Estimate& estimate) {
        csv.text("").text(of).text("ln(physical / social)");
        write_estimate(csv, estimate);
        csv.text("").text("").text("").end_row();
    };
    whole("use", gap.use_gap);
    whole("value", gap.value_gap);
    for (const GapRow& row : gap.rows) {
        write_share(csv, row.name, "use", "alone", row.use_alone);
        if (row.use_shapley.standard.replicates > 0) write_share(csv, row.name, "use", "shapley", row.use_shapley);
        write_share(csv, row.name, "value", "alone", row.value_alone);
        if (row.value_shapley.standard.replicates > 0)
            write_share(csv, row.name, "value", "shapley", row.value_shapley);
    }
    csv.finish();
}

void write_influence(const Influence& influence, const std::filesystem::path& folder) {
    CsvFile stages(folder / "stages.csv", "domain,stage,first_year,last_year,factor,share,low,high");
    for (const BindingShare& row : influence.bindings)
        stages.text(domain_word(row.domain))
            .text(stage_word(row.stage))
            .whole(row.first_year)
            .whole(row.last_year)
            .text(factor_word(row.factor))
            .number(row.share.value)
            .number(row.share.low)
            .number(row.share.high)
            .end_row();
    stages.finish();

    CsvFile passages(folder / "passages.csv", "domain,stage,share_that_passes,low,high,months,months_low,months_high");
    for (const StagePassage& row : influence.passages) {
        passages.text(domain_word(row.domain)).text(stage_word(row.stage));
        write_estimate(passages, row.share);
        write_estimate(passages, row.months);
        passages.end_row();
    }
    passages.finish();

    CsvFile knock_down(folder / "knock_down.csv", "factor,domain,of,stage,change,low,high");
    for (const KnockDown& row : influence.knock_downs) {
        const auto line = [&](std::string_view of, std::string_view stage, const Estimate& change) {
            knock_down.text(factor_word(row.factor)).text(domain_word(row.domain)).text(of).text(stage);
            write_estimate(knock_down, change);
            knock_down.end_row();
        };
        line("value", "", row.value);
        for (std::size_t stage = 0; stage < passage_count; ++stage) {
            line("share that passes", stage_word(static_cast<Stage>(stage)), row.stages[stage].share);
            line("months in the stage", stage_word(static_cast<Stage>(stage)), row.stages[stage].months);
        }
    }
    knock_down.finish();
}

}  // namespace algemeente
