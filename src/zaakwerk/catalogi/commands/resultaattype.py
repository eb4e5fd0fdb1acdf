"""Create, change and remove a resultaattype; the selectielijst fills what is left open (ztc-002)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.commands.base import Create, Destroy, Update
from zaakwerk.catalogi.models import BesluitType, InformatieObjectType, ResultaatType, ZaakType
from zaakwerk.catalogi.referenties import OMSCHRIJVING, RESULTAAT, Wire
from zaakwerk.catalogi.rules import brondatum, samenhang, versies
from zaakwerk.catalogi.rules import selectielijst as selectielijst_rules
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.kinds import Duration, Faulty
from zaakwerk.zgw.links import Origin

RULES = (
    versies.ztc_010_published_zaaktype_keeps_its_parts,
    versies.gangbaar_part_begins_with_zaaktype,
    selectielijst_rules.ztc_002_resultaattypeomschrijving_is_known,
    selectielijst_rules.ztc_002_selectielijstklasse_is_known,
    selectielijst_rules.ztc_002_resultaat_of_procestype,
    brondatum.ztc_003_afleidingswijze_fits_procestermijn,
    brondatum.ztc_004_datumkenmerk,
    brondatum.ztc_005_einddatum_bekend,
    brondatum.ztc_006_objecttype,
    brondatum.ztc_007_registratie,
    brondatum.ztc_008_procestermijn,
    samenhang.gangbaar_resultaattype_names_known_types,
)
NOMINATIES = ("vernietigen", "blijvend_bewaren")


@dataclass(frozen=True, kw_only=True)
class CreateResultaatType(Create[ResultaatType]):
    """Adds a possible outcome; other types are given by name or as themselves."""

    scopes: ClassVar[Scopes] = scopes.WIJZIGEN
    model = ResultaatType
    rules: ClassVar[Any] = RULES

    zaaktype: ZaakType
    omschrijving: str
    resultaattypeomschrijving: str
    selectielijstklasse: str
    toelichting: str = ""
    archiefnominatie: str = ""
    archiefactietermijn: str = ""
    brondatum_archiefprocedure: dict[str, Any] | None = None
    procesobjectaard: str = ""
    indicatie_specifiek: bool | None = None
    procestermijn: str = ""
    besluittypen: Sequence[str | BesluitType] = ()
    informatieobjecttypen: Sequence[str | InformatieObjectType] = ()
    begin_geldigheid: date | None = None

    def complete(self, draft: ResultaatType) -> None:
        follow_selectielijst(draft)


class UpdateResultaatType(Update[ResultaatType]):
    """Changes an outcome."""

    rules = RULES

    def complete(self, draft: ResultaatType) -> None:
        follow_selectielijst(draft)


class DestroyResultaatType(Destroy[ResultaatType]):
    """Removes an outcome."""

    rules = (versies.ztc_010_published_zaaktype_keeps_its_parts,)


def follow_selectielijst(draft: ResultaatType) -> None:
    """The generic name, and where left open what happens to the dossier and when (ztc-002)."""
    generiek = OMSCHRIJVING.known(draft.resultaattypeomschrijving)
    resultaat = RESULTAAT.known(draft.selectielijstklasse)
    if generiek:
        draft.omschrijving_generiek = as_text(generiek, "omschrijving")[:80]
    if resultaat:
        draft.archiefnominatie = draft.archiefnominatie or as_choice(resultaat, "waardering", NOMINATIES)
        draft.archiefactietermijn = draft.archiefactietermijn or as_duration(resultaat, "bewaartermijn")


def as_text(wire: Wire, key: str) -> str:
    """A text of an object that another system may have sent; "" for anything else."""
    value = wire.get(key)
    return value if isinstance(value, str) else ""


def as_choice(wire: Wire, key: str, choices: Sequence[str]) -> str:
    """One of the values that fit; "" for any other."""
    value = as_text(wire, key)
    return value if value in choices else ""


def as_duration(wire: Wire, key: str) -> str:
    """An ISO 8601 duration; "" for what is none."""
    value = as_text(wire, key)
    try:
        return str(Duration(key, nullable=True).convert(value, {}, Origin("")))
    except Faulty:
        return ""
