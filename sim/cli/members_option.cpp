#include "cli/members_option.h"

#include "cli/arguments.h"
#include "patterns/members_file.h"
#include "text/error.h"
#include "text/nearest_file.h"
#include "text/nearest_name.h"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>

namespace algemeente::cli {

namespace {

/// A word that is no file is most likely one of the two words, with a typing error.
void require_members_file(const std::string& text) {
    if (std::filesystem::exists(text)) return;
    static constexpr std::string_view words[] = {"standard", "history"};
    const std::string nearest = did_you_mean(text, words);
    throw InputError(
        fmt::format("--members: there is no file '{}'{}; expected standard, history, a number of members or "
                    "a CSV file",
                    text, nearest.empty() ? did_you_mean_file(text) : nearest));
}

}  // namespace

std::shared_ptr<const Members> members_called(const std::string& text) {
    if (text == "standard") return nullptr;
    if (text == "history") return std::make_shared<const Members>(read_members(shipped_members()));
    const bool is_number = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number) require_members_file(text);
    if (!is_number) return std::make_shared<const Members>(read_members(text));
    Members all = read_members(shipped_members());
    all.values.resize(static_cast<std::size_t>(whole_number("--members", text, 1, all.count())));
    return std::make_shared<const Members>(std::move(all));
}

}  // namespace algemeente::cli
