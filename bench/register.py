"""Register: the zaken of the seed and everything below them, row by row, the same in every run."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from bench.catalogue import ORGANISATIE, Types
from bench.loading import Table, Value
from zaakwerk.catalogi.models import InformatieObjectType
from zaakwerk.documenten.models import (
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
    ObjectInformatieObject,
)
from zaakwerk.zaken.models import Resultaat, Rol, Status, Zaak, ZaakEigenschap, ZaakInformatieObject
from zaakwerk.zgw.links import BASE

CHUNK = 10_000
FIRST_DAY, DAYS = date(2019, 1, 1), 2_370
CALENDAR = [(FIRST_DAY + timedelta(days=number)).isoformat() for number in range(DAYS + 3_000)]
# Of the newest twentieth most are open; together 85 % of all zaken are closed.
RECENT, CLOSED_RECENT, CLOSED_OLDER = 0.05, 0.20, 0.884
WITH_DOCUMENT, WITH_HOOFDZAAK = 0.30, 0.02
LEVELS, LEVEL_WEIGHTS = (1, 3, 4, 6), (10, 60, 90, 100)
FIRST_BSN, MOST_PERSONS = 999_000_000, 90_000
PERSON = (
    '{"inpBsn": "%s", "anpIdentificatie": "", "inpA_nummer": "", "geslachtsnaam": "Bewoner", '
    '"voorvoegselGeslachtsnaam": "", "voorletters": "B.", "voornamen": "", "geslachtsaanduiding": "", '
    '"geboortedatum": "", "verblijfsadres": null, "subVerblijfBuitenland": null}'
)
EMPLOYEE = (
    '{"identificatie": "%s", "achternaam": "Behandelaar", "voorletters": "A.", "voorvoegselAchternaam": ""}'
)
KENMERKEN = '[{"kenmerk": "BENCH-%s", "bron": "formulier"}]'


def bsns(count: int) -> list[str]:
    """Test numbers that pass the 11-test."""
    found = []
    for stem in range(FIRST_BSN // 10, FIRST_BSN // 10 + count * 2):
        check = (
            sum(int(digit) * weight for digit, weight in zip(str(stem), range(9, 1, -1), strict=True)) % 11
        )
        if check < 10:
            found.append(f"{stem}{check}")
    return found[:count]


class Register:
    """Makes the rows of one zaak after the other and hands them to the tables in chunks."""

    def __init__(
        self, random: Random, zaaktypen: list[Types], document: InformatieObjectType, size: int
    ) -> None:
        self.random, self.zaaktypen, self.size = random, zaaktypen, size
        self.persons = bsns(min(MOST_PERSONS, max(size // 4, 10)))
        self.popularity = list(accumulate((rank + 1) ** -0.8 for rank in range(len(zaaktypen))))
        self.tables = make_tables(document)
        self.pending: dict[str, list[tuple[Value, ...]]] = {name: [] for name in self.tables}
        self.last = dict.fromkeys(self.tables, 0)

    def load(self) -> Iterator[int]:
        """Fills the tables; yields how many zaken are in after every chunk."""
        for start in range(1, self.size + 1, CHUNK):
            stop = min(start + CHUNK, self.size + 1)
            for number in range(start, stop):
                self.make_zaak(number)
            for name, table in self.tables.items():
                table.load(self.pending[name])
                self.pending[name].clear()
            yield stop - 1

    def add(self, table: str, *values: Value) -> int:
        """One row with the next primary key and a uuid; returns the key."""
        self.last[table] = key = self.last[table] + 1
        self.pending[table].append((key, self.uuid(), *values))
        return key

    def uuid(self) -> str:
        """Thirty-two hexadecimal digits, which both databases take."""
        return f"{self.random.getrandbits(128):032x}"

    def make_zaak(self, number: int) -> None:
        """One zaak with its dossier; days run with the numbers, so recent ids are recent zaken."""
        random = self.random
        types = random.choices(self.zaaktypen, cum_weights=self.popularity)[0]
        day = number * DAYS // (self.size + 1)
        is_recent = number > self.size * (1 - RECENT)
        is_closed = random.random() < (CLOSED_RECENT if is_recent else CLOSED_OLDER)
        end = day + random.randint(5, 70) if is_closed else None
        has_resultaat = is_closed or random.random() < 0.5
        status = self.make_statussen(number, types, day, end)
        zaak = self.last["zaak"] + 1
        is_deelzaak = zaak > 1 and zaak % 2 == 0 and random.random() < WITH_HOOFDZAAK * 2
        self.add(
            "zaak",
            f"ZAAK-{CALENDAR[day][:4]}-B{number:09d}",
            f"Aanvraag {number}",
            types.zaaktype,
            CALENDAR[day],
            CALENDAR[max(day - random.randint(0, 3), 0)],
            None if end is None else CALENDAR[end],
            CALENDAR[day + 42],
            CALENDAR[day + 56],
            random.choices(LEVELS, cum_weights=LEVEL_WEIGHTS)[0],
            KENMERKEN % number if random.random() < 0.3 else "[]",
            "" if end is None else "vernietigen",
            None if end is None else CALENDAR[end + 1_826],
            None if end is None else CALENDAR[end],
            zaak - 1 if is_deelzaak else None,
            status,
        )
        if has_resultaat:
            self.add("resultaat", zaak, types.resultaattype)
        self.make_rollen(zaak, types, day)
        for eigenschap, naam in zip(types.eigenschappen, ("locatie", "kanaal"), strict=True):
            self.add("eigenschap", zaak, eigenschap, naam, f"waarde {random.randint(1, 500)}")
        if random.random() < WITH_DOCUMENT:
            self.make_document(zaak, day)

    def make_statussen(self, zaak: int, types: Types, day: int, end: int | None) -> int:
        """The history; a closed zaak has had every step, an open one at least one and never the last."""
        steps = types.statustypen
        count = len(steps) if end is not None else self.random.randint(1, len(steps) - 1)
        last = 0
        for number, statustype in enumerate(steps[:count], start=1):
            moment = CALENDAR[day + ((end or day + 8) - day) * number // len(steps)]
            last = self.add("status", zaak, statustype, f"{moment} 09:{number:02d}:00")
        return last

    def make_rollen(self, zaak: int, types: Types, day: int) -> None:
        """A citizen who asks and an employee who handles."""
        random, (aanvrager, behandelaar) = self.random, types.roltypen
        bsn, employee = random.choice(self.persons), f"medewerker{random.randint(1, 300):03d}"
        moment = f"{CALENDAR[day]} 08:00:00"
        self.add(
            "rol",
            zaak,
            aanvrager,
            "Aanvrager",
            "initiator",
            "natuurlijk_persoon",
            moment,
            PERSON % bsn,
            bsn,
            "",
        )
        described = EMPLOYEE % employee
        self.add(
            "rol",
            zaak,
            behandelaar,
            "Behandelaar",
            "behandelaar",
            "medewerker",
            moment,
            described,
            "",
            employee,
        )

    def make_document(self, zaak: int, day: int) -> None:
        """One document without content, linked to the zaak, with its mirror."""
        moment = f"{CALENDAR[day]} 08:30:00"
        number = self.last["document"] + 1
        uuid = self.pending["zaak"][-1][1]
        self.add("document", f"DOC-{number:010d}", number)
        self.pending["versie"].append((number, number, moment, CALENDAR[day]))
        self.add("zio", zaak, number, moment)
        self.add("oio", number, uuid, f"{BASE}/zaken/api/v1/zaken/{dashed(str(uuid))}")


def dashed(text: str) -> str:
    """A uuid in its canonical form."""
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def make_tables(document: InformatieObjectType) -> dict[str, Table]:
    """The tables with the columns that vary, in the order of `add`."""
    key = ("id", "uuid")
    of_document: dict[str, Any] = {"informatieobjecttype": document.pk, "vertrouwelijkheidaanduiding": 3}
    return {
        "zaak": Table(
            Zaak,
            *key,
            *("identificatie", "omschrijving", "zaaktype", "registratiedatum", "startdatum", "einddatum"),
            *("einddatum_gepland", "uiterlijke_einddatum_afdoening", "vertrouwelijkheidaanduiding"),
            *("kenmerken", "archiefnominatie", "archiefactiedatum", "startdatum_bewaartermijn"),
            *("hoofdzaak", "status"),
            bronorganisatie=ORGANISATIE,
            verantwoordelijke_organisatie=ORGANISATIE,
            toelichting="Gemaakt voor een meting.",
        ),
        "status": Table(Status, *key, "zaak", "statustype", "datum_status_gezet"),
        "resultaat": Table(Resultaat, *key, "zaak", "resultaattype"),
        "rol": Table(
            Rol,
            *key,
            *("zaak", "roltype", "omschrijving", "omschrijving_generiek", "betrokkene_type"),
            *("registratiedatum", "betrokkene_identificatie", "bsn", "identificatie"),
            roltoelichting="Betrokken bij de aanvraag.",
        ),
        "eigenschap": Table(ZaakEigenschap, *key, "zaak", "eigenschap", "naam", "waarde"),
        "document": Table(
            EnkelvoudigInformatieObject,
            *key,
            *("identificatie", "laatste_versie"),
            bronorganisatie=ORGANISATIE,
            indicatie_gebruiksrecht=0,
            **of_document,
        ),
        "versie": Table(
            EnkelvoudigInformatieObjectVersie,
            *("id", "document", "begin_registratie", "creatiedatum"),
            versie=1,
            titel="Bijlage bij de aanvraag",
            auteur="Bewoner",
            taal="nld",
            tonen_aan_initiator=0,
            **of_document,
        ),
        "zio": Table(ZaakInformatieObject, *key, "zaak", "informatieobject", "registratiedatum"),
        "oio": Table(
            ObjectInformatieObject, *key, *("informatieobject", "object_uuid", "object"), object_type="zaak"
        ),
    }
