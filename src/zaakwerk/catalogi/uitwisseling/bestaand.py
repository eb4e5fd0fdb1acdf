"""Bestaand: which objects of a file the register has already, found with one statement per kind."""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from zaakwerk.catalogi.uitwisseling.lezen import Stuk
from zaakwerk.catalogi.uitwisseling.soorten import SOORTEN, Soort
from zaakwerk.catalogi.uitwisseling.verslag import Uitkomst
from zaakwerk.zgw.commands import lock_row
from zaakwerk.zgw.links import worker_origin

Key = tuple[Any, ...]
CHUNK = 500


class Bestaand:
    """The rows of the register below the parents of the file, by what identifies them."""

    def __init__(self, behoud_uuid: bool) -> None:
        self.behoud_uuid = behoud_uuid
        self.rows: dict[Key, Any] = {}
        self.others: dict[Key, Any] = {}
        self.taken: dict[UUID, Any] = {}
        self.seen: Counter[Key] = Counter()

    def laad(self, soort: Soort, stukken: list[Stuk]) -> None:
        """Reads what one kind may meet."""
        self.seen.clear()
        parents = {stuk.ouder.instance.pk for stuk in stukken if stuk.ouder and stuk.ouder.instance}
        below = list(self.below(soort, parents))
        self.rows = {self.key_of_row(soort, row, soort.sleutel): row for row in below}
        self.others = {self.key_of_row(soort, row, soort.ook_uniek): row for row in below}
        uuids = [stuk.uuid for stuk in stukken if stuk.uuid] if self.behoud_uuid else []
        self.taken = {row.uuid: row for row in in_chunks(soort, "uuid__in", uuids)}

    def below(self, soort: Soort, parents: set[int]) -> Iterable[Any]:
        """Every row below the parents; a kind without parent is read whole."""
        if not soort.ouder:
            return soort.resource.model._default_manager.all()
        return in_chunks(soort, f"{soort.ouder}__in", sorted(parents))

    def key_of_row(self, soort: Soort, row: Any, names: tuple[str, ...]) -> Key:
        """What identifies a row."""
        parent = getattr(row, f"{soort.ouder}_id") if soort.ouder else None
        return (parent, *(getattr(row, name) for name in names))

    def key_of(self, stuk: Stuk, names: tuple[str, ...]) -> Key:
        """What identifies an object of the file."""
        parent = stuk.ouder.instance.pk if stuk.ouder and stuk.ouder.instance else None
        return (parent, *stuk.sleutel(names))

    def herken(self, stuk: Stuk) -> None:
        """Finds the row that an object is; says so when the two cannot be one."""
        if stuk.soort.ouder and (stuk.ouder is None or stuk.ouder.instance is None):
            return
        key = self.key_of(stuk, stuk.soort.sleutel)
        if stuk.uitkomst is Uitkomst.CONFLICT and None in key[1:]:
            return
        self.seen[key] += 1
        if self.seen[key] > 1:
            self.again(stuk)
            return
        row = self.rows.get(key)
        if stuk.soort.ook_uniek:
            self.herken_tweede(stuk, row)
        if row is not None:
            self.adopt(stuk, row)
        elif stuk.uuid in self.taken:
            stuk.weiger(f"de UUID {stuk.uuid} is hier al van {self.taken[stuk.uuid]}")

    def herken_tweede(self, stuk: Stuk, row: Any) -> None:
        """Says so when the second set of columns is another's, in the file or in the register."""
        names = " en ".join(stuk.soort.ook_uniek)
        key = self.key_of(stuk, stuk.soort.ook_uniek)
        self.seen[names, *key] += 1
        other = self.others.get(key)
        if self.seen[names, *key] > 1:
            stuk.weiger(f"{names} {key[-1]} staat twee keer in het bestand")
        elif other is not None and other != row:
            stuk.weiger(f"{names} {key[-1]} is hier al van {other}")

    def again(self, stuk: Stuk) -> None:
        """An object met before; older systems relate a zaaktype to each version of one kind of document."""
        if stuk.soort.ook_uniek and stuk.uitkomst is not Uitkomst.CONFLICT:
            stuk.uitkomst, stuk.is_dubbel = Uitkomst.GELIJK, True
            stuk.redenen.append("dezelfde relatie staat al eerder in het bestand")
        else:
            stuk.weiger("staat twee keer in het bestand")

    def adopt(self, stuk: Stuk, row: Any) -> None:
        """The object is this row."""
        stuk.instance, stuk.bestond = row, True
        if stuk.soort.ouder and stuk.ouder:
            setattr(row, stuk.soort.ouder, stuk.ouder.instance)
        if stuk.soort.bestand == "Catalogus":
            # Two imports into one catalogus wait for each other here.
            lock_row(row)
        if self.behoud_uuid and stuk.uuid and stuk.uuid != row.uuid:
            stuk.weiger(f"staat hier al onder de UUID {row.uuid}; de UUID van het bestand kan niet blijven")

    def achter(self, kind: str, url: Any) -> Any:
        """The row of the register behind one of our own URLs; None when there is none."""
        soort = next(soort for soort in SOORTEN if soort.bestand.lower() == kind)
        path = worker_origin().local_path(url) if isinstance(url, str) else None
        uuid = soort.resource.uuid_in(path) if path else None
        related = ("catalogus",) if kind == "zaaktype" else ()
        manager = soort.resource.model._default_manager
        return manager.select_related(*related).filter(uuid=uuid).first() if uuid else None


def in_chunks(soort: Soort, lookup: str, values: list[Any]) -> Iterable[Any]:
    """The rows with one of many values; databases take a limited number of parameters."""
    for start in range(0, len(values), CHUNK):
        yield from soort.resource.model._default_manager.filter(**{lookup: values[start : start + CHUNK]})
