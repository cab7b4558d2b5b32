// Words where a line ends them: labels, comments, names in a list.
#pragma once

#include <string>

namespace algemeente {

/// The words with a space for every control character, line breaks included.
std::string one_line(std::string words);

}  // namespace algemeente
