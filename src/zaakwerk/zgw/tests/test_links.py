"""Which URLs are ours, and how stored links get their base."""

import pytest
from django.test import override_settings

from zaakwerk.zgw.links import BASE, Origin

PATH = "/zaken/api/v1/zaken/6ba7b810-9dad-41d1-80b4-00c04fd430c8"


@pytest.mark.parametrize(
    ("url", "is_ours"),
    [
        (f"http://localhost:8000{PATH}", True),
        (f"http://localhost{PATH}", True),
        (f"https://zaken.voorbeeld.nl{PATH}", True),
        (f"https://zaken.voorbeeld.nl:443{PATH}", True),
        (f"http://localhost:9001{PATH}", False),
        (f"http://localhost:80000{PATH}", False),
        (f"http://localhost:8000.elders.nl{PATH}", False),
        (f"https://elders.nl{PATH}", False),
        (f"https://zaken.voorbeeld.nl@elders.nl{PATH}", False),
        ("http://[kapot", False),
        ("", False),
    ],
)
def test_a_url_is_ours_by_host_and_port(url: str, is_ours: bool) -> None:
    with override_settings(ALLOWED_HOSTS=["localhost", "zaken.voorbeeld.nl"]):
        assert Origin("http://localhost:8000").local_path(url) == (PATH if is_ours else None)


def test_stored_links_follow_the_address_they_are_asked_at() -> None:
    wire = f'{{"url":"{BASE}{PATH}"}}'.encode()
    assert Origin("https://nieuw.nl").render(wire) == f'{{"url":"https://nieuw.nl{PATH}"}}'.encode()
