#!/usr/bin/env bash
# Builds everything and runs all tests. The last lines are the test runner's own
# summary and one line that says how it went. Whatever happens, it comes to an
# end, and nothing that it started goes on.
set -euo pipefail
cd "$(dirname "$0")/.."

# Seconds that the tests may take; a quiet machine with two processors needs 300.
limit=${PLAYPROOF_TEST_SECONDS:-2400}
run=$$-$(date +%s)
log=$(mktemp)
runner=
timer=

# The processes of the test run that have not ended: those of the runner's
# session, and those in other sessions that have its mark in their environment.
members() {
    {
        pgrep --session "$runner" --runstates D,R,S,T,t,I || true
        grep --files-with-matches --null-data --line-regexp --no-messages "PLAYPROOF_TEST_RUN=$run" /proc/[0-9]*/environ | cut -d / -f 3 || true
    } | sort --unique
}

stop_all() {
    local processes
    [ -n "$runner" ] || return 0
    for _ in 1 2 3 4 5; do
        processes=$(members)
        [ -n "$processes" ] || return 0
        # shellcheck disable=SC2086
        kill -KILL $processes 2>/dev/null || true
        { wait "$runner" || true; } 2>/dev/null
        sleep 0.5
    done
}

# Tests of which the log tells that they started, and not that they ended. It
# tells of single cases only that they started.
unfinished() {
    sed -nE '/^[^ ]+ Test (run|case) /d; s/^[^ ]+ Test (.*) started\.$/\1/p; s/^[^ ]+ Test (.*) (passed|failed) after .*/-\1/p' "$log" |
        sed -E 's/ with [0-9]+ test cases?$//' |
        awk '/^-/ { count[substr($0, 2)]--; next } { count[$0]++ } END { for (name in count) if (count[name] > 0) print "  " name }' | sort
}

# What may tell why the runner doesn't come to an end.
tell_state() {
    echo "test: tests that started and did not end:"
    unfinished | head -n 60
    echo "test: processes of the run:"
    members | xargs --no-run-if-empty ps -o pid,ppid,stat,etime,time,wchan:24,args -p | cut -c 1-180
    echo "test: threads of the runner:"
    if command -v gdb >/dev/null; then
        timeout 120 gdb --batch --pid "$runner" -ex 'thread apply all backtrace 12' 2>/dev/null | grep -E '^(Thread|#)' | cut -c 1-180 || true
    else
        ps -L -o tid,stat,time,wchan:32,comm -p "$runner" || true
    fi
}

trap 'stop_all; [ -z "$timer" ] || kill "$timer" 2>/dev/null || true; rm -f "$log"' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

echo "test: building (debug)"
swift build --build-tests
echo "test: running all tests"
# The runner is started as `swift test` would, which holds output back and has no
# option for how many tests run at once: twice as many as there are processors,
# for some wait for child processes.
tests=$(swift build --show-bin-path)/playproofPackageTests.xctest
NO_COLOR=1 SWIFT_BACKTRACE=enable=yes,color=no,interactive=no PLAYPROOF_TEST_RUN=$run setsid "$tests" --testing-library swift-testing \
    --experimental-maximum-parallelization-width "$((2 * $(nproc)))" > >(tee "$log") 2>&1 &
runner=$!
sleep "$limit" &
timer=$!
status=0
wait -n "$runner" "$timer" || status=$?
if kill -0 "$timer" 2>/dev/null; then
    what="the test runner ended with exit code $status; the failures are above"
else
    what="the tests were not done after $limit s and were stopped"
    status=124
    tell_state
fi
left=$(members)
if [ "$status" -ne 124 ] && [ -n "$left" ]; then
    echo "test: processes that tests left behind, which are stopped now:"
    echo "$left" | xargs ps -o pid,ppid,etime,args -p | cut -c 1-180 || true
fi
stop_all

echo
grep -E 'Test run with' "$log" | tail -n 1 || echo "test: the test runner printed no summary"
if [ "$status" -eq 0 ]; then
    echo "test: passed"
else
    echo "test: FAILED ($what)" >&2
fi
exit "$status"
