#include "text/one_line.h"

#include <algorithm>

namespace algemeente {

std::string one_line(std::string words) {
    std::replace_if(
        words.begin(), words.end(),
        [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; }, ' ');
    return words;
}

}  // namespace algemeente
