"""Mag: whether an actor may do something with a zaak, which rule decides, and why in plain Dutch.

A pure function over the actor's grants. For reading, `Reach.visible_to` is its twin in SQL.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from zaakwerk.autorisaties.roles import ROLES, TOEGANG, roles_with
from zaakwerk.zgw.actors import Actor, Scopes, Target


class Besluit(NamedTuple):
    """The decision, its reason in one or two Dutch sentences, and the rule that gave it."""

    toegestaan: bool
    reden: str
    regel: str


class Actie(NamedTuple):
    """Something one does with a zaak: what suffices while it is open and once it is closed; empty: never."""

    woorden: str | Promise
    open: Scopes
    gesloten: Scopes


GEFORCEERD = frozenset({"zaken.geforceerd-bijwerken"})
HEROPENEN = frozenset({"zaken.heropenen"})
ACTIES: dict[str, Actie] = {
    "lezen": Actie(gettext_lazy("zien"), frozenset({"zaken.lezen"}), frozenset({"zaken.lezen"})),
    "wijzigen": Actie(gettext_lazy("wijzigen"), frozenset({"zaken.bijwerken"}) | GEFORCEERD, GEFORCEERD),
    "status_zetten": Actie(
        gettext_lazy("een status geven"), frozenset({"zaken.statussen.toevoegen"}) | HEROPENEN, HEROPENEN
    ),
    "heropenen": Actie(gettext_lazy("heropenen"), frozenset(), HEROPENEN),
    "verwijderen": Actie(gettext_lazy("verwijderen"), *2 * (frozenset({"zaken.verwijderen"}),)),
    "toegang_verlenen": Actie(gettext_lazy("voor een collega openen"), *2 * (frozenset({TOEGANG}),)),
}
REGELS = {
    "alles": gettext_noop("Mag alles"),
    "afscherming": gettext_noop("Afscherming gaat voor elk ander recht"),
    "toegang": gettext_noop("Toegang tot deze ene zaak"),
    "toekenning": gettext_noop("Een rol die voor deze zaak geldt"),
    "toestand": gettext_noop("De toestand van de zaak"),
    "rol": gettext_noop("Geen rol met dit recht"),
    "bereik": gettext_noop("Een rol met dit recht, maar niet voor deze zaak"),
}


def mag(actor: Actor, actie: str, zaak: Target, is_gesloten: bool = False) -> Besluit:
    """Whether the actor may do this with a zaak; `actie` is a key of ACTIES."""
    asked = ACTIES[actie]
    needed = asked.gesloten if is_gesloten else asked.open
    if actor.is_denied(zaak) and not actor.all_rights:
        return Besluit(False, _("Deze zaak is voor u afgeschermd."), "afscherming")
    if not needed:
        return Besluit(False, _("De zaak is nog niet afgehandeld."), "toestand")
    if actor.may(needed, zaak):
        return Besluit(True, "", rule_that_opens(actor, needed, zaak))
    words = {"actie": asked.woorden, "rollen": role_names(needed)}
    if is_gesloten and needed != asked.open and actor.may(asked.open, zaak):
        reden = _("De zaak is afgehandeld. %(rollen)s kan haar nog %(actie)s.")
        return Besluit(False, reden % {**words, "rollen": only(needed)}, "toestand")
    if not actor.may_any("zrc", needed):
        reden = _("Uw rol mag deze zaak niet %(actie)s. Dat kan een %(rollen)s.")
        return Besluit(False, reden % words, "rol")
    reden = _("Uw rol geldt niet voor dit zaaktype of deze vertrouwelijkheid.")
    return Besluit(False, reden, "bereik")


def rule_that_opens(actor: Actor, needed: Scopes, zaak: Target) -> str:
    """Which kind of right lets the actor in."""
    if actor.all_rights:
        return "alles"
    opening = [grant for grant in actor.grants if grant.scopes & needed and grant.covers(zaak)]
    return "toekenning" if any(grant.object_uuid is None for grant in opening) else "toegang"


def role_names(needed: Scopes) -> str:
    """The roles that can, as words in a sentence."""
    names = [ROLES[role][0].lower() for role in roles_with(needed)]
    *others, last = names
    return _("%(rollen)s of %(laatste)s") % {"rollen": ", ".join(others), "laatste": last} if others else last


def only(needed: Scopes) -> str:
    """The roles that can, as the start of a sentence."""
    return _("Alleen een %(rollen)s") % {"rollen": role_names(needed)}
