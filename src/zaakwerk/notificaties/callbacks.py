"""Callbacks: a message to a subscriber, and the proof that a new callback keeps strangers out (8.3)."""

from zaakwerk.notificaties import messages
from zaakwerk.zgw.links import worker_origin
from zaakwerk.zgw.outbound import Answer, CallFailed, call
from zaakwerk.zgw.problems import Violation

REFUSALS = (401, 403)
READ_BYTES = 500


def send(url: str, auth: str, message: bytes) -> Answer:
    """Posts a message; links get the base of the worker. Raises CallFailed."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if auth:
        headers["Authorization"] = auth
    return call("POST", url, headers=headers, body=worker_origin().render(message), limit=READ_BYTES)


def fault_of(url: str, auth: str) -> Violation | None:
    """What is wrong with a callback: it must refuse a call without credentials and accept one with them."""
    try:
        without = send(url, "", messages.trial())
        if without.status not in REFUSALS:
            words = f"Zonder Authorization moet de callback 401 of 403 antwoorden; het was {without}."
            return Violation("no-auth-on-callback-url", words, "callbackUrl")
        answer = send(url, auth, messages.trial())
    except CallFailed as failure:
        return Violation("invalid-callback-url", str(failure), "callbackUrl")
    if not answer.is_success:
        words = f"Met de opgegeven auth moet de callback 2xx antwoorden; het was {answer}."
        return Violation("invalid-callback-url", words, "callbackUrl")
    return None
