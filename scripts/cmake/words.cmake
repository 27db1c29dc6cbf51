# lesesaal_words(target): the texts of assets/i18n as ui/say.h and ui/words_table.h below build/<preset>/generated, for
# `target` and all that links it. A mistake in the texts fails the build with a sentence.

find_program(NODE_PROGRAM node REQUIRED)

function(lesesaal_words target)
  set(folder ${PROJECT_SOURCE_DIR}/assets/i18n)
  set(generated ${PROJECT_BINARY_DIR}/generated)
  set(script ${PROJECT_SOURCE_DIR}/scripts/node/i18n.mjs)
  # The script leaves the headers alone when nothing in them changes; the stamp says that it ran.
  set(stamp ${generated}/ui/words.stamp)
  add_custom_command(
    OUTPUT ${stamp}
    BYPRODUCTS ${generated}/ui/say.h ${generated}/ui/words_table.h
    COMMAND ${NODE_PROGRAM} ${script} ${folder} ${generated}/ui
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${folder}/de.json ${folder}/en.json ${script}
    COMMENT "Words of the interface"
    VERBATIM)
  add_custom_target(${target}_words DEPENDS ${stamp})
  add_dependencies(${target} ${target}_words)
  target_include_directories(${target} PUBLIC ${generated})
endfunction()
