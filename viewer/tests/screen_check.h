// What is wrong with a frame: words that are cut off, words over words, and controls that overlap or cannot be reached.
// It reads what Dear ImGui is about to draw, so that nothing has to be told about a page.
#pragma once

#include "viewer/widgets/ui.h"

#include <string>
#include <vector>

namespace algemeente::viewer {

/// One line of words as it is drawn.
struct DrawnWords {
    std::string words;
    Rect area;                ///< of the ink
    std::string window;       ///< in which it is drawn
    bool cut_across = false;  ///< a letter is cut at the left or right
    bool cut_along = false;   ///< at the top or bottom, and no scrolling brings it back
};

/// All words of the frame that was rendered last.
std::vector<DrawnWords> drawn_words();

/// The same as one text, with a space for every break of a line: what somebody reads.
std::string all_words();

/// Words without their spaces, also those that do not break: how letters are spaced is no matter to who reads.
std::string squeezed(std::string words);
bool is_on_screen(const std::string& words);

/// One line for each fault; empty if there is none.
std::vector<std::string> faults_of_words(const std::vector<DrawnWords>& words);
/// `overhang`: how far a row of a list reaches beyond its list, so that rows touch; its words do not.
std::vector<std::string> faults_of_items(const std::vector<NotedItem>& items, Rect screen, float overhang = 0);

}  // namespace algemeente::viewer
