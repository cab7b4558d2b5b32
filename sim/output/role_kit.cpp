#include "output/role_kit.h"

#include "output/results.h"
#include "present/page/markdown.h"
#include "present/page/page.h"
#include "text/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <vector>

namespace algemeente {

namespace {

using Path = std::filesystem::path;

std::vector<Path> files_of(const Path& folder) {
    std::vector<Path> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    if (files.empty()) throw InputError(folder.string() + ": has no role kit");
    std::sort(files.begin(), files.end());
    return files;
}

std::string content_of(const Path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw InputError(file.string() + ": cannot be opened");
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

std::string role_kit_page(const Path& scenarios, present::Language language) {
    std::string body;
    std::string title;
    for (const Path& file : files_of(scenarios / "roles" / present::code_of(language))) {
        const std::string text = content_of(file);
        if (title.empty()) title = present::first_heading(text);
        body += fmt::format("<section class=\"sheet\">\n{}</section>\n", present::markdown_html(text));
    }
    return present::page_html(
        {.title = title, .language = language, .body = body, .footer = present::made_by(program_version(), language)});
}

}  // namespace algemeente
