#!/usr/bin/env bash
# Runs every test on SQLite and on PostgreSQL, side by side: each run is about one core's work. Shows both outputs, one after the other.
set -uo pipefail
cd "$(dirname "$0")/.."

log="$(mktemp)"
ZAAKWERK_TEST_DATABASE=postgresql .venv/bin/python -m pytest -q "$@" >"$log" 2>&1 &
other=$!
trap 'kill "$other" 2>/dev/null; wait "$other" 2>/dev/null; rm -f "$log"' EXIT
trap 'exit 130' INT TERM

echo "== Tests op SQLite"
.venv/bin/python -m pytest -q "$@"
sqlite=$?
wait "$other"
postgresql=$?
echo "== Tests op PostgreSQL"
cat "$log"
[ "$sqlite" = 0 ] || echo "De tests op SQLite zijn niet geslaagd: zie hierboven." >&2
[ "$sqlite" = 0 ] && exit "$postgresql"
exit "$sqlite"
