#include "viewer/commands/table_text.h"

#include "text/calendar.h"
#include "text/csv.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

class Rows {
public:
    explicit Rows(TableForm form) : form_(form) {}

    void words(std::string_view text) {
        begin_cell();
        if (form_ == TableForm::csv) {
            append_csv_text(text, buffer_);
            return;
        }
        for (const char letter : text)
            buffer_.push_back(letter == '\t' || letter == '\n' || letter == '\r' ? ' ' : letter);
    }
    void number(double value) {
        begin_cell();
        append_csv_number(value, CsvDigits::seven, buffer_);
    }
    void end_row() {
        buffer_.push_back('\n');
        begun_ = false;
    }
    std::string text() const { return fmt::to_string(buffer_); }

private:
    void begin_cell() {
        if (begun_) buffer_.push_back(form_ == TableForm::csv ? ',' : '\t');
        begun_ = true;
    }

    TableForm form_;
    bool begun_ = false;
    fmt::memory_buffer buffer_;
};

}  // namespace

std::string table_text(const EnsembleSummary& summary, const OutcomeFans& fans, std::size_t outcome, TableForm form) {
    Rows rows(form);
    for (const char* name : {"outcome", "scenario", "domain", "month", "replicates", "p05", "p25", "p50", "p75", "p95"})
        rows.words(name);
    rows.end_row();
    for (std::size_t slot = 0; slot < fans.domains.size(); ++slot)
        for (const Domain domain : {Domain::social, Domain::physical}) {
            const Fan& fan = fans.domains[slot][static_cast<std::size_t>(index_of(domain))];
            for (std::size_t month = 0; month < fan.size(); ++month) {
                const Band& band = fan[month];
                rows.words(domain_outcomes()[outcome].name);
                rows.words(summary.scenarios[slot].scenario->name);
                rows.words(domain_word(domain));
                rows.words(date_of(static_cast<int>(month)));
                rows.number(band.count);
                for (const double value : {band.p05, band.p25, band.p50, band.p75, band.p95}) rows.number(value);
                rows.end_row();
            }
        }
    return rows.text();
}

}  // namespace algemeente::viewer
