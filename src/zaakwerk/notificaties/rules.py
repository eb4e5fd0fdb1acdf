"""Rules of the Notificaties API; chapter 8 numbers none, so each is known by the code that clients know."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from zaakwerk.notificaties.models import Kanaal
from zaakwerk.notificaties.queries import filters_of
from zaakwerk.zgw.kinds import camel
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule


class NamesChannel(Protocol):
    """A command that makes a channel."""

    @property
    def naam(self) -> str: ...


class Subscribes(Protocol):
    """A command that makes or changes an abonnement."""

    def wanted(self) -> Sequence[Mapping[str, Any]]:
        """The filter groups after the command."""


class Publishes(Protocol):
    """A command that sends a message."""

    @property
    def kanaal(self) -> str: ...

    @property
    def kenmerken(self) -> Mapping[str, str]: ...


@rule("unique")
def unique_name_of_kanaal(command: NamesChannel) -> Violations:
    """Elk kanaal heeft een eigen naam."""
    if Kanaal.objects.filter(naam=command.naam).exists():
        yield Violation("unique", "Er is al een kanaal met deze naam.", "naam")


@rule("kanaal_naam")
def kanaal_naam_exists(command: Subscribes) -> Violations:
    """Een abonnement noemt alleen kanalen die bestaan."""
    groups = command.wanted()
    known = filters_of(group["naam"] for group in groups)
    for index, group in enumerate(groups):
        if group["naam"] not in known:
            yield Violation("kanaal_naam", "Er is geen kanaal met deze naam.", f"kanalen.{index}.naam")


@rule("inconsistent-abonnement-filters")
def inconsistent_abonnement_filters(command: Subscribes) -> Violations:
    """Een abonnement filtert alleen op kenmerken die het kanaal kent."""
    groups = command.wanted()
    known = filters_of(group["naam"] for group in groups)
    for index, group in enumerate(groups):
        unknown = unknown_names(group["filters"], known.get(group["naam"]))
        if unknown:
            words = f"Dit kanaal kent deze kenmerken niet: {', '.join(unknown)}."
            yield Violation("inconsistent-abonnement-filters", words, f"kanalen.{index}.filters")


@rule("message_kanaal")
def message_kanaal_exists(command: Publishes) -> Violations:
    """Een bericht gaat over een kanaal dat bestaat."""
    if command.kanaal not in filters_of([command.kanaal]):
        yield Violation("message_kanaal", "Er is geen kanaal met deze naam.", "kanaal")


@rule("kenmerken_inconsistent")
def kenmerken_inconsistent_with_kanaal(command: Publishes) -> Violations:
    """Een bericht draagt alleen kenmerken die het kanaal kent."""
    unknown = unknown_names(command.kenmerken, filters_of([command.kanaal]).get(command.kanaal))
    if unknown:
        words = f"Dit kanaal kent deze kenmerken niet: {', '.join(unknown)}."
        yield Violation("kenmerken_inconsistent", words, "kenmerken")


def unknown_names(given: Iterable[str], known: set[str] | None) -> list[str]:
    """The kenmerken a channel does not have; none for a channel that does not exist: another rule says so."""
    return [] if known is None else [name for name in given if camel(name) not in known]
