"""Rules of the Notificaties API; chapter 8 numbers none, so each is known by the code that clients know."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from zaakwerk.notificaties.models import OAUTH2, Kanaal
from zaakwerk.notificaties.queries import filters_of
from zaakwerk.zgw.kinds import camel
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Violations, rule

TYPE_FORM = r"nl\.overheid\.[a-z0-9-]+\.[a-z0-9-]+"


class NamesChannel(Protocol):
    """A command that makes a channel."""

    @property
    def naam(self) -> str: ...


class Subscribes(Protocol):
    """A command that makes or changes an abonnement."""

    def wanted(self) -> Sequence[Mapping[str, Any]]:
        """The filter groups after the command."""


class SignsIn(Protocol):
    """A command that says how we sign in at a subscriber."""

    @property
    def soort(self) -> str: ...

    @property
    def token_url(self) -> str: ...


class NamesTypes(Protocol):
    """A command that names types of events."""

    @property
    def soorten(self) -> Sequence[str]: ...


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


@rule("aanmelding-onvolledig")
def aanmelding_onvolledig(command: SignsIn) -> Violations:
    """Een aanmelding met OAuth2 noemt de tokenserver; een aanmelding met een ZGW-JWT heeft er geen."""
    if command.soort == OAUTH2 and not command.token_url:
        yield Violation("required", "Noem bij OAuth2 het adres van de tokenserver.", "tokenUrl")
    if command.soort != OAUTH2 and command.token_url:
        yield Violation("must-be-empty", "Een tokenserver hoort alleen bij OAuth2.", "tokenUrl")


@rule("soort-onbekend")
def soort_onbekend(command: NamesTypes) -> Violations:
    """Wie CloudEvents van bepaalde soorten wil, noemt soorten in de vorm nl.overheid.kanaal.gebeurtenis."""
    for index, soort in enumerate(command.soorten):
        if not re.fullmatch(TYPE_FORM, soort):
            words = "Een soort heeft de vorm nl.overheid.kanaal.gebeurtenis."
            yield Violation("invalid", words, f"soorten.{index}")


def unknown_names(given: Iterable[str], known: set[str] | None) -> list[str]:
    """The kenmerken a channel does not have; none for a channel that does not exist: another rule says so."""
    return [] if known is None else [name for name in given if camel(name) not in known]
