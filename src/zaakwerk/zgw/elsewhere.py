"""Elsewhere: links that may name an object of another installation, at a registered service (diensten.py)."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import models
from django.db.models import F, TextField
from django.db.models.functions import Cast, Coalesce, NullIf

from zaakwerk.zgw import diensten, external
from zaakwerk.zgw.filters import EMPTY
from zaakwerk.zgw.kinds import Convert, fault
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.outbound import CallFailed
from zaakwerk.zgw.problems import NotFound
from zaakwerk.zgw.relations import Link

MAX_URL = 1000
WORDS = "De URL hoort niet bij een dienst die bij Zaakwerk is geregistreerd."


class LinkAnywhere(Link):
    """A link to an object of ours or of a registered service; `adopt` gives what stands for one elsewhere.

    `elders` names the column that holds the URL of one elsewhere, and is empty for one of ours.
    """

    def __init__(
        self,
        name: str,
        model: type[models.Model],
        adopt: Callable[[str], Any],
        *,
        elders: str = "",
        **options: Any,
    ) -> None:
        elders = elders or f"{name}__elders"
        uuid = Cast(f"{name}__uuid", TextField())
        source = Coalesce(NullIf(F(elders), EMPTY), uuid, output_field=TextField())
        super().__init__(name, model, source=source, **options)
        self.adopt = adopt

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> Any:
        is_elsewhere = (
            isinstance(raw, str)
            and raw.startswith(("http://", "https://"))
            and origin.local_path(raw) is None
        )
        return self.adopt(raw) if is_elsewhere else super().convert(raw, body, origin)

    def writer(self, vendor: str) -> Convert | None:
        local: Any = super().writer(vendor)
        return lambda value: value if value is not None and value.startswith("http") else local(value)


def require_service(url: str, component: str) -> None:
    """Raises Faulty for a URL that belongs to no registered service of this component."""
    if len(url) > MAX_URL:
        raise fault("max_length", f"De URL is langer dan {MAX_URL} tekens.")
    dienst = diensten.dienst_of(url)
    if dienst is None:
        raise fault("bad-url", WORDS)
    if dienst.component != component:
        raise fault("invalid-resource", f"Bij {dienst} staan geen objecten van deze soort.")


def fetch(url: str, keys: frozenset[str]) -> dict[str, Any]:
    """The object of a registered service; raises Faulty when it does not come or is something else."""
    try:
        found = external.read(url)
    except CallFailed as failure:
        raise fault("bad-url", f"De URL kan niet worden opgehaald. {failure}") from None
    if keys - found.keys():
        raise fault("invalid-resource", "De URL geeft een object van een andere soort.")
    return found


def show(url: str) -> dict[str, Any]:
    """The object of a registered service as expand shows it; raises NotFound (zrc-028)."""
    try:
        return dict(external.read(url))
    except CallFailed as failure:
        raise NotFound(f"{url[:200]} kan niet worden opgehaald: {failure}") from None
