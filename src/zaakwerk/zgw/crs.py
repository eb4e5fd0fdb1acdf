"""CRS: the coordinate system headers of operations on geometry; only EPSG:4326 exists (C-13)."""

from django.http import HttpRequest

from zaakwerk.zgw.problems import Problem

CRS = "EPSG:4326"
WRITES = frozenset({"POST", "PUT", "PATCH"})


def check(request: HttpRequest) -> None:
    """412 for a missing header, 406 for another system; DELETE needs none, Content-Crs only with a body."""
    if request.method in ("DELETE", "OPTIONS"):
        return
    require(request, "Accept-Crs")
    if request.method in WRITES:
        require(request, "Content-Crs")


def require(request: HttpRequest, header: str) -> None:
    """One header, present and known."""
    value = request.META.get("HTTP_" + header.upper().replace("-", "_"))
    if value is None:
        raise Problem(412, "precondition_failed", "Precondition failed.", f"De header {header} ontbreekt.")
    if value != CRS:
        raise Problem(406, "not_acceptable", "Not acceptable.", f"{header}: alleen {CRS} wordt ondersteund.")
