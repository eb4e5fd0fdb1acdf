"""Rules on the objects of a zaak (2.5 ZaakObject)."""

from typing import Any

from zaakwerk.catalogi.models import ZaakObjectType
from zaakwerk.zaken import jsonschemas, paden
from zaakwerk.zaken.rules.zaak import sent, value
from zaakwerk.zgw import registry
from zaakwerk.zgw.instances import find
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

DEFINITIE = "objectTypeOverigeDefinitie"


@rule("gangbaar")
def gangbaar_object_or_identification(command: Any) -> Violations:
    """Een zaakobject noemt het object met een URL of met identificerende gegevens, niet met beide."""
    if bool(value(command, "object")) == bool(value(command, "object_identificatie")):
        yield Violation("invalid-zaakobject", "Geef object of objectIdentificatie, en niet beide.")


@rule("gangbaar")
def gangbaar_object_exists(command: Any) -> Violations:
    """De URL van een object leidt ergens heen; alleen een toegestane host wordt bevraagd."""
    url = sent(command, "object")
    if url and command.outside.is_dead(url):
        yield Violation("bad-url", "De URL verwijst naar niets.", "object")


@rule("gangbaar")
def gangbaar_overige_is_named(command: Any) -> Violations:
    """Bij objectType overige hoort een objectTypeOverige of een definitie, bij een ander type niet."""
    named = value(command, "object_type_overige")
    definitie = value(command, "object_type_overige_definitie")
    is_overige = value(command, "object_type") == "overige"
    if is_overige and not named and definitie is None:
        words = "Noem bij objectType overige het soort object."
        yield Violation("missing-object-type-overige", words, "objectTypeOverige")
    for name, given in (("objectTypeOverige", named), (DEFINITIE, definitie)):
        if given and not is_overige:
            words = "Dit veld hoort alleen bij objectType overige."
            yield Violation("invalid-object-type-overige-usage", words, name)


@rule("gangbaar")
def gangbaar_zaakobjecttype_exists(command: Any) -> Violations:
    """Een zaakobjecttype van onze eigen catalogus bestaat; een van elders blijft zoals het is gegeven."""
    url = sent(command, "zaakobjecttype")
    if not url or not url.startswith(BASE) or local_objecttype(url) is not None:
        return
    found = registry.resolve(url.removeprefix(BASE))
    if found is not None and found[0].name != "zaakobjecttype":
        yield Violation("invalid-resource", "De URL is geen zaakobjecttype.", "zaakobjecttype")
    else:
        yield Violation("bad-url", "De URL verwijst naar niets.", "zaakobjecttype")


@rule("gangbaar")
def gangbaar_zaakobjecttype_of_zaaktype(command: Any) -> Violations:
    """Het zaakobjecttype hoort bij het zaaktype van de zaak, en het objecttype van het object past erbij."""
    found = local_objecttype(sent(command, "zaakobjecttype") or "")
    if found is None:
        return
    if found.zaaktype_id != command.subject_zaak.zaaktype_id:
        words = "Het zaakobjecttype hoort niet bij het zaaktype van de zaak."
        yield Violation("zaaktype-mismatch", words)
    elif found.ander_objecttype != (value(command, "object_type") == "overige"):
        soort = "alleen objectType overige" if found.ander_objecttype else "geen objectType overige"
        yield Violation("objecttype-mismatch", f"Bij dit zaakobjecttype past {soort}.", "objectType")


def local_objecttype(url: str) -> ZaakObjectType | None:
    """The zaakobjecttype of our own catalogue behind a stored URL."""
    uuid = (
        registry.for_model(ZaakObjectType).uuid_in(url.removeprefix(BASE)) if url.startswith(BASE) else None
    )
    return find(ZaakObjectType, "uuid", uuid) if uuid else None


@rule("gangbaar")
def gangbaar_object_fits_its_definition(command: Any) -> Violations:
    """De gegevens van een overig object voldoen aan het JSON-schema dat de definitie aanwijst."""
    definitie = value(command, "object_type_overige_definitie")
    if definitie is None or not (sent(command, "object_type_overige_definitie") or sent(command, "object")):
        return
    if not value(command, "object"):
        yield Violation("required", "Een definitie vraagt ook de URL van het object.", "object")
        return
    type_body = command.outside.body(definitie["url"])
    data_body = command.outside.body(value(command, "object"))
    if type_body is None:
        yield Violation("bad-url", "De definitie is niet op te halen.", f"{DEFINITIE}.url")
    if data_body is None:
        yield Violation("bad-url", "Het object is niet op te halen.", "object")
    if type_body is not None and data_body is not None:
        yield from why_not_fitting(definitie, type_body, data_body)


def why_not_fitting(definitie: dict[str, Any], type_body: Any, data_body: Any) -> Violations:
    """The faults of expressions, schema and data."""
    found: dict[str, Any] = {}
    for name, body in (("schema", type_body), ("objectData", data_body)):
        try:
            found[name] = paden.select(definitie[name], body)
        except paden.NoPath:
            words = "Alleen een pad is mogelijk, zoals .record.data of .lijst[0]."
            yield Violation("invalid", words, f"{DEFINITIE}.{name}")
    if len(found) < 2:
        return
    try:
        reason = jsonschemas.why_not_fitting(found["objectData"], found["schema"])
    except jsonschemas.NoSchema:
        words = "Op deze plek staat geen bruikbaar JSON-schema."
        yield Violation("invalid", words, f"{DEFINITIE}.schema")
        return
    if reason:
        yield Violation("invalid-schema", f"Het object voldoet niet aan het JSON-schema ({reason}).")


ON_OBJECT = (
    gangbaar_object_or_identification,
    gangbaar_object_exists,
    gangbaar_overige_is_named,
    gangbaar_zaakobjecttype_exists,
    gangbaar_zaakobjecttype_of_zaaktype,
    gangbaar_object_fits_its_definition,
)
