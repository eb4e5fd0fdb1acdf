"""Buiten: what expand shows of objects that the register only knows by URL, here or at another system."""

from typing import Any

from zaakwerk.selectielijst import queries
from zaakwerk.selectielijst.resources import resultaat_wire
from zaakwerk.zgw import external
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.outbound import CallFailed
from zaakwerk.zgw.problems import NotFound


def outside(url: str) -> Any:
    """The object of another system on a listed host; what cannot be found is a 404 (zrc-028)."""
    if url.startswith(BASE):
        raise NotFound("De URL wijst niet naar een object van een ander systeem.")
    try:
        return dict(external.read(url))
    except CallFailed as failure:
        raise NotFound(f"{url[:200]} kan niet worden opgehaald: {failure}") from None


def klasse(url: str) -> Any:
    """A resultaat of the selectielijst: built in when it is a known one."""
    record = queries.resultaat(url)
    return outside(url) if record is None else {**resultaat_wire(record), "url": url}
