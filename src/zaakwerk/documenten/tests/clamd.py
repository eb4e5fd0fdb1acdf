"""A small daemon that speaks ClamAV's protocol over TCP or a socket, and knows one signature."""

import socket
import socketserver
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


def eicar() -> bytes:
    """The harmless test file of the makers of scanners, put together here so that none stops the tests."""
    halves = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*")
    return "".join(halves).encode()


@dataclass
class Daemon:
    """How the daemon behaves, and how much it was sent."""

    url: str = ""
    answer: str = ""
    delay: float = 0.0
    most: int = 10_000_000
    sizes: list[int] = field(default_factory=list)

    def verdict(self, content: bytes) -> str:
        """What it says of a file."""
        self.sizes.append(len(content))
        time.sleep(self.delay)
        found = "stream: Eicar-Test-Signature FOUND" if eicar() in content else "stream: OK"
        return self.answer or found


class Session(socketserver.StreamRequestHandler):
    """One command: PING or INSTREAM."""

    def handle(self) -> None:
        daemon: Daemon = self.server.daemon  # type: ignore[attr-defined]
        command = self.rfile.readline().strip()
        if command == b"nPING":
            self.wfile.write(b"PONG\n")
        if command != b"nINSTREAM":
            return
        content = bytearray()
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
            if len(content) > daemon.most:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\n")
                self.connection.shutdown(socket.SHUT_WR)
                self.rfile.read()  # a connection that is cut off at once takes the answer with it
                return
        self.wfile.write(f"{daemon.verdict(bytes(content))}\n".encode())


class Tcp(socketserver.ThreadingTCPServer):
    """Over TCP."""

    daemon_threads = True
    allow_reuse_address = True


class Unix(socketserver.ThreadingUnixStreamServer):
    """Over a socket in the file system."""

    daemon_threads = True


@contextmanager
def clamd(path: str = "") -> Iterator[Daemon]:
    """A daemon for the length of a with-block; at a path, else on a free port of loopback."""
    server: Any = Unix(path, Session) if path else Tcp(("127.0.0.1", 0), Session)
    server.daemon = daemon = Daemon()
    daemon.url = f"unix:{path}" if path else f"tcp://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield daemon
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
