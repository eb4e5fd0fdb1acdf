"""Hands: what a person does on a page, by mouse or by keyboard alone; journeys are written in these words."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from playwright.sync_api import Locator, Page, expect

Kind = Literal["button", "link"]
Name = str | re.Pattern[str]
MOST_TABS = 150
IS_FOCUSED = "element => element === document.activeElement"
SHOWS_FOCUS = """() => {
    const drawn = (element, part) => {
        const style = getComputedStyle(element, part);
        return (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
    };
    return [null, "::before", "::after"].some((part) => drawn(document.activeElement, part));
}"""


def labelled(page: Page, label: str) -> Locator:
    """The control with this label; the note that it is optional is no part of its name here."""
    return page.get_by_label(re.compile(rf"^\s*{re.escape(label)}(\s+\([^)]*\))?\s*$"))


def choice(page: Page, label: str) -> Locator:
    """The radio button with this label; the badge of the likely next step is no part of its name here."""
    return page.get_by_role("radio", name=re.compile(rf"^\s*{re.escape(label)}(\s+volgende stap)?\s*$"))


def answer_to(page: Page, question: str, option: str) -> Locator:
    """The radio button with an answer to a question; the note that it is needed is no part of either."""
    group = page.get_by_role("group", name=re.compile(rf"^\s*{re.escape(question)}"))
    return group.get_by_role("radio", name=option, exact=True)


class Hands(Protocol):
    """The actions every way of operating a page has."""

    page: Page

    def press(self, kind: Kind, name: Name) -> None:
        """Presses a button or follows a link."""

    def write(self, label: str, text: str) -> None:
        """Fills in a field, replacing what was there."""

    def choose(self, label: str, option: str) -> None:
        """Chooses an option of a list."""

    def pick(self, label: str) -> None:
        """Picks one of the radio buttons."""

    def answer(self, question: str, option: str) -> None:
        """Picks one of the radio buttons of a question; several questions may have the same answers."""

    def tick(self, label: str) -> None:
        """Ticks a box."""

    def hand_over(self, label: str, file: Path) -> None:
        """Chooses a file."""


@dataclass
class Mouse:
    """By mouse."""

    page: Page

    def press(self, kind: Kind, name: Name) -> None:
        self.page.get_by_role(kind, name=name, exact=True).click()

    def write(self, label: str, text: str) -> None:
        labelled(self.page, label).fill(text)

    def choose(self, label: str, option: str) -> None:
        labelled(self.page, label).select_option(label=option)

    def pick(self, label: str) -> None:
        radio = choice(self.page, label)
        self.page.locator(f"label[for='{radio.get_attribute('id')}']").click()
        expect(radio).to_be_checked()

    def answer(self, question: str, option: str) -> None:
        answer_to(self.page, question, option).check()

    def tick(self, label: str) -> None:
        labelled(self.page, label).check()

    def hand_over(self, label: str, file: Path) -> None:
        labelled(self.page, label).set_input_files(file)


@dataclass
class Keyboard:
    """By keyboard alone: everything used must be reached with Tab, and show that it has the focus."""

    page: Page

    def __post_init__(self) -> None:
        # From the start: begun with the key press, the browser's own dialogue may be first.
        self.page.on("filechooser", lambda _: None)

    def reach(self, target: Locator) -> None:
        """Tabs on from where the focus is until the target has it."""
        for _ in range(MOST_TABS):
            if target.evaluate(IS_FOCUSED):
                assert self.page.evaluate(SHOWS_FOCUS), f"the focus does not show on {target}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {target}")

    def press(self, kind: Kind, name: Name) -> None:
        self.reach(self.page.get_by_role(kind, name=name, exact=True))
        self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        control = labelled(self.page, label)
        self.reach(control)
        if control.get_attribute("type") == "date":
            year, month, day = text.split("-")
            self.page.keyboard.type(f"{month}{day}{year}")  # as this browser shows a date
            return
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, label: str, option: str) -> None:
        control = labelled(self.page, label)
        self.reach(control)
        self.page.keyboard.type(option)
        assert control.evaluate("list => list.selectedOptions[0].label") == option

    def pick(self, label: str) -> None:
        wanted = choice(self.page, label)
        group = wanted.get_attribute("name")
        in_group = "name => document.activeElement.type === 'radio' && document.activeElement.name === name"
        for _ in range(MOST_TABS):
            if self.page.evaluate(in_group, group):
                break
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Space")
        for _ in range(MOST_TABS):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not reach {label}")

    def answer(self, question: str, option: str) -> None:
        wanted = answer_to(self.page, question, option)
        self.reach(answer_to(self.page, question, "Ja"))  # Tab comes to the first of an open question
        self.page.keyboard.press("Space")
        for _ in range(MOST_TABS):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not reach {option}")

    def tick(self, label: str) -> None:
        self.reach(labelled(self.page, label))
        self.page.keyboard.press("Space")
        assert labelled(self.page, label).is_checked()

    def hand_over(self, label: str, file: Path) -> None:
        self.reach(labelled(self.page, label))
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(file)
