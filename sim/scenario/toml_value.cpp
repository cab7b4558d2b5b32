#include "scenario/toml_value.h"

#include "text/error.h"
#include "text/nearest_file.h"
#include "text/one_line.h"
#include "text/utf8.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <regex>
#include <utility>

namespace algemeente {

namespace {

TomlValue::Kind kind_of(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::boolean: return TomlValue::Kind::boolean;
        case toml::node_type::integer:
        case toml::node_type::floating_point: return TomlValue::Kind::number;
        case toml::node_type::string: return TomlValue::Kind::text;
        case toml::node_type::array: return TomlValue::Kind::list;
        case toml::node_type::table: return TomlValue::Kind::table;
        default: return TomlValue::Kind::date;
    }
}

std::string place_in(const std::string& file, const toml::source_region& region) {
    return fmt::format("{}:{}", file, region.begin.line);
}

TomlValue converted(const toml::node& node, const std::string& file, const std::string& key, const std::string& name);

/// toml++ sorts members by name; readers want the order of the file, so that the first mistake is told first.
std::vector<TomlValue> members_in_file_order(const toml::table& table, const std::string& file,
                                             const std::string& key) {
    std::vector<std::pair<toml::source_position, TomlValue>> members;
    for (const auto& [member_key, node] : table) {
        const std::string name(member_key.str());
        TomlValue value = converted(node, file, key.empty() ? name : key + "." + name, name);
        members.emplace_back(member_key.source().begin, std::move(value));
    }
    std::sort(members.begin(), members.end(), [](const auto& one, const auto& other) {
        return std::pair(one.first.line, one.first.column) < std::pair(other.first.line, other.first.column);
    });
    std::vector<TomlValue> in_order;
    in_order.reserve(members.size());
    for (auto& member : members) in_order.push_back(std::move(member.second));
    return in_order;
}

TomlValue converted(const toml::node& node, const std::string& file, const std::string& key, const std::string& name) {
    TomlValue value{.kind = kind_of(node), .place = place_in(file, node.source()), .key = key, .name = name};
    if (const toml::table* table = node.as_table()) value.items = members_in_file_order(*table, file, key);
    if (const toml::array* list = node.as_array())
        for (const toml::node& element : *list) value.items.push_back(converted(element, file, key, name));
    if (value.kind == TomlValue::Kind::number) value.number = node.value_or(0.0);
    if (value.kind == TomlValue::Kind::boolean) value.number = node.value_or(false) ? 1 : 0;
    if (value.kind == TomlValue::Kind::text) value.text = node.value_or(std::string{});
    return value;
}

std::string content_of(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw InputError(fmt::format("{}: there is no such file{}", file.string(), did_you_mean_file(file)));
    if (std::filesystem::is_directory(file, ignored))
        throw InputError(fmt::format("{}: is a folder, not a file", file.string()));
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw InputError(fmt::format("{}: cannot be opened", file.string()));
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string_view line_of(std::string_view content, std::size_t number) {
    for (; number > 1 && content.find('\n') != std::string_view::npos; --number)
        content.remove_prefix(content.find('\n') + 1);
    return content.substr(0, content.find('\n'));
}

/// What people write who do not know TOML, found in the line where reading stopped, and what to write instead.
std::string remedy_for(std::string_view line) {
    const std::string text(line);
    static const std::regex curly_quote("\u201c|\u201d|\u201e|\u2018|\u2019");
    static const std::regex decimal_comma(R"(=\s*[-+]?\d+,\d+\s*(#.*)?\r?$)");
    static const std::regex bare_month(R"(=\s*(\d{4}-\d{2})\s*(#.*)?\r?$)");
    static const std::regex bare_word(R"(=\s*([A-Za-z_][\w-]*)\s*(#.*)?\r?$)");
    std::smatch found;
    if (std::regex_search(text, curly_quote)) return "; curly quotes are not quotes here: write straight ones, \"...\"";
    if (std::regex_search(text, decimal_comma)) return "; write numbers with a decimal point, for example 0.5";
    if (std::regex_search(text, found, bare_month))
        return fmt::format("; write months in quotes: \"{}\"", found.str(1));
    if (std::regex_search(text, found, bare_word)) return fmt::format("; write texts in quotes: \"{}\"", found.str(1));
    return {};
}

/// The line of the first byte that is not UTF-8, or 0: files saved as Latin-1 or Windows-1252.
std::size_t line_of_bad_letter(std::string_view content) {
    const std::size_t place = first_invalid_utf8(content);
    if (place == std::string_view::npos) return 0;
    return 1 + static_cast<std::size_t>(
                   std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
}

}  // namespace

TomlValue toml_from(std::string_view text, const std::string& place) {
    if (const std::size_t line = line_of_bad_letter(text); line > 0)
        throw InputError(fmt::format("{}:{}: not UTF-8; save the file with the encoding UTF-8", place, line));
    try {
        const toml::table table = toml::parse(text);
        TomlValue root = converted(table, place, "", "");
        root.place = place + ":1";
        return root;
    } catch (const toml::parse_error& error) {
        throw InputError(fmt::format("{}: not valid TOML: {}{}", place_in(place, error.source()),
                                     std::string_view(error.description()),
                                     remedy_for(line_of(text, error.source().begin.line))));
    }
}

TomlValue read_toml(const std::filesystem::path& file) {
    return toml_from(content_of(file), file.string());
}

void refuse(const TomlValue& value, const std::string& problem) {
    // a control character in a text must not cut the message off
    const std::string words = one_line(problem);
    if (value.key.empty()) throw InputError(fmt::format("{}: {}", value.place, words));
    throw InputError(fmt::format("{}: {}: {}", value.place, one_line(value.key), words));
}

const TomlValue* find_member(const TomlValue& table, std::string_view name) {
    for (const TomlValue& member : table.items)
        if (member.name == name) return &member;
    return nullptr;
}

const TomlValue& required_member(const TomlValue& table, std::string_view name, std::string_view example) {
    if (const TomlValue* member = find_member(table, name)) return *member;
    const std::string key = table.key.empty() ? std::string(name) : fmt::format("{}.{}", table.key, name);
    throw InputError(fmt::format("{}: {}: is missing; write for example {} = {}", table.place, key, name, example));
}

std::string_view kind_word(TomlValue::Kind kind) {
    switch (kind) {
        case TomlValue::Kind::boolean: return "a boolean";
        case TomlValue::Kind::number: return "a number";
        case TomlValue::Kind::text: return "a string";
        case TomlValue::Kind::list: return "a list";
        case TomlValue::Kind::table: return "a table";
        case TomlValue::Kind::date: return "a date";
    }
    return "?";
}

void refuse_kind(const TomlValue& value, std::string_view expected, std::string_view suggestion) {
    refuse(value, fmt::format("expected {}, got {}{}{}", expected, kind_word(value.kind),
                              suggestion.empty() ? "" : "; ", suggestion));
}

double number_of(const TomlValue& value) {
    if (value.kind == TomlValue::Kind::number) return value.number;
    std::string_view suggestion;
    if (value.kind == TomlValue::Kind::boolean) suggestion = "write 1 for true, 0 for false";
    if (value.kind == TomlValue::Kind::text) suggestion = "write it without quotes";
    refuse_kind(value, "a number", suggestion);
}

int whole_number_of(const TomlValue& value) {
    const double number = number_of(value);
    if (!(std::abs(number) <= 1e9) || number != std::floor(number))
        refuse(value, fmt::format("{} is not a whole number", number));
    return static_cast<int>(number);
}

const std::string& text_of(const TomlValue& value) {
    if (value.kind != TomlValue::Kind::text) refuse_kind(value, "a string", "put it in quotes");
    return value.text;
}

const std::vector<TomlValue>& tables_of(const TomlValue& value) {
    const auto is_table = [](const TomlValue& item) { return item.kind == TomlValue::Kind::table; };
    if (value.kind != TomlValue::Kind::list || !std::all_of(value.items.begin(), value.items.end(), is_table))
        refuse_kind(value, "a list of tables", fmt::format("write [[{}]] above each, with two brackets", value.key));
    return value.items;
}

const std::vector<TomlValue>& members_of(const TomlValue& value) {
    if (value.kind != TomlValue::Kind::table)
        refuse_kind(value, "a table", fmt::format("write [{}] above its values", value.key));
    return value.items;
}

}  // namespace algemeente
