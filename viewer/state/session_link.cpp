#include "viewer/state/session_link.h"

#include "output/results.h"
#include "parameters/parameters.h"
#include "parameters/use_cases.h"
#include "present/words/catalogue.h"
#include "scenario/write_scenario.h"
#include "text/one_line.h"
#include "viewer/state/link_primer.h"
#include "viewer/state/packing.h"
#include "viewer/state/session_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace algemeente::viewer {

namespace {

// The text that is packed, a line each:
//   link 0.1.0-5d72823 1a2b3c4d nl        version of the program, hash of the model's standard values, language
//   #: session ... and the other lines of a session's file, but where the text of a scenario would stand:
//   @ national_scandal 0a1b2c3d...        the shipped scenario that it starts from, four digits for each entry
//   =12                                   the next 12 entries are as there
//   -1                                    the next entry of it is not there
//   +[parameters]|support_base = 0.5      an entry of its own, | between lines (and \p for a | in one)
// An entry is a value with its table, or a whole record ([[change]]).
constexpr std::string_view mark = "#s";
constexpr int format = 1;
constexpr std::string_view link_head = "link ";
constexpr std::size_t most_text = 400'000;  ///< of an honest session: four scenarios of its user's own
constexpr std::string_view slot_mark = "#: slot ";
constexpr std::string_view preset_mark = "#: preset ";
constexpr std::size_t digits = 4;

using Entries = std::vector<std::string>;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// What scenario_toml() wrote, in entries: "[parameters]\nsupport_base = 0.5", "[[change]]\nlever = ...\nvalue = ...".
Entries entries_of(std::string_view toml) {
    Entries entries;
    std::string_view table;
    bool record = false;
    for (const std::string_view line : lines_of(toml)) {
        if (line.empty()) continue;
        if (line.starts_with('[')) {
            table = line;
            record = line.starts_with("[[");
            if (record) entries.emplace_back(line);
        } else if (record) {
            entries.back() += "\n" + std::string(line);
        } else {
            entries.push_back(std::string(table) + "\n" + std::string(line));
        }
    }
    return entries;
}

std::string_view table_of(std::string_view entry) {
    return entry.substr(0, entry.find('\n'));
}

std::string toml_of(const Entries& entries) {
    std::string toml;
    std::string_view open;
    for (const std::string& entry : entries) {
        const std::string_view table = table_of(entry);
        const bool record = table.starts_with("[[");
        if (record || table != open) toml += "\n" + std::string(table) + "\n";
        toml += entry.substr(std::min(table.size() + 1, entry.size())) + "\n";
        open = record ? std::string_view("[[") : table;
    }
    return toml;
}

std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    return hash;
}

std::string short_hash(std::string_view entry) {
    const std::uint32_t hash = hash_of(entry);
    return fmt::format("{:04x}", (hash ^ hash >> 16U) & 0xFFFFU);
}

/// Of what a scenario does not say: whoever opens the link elsewhere may have other values there.
std::string hash_of_standards() {
    std::string all;
    for (const ParameterInfo& row : parameter_table()) all += fmt::format("{}={};", row.name, row.standard);
    for (std::size_t use_case = 0; use_case < use_case_names().size(); ++use_case)
        for (const UseCaseColumn& column : use_case_columns())
            all += fmt::format("{};", standard_use_cases()[use_case].*column.value);
    return fmt::format("{:08x}", hash_of(all));
}

const Scenario* preset_called(std::string_view name, const std::vector<Scenario>& presets) {
    const auto found =
        std::find_if(presets.begin(), presets.end(), [&](const Scenario& preset) { return preset.name == name; });
    return found == presets.end() ? nullptr : &*found;
}

std::string escaped(std::string_view entry) {
    std::string text;
    for (const char letter : entry)
        text += letter == '\n' ? "|" : letter == '|' ? "\\p" : letter == '\\' ? "\\\\" : std::string(1, letter);
    return text;
}

std::string unescaped(std::string_view text) {
    std::string entry;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            entry += text[++i] == 'p' ? '|' : text[i];
        } else {
            entry += text[i] == '|' ? '\n' : text[i];
        }
    }
    return entry;
}

// ---- what is different

/// Length of the longest common subsequence of the ends from (i, j) on.
std::vector<std::vector<int>> common_ends(const Entries& from, const Entries& to) {
    std::vector<std::vector<int>> length(from.size() + 1, std::vector<int>(to.size() + 1));
    for (std::size_t i = from.size(); i-- > 0;)
        for (std::size_t j = to.size(); j-- > 0;)
            length[i][j] = from[i] == to[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    return length;
}

/// The lines that make `to` out of `from`.
std::string steps_between(const Entries& from, const Entries& to) {
    const auto length = common_ends(from, to);
    std::string steps;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto run = [](std::size_t& at, const auto& goes_on) {
        const std::size_t before = at;
        while (goes_on()) ++at;
        return at - before;
    };
    while (i < from.size() || j < to.size()) {
        const auto same = [&] { return i < from.size() && j < to.size() && from[i] == to[j]; };
        if (same()) {
            const std::size_t first = i;
            while (same()) ++i, ++j;
            steps += fmt::format("={}\n", i - first);
        } else if (i < from.size() && (j == to.size() || length[i + 1][j] >= length[i][j + 1])) {
            const auto drops = [&] {
                return i < from.size() && !same() && (j == to.size() || length[i + 1][j] >= length[i][j + 1]);
            };
            steps += fmt::format("-{}\n", run(i, drops));
        } else {
            steps += "+" + escaped(to[j++]) + "\n";
        }
    }
    return steps;
}

std::string packed_scenario(std::string_view toml, const Scenario* preset) {
    const Entries from = preset == nullptr ? Entries{} : entries_of(scenario_toml(*preset));
    std::string text = "@ " + (preset == nullptr ? "-" : preset->name) + " ";
    for (const std::string& entry : from) text += short_hash(entry);
    return text + "\n" + steps_between(from, entries_of(toml));
}

/// A scenario's own text goes, and what makes it out of a shipped one stands in its place.
std::string packable(const Session& session, Language language, const std::vector<Scenario>& presets) {
    std::string text = fmt::format("{}{} {} {}\n", link_head, one_line(std::string(program_version())),
                                   hash_of_standards(), code_of(language));
    std::string toml;
    const Scenario* preset = nullptr;
    std::size_t slot = 0;
    bool in_scenario = false;
    const auto end_scenario = [&] {
        if (in_scenario) text += packed_scenario(toml, preset);
        toml.clear();
    };
    const std::string whole = session_text(session);
    for (const std::string_view line : lines_of(whole)) {
        const bool begins = line.starts_with(slot_mark);
        if (begins || line.starts_with(preset_mark)) {
            end_scenario();
            if (begins) preset = preset_called(session.slots[slot++].preset.name, presets);
            in_scenario = true;
        } else if (in_scenario) {
            toml += std::string(line) + "\n";
            continue;
        }
        if (!line.empty() && !line.starts_with("# ")) text += std::string(line) + "\n";
    }
    end_scenario();
    return text;
}

// ---- and back

[[noreturn]] void refuse_damaged() {
    throw LinkError(Word::link_damaged, {});
}

std::string_view next_word(std::string_view& words) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    return word;
}

std::size_t number_in(std::string_view text, std::size_t most) {
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || number > most) refuse_damaged();
    return number;
}

/// The shipped scenario that a scenario of a link starts from: as it was, known by its hashes, and as it is.
class Start {
public:
    Start(std::string_view line, const std::vector<Scenario>& presets) {
        std::string_view words = line.substr(2);
        name_ = next_word(words);
        while (!words.empty()) {
            hashes_.emplace_back(words.substr(0, digits));
            words.remove_prefix(std::min(digits, words.size()));
        }
        if (name_ == "-") return;
        const Scenario* preset = preset_called(name_, presets);
        if (preset == nullptr) throw LinkError(Word::link_unknown, one_line(name_));
        now_ = entries_of(scenario_toml(*preset));
        for (const std::string& entry : now_) hashes_now_.push_back(short_hash(entry));
    }

    bool as_it_was() const { return hashes_ == hashes_now_; }
    std::size_t size() const { return hashes_.size(); }

    /// Entry `number` of then, if it is still there.
    const std::string* entry(std::size_t number) const {
        if (as_it_was()) return &now_[number];
        const auto found = std::find(hashes_now_.begin(), hashes_now_.end(), hashes_[number]);
        return found == hashes_now_.end() ? nullptr : &now_[static_cast<std::size_t>(found - hashes_now_.begin())];
    }

    LinkedSession::News news() const {
        LinkedSession::News news{.scenario = name_, .entries = {}, .gone = 0};
        for (const std::string& entry : added()) {
            std::string words = entry.substr(entry.find('\n') + 1);
            std::replace(words.begin(), words.end(), '\n', ',');
            news.entries.push_back(one_line(words));
        }
        for (const std::string& hash : hashes_)
            if (std::find(hashes_now_.begin(), hashes_now_.end(), hash) == hashes_now_.end()) ++news.gone;
        return news;
    }
    /// Entries that were not there then.
    Entries added() const {
        Entries added;
        for (std::size_t i = 0; i < now_.size(); ++i)
            if (std::find(hashes_.begin(), hashes_.end(), hashes_now_[i]) == hashes_.end()) added.push_back(now_[i]);
        return added;
    }

private:
    std::string name_;
    std::vector<std::string> hashes_, hashes_now_;
    Entries now_;
};

/// Values of one table together, in the order in which tables first come.
void gather_tables(Entries& entries) {
    std::map<std::string, std::size_t> order;
    for (const std::string& entry : entries) order.emplace(table_of(entry), order.size());
    std::stable_sort(entries.begin(), entries.end(), [&](const std::string& one, const std::string& other) {
        const auto rank = [&](const std::string& entry) {
            const std::string table(table_of(entry));
            // values without a table come first, records last
            return std::pair(table.empty() ? 0 : table.starts_with("[[") ? 2 : 1, order.at(table));
        };
        return rank(one) < rank(other);
    });
}

/// One value has one place: the link's own holds before a new one of the shipped scenario.
void add_new(Entries& entries, const Entries& added) {
    const auto name_of = [](const std::string& entry) { return entry.substr(0, entry.find(" = ")); };
    for (const std::string& entry : added) {
        const bool record = entry.starts_with("[[");
        const bool said = std::any_of(entries.begin(), entries.end(),
                                      [&](const std::string& own) { return name_of(own) == name_of(entry); });
        if (record || !said) entries.push_back(entry);
    }
    gather_tables(entries);
}

std::string unpacked_scenario(const Start& start, const std::vector<std::string_view>& steps) {
    Entries entries;
    std::size_t at = 0;
    for (const std::string_view step : steps) {
        const std::string_view words = step.substr(1);
        if (step[0] == '+') {
            entries.push_back(unescaped(words));
            continue;
        }
        const std::size_t end = at + number_in(words, start.size() - at);
        for (; at < end; ++at) {
            const std::string* entry = start.entry(at);
            if (step[0] == '=' && entry != nullptr) entries.push_back(*entry);
        }
    }
    if (!start.as_it_was()) add_new(entries, start.added());
    return toml_of(entries);
}

void note_news(LinkedSession& linked, const Start& start) {
    if (start.as_it_was()) return;
    LinkedSession::News news = start.news();
    const bool told = std::any_of(linked.news.begin(), linked.news.end(),
                                  [&](const LinkedSession::News& other) { return other.scenario == news.scenario; });
    if (!told) linked.news.push_back(std::move(news));
}

/// The text of the session's file again.
std::string session_lines(const std::vector<std::string_view>& lines, LinkedSession& linked,
                          const std::vector<Scenario>& presets) {
    std::string text;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (!lines[i].starts_with("@ ")) {
            text += std::string(lines[i]) + "\n";
            continue;
        }
        const Start start(lines[i], presets);
        std::vector<std::string_view> steps;
        while (i + 1 < lines.size() && !lines[i + 1].empty() &&
               std::string_view("=-+").find(lines[i + 1][0]) != std::string_view::npos)
            steps.push_back(lines[++i]);
        text += unpacked_scenario(start, steps);
        note_news(linked, start);
    }
    return text;
}

void take_head(std::string_view line, LinkedSession& linked) {
    if (!line.starts_with(link_head)) refuse_damaged();
    line.remove_prefix(link_head.size());
    linked.version = next_word(line);
    if (next_word(line) != hash_of_standards()) linked.news.emplace_back();
    for (const Language language : {Language::nl, Language::en})
        if (line == code_of(language)) linked.language = language;
}

/// What stands behind the mark: "1.ABC".
std::string_view behind_mark(std::string_view link) {
    const std::size_t at = link.find(mark);
    if (at == std::string_view::npos) return {};
    std::string_view rest = link.substr(at + mark.size());
    rest = rest.substr(0, rest.find_first_of(" \t\r\n<>\"'"));  // as copied from a mail
    const std::size_t dot = rest.find('.');
    const bool numbered = dot != std::string_view::npos && dot > 0 && rest.find_first_not_of("0123456789") == dot;
    return numbered ? rest : std::string_view{};
}

}  // namespace

LinkError::LinkError(Word what, std::string detail)
    : InputError(filled(text(what, Language::en), detail)), what_(what), detail_(std::move(detail)) {}

std::string LinkError::words(Language language) const {
    return filled(text(what_, language), detail_);
}

std::string session_link(const Session& session, Language language, const std::vector<Scenario>& presets) {
    return fmt::format("{}{}.{}", mark, format, packed(packable(session, language, presets), link_primer));
}

bool is_session_link(std::string_view text) {
    return !behind_mark(text).empty();
}

LinkedSession session_from_link(std::string_view link, const std::vector<Scenario>& presets) {
    const std::string_view rest = behind_mark(link);
    if (rest.empty()) throw LinkError(Word::link_damaged, {});
    const std::size_t dot = rest.find('.');
    if (rest.substr(0, dot) != std::to_string(format))
        throw LinkError(Word::link_newer, one_line(std::string(rest.substr(0, std::min(dot, std::size_t{9})))));
    const std::optional<std::string> text = unpacked(rest.substr(dot + 1), link_primer, most_text);
    if (!text) refuse_damaged();
    const std::vector<std::string_view> lines = lines_of(*text);
    if (lines.empty()) refuse_damaged();
    LinkedSession linked;
    take_head(lines.front(), linked);
    linked.session = session_from(session_lines(lines, linked, presets), "link");
    return linked;
}

std::string link_news_words(const LinkedSession& linked, Language language) {
    constexpr std::size_t most_entries = 4;
    std::string all;
    const auto add = [&](const std::string& words) { all += (all.empty() ? "" : "; ") + words; };
    for (const LinkedSession::News& news : linked.news) {
        if (news.scenario.empty()) add(std::string(text(Word::link_changed_model, language)));
        for (std::size_t i = 0; i < news.entries.size() && i < most_entries; ++i)
            add(news.scenario + ": " + news.entries[i] + (i + 1 == most_entries ? "\u2026" : ""));
        if (news.gone > 0)
            add(filled(text(Word::link_gone_entries, language), news.scenario, std::to_string(news.gone)));
    }
    return filled(text(Word::link_changed, language), linked.version, all);
}

}  // namespace algemeente::viewer
