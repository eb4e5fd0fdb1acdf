"""The one fault a XES log can have for us: what is wrong, and where in the file."""

from dataclasses import dataclass

from zaakwerk.zgw.problems import Problem


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a log: case id, event of that case (1 is its first) and line; '' and 0 are unknown."""

    case: str = ""
    event: int = 0
    line: int = 0

    def __str__(self) -> str:
        """The known parts, widest first, for instance 'zaak A-1, gebeurtenis 2, regel 31'."""
        parts = (
            f"zaak {self.case}" if self.case else "",
            f"gebeurtenis {self.event}" if self.event else "",
            f"regel {self.line}" if self.line else "",
        )
        return ", ".join(part for part in parts if part)


class XesFault(Problem):
    """A log that cannot be read or imported; its text is one Dutch line with place and cause."""

    def __init__(self, reason: str, place: Place) -> None:
        words = f"{place}: {reason}" if place != Place() else reason
        super().__init__(400, "invalid", "Invalid XES log.", words[:1].upper() + words[1:])
        self.reason = reason
        self.place = place
