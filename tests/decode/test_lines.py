"""What the lines of a file of messages may hold, and what is said of lines that hold none."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidekit.decode.lines import MAX_BYTES, Message, read_messages
from guidekit.diagnostics import Diagnostic


def _read(data: bytes) -> list[Message | Diagnostic]:
    return list(read_messages(io.BytesIO(data), "m.jsonl"))


def test_each_line_is_a_message_and_empty_lines_are_passed_over() -> None:
    data = b'\xef\xbb\xbf{"id": "a", "text": "x"}\r\n\n{"text": "", "id": 7, "more": 1}'
    assert _read(data) == [Message("a", "x"), Message(7, "")]


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        (b"Dear Sam,", 1, "not JSON: Expecting value"),
        (b'{"id": 1, "text": "cut', 19, "not JSON: Unterminated string starting at"),
        (b"[1, 2]", 1, "not an object"),
        (b'{"id": 1}', 1, "`text` is missing"),
        (b'{"text": "x"}', 1, "`id` is missing"),
        (b'{"id": 1, "text": null}', 1, "`text` is not a string"),
        (b'{"id": 1, "text": "\xff"}', 1, "not UTF-8 (byte 20)"),
        (b"[" * 200_000, 1, "not JSON that can be read"),
        (b"1" * 10_000, 1, "not JSON that can be read"),
    ],
)
def test_a_bad_line_is_named_and_the_next_one_read(line: bytes, column: int, message: str) -> None:
    problem, good = _read(line + b'\n{"id": 2, "text": "x"}\n')
    assert isinstance(problem, Diagnostic)
    assert (problem.code, problem.span.line, problem.span.column) == ("MSG101", 1, column)
    assert problem.message.startswith(message)
    assert problem.help
    assert good == Message(2, "x")


def test_a_line_too_long_is_named_and_the_next_one_read() -> None:
    problem, good = _read(b"x" * (2 * MAX_BYTES + 5) + b'\n{"id": 2, "text": "x"}')
    assert isinstance(problem, Diagnostic)
    assert problem.message == "the line has more than 8,000,000 bytes"
    assert good == Message(2, "x")


def test_half_a_character_is_replaced() -> None:
    assert _read(b'{"id": 1, "text": "a\\ud83d"}') == [Message(1, "a\ufffd")]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers() | st.text() | st.none())
def test_any_text_arrives_as_it_is(text: str, id: object) -> None:
    line = json.dumps({"id": id, "text": text}).encode("utf-8", "surrogatepass")
    assert _read(line)[0] == Message(id, text)
