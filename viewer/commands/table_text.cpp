#include "viewer/commands/table_text.h"

#include "text/calendar.h"

#include <charconv>
#include <cmath>

namespace algemeente::viewer {

namespace {

std::string digits_of(double number) {
    if (std::isnan(number)) return {};
    std::array<char, 32> room{};
    return {room.data(),
            std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::general, 7).ptr};
}

}  // namespace

std::string table_text(const EnsembleSummary& summary, const OutcomeFans& fans, std::size_t outcome, char separator) {
    std::string table;
    const auto cell = [&](const std::string& text, bool last = false) { table += text + (last ? '\n' : separator); };
    for (const char* name : {"outcome", "scenario", "domain", "month", "replicates", "p05", "p25", "p50", "p75"})
        cell(name);
    cell("p95", true);
    for (std::size_t slot = 0; slot < fans.domains.size(); ++slot)
        for (const Domain domain : {Domain::social, Domain::physical}) {
            const Fan& fan = fans.domains[slot][static_cast<std::size_t>(index_of(domain))];
            for (std::size_t month = 0; month < fan.size(); ++month) {
                cell(std::string(domain_outcomes()[outcome].name));
                cell(summary.scenarios[slot].scenario->name);
                cell(std::string(domain_word(domain)));
                cell(date_of(static_cast<int>(month)));
                cell(std::to_string(fan[month].count));
                for (const double value : {fan[month].p05, fan[month].p25, fan[month].p50, fan[month].p75})
                    cell(digits_of(value));
                cell(digits_of(fan[month].p95), true);
            }
        }
    return table;
}

}  // namespace algemeente::viewer
