"""From what was found at an address to what is wrong with it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from guidekit.links.anchors import is_anchor
from guidekit.links.external.fetch import Reply
from guidekit.links.external.journey import Journey
from guidekit.links.external.retry import TOO_MANY
from guidekit.links.external.soft import (
    is_about_not_found,
    is_error_page,
    is_sent_home,
    is_sign_in,
    says_not_found,
)
from guidekit.links.external.trouble import (
    AGAIN,
    BROKEN,
    DEAD,
    LOOK,
    NOT_CHECKED,
    REPLACE,
    SENT_HOME,
    SERVER,
    SOFT_404,
    WALL,
    Note,
)
from guidekit.links.html import read_html
from guidekit.links.text import show

# Of these a reader in a browser often sees nothing; 999 is LinkedIn's.
_WALLS = {401, 402, 403, 407, 999}
_HEADING = re.compile(rb"<h[1-6]\b", re.IGNORECASE)
# Places that a script makes: `#t=30s`, and the lines and remarks of code hosts.
_SCRIPTED = re.compile(r".*=.*|L\d+(?:[CL-].*)?|(?:issuecomment-|discussion_r|note_|diff-).*")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of an address, whatever part of its page a link names.

    `moved` is the address that takes its place for good. `anchors` says which of the
    anchors asked for are there; those of which nothing can be known are left out.
    """

    notes: tuple[Note, ...] = ()
    moved: str = ""
    anchors: dict[str, bool] = field(default_factory=dict)


def judge(journey: Journey, fragments: Iterable[str]) -> Answer:
    """Return what is wrong with an address, and whether the fragments are on its page."""
    note = journey.trouble.note if journey.trouble else _reply_note(journey)
    notes = (_by_redirect(journey, note),) if note else ()
    moved = str(journey.moved) if journey.moved and not notes else ""
    anchors = {} if notes or not journey.reply else dict(_anchors(journey.reply, fragments))
    return Answer(notes, moved, anchors)


def _by_redirect(journey: Journey, note: Note) -> Note:
    """Say which address a note is about, when it is not the one that was linked to."""
    if not journey.steps or note.code in (SENT_HOME, SOFT_404, WALL) or "redirect" in note.what:
        return note
    what = f"leads through a redirect to `{show(str(journey.end))}`, which {note.what}"
    return note._replace(what=what)


def _reply_note(journey: Journey) -> Note | None:
    reply = journey.reply
    if reply is None:
        return None
    if not 200 <= reply.status < 300:
        return _status_note(reply)
    start, end = journey.start, journey.end
    if journey.steps and is_sign_in(start, end):
        return Note(WALL, f"leads to a page to sign in at, `{show(str(end))}`", LOOK)
    if journey.steps and is_sent_home(start, end):
        return Note(SENT_HOME, f"leads only to the home page `{show(str(end))}`", REPLACE)
    if is_about_not_found(start):
        return None
    if is_error_page(end):
        return Note(SOFT_404, f"leads to the error page `{show(str(end))}`", REPLACE)
    heading = says_not_found(reply.text or b"")
    if heading is None:
        return None
    return Note(SOFT_404, f"answers, but with a page that says `{show(heading)}`", REPLACE)


def _status_note(reply: Reply) -> Note:
    status = _status_words(reply.status)
    is_challenge = "cf-mitigated" in reply.headers
    if reply.status in _WALLS or is_challenge:
        return Note(WALL, f"answers {status} to a program; a reader may have to sign in", LOOK)
    if reply.status == TOO_MANY:
        return Note(NOT_CHECKED, f"was not checked: it answers {status} each time", AGAIN)
    if 400 <= reply.status < 500:
        return Note(DEAD, f"answers {status}", REPLACE)
    if 500 <= reply.status < 600:
        return Note(SERVER, f"answers {status} each time", AGAIN)
    return Note(BROKEN, f"answers {status}, which is not an answer to a link", AGAIN)


def _status_words(status: int) -> str:
    from http import HTTPStatus

    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _anchors(reply: Reply, fragments: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield which of the fragments are on a page, as far as its HTML can tell."""
    fragments = list(fragments)
    if not fragments or not reply.is_whole or not reply.text or not _HEADING.search(reply.text):
        return  # no page, not all of it, or one that a script fills in
    ids = read_html(reply.text).ids
    for fragment in fragments:
        if not _SCRIPTED.fullmatch(fragment):
            # Code hosts put something before the ids that their users write.
            yield fragment, is_anchor(fragment, ids) or f"user-content-{fragment}" in ids
