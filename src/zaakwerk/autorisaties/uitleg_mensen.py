"""Uitleg over mensen: the decision for a medewerker, a zaak and an action again, right by right."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from zaakwerk.autorisaties.accounts import actor_of, grants_for, toekenningen_of
from zaakwerk.autorisaties.mag import ACTIES, Besluit, mag
from zaakwerk.autorisaties.models import Medewerker, Toekenning, Zaakrecht
from zaakwerk.autorisaties.uitleg import Oordeel, level_name, other_type
from zaakwerk.zgw import clock, vertrouwelijkheid
from zaakwerk.zgw.actors import Scopes, Target


def leg_uit_medewerker(
    medewerker: Medewerker, actie: str, zaak: Target, is_gesloten: bool
) -> tuple[Besluit, tuple[Oordeel, ...]]:
    """What `mag` decides for this person now, and what each role and exception did to it."""
    asked = ACTIES[actie]
    needed = asked.gesloten if is_gesloten else asked.open
    today = clock.today()
    found = toekenningen_of(medewerker).select_related("medewerker", "groep").order_by("id")
    oordelen = [judge(toekenning, needed, zaak, today) for toekenning in found]
    oordelen += [judge_exception(recht, today) for recht in exceptions(medewerker, zaak)]
    if not medewerker.is_active:
        return Besluit(False, _("Dit account is uitgezet."), "account"), tuple(oordelen)
    return mag(actor_of(medewerker), actie, zaak, is_gesloten), tuple(oordelen)


def judge(toekenning: Toekenning, needed: Scopes, zaak: Target, today: date) -> Oordeel:
    """What one role does for this question."""
    reasons = " ".join(reasons_of(toekenning, needed, zaak, today))
    return Oordeel(in_words(toekenning), not reasons, reasons)


def reasons_of(toekenning: Toekenning, needed: Scopes, zaak: Target, today: date) -> Iterator[str]:
    """Everything that keeps a role from opening the zaak; nothing when it does."""
    if toekenning.geldig_van and toekenning.geldig_van > today:
        yield _("Gaat pas later in.")
    if toekenning.geldig_tot and toekenning.geldig_tot < today:
        yield _("Is voorbij.")
    grants = [grant for grant in grants_for(toekenning) if grant.component == "zrc"]
    if not any(grant.scopes & needed for grant in grants):
        yield _("Deze rol mag dit niet.")
        return
    for grant in grants:
        if not grant._replace(max_level=vertrouwelijkheid.HIGHEST).covers(zaak):
            yield other_type(grant, zaak)
        if zaak.level > grant.max_level:
            words = _("Geldt tot en met %(max)s; dit is %(wat)s.")
            yield words % {"max": level_name(grant.max_level), "wat": level_name(zaak.level)}


def in_words(toekenning: Toekenning) -> str:
    """A role as a person reads it: what, whose and how far."""
    whose = _("via groep %(naam)s") % {"naam": toekenning.groep} if toekenning.groep else _("op naam")
    reach = toekenning.zaaktype_identificatie or _("elk zaaktype")
    level = _("tot en met %(max)s") % {"max": level_name(toekenning.max_vertrouwelijkheid)}
    return f"{toekenning.get_rol_display()}: {whose}, {reach}, {level}"


def exceptions(medewerker: Medewerker, zaak: Target) -> Iterator[Zaakrecht]:
    """What was asked and decided for this person and this zaak."""
    if zaak.object_uuid:
        yield from Zaakrecht.objects.filter(medewerker=medewerker, zaak=zaak.object_uuid).order_by("id")


def judge_exception(recht: Zaakrecht, today: date) -> Oordeel:
    """What one exception does for this question; a shield holds by keeping out."""
    is_over = recht.tot is not None and recht.tot < today
    is_shield = recht.soort == Zaakrecht.AFSCHERMING
    words = _("Afscherming van deze zaak") if is_shield else _("Toegang tot deze zaak, alleen lezen")
    states = {
        Zaakrecht.GEVRAAGD: _("Is gevraagd en wacht op een besluit."),
        Zaakrecht.AFGEWEZEN: _("Is afgewezen."),
        Zaakrecht.INGETROKKEN: _("Is ingetrokken."),
    }
    reason = states.get(recht.staat, _("Is voorbij.") if is_over else "")
    return Oordeel(words, not reason, reason)
