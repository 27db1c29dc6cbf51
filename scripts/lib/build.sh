# Builds the targets of a preset, and the page from them. Sourced, never run.

readonly build_dir=$root/build
readonly dist_dir=$root/dist

step_number=0
step_count=0
begin_steps() { step_number=0 step_count=$1; }
step() {
    step_number=$((step_number + 1))
    printf '[%d/%d] %s\n' "$step_number" "$step_count" "$*"
}

# On a terminal the compiler's progress is worth seeing; in a log its last lines after a failure are.
run_build() {
    if [ -t 1 ]; then
        (cd "$root" && NINJA_STATUS='      [%f/%t] ' cmake --build --preset "$@") ||
            die "the build of preset '$1' failed; the compiler's messages stand above."
    else
        (cd "$root" && quietly "build-$1" cmake --build --preset "$@") || exit 1
    fi
}

# build PRESET TARGET…: configures when there is need, then builds.
build() {
    local preset=$1 key
    shift
    key="$root $(cat "$root/CMakePresets.json" "$root/scripts/cmake/emscripten_toolchain.cmake" | digest)"
    if [ "$preset" = wasm ]; then key="$key $(cat "$deps/emscripten/location" "$deps/stamps/emscripten-cache" | digest)"; fi
    if [ ! -f "$build_dir/$preset/build.ninja" ] || ! stamp_matches "configure-$preset" "$key"; then
        # A cache made for another folder or compiler would be kept by CMake and fail later.
        rm -rf "${build_dir:?}/$preset"
        (cd "$root" && quietly "configure-$preset" cmake --preset "$preset") || exit 1
        write_stamp "configure-$preset" "$key"
    fi
    run_build "$preset" --target "$@"
}

# when_changed NAME OUTPUT INPUT… -- COMMAND…: runs the command unless the output was made from these very inputs.
when_changed() {
    local name=$1 output=$2 inputs=() key
    shift 2
    while [ "$1" != -- ]; do inputs+=("$1"); shift; done
    shift
    key="$* $(digest_files "${inputs[@]}")"
    if [ -e "$output" ] && stamp_matches "page-$name" "$key"; then return 0; fi
    mkdir -p "$(dirname "$output")"
    "$@"
    write_stamp "page-$name" "$key"
}

require_files() {
    local file
    for file in "$@"; do
        [ -e "$file" ] || die "a file that the page is made of is missing." "Missing: ${file#"$root"/}" \
            "Look whether the checkout is complete (git status)."
    done
}

bundle_parts() {
    local page=$build_dir/page styles=("$root"/web/*.css) tools=$root/scripts/node
    require_files "$root/web/main.js" "$root/web/shell.html" "${styles[0]}"
    when_changed boot "$page/boot.js" "$root/web" "$build_dir/wasm/reader.mjs" "$tools" -- \
        quietly bundle-script node "$tools/bundle.mjs" "$deps/node" script \
        "$root/web/main.js" "$build_dir/wasm/reader.mjs" "$page/boot.js"
    when_changed style "$page/style.css" "${styles[@]}" "$tools" -- \
        quietly bundle-style node "$tools/bundle.mjs" "$deps/node" style "$page/style.css" "${styles[@]}"
    when_changed notices "$page/notices.txt" "$tools" "$sources_dir"/*/{COPYING,VERSION} -- \
        quietly notices node "$tools/notices.mjs" "$sources_dir" "$page/notices.txt"
}

make_template() {
    local page=$build_dir/page font fonts=()
    for font in inter-regular inter-semibold noto-serif-regular noto-serif-bold legible-regular legible-bold icons; do
        fonts+=(--font "$font=$fonts_dir/$font.ttf")
    done
    when_changed template "$dist_dir/lesesaal-template.html" "$root/web/shell.html" "$page" "$fonts_dir" \
        "$build_dir/wasm/reader.wasm" "$build_dir/native/lesesaal-template" -- \
        quietly template "$build_dir/native/lesesaal-template" --shell "$root/web/shell.html" \
        --script "$page/boot.js" --style "$page/style.css" --program "$build_dir/wasm/reader.wasm" \
        "${fonts[@]}" --notices "$page/notices.txt" -o "$dist_dir/lesesaal-template.html"
}

# Without its debug information; and renamed into place, since a running command cannot be written over.
copy_command() {
    strip --strip-debug -o "$dist_dir/lesesaal.part" "$build_dir/native/lesesaal"
    mv "$dist_dir/lesesaal.part" "$dist_dir/lesesaal"
}

pack_corpus() {
    when_changed pack "$dist_dir/lesesaal.html" "$root/assets" "$dist_dir/lesesaal" "$dist_dir/lesesaal-template.html" -- \
        quietly pack "$dist_dir/lesesaal" pack "$root/assets/corpus" -o "$dist_dir/lesesaal.html" --title Lesesaal --lang de
}

readonly page_steps=5

# Everything that dist/ holds: the command, the empty page and the page with the default corpus.
build_page() {
    step "native: the lesesaal command"
    build native lesesaal lesesaal-template
    step "wasm: the page's program"
    build wasm reader
    step "page: script, style and notices"
    bundle_parts
    step "page: template"
    make_template
    when_changed command "$dist_dir/lesesaal" "$build_dir/native/lesesaal" -- copy_command
    step "page: the default corpus"
    pack_corpus
}
