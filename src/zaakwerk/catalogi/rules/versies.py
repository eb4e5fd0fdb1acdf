"""Rules on versions: what is published stays as it is, and versions do not overlap (4.4, 4.5)."""

from typing import Any

from django.db.models import Q

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.queries import name_of
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


@rule("ztc-009")
def ztc_009_published_type_stays(command: Any) -> Violations:
    """Een gepubliceerd type verandert niet meer; alleen eindeGeldigheid mag met PATCH worden gezet."""
    if not command.instance.concept and not ends_only(command):
        yield Violation("non-concept-object", "Dit type is gepubliceerd en kan niet meer worden gewijzigd.")


def ends_only(command: Any) -> bool:
    """Whether a command does nothing but set eindeGeldigheid."""
    changes = getattr(command, "changes", None)
    return changes is not None and command.partial and set(changes) <= {"einde_geldigheid"}


@rule("ztc-010")
def ztc_010_published_zaaktype_keeps_its_parts(command: Any) -> Violations:
    """Wat bij een gepubliceerd zaaktype hoort, komt er niet bij, verandert niet en gaat niet weg."""
    if not all(zaaktype.concept for zaaktype in zaaktypen_of(command)):
        words = "Het zaaktype is gepubliceerd; wat erbij hoort kan niet meer worden gewijzigd."
        yield Violation("non-concept-zaaktype", words)


def zaaktypen_of(command: Any) -> list[ZaakType]:
    """The zaaktype of a part, and the one it moves to."""
    if not hasattr(command, "instance"):
        return [command.zaaktype]
    moved_to = getattr(command, "changes", {}).get("zaaktype")
    return [command.instance.zaaktype, *([moved_to] if moved_to else [])]


@rule("ztc-016")
def ztc_016_published_versions_do_not_overlap(command: Any) -> Violations:
    """Gepubliceerde versies van een type zijn niet op dezelfde dag geldig."""
    draft = command.draft()
    if draft.concept:
        return
    name = "identificatie" if isinstance(draft, ZaakType) else "omschrijving"
    others = type(draft)._default_manager.filter(
        Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gte=draft.begin_geldigheid),
        catalogus=draft.catalogus_id,
        concept=False,
        **{name: name_of(draft)},
    )
    if draft.einde_geldigheid:
        others = others.filter(begin_geldigheid__lte=draft.einde_geldigheid)
    if others.exclude(pk=draft.pk).exists():
        where = "eindeGeldigheid" if getattr(command, "changes", None) else "beginGeldigheid"
        words = "Er is al een gepubliceerde versie die in deze periode geldig is; beëindig die eerst."
        yield Violation("overlap", words, where)


@rule("gangbaar")
def gangbaar_einde_not_before_begin(command: Any) -> Violations:
    """De geldigheid eindigt niet voordat zij begint."""
    draft = command.draft()
    if draft.einde_geldigheid and draft.einde_geldigheid < draft.begin_geldigheid:
        yield Violation("date-mismatch", "De einddatum ligt voor de begindatum.", "eindeGeldigheid")


@rule("gangbaar")
def gangbaar_part_begins_with_zaaktype(command: Any) -> Violations:
    """Een meegestuurde beginGeldigheid van een onderdeel is die van het zaaktype."""
    begin = command.sent("begin_geldigheid")
    if begin is not None and begin != command.draft().zaaktype.begin_geldigheid:
        words = "De begindatum van een onderdeel is die van het zaaktype."
        yield Violation("invalid", words, "beginGeldigheid")


ON_PUBLISHED = (
    ztc_009_published_type_stays,
    gangbaar_einde_not_before_begin,
    ztc_016_published_versions_do_not_overlap,
)
