# What the web build has instead of Debian's packages for this machine: headers that are the same everywhere, behind the
# names that the other builds find. Emscripten must not see /usr/include itself, whose C library is another one.
set(web_headers ${CMAKE_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${web_headers})
foreach(header boost fmt toml++ nlohmann CLI stb)
  if(NOT EXISTS /usr/include/${header})
    message(FATAL_ERROR "the headers of ${header} are missing; scripts/setup web installs them")
  endif()
  file(CREATE_LINK /usr/include/${header} ${web_headers}/${header} SYMBOLIC)
endforeach()

foreach(package fmt::fmt tomlplusplus::tomlplusplus nlohmann_json::nlohmann_json CLI11::CLI11 Boost::headers
    Threads::Threads)
  add_library(${package} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${package} SYSTEM INTERFACE ${web_headers})
endforeach()
target_compile_definitions(fmt::fmt INTERFACE FMT_HEADER_ONLY)

# exceptions of WebAssembly itself do not go together with threads in this compiler
set(web_options -fexceptions -msimd128 "SHELL:-include ${CMAKE_CURRENT_LIST_DIR}/library_gaps.h")
set(web_link_options -fexceptions)
if(ALGEMEENTE_WEB_THREADS)
  list(APPEND web_options -pthread)
  list(APPEND web_link_options -pthread)
endif()
add_compile_options(${web_options})
add_link_options(${web_link_options})

# Dear ImGui from Debian's source package (scripts/web fetches it): indices of 32 bits, because WebGL cannot begin at a
# later vertex
if(NOT EXISTS ${ALGEMEENTE_IMGUI}/imgui.cpp)
  message(FATAL_ERROR "the sources of Dear ImGui are not in '${ALGEMEENTE_IMGUI}'; scripts/web fetches them")
endif()
file(GLOB imgui_sources ${ALGEMEENTE_IMGUI}/imgui*.cpp ${ALGEMEENTE_IMGUI}/misc/cpp/imgui_stdlib.cpp
  ${ALGEMEENTE_IMGUI}/backends/imgui_impl_opengl3.cpp)
list(FILTER imgui_sources EXCLUDE REGEX "imgui_demo")
add_library(web_imgui STATIC EXCLUDE_FROM_ALL ${imgui_sources})
target_include_directories(web_imgui SYSTEM PUBLIC ${ALGEMEENTE_IMGUI} ${ALGEMEENTE_IMGUI}/misc/cpp)
target_compile_definitions(web_imgui PUBLIC IMGUI_IMPL_OPENGL_ES3 "ImDrawIdx=unsigned int"
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS PRIVATE IMGUI_DISABLE_DEMO_WINDOWS)
add_library(PkgConfig::IMGUI ALIAS web_imgui)
