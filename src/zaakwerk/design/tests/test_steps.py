"""The course of a zaak stays readable with four steps and with twenty-eight."""

from zaakwerk.design.steps import Gap, Step, collapse, course
from zaakwerk.design.tests import cast


def names(items: list[Step | Gap]) -> list[str | tuple[int, int, int]]:
    """Steps by name, gaps by what they leave out: done, skipped, todo."""
    return [
        item.omschrijving if isinstance(item, Step) else (item.done, item.skipped, item.todo)
        for item in items
    ]


def test_a_short_course_is_shown_whole() -> None:
    assert names(collapse(cast.few_steps())) == [
        "Ontvangen",
        "In behandeling",
        "Besluit genomen",
        "Afgehandeld",
    ]


def test_a_long_course_shows_the_last_done_the_current_the_next_and_the_last() -> None:
    assert names(collapse(cast.many_steps())) == [
        (5, 1, 0),
        cast.ACTIVITIES[6],
        (0, 9, 0),
        cast.ACTIVITIES[16],
        cast.ACTIVITIES[17],
        (0, 0, 9),
        "Afgehandeld",
    ]


def test_a_single_step_left_out_is_shown_itself() -> None:
    shown = names(collapse(cast.many_steps(current=1, done=(0,))))
    assert shown[:4] == [cast.ACTIVITIES[0], cast.ACTIVITIES[1], cast.ACTIVITIES[2], (0, 0, 24)]
    shown = names(collapse(cast.many_steps(current=25, done=(23,))))
    assert shown[-4:] == [cast.ACTIVITIES[24], cast.ACTIVITIES[25], cast.ACTIVITIES[26], "Afgehandeld"]


def test_a_long_course_that_has_not_begun_shows_its_first_steps() -> None:
    steps = [Step(name, "todo") for name in cast.ACTIVITIES]
    assert names(collapse(steps)) == [
        cast.ACTIVITIES[0],
        cast.ACTIVITIES[1],
        (0, 0, 25),
        "Afgehandeld",
    ]


def test_a_long_course_that_has_ended_shows_its_end() -> None:
    steps = [Step(name, "done") for name in cast.ACTIVITIES]
    assert names(collapse(steps))[-2:] == [cast.ACTIVITIES[26], "Afgehandeld"]


def test_a_course_without_steps_is_empty() -> None:
    assert collapse([]) == []
    assert course([]).current is None


def test_the_person_concerned_never_sees_skipped_steps() -> None:
    seen = course(cast.many_steps())
    assert [step.state for step in (*seen.earlier, *seen.recent)] == ["done"] * 6
    assert seen.current is not None


def test_the_person_concerned_sees_a_long_future_only_as_its_end() -> None:
    seen = course(cast.many_steps())
    assert ([step.omschrijving for step in seen.next], seen.between) == (["Afgehandeld"], True)
    seen = course(cast.plain_steps())
    assert (len(seen.next), seen.between) == (2, False)
