"""Messages: collects the Dutch texts of code and templates for the English translation, and compiles it.

`extract` updates src/zaakwerk/locale/en/LC_MESSAGES/django.po (what is new has an empty translation);
`compile` writes the .mo beside it when the .po is newer. Babel does both: no gettext tools are needed.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "zaakwerk"
TRANSLATIONS = SOURCE / "locale"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def sources() -> Iterator[tuple[Path, str]]:
    """Each file that may hold texts, as Python that Babel reads: templates go through Django's templatize."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()
    for path in sorted(SOURCE.rglob("*.py")):
        if "tests" not in path.parts and "migrations" not in path.parts:
            yield path, path.read_text(encoding="utf-8")
    for path in sorted(SOURCE.rglob("templates/**/*")):
        if path.suffix in (".html", ".txt"):
            # What templatize leaves is calls among blanks; between brackets its indentation means nothing.
            yield path, f"(\n{templatize(path.read_text(encoding='utf-8'), origin=str(path))}\n)"


def collect() -> Catalog:
    """All texts in use, with the files they are in; no line numbers, so that moving code changes nothing."""
    catalog = Catalog(project="zaakwerk", charset="utf-8")
    for path, text in sources():
        place = str(path.relative_to(SOURCE.parent))
        found = extract("python", io.BytesIO(text.encode()), KEYWORDS, ("Vertaler:",))
        for _, message, comments, context in found:
            catalog.add(message, None, [(place, 0)], auto_comments=comments, context=context)
    return catalog


def po_file(language: str) -> Path:
    """Where the translation into a language is."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "django.po"


def load(language: str) -> Catalog:
    """The translation so far; empty when there is none yet."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language, project="zaakwerk", charset="utf-8")
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def updated(language: str) -> Catalog:
    """The translation with the texts in use now: new ones empty, vanished ones gone, nothing guessed."""
    catalog = load(language)
    catalog.update(collect(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def untranslated(catalog: Catalog) -> list[str]:
    """The texts without a finished translation."""
    return [
        str(message.id)
        for message in catalog
        if message.id and (message.fuzzy or not all(as_forms(message.string)))
    ]


def as_forms(string: object) -> tuple[object, ...]:
    """Singular and plural alike."""
    return string if isinstance(string, tuple) else (string,)


def write(catalog: Catalog, path: Path) -> None:
    """Writes the .po without dates and line numbers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalog, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True)


def compile_all() -> None:
    """Compiles each translation whose .po is newer than its .mo."""
    for path in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po")):
        target = path.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < path.stat().st_mtime:
            with path.open("rb") as stream, target.open("wb") as compiled:
                write_mo(compiled, read_po(stream))


def main() -> int:
    """Extracts or compiles; extracting says how many texts wait for a translation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["extract", "compile"])
    if parser.parse_args().action == "extract":
        catalog = updated("en")
        write(catalog, po_file("en"))
        waiting = untranslated(catalog)
        print(f"{len(catalog)} teksten, {len(waiting)} zonder Engelse vertaling.")
        for text in waiting:
            print(f"  {text}")
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
