// One grid: distances between widgets beside and below each other are multiples of an eighth of the letters' height.
// It is measured at large letters, where a distance beside the grid is further from it than a rounded pixel.
#include "ui_bot.h"

#include <cmath>
#include <map>

namespace algemeente::viewer {
namespace {

constexpr float rounding = 1.05F;  ///< pixels: Dear ImGui puts lines on whole ones
constexpr float furthest = 1.5F;   ///< in letters: what lies further apart is apart because room is left

/// Charts and what is placed on them have their own geometry, and so has what stands at the end of a line or in a
/// column of a table.
bool has_its_own_place(const std::string& key) {
    for (const char* beginning :
         {"chart.", "legend.", "why.factor", "why.charts", "why.flows", "why.flow", "map", "timeline", "standing.",
          "people.", "choose.chart.", "multiple.", "town.", "beside.", "people", "life"})
        if (key.starts_with(beginning)) return true;
    return key.ends_with(".reset");
}

/// Words beside it make its row higher than it is: a lever's value, a claim.
bool has_words_beside(const std::string& key) {
    return key.starts_with("lever.") || key.starts_with("evidence.choose.");
}

bool same_place(const NotedItem& one, const NotedItem& other) {
    return one.layer == other.layer && one.clip.x == other.clip.x && one.clip.y == other.clip.y &&
           one.clip.width == other.clip.width && one.clip.height == other.clip.height;
}

float shared(float low, float high, float other_low, float other_high) {
    return std::min(high, other_high) - std::max(low, other_low);
}

bool beside(const NotedItem& one, const NotedItem& other) {
    return other.area.x >= one.area.right() - 1 &&
           shared(one.area.y, one.area.bottom(), other.area.y, other.area.bottom()) >
               std::min(one.area.height, other.area.height) * 0.6F;
}

bool below(const NotedItem& one, const NotedItem& other) {
    return other.area.y >= one.area.bottom() - 1 && std::abs(other.area.x - one.area.x) < 1;
}

/// Height of the letters, which all distances are parts of.
float letter_now() {
    return ImGui::GetStyle().FramePadding.y * 4;
}

std::string place_of(float distance) {
    char room[40];
    std::snprintf(room, sizeof room, "%.2f eighths", static_cast<double>(distance / letter_now() * 8));
    return room;
}

void check(std::map<std::string, std::string>& faults, const NotedItem& one, const NotedItem& other, float distance,
           const std::string& where) {
    if (distance <= rounding || distance > letter_now() * furthest) return;
    const float unit = letter_now() / 8;
    const float off = std::abs(distance - std::round(distance / unit) * unit);
    if (off > rounding) faults.emplace(one.key + " to " + other.key + ": " + place_of(distance), where);
}

/// The next one to the right of each widget, and the next one below it.
void check_frame(UiBot& bot, std::map<std::string, std::string>& faults, const std::string& where) {
    std::vector<NotedItem> items;
    for (const NotedItem& item : bot.app().widgets().items())
        if (item.id != 0 && !has_its_own_place(item.key)) items.push_back(item);
    for (const NotedItem& one : items) {
        const NotedItem* right = nullptr;
        const NotedItem* under = nullptr;
        for (const NotedItem& other : items) {
            if (&one == &other || !same_place(one, other)) continue;
            if (beside(one, other) && (right == nullptr || other.area.x < right->area.x)) right = &other;
            if (below(one, other) && !has_words_beside(one.key) && (under == nullptr || other.area.y < under->area.y))
                under = &other;
        }
        if (right != nullptr) check(faults, one, *right, right->area.x - one.area.right(), where);
        if (under != nullptr) check(faults, one, *under, under->area.y - one.area.bottom(), where);
    }
}

/// A window as large as a common one, at four times its letters.
struct LargeLetters {
    LargeLetters() : bot(dutch()) {
        bot.platform().resize(1600 * 4, 900 * 4);
        bot.platform().scale = 4;
        bot.settle();
        bot.frames(3);
    }
    UiBot bot;
};

TEST(Grid, EveryDistanceBetweenWidgetsIsAMultipleOfAnEighth) {
    LargeLetters large;
    UiBot& bot = large.bot;
    ASSERT_GE(letter_now(), 64) << "an eighth is eight pixels or more";
    bot.app().sink().send(SetLever{1, "ethics_committee", 1, true});
    std::map<std::string, std::string> faults;
    for (const PageInfo& page : page_table) {
        bot.app().sink().send(SetPage{page.page});
        bool parts = false;
        for (const SubPageInfo& part : sub_page_table) {
            if (part.page != page.page) continue;
            parts = true;
            bot.app().sink().send(SetSubPage{part.sub_page});
            bot.settle();
            check_frame(bot, faults, std::string(part.id));
        }
        if (parts) continue;
        bot.settle();
        check_frame(bot, faults, std::string(page.id));
    }
    for (const Action action : {Action::palette, Action::sources, Action::variables, Action::evidence, Action::notices,
                                Action::lane_here, Action::open_session, Action::save_session_as}) {
        bot.app().sink().send(action);
        bot.frames(4);
        check_frame(bot, faults, std::string(info_of(action).id));
        for (int i = 0; i < 3; ++i) bot.press(256);
    }
    for (const auto& [fault, where] : faults) ADD_FAILURE() << where << ": " << fault;
}

TEST(Grid, TheCheckSeesWhatIsBesideIt) {
    LargeLetters large;
    std::map<std::string, std::string> faults;
    const float letter = letter_now();
    const NotedItem one{.key = "one", .area = {0, 0, 100, 20}, .clip = {}, .id = 1};
    const NotedItem other{.key = "other", .area = {122, 0, 100, 20}, .clip = {}, .id = 2};
    check(faults, one, other, letter * 0.3F, "here");
    EXPECT_EQ(faults.size(), 1U);
    check(faults, one, other, letter * 0.25F, "here");
    EXPECT_EQ(faults.size(), 1U) << "two eighths";
}

}  // namespace
}  // namespace algemeente::viewer
