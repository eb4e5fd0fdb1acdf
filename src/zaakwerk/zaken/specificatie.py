"""Specificatie: whether the value of an eigenschap fits what the catalogue says of it (zrc-018, ztc-015)."""

from datetime import date, datetime
from typing import Any

from zaakwerk.zgw.clock import AMSTERDAM

DATE_FORMS = {"datum": ("%Y%m%d", "JJJJMMDD"), "datum_tijd": ("%Y%m%d%H%M%S", "JJJJMMDDuummss")}


def why_not_fitting(waarde: str, specificatie: dict[str, Any]) -> str:
    """Why a value does not fit, in plain ASCII Dutch (it travels in a header); empty when it does."""
    formaat, lengte = specificatie.get("formaat", "tekst"), str(specificatie.get("lengte", ""))
    allowed = specificatie.get("waardenverzameling") or []
    if allowed and waarde not in allowed:
        return "De waarde komt niet voor in de waardenverzameling."
    if formaat in DATE_FORMS:
        return why_no_date(waarde, *DATE_FORMS[formaat])
    if formaat == "getal":
        return why_no_number(waarde, lengte)
    if lengte.isdigit() and len(waarde) > int(lengte):
        return f"De waarde is langer dan {lengte} tekens."
    return ""


def why_no_date(waarde: str, form: str, shown: str) -> str:
    """A date or moment in the catalogue's compact form."""
    try:
        fits = datetime.strptime(waarde, form).strftime(form) == waarde  # noqa: DTZ007 - only its form
    except ValueError:
        fits = False
    return "" if fits else f"De waarde heeft niet de vorm {shown}."


def why_no_number(waarde: str, lengte: str) -> str:
    """A number of at most `n` digits, or `n,d` with decimals."""
    whole, _, decimals = waarde.replace(".", ",").partition(",")
    digits = whole.removeprefix("-")
    if not digits.isdigit() or (decimals and not decimals.isdigit()):
        return "De waarde is geen getal."
    most, _, most_decimals = lengte.partition(",")
    if most.isdigit() and len(digits) > int(most):
        return f"Het getal heeft meer dan {most} cijfers."
    if len(decimals) > int(most_decimals or 0):
        return f"Het getal heeft meer dan {most_decimals or 0} decimalen."
    return ""


def typed_value(waarde: str, specificatie: dict[str, Any]) -> date | datetime | str:
    """The value as what it is, for a face to write in words; text that does not fit stays text."""
    formaat = specificatie.get("formaat", "tekst")
    if formaat not in DATE_FORMS or why_no_date(waarde, *DATE_FORMS[formaat]):
        return waarde
    moment = datetime.strptime(waarde, DATE_FORMS[formaat][0])  # noqa: DTZ007 - local by agreement
    return moment.date() if formaat == "datum" else moment.replace(tzinfo=AMSTERDAM)
