# lesesaal_reader(): the program of the page, build/<preset>/reader.mjs and reader.wasm. lesesaal-template puts both, with
# web/*, into the page's template.

set(LESESAAL_READER_COMPILE_OPTIONS -fno-exceptions -fno-rtti)

set(LESESAAL_READER_LINK_OPTIONS
    -Oz
    # -flto does not link with this Emscripten's libc++abi.
    -fno-exceptions
    -sMODULARIZE=1
    -sEXPORT_ES6=1
    -sEXPORT_NAME=createReader
    -sENVIRONMENT=web
    # main.js fills memory with the page's blocks first and then calls main().
    -sINVOKE_RUN=0
    -sFILESYSTEM=0
    -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_HEAP=8MB
    -sSTACK_SIZE=512KB
    -sMALLOC=emmalloc
    # The page's content security policy allows no eval.
    -sDYNAMIC_EXECUTION=0
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    -sGL_ENABLE_GET_PROC_ADDRESS=0
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
    -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
    -sGL_TRACK_ERRORS=0
    -sGL_WORKAROUND_SAFARI_GETCONTEXT_BUG=0
    -sMINIFY_HTML=0
    -sINCOMING_MODULE_JS_API=instantiateWasm,onAbort
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=HEAPU8)

function(lesesaal_reader)
  set(imports ${PROJECT_SOURCE_DIR}/web/imports.js)
  add_executable(reader ${PROJECT_SOURCE_DIR}/src/main/main_web.cpp)
  lesesaal_common(reader)
  target_compile_options(reader PRIVATE ${LESESAAL_READER_COMPILE_OPTIONS})
  target_compile_definitions(reader PRIVATE JSON_NOEXCEPTION)
  target_link_libraries(reader PRIVATE lesesaal_ui lesesaal_shell lesesaal_platform nlohmann_json)
  target_link_options(reader PRIVATE ${LESESAAL_READER_LINK_OPTIONS} "SHELL:--js-library \"${imports}\"")
  set_target_properties(reader PROPERTIES SUFFIX .mjs LINK_DEPENDS ${imports})
endfunction()
