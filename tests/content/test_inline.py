"""Links, headings and citations in prose."""

from hypothesis import example, given
from hypothesis import strategies as st
from markdown.extensions.toc import slugify as engine_slugify

from guidekit.content.document import parse_body
from guidekit.content.inline import slugify
from guidekit.content.schema import SourceRecord
from guidekit.content.source import SourceText
from guidekit.content.sources import short_name


def _links(text: str) -> list[tuple[str, int, int]]:
    body, _ = parse_body(SourceText("x.md", text))
    return [(link.target, link.span.line, link.span.column) for link in body.links]


def test_links_and_images_are_found_with_their_place() -> None:
    text = "See [a](one.md) and ![b](two.png 'Two')\n\n[c]: three.md\n"
    assert _links(text) == [("one.md", 1, 5), ("two.png", 1, 21), ("three.md", 3, 6)]


def test_links_in_code_and_comments_are_not_links() -> None:
    assert _links("`[a](b.md)` and ``[a](`b.md)`` <!-- [a](c.md) -->\n") == []
    assert _links("    [a](b.md)\n") == []


def test_target_with_brackets_is_read_whole() -> None:
    assert _links("[a](https://x.org/y_(z))\n") == [("https://x.org/y_(z)", 1, 1)]


def test_citations_are_found_with_their_place() -> None:
    body, _ = parse_body(SourceText("x.md", "It helps. [@liu2014] `[@no]`\n"))
    assert [(c.id, c.span.column) for c in body.citations] == [("liu2014", 11)]


def test_headings_get_the_anchors_of_the_engine() -> None:
    text = "## What, now?\n\n## What, now?\n\n## Own {#mine}\n\n## A [link](x.md) and `code`\n"
    body, _ = parse_body(SourceText("x.md", text))
    assert [heading.anchor for heading in body.headings] == [
        "what-now",
        "what-now_1",
        "mine",
        "a-link-and-code",
    ]


@given(st.text())
@example("Größe – “quoted” ﬁ")
def test_slug_is_the_one_python_markdown_makes(text: str) -> None:
    assert slugify(text) == engine_slugify(text, "-")


def _record(authors: str, year: int | None = 2020) -> SourceRecord:
    return SourceRecord(
        id="x", title="T", authors=authors, year=year, venue="V", url="https://x.org",
        kind="rct", strength="weak", claim="C", caveat="K", verified="found",
    )  # fmt: skip


def test_sources_are_named_by_their_authors() -> None:
    assert short_name(_record("Liu, S.; Huang, J. L.; Wang, M.")) == "Liu and others, 2020"
    assert short_name(_record("Kumar, A.; Epley, N.")) == "Kumar and Epley, 2020"
    assert short_name(_record("van Hooft, E. A. J.")) == "van Hooft, 2020"
    assert short_name(_record("Acas, as summarised by others", None)) == "Acas, n.d."
