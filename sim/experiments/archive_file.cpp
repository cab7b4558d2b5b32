#include "experiments/archive_file.h"

#include "text/error.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace algemeente {

ArchiveFile::ArchiveFile(std::filesystem::path file)
    : file_(std::move(file)), temporary_(file_.string() + ".part"), archive_(archive_write_new()) {
    check(archive_write_add_filter_gzip(archive_));
    check(archive_write_set_options(archive_, "gzip:!timestamp"));  // the same content is the same file
    check(archive_write_set_format_pax_restricted(archive_));
    check(archive_write_open_filename(archive_, temporary_.c_str()));
}

ArchiveFile::~ArchiveFile() {
    archive_write_free(archive_);
    std::error_code ignored;
    if (!finished_) std::filesystem::remove(temporary_, ignored);
}

void ArchiveFile::check(int code) {
    if (code == ARCHIVE_OK) return;
    const char* problem = archive_error_string(archive_);
    throw InputError(fmt::format("{}: cannot be written: {}", file_.string(), problem != nullptr ? problem : "?"));
}

void ArchiveFile::add(const std::string& name, std::string_view content) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    const int code = archive_write_header(archive_, entry);
    archive_entry_free(entry);
    check(code);
    if (archive_write_data(archive_, content.data(), content.size()) < 0) check(ARCHIVE_FATAL);
}

void ArchiveFile::finish() {
    check(archive_write_close(archive_));
    std::filesystem::rename(temporary_, file_);
    finished_ = true;
}

}  // namespace algemeente
