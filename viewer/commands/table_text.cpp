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

std::string table_text(const Table& table, TableForm form) {
    Rows rows(form);
    for (const std::string& name : table.columns) rows.words(name);
    rows.end_row();
    for (const std::vector<Cell>& row : table.rows) {
        for (const Cell& cell : row)
            if (const double* number = std::get_if<double>(&cell))
                rows.number(*number);
            else
                rows.words(std::get<std::string>(cell));
        rows.end_row();
    }
    return rows.text();
}

std::string table_text(const EnsembleSummary& summary, const OutcomeFans& fans, const TableRows& shown,
                       TableForm form) {
    Rows rows(form);
    for (const char* name : {"outcome", "scenario", "domain", "month", "replicates", "p05", "p25", "p50", "p75", "p95",
                             "letter", "quantity"})
        rows.words(name);
    rows.end_row();
    const auto add = [&](std::size_t slot, Domain domain, const Fan& fan, const std::string& quantity) {
        const int end = std::min(shown.last_month + 1, static_cast<int>(fan.size()));
        for (int month = shown.first_month; month < end; ++month) {
            const Band& band = fan[static_cast<std::size_t>(month)];
            rows.words(domain_outcomes()[fans.outcome].name);
            rows.words(summary.scenarios[slot].scenario->name);
            rows.words(domain_word(domain));
            rows.words(date_of(month));
            rows.number(band.count);
            for (const double value : {band.p05, band.p25, band.p50, band.p75, band.p95}) rows.number(value);
            rows.words(letter_of(slot));
            rows.words(quantity);
            rows.end_row();
        }
    };
    const auto add_all = [&](const auto& all, const std::string& quantity, std::size_t first) {
        for (const std::size_t slot : shown.slots)
            for (const Domain domain : {Domain::social, Domain::physical})
                if (slot >= first && slot < all.size())
                    add(slot, domain, all[slot][static_cast<std::size_t>(index_of(domain))], quantity);
    };
    add_all(fans.domains, "value", 0);
    if (shown.differences) add_all(fans.differences, "difference to A", 1);
    return rows.text();
}

}  // namespace algemeente::viewer
