"""Mensen: from what a provider says to the medewerker it is, by its stable subject and never by e-mail."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from zaakwerk.autorisaties.commands import CreateMedewerker, UpdateMedewerker
from zaakwerk.autorisaties.commands.first_accounts import user_faults
from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.autorisaties.oidc.client import Refused
from zaakwerk.zgw.actors import Actor

LONGEST_SUBJECT = 512
# Writes what the provider says; in the audit trail under its own name.
PROVIDER = Actor(applicatie_id="oidc", applicatie_weergave="Organisatieaccount (OIDC)", all_rights=True)
NAMES = {"first_name": ("given_name", 150), "last_name": ("family_name", 150), "email": ("email", 254)}


class Inactive(Exception):
    """The person is known here and may no longer sign in."""


def medewerker_of(claims: Mapping[str, Any], groups_claim: str) -> Medewerker:
    """The medewerker a provider speaks of, made the first time, with the name and teams it gives.

    Raises Inactive for who was deactivated, Refused for a subject that cannot be kept.
    """
    subject = f"{claims['iss']} {claims['sub']}"
    if not str(claims["sub"]).strip() or len(subject) > LONGEST_SUBJECT:
        raise Refused("the subject is empty or too long")
    with transaction.atomic():
        found = Medewerker.objects.filter(onderwerp=subject).first() or make(subject, claims)
        if not found.is_active:
            raise Inactive(found.username)
        groepen = teams_of(found, claims.get(groups_claim)) if groups_claim else None
        changes = {name: text(claims, *known) for name, known in NAMES.items() if claims.get(known[0])}
        return UpdateMedewerker(actor=PROVIDER, instance=found, changes=changes, groepen=groepen).run()


def make(subject: str, claims: Mapping[str, Any]) -> Medewerker:
    """A new medewerker; with the name used at the provider when nobody here has it."""
    wanted = text(claims, "preferred_username", 150)
    if not wanted or any(user_faults(wanted)):
        wanted = f"oidc-{hashlib.sha256(subject.encode()).hexdigest()[:16]}"
    made = CreateMedewerker(actor=PROVIDER, username=wanted).run()
    made.onderwerp = subject
    made.save(update_fields=["onderwerp"])
    return made


def text(claims: Mapping[str, Any], claim: str, longest: int) -> str:
    """A claim as text that fits and holds nothing odd."""
    found = claims.get(claim)
    return found.strip()[:longest] if isinstance(found, str) and found.isprintable() else ""


def teams_of(medewerker: Medewerker, said: Any) -> list[Groep]:
    """The teams as they become: those the provider names, and those it does not know stay as they are."""
    names = [said] if isinstance(said, str) else said if isinstance(said, list) else []
    named = Groep.objects.filter(claim__in=[name for name in names if isinstance(name, str) and name])
    return [*named, *medewerker.groepen.filter(claim="")]
