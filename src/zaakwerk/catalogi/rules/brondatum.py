"""Rules on brondatumArchiefprocedure: what each afleidingswijze needs and forbids (ztc-003 to ztc-008)."""

from collections.abc import Mapping
from typing import Any

from zaakwerk.catalogi.referenties import RESULTAAT
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

AFLEIDINGSWIJZEN = (
    "afgehandeld",
    "ander_datumkenmerk",
    "eigenschap",
    "gerelateerde_zaak",
    "hoofdzaak",
    "ingangsdatum_besluit",
    "termijn",
    "vervaldatum_besluit",
    "zaakobject",
)
# ztc-003: what a procestermijn of the selectielijst leaves to choose.
ONLY = {"nihil": "afgehandeld", "ingeschatte_bestaansduur_procesobject": "termijn"}


def procedure_of(command: Any) -> Mapping[str, Any]:
    """The procedure in wire form; empty when there is none."""
    return command.draft().brondatum_archiefprocedure or {}


@rule("ztc-003")
def ztc_003_afleidingswijze_fits_procestermijn(command: Any) -> Violations:
    """Bij procestermijn nihil past alleen afgehandeld, bij een ingeschatte bestaansduur alleen termijn."""
    procedure = procedure_of(command)
    resultaat = RESULTAAT.known(command.draft().selectielijstklasse)
    only = ONLY.get(str(resultaat.get("procestermijn"))) if resultaat else None
    if procedure and only and procedure["afleidingswijze"] != only:
        words = f"Bij de procestermijn van dit selectielijstresultaat past alleen afleidingswijze {only}."
        yield Violation("invalid-afleidingswijze-for-procestermijn", words)


@rule("ztc-004")
def ztc_004_datumkenmerk(command: Any) -> Violations:
    """Datumkenmerk is verplicht bij eigenschap, zaakobject en ander_datumkenmerk, en anders leeg."""
    yield from filled(command, "datumkenmerk", {"eigenschap", "zaakobject", "ander_datumkenmerk"})


@rule("ztc-005")
def ztc_005_einddatum_bekend(command: Any) -> Violations:
    """EinddatumBekend is bij afgehandeld en termijn niet van toepassing."""
    procedure = procedure_of(command)
    if procedure.get("einddatumBekend") and procedure["afleidingswijze"] in ("afgehandeld", "termijn"):
        yield must_be_empty("einddatumBekend", procedure["afleidingswijze"])


@rule("ztc-006")
def ztc_006_objecttype(command: Any) -> Violations:
    """Objecttype is verplicht bij zaakobject en ander_datumkenmerk, en anders leeg."""
    yield from filled(command, "objecttype", {"zaakobject", "ander_datumkenmerk"})


@rule("ztc-007")
def ztc_007_registratie(command: Any) -> Violations:
    """Registratie is verplicht bij ander_datumkenmerk, en anders leeg."""
    yield from filled(command, "registratie", {"ander_datumkenmerk"})


@rule("ztc-008")
def ztc_008_procestermijn(command: Any) -> Violations:
    """Procestermijn is verplicht bij termijn, en anders leeg."""
    yield from filled(command, "procestermijn", {"termijn"})


def filled(command: Any, key: str, needed_by: set[str]) -> Violations:
    """A value that is required by some afleidingswijzen and forbidden by the others."""
    procedure = procedure_of(command)
    if not procedure:
        return
    wijze, value = procedure["afleidingswijze"], procedure.get(key)
    if wijze in needed_by and not value:
        words = f"{key} is verplicht bij afleidingswijze {wijze}."
        yield Violation("required", words, f"brondatumArchiefprocedure.{key}")
    if wijze not in needed_by and value:
        yield must_be_empty(key, wijze)


def must_be_empty(key: str, wijze: str) -> Violation:
    """The violation of a value that does not go with the afleidingswijze."""
    words = f"{key} moet leeg zijn bij afleidingswijze {wijze}."
    return Violation("must-be-empty", words, f"brondatumArchiefprocedure.{key}")
