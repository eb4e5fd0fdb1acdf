"""The components say what they must say, also to a screen reader."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.test import override_settings
from django.utils import translation
from lxml import html

from zaakwerk.design.tests import formulieren

SPRITE = "design/icons.svg"


def render(source: str, **context: Any) -> Any:
    """The element a piece of template becomes, in Dutch."""
    with translation.override("nl"):
        text = Template("{% load design %}" + source).render(Context(context))
    return html.fragment_fromstring(text, create_parent="body")


def text_of(source: str, **context: Any) -> str:
    """The words a piece of template becomes."""
    return " ".join(render(source, **context).text_content().split())


def test_a_field_in_error_is_described_by_its_help_and_its_error() -> None:
    form = formulieren.NieuweZaak({})
    tree = render("{% field form.omschrijving %}", form=form)
    (control,) = tree.xpath("//input")
    described = [
        tree.get_element_by_id(name).text_content() for name in control.get("aria-describedby").split()
    ]
    assert "Kort en herkenbaar" in described[0]
    assert "verplicht" in described[1]
    assert control.get("aria-invalid") == "true"
    assert tree.xpath("//label")[0].get("for") == control.get("id")


def test_a_field_without_help_or_error_points_at_nothing() -> None:
    tree = render("{% field form.toelichting %}", form=formulieren.NieuweZaak())
    assert tree.xpath("//textarea")[0].get("aria-describedby") is None


def test_an_optional_field_says_so_and_a_required_one_does_not() -> None:
    form = formulieren.NieuweZaak()
    assert "(niet verplicht)" in text_of("{% field form.toelichting %}", form=form)
    assert "(niet verplicht)" not in text_of("{% field form.omschrijving %}", form=form)


def test_a_group_of_choices_is_a_fieldset_with_a_legend() -> None:
    tree = render("{% field form.kanaal %}", form=formulieren.NieuweZaak())
    assert tree.xpath("//fieldset/legend")[0].text_content().split() == ["Hoe", "kwam", "het", "binnen?"]


def test_the_error_summary_links_to_each_field_in_error() -> None:
    form = formulieren.Inloggen({})
    tree = render("{% error_summary form %}{% fields form %}", form=form)
    targets = [link.get("href").removeprefix("#") for link in tree.xpath("//div[@role='alert']//a")]
    assert [tree.get_element_by_id(target).get("name") for target in targets] == ["username", "password"]


def test_the_error_summary_is_silent_when_nothing_is_wrong() -> None:
    assert text_of("{% error_summary form %}", form=formulieren.Inloggen()) == ""


def test_an_action_with_a_reason_cannot_be_used_and_says_why() -> None:
    tree = render('{% action "Heropen" "/heropen" reason="Dat kan alleen een recordmanager." %}')
    (button,) = tree.xpath("//button")
    assert (button.get("type"), button.get("aria-disabled")) == ("button", "true")
    assert "recordmanager" in tree.get_element_by_id(button.get("aria-describedby")).text_content()
    assert tree.xpath("//a") == []


def test_a_choice_that_cannot_be_made_says_why() -> None:
    class Keuze(forms.Form):
        soort = forms.ChoiceField(choices=[("a", "a")], widget=forms.RadioSelect)

    options = [
        {"waarde": "a", "titel": "Verleend"},
        {"waarde": "b", "titel": "Geweigerd", "reden": "Geen besluit."},
    ]
    tree = render("{% radio_cards form.soort options %}", form=Keuze({"soort": "a"}), options=options)
    chosen, refused = tree.xpath("//input")
    assert (chosen.get("checked"), chosen.get("disabled")) == ("checked", None)
    assert refused.get("disabled") == "disabled"
    assert "Geen besluit." in tree.get_element_by_id(refused.get("aria-describedby")).text_content()


def test_the_navigation_shows_only_views_that_exist() -> None:
    assert text_of('{% nav_item "maan:landing" "Maan" %}') == ""
    with override_settings(ROOT_URLCONF="zaakwerk.design.tests.urls"):
        assert text_of('{% nav_item "werkplek:zaken" "Zaken" %}') == "Zaken"


def test_a_moment_late_in_the_evening_falls_on_the_local_day() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert text_of("{% datum moment %}", moment=late) == "24 november 2026"
    assert text_of("{% tijdstip moment %}", moment=late) == "24 november 2026 om 00:30"
    assert text_of("{% tijdstip moment %}", moment=datetime(2026, 7, 1, 22, 30, tzinfo=UTC)).endswith("00:30")


def test_a_short_date_has_a_month_without_capital() -> None:
    assert text_of('{% datum dag "kort" %}', dag=date(2026, 10, 1)) == "1 okt 2026"
    assert text_of("{% datum dag %}", dag=None) == "–"


def test_the_timeline_groups_by_local_day() -> None:
    events = [
        {"moment": datetime(2026, 11, 23, 23, 30, tzinfo=UTC), "titel": "Laat"},
        {"moment": datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "titel": "Vroeg"},
    ]
    days = render("{% timeline events %}", events=events).xpath("//li[contains(@class, 'day')]")
    assert [day.text_content() for day in days] == ["24 november 2026", "23 november 2026"]


@pytest.mark.parametrize(
    ("media_type", "word"),
    [
        ("application/pdf", "PDF"),
        ("text/plain", "TXT"),
        ("application/x-onbekend", "application/x-onbekend"),
        ("", ""),
    ],
)
def test_the_kind_of_a_file_is_a_word(media_type: str, word: str) -> None:
    assert text_of("{{ soort|formaat }}", soort=media_type) == word
