# One folder = one namespace = one target. A module sees only the headers of the modules it DEPENDS on being
# granted; since all share one include root, tests/structure/layers.mjs reads build/<preset>/layers.json and
# checks every #include against it.

set_property(GLOBAL PROPERTY lesesaal_layers "")

set(LESESAAL_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-gnu-statement-expression
    -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # gcc counts the statement expression of TRY and designated initialisers under -Wpedantic.
  list(REMOVE_ITEM LESESAAL_WARNINGS -Wno-gnu-statement-expression -Wpedantic)
endif()

function(lesesaal_common target)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:${LESESAAL_WARNINGS}>)
endfunction()

# SMALL: its size in the page counts more than its speed, which -Oz hardly changes (./scripts/bench).
# VARIANTS: the folder has web/ native/ memory/ below it; the platform picks files, never an #ifdef.
function(lesesaal_module name)
  cmake_parse_arguments(ARG "VARIANTS;SMALL" "" "DEPENDS;LINKS" ${ARGN})
  set(dir ${PROJECT_SOURCE_DIR}/src/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${dir}/*.cpp)
  if(ARG_VARIANTS)
    file(GLOB memory CONFIGURE_DEPENDS ${dir}/memory/*.cpp)
    if(EMSCRIPTEN)
      file(GLOB variant CONFIGURE_DEPENDS ${dir}/web/*.cpp)
      # The unit tests run in Node, where there is no page: they need the file access of native/.
      file(GLOB native_files CONFIGURE_DEPENDS ${dir}/native/files_native.cpp)
      list(APPEND variant ${native_files})
    else()
      file(GLOB variant CONFIGURE_DEPENDS ${dir}/native/*.cpp)
    endif()
    list(APPEND sources ${memory} ${variant})
  endif()
  if(NOT sources)
    set(stub ${PROJECT_BINARY_DIR}/empty_${name}.cpp)
    file(WRITE ${stub} "// ${name} holds headers only.\n")
    set(sources ${stub})
  endif()
  add_library(lesesaal_${name} STATIC ${sources})
  lesesaal_common(lesesaal_${name})
  target_compile_options(lesesaal_${name} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
  if(EMSCRIPTEN)
    # The names of types, of which every function object has one, are bytes that nothing in the page reads.
    target_compile_options(lesesaal_${name} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
    if(ARG_SMALL)
      target_compile_options(lesesaal_${name} PRIVATE -Oz)
    endif()
  endif()
  target_compile_definitions(lesesaal_${name} PRIVATE JSON_NOEXCEPTION)
  foreach(dependency ${ARG_DEPENDS})
    target_link_libraries(lesesaal_${name} PUBLIC lesesaal_${dependency})
  endforeach()
  target_link_libraries(lesesaal_${name} PUBLIC ${ARG_LINKS})
  string(REPLACE ";" "\", \"" grants "${ARG_DEPENDS}")
  string(REPLACE ";" "\", \"" links "${ARG_LINKS}")
  set(entry "  \"${name}\": {\"depends\": [\"${grants}\"], \"links\": [\"${links}\"]}")
  string(REPLACE "[\"\"]" "[]" entry "${entry}")
  set_property(GLOBAL APPEND_STRING PROPERTY lesesaal_layers "${entry},\n")
endfunction()

function(lesesaal_write_layers)
  get_property(layers GLOBAL PROPERTY lesesaal_layers)
  string(REGEX REPLACE ",\n$" "\n" body "${layers}")
  file(WRITE ${PROJECT_BINARY_DIR}/layers.json "{\n${body}}\n")
endfunction()

function(lesesaal_executable name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  lesesaal_common(${name})
  list(TRANSFORM ARG_DEPENDS PREPEND lesesaal_)
  target_link_libraries(${name} PRIVATE ${ARG_DEPENDS} ${ARG_LINKS})
endfunction()

# lesesaal_embed(target FILE function): the file's bytes as `std::string_view lesesaal::cli::FUNCTION()`.
function(lesesaal_embed target file function)
  file(READ ${PROJECT_SOURCE_DIR}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes "${bytes}")
  set(source ${PROJECT_BINARY_DIR}/embedded/${function}.cpp)
  file(GENERATE OUTPUT ${source} CONTENT "// Made from ${file}.
#include \"main/embedded.h\"

namespace lesesaal::cli {
namespace {

constexpr unsigned char bytes[] = {
${bytes}0};

}  // namespace

std::string_view ${function}() { return {reinterpret_cast<const char*>(bytes), sizeof bytes - 1}; }

}  // namespace lesesaal::cli
")
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${file})
  target_sources(${target} PRIVATE ${source})
endfunction()
