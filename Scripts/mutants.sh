#!/usr/bin/env bash
# Judges mutants of the project's own games, and the games themselves, and holds the
# verdicts against what the table of slips says. SEED=2 makes other mutants, SAMPLE=40
# takes some of them; the results stay in .build/mutants for another look.
set -euo pipefail
cd "$(dirname "$0")/.."

playproof="$(swift build --configuration release --show-bin-path)/playproof"
folder=.build/mutants
rm -rf "$folder"
node Tests/Mutants/make.mjs --out "$folder" --seed "${SEED:-1}" ${SAMPLE:+--sample "$SAMPLE"}
node Tests/Mutants/make.mjs --list | tail -n 1

status=0
"$playproof" check Tests/Fixtures/own/*/ "$folder"/*.html --reporter jsonl --output "$folder/results.jsonl" || status=$?
[ "$status" -le 1 ] || [ "$status" -eq 3 ] || exit "$status"
"$playproof" report agreement "$folder/results.jsonl" --key "$folder/key.jsonl" Tests/Fixtures/own/truth.jsonl
