# Third-party code from .deps/src (see scripts/setup): one target each, headers as SYSTEM so that our warnings stay ours.

set(third_party_dir "${CMAKE_CURRENT_LIST_DIR}/../../.deps/src")
get_filename_component(third_party_dir "${third_party_dir}" ABSOLUTE)
if(NOT EXISTS "${third_party_dir}/sqlite3/sqlite3.c" OR NOT EXISTS "${third_party_dir}/hyphen-de/de.dic.gz"
   OR NOT EXISTS "${third_party_dir}/gumbo/libgumbo.a" OR NOT EXISTS "${third_party_dir}/snowball/stem_UTF_8_german.c"
   OR NOT EXISTS "${third_party_dir}/libzstd/zstd.h")
  message(FATAL_ERROR "Third-party sources are missing (looked in ${third_party_dir}). Run scripts/setup first.")
endif()

# third_party_library(name SOURCES … INCLUDES …): a static library whose own warnings are nobody's business here.
function(third_party_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;INCLUDES")
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} SYSTEM PUBLIC ${arg_INCLUDES})
  # Nobody steps through it, and its line tables are enough for a stack trace. UndefinedBehaviorSanitizer would stop
  # at habits of C that are not ours to mend; AddressSanitizer stays on.
  target_compile_options(${name} PRIVATE -w)
  if(NOT EMSCRIPTEN)
    target_compile_options(${name} PRIVATE -g1 -fno-sanitize=undefined)
  endif()
  set_target_properties(${name} PROPERTIES CXX_CLANG_TIDY "" C_CLANG_TIDY "" EXPORT_COMPILE_COMMANDS OFF)
endfunction()

function(third_party_headers name)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE "${third_party_dir}/${name}/include")
endfunction()

third_party_headers(nlohmann_json)
third_party_headers(doctest)
third_party_headers(cli11)
third_party_headers(stb)
target_include_directories(doctest SYSTEM INTERFACE "${third_party_dir}/doctest/include/doctest") # as <doctest.h> too

# --- Dear ImGui: no back end (platform/ has its own), no built-in font, nothing that opens files or a shell.
set(imgui_dir "${third_party_dir}/imgui")
third_party_library(imgui
  SOURCES
    "${imgui_dir}/imgui.cpp" "${imgui_dir}/imgui_draw.cpp" "${imgui_dir}/imgui_tables.cpp" "${imgui_dir}/imgui_widgets.cpp"
  INCLUDES "${imgui_dir}")
target_compile_features(imgui PUBLIC cxx_std_20)
target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti)
if(EMSCRIPTEN)
  target_compile_options(imgui PRIVATE -Oz)
endif()
target_compile_definitions(imgui PUBLIC
  IMGUI_DISABLE_DEFAULT_FONT
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
  IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  "ImDrawIdx=unsigned int") # a long list with long excerpts passes 65,536 vertices

# --- SQLite: one thread, no extensions loaded at run time, nothing that needs a regenerated parser.
set(sqlite_dir "${third_party_dir}/sqlite3")
third_party_library(sqlite3 SOURCES "${sqlite_dir}/sqlite3.c" INCLUDES "${sqlite_dir}")
target_compile_definitions(sqlite3
  PUBLIC
    # Both change what sqlite3.h declares.
    SQLITE_OMIT_DEPRECATED
    SQLITE_OMIT_LOAD_EXTENSION
  PRIVATE
    SQLITE_DEFAULT_MEMSTATUS=0
    SQLITE_DQS=0
    SQLITE_LIKE_DOESNT_MATCH_BLOBS
    # Emscripten builds get 0, and then sqlite3_deserialize copies every page instead of pointing into the buffer.
    SQLITE_MAX_MMAP_SIZE=0x7fff0000
    SQLITE_OMIT_AUTHORIZATION
    SQLITE_OMIT_DECLTYPE
    SQLITE_OMIT_SHARED_CACHE
    SQLITE_TEMP_STORE=3
    SQLITE_THREADSAFE=0
    SQLITE_UNTESTABLE
    SQLITE_USE_ALLOCA)
if(EMSCRIPTEN)
  # The page only reads, and what a reader never asks for would still be bytes in every file.
  target_compile_options(sqlite3 PRIVATE -Oz)
  target_compile_definitions(sqlite3 PRIVATE
    SQLITE_OMIT_COMPILEOPTION_DIAGS
    SQLITE_OMIT_COMPLETE
    SQLITE_OMIT_DATETIME_FUNCS
    SQLITE_OMIT_GET_TABLE
    SQLITE_OMIT_JSON
    SQLITE_OMIT_LOCALTIME
    SQLITE_OMIT_TCL_VARIABLE
    SQLITE_OMIT_TRACE
    SQLITE_OMIT_UTF16
    SQLITE_OMIT_WAL
    # src/store/web/no_files_vfs.cpp
    SQLITE_OS_OTHER=1)
else()
  # For the bench alone, which sets it beside our own index.
  target_compile_definitions(sqlite3 PRIVATE SQLITE_ENABLE_FTS5)
  target_link_libraries(sqlite3 PRIVATE m) # FTS5's ranking takes logarithms
endif()

# --- libdeflate: raw deflate for the page's data blocks.
set(deflate_dir "${third_party_dir}/libdeflate")
set(deflate_sources adler32 crc32 deflate_compress deflate_decompress gzip_compress gzip_decompress zlib_compress zlib_decompress utils)
list(TRANSFORM deflate_sources PREPEND "${deflate_dir}/lib/")
list(TRANSFORM deflate_sources APPEND ".c")
foreach(cpu x86 arm) # each file is empty on the other's processor, and both on wasm
  file(GLOB cpu_sources "${deflate_dir}/lib/${cpu}/*cpu_features.c")
  list(APPEND deflate_sources ${cpu_sources})
endforeach()
third_party_library(libdeflate SOURCES ${deflate_sources} INCLUDES "${deflate_dir}")

# --- zstd: the corpus in the page. The page only unpacks; there, what is faster on a processor that wasm is not would be
# bytes in every file.
set(zstd_dir "${third_party_dir}/libzstd")
file(GLOB zstd_sources "${zstd_dir}/common/*.c" "${zstd_dir}/decompress/*.c")
list(FILTER zstd_sources EXCLUDE REGEX "/common/(pool|threading)\\.c$") # one thread
if(NOT EMSCRIPTEN)
  file(GLOB zstd_packing "${zstd_dir}/compress/*.c")
  list(FILTER zstd_packing EXCLUDE REGEX "/zstdmt_compress\\.c$")
  list(APPEND zstd_sources ${zstd_packing})
endif()
third_party_library(zstd SOURCES ${zstd_sources} INCLUDES "${zstd_dir}")
target_compile_definitions(zstd PRIVATE ZSTD_DISABLE_ASM=1 ZSTD_LEGACY_SUPPORT=0)
if(EMSCRIPTEN)
  target_compile_definitions(zstd PRIVATE
    DYNAMIC_BMI2=0
    HUF_FORCE_DECOMPRESS_X1
    ZSTD_FORCE_DECOMPRESS_SEQUENCES_SHORT
    ZSTD_NO_INLINE
    ZSTD_NO_UNUSED_FUNCTIONS
    ZSTD_STRIP_ERROR_STRINGS
    ZSTD_TRACE=0)
endif()

# --- SHA-256, from libmd's sha2.c alone.
set(md_dir "${third_party_dir}/libmd")
third_party_library(sha2 SOURCES "${md_dir}/sha2.c" INCLUDES "${md_dir}")

# --- utf8proc: normalization and case folding.
set(utf8proc_dir "${third_party_dir}/utf8proc")
third_party_library(utf8proc SOURCES "${utf8proc_dir}/utf8proc.c" INCLUDES "${utf8proc_dir}")
target_compile_definitions(utf8proc PUBLIC UTF8PROC_STATIC)

# --- Snowball: the stems of German and English words.
set(snowball_dir "${third_party_dir}/snowball")
third_party_library(snowball
  SOURCES "${snowball_dir}/api.c" "${snowball_dir}/utilities.c" "${snowball_dir}/stem_UTF_8_german.c"
          "${snowball_dir}/stem_UTF_8_english.c"
  INCLUDES "${snowball_dir}")

# --- libhyphen: where words may be broken. The lesesaal command asks it when it packs; the page never does.
if(NOT EMSCRIPTEN)
  set(hyphen_dir "${third_party_dir}/hyphen")
  third_party_library(hyphen SOURCES "${hyphen_dir}/hyphen.c" "${hyphen_dir}/hnjalloc.c" INCLUDES "${hyphen_dir}")
endif()

# --- Gumbo: HTML as browsers read it, for the lesesaal command. In the page the browser does it.
third_party_headers(gumbo)
if(NOT EMSCRIPTEN)
  target_link_libraries(gumbo INTERFACE "${third_party_dir}/gumbo/libgumbo.a")
endif()
