# The two halves of the setup. Sourced, never run.

# READY is for whoever waits for the third-party sources from another shell.
setup_build() {
    install_build_packages
    setup_emscripten
    setup_sources
    setup_fonts
    touch "$deps/READY"
}

# What the tests take from npm, for imports from tests/.
setup_test_modules() {
    local key
    key=$(cat "$root/tests/package.json" "$root/tests/package-lock.json" | digest)
    if [ -d "$root/tests/node_modules" ] && stamp_matches test-modules "$key"; then return 0; fi
    say "      npm packages of the tests"
    (cd "$root/tests" && quietly npm-tests npm ci --ignore-scripts --loglevel=error) || exit 1
    write_stamp test-modules "$key"
}

setup_browsers() {
    require_debian
    install_node
    install_browser_packages
    setup_test_modules
}
