"""Imports a log the slow way, one command after another, to hold the batches against."""

from collections.abc import Iterable
from dataclasses import fields

from zaakwerk.invoer.xes.plan import ZaakPlan
from zaakwerk.invoer.xes.register import Dossier, PlannedStatus, Writer
from zaakwerk.zaken.commands import SetStatus


def write(writer: Writer, plans: Iterable[ZaakPlan]) -> None:
    """Write each zaak as a person at the desk would: command by command, each in its own transaction."""
    for plan in plans:
        dossier = Dossier(plan, writer.create_zaak(plan).run())
        for command in writer.create_eigenschappen(dossier):
            command.run()
        for naam in plan.medewerkers:
            dossier.rollen[naam] = writer.create_rol(dossier, naam).run()
        for status in plan.statussen:
            unplanned(writer.set_status(dossier, status)).run()
        if plan.sluiting:
            writer.create_resultaat(dossier).run()
            unplanned(writer.set_status(dossier, plan.sluiting)).run()


def unplanned(command: PlannedStatus) -> SetStatus:
    """The command as any other room gives it: it finds out by itself whether it closes."""
    return SetStatus(**{field.name: getattr(command, field.name) for field in fields(SetStatus)})
