"""Which lines are fences, code and prose."""

from hypothesis import given
from hypothesis import strategies as st

from guidekit.content.blocks import scan_blocks
from guidekit.content.source import SourceText


def _scan(text: str) -> tuple[list[tuple[str, int, bool]], list[int], list[str]]:
    blocks, problems = scan_blocks(SourceText("x.md", text))
    fences = [(fence.kind, fence.line, fence.is_interactive) for fence in blocks.fences]
    return fences, [line.line for line in blocks.prose if line.text], [p.code for p in problems]


def test_fence_inside_a_longer_fence_is_only_an_example() -> None:
    fences, prose, problems = _scan("````markdown\n```email\nSubject: x\n```\n````\nafter")
    assert fences == [("markdown", 1, False)]
    assert prose == [6]
    assert problems == []


def test_tildes_close_tildes_only() -> None:
    fences, prose, _ = _scan("~~~email\n```\n~~~\nafter")
    assert fences == [("email", 1, True)]
    assert prose == [4]


def test_inline_code_with_three_marks_is_no_fence() -> None:
    fences, prose, _ = _scan("``` not a fence ```\nafter")
    assert (fences, prose) == ([], [1, 2])


def test_unclosed_fence_is_reported_at_its_first_line() -> None:
    fences, _, problems = _scan("before\n\n```email\nSubject: x\n")
    assert fences == [("email", 3, False)]
    assert problems == ["FENCE101"]


def test_interactive_fence_in_a_list_or_quote_is_reported() -> None:
    assert _scan("- one\n\n    ```email\n    Subject: x\n    ```\n")[2] == ["FENCE102"]
    assert _scan("> ```reflect\n> What? {#what}\n> ```\n")[2] == ["FENCE102"]


def test_indented_code_is_not_prose_but_an_indented_list_item_is() -> None:
    assert _scan("words\n\n    code {{x}}\n\nmore")[1] == [1, 5]
    assert _scan("- one\n    - two\n")[1] == [1, 2]
    assert _scan('!!! note "Title"\n\n    words\n')[1] == [1, 3]


@given(st.text(alphabet="`~ \n>-em", max_size=80))
def test_every_line_is_in_a_fence_or_not_and_nothing_raises(text: str) -> None:
    source = SourceText("x.md", text)
    blocks, _ = scan_blocks(source)
    seen = {line.line for line in blocks.prose}
    for fence in blocks.fences:
        inside = set(range(fence.line, fence.line + len(fence.lines) + 1))
        assert not seen & inside
