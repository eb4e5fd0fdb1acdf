"""What the headers of an answer say about its body."""

import pytest

from zaakwerk.zaken.tests.world import ZAKEN, World

pytestmark = pytest.mark.django_db


def test_an_answer_tells_its_length_so_that_it_goes_out_in_one_piece() -> None:
    world = World()
    for response in (world.api.get(world.zaak()["url"]), world.api.get(f"{ZAKEN}/zaken")):
        assert int(response.headers["Content-Length"]) == len(response.content) > 0


def test_head_tells_what_get_would_send_and_sends_nothing() -> None:
    world = World()
    url = world.zaak()["url"]
    whole, head = world.api.get(url), world.api.head(url)
    assert head.content == b""
    for name in ("Content-Length", "Content-Type", "Content-Crs", "ETag", "API-version"):
        assert head.headers[name] == whole.headers[name]
