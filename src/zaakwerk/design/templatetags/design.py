"""The components of the design system as template tags; what each takes stands in its docstring.

Their HTML lives in templates/design/components. None of them needs a script, none writes a style attribute.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django import forms, template
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from zaakwerk.design.steps import STRIP_LIMIT, Gap, Step, collapse, course, current_index
from zaakwerk.design.terms import Term

register = template.Library()
COMPONENTS = "design/components/"
ALERTS = {"info": "info", "ok": "goed", "warning": "waarschuwing", "error": "fout"}
CONTROL_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.RadioSelect, "zw-choices"),
    (forms.CheckboxSelectMultiple, "zw-choices"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.FileInput, "zw-file"),
    (forms.Widget, "utrecht-textbox utrecht-textbox--html-input"),
)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of icons.svg; silent beside text, named by `label` where it stands alone."""
    use = format_html('<use href="{}#{}"></use>', static("design/icons.svg"), name)
    if not label:
        return format_html('<svg class="zw-icon" aria-hidden="true" focusable="false">{}</svg>', use)
    return format_html(
        '<svg class="zw-icon" role="img" aria-label="{}" focusable="false">{}</svg>', label, use
    )


@register.simple_tag
def datum(value: date | datetime | None, form: str = "lang") -> SafeString | str:
    """A date in words ("24 november 2026"), `kort` for tables ("24 nov 2026"); a moment by its local date."""
    if not value:
        return "–"
    day = timezone.localtime(value).date() if isinstance(value, datetime) else value
    words = date_format(day, "j F Y" if form == "lang" else gettext("j b Y"))
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), words)


@register.simple_tag
def tijdstip(value: datetime | None) -> SafeString | str:
    """A moment in words, local time: "24 november 2026 om 14:05"."""
    if not value:
        return "–"
    local = timezone.localtime(value)
    words = gettext("%(day)s om %(time)s") % {
        "day": date_format(local, "j F Y"),
        "time": local.strftime("%H:%M"),
    }
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


@register.simple_tag
def field(bound: BoundField, help_text: str = "") -> SafeString:
    """A form field with label, help, error and control, joined by aria-describedby. Optional ones say so."""
    widget = bound.field.widget
    css = next(css for kind, css in CONTROL_CLASSES if isinstance(widget, kind))
    context = {
        "bound": bound,
        "help_text": help_text or bound.help_text,
        "is_group": bound.use_fieldset,
        "is_checkbox": isinstance(widget, forms.CheckboxInput),
        "control": control(bound, css, help_text),
    }
    return render_to_string(COMPONENTS + "field.html", context)


def control(bound: BoundField, css: str, help_text: str) -> SafeString:
    """The control itself; its description names the help and the errors that are really on the page."""
    if bound.errors and css.startswith("utrecht-"):
        css += f" {css.split()[0]}--invalid"
    attrs: dict[str, str | bool] = {"class": f"{bound.field.widget.attrs.get('class', '')} {css}".strip()}
    described = [f"{bound.auto_id}_helptext"] if help_text or bound.help_text else []
    described += [f"{bound.auto_id}_error"] if bound.errors else []
    if described and not bound.use_fieldset:
        attrs["aria-describedby"] = " ".join(described)
    return bound.as_widget(attrs=attrs)


@register.simple_tag
def fields(form: forms.BaseForm) -> SafeString:
    """All fields of a form in their order, hidden ones included."""
    return format_html("{}" * len(list(form)), *(b if b.is_hidden else field(b) for b in form))


@register.inclusion_tag(COMPONENTS + "error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """Above a form: what is wrong, each with a link to its field. Nothing when nothing is wrong."""
    wrong = [(bound, bound.errors) for bound in form if bound.errors]
    return {"general": form.non_field_errors(), "wrong": wrong}


@register.inclusion_tag(COMPONENTS + "radio_cards.html")
def radio_cards(bound: BoundField, options: Sequence[Any], legend_hidden: bool = False) -> dict[str, Any]:
    """A choice of cards. An option has waarde, titel, and may have tekst, gevolg, kenmerk, reden."""
    return {
        "bound": bound,
        "options": options,
        "chosen": str(bound.value() or ""),
        "legend_hidden": legend_hidden,
    }


@register.inclusion_tag(COMPONENTS + "action.html")
def action(
    text: str,
    url: str = "",
    kind: str = "secondary",
    icon: str = "",
    reason: str = "",
    name: str = "",
    value: str = "",
) -> dict[str, Any]:
    """A button: a link with `url`, else it submits its form. With a `reason` it cannot be used and says why.

    `kind`: primary, secondary, subtle or danger.
    """
    css = {
        "danger": "utrecht-button--primary-action zw-button--danger",
        "subtle": "utrecht-button--subtle",
    }.get(kind, f"utrecht-button--{kind}-action")
    parts = {
        "text": text,
        "url": url,
        "css": css,
        "icon": icon,
        "reason": reason,
        "name": name,
        "value": value,
    }
    return {**parts, "reason_id": f"reden-{uuid4().hex[:8]}"}


@register.simple_block_tag(end_name="endalert")
def alert(content: str, kind: str = "info", title: str = "", live: bool = False) -> SafeString:
    """A message in a box; `kind`: info, ok, warning or error. `live` when it tells how an action ended."""
    context = {"content": content, "kind": kind, "icon": ALERTS[kind], "title": title, "live": live}
    return render_to_string(COMPONENTS + "alert.html", context)


@register.inclusion_tag(COMPONENTS + "term_chip.html")
def term_chip(term: Term, compact: bool = False) -> dict[str, Any]:
    """Where a term stands: icon, word and number, the date beneath unless `compact`."""
    return {"term": term, "compact": compact}


@register.inclusion_tag(COMPONENTS + "status_strip.html")
def status_strip(steps: Sequence[Step], limit: int = STRIP_LIMIT) -> dict[str, Any]:
    """The course of a zaak in one line; long courses are collapsed, with all steps behind one press."""
    items = [(item, isinstance(item, Gap)) for item in collapse(steps, limit)]
    here = current_index(steps) if steps else 0
    return {
        "items": items,
        "steps": steps,
        "collapsed": len(steps) > limit,
        "place": here + 1,
        "current": steps[here] if steps else None,
    }


@register.inclusion_tag(COMPONENTS + "course.html")
def step_course(steps: Sequence[Step]) -> dict[str, Any]:
    """The course of a zaak in plain words, top to bottom, for the person concerned."""
    return {"course": course(steps)}


@register.inclusion_tag(COMPONENTS + "timeline.html")
def timeline(events: Iterable[Any]) -> dict[str, Any]:
    """What happened, newest first. An event has moment, titel, and may have icon, wie, tekst and url."""
    return {"events": events}


@register.filter
def formaat(media_type: str) -> str:
    """The kind of file as people call it: "PDF" for application/pdf; what is unknown stays as it is."""
    extension = mimetypes.guess_extension(media_type) if "/" in media_type else None
    return extension.removeprefix(".").upper() if extension else media_type


@register.inclusion_tag(COMPONENTS + "document_list.html")
def document_list(documents: Iterable[Any]) -> dict[str, Any]:
    """Documents to open. One has titel, url, and may have soort, datum, status, auteur, formaat (media type),
    grootte (bytes), let_op (what is wrong, in words) and orde_url (where that is mended).
    """
    return {"documents": documents}


@register.inclusion_tag(COMPONENTS + "data_list.html")
def data_list(items: Iterable[tuple[str, Any]], columns: int = 1) -> dict[str, Any]:
    """Facts as (name, value) pairs; empty values show a dash. `columns`: 1 or 2 on wide screens."""
    return {"items": items, "columns": columns}


@register.inclusion_tag(COMPONENTS + "pagination.html", takes_context=True)
def pagination(context: Context, page: Any, label: str = "") -> dict[str, Any]:
    """Links to the other pages of a Django Page, other query parameters kept. Nothing for a single page."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": list(numbers), "label": label, "request": context.get("request")}


@register.inclusion_tag(COMPONENTS + "breadcrumb.html")
def breadcrumb(crumbs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Where the page hangs: (text, url) pairs; the last one is the page itself."""
    return {"crumbs": crumbs[:-1], "here": crumbs[-1] if crumbs else None}


@register.inclusion_tag(COMPONENTS + "tabs.html")
def tabs(items: Iterable[Any], label: str) -> dict[str, Any]:
    """Parts of a page as links. A tab has label, url, and may have current and aantal."""
    return {"items": items, "label": label}


@register.inclusion_tag(COMPONENTS + "empty_state.html")
def empty_state(
    title: str, text: str = "", url: str = "", action_text: str = "", icon: str = ""
) -> dict[str, Any]:
    """What to say, and what to do next, where a list is empty."""
    return {"title": title, "text": text, "url": url, "action_text": action_text, "icon": icon}


@register.inclusion_tag(COMPONENTS + "sort_header.html", takes_context=True)
def sort_header(context: Context, text: str, key: str, sort: str) -> dict[str, Any]:
    """A column heading that sorts by `key` (up) or `-key` (down) through the query parameter `sorteer`."""
    up, down = sort == key, sort == f"-{key}"
    return {
        "text": text,
        "order": "ascending" if up else "descending" if down else "",
        "target": f"-{key}" if up else key,
        "request": context.get("request"),
    }


@register.inclusion_tag(COMPONENTS + "nav_item.html", takes_context=True)
def nav_item(context: Context, name: str, text: str, icon: str = "", exact: bool = False) -> dict[str, Any]:
    """A link in the navigation to the view called `name`; nothing where that view does not exist (yet).

    It is current on its own page and below it, with `exact` only on its own page.
    """
    try:
        url = reverse(name)
    except NoReverseMatch:
        return {"url": ""}
    path = getattr(context.get("request"), "path", "")
    current = path == url if exact else path.startswith(url)
    return {"url": url, "text": text, "icon": icon, "current": current}
