"""Rules on the selectielijst: which references are known, and what they demand of a resultaattype."""

from typing import Any

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.catalogi.referenties import (
    OMSCHRIJVING,
    PROCESTYPE,
    RESULTAAT,
    Kind,
    Unresolved,
    fits_procestype,
)
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("ztc-001")
def ztc_001_procestype_is_known(command: Any) -> Violations:
    """Een ingevuld selectielijstProcestype is een procestype uit de selectielijst."""
    url = command.draft().selectielijst_procestype
    if url:
        yield from unknown(url, PROCESTYPE, "selectielijstProcestype")


@rule("ztc-002")
def ztc_002_resultaattypeomschrijving_is_known(command: Any) -> Violations:
    """De resultaattypeomschrijving komt uit de lijst van generieke resultaattypeomschrijvingen."""
    url, name = command.draft().resultaattypeomschrijving, "resultaattypeomschrijving"
    yield from unknown(url, OMSCHRIJVING, name)


@rule("ztc-002")
def ztc_002_selectielijstklasse_is_known(command: Any) -> Violations:
    """De selectielijstklasse is een resultaat uit de selectielijst."""
    url = command.draft().selectielijstklasse
    yield from unknown(url, RESULTAAT, "selectielijstklasse")


@rule("ztc-002")
def ztc_002_resultaat_of_procestype(command: Any) -> Violations:
    """De selectielijstklasse hoort bij het procestype van het zaaktype."""
    draft = command.draft()
    if not fits_procestype(draft.selectielijstklasse, draft.zaaktype.selectielijst_procestype):
        words = "De selectielijstklasse hoort niet bij het procestype van het zaaktype."
        yield Violation("procestype-mismatch", words)


@rule("ztc-002")
def ztc_002_procestype_of_resultaten(command: Any) -> Violations:
    """Het procestype van een zaaktype past bij de selectielijstklassen van zijn resultaattypen."""
    draft = command.draft()
    if draft.selectielijst_procestype == command.instance.selectielijst_procestype:
        return
    klassen = ResultaatType.objects.filter(zaaktype=draft.pk).values_list("selectielijstklasse", flat=True)
    if not all(fits_procestype(klasse, draft.selectielijst_procestype) for klasse in klassen):
        words = "Het procestype past niet bij de selectielijstklassen van de resultaattypen."
        yield Violation("procestype-mismatch", words)


def unknown(url: str, kind: Kind, name: str) -> Violations:
    """The violation of a reference that stands for nothing."""
    try:
        kind.find(url)
    except Unresolved as problem:
        yield Violation(problem.code, str(problem), name)
