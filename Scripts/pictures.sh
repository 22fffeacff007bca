#!/usr/bin/env bash
# Makes Documentation/film-strip.png: the player plays one of the sample answers,
# and moments of that game are drawn beside each other.
set -euo pipefail
cd "$(dirname "$0")/.."

playproof="$(swift build --configuration release --show-bin-path)/playproof"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$playproof" record Scenarios/samples/generalist-corrected.md --play --pieces 40 --output "$work/game.trace"
mkdir -p Documentation
"$playproof" render "$work/game.trace" --strip Documentation/film-strip.png --moments 7 --height 200 --force
echo "pictures: wrote Documentation/film-strip.png"
