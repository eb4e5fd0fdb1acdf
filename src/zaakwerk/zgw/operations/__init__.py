"""Operations: what a request on a resource does; views are made here from declarations."""

from zaakwerk.zgw.operations.calls import Call, View, api_view, crs_header, only_known, start
from zaakwerk.zgw.operations.reading import (
    answer_list,
    answer_one,
    expanded,
    find,
    list_view,
    read_view,
    tell,
)
from zaakwerk.zgw.operations.searching import search_view
from zaakwerk.zgw.operations.writing import (
    create_view,
    destroy_view,
    extra_headers,
    if_match,
    load,
    read_or_refuse,
    refuse_immutable,
    update_view,
)
from zaakwerk.zgw.resource import Resource

__all__ = [
    "Call",
    "View",
    "answer_list",
    "answer_one",
    "api_view",
    "collection",
    "create_view",
    "crs_header",
    "destroy_view",
    "expanded",
    "extra_headers",
    "find",
    "if_match",
    "item",
    "list_view",
    "load",
    "only_known",
    "read_or_refuse",
    "read_view",
    "refuse_immutable",
    "search_view",
    "start",
    "tell",
    "update_view",
]


def collection(resource: Resource) -> View:
    """The view of a collection."""
    methods: dict[str, View] = {"GET": list_view(resource)}
    if resource.create:
        methods["POST"] = create_view(resource)
    return api_view(resource.component, methods)


def item(resource: Resource) -> View:
    """The view of one object."""
    read = read_view(resource)
    methods: dict[str, View] = {"GET": read, "HEAD": read}
    if resource.update:
        methods |= {"PUT": update_view(resource, partial=False), "PATCH": update_view(resource, partial=True)}
    if resource.destroy:
        methods["DELETE"] = destroy_view(resource)
    return api_view(resource.component, methods)
