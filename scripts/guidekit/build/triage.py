"""The way from what happened to the right email, as nested choices that need no JavaScript.

Two choices (how the news came, how far it went) open the list of what the reader may want
to do; each line of it leads to an email, the guide behind it and the checklist for it.
"""

from collections.abc import Iterator
from typing import get_args

from guidekit.build.text import escape, page_link
from guidekit.content.schema import Heard, Reached, Situation, Want
from guidekit.content.site import Site

HEARD: tuple[str, ...] = get_args(Heard)
REACHED: tuple[str, ...] = get_args(Reached)
WANT: tuple[str, ...] = get_args(Want)


def list_triage(site: Site) -> list[str]:
    """Return every choice, and for each pair of choices the situations that fit it."""
    lines: list[str] = []
    for heard in HEARD:
        if any(heard in situation.heard for situation in _situations(site).values()):
            lines += ["", f'??? triage "{_word(site, "heard", heard)}"', ""]
            lines += _indent(_by_reached(site, heard))
    return lines


def _by_reached(site: Site, heard: str) -> Iterator[str]:
    for reached in REACHED:
        fitting = leaf(site, heard, reached)
        if fitting:
            yield f'??? triage "{_word(site, "reached", reached)}"'
            yield ""
            yield from _indent(_by_want(site, fitting))
            yield ""


def leaf(site: Site, heard: str, reached: str) -> dict[str, Situation]:
    """Return the situations that fit a pair of choices, by slug."""
    return {
        slug: situation
        for slug, situation in _situations(site).items()
        if heard in situation.heard and reached in situation.reached
    }


def _by_want(site: Site, situations: dict[str, Situation]) -> Iterator[str]:
    for want in WANT:
        fitting = {slug: each for slug, each in situations.items() if each.want == want}
        if fitting:
            yield f"**{_word(site, 'want', want)}**"
            yield ""
            for slug, situation in fitting.items():
                yield from _entries(site, slug, situation)
            yield ""


def _entries(site: Site, slug: str, situation: Situation) -> Iterator[str]:
    """Yield a line that leads to each email of a situation, and one with what goes with it."""
    behind = site.registries.word(
        "triage_behind",
        guide=page_link(site, situation.guide),
        checklist=page_link(site, situation.checklist),
    )
    for page in site.of_type("emails"):
        if page.front_matter.text("situation") == slug:
            # Two spaces at the end of a line are a line break in Markdown.
            yield f"- [{escape(situation.label)}]({page.page})  "
            yield f"    {behind}"


def _indent(lines: Iterator[str]) -> Iterator[str]:
    return (f"    {line}" if line else "" for line in lines)


def _word(site: Site, what: str, value: str) -> str:
    return site.registries.word(f"{what}_{value.replace('-', '_')}")


def _situations(site: Site) -> dict[str, Situation]:
    return site.registries.situations.entries
