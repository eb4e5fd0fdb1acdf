"""Vertrouwelijkheidaanduiding: the eight levels of confidentiality, in order, as small integers."""

LEVELS = (
    "openbaar",
    "beperkt_openbaar",
    "intern",
    "zaakvertrouwelijk",
    "vertrouwelijk",
    "confidentieel",
    "geheim",
    "zeer_geheim",
)
HIGHEST = len(LEVELS)
NUMBER = {name: number for number, name in enumerate(LEVELS, start=1)}
NAME = {number: name for name, number in NUMBER.items()}
CHOICES = tuple((number, name.replace("_", " ")) for number, name in NAME.items())
