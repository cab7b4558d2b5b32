#include "viewer/state/pages.h"

#include <algorithm>

namespace algemeente::viewer {

void SubPages::show_next(Page page) {
    const auto of_page = [page](const SubPageInfo& row) { return row.page == page; };
    const auto* const end = std::end(sub_page_table);
    if (of(page) == SubPage::none) return;
    const auto* const now = std::begin(sub_page_table) + static_cast<std::ptrdiff_t>(of(page));
    const auto* next = std::find_if(now + 1, end, of_page);
    if (next == end) next = std::find_if(std::begin(sub_page_table), end, of_page);
    show(next->sub_page);
}

bool needs(Page page, const SubPages& shown, Need need) {
    if (info_of(page).needs == need) return true;
    const SubPage part = shown.of(page);
    return part != SubPage::none && sub_page_table[static_cast<std::size_t>(part)].needs == need;
}

}  // namespace algemeente::viewer
