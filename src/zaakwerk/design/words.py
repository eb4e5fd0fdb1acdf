"""Words: values as people read them."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format


def in_words(value: date | datetime | str) -> str:
    """A date as "24 november 2026", a moment with its local time, text as it is."""
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y H:i")
    return date_format(value, "j F Y") if isinstance(value, date) else value
