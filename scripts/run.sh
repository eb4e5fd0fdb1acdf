#!/usr/bin/env bash
# Starts Zaakwerk for a person: database up to date, demo municipality when it is empty, web and worker.
set -euo pipefail
cd "$(dirname "$0")/.."
port="${1:-8000}"

echo "zaakwerk: de database wordt bijgewerkt." >&2
.venv/bin/zaakwerk migrate
echo "zaakwerk: de demogemeente wordt klaargezet als de database leeg is." >&2
.venv/bin/zaakwerk demo --if-empty
exec .venv/bin/zaakwerk serve --port "$port"
