"""Rules of the Autorisaties API: ac-001, ac-002 and ac-003 (7.2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from zaakwerk.autorisaties.models import ClientId
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

LEVEL_KEY = "maxVertrouwelijkheidaanduiding"
# Component, prefix of the scopes that need them, and the fields that are needed.
REQUIRED_FIELDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "zrc": ("zaken.", ("zaaktype", LEVEL_KEY)),
    "drc": ("documenten.", ("informatieobjecttype", LEVEL_KEY)),
    "brc": ("besluiten.", ("besluittype",)),
}


@dataclass(frozen=True)
class Proposal:
    """An applicatie as it would be after a command; `pk` is None when it does not exist yet."""

    pk: int | None
    client_ids: Sequence[str]
    heeft_alle_autorisaties: bool
    autorisaties: Sequence[Mapping[str, Any]]
    ruime_autorisaties: Sequence[Mapping[str, Any]] = ()


class Proposes(Protocol):
    """A command that says what the applicatie would be."""

    def proposal(self) -> Proposal:
        """The applicatie after the command."""


@rule("ac-001")
def ac_001_client_id_belongs_to_one_applicatie(command: Proposes) -> Violations:
    """Een client-id hoort bij ten hoogste één applicatie."""
    proposal = command.proposal()
    taken = ClientId.objects.filter(client_id__in=proposal.client_ids, applicatie__isnull=False)
    for client_id in taken.exclude(applicatie=proposal.pk).order_by("id").values_list("client_id", flat=True):
        yield Violation("clientId-exists", f"Client-id {client_id} hoort al bij een applicatie.", "clientIds")


@rule("ac-002")
def ac_002_all_or_listed_autorisaties(command: Proposes) -> Violations:
    """Een applicatie heeft alle autorisaties of een lijst ervan: niet allebei en niet geen van beide."""
    proposal = command.proposal()
    if proposal.heeft_alle_autorisaties and proposal.autorisaties:
        words = "Geef heeftAlleAutorisaties of autorisaties op, niet allebei."
        yield Violation("ambiguous-authorizations-specified", words)
    listed = proposal.autorisaties or proposal.ruime_autorisaties
    if not proposal.heeft_alle_autorisaties and not listed:
        yield Violation(
            "missing-authorizations", "Geef heeftAlleAutorisaties of ten minste één autorisatie op."
        )


@rule("ac-003")
def ac_003_autorisatie_names_type_and_level(command: Proposes) -> Violations:
    """Een autorisatie voor zaken, documenten of besluiten noemt het type en zo nodig een maximum."""
    for index, autorisatie in enumerate(command.proposal().autorisaties):
        for key in missing_fields(autorisatie):
            yield Violation(
                "required", "Dit veld is verplicht voor deze scopes.", f"autorisaties.{index}.{key}"
            )


def missing_fields(autorisatie: Mapping[str, Any]) -> Iterator[str]:
    """The fields that the scopes of an autorisatie ask for and that are empty."""
    prefix, keys = REQUIRED_FIELDS.get(autorisatie["component"], ("", ()))
    if any(scope.startswith(prefix) for scope in autorisatie["scopes"]):
        yield from (key for key in keys if not autorisatie.get(key))


@rule("eigen")
def eigen_ruime_autorisatie_names_what_it_opens(command: Proposes) -> Violations:
    """Een ruime autorisatie noemt een type of een catalogus van ons, en zo nodig een maximum."""
    for index, ruim in enumerate(command.proposal().ruime_autorisaties):
        place = f"ruimeAutorisaties.{index}"
        if not ruim["type"] and not ruim["catalogus"]:
            yield Violation("required", "Noem een type of een catalogus.", f"{place}.type")
        if ruim["catalogus"] and not ruim["catalogus"].startswith(BASE):
            words = "De catalogus staat niet in deze installatie."
            yield Violation("bad-url", words, f"{place}.catalogus")
        prefix, keys = REQUIRED_FIELDS[ruim["component"]]
        needs_level = LEVEL_KEY in keys and any(scope.startswith(prefix) for scope in ruim["scopes"])
        if needs_level and not ruim[LEVEL_KEY]:
            words = "Dit veld is verplicht voor deze scopes."
            yield Violation("required", words, f"{place}.{LEVEL_KEY}")
