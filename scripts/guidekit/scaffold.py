"""A new page to start from: valid but for its words, each of which says what belongs there."""

import datetime
import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from guidekit.content.schema import Stage
from guidekit.content.site import Site, load_site
from guidekit.content.unwritten import MARK

LONGEST_TITLE = 60


class ScaffoldError(Exception):
    """A page that cannot be made; the message says what to type instead."""


def make_page(docs: Path, kind: str, title: str, slug: str = "") -> Path:
    """Write a new page of a `kind` (`guide`, `checklist` or `email`) and return its path.

    The name of the file comes from the title, unless `slug` gives it. Raises ScaffoldError when
    there is such a page already, or the title cannot be one; nothing is ever overwritten.
    """
    title = " ".join(title.split())
    site = load_site(docs)
    _refuse_title(site, title)
    path = docs / f"{kind}s" / f"{slug or _slug(title)}.md"
    text = KINDS[kind](site, title)
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise ScaffoldError(f"{path} is there already; choose another title, or --slug") from None
    except OSError as error:
        raise ScaffoldError(f"{path} cannot be written: {error.strerror}") from error
    return path


def _refuse_title(site: Site, title: str) -> None:
    if not title or not title.isprintable() or re.search(r"[<>{}]", title):
        raise ScaffoldError("a title has words in it, and none of < > { } or invisible signs")
    if len(title) > LONGEST_TITLE:
        raise ScaffoldError(f"the title has {len(title)} characters; at most {LONGEST_TITLE} fit")
    for page in site.documents.values():
        if (page.front_matter.text("title") or "").casefold() == title.casefold():
            raise ScaffoldError(f"{page.source.path} has this title already; choose another")


def _slug(title: str) -> str:
    letters = unicodedata.normalize("NFKD", title.casefold().replace("’", "").replace("'", ""))
    words = re.findall(r"[a-z0-9]+", letters.encode("ascii", "ignore").decode())
    if not words:
        raise ScaffoldError("no file name can be made of this title; give one with --slug")
    return "-".join(words)


def _front_matter(title: str, what: str, *more: str) -> str:
    stages = ", ".join(Stage)
    # In quotation marks, because YAML takes `No` for something else than a word.
    quoted = json.dumps(title, ensure_ascii=False)
    description = f"{MARK} {what} ({title})"
    return "\n".join(
        [
            "---",
            f"title: {quoted}",
            f"description: {json.dumps(description, ensure_ascii=False)}",
            f"stage: reply  # {MARK} the one that fits of {stages}",
            # The day that the writer sees on their calendar.
            f"reviewed: {datetime.datetime.now().astimezone().date()}",
            *more,
            "---",
            "",
            "",
        ]
    )


def _guide(site: Site, title: str) -> str:
    steps = [page.page for page in (*site.of_type("checklists"), *site.of_type("emails"))]
    front = _front_matter(
        title,
        "what the reader can do after this guide, in one sentence",
        "next:",
        f"  - {steps[0] if steps else 'plan.md'}  # {MARK} where to go from here",
    )
    return front + (
        f"{MARK} the one thing to do first, in two or three sentences.\n\n"
        f"## {MARK} one idea, said as advice\n\n"
        f"{MARK} the advice first, then the reason. A figure or a finding has its source behind "
        "it, `[@id]` from docs/_data/sources.yml.\n\n"
        f"> {MARK} an example of real words to say\n\n"
        "## Your next step\n\n"
        f"{MARK} why the pages of `next` come now.\n"
    )


def _checklist(_: Site, title: str) -> str:
    front = _front_matter(title, "what this list is for, and how long it takes, in one sentence")
    return front + (
        f"{MARK} who this is for, in a sentence or two.\n\n"
        f"- [ ] {MARK} one small thing to do, beginning with a verb {{#first-thing}}\n"
        f"- [ ] {MARK} another, and an id of your own, which never changes later {{#next-thing}}\n"
    )


def _email(site: Site, title: str) -> str:
    situations = list(site.registries.situations.entries) or ["thanks"]
    front = _front_matter(
        title,
        "who sends this, and what it does, in one sentence",
        f"situation: {situations[0]}  # {MARK} the one that fits, from docs/_data/situations.yml",
    )
    known = site.registries.fields.entries
    name = "{{recruiter_name}}" if "recruiter_name" in known else "all"
    signature = "{{your_name}}" if "your_name" in known else f"{MARK} the name"
    return front + (
        f"{MARK} what it does, in a sentence or two.\n\n"
        "```email\n"
        f"Subject: {MARK} what it is about, in a few words\n"
        "Tone: warm\n"
        "Length: short\n\n"
        f"Hi {name},\n\n"
        f"{MARK} the text. What differs from reader to reader is a field in double braces.\n\n"
        f"Best wishes,\n{signature}\n"
        "```\n\n"
        f"## Send this when\n\n- {MARK} when it fits\n\n"
        f"## Do not send this when\n\n- {MARK} when to wait, or to let it rest\n\n"
        f"## What to expect\n\n- {MARK} what may come back, and what silence means\n"
    )


KINDS: dict[str, Callable[[Site, str], str]] = {
    "guide": _guide,
    "checklist": _checklist,
    "email": _email,
}
"""What can be made, by the word that a writer types."""
