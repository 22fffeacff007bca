#!/usr/bin/env bash
# Judges many answers twice: in three shards with 1, 2 and 4 workers, and in one run of which a worker is killed every
# second. Both must give the same records, times aside. Prints what memory the parent takes on the way.
# COUNT=1000 takes fewer answers, SEED=2 makes others; the results stay in .build/storm for another look. Each page is only
# asked whether it loads without an error, for it must be judged between two kills.
set -euo pipefail
cd "$(dirname "$0")/.."

playproof="$(swift build --configuration release --show-bin-path)/playproof"
count=${COUNT:-10000}
folder=.build/storm
rm -rf "$folder"
mkdir -p "$folder"
node Tests/Storm/make.mjs "$count" "${SEED:-1}" > "$folder/answers.jsonl"
judge=("$playproof" run Tests/Storm/quiet.yaml --on "$folder/answers.jsonl" --quiet --reporter jsonl)

# Some of the answers fail, which is no failure of the run.
may_fail() { "$@" || [ $? -eq 1 ]; }
timeless() {
    sed --regexp-extended 's/,"cpuSeconds":[0-9.e-]+,"peakMemoryMB":[0-9.]+//'
}

for shard in 1 2 3; do
    workers=$((1 << (shard - 1)))
    echo "storm: judging shard $shard of 3 with $workers worker$([ $workers = 1 ] || echo s)"
    may_fail "${judge[@]}" --shard "$shard/3" --workers $workers --output "$folder/part-$shard.jsonl"
done
"$playproof" report merge "$folder"/part-{1,2,3}.jsonl --reporter jsonl --output "$folder/calm.jsonl"

echo "storm: judging all $count while a worker is killed every second"
"${judge[@]}" --workers 4 --output "$folder/stormy.jsonl" &
parent=$!
kills=0
while sleep 1 && kill -0 "$parent" 2> /dev/null; do
    worker=$(pgrep -P "$parent" | shuf -n 1 || true)
    if [ -n "$worker" ] && kill -KILL "$worker" 2> /dev/null; then kills=$((kills + 1)); fi
    lines=$(wc -l 2> /dev/null < "$folder/stormy.jsonl.partial" || true)
    memory=$(sed -n 's/^RssAnon:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$parent/status" 2> /dev/null || true)
    [ -z "$memory" ] || [ -z "$lines" ] || echo "$lines $((memory * 1024 / 100000))" >> "$folder/memory"
done
may_fail wait "$parent"

cmp <(timeless < "$folder/calm.jsonl") <(timeless < "$folder/stormy.jsonl")
echo "storm: $(wc -l < "$folder/stormy.jsonl") records; $kills workers were killed, and no result is another one"
sed --regexp-extended 's/.*"verdict":"([a-z]+)".*/\1/' "$folder/stormy.jsonl" | sort | uniq --count | awk '{ print "storm: " $1 " " $2 }'
awk '{ memory = $2 / 10 } $1 >= 1000 && !early { early = 1; print "storm: the parent had " memory " MB after " $1 " records" }
     END { print "storm: the parent had " memory " MB after " $1 " records" }' "$folder/memory"
