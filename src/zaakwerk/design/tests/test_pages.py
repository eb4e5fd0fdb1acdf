"""Every page on fixed data is sound HTML: nothing inline, every reference resolves, nothing missing."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import override_settings
from lxml import html

from zaakwerk.design.tests.pages import PAGES

LANGUAGES = ("nl", "en")
REFERENCES = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
HTMX_SCRIPT = "django_htmx"


@cache
def page(name: str, language: str = "nl") -> Any:
    """The parsed page."""
    with override_settings(ROOT_URLCONF="zaakwerk.design.tests.urls"):
        return html.document_fromstring(PAGES[name].render(language))


def icon_names() -> set[str]:
    """The icons there are."""
    return set(re.findall(r'symbol id="([^"]+)"', Path(str(finders.find("design/icons.svg"))).read_text()))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_no_inline_style_script_or_handler(name: str) -> None:
    tree = page(name)
    assert tree.xpath("//@style") == []
    assert tree.xpath("//style") == []
    assert tree.xpath("//script[not(@src)]") == []
    assert [found for element in tree.iter("*") for found in element.attrib if found.startswith("on")] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_its_language_and_has_one_heading_and_a_title(name: str, language: str) -> None:
    tree = page(name, language)
    assert tree.get("lang") == language
    assert len(tree.xpath("//h1")) == 1
    assert " ".join(tree.xpath("//title")[0].text_content().split())


@pytest.mark.parametrize("name", PAGES)
def test_every_id_is_unique_and_every_reference_finds_its_target(name: str) -> None:
    tree = page(name)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    wanted = {
        target for kind in REFERENCES for value in tree.xpath(f"//@{kind}") for target in str(value).split()
    }
    assert wanted - set(ids) == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_icon_and_static_file_exists(name: str) -> None:
    tree = page(name)
    used = {value.partition("#")[2] for value in tree.xpath("//use/@href")}
    assert used - icon_names() == set()
    files = [
        value for value in tree.xpath("//link/@href | //script/@src | //img/@src") if "/static/" in value
    ]
    assert files
    assert [f for f in files if HTMX_SCRIPT not in f and not finders.find(f.partition("/static/")[2])] == []


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("mijn-")])
def test_the_portal_shows_no_inner_words_to_the_person_concerned(name: str) -> None:
    words = page(name).text_content().lower()
    assert [
        word for word in ("uuid", "statustype", "overgeslagen", "zaakvertrouwelijk") if word in words
    ] == []


def test_a_status_strip_marks_one_current_step() -> None:
    for name in ("werk-dossier", "werk-dossier-28"):
        assert len(page(name).xpath("//ol//li[@aria-current='step']")) == 1


def test_the_simulated_digid_says_that_it_is_not_real() -> None:
    assert "Dit is niet de echte DigiD" in page("mijn-inloggen").text_content()
