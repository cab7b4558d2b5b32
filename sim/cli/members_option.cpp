#include "cli/members_option.h"

#include "cli/arguments.h"
#include "patterns/members_file.h"

namespace algemeente::cli {

std::shared_ptr<const Members> members_called(const std::string& text) {
    if (text == "standard") return nullptr;
    if (text == "history") return std::make_shared<const Members>(read_members(shipped_members()));
    const bool is_number = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number) return std::make_shared<const Members>(read_members(text));
    Members all = read_members(shipped_members());
    all.values.resize(static_cast<std::size_t>(whole_number("--members", text, 1, all.count())));
    return std::make_shared<const Members>(std::move(all));
}

}  // namespace algemeente::cli
