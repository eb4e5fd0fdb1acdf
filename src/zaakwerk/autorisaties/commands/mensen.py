"""Mensen: what every command on people, teams and their rights shares: the right, and a line in the audit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from django.db import models

from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning
from zaakwerk.autorisaties.scopes import BIJWERKEN
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor, Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.journal import RESULTS
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import AuditRegel

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, kw_only=True)
class MensenCommand(Command[M]):
    """A command for who manages rights."""

    scopes: ClassVar[Scopes] = BIJWERKEN

    def target(self) -> Target:
        return Target("ac")


def note(
    actor: Actor,
    actie: str,
    subject: Medewerker | Groep,
    wat: str,
    oud: Mapping[str, Any] | None = None,
    nieuw: Mapping[str, Any] | None = None,
) -> None:
    """One line in the audit trail of a person or a team; `wat` says what in words, never a secret."""
    kind = "medewerkers" if isinstance(subject, Medewerker) else "groepen"
    write_line(actor, actie, (subject.uuid, f"{BASE}/beheer/{kind}/{subject.uuid}/", kind), wat, oud, nieuw)


def write_line(
    actor: Actor,
    actie: str,
    main: tuple[UUID, str, str],
    wat: str,
    oud: Mapping[str, Any] | None = None,
    nieuw: Mapping[str, Any] | None = None,
) -> None:
    """One line in the audit trail of a main object: its uuid, its address and what kind it is."""
    uuid, address, kind = main
    AuditRegel.objects.create(
        bron="ac",
        applicatie_id=actor.applicatie_id,
        applicatie_weergave=actor.applicatie_weergave,
        gebruiker_id=actor.gebruiker_id,
        gebruiker_weergave=actor.gebruiker_weergave,
        actie=actie,
        resultaat=RESULTS.get(actie, 200),
        hoofd_uuid=uuid,
        hoofd_object=address,
        resource=kind,
        resource_url=address,
        resource_weergave=wat[:200],
        toelichting=actor.toelichting,
        aanmaakdatum=clock.now(),
        oud=dumps(oud) if oud else "",
        nieuw=dumps(nieuw) if nieuw else "",
    )


def person_as_dict(medewerker: Medewerker) -> dict[str, Any]:
    """What the audit trail keeps of an employee."""
    names = ("username", "first_name", "last_name", "email", "is_active", "is_staff")
    return {name: getattr(medewerker, name) for name in names}


def toekenning_as_dict(toekenning: Toekenning) -> dict[str, Any]:
    """What the audit trail keeps of a toekenning."""
    return {
        "rol": toekenning.rol,
        "voor": str(toekenning.medewerker or toekenning.groep),
        "zaaktype": toekenning.zaaktype_identificatie,
        "catalogus": str(toekenning.catalogus or ""),
        "maxVertrouwelijkheid": toekenning.get_max_vertrouwelijkheid_display(),
        "van": str(toekenning.geldig_van or ""),
        "tot": str(toekenning.geldig_tot or ""),
    }
