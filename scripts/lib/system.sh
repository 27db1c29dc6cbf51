# Debian packages of the machine itself: compilers, the font tools, the browsers. Sourced, never run.

# install_packages PACKAGE[:PROGRAM]…: installs what is missing. With a program named, one from elsewhere will do.
install_packages() {
    local missing=() entry
    for entry in "$@"; do
        case $entry in
            *:*) have "${entry#*:}" || missing+=("${entry%%:*}") ;;
            *) dpkg-query -W -f='${Status}' "$entry" 2>/dev/null | grep -q 'ok installed' || missing+=("$entry") ;;
        esac
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        have sudo || die "these Debian packages are missing: ${missing[*]}" \
            "This user is not root and there is no sudo." \
            "Have them installed once: apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
    fi
    say "      installing from Debian: ${missing[*]}"
    quietly apt-update "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update
    quietly apt-install "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        install --yes --no-install-recommends "${missing[@]}"
}

require_debian() {
    if ! have apt-get || ! have dpkg; then
        die "this machine has no apt-get." \
            "The setup takes compilers and sources from Debian's packages." \
            "Run it on Debian 12 or newer (a container of it will do)."
    fi
}

# A Node.js from elsewhere is as good as Debian's, which would replace it.
install_node() {
    if have node && have npm; then
        local major
        major=$(node -p 'process.versions.node.split(".")[0]')
        [ "$major" -ge 18 ] || die "Node.js $(node --version) is too old." "Found: $(command -v node)" \
            "Install Debian's nodejs and npm packages, or any Node.js from 18 on."
        return 0
    fi
    install_packages nodejs npm
}

install_build_packages() {
    require_debian
    install_packages ca-certificates cmake:cmake ninja-build:ninja g++:g++ dpkg-dev:dpkg-source patchelf:patchelf \
        libharfbuzz-bin:hb-subset python3:python3 xz-utils:xz zstd:zstd
    install_node
    local version
    version=$(cmake --version | sed -n 's/^cmake version //p')
    dpkg --compare-versions "$version" ge 3.25 || die "CMake $version is too old; 3.25 is needed." \
        "Found: $(command -v cmake)" "Debian 12 has 3.25: remove the older one from PATH, or use Debian's."
}

install_browser_packages() {
    install_packages chromium firefox-esr xvfb xauth libgl1-mesa-dri libgl1 libegl1
}
