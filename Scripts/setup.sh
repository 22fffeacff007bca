#!/usr/bin/env bash
# Gets a Debian machine ready to build and test Playproof: installs the system
# packages that are missing (and touches nothing when none is), then checks the
# Swift toolchain. Safe to run again at any time.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
    pkg-config                    # tells Swift where the libraries below are
    libjavascriptcoregtk-4.1-dev  # the JavaScript engine
    libgumbo-dev                  # HTML parsing
    libcairo2-dev                 # pixels
    libgif-dev                    # animations
    libseccomp-dev                # workers without rights
    node-acorn                    # JavaScript parsing
    nodejs                        # tests only: makes mutants of games
    fonts-dejavu-core             # the fonts that text is measured with
    chromium                      # tests only: the browser the simulated one is held against
)

say() { echo "setup: $*"; }

fail() {
    echo "setup: error: $1" >&2
    shift
    for remedy in "$@"; do echo "       $remedy" >&2; done
    exit 1
}

missing_packages() {
    local package
    for package in "${packages[@]}"; do
        [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
    done
}

install_packages() {
    local install="apt-get install --yes --no-install-recommends $*"
    command -v apt-get >/dev/null ||
        fail "apt-get isn't there, so these packages can't be installed: $*" \
            "Install them (or what your system calls them) by hand, or use Debian 12."

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            fail "packages are missing, and neither are you root nor is sudo there." "Run as root: $install"
        as_root=(sudo)
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive)

    say "installing $*"
    "${as_root[@]}" apt-get update --quiet --quiet ||
        fail "apt-get update failed; see its message above." "Check the network and /etc/apt/sources.list, then run make setup again."
    # shellcheck disable=SC2086 # the command is a list of words on purpose
    "${as_root[@]}" $install ||
        fail "apt-get could not install all packages; see its message above." "Run as root: $install"
}

# The version that Package.swift asks for is the one that counts.
check_swift() {
    local needed found how
    needed=$(sed -nE '1s/.*swift-tools-version: *([0-9]+\.[0-9]+).*/\1/p' Package.swift)
    how="Get it from https://www.swift.org/install/linux/ (for instance with swiftly), and put its usr/bin on your PATH."
    command -v swift >/dev/null || fail "Swift isn't on the PATH; Playproof needs Swift ${needed:-6} or newer." "$how"
    found=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
    [ -n "$found" ] || fail "swift --version doesn't say its version; the toolchain seems to be incomplete." "$how"
    [ "$(printf '%s\n' "${needed:-6.0}" "$found" | sort --version-sort | head -n 1)" = "${needed:-6.0}" ] ||
        fail "this is Swift $found; Playproof needs Swift ${needed:-6} or newer." "$how"
    say "Swift $found"
}

if ! command -v dpkg-query >/dev/null; then
    fail "this isn't a Debian system (no dpkg-query)." "Install by hand, then use swift build: ${packages[*]}"
fi
mapfile -t missing < <(missing_packages)
if [ "${#missing[@]}" -gt 0 ]; then
    install_packages "${missing[@]}"
else
    say "all ${#packages[@]} Debian packages are there"
fi
check_swift
