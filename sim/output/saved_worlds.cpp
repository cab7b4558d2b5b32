#include "output/saved_worlds.h"

#include "ensemble/field_bytes.h"
#include "ensemble/saved_run.h"
#include "output/manifest.h"
#include "scenario/scenario_json.h"
#include "text/calendar.h"
#include "text/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

namespace algemeente {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view magic = "ALGWORLD";
constexpr std::string_view name_start = "saved-";
constexpr std::uint64_t head_start = magic.size() + 2 * sizeof(std::uint32_t);
constexpr std::uint64_t checksum_size = sizeof(std::uint64_t);
constexpr int most_replicates = 1'000'000;
constexpr int event_scopes = 3;

template <typename Number>
std::string number_bytes(Number number) {
    FieldWriter writer;
    writer.put(number);
    return writer.take();
}

template <typename Number>
Number number_from(std::string_view bytes) {
    Number number{};
    FieldReader(bytes).take(number);
    return number;
}

Json program_json(const ProgramIdentity& program) {
    return {{"version", program.version},
            {"commit", program.commit},
            {"compiler", program.compiler},
            {"flags", program.flags}};
}

std::string head_text(const SavedWorldsHead& head) {
    Json data = Json::object();
    for (const DataFile& file : head.made_with.data) data[file.name] = file.hash;
    const Json json = {{"program", program_json(head.made_with.program)},
                       {"layout", fingerprint_text(saved_run_layout())},
                       {"seed", head.seed},
                       {"replicates", head.replicates},
                       {"month", head.month},
                       {"events", static_cast<int>(head.events)},
                       {"data", std::move(data)},
                       {"scenario", json_in_full(head.scenario)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int number_within(const Json& json, const char* key, int low, int high) {
    const auto number = json.at(key).get<std::int64_t>();
    if (number < low || number > high) throw InputError(fmt::format("'{}' in its head is {}", key, number));
    return static_cast<int>(number);
}

SavedWorldsHead head_from(const Json& json) {
    SavedWorldsHead head;
    const Json& program = json.at("program");
    const auto text = [&program](const char* key) { return program.at(key).get<std::string>(); };
    head.made_with.program = {text("version"), text("commit"), text("compiler"), text("flags")};
    for (const auto& [name, hash] : json.at("data").items())
        head.made_with.data.push_back({name, hash.get<std::uint64_t>()});
    head.scenario = scenario_from_json(json.at("scenario"));
    head.seed = json.at("seed").get<std::uint64_t>();
    head.replicates = number_within(json, "replicates", 1, most_replicates);
    head.month = number_within(json, "month", 0, static_cast<int>(find_parameter("months")->high));
    head.events = static_cast<EventScope>(number_within(json, "events", 0, event_scopes - 1));
    return head;
}

std::unique_ptr<std::istream> opened(const std::filesystem::path& file) {
    std::error_code ignored;
    const bool is_file = std::filesystem::is_regular_file(file, ignored);  // to open a pipe would be to wait for it
    auto stream = is_file ? std::make_unique<std::ifstream>(file, std::ios::binary) : nullptr;
    if (!stream || !*stream)
        throw InputError(
            fmt::format("{}: cannot be read; name a file that 'algemeente run --save' has left", file.string()));
    return stream;
}

}  // namespace

std::string saved_worlds_name(int month) {
    return fmt::format("{}{}{}", name_start, date_of(month), saved_worlds_ending);
}

bool is_saved_worlds_name(std::string_view file_name) {
    if (!file_name.starts_with(name_start) || !file_name.ends_with(saved_worlds_ending)) return false;
    file_name.remove_prefix(name_start.size());
    if (file_name.size() < saved_worlds_ending.size()) return false;
    file_name.remove_suffix(saved_worlds_ending.size());
    return parse_month(file_name).has_value();
}

SavedWorldsWriter::SavedWorldsWriter(const std::filesystem::path& file, const SavedWorldsHead& head) : file_(file) {
    const std::string text = head_text(head);
    write(magic);
    write(number_bytes(saved_worlds_format));
    write(number_bytes(static_cast<std::uint32_t>(text.size())));
    write(text);
}

void SavedWorldsWriter::write(std::string_view bytes) {
    checksum_.process_bytes(bytes.data(), bytes.size());
    file_.write(bytes);
}

void SavedWorldsWriter::add(int replicate, const ReplicateRun& run) {
    std::string bytes = bytes_of(run);
    const std::lock_guard lock(mutex_);
    waiting_.emplace(replicate, std::move(bytes));
    for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; ++next_) {
        write(number_bytes(static_cast<std::uint64_t>(first->second.size())));
        write(first->second);
        first = waiting_.erase(first);
    }
}

void SavedWorldsWriter::finish() {
    file_.write(number_bytes(static_cast<std::uint64_t>(checksum_.checksum())));
    file_.finish();
}

SavedWorlds::SavedWorlds(const std::filesystem::path& file) : SavedWorlds(opened(file), file.string()) {}

SavedWorlds::SavedWorlds(std::unique_ptr<std::istream> bytes, std::string name)
    : name_(std::move(name)), stream_(std::move(bytes)) {
    read();
}

void SavedWorlds::refuse(std::string_view problem) const {
    throw InputError(fmt::format("{}: {}", name_, problem));
}

std::string SavedWorlds::bytes_at(std::uint64_t first, std::uint64_t length) const {
    std::string bytes(static_cast<std::size_t>(length), '\0');
    stream_->clear();
    stream_->seekg(static_cast<std::streamoff>(first));
    stream_->read(bytes.data(), static_cast<std::streamsize>(length));
    if (!*stream_) refuse("cannot be read to its end");
    return bytes;
}

void SavedWorlds::read() {
    stream_->seekg(0, std::ios::end);
    const auto size = static_cast<std::uint64_t>(std::max<std::streamoff>(stream_->tellg(), 0));
    if (size < magic.size() || bytes_at(0, magic.size()) != magic)
        refuse("is not a file of saved worlds; name one that 'algemeente run --save' has left");
    constexpr std::string_view damaged = "is cut off or damaged; save it anew";
    if (size < head_start + checksum_size) refuse(damaged);
    const auto format = number_from<std::uint32_t>(bytes_at(magic.size(), sizeof(std::uint32_t)));
    if (format != saved_worlds_format)
        refuse(
            fmt::format("has format {}, and this program reads format {}; use the program that saved it, or save it "
                        "anew",
                        format, saved_worlds_format));

    const std::uint64_t end = size - checksum_size;
    constexpr std::uint64_t portion = std::uint64_t{1} << 20U;  // read at once
    SavedWorldsChecksum checksum;
    for (std::uint64_t first = 0; first < end; first += portion) {
        const std::string bytes = bytes_at(first, std::min(portion, end - first));
        checksum.process_bytes(bytes.data(), bytes.size());
    }
    checksum_ = checksum.checksum();
    if (number_from<std::uint64_t>(bytes_at(end, checksum_size)) != checksum_) refuse(damaged);

    const std::uint64_t head_size =
        number_from<std::uint32_t>(bytes_at(magic.size() + sizeof(std::uint32_t), sizeof(std::uint32_t)));
    if (head_size > end - head_start) refuse(damaged);
    take_head(bytes_at(head_start, head_size));
    find_sections(head_start + head_size, end);
}

void SavedWorlds::take_head(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        const Json& program = json.at("program");
        if (json.at("layout").get<std::string>() != fingerprint_text(saved_run_layout()))
            throw InputError(fmt::format(
                "was saved by a program whose worlds have other fields (version {}, commit {}); use that program, or "
                "save it anew",
                program.at("version").get<std::string>(), program.at("commit").get<std::string>()));
        head_ = head_from(json);
    } catch (const Json::exception& error) {
        refuse(fmt::format("its head does not fit this program ({}); save it anew", error.what()));
    } catch (const InputError& error) {
        refuse(error.what());
    }
}

void SavedWorlds::find_sections(std::uint64_t first, std::uint64_t end) {
    for (int replicate = 0; replicate < head_.replicates; ++replicate) {
        if (end - first < sizeof(std::uint64_t)) refuse(fmt::format("replicate {} is missing", replicate));
        const auto length = number_from<std::uint64_t>(bytes_at(first, sizeof(std::uint64_t)));
        first += sizeof(std::uint64_t);
        if (length > end - first) refuse(fmt::format("replicate {} is longer than the file", replicate));
        sections_.push_back({first, length});
        first += length;
    }
    if (first != end) refuse(fmt::format("{} bytes are left behind its last replicate", end - first));
}

ReplicateRun SavedWorlds::run(int replicate, std::shared_ptr<const Scenario> scenario, const Country& country,
                              Crew* crew) const {
    const Section& section = sections_.at(static_cast<std::size_t>(replicate));
    std::string bytes;
    {
        const std::lock_guard lock(mutex_);
        bytes = bytes_at(section.first, section.length);
    }
    try {
        ReplicateRun run = run_from(bytes, std::move(scenario), country, head_.seed, replicate, crew);
        if (run.month() != head_.month) throw InputError("a run has come to another month than the head says");
        return run;
    } catch (const InputError& error) {
        refuse(fmt::format("replicate {}: {}; save it anew", replicate, error.what()));
    }
}

}  // namespace algemeente
