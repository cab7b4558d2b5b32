#include "text/utf8.h"

#include <boost/locale/utf.hpp>

namespace algemeente {

std::size_t first_invalid_utf8(std::string_view text) {
    using Letters = boost::locale::utf::utf_traits<char>;
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at != end;) {
        const char* const begin = at;
        if (!boost::locale::utf::is_valid_codepoint(Letters::decode(at, end)))
            return static_cast<std::size_t>(begin - text.data());
    }
    return std::string_view::npos;
}

}  // namespace algemeente
