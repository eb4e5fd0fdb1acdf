"""Callbacks: a message to a subscriber, and the proof that a new callback keeps strangers out (8.3)."""

from zaakwerk.notificaties import messages
from zaakwerk.notificaties.credentials import Credentials, authorization
from zaakwerk.notificaties.models import ZGW
from zaakwerk.zgw.links import worker_origin
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.outbound import Answer, CallFailed, call
from zaakwerk.zgw.problems import Violation

REFUSALS = (401, 403)
READ_BYTES = 500


def send(url: str, auth: str, bericht: Bericht, vorm: str = ZGW) -> Answer:
    """Posts a message; links get the base of the worker. Raises CallFailed."""
    content_type, message = messages.in_form(bericht, vorm)
    headers = {"Content-Type": content_type, "Accept": "application/json"}
    if auth:
        headers["Authorization"] = auth
    return call("POST", url, headers=headers, body=worker_origin().render(message), limit=READ_BYTES)


def fault_of(url: str, credentials: Credentials, vorm: str = ZGW) -> Violation | None:
    """What is wrong with a callback: it must refuse a call without credentials and accept one with them."""
    try:
        without = send(url, "", messages.trial(), vorm)
        if without.status not in REFUSALS:
            words = f"Zonder Authorization moet de callback 401 of 403 antwoorden; het was {without}."
            return Violation("no-auth-on-callback-url", words, "callbackUrl")
        answer = send(url, authorization(credentials), messages.trial(), vorm)
    except CallFailed as failure:
        return Violation("invalid-callback-url", str(failure), "callbackUrl")
    if not answer.is_success:
        words = f"Met de opgegeven aanmelding moet de callback 2xx antwoorden; het was {answer}."
        return Violation("invalid-callback-url", words, "callbackUrl")
    return None


def words_of(answer: Answer) -> str:
    """An answer as an operator reads it: the status, and for a refusal the begin of what was said."""
    said = "" if answer.is_success else " ".join(answer.body.decode(errors="replace").split())
    return f"{answer} {said}".strip()
