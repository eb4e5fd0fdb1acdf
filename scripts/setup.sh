#!/usr/bin/env bash
# Makes or refreshes .venv, the translations and the style assets; done in a second when nothing changed.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { echo "zaakwerk: $*" >&2; }
fail() { say "$*"; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif sudo -n true 2>/dev/null; then sudo -n "$@"
    else return 1
    fi
}

require_python() {
    command -v python3 >/dev/null || fail "python3 ontbreekt. Installeer Python 3.11 of nieuwer."
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$(python3 --version) is te oud. Zaakwerk heeft Python 3.11 of nieuwer nodig."
    python3 -c 'import ensurepip, venv' 2>/dev/null && return
    local package
    package="python$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    say "python3-venv ontbreekt; ik installeer $package."
    { command -v apt-get >/dev/null && as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null; } ||
        fail "$package kon niet worden geïnstalleerd. Doe dit als beheerder: apt-get install $package"
}

# One run at a time in a checkout: two installs in one .venv damage each other.
exec 9<Makefile
flock 9

wanted="$(pwd) $(python3 --version 2>&1) $(cat requirements/dev.txt pyproject.toml scripts/setup.sh | sha256sum | cut -c1-64)"
if [ "$(cat .venv/.ready 2>/dev/null)" != "$wanted" ]; then
    require_python
    # Scripts in a virtualenv hold its address: a moved or half-made one is made anew.
    made_for="$(cat .venv/.made-for 2>/dev/null || true)"
    if [ ! -x .venv/bin/pip ] || { [ -n "$made_for" ] && [ "$made_for" != "$(pwd)" ]; }; then
        say "Ik maak de omgeving .venv."
        rm -rf .venv
        python3 -m venv .venv
    fi
    pwd >.venv/.made-for
    say "Ik installeer de vastgelegde pakketten (requirements/dev.txt)."
    .venv/bin/python -m pip install -q --no-input --disable-pip-version-check --require-hashes -r requirements/dev.txt
    .venv/bin/python -m pip install -q --no-input --disable-pip-version-check --no-deps --no-build-isolation -e .
    echo "$wanted" >.venv/.ready
fi
.venv/bin/python scripts/messages.py compile
.venv/bin/python scripts/build_assets.py
