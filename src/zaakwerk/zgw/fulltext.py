"""Full text: finds objects by the words in them, on both databases; the index is a table beside the model's.

    INDEX = Index("zaken_zoektekst", words=("omschrijving", "toelichting"), names=("identificatie",))

    operations = [INDEX.operation()]                           in a migration, written out once more there
    INDEX.put(zaak.pk, omschrijving="…", identificatie="…")    in the transaction of the change
    INDEX.remove([zaak.pk])                                    when it goes; nothing does this by itself
    visible_to(actor).filter(INDEX.matches("schutting"))       beside any other condition

SQLite: FTS5, words without accents. PostgreSQL: a tsvector with Dutch stems and the words as written. Every
word asked for must occur, each as the beginning of a word. What a person types cannot be wrong: only its
letters and digits count.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, migrations
from django.db.models import Q
from django.db.models.expressions import RawSQL

WORD = re.compile(r"[^\W_]+")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
MOST_TERMS, LONGEST_TERM = 12, 60
# Of one column, in bytes: some 120 pages. PostgreSQL's index of one row ends at a megabyte.
MOST_TEXT = 300_000
LETTERS = "ABCD"


@dataclass(frozen=True)
class Index:
    """A full-text index with a row per object, by its primary key; at most four columns.

    `words` are columns in Dutch; `names` are searched as written: names, numbers, codes.
    """

    table: str
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 < len(self.columns) <= len(LETTERS):
            raise ValueError(f"{self.table} has {len(self.columns)} columns")

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column, in the order of the table."""
        return (*self.words, *self.names)

    @property
    def key(self) -> str:
        """The column that holds the primary key of the object."""
        return "rowid" if connection.vendor == "sqlite" else "id"

    def operation(self) -> migrations.RunPython:
        """Makes the table in a migration, and takes it away in its reverse."""

        def make(apps: Any, editor: Any) -> None:
            for statement in self.statements():
                editor.execute(statement)

        def drop(apps: Any, editor: Any) -> None:
            editor.execute(f"DROP TABLE {self.table}")

        return migrations.RunPython(make, drop)

    def statements(self) -> list[str]:
        """The SQL that makes the table."""
        if connection.vendor == "sqlite":
            options = "tokenize='unicode61 remove_diacritics 2', prefix='2 3'"
            return [f"CREATE VIRTUAL TABLE {self.table} USING fts5({', '.join(self.columns)}, {options})"]
        columns = ", ".join(f"{name} text NOT NULL DEFAULT ''" for name in self.columns)
        return [
            f"CREATE TABLE {self.table} (id bigint PRIMARY KEY, {columns}, vector tsvector NOT NULL)",
            f"CREATE INDEX {self.table}_vector ON {self.table} USING gin (vector)",
        ]

    def put(self, pk: int, **texts: str) -> None:
        """Writes columns of one object within the caller's transaction; those not given stay as they are."""
        self.put_many({pk: texts})

    def put_many(self, objects: Mapping[int, Mapping[str, str]]) -> None:
        """The same for many objects, of which the same columns are given, in one statement."""
        rows = [(pk, {name: clean(text) for name, text in texts.items()}) for pk, texts in objects.items()]
        if not rows:
            return
        given = [name for name in self.columns if name in rows[0][1]]
        sqlite = connection.vendor == "sqlite"
        sql = self.replace_sql(given) if sqlite else self.upsert_sql(given)
        with connection.cursor() as cursor:
            cursor.executemany(sql, [self.values(pk, given, texts, sqlite) for pk, texts in rows])

    def values(self, pk: int, given: Sequence[str], texts: Mapping[str, str], sqlite: bool) -> list[Any]:
        """The parameters of one row; PostgreSQL gets every text as its words too."""
        kept = [texts[name] for name in given]
        if sqlite:
            return [pk, *kept, *([pk] * (len(self.columns) - len(given)))]
        return [pk, *kept, *(text for name in given for text in self.lexemes(name, texts[name]))]

    def lexemes(self, name: str, text: str) -> list[str]:
        """The words of a text, once for each dictionary."""
        return [spelled(text)] * (2 if name in self.words else 1)

    def replace_sql(self, given: Sequence[str]) -> str:
        """SQLite: the whole row anew, with what was in the other columns."""
        others = [name for name in self.columns if name not in given]
        found = f"FROM {self.table} WHERE rowid = %s"
        kept = [f"coalesce((SELECT {name} {found}), '')" for name in others]
        values = ", ".join([*["%s"] * (1 + len(given)), *kept])
        columns = ", ".join(["rowid", *given, *others])
        return f"INSERT OR REPLACE INTO {self.table} ({columns}) SELECT {values}"

    def upsert_sql(self, given: Sequence[str]) -> str:
        """PostgreSQL: each column has a weight of its own, by which the other columns' words are kept."""
        others = "".join(self.letter(name).lower() for name in self.columns if name not in given)
        vector = " || ".join(self.vector(name) for name in given)
        kept = f"ts_filter({self.table}.vector, '{{{','.join(others)}}}') || " if others else ""
        changes = ", ".join([f"{name} = excluded.{name}" for name in given])
        columns, values = ", ".join(given), ", ".join(["%s"] * len(given))
        return (
            f"INSERT INTO {self.table} (id, {columns}, vector) VALUES (%s, {values}, {vector}) "  # noqa: S608
            f"ON CONFLICT (id) DO UPDATE SET {changes}, vector = {kept}excluded.vector"
        )

    def letter(self, name: str) -> str:
        """The weight under which the words of a column are kept."""
        return LETTERS[self.columns.index(name)]

    def vector(self, name: str) -> str:
        """The words of a column: as written, and for Dutch by their stem as well."""
        kinds = ("simple", "dutch") if name in self.words else ("simple",)
        return " || ".join(f"setweight(to_tsvector('{kind}', %s), '{self.letter(name)}')" for kind in kinds)

    def remove(self, pks: Iterable[int]) -> None:
        """Takes objects out, within the caller's transaction."""
        given = list(pks)
        if given:
            marks = ", ".join(["%s"] * len(given))
            with connection.cursor() as cursor:
                cursor.execute(f"DELETE FROM {self.table} WHERE {self.key} IN ({marks})", given)  # noqa: S608

    def matches(self, query: str, path: str = "pk") -> Q:
        """The condition that an object, at `path`, holds every word asked for; without a word none does."""
        found = terms(query)
        if not found:
            return Q(pk__in=[])
        sql, params = self.selection(found)
        return Q(**{f"{path}__in": RawSQL(sql, params)})  # noqa: S611 - words go as parameters

    def selection(self, found: Sequence[str]) -> tuple[str, list[str]]:
        """SQL for the primary keys of what holds all of these terms, with its parameters."""
        if connection.vendor == "sqlite":
            words = " ".join(f'"{term}"*' for term in found)
            return f"SELECT rowid FROM {self.table} WHERE {self.table} MATCH %s", [words]  # noqa: S608
        one = "(to_tsquery('simple', %s) || to_tsquery('dutch', %s))"
        query = " && ".join([one] * len(found))
        params = [f"{term}:*" for term in found for _ in range(2)]
        return f"SELECT id FROM {self.table} WHERE vector @@ ({query})", params  # noqa: S608

    def texts(self, pks: Iterable[int]) -> dict[int, dict[str, str]]:
        """What was put in the columns of objects, for showing where the words are."""
        given = list(pks)
        if not given:
            return {}
        marks, columns = ", ".join(["%s"] * len(given)), ", ".join(self.columns)
        sql = f"SELECT {self.key}, {columns} FROM {self.table} WHERE {self.key} IN ({marks})"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, given)
            rows = cursor.fetchall()
        return {row[0]: dict(zip(self.columns, row[1:], strict=True)) for row in rows}


class Folding(dict[int, int]):
    """Which letter a character counts as: small and without accents; length stays the same."""

    def __missing__(self, code: int) -> int:
        small = chr(code).lower()
        parts = list(unicodedata.normalize("NFKD", small[0]))
        folded = parts[0] if all(unicodedata.combining(mark) for mark in parts[1:]) else small[0]
        self[code] = ord(folded)
        return self[code]


FOLDING = Folding()


def fold(text: str) -> str:
    """Text as it is compared, character by character."""
    return text.lower() if text.isascii() else text.translate(FOLDING)


def clean(text: str) -> str:
    """Text as it is kept: composed letters, nothing unprintable, and not too much of it."""
    composed = UNPRINTABLE.sub(" ", unicodedata.normalize("NFKC", text[:MOST_TEXT]))
    return composed.encode()[:MOST_TEXT].decode(errors="ignore")


def spelled(text: str) -> str:
    """The words of a text with nothing between them that a parser could read a meaning into."""
    return " ".join(WORD.findall(fold(text)))


def terms(query: str) -> list[str]:
    """The words a person asks for."""
    words = WORD.findall(fold(clean(query[:2000])))
    return [word[:LONGEST_TERM] for word in dict.fromkeys(words)][:MOST_TERMS]


def hits(text: str, query: str) -> Iterator[tuple[int, int]]:
    """Where the words asked for begin and end in a text; by a shorter beginning where only a stem fits."""
    folded = fold(text)
    spans: set[tuple[int, int]] = set()
    for term in terms(query):
        for length in range(len(term), max(len(term) - 4, min(len(term), 4) - 1), -1):
            pattern = rf"(?<![^\W_]){re.escape(term[:length])}[^\W_]*"
            found = {match.span() for match in re.finditer(pattern, folded)}
            if found:
                spans |= found
                break
    yield from sorted(spans)


def excerpt(text: str, query: str, size: int = 200) -> list[tuple[str, bool]]:
    """A part of a text around the first hit, in pieces that say whether they are a hit, to be marked."""
    found = list(hits(text, query))
    start = max(0, found[0][0] - size // 3) if found else 0
    if start:
        start = text.find(" ", start, found[0][0]) + 1 or start
    end = min(len(text), start + size)
    pieces, at = [("…", False)] if start else [], start
    for begin, stop in found:
        if at <= begin < end:
            pieces += [(text[at:begin], False), (text[begin:stop], True)]
            at = stop
    pieces.append((text[at : max(at, end)] + ("…" if max(at, end) < len(text) else ""), False))
    return [(" ".join(piece.split("\n")), is_hit) for piece, is_hit in pieces if piece]
