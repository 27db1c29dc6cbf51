# Subsets of Inter and Noto Serif into .deps/fonts. Sourced, never run.

readonly fonts_dir=$deps/fonts

# Latin with all of Western and Central Europe, German quotes and dashes, and the few signs the reader draws.
readonly font_glyphs='0020-007E,00A0-017F,1E9E,2010-2015,2018-201E,2020-2022,2026,202F,2030,2032,2033,2039,203A,20AC,2116,2122,2190-2193,2212,25B4,25BE,25CF,25D0,2605,2606,2713,2715'

# subset PACKAGE NAME SOURCE FEATURES
subset() {
    local input=$packages_dir/$1.tree/usr/share/fonts/$3 output=$fonts_dir.part/$2.ttf
    [ -f "$input" ] || die "the font file '$3' is not in Debian's package '$1'." \
        "The package's layout changed; adapt scripts/lib/fonts.sh."
    # Subroutines make CFF outlines smaller unpacked but larger packed, and the page is packed.
    quietly "font-$2" hb-subset "$input" --unicodes="$font_glyphs" --no-hinting --desubroutinize \
        --layout-features="$4" --name-IDs=1,2 --output-file="$output"
    say "      $2: $(human_size "$output"), $(gzip_size "$output") packed"
}

take_fonts() {
    local package file version
    open_suite bookworm
    rm -rf "$fonts_dir.part"
    mkdir -p "$fonts_dir.part"
    for package in fonts-inter fonts-noto-core; do
        rm -rf "$packages_dir/bookworm/${package}_"*.deb "$packages_dir/$package.tree"
        download_packages bookworm "$package"
        file=$(ls "$packages_dir/bookworm/${package}_"*.deb)
        version=$(version_of_deb "$file")
        check_lock deb "$package" "$version" "$file"
        dpkg -x "$file" "$packages_dir/$package.tree"
        begin_source "$package"
        cp "$packages_dir/$package.tree/usr/share/doc/$package/copyright" "$sources_dir/$package.part/COPYING"
        finish_source "$package" "$version" bookworm
    done
    # Dear ImGui draws Inter too; it knows no layout features, the page's controls use the kerning.
    subset fonts-inter inter-regular opentype/inter/Inter-Regular.otf kern
    subset fonts-inter inter-semibold opentype/inter/Inter-SemiBold.otf kern
    subset fonts-noto-core noto-serif-regular truetype/noto/NotoSerif-Regular.ttf kern,liga
    subset fonts-noto-core noto-serif-bold truetype/noto/NotoSerif-Bold.ttf kern,liga
    rm -rf "$packages_dir/fonts-"*.tree "$packages_dir/bookworm/fonts-"*.deb "$fonts_dir"
    mv "$fonts_dir.part" "$fonts_dir"
}

setup_fonts() {
    local key
    key="4 $(grep ' fonts-' "$lock_file" | digest) $(printf %s "$font_glyphs" | digest) $(hb-subset --version | head -n 1)"
    if stamp_matches fonts "$key" && [ -d "$fonts_dir" ]; then return 0; fi
    say "      fonts: Inter and Noto Serif, cut to what the reader shows"
    take_fonts
    write_stamp fonts "$key"
}
