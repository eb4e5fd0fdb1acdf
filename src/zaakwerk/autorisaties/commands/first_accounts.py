"""First accounts: what an operator gives at the command line so that applications and people can begin."""

import re
import secrets as tokens
from collections.abc import Iterator
from itertools import chain

from django.db import transaction

from zaakwerk.autorisaties.commands.applicaties import CreateApplicatie, UpdateApplicatie
from zaakwerk.autorisaties.models import ClientId, Medewerker, Toekenning
from zaakwerk.autorisaties.roles import ROLES
from zaakwerk.autorisaties.wachtwoorden import password_faults
from zaakwerk.zgw import clock, secrets, vertrouwelijkheid
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.problems import Invalid, Violation

# The operators' role by the name people use for it; it also opens /admin/.
OPERATOR = "beheerder"
OPERATOR_ROLE = "functioneel_beheerder"
# As Django's own check of a username.
NAME_FORM = re.compile(r"[\w.@+-]+")


def add_client(client_id: str, secret: str, all_rights: bool = False) -> ClientId:
    """Stores the secret of a client id or replaces it; `all_rights` gives it an applicatie that may all.

    Raises Invalid with Dutch words for an id or secret that cannot be used.
    """
    refuse(client_faults(client_id, secret))
    with transaction.atomic():
        client, _ = ClientId.objects.update_or_create(
            client_id=client_id, defaults={"secret": secrets.encrypt(secret)}
        )
        if all_rights:
            give_all_rights(client)
    return client


def client_faults(client_id: str, secret: str) -> Iterator[Violation]:
    """What is wrong with a client id and its secret."""
    longest = ClientId._meta.get_field("client_id").max_length or 0
    if not client_id.strip() or client_id != client_id.strip() or not client_id.isprintable():
        yield Violation(
            "invalid", "Een client-id mag niet leeg zijn en geen spaties aan de rand hebben.", "clientId"
        )
    if len(client_id) > longest:
        yield Violation("max_length", f"Een client-id heeft ten hoogste {longest} tekens.", "clientId")
    if not secret.strip():
        yield Violation("blank", "Het geheim mag niet leeg zijn.", "secret")


def give_all_rights(client: ClientId) -> None:
    """Makes or changes the applicatie of a client id into one with all rights."""
    applicatie = client.applicatie
    if applicatie is None:
        command = CreateApplicatie(
            actor=SYSTEM, client_ids=[client.client_id], label=client.client_id, heeft_alle_autorisaties=True
        )
        command.run()
    elif not applicatie.heeft_alle_autorisaties:
        changes = {"heeft_alle_autorisaties": True, "autorisaties": []}
        UpdateApplicatie(actor=SYSTEM, instance=applicatie, changes=changes).run()


def add_user(name: str, role: str, password: str | None = None) -> str:
    """Makes an employee with one role for every zaaktype and confidentiality; returns the password.

    The password is generated when absent. Raises Invalid with Dutch words for what cannot be used.
    """
    refuse(chain(user_faults(name), role_faults(role), given_password_faults(name, password)))
    chosen = password or tokens.token_urlsafe(12)
    is_operator = role in (OPERATOR, OPERATOR_ROLE)
    with transaction.atomic():
        medewerker = Medewerker.objects.create_user(
            name, password=chosen, is_staff=is_operator, is_superuser=is_operator
        )
        Toekenning.objects.create(
            rol=OPERATOR_ROLE if is_operator else role,
            medewerker=medewerker,
            max_vertrouwelijkheid=vertrouwelijkheid.HIGHEST,
            gegeven_door=SYSTEM.applicatie_weergave,
            gegeven_op=clock.now(),
        )
    return chosen


def user_faults(name: str) -> Iterator[Violation]:
    """What is wrong with the name of a new employee."""
    longest = Medewerker._meta.get_field("username").max_length or 0
    if not NAME_FORM.fullmatch(name):
        yield Violation("invalid", "Een naam bestaat uit letters, cijfers en @ . + - _.", "username")
    if len(name) > longest:
        yield Violation("max_length", f"Een naam heeft ten hoogste {longest} tekens.", "username")
    elif NAME_FORM.fullmatch(name) and Medewerker.objects.filter(username__iexact=name).exists():
        yield Violation("unique", f"Medewerker {name} bestaat al.", "username")


def role_faults(role: str) -> Iterator[Violation]:
    """Whether there is such a role."""
    if role not in ROLES and role != OPERATOR:
        known = ", ".join((*ROLES, OPERATOR))
        yield Violation("invalid_choice", f"De rol {role[:40]} bestaat niet. Kies uit: {known}.", "role")


def given_password_faults(name: str, password: str | None) -> Iterator[Violation]:
    """What is wrong with a password that was chosen; one that is made here is strong."""
    if password == "":
        yield Violation("blank", "Het wachtwoord mag niet leeg zijn.", "password")
    elif password is not None:
        yield from password_faults(password, Medewerker(username=name))


def refuse(faults: Iterator[Violation]) -> None:
    """Raises Invalid when there are faults."""
    found = list(faults)
    if found:
        raise Invalid(found)
