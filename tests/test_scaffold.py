"""A new page: valid but for its words, and never in the place of another."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidekit.content.site import load_site
from guidekit.rules.catalogue import check_site
from guidekit.scaffold import KINDS, ScaffoldError, make_page
from tests.support.sites import write_site

TITLE = "When they say “not now”: what then?"


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_page_lacks_nothing_but_its_words(kind: str, tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    path = make_page(docs, kind, TITLE)
    assert path == docs / f"{kind}s" / "when-they-say-not-now-what-then.md"
    found = check_site(load_site(docs, "docs"))
    assert {problem.code for problem in found} == {"PAGE103"}
    assert {problem.span.path for problem in found} == {f"docs/{kind}s/{path.name}"}
    # Each place is named once, where it is.
    lines = path.read_text().splitlines()
    marked = [number for number, line in enumerate(lines, 1) if "To write:" in line]
    assert [problem.span.line for problem in found] == marked


@pytest.mark.parametrize("kind", KINDS)
def test_with_its_words_written_the_page_is_clean(kind: str, tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    path = make_page(docs, kind, TITLE)
    path.write_text(path.read_text().replace("To write: ", ""))
    assert check_site(load_site(docs, "docs")) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    before = (docs / "guides/first.md").read_text()
    with pytest.raises(ScaffoldError, match="is there already; choose another title, or --slug"):
        make_page(docs, "guide", "Something else", "first")
    assert (docs / "guides/first.md").read_text() == before


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("the FIRST guide", "docs/guides/first.md has this title already"),
        ("  ", "a title has words in it"),
        ("<b>Bold</b>", "none of < >"),
        ("x" * 61, "61 characters; at most 60 fit"),
        ("面试之后", "give one with --slug"),
    ],
)
def test_a_title_that_cannot_be_one_is_refused(title: str, says: str, tmp_path: Path) -> None:
    docs = write_site(tmp_path)
    files = sorted(docs.rglob("*"))
    with pytest.raises(ScaffoldError, match=says):
        make_page(docs, "guide", title)
    assert sorted(docs.rglob("*")) == files


@given(st.text(min_size=1, max_size=70), st.sampled_from(sorted(KINDS)))
def test_any_title_makes_a_page_or_says_why_not(title: str, kind: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        docs = write_site(Path(folder))
        before = set(docs.rglob("*"))
        try:
            path = make_page(docs, kind, title)
        except ScaffoldError:
            assert set(docs.rglob("*")) == before
            return
        assert path.parent == docs / f"{kind}s"
        page = load_site(docs).documents[f"{kind}s/{path.name}"]
        assert page.front_matter.text("title") == " ".join(title.split())
