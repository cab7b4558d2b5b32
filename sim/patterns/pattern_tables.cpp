#include "patterns/pattern_tables.h"

#include "output/result_file.h"

namespace algemeente {

Table patterns_table(const std::vector<PatternResult>& results) {
    Table table{{"pattern", "class", "evidence", "sentence", "statistic", "estimate", "low", "high", "criterion",
                 "replicates", "verdict", "pattern_verdict", "note"},
                {}};
    for (const PatternResult& result : results) {
        const Pattern& pattern = result.pattern;
        for (std::size_t k = 0; k < result.checks.size(); ++k) {
            const Estimate& estimate = result.checks[k].estimate;
            table.rows.push_back({pattern.id, std::string(class_word(pattern.pattern_class)), pattern.evidence,
                                  pattern.sentence, pattern.checks[k].statistic, estimate.value, estimate.low,
                                  estimate.high, pattern.checks[k].criterion, static_cast<double>(estimate.count),
                                  std::string(verdict_word(result.checks[k].verdict)),
                                  std::string(verdict_word(result.verdict())), pattern.note});
        }
    }
    return table;
}

void write_patterns_csv(const std::vector<PatternResult>& results, const std::filesystem::path& file) {
    write_file(file, table_as_csv(patterns_table(results), CsvDigits::seven));
}

}  // namespace algemeente
