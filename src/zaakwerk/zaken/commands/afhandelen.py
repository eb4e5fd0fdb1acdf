"""Close a zaak in one go: register the outcome and set the eindstatus, or neither."""

from datetime import datetime

from django.db import transaction

from zaakwerk.catalogi import queries as catalogi
from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.zaken import queries
from zaakwerk.zaken.commands.resultaten import CreateResultaat
from zaakwerk.zaken.commands.statussen import SetStatus
from zaakwerk.zaken.models import Rol, Status, Zaak
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Invalid, Violation


def close_zaak(
    actor: Actor,
    zaak: Zaak,
    resultaattype: ResultaatType | None,
    now: datetime,
    toelichting: str = "",
    gezetdoor: Rol | None = None,
) -> Status:
    """The closing status; a resultaat that is there already stays. Raises the Problem that says why not."""
    eindstatus = catalogi.eindstatustype(zaak.zaaktype)
    if eindstatus is None:
        raise Invalid([Violation("invalid", "Het zaaktype heeft geen statustypen.")])
    with transaction.atomic():
        if resultaattype is not None and queries.find_resultaat(zaak) is None:
            CreateResultaat(
                actor=actor, zaak=zaak, resultaattype=resultaattype, toelichting=toelichting
            ).run()
        return SetStatus(
            actor=actor,
            zaak=zaak,
            statustype=eindstatus,
            datum_status_gezet=now,
            statustoelichting=toelichting,
            gezetdoor=gezetdoor,
        ).run()


def why_not_close(actor: Actor, zaak: Zaak, now: datetime, has_choice: bool = True) -> list[Violation]:
    """Why the zaak cannot be closed yet; a missing resultaat is no reason while one is being chosen."""
    eindstatus = catalogi.eindstatustype(zaak.zaaktype)
    if eindstatus is None:
        return [Violation("invalid", "Het zaaktype heeft geen statustypen.")]
    command = SetStatus(actor=actor, zaak=zaak, statustype=eindstatus, datum_status_gezet=now)
    ignored = {"resultaat-does-not-exist"} if has_choice else set()
    return [found for found in command.violations() if found.code not in ignored]
