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

}  // namespace

void write_gap(const GapDecomposition& gap, const std::filesystem::path& folder) {
    CsvFile csv(folder / "gap.csv", "group,of,how,share,low,high,priors_p05,priors_p50,priors_p95");
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

    CsvFile knock_down(folder / "knock_down.csv", "factor,domain,change_of_value,low,high");
    for (const KnockDown& row : influence.knock_downs)
        knock_down.text(factor_word(row.factor))
            .text(domain_word(row.domain))
            .number(row.change.value)
            .number(row.change.low)
            .number(row.change.high)
            .end_row();
    knock_down.finish();
}

}  // namespace algemeente
