# What searches are measured with: German documentation of Debian, as JSON Feeds in build/bench, and the other programs, in
# .deps/bench. Sourced, never run.

# All are of architecture "all", so that the corpus is the same on every machine.
readonly corpus_packages=(libreoffice-help-de gimp-help-de debian-handbook debian-reference-de developers-reference-de maint-guide-de
    debian-faq-de debian-edu-doc-de debian-paketmanagement-buch harden-doc installation-guide-amd64 udo-doc-de kicad-doc-de
    lilypond-doc-html-de manpages-de manpages-de-dev dpkg-dev debhelper po4a debconf-doc adduser)
readonly bench_dir=$root/build/bench

# setup_bench_corpus: needs Node and the tests' npm packages.
setup_bench_corpus() {
    local key package trees=$packages_dir/corpus
    key="$(grep -F -f <(printf 'deb %s \n' "${corpus_packages[@]}") "$lock_file" | digest)
$(digest_files "$root/tests/bench/corpus" "$root/tests/bench/german_corpus.mjs")"
    if stamp_matches bench-corpus "$key" && [ -f "$bench_dir/german-10k.json" ] && [ -d "$bench_dir/german-100k" ]; then return 0; fi
    say "      the corpus of the search: ${#corpus_packages[@]} packages of documentation"
    rm -rf "$trees"
    mkdir -p "$trees" "$bench_dir"
    for package in "${corpus_packages[@]}"; do
        unpack_locked "$package"
        mv "$packages_dir/$package.tree" "$trees/$package"
    done
    node "$root/tests/bench/german_corpus.mjs" "$trees" "$bench_dir" || die "the corpus could not be made." "See above."
    rm -rf "$trees"
    write_stamp bench-corpus "$key"
}

# The programs that ours is measured beside; the tests need none of them.
setup_bench_modules() {
    local folder=$deps/bench key
    key="$(cat "$root/tests/bench/package.json" "$root/tests/bench/package-lock.json" | digest) $(node -p process.arch)"
    if stamp_matches bench-modules "$key" && [ -d "$folder/node_modules" ]; then return 0; fi
    say "      npm packages of the bench"
    mkdir -p "$folder"
    cp "$root"/tests/bench/{package.json,package-lock.json,.npmrc} "$folder/"
    (cd "$folder" && quietly npm-bench npm ci --ignore-scripts --loglevel=error) || exit 1
    write_stamp bench-modules "$key"
}
