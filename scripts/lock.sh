#!/usr/bin/env bash
# Compiles requirements/*.in to locks for all platforms: hashes, no index address, no machine path.
set -euo pipefail
cd "$(dirname "$0")/.."
for name in base extras dev; do
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header "$@" -o "requirements/$name.txt" "requirements/$name.in"
done
