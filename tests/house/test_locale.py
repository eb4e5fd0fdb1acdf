"""Locale: whoever reads English reads all of it."""

from scripts import messages


def test_there_are_texts_to_translate() -> None:
    assert len(messages.collect()) > 20


def test_every_text_has_a_finished_english_translation() -> None:
    """When this fails: `make messages`, then fill in what it lists."""
    assert messages.untranslated(messages.updated("en")) == []


def test_translations_keep_the_placeholders() -> None:
    faults = [
        f"{message.id}: {', '.join(map(str, errors))}" for message, errors in messages.load("en").check()
    ]
    assert faults == []


def test_the_translation_holds_no_text_that_is_gone() -> None:
    used = {message.id for message in messages.collect()}
    assert [message.id for message in messages.load("en") if message.id and message.id not in used] == []
