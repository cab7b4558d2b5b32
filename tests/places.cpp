#include "places.h"

namespace algemeente::places {

std::filesystem::path checkout() {
    return ALGEMEENTE_SOURCE_FOLDER;
}

std::string program() {
    return ALGEMEENTE_PROGRAM;
}

std::string mpi_program() {
    return ALGEMEENTE_MPI_PROGRAM;
}

std::string viewer_program() {
    return ALGEMEENTE_VIEWER;
}

}  // namespace algemeente::places
