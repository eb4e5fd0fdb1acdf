#!/usr/bin/env bash
# Installs what only the tests need: PostgreSQL 15 or newer and Chromium with plain fonts.
set -euo pipefail

say() { echo "zaakwerk: $*" >&2; }

has_postgresql() {
    local directory version
    for directory in /usr/lib/postgresql/*/bin; do
        version="$(basename "$(dirname "$directory")")"
        if [ -x "$directory/initdb" ] && [ "$version" -ge 15 ]; then return 0; fi
    done
    return 1
}
has_chromium() { command -v chromium >/dev/null; }

missing=()
has_postgresql || missing+=(postgresql)
has_chromium || missing+=(chromium fonts-dejavu-core fonts-liberation)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" = 0 ]; then root=(env)
elif sudo -n true 2>/dev/null; then root=(sudo -n env)
else
    say "Voor de tests ontbreekt: ${missing[*]}. Doe dit als beheerder: apt-get install ${missing[*]}"
    exit 1
fi
command -v apt-get >/dev/null || { say "Voor de tests ontbreekt: ${missing[*]}. Installeer dit eerst."; exit 1; }
say "Ik installeer voor de tests: ${missing[*]}"
"${root[@]}" DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
has_postgresql || { say "PostgreSQL 15 of nieuwer is niet te installeren op deze machine."; exit 1; }
has_chromium || { say "Chromium is niet te installeren op deze machine."; exit 1; }
