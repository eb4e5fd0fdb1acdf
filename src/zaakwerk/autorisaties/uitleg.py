"""Uitleg: whether a client may do something, and for an administrator why or why not, right by right.

A client itself hears less (Actor.why_not): the confidentiality of what it may not see stays unsaid.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from zaakwerk.autorisaties.accounts import find
from zaakwerk.autorisaties.models import ClientId
from zaakwerk.autorisaties.shapes import COMPONENTS, MAX_LEVEL, OWN_FIELDS
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import GROUPS, Actor, Grant, Target


@dataclass(frozen=True)
class Oordeel:
    """One right of the client: what it says, whether it opens this, and why not."""

    recht: str
    geldt: bool
    reden: str = ""


@dataclass(frozen=True)
class Uitleg:
    """The answer in one sentence, and what each right of the client did to it."""

    mag: bool
    kern: str
    oordelen: tuple[Oordeel, ...] = ()


def leg_uit(client_id: str, scope: str, target: Target) -> Uitleg:
    """Whether the client may use this scope on the target, by the same grants as every request."""
    client = ClientId.objects.select_related("applicatie").filter(client_id=client_id).first()
    if client is None:
        return Uitleg(False, _("Deze client-id is niet bekend."))
    account = find(client_id)
    if account is None:
        return Uitleg(False, _("Deze client-id heeft nog geen geheim en kan zich dus niet melden."))
    if client.applicatie is None:
        return Uitleg(False, _("Deze client-id hoort bij geen applicatie en mag daarom niets."))
    actor = account.actor
    if actor.all_rights:
        return Uitleg(
            True, _("De applicatie %(naam)s heeft alle autorisaties.") % {"naam": client.applicatie}
        )
    oordelen = tuple(judge(grant, scope, target) for grant in actor.grants)
    mag = actor.may(frozenset({scope}), target)
    return Uitleg(mag, summary(actor, scope, target, mag), oordelen)


def summary(actor: Actor, scope: str, target: Target, mag: bool) -> str:
    """The answer in one sentence."""
    if mag:
        return _("Ten minste één autorisatie van de applicatie geldt hiervoor.")
    component = COMPONENTS[target.component]
    if not any(grant.component == target.component for grant in actor.grants):
        return _("De applicatie heeft geen autorisatie voor de %(api)s.") % {"api": component}
    if not actor.may_any(target.component, frozenset({scope})):
        words = _("Geen autorisatie voor de %(api)s heeft de scope %(scope)s.")
        return words % {"api": component, "scope": scope}
    return _("De scope %(scope)s geldt niet voor dit type of deze vertrouwelijkheid.") % {"scope": scope}


def judge(grant: Grant, scope: str, target: Target) -> Oordeel:
    """What one right does for this question."""
    reasons = [reason for reason in reasons_of(grant, scope, target) if reason]
    return Oordeel(in_words(grant), not reasons, " ".join(reasons))


def reasons_of(grant: Grant, scope: str, target: Target) -> tuple[str, ...]:
    """Everything that keeps a right from opening the target; nothing when it does."""
    if grant.component != target.component:
        return (_("Gaat over een andere API."),)
    types = not grant._replace(max_level=vertrouwelijkheid.HIGHEST).covers(target)
    return (
        _("Heeft de scope %(scope)s niet.") % {"scope": scope} if scope not in grant.scopes else "",
        other_type(grant, target) if types else "",
        _("Geldt tot en met %(max)s; dit is %(wat)s.")
        % {"max": level_name(grant.max_level), "wat": level_name(target.level)}
        if target.level > grant.max_level
        else "",
    )


def other_type(grant: Grant, target: Target) -> str:
    """Why the type of the target is not the one a right is about."""
    if grant.type_uuid is not None:
        return _("Geldt voor een ander type of een andere versie.")
    if grant.type_identificatie not in ("", target.type_identificatie):
        return _("Geldt voor het type %(naam)s.") % {"naam": grant.type_identificatie}
    if GROUPS.of(target) != grant.type_group:
        return _("Geldt voor een andere catalogus.")
    return ""


def in_words(grant: Grant) -> str:
    """A right as a person reads it."""
    scopes = ", ".join(sorted(grant.scopes))
    limits = [type_words(grant)] if grant.component in OWN_FIELDS else []
    if any(field is MAX_LEVEL for field in OWN_FIELDS.get(grant.component, ())):
        limits.append(_("tot en met %(max)s") % {"max": level_name(grant.max_level)})
    return f"{COMPONENTS[grant.component]}: {scopes}" + (f" ({', '.join(limits)})" if limits else "")


def type_words(grant: Grant) -> str:
    """Which types a right is about."""
    name = {"naam": grant.type_identificatie}
    if grant.type_uuid is not None:
        return _("één versie van een type")
    if grant.type_identificatie and grant.type_group:
        return _("elke versie van %(naam)s in één catalogus") % name
    if grant.type_identificatie:
        return _("elke versie van %(naam)s") % name
    return _("elk type van één catalogus") if grant.type_group else _("elk type")


def level_name(level: int) -> str:
    """A confidentiality in words."""
    return vertrouwelijkheid.NAME.get(level, "openbaar").replace("_", " ")
