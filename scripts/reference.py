"""Reference: writes the parts of docs/reference that follow from the code; `--check` only compares.

Settings, rules, command line and APIs each have one page. What stands above the mark in a page is written by
people; what stands below it is made here. A test fails when it says something else than the code does.
"""

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zaakwerk.zgw.commands import Command
    from zaakwerk.zgw.resource import Resource

PAGES = Path(__file__).resolve().parent.parent / "docs" / "reference"
MARK = "<!-- Below this line: made by scripts/reference.py from the code. -->\n"
WRITES = (("create", "POST"), ("update", "PUT, PATCH"), ("destroy", "DELETE"))


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


def code(words: str) -> str:
    """Words as code; nothing for nothing."""
    return f"`{words}`" if words else ""


def settings_page() -> str:
    """Every operator's setting."""
    from zaakwerk.project.environment import SETTINGS

    rows = [(code(found.name), found.purpose, found.default) for found in SETTINGS]
    return table(("setting", "what it is for", "without it"), rows)


def rules_page() -> str:
    """Every rule, with the commands it guards."""
    from zaakwerk.zgw import rules

    guarded = commands_by_rule()
    rows = [
        (code(rule.id), rule.text.replace("\n", " "), code(rule.slug), ", ".join(guarded[rule.slug]))
        for rule in rules.registered()
    ]
    return table(("id", "rule", "in the code", "guards"), rows)


def commands_by_rule() -> dict[str, list[str]]:
    """Which commands a rule guards, by slug."""
    from zaakwerk.zgw import registry
    from zaakwerk.zgw.commands import Command

    guarded: dict[str, list[str]] = defaultdict(list)
    for command in sorted(set(below(Command)), key=lambda found: (found.__module__, found.__name__)):
        _, room, *rest = command.__module__.split(".")
        # Only rooms that are always loaded: the page must not depend on what else was imported.
        for rule in command.rules if room in registry.COMPONENTS and "tests" not in rest else ():
            guarded[rule.slug].append(code(f"{room}.{command.__name__}"))
    return guarded


def below(command: type["Command[Any]"]) -> Iterator[type["Command[Any]"]]:
    """Every kind of command that inherits from one."""
    for found in command.__subclasses__():
        yield found
        yield from below(found)


def cli_page() -> str:
    """Every command with its arguments."""
    from zaakwerk.project.cli import COMMANDS, build_parser

    choices = next(
        found for found in build_parser()._actions if isinstance(found, argparse._SubParsersAction)
    )
    parts = []
    for command in COMMANDS:
        parts.append(
            "\n\n".join(described(f"zaakwerk {command.name}", choices.choices[command.name], command.help))
        )
    return "\n\n".join(parts)


def described(name: str, parser: argparse.ArgumentParser, purpose: str, level: int = 2) -> Iterator[str]:
    """One command, and below it its actions such as `client add`."""
    yield f"{'#' * level} `{name}`"
    yield purpose
    nested = [found for found in parser._actions if isinstance(found, argparse._SubParsersAction)]
    rows = [argument(found) for found in parser._actions if is_own(found)]
    if rows:
        yield table(("argument", "meaning"), rows)
    for action in nested:
        for choice, below in action.choices.items():
            words = next((found.help for found in action._choices_actions if found.dest == choice), "") or ""
            yield from described(f"{name} {choice}", below, words, level + 1)


def is_own(action: argparse.Action) -> bool:
    """Whether an argument is the command's own: not --help, not a choice of actions."""
    return not isinstance(action, argparse._HelpAction | argparse._SubParsersAction)


def argument(action: argparse.Action) -> tuple[str, str]:
    """One argument as it is typed, and what it is for."""
    shown = str(action.metavar or action.dest.upper())
    typed = f"{action.option_strings[0]} {shown}".strip() if action.option_strings else shown
    if action.nargs == 0:
        typed = action.option_strings[0]
    elif action.choices:
        typed = "|".join(str(choice) for choice in action.choices)
    return code(typed), (action.help or "") + (
        " (verplicht)" if action.required and action.option_strings else ""
    )


def api_page() -> str:
    """Every API with its resources."""
    from zaakwerk.zgw import registry

    parts = []
    for component in registry.COMPONENTS.values():
        parts.append(f"## {component.title} {component.version}\n\nBase path `{component.prefix}`.")
        parts.append(
            table(("path", "read", "write", "filters"), [resource_row(r) for r in component.resources])
        )
        others = [
            f"* `{address(found)}`" for found in component.extra if not is_plain(component.resources, found)
        ]
        if others:
            parts.append("Besides these:\n\n" + "\n".join(others))
    return "\n\n".join(parts)


def address(route: str) -> str:
    """A route of Django as people write a path."""
    return "/" + route.replace("<uuid:", "{").replace(">", "}")


def is_plain(resources: tuple["Resource", ...], route: str) -> bool:
    """Whether a route is the collection or the item of a resource, which the table names already."""
    return any(route in (resource.path, f"{resource.path}/<uuid:uuid>") for resource in resources)


def resource_row(resource: "Resource") -> tuple[str, ...]:
    """One resource: its path, who reads it, what can be written by whom, and its filters."""
    commands = [(methods, getattr(resource, kind)) for kind, methods in WRITES if getattr(resource, kind)]
    written = "; ".join(f"{methods}: {scopes(command)}" for methods, command in commands)
    filters = ", ".join(code(found.key) for found in resource.filters)
    return code("/" + resource.path), scopes(resource), written, filters


def scopes(declared: Any) -> str:
    """The scopes of which one suffices."""
    found = declared.read if hasattr(declared, "read") else declared.scopes
    return " or ".join(code(scope) for scope in sorted(found))


MAKERS: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "rules.md": rules_page,
    "cli.md": cli_page,
    "api.md": api_page,
}


def outdated() -> list[str]:
    """The pages that say something else than the code."""
    return [name for name in MAKERS if (PAGES / name).read_text(encoding="utf-8") != renewed(name)]


def renewed(name: str) -> str:
    """A page as it should be: what people wrote above the mark, and below it what the code says."""
    head, mark, _ = (PAGES / name).read_text(encoding="utf-8").partition(MARK)
    if not mark:
        raise SystemExit(f"docs/reference/{name} has no mark; put this line in it: {MARK}")
    return f"{head}{MARK}\n{MAKERS[name]()}\n"


def main() -> int:
    """Writes the pages, or with --check names those that are outdated."""
    import django

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zaakwerk.project.settings")
    django.setup()
    old = outdated()
    if given.check:
        print(f"Niet bij: {', '.join(old)}." if old else "De pagina's zijn bij.")
        return 1 if old else 0
    for name in old:
        (PAGES / name).write_text(renewed(name), encoding="utf-8")
    print(f"Geschreven: {', '.join(old) or 'niets'}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
