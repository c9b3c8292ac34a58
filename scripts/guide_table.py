"""Print the table of guides: words, reading grade, sources, and when its facts were reviewed.

    .venv/bin/python scripts/guide_table.py

Words are all that a reader reads, examples and tables included, without the notes. The grade is
the one that `guidekit check` holds to 8 (Flesch-Kincaid, without the examples).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guidekit.content.document import Document
from guidekit.content.readability import count_text, count_words, plain_text
from guidekit.content.site import load_site

DOCS = Path(__file__).parents[1] / "docs"


@dataclass(frozen=True)
class Row:
    """One guide. `grade` is a school year, `sources` counts each source once."""

    slug: str
    words: int
    grade: float
    sources: int
    reviewed: date | None


def guide_rows(docs: Path) -> list[Row]:
    """Return a row for each guide below `docs`, by its name; the list of guides is none."""
    guides = load_site(docs).of_type("guides")
    return [_row(guide) for guide in guides if not guide.page.endswith("index.md")]


def _row(guide: Document) -> Row:
    meta = guide.front_matter.meta
    prose = [each.text for each in guide.sentences if not each.text.startswith("#")]
    return Row(
        slug=guide.page.removeprefix("guides/").removesuffix(".md"),
        words=count_words(line.text for line in guide.body.prose),
        grade=count_text(part for text in prose for part in plain_text(text).split("|")).grade,
        sources=len({citation.id for citation in guide.body.citations}),
        reviewed=meta.reviewed if meta else None,
    )


def format_table(rows: list[Row]) -> Iterator[str]:
    """Yield the lines of the table, with the sums at its end."""
    yield f"{'guide':36}{'words':>6}{'grade':>7}{'sources':>9}  reviewed"
    for row in rows:
        yield f"{row.slug:36}{row.words:6}{row.grade:7.1f}{row.sources:9}  {row.reviewed}"
    yield f"{f'{len(rows)} guides':36}{sum(row.words for row in rows):6}"


if __name__ == "__main__":
    print("\n".join(format_table(guide_rows(DOCS))))
