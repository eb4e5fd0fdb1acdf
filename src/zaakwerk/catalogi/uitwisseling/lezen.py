"""Lezen: one object of a file as typed values; other objects that it names are known by their names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from zaakwerk.catalogi.fields import GerelateerdeZaaktypen, NamedLink, NamedLinks
from zaakwerk.catalogi.uitwisseling.soorten import SOORTEN, Inhoud, Soort
from zaakwerk.catalogi.uitwisseling.verslag import Uitkomst
from zaakwerk.zgw.groups import Group, ListOf, normalise, read_fields
from zaakwerk.zgw.kinds import Boolean, Duration, Faulty, Field, camel, fault, to_boolean
from zaakwerk.zgw.links import worker_origin
from zaakwerk.zgw.problems import OBJECT_LEVEL, Violation

NO_DURATION = frozenset({"P0D", "P0Y", "P0M", "P0W", "PT0S", "P0DT0H0M0S", "P0Y0M0D"})
EMPTY: tuple[Any, ...] = ("", None, False, [], {})


@dataclass
class Stuk:
    """One object of a file on its way into the register."""

    soort: Soort
    raw: Mapping[str, Any]
    url: str
    uuid: UUID | None
    values: dict[str, Any] = field(default_factory=dict)
    is_concept: bool = True
    redenen: list[str] = field(default_factory=list)
    uitkomst: Uitkomst = Uitkomst.NIEUW
    # The row in the register, once there is one; `bestond` when it was there before.
    instance: Any = None
    bestond: bool = False
    is_dubbel: bool = False
    ouder: "Stuk | None" = None

    def weiger(self, *redenen: str) -> None:
        """This object cannot be taken over."""
        self.uitkomst = Uitkomst.CONFLICT
        self.redenen += redenen

    @property
    def is_vast(self) -> bool:
        """Whether this version was published before the import, so that its parts stay as they are."""
        return self.bestond and not getattr(self.instance, "concept", True)

    def sleutel(self, names: Sequence[str]) -> tuple[Any, ...]:
        """The values of these columns."""
        return tuple(self.values.get(name) for name in names)

    @property
    def naam(self) -> str:
        """What people call it, as far as it can be read."""
        keys = {name: camel(name) for name in self.soort.sleutel}
        known = [self.values.get(name, self.raw.get(key)) for name, key in keys.items()]
        parts = [str(value)[:80] for value in known if value not in (None, "")]
        if self.soort.bestand == "StatusType":
            parts.append(str(self.raw.get("omschrijving", ""))[:80])
        name = " ".join(parts) or self.url or "zonder naam"
        return f"{name} ({self.ouder.naam})" if self.ouder and self.soort.ouder == "zaaktype" else name


def lees(inhoud: Inhoud) -> dict[str, Stuk]:
    """Every object by URL, read as far as that goes without the register; what is wrong stands in it."""
    stukken: dict[str, Stuk] = {}
    for soort in SOORTEN:
        for number, raw in enumerate(inhoud.get(soort.bestand, [])):
            stuk = begin(soort, raw, number)
            if stuk.url in stukken:
                stuk.weiger(f"de URL {stuk.url} staat twee keer in het bestand")
                stuk.url = f"{soort.bestand}/{number}"
            stukken[stuk.url] = stuk
    for stuk in stukken.values():
        vul(stuk, stukken)
    return stukken


def begin(soort: Soort, raw: Mapping[str, Any], number: int) -> Stuk:
    """An object of which only the URL was looked at."""
    url = raw.get("url")
    if not isinstance(url, str) or not url:
        return Stuk(soort, raw, f"{soort.bestand}/{number}", None)
    return Stuk(soort, raw, url, uuid_of(url))


def uuid_of(url: str) -> UUID | None:
    """The uuid at the end of a URL."""
    try:
        return UUID(url.rstrip("/").rpartition("/")[2])
    except ValueError:
        return None


def vul(stuk: Stuk, stukken: Mapping[str, Stuk]) -> None:
    """The typed values of an object, and every fault in it."""
    body = normalise(stuk.raw, stuk.soort.velden)
    faults: list[Violation] = []
    for found in stuk.soort.velden:
        if found.name in body:
            try:
                body[found.name] = eased(found, by_name(found, stuk, body[found.name], stukken))
            except Faulty as problem:
                faults += [Violation(v.code, v.reason, found.key) for v in problem.violations]
                del body[found.name]
    known = [found for found in stuk.soort.velden if found.key not in {v.name for v in faults}]
    stuk.values, more = read_fields(known, body, worker_origin())
    try:
        stuk.is_concept = to_boolean(stuk.raw.get("concept", True))
    except Faulty as problem:
        faults += [Violation(v.code, v.reason, "concept") for v in problem.violations]
    if faults or more:
        stuk.weiger(*map(in_words, [*faults, *more]))


def in_words(violation: Violation) -> str:
    """A fault with the name of the attribute before it."""
    return violation.reason if violation.name == OBJECT_LEVEL else f"{violation.name}: {violation.reason}"


def by_name(found: Field, stuk: Stuk, raw: Any, stukken: Mapping[str, Stuk]) -> Any:
    """A relation with names in the place of URLs; any other value as it is. Raises Faulty."""
    if isinstance(found, NamedLink):
        return name_behind(raw, stukken)
    if isinstance(found, NamedLinks):
        names = stuk.raw.get(stuk.soort.namen.get(found.name, ""))
        if isinstance(names, list):
            return names
        return [name_behind(item, stukken) for item in raw] if isinstance(raw, list) else raw
    if isinstance(found, GerelateerdeZaaktypen) and isinstance(raw, list):
        relaties = [related(item, stukken) for item in raw]
        return [item for number, item in enumerate(relaties) if item not in relaties[:number]]
    return raw


def related(relatie: Any, stukken: Mapping[str, Stuk]) -> Any:
    """A relation to a zaaktype by its identificatie."""
    if not isinstance(relatie, Mapping):
        return relatie
    name = relatie.get("zaaktypeIdentificatie") or name_behind(relatie.get("zaaktype"), stukken)
    kept = {key: value for key, value in relatie.items() if key != "zaaktypeIdentificatie"}
    return {**kept, "zaaktype": name}


def name_behind(raw: Any, stukken: Mapping[str, Stuk]) -> Any:
    """The name of the type a URL points at in the same file; a name as it is. Raises Faulty."""
    if not isinstance(raw, str) or not raw.startswith(("http://", "https://")):
        return raw
    if raw not in stukken:
        raise fault("does_not_exist", f"{raw} staat niet in het bestand.")
    target = stukken[raw].raw
    return target.get("identificatie", target.get("omschrijving"))


def eased(found: Field, raw: Any) -> Any:
    """A value as other systems write "nothing": an empty duration, or a group of empty values, is null."""
    if isinstance(found, Duration) and isinstance(raw, str) and raw in NO_DURATION:
        return None if found.nullable else "" if found.default == "" else raw
    if isinstance(found, ListOf) and isinstance(raw, list):
        return [eased(found.item, item) for item in raw]
    if isinstance(found, Group) and isinstance(raw, Mapping):
        parts = {part.key: part for part in found.fields}
        group = {key: eased(parts[key], value) if key in parts else value for key, value in raw.items()}
        return None if found.nullable and all(value in EMPTY for value in group.values()) else group
    if isinstance(found, Boolean) and raw is None and not found.is_required and not found.nullable:
        return found.default
    return raw
