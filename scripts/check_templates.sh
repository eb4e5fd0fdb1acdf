#!/usr/bin/env bash
# Checks form and faults of the templates; with --reformat it mends the form.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t templates < <(find src -path '*/templates/*' -name '*.html' | sort)
if [ ${#templates[@]} -eq 0 ]; then exit 0; fi
.venv/bin/djlint --quiet "${1:---check}" "${templates[@]}"
.venv/bin/djlint --quiet --lint "${templates[@]}"
