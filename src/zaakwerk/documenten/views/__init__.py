"""Views: what the API does with documents that no declaration says: content, versions, locks and parts.

Ordinary views beside the resources: a document streams in and out, has versions under one address, and needs
a lock. They are made of the same parts as the kernel's operations.
"""

from collections.abc import Callable, Sequence
from functools import partial as bind
from typing import Any

from zaakwerk.documenten.views import delen, documenten, lezen
from zaakwerk.zgw.filters import Filter
from zaakwerk.zgw.operations import View, api_view, destroy_view, list_view
from zaakwerk.zgw.resource import Component, Resource


def routes(
    component: Component,
    documents: Resource,
    versions: Resource,
    zoek: Sequence[Filter],
    part_wire: Callable[..., dict[str, Any]],
) -> dict[str, View]:
    """The addresses that no resource declares, by path below the component's."""
    stem = documents.path
    one = f"{stem}/<uuid:uuid>"
    read = bind(lezen.read_document_version, documents, versions)
    writes: dict[str, View] = {
        "PUT": bind(documenten.update, documents, False),
        "PATCH": bind(documenten.update, documents, True),
        "DELETE": destroy_view(documents),
    }
    create = bind(documenten.create, documents)
    receive = bind(delen.receive, documents, part_wire)
    return {
        stem: api_view(component, {"GET": list_view(documents), "POST": create}),
        f"{stem}/_zoek": api_view(component, {"POST": bind(lezen.search, documents, zoek)}),
        one: api_view(component, {"GET": read, "HEAD": read, **writes}),
        f"{one}/download": api_view(component, {"GET": bind(lezen.download, documents)}, is_json=False),
        f"{one}/lock": api_view(component, {"POST": bind(documenten.lock, documents)}),
        f"{one}/unlock": api_view(component, {"POST": bind(documenten.unlock, documents)}),
        "bestandsdelen/<uuid:uuid>": api_view(component, {"PUT": receive}),
    }
