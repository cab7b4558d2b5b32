// The pages of the window and their parts: one row each in pages.def, read by everything that deals with pages.
#pragma once

#include "viewer/present.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace algemeente::viewer {

enum class Page : std::uint8_t {
#define PAGE(id, words, about, key, draw, beside, needs) id,
#include "viewer/state/pages.def"
};

enum class SubPage : std::uint8_t {
#define SUBPAGE(page, id, words, needs) id,
#include "viewer/state/pages.def"
    none  ///< of a page without parts
};

/// What is computed only while a page that shows it is open.
enum class Need : std::uint8_t { nothing, bottlenecks, one_run, life, size_classes };

/// Whether the values of the month are shown next to the page.
enum class Beside : std::uint8_t { alone, readout };

struct PageInfo {
    Page page;
    std::string_view id;
    Word words;
    Word about;
    int key;
    Beside beside;
    Need needs;
};

struct SubPageInfo {
    Page page;
    SubPage sub_page;
    std::string_view id;
    Word words;
    Need needs;
};

inline constexpr PageInfo page_table[] = {
#define PAGE(id, words, about, key, draw, beside, needs) \
    {Page::id, #id, Word::words, Word::about, key, Beside::beside, Need::needs},
#include "viewer/state/pages.def"
};

inline constexpr SubPageInfo sub_page_table[] = {
#define SUBPAGE(page, id, words, needs) {Page::page, SubPage::id, #id, Word::words, Need::needs},
#include "viewer/state/pages.def"
};

constexpr const PageInfo& info_of(Page page) {
    return page_table[static_cast<std::size_t>(page)];
}

/// Which part each page shows.
class SubPages {
public:
    constexpr SubPages() {
        shown_.fill(SubPage::none);
        for (std::size_t i = std::size(sub_page_table); i > 0; --i) show(sub_page_table[i - 1].sub_page);
    }
    constexpr SubPage of(Page page) const { return shown_[static_cast<std::size_t>(page)]; }
    constexpr void show(SubPage sub_page) {
        if (sub_page == SubPage::none) return;
        const Page page = sub_page_table[static_cast<std::size_t>(sub_page)].page;
        shown_[static_cast<std::size_t>(page)] = sub_page;
    }
    /// After the last part of a page comes its first.
    void show_next(Page page);

    bool operator==(const SubPages&) const = default;

private:
    std::array<SubPage, std::size(page_table)> shown_{};
};

/// Whether `page`, or the part of it that is shown, needs this.
bool needs(Page page, const SubPages& shown, Need need);

}  // namespace algemeente::viewer
