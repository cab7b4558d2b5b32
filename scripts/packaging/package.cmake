# What an installed program consists of, and the package and archive made of it (scripts/package).
#
# The programs find their data beside themselves: <prefix>/bin/algemeente reads <prefix>/share/algemeente/scenarios.
include(GNUInstallDirs)

install(TARGETS algemeente algemeente-viewer RUNTIME)
if(TARGET algemeente-mpi)
  install(TARGETS algemeente-mpi RUNTIME)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/algemeente)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_CURRENT_LIST_DIR}/completion.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME algemeente)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/algemeente.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/algemeente.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)

# manual pages say what the programs say of themselves
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  set(manual_folder ${CMAKE_BINARY_DIR}/manual)
  add_custom_target(manual_pages
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_LIST_DIR}/manual_pages.py $<TARGET_FILE:algemeente>
      $<TARGET_FILE:algemeente-viewer> ${manual_folder}
    DEPENDS algemeente algemeente-viewer VERBATIM)
  install(DIRECTORY ${manual_folder}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
endif()

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME algemeente)
set(CPACK_PACKAGE_VENDOR "Algemeente")
set(CPACK_PACKAGE_CONTACT "The authors of Algemeente <algemeente@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "How Dutch municipalities take up algorithms: simulation and viewer")
set(CPACK_PACKAGE_DESCRIPTION
  "An agent-based simulation of how Dutch municipalities adopt algorithms, and why the social domain differs from the
 physical one. It is for explanation and what-if, not a forecast.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# the window's letters and drawing come from packages that no library names
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-dejavu-core, libgl1-mesa-dri")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bash-completion")
include(CPack)
