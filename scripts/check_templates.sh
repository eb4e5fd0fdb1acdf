#!/usr/bin/env bash
# Checks form and faults of the templates; with --reformat it mends the form.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t templates < <(find src -path '*/templates/*' -name '*.html' | sort)
if [ ${#templates[@]} -eq 0 ]; then exit 0; fi
.venv/bin/djlint --quiet "${1:---check}" "${templates[@]}"
# H052: without scripts the progress of a job is looked at again by the browser itself, only while it runs.
.venv/bin/djlint --quiet --lint --per-file-ignores 'werkplek/opdracht\.html' H052 "${templates[@]}"
