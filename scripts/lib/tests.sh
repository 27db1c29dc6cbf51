# Runs the parts of the test suite and adds up what they counted. Sourced, never run.

passed_total=0
failed_total=0
failed_parts=()

# add_counts PART EXIT PASSED FAILED: a part that ended badly without a failed test counts as one failure.
add_counts() {
    local part=$1 status=$2 passed=$3 failed=$4
    if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
    passed_total=$((passed_total + passed))
    failed_total=$((failed_total + failed))
    if [ "$failed" != 0 ]; then failed_parts+=("$part"); fi
    printf '      %s: %d passed, %d failed\n' "$part" "$passed" "$failed"
}

# Reads the output of `ctest -V`. A program of doctest tells how many cases it had; any other test counts as one,
# and so does a doctest program that failed though none of its cases did (a leak found at its end, a crash).
count_ctest() {
    awk '
        match($0, /^[0-9]+: /) && /\[doctest\].*test cases:/ {
            id = $0; sub(/:.*/, "", id)
            line = $0; gsub(/\033\[[0-9;]*m/, "", line); sub(/.*test cases:/, "", line)
            split(line, part, "|")
            good[id] += part[2]; bad[id] += part[3]
        }
        match($0, /Test +#[0-9]+: /) && /sec *$/ {
            id = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", id)
            ok = /   Passed /
            if (!(id in good)) { if (ok) good[id] = 1; else bad[id] = 1 }
            else if (!ok && !bad[id]) bad[id] = 1
        }
        END {
            for (id in good) passed += good[id]
            for (id in bad) failed += bad[id]
            printf "%d %d\n", passed, failed
        }' "$1"
}

# run_ctest PART PRESET: shows a failing test's output, and nothing of the others.
run_ctest() {
    local part=$1 preset=$2 log=$deps/log/test-$1.log status=0 counts
    mkdir -p "$deps/log"
    (cd "$root" && ctest --preset "$preset" --verbose) >"$log" 2>&1 9>&- || status=$?
    if [ "$status" != 0 ]; then
        # The passing tests of doctest are silent, so what remains of the output is what went wrong.
        grep -E '^[0-9]+: |Test +#[0-9]+: .*\*\*\*' "$log" |
            grep -vE '^[0-9]+: (Test (command|timeout)|Working Directory|Environment variables)' | tail -n 150 || true
        say "      whole output: $log"
    fi
    read -r -a counts < <(count_ctest "$log")
    add_counts "$part" "$status" "${counts[@]}"
}

# run_node PART FILE… [-- COMMAND…]: Node's test runner, one file after the other, if need be under a command.
# A test that hangs fails after ten minutes, and the others still run.
# A browser that outlives its test must not keep the lock, so tests are started without it (9>&-).
run_node() {
    local part=$1 tap=$deps/log/test-$1.tap files=() status=0 passed failed
    shift
    while [ $# -gt 0 ] && [ "$1" != -- ]; do files+=("$1"); shift; done
    [ $# = 0 ] || shift
    if [ ! -e "${files[0]}" ]; then
        say "      $part: no tests yet (${files[0]#"$root"/})"
        return 0
    fi
    mkdir -p "$deps/log"
    (cd "$root" && "$@" node --test --test-concurrency=1 --test-timeout=600000 --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$tap" "${files[@]}") 9>&- || status=$?
    # "# skipped" and "# todo" are neither; a cancelled test did not pass.
    passed=$(sed -n 's/^# pass //p' "$tap" | tail -n 1)
    failed=$(awk '/^# (fail|cancelled) / { sum += $3 } END { print sum + 0 }' "$tap")
    add_counts "$part" "$status" "${passed:-0}" "$failed"
}

# The unit tests and the pictures under the sanitizers, and the test of the layers.
test_unit() {
    step "asan: unit tests"
    build asan unit_tests pictures
    run_ctest unit asan
}

test_wasm() {
    step "wasm: unit tests in Node"
    build wasm unit_tests
    run_ctest wasm wasm
}

test_cli() {
    step "the lesesaal command"
    LESESAAL_DIST=$dist_dir run_node cli "$root"/tests/cli/*.test.mjs
}

# Firefox has WebGL2 only with a screen, a virtual one, and Mesa's software renderer. One test file at a time: two
# browsers on two cores time each other out.
test_browser() {
    step "the page in Chromium and Firefox"
    LESESAAL_DIST=$dist_dir run_node browser "$root"/tests/browser/*.test.mjs -- \
        xvfb-run --auto-servernum --server-args='-screen 0 1600x1200x24' \
        env LIBGL_ALWAYS_SOFTWARE=1
}
