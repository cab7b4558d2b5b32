#include "screen_check.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace algemeente::viewer {

namespace {

constexpr float tolerance = 1.6F;  ///< pixels: letters are placed on whole ones

struct BakedGlyph {
    float u0, v0, u1, v1;
    ImWchar code;
};

/// The letters in the atlas, by the corner where they begin.
class Atlas {
public:
    Atlas() {
        for (const ImFont* font : ImGui::GetIO().Fonts->Fonts)
            for (const ImFontGlyph& glyph : font->Glyphs) {
                if (!glyph.Visible) continue;
                const BakedGlyph baked{glyph.U0, glyph.V0, glyph.U1, glyph.V1, static_cast<ImWchar>(glyph.Codepoint)};
                by_corner_[{glyph.U0, glyph.V0}] = baked;
                all_.push_back(baked);
            }
    }
    /// The letter of this part of the atlas, and whether it is all of it.
    std::pair<const BakedGlyph*, bool> find(ImVec2 from, ImVec2 to) const {
        const auto found = by_corner_.find({from.x, from.y});
        if (found != by_corner_.end() && found->second.u1 == to.x && found->second.v1 == to.y)
            return {&found->second, true};
        if (to.x <= from.x || to.y <= from.y) return {nullptr, false};
        for (const BakedGlyph& glyph : all_)
            if (from.x >= glyph.u0 && from.y >= glyph.v0 && to.x <= glyph.u1 && to.y <= glyph.v1)
                return {&glyph, false};
        return {nullptr, false};
    }

private:
    std::map<std::pair<float, float>, BakedGlyph> by_corner_;
    std::vector<BakedGlyph> all_;
};

std::string utf8(ImWchar code) {
    char room[5] = {};
    ImTextCharToUtf8(room, code);
    return room;
}

/// Adds a letter to the line that is being written, or begins another.
void add_letter(std::vector<DrawnWords>& words, const BakedGlyph& glyph, Rect box, const std::string& window,
                float size) {
    if (!words.empty()) {
        DrawnWords& last = words.back();
        const float height = std::max(last.area.bottom(), box.bottom()) - std::min(last.area.y, box.y);
        const bool goes_on = last.window == window && box.x >= last.area.right() - size * 0.3F &&
                             box.x < last.area.right() + size * 0.9F && height < size * 1.3F;  // else another line
        if (goes_on) {
            if (box.x > last.area.right() + size * 0.16F) last.words += ' ';
            last.words += utf8(glyph.code);
            const float low = std::min(last.area.y, box.y);
            const float high = std::max(last.area.bottom(), box.bottom());
            last.area = {last.area.x, low, std::max(last.area.right(), box.right()) - last.area.x, high - low};
            return;
        }
    }
    words.push_back({.words = utf8(glyph.code), .area = box, .window = window});
}

void read_command(std::vector<DrawnWords>& words, const Atlas& atlas, const ImDrawList& list, const ImDrawCmd& command,
                  const std::string& name, bool scrolls) {
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* at = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawIdx* end = at + command.ElemCount;
    const float size = ImGui::GetFontSize() > 0 ? ImGui::GetFontSize() : ImGui::GetIO().Fonts->Fonts[0]->FontSize;
    while (at + 6 <= end) {
        const ImDrawIdx first = at[0];
        const bool quad =
            at[1] == first + 1 && at[2] == first + 2 && at[3] == first && at[4] == first + 2 && at[5] == first + 3;
        const ImDrawVert& low = vertices[first];
        const ImDrawVert& high = vertices[quad ? first + 2 : first];
        const auto [glyph, whole] = quad ? atlas.find(low.uv, high.uv) : std::pair<const BakedGlyph*, bool>{};
        if (glyph == nullptr) {
            at += 3;
            continue;
        }
        at += 6;
        const ImVec4& clip = command.ClipRect;
        if (high.pos.x < clip.x || low.pos.x > clip.z || high.pos.y < clip.y || low.pos.y > clip.w) {
            if (scrolls || high.pos.y < clip.y || low.pos.y > clip.w) continue;  // scrolled away
        }
        add_letter(words, *glyph, {low.pos.x, low.pos.y, high.pos.x - low.pos.x, high.pos.y - low.pos.y}, name, size);
        DrawnWords& line = words.back();
        const bool across = low.pos.x < clip.x - tolerance || high.pos.x > clip.z + tolerance;
        const bool along = low.pos.y < clip.y - tolerance || high.pos.y > clip.w + tolerance;
        // a field shortens its letters itself: at the edge of what is seen because they are scrolled, else at its side
        const bool at_edge = low.pos.y < clip.y + tolerance || high.pos.y > clip.w - tolerance;
        line.cut_across = line.cut_across || across || (!whole && !at_edge);
        line.cut_along = line.cut_along || ((along || (!whole && at_edge)) && !scrolls);
    }
}

float shared(float low, float high, float other_low, float other_high) {
    return std::min(high, other_high) - std::max(low, other_low);
}

bool overlap(const Rect& one, const Rect& other, float by) {
    return shared(one.x, one.right(), other.x, other.right()) > by &&
           shared(one.y, one.bottom(), other.y, other.bottom()) > by;
}

Rect seen_part(const NotedItem& item) {
    const float x = std::max(item.area.x, item.clip.x);
    const float y = std::max(item.area.y, item.clip.y);
    return {x, y, std::min(item.area.right(), item.clip.right()) - x,
            std::min(item.area.bottom(), item.clip.bottom()) - y};
}

}  // namespace

std::vector<DrawnWords> drawn_words() {
    const Atlas atlas;
    std::vector<DrawnWords> words;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        const std::string name = list._OwnerName != nullptr ? list._OwnerName : "";
        const ImGuiWindow* window = ImGui::FindWindowByName(name.c_str());
        const bool scrolls = window != nullptr && window->ScrollMax.y > 0;
        for (const ImDrawCmd& command : list.CmdBuffer) read_command(words, atlas, list, command, name, scrolls);
    }
    return words;
}

std::string all_words() {
    std::string all;
    for (const DrawnWords& line : drawn_words()) all += (all.empty() ? "" : " ") + line.words;
    return all;
}

std::vector<std::string> faults_of_words(const std::vector<DrawnWords>& words) {
    std::vector<std::string> faults;
    for (const DrawnWords& line : words) {
        if (line.cut_across) faults.push_back("cut at its side: '" + line.words + "' in " + line.window);
        if (line.cut_along) faults.push_back("cut at its top or bottom: '" + line.words + "' in " + line.window);
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = i + 1; j < words.size(); ++j)
            if (words[i].window == words[j].window && overlap(words[i].area, words[j].area, 2))
                faults.push_back("'" + words[i].words + "' over '" + words[j].words + "' in " + words[i].window);
    return faults;
}

std::vector<std::string> faults_of_items(const std::vector<NotedItem>& items, Rect screen, float overhang) {
    std::vector<std::string> faults;
    for (const NotedItem& item : items) {
        if (item.id == 0) continue;
        const bool across = item.area.x < std::max(item.clip.x, screen.x) - tolerance - overhang ||
                            item.area.right() > std::min(item.clip.right(), screen.right()) + tolerance + overhang;
        const bool along = item.area.y < item.clip.y - tolerance - overhang ||
                           item.area.bottom() > item.clip.bottom() + tolerance + overhang;
        if (across || (along && !item.scrolls)) faults.push_back("out of reach: " + item.key);
    }
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            if (items[i].id == 0 || items[j].id == 0 || items[i].layer != items[j].layer) continue;
            if (items[i].id == items[j].id || items[i].floats != items[j].floats) continue;
            if (overlap(seen_part(items[i]), seen_part(items[j]), tolerance))
                faults.push_back(items[i].key + " overlaps " + items[j].key);
        }
    return faults;
}

std::string squeezed(std::string words) {
    for (const std::string_view gap : {std::string_view(" "), std::string_view("\u00a0")})
        for (std::size_t at = words.find(gap); at != std::string::npos; at = words.find(gap))
            words.erase(at, gap.size());
    return words;
}

bool is_on_screen(const std::string& words) {
    return squeezed(all_words()).find(squeezed(words)) != std::string::npos;
}

}  // namespace algemeente::viewer
