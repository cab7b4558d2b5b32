// Where the checkout and the built programs are. The paths are compiled into places.cpp alone, so that a compiler
// cache serves the tests of every checkout.
#pragma once

#include <filesystem>
#include <string>

namespace algemeente::places {

std::filesystem::path checkout();
std::string program();
std::string mpi_program();  ///< empty if it is not built
std::string viewer_program();

}  // namespace algemeente::places
