"""Imports a log the slow way, one command after another, to hold the batches against."""

from collections.abc import Iterable

from zaakwerk.invoer.xes.plan import ZaakPlan
from zaakwerk.invoer.xes.register import Dossier, Writer


def write(writer: Writer, plans: Iterable[ZaakPlan]) -> None:
    """Write each zaak as a person at the desk would: command by command, each in its own transaction."""
    for plan in plans:
        dossier = Dossier(plan, writer.create_zaak(plan).run())
        for command in writer.create_eigenschappen(dossier):
            command.run()
        for naam in plan.medewerkers:
            dossier.rollen[naam] = writer.create_rol(dossier, naam).run()
        for status in plan.statussen:
            writer.set_status(dossier, status).run()
        if plan.sluiting:
            writer.create_resultaat(dossier).run()
            writer.set_status(dossier, plan.sluiting).run()
