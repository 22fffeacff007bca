#!/usr/bin/env bash
# Builds everything and runs all tests. The last lines are the test runner's own
# summary and one line that says how it went.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT

echo "test: building (debug)"
swift build --build-tests
echo "test: running all tests"
status=0
swift test --skip-build --disable-xctest 2>&1 | tee "$log" || status=$?

echo
grep -E 'Test run with' "$log" | tail -n 1 || echo "test: the test runner printed no summary"
if [ "$status" -eq 0 ]; then
    echo "test: passed"
else
    echo "test: FAILED (swift test ended with exit code $status); the failures are above" >&2
fi
exit "$status"
