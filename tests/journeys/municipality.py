"""Municipality: the demo municipality as an application with a JWT meets it, for set-up and for comparing."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from tests.tokens import Client
from zaakwerk.demo.people import ZONNEDAEL
from zaakwerk.zgw import clock

ZAKEN, CATALOGI, DOCUMENTEN = "/zaken/api/v1", "/catalogi/api/v1", "/documenten/api/v1"
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
# A BSN that passes the 11-test, of somebody the demo does not know.
BSN = "999990226"
Answer = dict[str, Any]


def in_words(day: date) -> str:
    """A date as people read it: 24 november 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_years(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes the 28th."""
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + years, day.month, 28 if leap else day.day)


@dataclass(frozen=True)
class Municipality:
    """The APIs of one server on which the demo is loaded."""

    client: Client

    @classmethod
    def at(cls, address: str) -> "Municipality":
        """The demo at an address, with the demo's own client."""
        # Its words are translatable, so it wants the settings, which are chosen after this module is read.
        from zaakwerk.demo.accounts import CLIENT_ID, CLIENT_SECRET

        return cls(Client(address, CLIENT_ID, CLIENT_SECRET))

    def get(self, path: str, **query: str) -> Any:
        """The body of a 200."""
        answer = self.client.request("GET", f"{path}?{urlencode(query)}" if query else path)
        assert answer.status == 200, answer.data
        return answer.json()

    def create(self, path: str, **body: Any) -> Answer:
        """The body of a 201."""
        answer = self.client.request("POST", path, body)
        assert answer.status == 201, answer.data
        made: Answer = answer.json()
        return made

    def first(self, path: str, omschrijving: str = "", **query: str) -> Answer:
        """The first result of a list, or the first with an omschrijving."""
        found = self.get(path, **query)["results"]
        return next(one for one in found if omschrijving in ("", one.get("omschrijving")))

    def zaaktype(self, identificatie: str) -> Answer:
        """A zaaktype of the demo."""
        return self.first(f"{CATALOGI}/zaaktypen", identificatie=identificatie)

    def part(self, kind: str, zaaktype: Answer, omschrijving: str) -> str:
        """The URL of a statustype, resultaattype or roltype of a zaaktype."""
        url: str = self.first(f"{CATALOGI}/{kind}", omschrijving, zaaktype=zaaktype["url"])["url"]
        return url

    def zaak(self, uuid: UUID | str) -> Answer:
        """A zaak as it is now."""
        found: Answer = self.get(f"{ZAKEN}/zaken/{uuid}")
        return found

    def register(self, zaaktype: Answer, omschrijving: str, **fields: Any) -> Answer:
        """A zaak that starts today."""
        organisatie = {"bronorganisatie": ZONNEDAEL.rsin, "verantwoordelijkeOrganisatie": ZONNEDAEL.rsin}
        start = {"startdatum": str(clock.today()), "omschrijving": omschrijving, **organisatie}
        return self.create(f"{ZAKEN}/zaken", **{**start, "zaaktype": zaaktype["url"], **fields})

    def add_initiator(self, zaak: Answer, zaaktype: Answer, bsn: str) -> Answer:
        """Whoever asked for it, by BSN."""
        return self.create(
            f"{ZAKEN}/rollen",
            zaak=zaak["url"],
            roltype=self.part("roltypen", zaaktype, "Aanvrager"),
            betrokkeneType="natuurlijk_persoon",
            betrokkeneIdentificatie={"inpBsn": bsn, "voorletters": "T.", "geslachtsnaam": "Tester"},
            roltoelichting="Aanvrager",
        )

    def set_status(self, zaak: Answer, statustype: str, toelichting: str = "") -> Answer:
        """A status of now."""
        return self.create(
            f"{ZAKEN}/statussen",
            zaak=zaak["url"],
            statustype=statustype,
            datumStatusGezet=clock.now().isoformat(),
            statustoelichting=toelichting,
        )

    def add_document(
        self, zaak: Answer, soort: str, titel: str, inhoud: bytes, status: str, **fields: Any
    ) -> Answer:
        """A document with content, linked to the zaak."""
        usual = {"indicatieGebruiksrecht": False, "bestandsnaam": "besluit.txt"}
        document = self.create(
            f"{DOCUMENTEN}/enkelvoudiginformatieobjecten",
            informatieobjecttype=self.first(f"{CATALOGI}/informatieobjecttypen", soort)["url"],
            bronorganisatie=ZONNEDAEL.rsin,
            creatiedatum=str(clock.today()),
            titel=titel,
            auteur="Gemeente Zonnedael",
            taal="nld",
            status=status,
            bestandsomvang=len(inhoud),
            inhoud=base64.b64encode(inhoud).decode(),
            **{**usual, **fields},
        )
        self.create(f"{ZAKEN}/zaakinformatieobjecten", zaak=zaak["url"], informatieobject=document["url"])
        return document

    @contextmanager
    def checked_out(self, document: UUID | str) -> Iterator[None]:
        """A document that an application holds locked for the length of a with-block."""
        path = f"{DOCUMENTEN}/enkelvoudiginformatieobjecten/{document}"
        answer = self.client.request("POST", f"{path}/lock", {})
        assert answer.status == 200, answer.data
        yield
        answer = self.client.request("POST", f"{path}/unlock", {"lock": answer.json()["lock"]})
        assert answer.status == 204, answer.data


def expected_on(zaaktype: Answer, start: date) -> date:
    """By when a zaak of this type must be done: its doorlooptijd in weeks after the start."""
    weeks = zaaktype["doorlooptijd"].removeprefix("P").removesuffix("W")
    return start + timedelta(weeks=int(weeks))
