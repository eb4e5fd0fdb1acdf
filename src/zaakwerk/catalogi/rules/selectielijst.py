"""Rules on the selectielijst: which references are known, and what they demand of a resultaattype."""

from collections.abc import Callable
from typing import Any

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.selectielijst import queries as selectielijst
from zaakwerk.selectielijst.records import PUBLIC_URL
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("ztc-001")
def ztc_001_procestype_is_known(command: Any) -> Violations:
    """Een ingevuld selectielijstProcestype is een procestype uit de selectielijst."""
    url = command.draft().selectielijst_procestype
    if url:
        yield from unknown(url, selectielijst.procestype, "selectielijstProcestype", "procestype")


@rule("ztc-002")
def ztc_002_resultaattypeomschrijving_is_known(command: Any) -> Violations:
    """De resultaattypeomschrijving komt uit de lijst van generieke resultaattypeomschrijvingen."""
    url, name = command.draft().resultaattypeomschrijving, "resultaattypeomschrijving"
    yield from unknown(url, selectielijst.resultaattypeomschrijving, name, name)


@rule("ztc-002")
def ztc_002_selectielijstklasse_is_known(command: Any) -> Violations:
    """De selectielijstklasse is een resultaat uit de selectielijst."""
    url = command.draft().selectielijstklasse
    yield from unknown(url, selectielijst.resultaat, "selectielijstklasse", "resultaat")


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


def fits_procestype(klasse: str, procestype: str) -> bool:
    """Whether a resultaat is one of a procestype; true when either is not known."""
    resultaat, known = selectielijst.resultaat(klasse), selectielijst.procestype(procestype)
    return resultaat is None or known is None or resultaat.procestype == known


def unknown(url: str, find: Callable[[str], Any], name: str, kind: str) -> Violations:
    """The violation of a reference that the selectielijst does not answer."""
    if find(url) is not None:
        return
    if is_selectielijst(url):
        yield Violation("invalid-resource", f"De URL is geen {kind} van de selectielijst.", name)
    else:
        yield Violation("bad-url", "De URL wijst naar een host die niet bij Zaakwerk is geregistreerd.", name)


def is_selectielijst(url: str) -> bool:
    """Whether a URL is on the host of the selectielijst, or on ours."""
    root = PUBLIC_URL.partition("/api/")[0]
    return url.startswith((BASE, "/", f"{root}/"))
