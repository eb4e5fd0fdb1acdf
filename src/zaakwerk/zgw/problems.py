"""Problems: every expected refusal as data, answered as application/problem+json."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec
from django.http import HttpResponse

OBJECT_LEVEL = "nonFieldErrors"


@dataclass(frozen=True)
class Violation:
    """One fault: the code clients know, a Dutch sentence, and the camelCase path it concerns."""

    code: str
    reason: str
    name: str = OBJECT_LEVEL


@dataclass
class Problem(Exception):
    """A refusal with HTTP status, machine code and Dutch words (chapter 1.6)."""

    status: int
    code: str
    title: str
    detail: str = ""
    violations: list[Violation] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.detail or self.title


class Invalid(Problem):
    """400 with every violation named."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        found = list(violations)
        detail = " ".join(dict.fromkeys(violation.reason for violation in found))
        super().__init__(400, "invalid", "Invalid input.", detail, found)


class Malformed(Problem):
    """400 for a body that is no JSON at all."""

    def __init__(self, detail: str) -> None:
        super().__init__(400, "parse_error", "Malformed request.", detail)


class Unauthenticated(Problem):
    """403 for a missing, broken, expired or foreign token (C-10)."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(403, code, "Authentication credentials were not provided or are invalid.", detail)


class Forbidden(Problem):
    """403 for an actor without the right; the detail says which right is missing."""

    def __init__(self, detail: str = "U hebt geen recht om deze actie uit te voeren.") -> None:
        super().__init__(403, "permission_denied", "Permission denied.", detail)


class NotFound(Problem):
    """404 for an id or page that does not exist."""

    def __init__(self, detail: str = "Niet gevonden.") -> None:
        super().__init__(404, "not_found", "Not found.", detail)


class Conflict(Problem):
    """409 for a change that meets another one."""

    def __init__(self, detail: str) -> None:
        super().__init__(409, "conflict", "Conflict.", detail)


class TooLarge(Problem):
    """413 for a body over the limit."""

    def __init__(self, limit: int) -> None:
        words = f"De inhoud van het verzoek is groter dan {limit} bytes."
        super().__init__(413, "payload_too_large", "Payload too large.", words)


class NotAllowed(Problem):
    """405 for an operation the resource does not have."""

    def __init__(self, method: str, allowed: Iterable[str]) -> None:
        super().__init__(
            405,
            "method_not_allowed",
            "Method not allowed.",
            f"Methode {method} bestaat hier niet.",
            headers={"Allow": ", ".join(allowed)},
        )


class ErrorBody(msgspec.Struct, omit_defaults=False):
    """The standard's Fout."""

    type: str
    code: str
    title: str
    status: int
    detail: str
    instance: str


class ValidationBody(ErrorBody, rename={"invalid_params": "invalidParams"}):
    """The standard's ValidatieFout (C-09: invalidParams)."""

    invalid_params: list[dict[str, str]]


def respond(problem: Problem) -> HttpResponse:
    """The problem as an HTTP answer; every occurrence has its own urn:uuid."""
    common = (
        "",
        problem.code,
        problem.title,
        problem.status,
        problem.detail or problem.title,
        uuid.uuid4().urn,
    )
    body = (
        ValidationBody(
            *common, [{"name": v.name, "code": v.code, "reason": v.reason} for v in problem.violations]
        )
        if problem.violations
        else ErrorBody(*common)
    )
    return HttpResponse(
        msgspec.json.encode(body),
        status=problem.status,
        content_type="application/problem+json",
        headers=dict(problem.headers),
    )
