#include "present/page/page.h"

#include "present/page/html.h"
#include "present/words/catalogue.h"

#include <fmt/format.h>

namespace algemeente::present {

std::string page_html(const Page& page) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<main>\n{}<footer>{}</footer>\n</main>\n</body>\n</html>\n",
        code_of(page.language), prose(page.title), page_style_sheet(), page.body, prose(page.footer));
}

std::string made_by(std::string_view version, Language language) {
    return filled(text(Word::page_made_by, language), version);
}

}  // namespace algemeente::present
