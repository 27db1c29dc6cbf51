# Subsets of Inter, Noto Serif, Atkinson Hyperlegible Next and Bootstrap Icons into .deps/fonts. Sourced, never run.

readonly fonts_dir=$deps/fonts

# Latin with all of Western and Central Europe, German quotes and dashes, and the few signs the reader draws.
readonly font_glyphs='0020-007E,00A0-017F,1E9E,2010-2015,2018-201E,2020-2022,2026,202F,2030,2032,2033,2039,203A,20AC,2116,2122,2190-2193,2212,25B4,25BE,25CF,25D0,2605,2606,2713,2715'

# The icons that the interface names are the ones in the page.
icon_glyphs() { grep -oE '\\u[0-9A-F]{4}' "$root/src/ui/icons.h" | cut -c3- | sort -u | paste -sd,; }

# subset NAME INPUT GLYPHS FEATURES
subset() {
    local output=$fonts_dir.part/$1.ttf
    [ -f "$2" ] || die "the font file '${2##*/}' is not in its package." "Looked for: ${2#"$root"/}" \
        "The package's layout changed; adapt scripts/lib/fonts.sh."
    # Subroutines make CFF outlines smaller unpacked but larger packed, and the page is packed.
    quietly "font-$1" hb-subset "$2" --unicodes="$3" --no-hinting --desubroutinize \
        --layout-features="$4" --name-IDs=1,2 --output-file="$output"
    say "      $1: $(human_size "$output"), $(gzip_size "$output") packed"
}

# subset_deb PACKAGE NAME SOURCE FEATURES
subset_deb() { subset "$2" "$packages_dir/$1.tree/usr/share/fonts/$3" "$font_glyphs" "$4"; }

# font_of_npm NAME PACKAGE LICENCE: the font's licence and version, for the notices.
font_of_npm() {
    local package=$deps/node/node_modules/$2
    begin_source "$1"
    cp "$package/$3" "$sources_dir/$1.part/COPYING"
    finish_source "$1" "$(node -p 'require(process.argv[1]).version' "$package/package.json")" "npm $2"
}

take_npm_fonts() {
    local modules=$deps/node/node_modules legible=@expo-google-fonts/atkinson-hyperlegible-next faces
    font_of_npm atkinson-hyperlegible "$legible" LICENSE_FONT
    font_of_npm bootstrap-icons bootstrap-icons LICENSE
    faces=$modules/$legible
    subset legible-regular "$faces/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf" "$font_glyphs" kern
    subset legible-bold "$faces/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf" "$font_glyphs" kern
    quietly unwoff-icons node "$root/scripts/node/unwoff.mjs" \
        "$modules/bootstrap-icons/font/fonts/bootstrap-icons.woff" "$packages_dir/icons.ttf"
    subset icons "$packages_dir/icons.ttf" "$(icon_glyphs)" ''
    rm -f "$packages_dir/icons.ttf"
}

take_fonts() {
    local package
    rm -rf "$fonts_dir.part"
    mkdir -p "$fonts_dir.part"
    for package in fonts-inter fonts-noto-core; do
        unpack_locked "$package"
        begin_source "$package"
        cp "$packages_dir/$package.tree/usr/share/doc/$package/copyright" "$sources_dir/$package.part/COPYING"
        finish_source "$package" "$unpacked_version" bookworm
    done
    # Dear ImGui draws Inter too; it knows no layout features, the page's controls use the kerning.
    subset_deb fonts-inter inter-regular opentype/inter/Inter-Regular.otf kern
    subset_deb fonts-inter inter-semibold opentype/inter/Inter-SemiBold.otf kern
    subset_deb fonts-noto-core noto-serif-regular truetype/noto/NotoSerif-Regular.ttf kern,liga
    subset_deb fonts-noto-core noto-serif-bold truetype/noto/NotoSerif-Bold.ttf kern,liga
    take_npm_fonts
    rm -rf "$packages_dir/fonts-"*.tree "$packages_dir/bookworm/fonts-"*.deb "$fonts_dir"
    mv "$fonts_dir.part" "$fonts_dir"
}

setup_fonts() {
    local key
    key="5 $(grep ' fonts-' "$lock_file" | digest) $(printf %s "$font_glyphs $(icon_glyphs)" | digest)"
    key="$key $(hb-subset --version | head -n 1) $(cat "$deps/stamps/node")"
    if stamp_matches fonts "$key" && [ -d "$fonts_dir" ]; then return 0; fi
    say "      fonts: text faces and icons, cut to what the reader shows"
    take_fonts
    write_stamp fonts "$key"
}
