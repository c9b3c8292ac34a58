"""What can be wrong with an address, in words that follow the target in a message."""

from typing import NamedTuple

DEAD, NO_HOST, NO_ANSWER, TLS, SERVER, BROKEN, PRIVATE, REFUSED = (
    *(f"LINK60{number}" for number in range(1, 9)),
)
SOFT_404, SENT_HOME, WALL, NO_ANCHOR, CUT_OFF, NOT_CHECKED = (
    *(f"LINK61{number}" for number in range(1, 7)),
)
MOVED, LOOP = "LINK401", "LINK402"

# Of these an older copy helps: the page itself is gone or cannot be reached.
GONE = frozenset({DEAD, NO_HOST, NO_ANSWER, TLS, SERVER, BROKEN, LOOP, SOFT_404, SENT_HOME})

LOOK = "open it in a browser; if it works there, list it with a reason in the --ignore file"
REPLACE = "link to what has taken its place, or remove the link"
OFFLINE = "see whether this computer is online, and try again"
AGAIN = "try again later; if it stays so, link to something else"


class Note(NamedTuple):
    """Something wrong with an address."""

    code: str
    what: str  # "answers 404 Not Found": a message is the target and this
    help: str


class Trouble(Exception):  # noqa: N818  (raised, but no error of ours)
    """No usable answer.

    `passing`: it may be different in a moment. `of_host`: it holds for every address there.
    """

    def __init__(self, note: Note, *, passing: bool = False, of_host: bool = False) -> None:
        super().__init__(note.what)
        self.note, self.passing, self.of_host = note, passing, of_host


def broken(what: str) -> Trouble:
    """Return the trouble with a server that does not keep to the protocol."""
    return Trouble(Note(BROKEN, what, AGAIN), passing=True)


def silent(seconds: float | None) -> Trouble:
    """Return the trouble with a server that says nothing, or not enough, for `seconds`."""
    unit = "second" if seconds == 1 else "seconds"
    what = f"does not answer within {seconds:g} {unit}" if seconds else "does not answer"
    return Trouble(Note(NO_ANSWER, what, AGAIN), passing=True)
