"""Scanner: asks ClamAV's daemon about content before anything is kept; closed when it does not answer.

Needs the extra `clamav`. Nothing is scanned when no address is set.
"""

import contextlib
import logging
import socket
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings

from zaakwerk.zgw.problems import Invalid, Problem, Violation

# To connect, and for each answer: the verdict on the largest file comes within this.
SECONDS = 60.0
log = logging.getLogger(__name__)


class Whole(socket.socket):
    """A socket on which a piece is sent whole, also to a daemon that is slow to read.

    One that hangs up half-way has said why: its answer is there to be read, and no answer is no permission.
    """

    def send(self, data: Any, flags: int = 0) -> int:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.sendall(data, flags)
        return len(data)


def refuse_infected(path: Path) -> None:
    """Raises Invalid for infected content, and 503 when that cannot be told."""
    if not settings.CLAMAV_URL:
        return
    verdict, name = ask(path)
    if verdict == "FOUND":
        log.warning("Een bestand is geweigerd: %s", name)
        words = "Dit bestand bevat een virus of andere schadelijke code. Het is niet bewaard."
        raise Invalid([Violation("infected-content", words, "inhoud")])
    if verdict != "OK":
        raise unavailable(f"{verdict} {name}")


def ask(path: Path) -> tuple[str, str]:
    """The daemon's verdict, OK or FOUND, and the name of what it found."""
    import clamd

    try:
        with path.open("rb") as stream:
            answer = connect(settings.CLAMAV_URL).instream(stream)
        verdict, name = (answer or {}).get("stream", ("", ""))
    except clamd.BufferTooLongError as error:
        words = "Dit bestand is groter dan de virusscanner aankan. Het is niet bewaard."
        raise Problem(413, "payload_too_large", "Payload too large.", words) from error
    except (clamd.ClamdError, OSError, ValueError) as error:
        raise unavailable(str(error)) from error
    return verdict or "", name or ""


def unavailable(reason: str) -> Problem:
    """503: without a verdict nothing is kept."""
    log.error("De virusscanner antwoordt niet: %s", reason)
    words = "Het bestand kan nu niet op virussen worden gecontroleerd en is niet bewaard. Probeer het later."
    return Problem(503, "scanner_unavailable", "Scanner unavailable.", words)


def ping() -> None:
    """Raises OSError when a scanner is set and does not answer."""
    import clamd

    try:
        connect(settings.CLAMAV_URL).ping()
    except clamd.ClamdError as error:
        raise OSError(str(error)) from error


def connect(url: str) -> Any:
    """The daemon at an address, with time-outs on connecting too."""
    import clamd

    parts = urlsplit(url)
    is_tcp = parts.scheme == "tcp"
    address: Any = (parts.hostname, parts.port) if is_tcp else unquote(parts.path)

    class Daemon(clamd.ClamdNetworkSocket):  # type: ignore[misc]
        """The library's, on a socket of ours."""

        def _init_socket(self) -> None:
            family = socket.getaddrinfo(*address)[0][0] if is_tcp else socket.AF_UNIX
            self.clamd_socket = Whole(family, socket.SOCK_STREAM)
            self.clamd_socket.settimeout(SECONDS)
            try:
                self.clamd_socket.connect(address)
            except OSError:
                self.clamd_socket.close()
                raise

    return Daemon()
