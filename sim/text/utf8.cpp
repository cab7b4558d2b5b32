#include "text/utf8.h"

#include <boost/locale/utf.hpp>

namespace algemeente {

using Letters = boost::locale::utf::utf_traits<char>;

std::size_t first_invalid_utf8(std::string_view text) {
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at != end;) {
        const char* const begin = at;
        if (!boost::locale::utf::is_valid_codepoint(Letters::decode(at, end)))
            return static_cast<std::size_t>(begin - text.data());
    }
    return std::string_view::npos;
}

char32_t next_letter(std::string_view text, std::size_t& at) {
    const char* place = text.data() + at;
    const boost::locale::utf::code_point letter = Letters::decode(place, text.data() + text.size());
    at = static_cast<std::size_t>(place - text.data());
    return boost::locale::utf::is_valid_codepoint(letter) ? static_cast<char32_t>(letter) : U'\uFFFD';
}

}  // namespace algemeente
