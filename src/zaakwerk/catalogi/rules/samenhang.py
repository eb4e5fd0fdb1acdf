"""Rules on coherence: values that go together, names that exist, and what must be unique (4.3)."""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, UniqueConstraint

from zaakwerk.catalogi.models import BesluitType, InformatieObjectType, ZaakType
from zaakwerk.catalogi.queries import name_of
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

# ztc-015: the length of a date and of a moment in digits.
LENGTHS = {"datum": 8, "datum_tijd": 14}


@rule("ztc-015")
def ztc_015_dates_are_digits(command: Any) -> Violations:
    """Een datum heeft lengte 8 en vorm JJJJMMDD, een datum_tijd lengte 14 en vorm JJJJMMDDuummss."""
    specificatie = command.draft().specificatie
    length = LENGTHS.get(specificatie["formaat"])
    if length is None:
        return
    if specificatie["lengte"] != str(length):
        words = f"De lengte van een {specificatie['formaat']} is {length}."
        yield Violation("invalid", words, "specificatie.lengte")
    for index, waarde in enumerate(specificatie["waardenverzameling"]):
        if not re.fullmatch(rf"[0-9]{{{length}}}", waarde):
            words = f"Een {specificatie['formaat']} bestaat uit {length} cijfers."
            yield Violation("invalid", words, f"specificatie.waardenverzameling.{index}")


@rule("gangbaar")
def gangbaar_verlengingstermijn_goes_with_verlenging(command: Any) -> Violations:
    """De verlengingstermijn is ingevuld als verlenging mogelijk is, en anders leeg."""
    draft = command.draft()
    if draft.verlenging_mogelijk != bool(draft.verlengingstermijn):
        words = "Vul een verlengingstermijn in als verlenging mogelijk is, en anders geen."
        yield Violation("verlenging-mismatch", words, "verlengingstermijn")


@rule("gangbaar")
def gangbaar_bronzaaktype_goes_with_broncatalogus(command: Any) -> Violations:
    """Broncatalogus en bronzaaktype zijn beide ingevuld of beide leeg."""
    draft = command.draft()
    if (draft.broncatalogus is None) != (draft.bronzaaktype is None):
        words = "Geef broncatalogus en bronzaaktype samen, of geen van beide."
        yield Violation("invalid-bronzaaktype-for-broncatalogus", words)


@rule("gangbaar")
def gangbaar_zaaktype_names_known_types(command: Any) -> Violations:
    """Deelzaaktypen en gerelateerde zaaktypen bestaan in dezelfde catalogus, besluittypen ook."""
    catalogus = command.draft().catalogus_id
    related = [relatie["zaaktype"] for relatie in command.sent("gerelateerde_zaaktypen") or ()]
    yield from unrelated(ZaakType, catalogus, command.sent("deelzaaktypen"), "deelzaaktypen.{}")
    yield from unrelated(ZaakType, catalogus, related, "gerelateerdeZaaktypen.{}.zaaktype")
    yield from unrelated(BesluitType, catalogus, command.sent("besluittypen"), "besluittypen.{}")


@rule("gangbaar")
def gangbaar_resultaattype_names_known_types(command: Any) -> Violations:
    """De besluittypen en informatieobjecttypen van een resultaattype bestaan in dezelfde catalogus."""
    catalogus, named = command.draft().zaaktype.catalogus_id, command.sent("informatieobjecttypen")
    yield from unrelated(InformatieObjectType, catalogus, named, "informatieobjecttypen.{}")
    yield from unrelated(BesluitType, catalogus, command.sent("besluittypen"), "besluittypen.{}")


@rule("gangbaar")
def gangbaar_besluittype_names_known_types(command: Any) -> Violations:
    """De informatieobjecttypen van een besluittype bestaan in dezelfde catalogus."""
    catalogus, named = command.draft().catalogus_id, command.sent("informatieobjecttypen")
    yield from unrelated(InformatieObjectType, catalogus, named, "informatieobjecttypen.{}")


@rule("gangbaar")
def gangbaar_catalogus_of_zaaktype(command: Any) -> Violations:
    """De catalogus die bij een zaakobjecttype is meegestuurd, is die van het zaaktype."""
    catalogus = command.sent("catalogus")
    if catalogus is not None and catalogus.pk != command.draft().zaaktype.catalogus_id:
        yield Violation("relations-incorrect-catalogus", "Het zaaktype staat in een andere catalogus.")


@rule("gangbaar")
def gangbaar_documenttype_of_same_catalogus(command: Any) -> Violations:
    """Het informatieobjecttype staat in de catalogus van het zaaktype."""
    catalogus, named = command.draft().zaaktype.catalogus_id, command.sent("informatieobjecttype")
    yield from unrelated(InformatieObjectType, catalogus, [named] if named else [], "informatieobjecttype")


@rule("gangbaar")
def gangbaar_statustype_of_same_zaaktype(command: Any) -> Violations:
    """Het statustype waarnaar een onderdeel verwijst, hoort bij hetzelfde zaaktype."""
    draft = command.draft()
    if draft.statustype and draft.statustype.zaaktype_id != draft.zaaktype_id:
        words = "Het statustype hoort bij een ander zaaktype."
        yield Violation("relations-incorrect-zaaktype", words)


@rule("gangbaar")
def gangbaar_eigenschappen_of_same_zaaktype(command: Any) -> Violations:
    """De eigenschappen van een statustype horen bij hetzelfde zaaktype."""
    zaaktype = command.draft().zaaktype_id
    if any(eigenschap.zaaktype_id != zaaktype for eigenschap in command.sent("eigenschappen") or ()):
        yield Violation("relations-incorrect-zaaktype", "Een eigenschap hoort bij een ander zaaktype.")


@rule("gangbaar")
def gangbaar_unique_as_declared(command: Any) -> Violations:
    """Domein en RSIN van een catalogus, en nummers en namen binnen een zaaktype, komen eenmaal voor."""
    draft = command.draft()
    for constraint in (found for found in draft._meta.constraints if isinstance(found, UniqueConstraint)):
        same = {name: getattr(draft, name) for name in constraint.fields}
        if type(draft)._default_manager.filter(**same).exclude(pk=draft.pk).exists():
            words = f"Er is er al een met dezelfde {' en '.join(name.replace('_', ' ') for name in same)}."
            yield Violation("unique", words)


def unrelated(model: type[Model], catalogus: int, types: Iterable[Any] | None, place: str) -> Violations:
    """Types that were pointed at in another catalogus, and names that no version in this one has."""
    wanted = list(types or ())
    if not wanted:
        return
    if any(name_of(found) is not found and found.catalogus_id != catalogus for found in wanted):
        yield Violation("relations-incorrect-catalogus", "De types staan niet in dezelfde catalogus.")
        return
    by = "identificatie" if model is ZaakType else "omschrijving"
    names = [name_of(found) for found in wanted]
    found = model._default_manager.filter(catalogus=catalogus, **{f"{by}__in": names})
    known = set(found.values_list(by, flat=True))
    for index, name in enumerate(names):
        if name not in known:
            words = f'"{name}" bestaat niet in deze catalogus.'
            yield Violation("does_not_exist", words, place.format(index))
