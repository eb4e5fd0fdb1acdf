"""An import ends as one call of the API per object would, whatever is in the file it never breaks."""

import copy
import random
from collections.abc import Iterator
from typing import Any

import hypothesis
import msgspec
import pytest
from hypothesis import strategies

from zaakwerk.catalogi import models
from zaakwerk.catalogi.tests.bodies import API, post
from zaakwerk.catalogi.uitwisseling import importeer
from zaakwerk.catalogi.uitwisseling.soorten import SOORTEN, Inhoud
from zaakwerk.catalogi.uitwisseling.tests.bestanden import clear, inhoud_of, make_full
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.tests.api import api_client

pytestmark = pytest.mark.django_db


def text_of(inhoud: Inhoud, urls: dict[str, str]) -> str:
    """A file as text in which URLs are replaced."""
    text = msgspec.json.encode(inhoud).decode()
    for old, new in urls.items():
        text = text.replace(old, new)
    return text


def test_an_import_ends_as_one_call_per_object_does() -> None:
    inhoud = inhoud_of(make_full())
    clear()
    # One call at a time, a type must be there before another names it.
    inhoud["ZaakType"].sort(key=lambda item: (item["identificatie"] == "MOR", item["beginGeldigheid"]))
    assert importeer(SYSTEM, inhoud).conflicten == []
    taken = inhoud_of(models.Catalogus.objects.get())
    clear()
    called = call_one_by_one(inhoud)
    assert called == text_of(taken, {new: old for old, new in urls_between(inhoud, taken).items()})


def urls_between(one: Inhoud, other: Inhoud) -> dict[str, str]:
    """The URL of each object of one file by that of the same place in the other."""
    pairs = zip(urls_of(one), urls_of(other), strict=True)
    return dict(pairs)


def urls_of(inhoud: Inhoud) -> list[str]:
    """The URL of every object."""
    return [item["url"] for soort in SOORTEN for item in inhoud[soort.bestand]]


def call_one_by_one(inhoud: Inhoud) -> str:
    """Makes everything over the API, publishes it, and gives the export with the URLs of the file."""
    api = api_client()
    made: dict[str, str] = {}
    for soort in SOORTEN:
        for item in inhoud[soort.bestand]:
            body = msgspec.json.decode(text_of({"x": [by_name(item)]}, made))["x"][0]
            made[item["url"]] = post(api, soort.resource.path, body)["url"]
    for name, path in (
        ("ZaakType", "zaaktypen"),
        ("BesluitType", "besluittypen"),
        ("InformatieObjectType", "informatieobjecttypen"),
    ):
        for item in inhoud[name]:
            if not item["concept"]:
                url = f"{API}/{path}/{made[item['url']][-36:]}/publish"
                assert api.post(url, {}).status_code == 200
    found = inhoud_of(models.Catalogus.objects.get())
    return text_of(found, {new: old for old, new in made.items()})


def by_name(item: dict[str, Any]) -> dict[str, Any]:
    """An object with names in its relations, as the standard writes them."""
    body = {key: value for key, value in item.items() if key != "eigenschappen"}
    for key, names in (
        ("besluittypen", "besluittypeOmschrijving"),
        ("deelzaaktypen", "deelzaaktypeIdentificaties"),
        ("informatieobjecttypen", "informatieobjecttypeOmschrijving"),
    ):
        if key in body and names in body:
            body[key] = body[names]
    if "gerelateerdeZaaktypen" in body:
        relaties = [
            {**relatie, "zaaktype": relatie["zaaktypeIdentificatie"]}
            for relatie in body["gerelateerdeZaaktypen"]
        ]
        body["gerelateerdeZaaktypen"] = [r for n, r in enumerate(relaties) if r not in relaties[:n]]
    if "informatieobjecttypeOmschrijvingen" in body:
        body["informatieobjecttypen"] = body["informatieobjecttypeOmschrijvingen"]
    return body


ANYTHING: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 10**20, 1.5, [], {}, [None], [{}], [["x"]], {"a": 1}, {"zaaktype": []}),
    *("", "x", "x" * 300, "\x00", "http://localhost/x", "http://[", "P0D", "P1D", "2024-02-30", "2024-01-01"),
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Everything in a file that can be replaced: its container and its key."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


@hypothesis.given(seed=strategies.integers(0, 2**32))
@hypothesis.settings(
    max_examples=100, deadline=None, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture]
)
def test_whatever_stands_in_a_file_there_is_a_report(full: Inhoud, seed: int) -> None:
    inhoud, dice = copy.deepcopy(full), random.Random(seed)
    everywhere = [place for objects in inhoud.values() for item in objects for place in places(item)]
    for container, key in dice.sample(everywhere, dice.randint(1, 4)):
        container[key] = copy.deepcopy(dice.choice(ANYTHING))
    verslag = importeer(SYSTEM, inhoud)
    assert len(verslag.regels) == sum(map(len, inhoud.values()))
    if verslag.conflicten:
        assert all(regel.reden for regel in verslag.conflicten)
        assert not models.Catalogus.objects.exists()
    clear()


@pytest.fixture
def full() -> Inhoud:
    """The full catalogue as a file, of which the register holds nothing."""
    found = inhoud_of(make_full())
    clear()
    return found
