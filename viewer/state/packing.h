// Short text in few letters. Each bit is guessed from what came before it (a few contexts, mixed by how well they have
// guessed so far) and costs the less the better the guess. Compressors for files begin without any knowledge, and gain
// nothing on texts as short as a link. Whole numbers only, so every machine guesses the same.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace algemeente::viewer {

/// Letters, digits, "-" and "_": what an address may hold. `known` is text of the same kind: what is like it costs
/// little. It must be the same for both functions.
std::string packed(std::string_view text, std::string_view known);

/// Nothing if the letters are not what packed() has made, or of a text longer than `most`. Hostile letters cost time
/// in proportion to `most`, and nothing else.
std::optional<std::string> unpacked(std::string_view letters, std::string_view known, std::size_t most);

}  // namespace algemeente::viewer
