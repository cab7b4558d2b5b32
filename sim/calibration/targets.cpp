#include "calibration/targets.h"

#include "mathematics/elementary.h"
#include "netherlands/csv_table.h"
#include "text/error.h"
#include "text/nearest_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace algemeente {

namespace {

constexpr std::string_view scale_words[] = {"plain", "log", "log_plus_5", "root"};
constexpr std::string_view kind_words[] = {"near", "at_least", "at_most"};
constexpr std::string_view use_words[] = {"tune", "check"};
constexpr std::string_view group_words[] = {"use", "media", "people", "thesis"};
constexpr double few = 5;
constexpr double three_eighths = .375;  // Anscombe 1948

template <std::size_t count>
std::size_t word_in(const CsvTable& table, std::size_t row, std::string_view column,
                    const std::string_view (&words)[count]) {
    const std::string& text = table.text(row, column);
    const auto* const found = std::find(std::begin(words), std::end(words), text);
    if (found == std::end(words)) {
        const std::vector<std::string_view> known(std::begin(words), std::end(words));
        table.reject(row, column,
                     fmt::format("'{}' is not known; expected one of {}{}", text, fmt::join(words, ", "),
                                 did_you_mean(text, known)));
    }
    return static_cast<std::size_t>(found - std::begin(words));
}

double spread_in(const CsvTable& table, std::size_t row, std::string_view column) {
    const double spread = table.number(row, column);
    if (spread < 0) table.reject(row, column, "is a standard deviation; expected 0 or more");
    return spread;
}

Target target_in(const CsvTable& table, std::size_t row) {
    Target target;
    target.id = table.text(row, "id");
    try {
        target.statistic = find_statistic(table.text(row, "statistic"));
    } catch (const InputError& error) {
        table.reject(row, "statistic", error.what());
    }
    target.scale = static_cast<Scale>(word_in(table, row, "scale", scale_words));
    target.group = group_words[word_in(table, row, "group", group_words)];
    target.kind = static_cast<TargetKind>(word_in(table, row, "kind", kind_words));
    target.value = table.number(row, "value");
    target.uncertainty = spread_in(table, row, "uncertainty");
    target.discrepancy = spread_in(table, row, "discrepancy");
    target.use = static_cast<TargetUse>(word_in(table, row, "use", use_words));
    target.reason = table.text(row, "reason");
    target.source = table.text(row, "source");
    if (std::isnan(target.place()))
        table.reject(row, "value", fmt::format("has no place on the scale {}", scale_word(target.scale)));
    if (!(target.tolerance() > 0))
        table.reject(row, "uncertainty", "is 0, as is discrepancy: no run could meet that; expected more than 0");
    return target;
}

}  // namespace

double on_scale(Scale scale, double value) {
    switch (scale) {
        case Scale::plain: return value;
        case Scale::log: return value > 0 ? logarithm(value) : std::nan("");
        case Scale::log_plus_5: return value > -few ? logarithm(value + few) : std::nan("");
        case Scale::root: return value >= 0 ? std::sqrt(value + three_eighths) : std::nan("");
    }
    return value;
}

double from_scale(Scale scale, double place) {
    switch (scale) {
        case Scale::plain: return place;
        case Scale::log: return exponential(place);
        case Scale::log_plus_5: return exponential(place) - few;
        case Scale::root: return place > 0 ? place * place - three_eighths : -three_eighths;
    }
    return place;
}

double Target::place() const {
    return on_scale(scale, value);
}

double Target::tolerance() const {
    return std::sqrt(uncertainty * uncertainty + discrepancy * discrepancy);
}

std::vector<Target> read_targets(const std::filesystem::path& file) {
    const CsvTable table(file);
    std::vector<Target> targets;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        Target target = target_in(table, row);
        for (const Target& other : targets)
            if (other.statistic == target.statistic && other.use == target.use)
                table.reject(row, "statistic", fmt::format("'{}' is already there as {}", target.name(), other.id));
        targets.push_back(std::move(target));
    }
    if (std::none_of(targets.begin(), targets.end(), [](const Target& one) { return one.use == TargetUse::tune; }))
        throw InputError(fmt::format("{}: use: no target is there to tune by; expected at least one row with 'tune'",
                                     file.string()));
    return targets;
}

std::string_view scale_word(Scale scale) {
    return scale_words[static_cast<std::size_t>(scale)];
}

std::string_view kind_word(TargetKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}

std::string_view use_word(TargetUse use) {
    return use_words[static_cast<std::size_t>(use)];
}

}  // namespace algemeente
