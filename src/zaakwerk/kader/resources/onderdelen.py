"""Onderdelen: taak, answer and step taken as clients and the audit trail see them; commands write them."""

from typing import Any

from zaakwerk.kader.feiten import SOORTEN
from zaakwerk.kader.models import ANTWOORDEN, STAP, ChecklistAntwoord, GezetteStap, Taak
from zaakwerk.zaken import queries, scopes
from zaakwerk.zaken.models import Status
from zaakwerk.zaken.resources.shared import zaak_link
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.kinds import Date, Text, Timestamp
from zaakwerk.zgw.relations import Link, Url, Uuid
from zaakwerk.zgw.resource import Resource

BELOW_ZAAK: dict[str, Any] = {
    "reach": queries.REACH.below("zaak"),
    "read": scopes.LEZEN,
    "main": "zaak",
    "audited": True,
    "filters": (link("zaak", "zaak"),),
}

TAKEN = Resource(
    name="taak",
    path="taken",
    model=Taak,
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        Text("naam", 200),
        Text("toelichting", default=""),
        Text("medewerker", 150, source="medewerker__username", nullable=True),
        Text("groep", 50, source="groep__naam", nullable=True),
        Text("verplicht_voor", STAP, default=""),
        Date("uiterlijk", nullable=True),
        Timestamp("aangemaakt_op", read_only=True),
        Text("aangemaakt_door", 255, read_only=True),
        Timestamp("afgerond_op", read_only=True, nullable=True),
        Text("afgerond_door", 255, read_only=True),
        Text("uitkomst", 1000, default=""),
    ),
    **{
        **BELOW_ZAAK,
        "filters": (
            link("zaak", "zaak"),
            exact("medewerker", Text("medewerker", default=""), "medewerker__username"),
            exact("groep", Text("groep", default=""), "groep__naam"),
        ),
    },
)

CHECKLISTANTWOORDEN = Resource(
    name="checklistantwoord",
    path="checklistantwoorden",
    model=ChecklistAntwoord,
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        Text("stap", STAP),
        Text("itemnaam", 30),
        Text("antwoord", choices=ANTWOORDEN),
        Text("toelichting", 1000, default=""),
        Timestamp("beantwoord_op", read_only=True),
        Text("beantwoord_door", 255, read_only=True),
    ),
    **BELOW_ZAAK,
)

GEZETTE_STAPPEN = Resource(
    name="gezettestap",
    path="gezette-stappen",
    model=GezetteStap,
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        Link("status", Status),
        Text("soort", choices=SOORTEN),
        Text("van", STAP, default=""),
        Text("naar", STAP),
        Text("reden", 1000, default=""),
        Timestamp("gezet_op", read_only=True),
    ),
    **BELOW_ZAAK,
)
