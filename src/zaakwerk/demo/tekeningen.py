"""Tekeningen: the sketches that inhabitants send along, in the drawing operators of PDF."""

GROEN, BRUIN, GRIJS, ROOD, GEEL = (
    "0.36 0.60 0.32",
    "0.48 0.33 0.20",
    "0.72 0.72 0.70",
    "0.72 0.28 0.22",
    "0.93 0.76 0.35",
)
# How far the handles of a quarter circle lie from its ends, as a share of the radius.
HANDLE = 0.5523


def box(colour: str, x: float, y: float, width: float, height: float) -> str:
    """A filled rectangle."""
    return f"{colour} rg {x} {y} {width} {height} re f"


def disc(colour: str, x: float, y: float, radius: float) -> str:
    """A filled circle of four curves."""
    handle = radius * HANDLE
    path = [f"{colour} rg {x + radius} {y} m"]
    for a, b in (((1, 0), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((0, -1), (1, 0))):
        start = (x + radius * a[0] + handle * b[0], y + radius * a[1] + handle * b[1])
        end = (x + radius * b[0] + handle * a[0], y + radius * b[1] + handle * a[1])
        to = (x + radius * b[0], y + radius * b[1])
        path.append(" ".join(f"{number:.1f}" for number in (*start, *end, *to)) + " c")
    return " ".join([*path, "f"])


def stroke(colour: str, width: float, *points: tuple[float, float]) -> str:
    """A line through points."""
    moves = " ".join(f"{x} {y} {'l' if number else 'm'}" for number, (x, y) in enumerate(points))
    return f"{colour} RG {width} w {moves} S"


def label(text: str, x: float, y: float) -> str:
    """A letter beside what it means."""
    return f"0 0 0 rg BT /F2 12 Tf {x} {y} Td ({text}) Tj ET"


def tree(x: float, y: float, size: float) -> list[str]:
    """A tree seen from the side."""
    return [
        box(BRUIN, x - size * 0.08, y, size * 0.16, size * 0.5),
        disc(GROEN, x, y + size * 0.75, size * 0.36),
        disc(GROEN, x - size * 0.25, y + size * 0.6, size * 0.26),
        disc(GROEN, x + size * 0.25, y + size * 0.6, size * 0.26),
    ]


SCHETSEN: dict[str, list[str]] = {
    "tuin": [
        box(GRIJS, 90, 170, 400, 26),
        box(ROOD, 220, 300, 150, 90),
        disc(GROEN, 165, 245, 34),
        disc(BRUIN, 165, 245, 8),
        disc(GROEN, 420, 250, 16),
        label("H", 288, 338),
        label("B", 160, 290),
        label("stoep", 270, 178),
    ],
    "plein": [
        box(GRIJS, 100, 150, 390, 260),
        box(ROOD, 120, 360, 90, 36),
        box(BRUIN, 380, 170, 80, 50),
        *[disc(GEEL, 150 + 28 * number, 250 + 12 * (number % 2), 15) for number in range(11)],
        *[disc(GRIJS, 150 + 28 * number, 250 + 12 * (number % 2), 7) for number in range(11)],
        stroke("0.20 0.35 0.60", 3, (100, 330), (490, 330)),
        label("P", 412, 190),
        label("K", 120, 268),
        label("brandweer", 400, 338),
    ],
    "boom": [box(GRIJS, 90, 140, 400, 10), *tree(200, 150, 200), *tree(390, 150, 140)],
    "schommel": [
        stroke(BRUIN, 7, (170, 150), (215, 380), (260, 150)),
        stroke(BRUIN, 7, (350, 150), (395, 380), (440, 150)),
        stroke(BRUIN, 7, (215, 380), (395, 380)),
        stroke("0.3 0.3 0.3", 2, (330, 380), (330, 230)),
        stroke("0.3 0.3 0.3", 2, (370, 380), (370, 230)),
        box(ROOD, 322, 222, 56, 8),
        stroke("0.3 0.3 0.3", 2, (240, 380), (240, 230)),
        stroke("0.3 0.3 0.3", 2, (280, 380), (276, 320)),
        stroke(ROOD, 8, (236, 230), (262, 182)),
    ],
    "bankje": [
        box(BRUIN, 180, 230, 220, 14),
        box(BRUIN, 180, 262, 220, 14),
        box(BRUIN, 180, 290, 220, 14),
        box(GRIJS, 200, 160, 12, 150),
        box(GRIJS, 368, 160, 12, 150),
        box(ROOD, 430, 160, 70, 44),
        *[disc(colour, 445 + 20 * number, 222, 13) for number, colour in enumerate((GROEN, GEEL, GROEN))],
    ],
}


def drawing(name: str) -> bytes:
    """The operators of a sketch; nothing for no name."""
    return "\n".join(SCHETSEN[name]).encode() if name else b""
