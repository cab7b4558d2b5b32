// A link as the squares that a phone's camera reads.
#pragma once

#include "viewer/state/phones.h"

#include <string>

namespace algemeente::viewer {

/// Medium error correction: a beamer is no printer.
QrModules qr_of(const std::string& link);

}  // namespace algemeente::viewer
