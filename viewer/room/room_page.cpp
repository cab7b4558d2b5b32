// The page that phones get: its words from the catalogue, its colours from the palette.
#include "viewer/room/room.h"

#include <nlohmann/json.hpp>

namespace algemeente::viewer {

namespace {

#include "page.inc"

struct PageWord {
    const char* key;
    Word word;
};
constexpr PageWord page_words[] = {{"title", Word::phone_title},
                                   {"you_are", Word::phone_you_are},
                                   {"wait", Word::phone_wait},
                                   {"task", Word::phone_task},
                                   {"grey", Word::phone_grey},
                                   {"draw", Word::phone_draw},
                                   {"keys", Word::phone_keys},
                                   {"clear", Word::phone_clear},
                                   {"words", Word::phone_words},
                                   {"which", Word::phone_which},
                                   {"social", Word::social_domain},
                                   {"physical", Word::physical_domain},
                                   {"social_short", Word::social},
                                   {"physical_short", Word::physical},
                                   {"both", Word::phone_both},
                                   {"direction", Word::phone_direction},
                                   {"up", Word::phone_up},
                                   {"down", Word::phone_down},
                                   {"same", Word::phone_same},
                                   {"why", Word::phone_why},
                                   {"send", Word::phone_send},
                                   {"sent", Word::phone_sent},
                                   {"nothing", Word::phone_nothing},
                                   {"incomplete", Word::phone_incomplete},
                                   {"again", Word::phone_again},
                                   {"lost", Word::phone_lost},
                                   {"full", Word::phone_full},
                                   {"result", Word::phone_result},
                                   {"place", Word::phone_place},
                                   {"best", Word::phone_best},
                                   {"not_ranked", Word::phone_not_ranked},
                                   {"package_title", Word::phone_package_title},
                                   {"package_task", Word::phone_package_task},
                                   {"level_off", Word::phone_level_off},
                                   {"sum", Word::phone_sum},
                                   {"over", Word::phone_over},
                                   {"choose_first", Word::phone_choose_first},
                                   {"package_sent", Word::phone_package_sent},
                                   {"package_shown", Word::phone_package_shown},
                                   {"privacy", Word::phone_privacy}};

constexpr Ink page_inks[] = {Ink::background, Ink::panel,     Ink::raised,         Ink::border,           Ink::text,
                             Ink::soft_text,  Ink::grid,      Ink::neutral,        Ink::social,           Ink::physical,
                             Ink::accent,     Ink::on_accent, Ink::social_letters, Ink::physical_letters, Ink::problem};

std::string words_as_json() {
    nlohmann::json words;
    for (const Language language : {Language::nl, Language::en})
        for (const PageWord& one : page_words)
            words[std::string(code_of(language))][one.key] = label(one.word, language);
    std::string json;
    for (const char letter : words.dump()) json += letter == '<' ? std::string("\\u003c") : std::string(1, letter);
    return json;
}

std::string colours() {
    std::string css;
    for (const Ink ink : page_inks)
        css += "--" + std::string(ink_word(ink)) + ":" + hex_of(colour_of(ink, Theme::light)) + ";";
    return css;
}

void put(std::string& page, const std::string& mark, const std::string& words) {
    for (std::size_t at = page.find(mark); at != std::string::npos; at = page.find(mark, at + words.size()))
        page.replace(at, mark.size(), words);
}

}  // namespace

std::string room_page(Language language, std::string_view nonce) {
    std::string page(page_html);
    put(page, "lang=\"nl\"", "lang=\"" + std::string(code_of(language)) + "\"");
    put(page, "{{colours}}", colours());
    put(page, "{{longest_reason}}", std::to_string(longest_reason));
    put(page, "{{whole_axis}}", std::to_string(whole_axis));
    put(page, "{{nonce}}", std::string(nonce));
    put(page, "{{words}}", words_as_json());
    return page;
}

}  // namespace algemeente::viewer
