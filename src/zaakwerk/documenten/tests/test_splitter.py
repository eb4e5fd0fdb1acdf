"""The splitter: whatever the JSON and wherever it is cut, it reads what any JSON reader reads."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zaakwerk.documenten.bodies.base64text import Base64Text
from zaakwerk.documenten.bodies.splitter import MAX_REST, Splitter
from zaakwerk.zgw.bodies import decode_object
from zaakwerk.zgw.problems import Invalid, Malformed, Problem

ABSENT = object()


class Taken:
    """What came out of a body: the object without content, the content, and the fault in it."""

    def __init__(self, raw: bytes, cuts: list[int]) -> None:
        self.content = bytearray()
        text = Base64Text(self.content.extend)
        splitter = Splitter("inhoud", text, on_begin=self.content.clear)
        for piece in cut_at(raw, cuts):
            splitter.feed(piece)
        self.rest = splitter.finish()
        self.body = decode_object(self.rest)
        self.fault = text.fault


def cut_at(raw: bytes, cuts: list[int]) -> Iterator[bytes]:
    """The bytes in pieces that end at these places."""
    at = 0
    for cut in [*sorted(cut % (len(raw) + 1) for cut in cuts), len(raw)]:
        yield raw[at:cut]
        at = cut


def expected_content(value: Any) -> bytes | None:
    """The content a JSON value stands for; None when it is no base64."""
    text = value.translate({ord(space): None for space in " \n\r\t"})
    try:
        return base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None


def spaced(value: Any, space: str) -> str:
    """JSON with whitespace wherever JSON allows it."""
    return json.dumps(value, separators=(f"{space},{space}", f"{space}:{space}"), ensure_ascii=False)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.just("inhoud"), inner, max_size=4)
    ),
    max_leaves=12,
)
contents = st.binary(max_size=60).map(lambda raw: base64.b64encode(raw).decode()) | st.text() | json_values
spaces = st.sampled_from(["", " ", "\n\t", "  \r\n"])
cuts = st.lists(st.integers(min_value=0, max_value=400), max_size=8)
keys = st.sampled_from(['"inhoud"', '"\\u0069nhoud"', '"inhou\\u0064"'])


def escaped(text: str) -> str:
    """A JSON string with the escapes that serialisers like to use."""
    return json.dumps(text).replace("/", "\\/").replace("+", "\\u002B")


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.text(), json_values, max_size=5), contents, spaces, cuts, keys, st.booleans())
def test_content_and_rest_are_what_a_json_reader_reads(
    others: dict[str, Any], content: Any, space: str, places: list[int], key: str, is_last: bool
) -> None:
    others.pop("inhoud", None)
    value = escaped(content) if isinstance(content, str) else spaced(content, space)
    pair, rest = f"{key}{space}:{space}{value}", spaced(others, space)[1:-1]
    pairs = [rest, pair] if is_last else [pair, rest]
    raw = (space + "{" + f"{space},".join(part for part in pairs if part.strip()) + "}" + space).encode(
        "utf-8", "surrogatepass"
    )
    try:
        whole = msgspec.json.decode(raw)
    except msgspec.DecodeError:  # lone surrogates, which the kernel's decoder refuses
        with pytest.raises(Malformed):
            Taken(raw, places)
        return
    taken = Taken(raw, places)
    assert whole == json.loads(raw)
    assert {**taken.body, "inhoud": whole["inhoud"]} == whole
    if not isinstance(content, str):
        assert taken.body["inhoud"] == content
        return
    assert taken.body["inhoud"] == ""
    wanted = expected_content(content)
    assert (taken.fault is None) == (wanted is not None)
    if wanted is not None:
        assert bytes(taken.content) == wanted


@settings(max_examples=600, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b'"inhoud"', b"QUJD", b"=", b"\\u0041", b"\\/"]
            + [b" ", b"\n", b"\xc3\xa9", b"\xff", b"null", b"1", b'{"inhoud":"', b'"}', b"\\u00", b"\x00"]
        ),
        max_size=14,
    ),
    cuts,
)
@example([b'{"inhoud":"', b"\\", b'"', b'"}'], [])
@example([b'{"inhoud":"', b"\\u00", b'"}'], [12])
@example([b'{"inhoud":"', b"\xc3", b'"}'], [])
def test_what_is_no_json_stays_no_json(parts: list[bytes], places: list[int]) -> None:
    raw = b"".join(parts)
    try:
        whole = decode_object(raw)
    except (Malformed, Invalid) as refused:
        with pytest.raises(type(refused)):
            Taken(raw, places)
        return
    taken = Taken(raw, places)
    content = whole.get("inhoud", ABSENT)
    if isinstance(content, str):
        assert taken.body == {**whole, "inhoud": ""}
        wanted = expected_content(content)
        assert (None if taken.fault else bytes(taken.content)) == wanted
    else:
        assert taken.body == whole


@pytest.mark.parametrize("place", range(60))
def test_every_single_cut_gives_the_same(place: int) -> None:
    raw = '{"titel":"é\\"\\\\","inhoud":"QUJD\\/\\u002b\\nDE==","x":{"inhoud":"QQ=="}}'.encode()
    taken = Taken(raw, [place])
    assert taken.body == {"titel": 'é"\\', "inhoud": "", "x": {"inhoud": "QQ=="}}
    assert bytes(taken.content) == base64.b64decode("QUJD/+DE==")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("QUJ", "incorrect-base64-padding"),
        ("QUJDR", "incorrect-base64-padding"),
        ("QUI", "incorrect-base64-padding"),
        ("Q===", "incorrect-base64-padding"),
        ("====", "incorrect-base64-padding"),
        ("QUJD-_", "invalid-base64"),
        ("QQ==QQ==", "invalid-base64"),
        ("QU=JD", "invalid-base64"),
        ("é", "invalid-base64"),
        ("http://example.org/download", "invalid-base64"),
    ],
)
def test_broken_base64_is_named(text: str, code: str) -> None:
    taken = Taken(json.dumps({"inhoud": text}).encode(), [13, 14, 15])
    assert taken.fault is not None
    assert (taken.fault.name, taken.fault.code) == ("inhoud", code)


def test_of_duplicate_keys_the_last_counts() -> None:
    assert bytes(Taken(b'{"inhoud":"###","inhoud":"QQ=="}', [3, 20]).content) == b"A"
    taken = Taken(b'{"inhoud":"QQ==","inhoud":null}', [])
    assert taken.body["inhoud"] is None


def test_content_in_a_list_at_the_top_is_not_taken_out() -> None:
    with pytest.raises(Invalid):
        Taken(b'["inhoud","QQ=="]', [])


def test_the_rest_has_a_limit_and_the_content_has_not() -> None:
    big = b"QUJD" * (MAX_REST // 2)
    taken = Taken(b'{"inhoud":"' + big + b'"}', [])
    assert len(taken.content) == len(big) // 4 * 3
    with pytest.raises(Problem) as refused:
        Taken(b'{"titel":"' + big + b'"}', [])
    assert refused.value.status == 413
