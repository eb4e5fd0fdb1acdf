"""Rules: one small function per clause, known by official id plus slug (ids alone are not unique)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from zaakwerk.zgw.problems import Violation

Violations = Iterator[Violation]
Check = Callable[[Any], Violations]


@dataclass(frozen=True)
class Rule:
    """A registered rule: official id, slug (the function's name), and its docstring as published text."""

    id: str
    slug: str
    text: str
    check: Check

    def __call__(self, command: Any) -> Violations:
        return self.check(command)


REGISTER: dict[str, Rule] = {}


def rule(official_id: str) -> Callable[[Check], Rule]:
    """Registers a guard under its official id; the function's name must start with that id."""

    def register(check: Check) -> Rule:
        slug = check.__name__
        text = (check.__doc__ or "").strip()
        if not slug.startswith(official_id.replace("-", "_")) or not text or slug in REGISTER:
            raise ValueError(f"{slug}: a rule carries its id, has a docstring, and is registered once")
        REGISTER[slug] = Rule(official_id, slug, text, check)
        return REGISTER[slug]

    return register


def registered() -> tuple[Rule, ...]:
    """Every rule, in order of id and slug."""
    return tuple(sorted(REGISTER.values(), key=lambda found: found.slug))
