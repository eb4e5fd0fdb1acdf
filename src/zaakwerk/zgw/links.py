"""Links: stored and rendered without base, so that a new host name breaks nothing."""

from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.http import HttpRequest

# Stands where the base of a local URL belongs until the bytes leave the building; refused in all input.
BASE = "\ue000"
BASE_BYTES = BASE.encode()


@dataclass(frozen=True)
class Origin:
    """Where a request came in: the base for its answer, and which hosts are ours."""

    base: str

    def local_path(self, url: str) -> str | None:
        """The path of a URL on one of our hosts, without base and query; None when it lives elsewhere.

        Another port of the same machine is another system, unless it is the usual one of the scheme.
        """
        if url.startswith(f"{self.base}/"):
            return urlsplit(url[len(self.base) :]).path
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
            is_our_port = port in (None, 80, 443, urlsplit(self.base).port)
        except ValueError:
            return None
        return parts.path if is_our_port and is_our_host(host) else None

    def render(self, wire: bytes) -> bytes:
        """The wire bytes with every local link made absolute."""
        return wire.replace(BASE_BYTES, self.base.encode())


def uuid_elsewhere(url: str) -> UUID:
    """The uuid under which we keep what stands for an object of another installation; never one of ours."""
    return uuid5(NAMESPACE_URL, url)


def is_our_host(host: str) -> bool:
    """Whether a host name is one Zaakwerk answers on."""
    names = (name.strip("[]") for name in settings.ALLOWED_HOSTS)
    return host in names


def origin_of(request: HttpRequest) -> Origin:
    """The origin of a request: the public URL when set, else its own scheme and allowed host."""
    return Origin(settings.PUBLIC_URL or f"{request.scheme}://{request.get_host()}")


def worker_origin() -> Origin:
    """The origin for what no request asked for: the public URL, else the address of `serve`."""
    return Origin(settings.PUBLIC_URL or settings.SERVE_ADDRESS or "http://127.0.0.1:8000")
