"""From what is known of an address to what is said of a link that leads there."""

import ipaddress
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from guidekit.links.external.judge import Answer
from guidekit.links.external.trouble import GONE, MOVED, NO_ANCHOR, Note
from guidekit.links.record import Finding
from guidekit.links.text import show
from guidekit.links.weblinks import WebLink

_LONGEST_OFFER = 500


def findings(link: WebLink, answer: Answer) -> tuple[Finding, ...]:
    """Return what is wrong with a link, in words that name it as the page writes it."""
    return tuple(_findings(link, answer))


def _findings(link: WebLink, answer: Answer) -> Iterator[Finding]:
    address, _, fragment = link.url.partition("#")
    for note in answer.notes:
        yield Finding(note.code, f"`{link.shown}` {note.what}", _help(note, address))
    if answer.moved:
        has_own = "#" in answer.moved or not fragment
        to = answer.moved if has_own else f"{answer.moved}#{fragment}"
        help = f"link to `{show(to)}` itself"
        yield Finding(MOVED, f"`{link.shown}` has moved for good", help)
    if link.is_page and answer.anchors.get(fragment) is False:
        help = "link to an id that is there, or to the page without `#`"
        yield Finding(NO_ANCHOR, f"`{link.shown}` names no anchor of its page", help)


def _help(note: Note, address: str) -> str:
    if note.code not in GONE or not _is_archived(address):
        return note.help
    return f"{note.help}; older copies: https://web.archive.org/web/*/{address}"


def _is_archived(address: str) -> bool:
    """Whether the Web Archive may have an address: a public name, and none of its own."""
    if len(address) > _LONGEST_OFFER:
        return False
    host = urlsplit(address).hostname or ""
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_global
    return "." in host and not host.endswith(("archive.org", ".local", ".test", ".localhost"))
