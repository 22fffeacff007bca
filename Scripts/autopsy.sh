#!/usr/bin/env bash
# Takes the two published outputs apart by running them, point by point: what the
# article says of each, and what is seen. ✓ means that running bears it out.
set -euo pipefail
cd "$(dirname "$0")/.."

playproof="$(swift build --configuration release --show-bin-path)/playproof"
folder=$(mktemp --directory)
trap 'rm -rf "$folder"' EXIT

# A point that running doesn't bear out ends with code 1, which is no failure here.
run() {
    "$playproof" "$@" --timeout 60 || [ $? -eq 1 ]
}
points() {
    run run "$@" | grep --extended-regexp '^  [✓✗?]'
}

echo "The specialist's output, as it was published"
points Scenarios/autopsy/specialist/2-does-not-parse.yaml --on Scenarios/samples/specialist.md
echo
echo "The specialist's output, with the 0 that it lost put back"
sed 's/y > ;/y > 0;/' Scenarios/samples/specialist.md > "$folder/specialist-repaired.md"
points Scenarios/autopsy/specialist/[!2]*.yaml --on "$folder/specialist-repaired.md"
echo
echo "The generalist's output, as it was published"
points Scenarios/autopsy/generalist --on Scenarios/samples/generalist.md
echo
echo "What both amount to, and what they would with their slips repaired"
run check Scenarios/samples/specialist.md Scenarios/samples/generalist.md | grep --extended-regexp '^(specialist|generalist)|^  repair'
