// A session as a link: everything that makes its scenarios different from the shipped ones, its notes, and where the
// room is looking, packed into what stands behind the # of an address. Browsers send that part to nobody.
//
// Of a shipped scenario only its name, short hashes of its entries and what is different travel. A later version of the
// scenario gets the same differences, and whoever opens the link is told what has changed since.
#pragma once

#include "present/words/language.h"
#include "text/error.h"
#include "viewer/state/session.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace algemeente::viewer {

/// What a link should not be longer than: mail programs and chats cut what is.
inline constexpr std::size_t longest_link = 2000;

struct LinkedSession {
    Session session;
    std::optional<Language> language;  ///< of the window that made the link
    std::string version;               ///< of that window
    /// What has changed since in the scenarios that it starts from, an entry each.
    struct News {
        std::string scenario;  ///< empty: standard values of the model
        std::vector<std::string> entries;
        int gone = 0;  ///< entries that are no longer there
    };
    std::vector<News> news;
};

/// A link that cannot be opened, and why, for the room.
class LinkError : public InputError {
public:
    LinkError(Word what, std::string detail);
    std::string words(Language language) const;

private:
    Word what_;
    std::string detail_;
};

/// "#" and letters, digits, "-" and "_".
std::string session_link(const Session& session, Language language, const std::vector<Scenario>& presets);

/// Whether the text looks like one: an address with it, or the part from the # on.
bool is_session_link(std::string_view text);

/// Throws LinkError; InputError where the link is whole but its session is not possible here. Takes an address, too.
LinkedSession session_from_link(std::string_view link, const std::vector<Scenario>& presets);

std::string link_news_words(const LinkedSession& linked, Language language);

}  // namespace algemeente::viewer
