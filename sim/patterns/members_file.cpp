#include "patterns/members_file.h"

#include "netherlands/csv_table.h"
#include "patterns/contrasts.h"
#include "scenario/lever.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace algemeente {

namespace {

constexpr std::string_view for_people[] = {"member", "distance"};

}  // namespace

std::filesystem::path shipped_members() {
    return scenarios_folder() / "members/2025.csv";
}

Members read_members(const std::filesystem::path& file, std::size_t most) {
    const CsvTable table(file);
    Members members;
    members.file = file.string();
    std::vector<Lever> levers;
    for (const std::string& heading : table.headings()) {
        if (std::find(std::begin(for_people), std::end(for_people), heading) != std::end(for_people)) continue;
        levers.push_back(find_lever(heading));
        if (!levers.back())
            throw InputError(fmt::format("{}:1: {}: {}", file.string(), heading.empty() ? "(no name)" : heading,
                                         unknown_lever_problem(heading)));
        members.names.push_back(heading);
    }
    if (table.row_count() == 0 || members.names.empty())
        throw InputError(
            fmt::format("{}: holds no members; expected a row for each, and a column for every number that "
                        "they set",
                        file.string()));
    const std::size_t count = most == 0 ? table.row_count() : std::min(most, table.row_count());
    for (std::size_t row = 0; row < count; ++row) {
        std::vector<double>& values = members.values.emplace_back();
        for (std::size_t i = 0; i < levers.size(); ++i) {
            const double value = without_rounding_error(levers[i], table.number(row, members.names[i]));
            const std::string problem = problem_with(levers[i], value);
            if (!problem.empty()) table.reject(row, members.names[i], problem);
            values.push_back(value);
        }
    }
    return members;
}

}  // namespace algemeente
