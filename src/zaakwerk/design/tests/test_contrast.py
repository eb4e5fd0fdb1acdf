"""The palette keeps its promise: text at least 4.5:1 on its ground, marks and borders 3:1 (WCAG 1.4.3)."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

TEXT, MARK = 4.5, 3.0
STATES = ("ok", "attention", "critical", "late", "info", "money")
PAIRS = [
    *((f"--zw-state-{state}-ink", f"--zw-state-{state}-ground", TEXT) for state in STATES),
    *((f"--zw-state-{state}-mark", f"--zw-state-{state}-ground", MARK) for state in STATES),
    *(
        (ink, ground, TEXT)
        for ink in ("--zw-ink", "--zw-ink-soft")
        for ground in ("--zw-paper", "--zw-surface")
    ),
    ("--zw-ink-soft", "--zw-sunken", TEXT),
    ("--zw-accent", "--zw-paper", TEXT),
    ("--zw-accent-strong", "--zw-accent-soft", TEXT),
    ("--zw-grey-0", "--zw-accent", TEXT),
    ("--zw-grey-0", "--zw-brand-700", TEXT),
    ("--zw-brand-100", "--zw-brand-700", TEXT),
    ("--zw-red-500", "--zw-surface", TEXT),
    ("--zw-line-control", "--zw-surface", MARK),
    ("--zw-line-control", "--zw-paper", MARK),
]


def tokens() -> dict[str, str]:
    """The tokens by name, as written."""
    text = Path(str(finders.find("design/tokens.css"))).read_text()
    return dict(re.findall(r"(--zw-[a-z0-9-]+):\s*([^;]+);", text))


def luminance(token: str) -> float:
    """Relative luminance of a token, its references followed."""
    value = tokens()[token]
    if reference := re.fullmatch(r"var\((--[a-z0-9-]+)\)", value):
        return luminance(reference[1])
    digits = value.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two tokens, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_ink_stands_out_from_its_ground(ink: str, ground: str, least: float) -> None:
    assert contrast(ink, ground) >= least


def test_black_on_white_measures_21() -> None:
    assert round(contrast("--zw-focus", "--zw-focus-inverse"), 0) in (19, 20)
