"""Emails: the model, and what is wrong with its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidekit.content.blocks import scan_blocks
from guidekit.content.email import Email, parse_email
from guidekit.content.placeholders import Placeholder, parse_line
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Span
from tests.support.sites import check, email_page


def _parse(text: str) -> tuple[Email, list[Diagnostic]]:
    source = SourceText("x.md", f"```email\n{text}\n```\n")
    blocks, _ = scan_blocks(source)
    return parse_email(blocks.fences[0], source)


def test_headers_subject_and_body_are_parsed_with_positions() -> None:
    email, problems = _parse(
        "Subject: About {{role}}\nTone: formal\n\nDear {{recruiter_name}},\n\nThank you."
    )
    assert problems == []
    assert email.variant == ("email", "recruiter", "formal", "standard")
    assert email.subject == ["About ", Placeholder("role", Span("x.md", 2, 16))]
    assert email.body == [
        ["Dear ", Placeholder("recruiter_name", Span("x.md", 5, 6)), ","],
        [],
        ["Thank you."],
    ]


def test_empty_placeholder_is_shown_in_plain_words() -> None:
    assert Placeholder("your_name", Span("x.md")).shown == "[your name]"


def test_unknown_placeholder_suggests_the_closest_name(tmp_path: Path) -> None:
    text = email_page("Subject: Thank you\n\nThe good {{rol}} interview.")
    found = check(tmp_path, {"emails/x.md": text})
    assert found == [
        Diagnostic(
            "MAIL102",
            "unknown-placeholder",
            "`rol` is not a known field",
            Span("docs/emails/x.md", 12, 10),
            "write {{role}}, or add `rol` to docs/_data/fields.yml",
        )
    ]


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("Hello {{ Role }},", "write {{role}}: two braces, small letters, underscores"),
        ("Hello {role},", "write {{role}}: two braces, small letters, underscores"),
        ("Hello [Your Name],", "write {{your_name}}: two braces, small letters, underscores"),
        ("Hello {{role,", "write {{name}}: two braces, small letters, underscores"),
    ],
)
def test_what_only_looks_like_a_placeholder_is_reported(line: str, help: str) -> None:
    _, problems = _parse(f"Subject: Hi\n\n{line}")
    assert [(p.code, p.span, p.help) for p in problems] == [("MAIL101", Span("x.md", 4, 7), help)]


def test_brackets_with_figures_are_left_alone() -> None:
    _, problems = _parse("Subject: Hi\n\nSee note [1], 3 < 4 and a {2} set.")
    assert problems == []


def test_misspelt_header_suggests_the_right_one() -> None:
    _, problems = _parse("Subjekt: Hi\n\nHello")
    assert [(p.code, p.help) for p in problems] == [
        ("MAIL103", "did you mean `Subject:`?"),
        ("MAIL106", "add a line `Subject: ...` as the first line of the fence"),
    ]


def test_wrong_header_value_is_named_where_it_stands() -> None:
    _, problems = _parse("Subject: Hi\nTone:  warmm\n\nHello")
    assert [(p.span, p.message, p.help) for p in problems] == [
        (Span("x.md", 3, 8), "`Tone: warmm` is not known", "did you mean `warm`?")
    ]


@pytest.mark.parametrize("channel", ["call", "voicemail"])
def test_spoken_words_may_not_have_a_subject(channel: str) -> None:
    _, problems = _parse(f"Channel: {channel}\nSubject: Hi\n\nHello")
    assert [p.code for p in problems] == ["MAIL107"]


@pytest.mark.parametrize("channel", ["call", "voicemail", "message"])
def test_spoken_words_and_messages_need_no_subject(channel: str) -> None:
    _, problems = _parse(f"Channel: {channel}\n\nHello")
    assert problems == []


@given(st.text())
def test_segments_of_a_line_join_to_the_line(line: str) -> None:
    joined = "".join(
        segment if isinstance(segment, str) else f"{{{{{segment.name}}}}}"
        for segment in parse_line(line, Span("x.md"))
    )
    assert joined == line


@given(st.lists(st.sampled_from(["a ", "{{role}}", "{{x_1}}", "{", "}", "\t"])).map("".join))
def test_positions_of_placeholders_are_where_they_stand(line: str) -> None:
    for segment in parse_line(line, Span("x.md", 3, 1)):
        if isinstance(segment, Placeholder):
            start = segment.span.column - 1
            assert line[start:].startswith(f"{{{{{segment.name}}}}}")


@given(st.text(max_size=300))
def test_any_text_parses_as_an_email_or_says_why_not(text: str) -> None:
    source = SourceText("x.md", f"````email\n{text}\n````\n")
    blocks, _ = scan_blocks(source)
    for fence in blocks.fences:
        email, problems = parse_email(fence, source)
        assert email.body or problems
