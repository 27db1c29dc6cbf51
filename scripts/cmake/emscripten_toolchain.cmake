# Finds the Emscripten that scripts/setup prepared (from PATH or unpacked into .deps) and uses its own toolchain file.
get_filename_component(lesesaal_root "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
set(location_file "${lesesaal_root}/.deps/emscripten/location")
if(NOT EXISTS "${location_file}")
  message(FATAL_ERROR "There is no Emscripten yet (looked for ${location_file}). Run scripts/setup first.")
endif()
file(READ "${location_file}" emscripten_location)
include("${emscripten_location}/cmake/Modules/Platform/Emscripten.cmake")
