"""Diensten: the APIs of other installations that objects of ours may refer to, as operators registered them.

To register a service does not open its host: that also stands in ZAAKWERK_OUTBOUND_HOSTS.
"""

from urllib.parse import urlsplit

from zaakwerk.zgw import secrets, tokens
from zaakwerk.zgw.models import COMPONENTEN, ExterneDienst
from zaakwerk.zgw.outbound import CallFailed
from zaakwerk.zgw.problems import Invalid, Violation


def dienst_of(url: str) -> ExterneDienst | None:
    """The service a URL belongs to: the one whose address is the longest beginning of it."""
    fitting = [dienst for dienst in ExterneDienst.objects.all() if url.startswith(dienst.basis)]
    return max(fitting, key=lambda dienst: len(dienst.basis), default=None)


def headers_for(url: str) -> dict[str, str]:
    """What a request to a URL must carry: a token for a service that we have credentials of.

    Raises CallFailed when the secret was kept with another key.
    """
    dienst = dienst_of(url)
    if dienst is None or not dienst.secret:
        return {}
    secret = secrets.decrypt(dienst.secret)
    if not secret:
        raise CallFailed(f"Het geheim van {dienst} is niet te lezen; vul het opnieuw in.")
    return {"Authorization": f"Bearer {tokens.zgw_token(dienst.client_id, secret)}"}


def save(naam: str, component: str, basis: str, client_id: str = "", secret: str = "") -> ExterneDienst:
    """Registers a service, or changes it; an empty secret leaves the one it has. Raises Invalid."""
    basis = basis.rstrip("/") + "/"
    faults = why_not(component, basis, client_id, secret)
    if faults:
        raise Invalid(faults)
    values = {"naam": naam or urlsplit(basis).netloc, "component": component, "client_id": client_id}
    if secret:
        values["secret"] = secrets.encrypt(secret)
    if not client_id:
        values["secret"] = ""
    return ExterneDienst.objects.update_or_create(basis=basis, defaults=values)[0]


def why_not(component: str, basis: str, client_id: str, secret: str) -> list[Violation]:
    """What is wrong with a service, in words for an operator."""
    faults = []
    if component not in dict(COMPONENTEN):
        words = f"Kies een component: {', '.join(dict(COMPONENTEN))}."
        faults.append(Violation("invalid_choice", words, "component"))
    parts = urlsplit(basis)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        words = "Vul het adres in tot en met de versie, zoals https://zaken.example.nl/zaken/api/v1/."
        faults.append(Violation("invalid", words, "basis"))
    if secret and not client_id:
        faults.append(Violation("required", "Bij een geheim hoort een client-id.", "client_id"))
    return faults
