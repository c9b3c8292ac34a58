"""What every guide of this site keeps to, beyond the rules of the checks."""

import re
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
sys.path.insert(0, str(PROJECT / "scripts"))

from guide_table import format_table, guide_rows  # noqa: E402

GUIDES = sorted(path for path in (PROJECT / "docs/guides").glob("*.md") if path.name != "index.md")
FOR_EVERY_PLACE = (
    "when-it-may-be-discrimination",
    "offer-withdrawn",
    "silence-after-an-interview",
    "ask-for-feedback",
    "more-than-disappointment",
)
PLACES = (
    "Great Britain|United Kingdom", "European Union", "United States", "Ontario", "Australia",
    "Malaysia", "Singapore",
)  # fmt: skip


def test_guides_are_short_enough_to_read_and_plain() -> None:
    rows = guide_rows(PROJECT / "docs")
    print("\n" + "\n".join(format_table(rows)))
    assert len(rows) >= 16
    assert [row for row in rows if not 500 <= row.words <= 1100] == []
    assert [row for row in rows if row.grade > 8] == []
    assert [row for row in rows if row.sources == 0] == []


def test_every_guide_has_words_to_say_and_ends_in_its_next_step() -> None:
    for guide in GUIDES:
        text = guide.read_text()
        assert re.search(r"(?m)^> \S", text), f"{guide.name} has no example of real words"
        assert re.findall(r"(?m)^## (.*)$", text)[-1] == "Your next step", guide.name


def test_guides_show_where_advice_disagrees() -> None:
    without = [
        guide.name
        for guide in GUIDES
        if '!!! note "Where advice disagrees"' not in guide.read_text()
    ]
    assert without == []


def test_what_depends_on_the_place_names_every_place_and_the_day_it_was_checked() -> None:
    for slug in FOR_EVERY_PLACE:
        text = (PROJECT / f"docs/guides/{slug}.md").read_text()
        missing = [place for place in PLACES if not re.search(place, text)]
        assert missing == [], slug
        assert re.search(r"(?:by|on) \d+ \w+ 20\d\d", text, re.IGNORECASE), slug


def test_what_to_do_now_comes_first_where_somebody_may_not_be_safe() -> None:
    text = (PROJECT / "docs/guides/more-than-disappointment.md").read_text()
    body = text.split("\n---\n", 1)[1].strip()
    assert body.startswith("If you might hurt yourself, or you do not feel safe, get help now.")
