#include "patterns/pattern_tables.h"

#include "output/csv_file.h"

namespace algemeente {

void write_patterns_csv(const std::vector<PatternResult>& results, const std::filesystem::path& file) {
    CsvFile csv(file,
                "pattern,class,evidence,sentence,statistic,estimate,low,high,criterion,replicates,verdict,pattern_"
                "verdict,note");
    for (const PatternResult& result : results) {
        const Pattern& pattern = result.pattern;
        for (std::size_t k = 0; k < result.checks.size(); ++k) {
            const CheckResult& judged = result.checks[k];
            csv.text(pattern.id)
                .text(class_word(pattern.pattern_class))
                .text(pattern.evidence)
                .text(pattern.sentence)
                .text(pattern.checks[k].statistic)
                .number(judged.estimate.value)
                .number(judged.estimate.low)
                .number(judged.estimate.high)
                .text(pattern.checks[k].criterion)
                .whole(judged.estimate.replicates)
                .text(verdict_word(judged.verdict))
                .text(verdict_word(result.verdict()))
                .text(pattern.note)
                .end_row();
        }
    }
    csv.finish();
}

}  // namespace algemeente
