#!/usr/bin/env bash
# Judges a mixed set, the project's own games and mutants of them, and prints what it takes: games a second, memory of the
# parent and of a worker, and how much of the processor time goes into the games' own scripts. SAMPLE=100 takes more
# mutants, WORKERS=4 more workers; the results stay in .build/figures for another look.
set -euo pipefail
cd "$(dirname "$0")/.."

playproof="$(swift build --configuration release --show-bin-path)/playproof"
workers=${WORKERS:-$(nproc)}
folder=.build/figures
rm -rf "$folder"
node Tests/Mutants/make.mjs --out "$folder" --sample "${SAMPLE:-43}"

"$playproof" check Tests/Fixtures/own/*/ "$folder"/*.html --workers "$workers" --quiet --reporter jsonl --output "$folder/results.jsonl" &
parent=$!
start=$(date +%s%3N)
while kill -0 "$parent" 2> /dev/null; do
    sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$parent/status" > "$folder/memory.new" 2> /dev/null || true
    [ ! -s "$folder/memory.new" ] || mv "$folder/memory.new" "$folder/memory"
    sleep 0.2
done
wait "$parent" || [ $? -eq 1 ] || [ $? -eq 3 ]
seconds=$(node -p "($(date +%s%3N) - $start) / 1000")

# The same once more by one worker, which tells what the scripts took; a worker has no limits, so that pages that hang are left out.
node -e '
    const { readFileSync } = require("fs");
    const records = readFileSync(process.argv[1], "utf8").trim().split("\n").map(JSON.parse);
    for (const { id, source, failure } of records) {
        if (failure === "performance" || failure === "resource") continue;
        const html = readFileSync(source.endsWith(".html") ? source : source + "/index.html", "utf8");
        console.log(JSON.stringify({ id, page: { html } }));
    }' "$folder/results.jsonl" > "$folder/jobs.jsonl"
"$playproof" worker < "$folder/jobs.jsonl" | grep -E '^\{"(log|result)":' > "$folder/worker.jsonl"

node -e '
    const { readFileSync } = require("fs");
    const lines = (file) => readFileSync(`${process.argv[1]}/${file}`, "utf8").trim().split("\n").map(JSON.parse);
    const [seconds, workers] = process.argv.slice(2).map(Number);
    const records = lines("results.jsonl");
    const counts = {};
    for (const { verdict } of records) counts[verdict] = (counts[verdict] ?? 0) + 1;
    const sum = (list) => list.reduce((total, value) => total + value, 0);
    const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];
    const processor = sum(records.map(({ cpuSeconds }) => cpuSeconds));
    const peaks = records.map(({ peakMemoryMB }) => peakMemoryMB);
    console.log(`${records.length} submissions: ${Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(", ")}`);
    console.log(`${(records.length / seconds).toFixed(2)} a second with ${workers} workers (${seconds.toFixed(0)} s); ${(processor / records.length).toFixed(2)} s of processor time each`);
    console.log(`parent: at most ${(readFileSync(`${process.argv[1]}/memory`, "utf8") * 1.024e-3).toFixed(0)} MB`);
    console.log(`worker: ${middle(peaks).toFixed(0)} MB in the middle, at most ${Math.max(...peaks).toFixed(0)} MB`);
    const told = lines("worker.jsonl");
    const scripts = sum(told.filter(({ log }) => log).map(({ log }) => Number(/took ([0-9.e-]+) s/.exec(log)[1])));
    const all = sum(told.filter(({ result }) => result).map(({ result }) => result.cpuSeconds));
    console.log(`outside the pages\u2019 scripts: ${(100 * (1 - scripts / all)).toFixed(0)} % of the processor time`);
    ' "$folder" "$seconds" "$workers"
