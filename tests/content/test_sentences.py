"""Prose as sentences with the sources they cite."""

from guidekit.content.blocks import scan_blocks
from guidekit.content.sentences import find_sentences
from guidekit.content.source import SourceText
from guidekit.diagnostics import Span


def _sentences(text: str) -> list[tuple[str, Span, tuple[str, ...]]]:
    source = SourceText("x.md", text)
    blocks, _ = scan_blocks(source)
    found = find_sentences(blocks.prose, source)
    return [(sentence.text, sentence.span, sentence.citations) for sentence in found]


def test_sentence_keeps_the_citations_behind_its_full_stop() -> None:
    assert _sentences("It helps. [@a] [@b] So\ntry it.\n\nMore") == [
        ("It helps. [@a] [@b]", Span("x.md", 1, 1), ("a", "b")),
        ("So\ntry it.", Span("x.md", 1, 21), ()),
        ("More", Span("x.md", 4, 1), ()),
    ]


def test_list_items_and_table_rows_are_apart_and_quotes_left_out() -> None:
    texts = [text for text, _, _ in _sentences("- One\n- Two\n\n> Say this.\n\n| a |\n| b |\n")]
    assert texts == ["- One", "- Two", "| a |", "| b |"]


def test_decimals_and_initials_do_not_end_a_sentence() -> None:
    assert [text for text, _, _ in _sentences("The odds were 2.67 times higher.")] == [
        "The odds were 2.67 times higher."
    ]
