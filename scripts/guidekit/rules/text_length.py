"""A text too long for the way it is sent or said."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidekit.content.email import Email
from guidekit.content.filling import fill_body
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "MAIL116",
    "text-length",
    "A message that does not fit is cut off, and a long answer to a no is not read. Counted with "
    "the examples of fields.yml filled in.",
    example="email",
    valid=(f"Channel: message\nLength: short\n\n{'x' * 199}\n",),
    invalid=(
        f"Channel: message\nLength: short\n\n{'x' * 201}\n",
        f"Channel: message\n\n{'x' * 501}\n",
        f"Subject: Thanks\nLength: short\n\n{'word ' * 91}\n",
        f"Channel: voicemail\n\n{'word ' * 101}\n",
    ),
)


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a text may have, in characters or in words, and what sets the limit."""

    most: int
    unit: str
    why: str


_SPOKEN = "at 150 words a minute"
LIMITS = {
    # A note with a request to connect: 200 characters on a free account, 300 on a paid one.
    ("message", "short"): Limit(200, "characters", "a LinkedIn note takes no more"),
    # An InMail takes 1,900 and a LinkedIn message 8,000; the boxes of portals are smaller.
    ("message", "standard"): Limit(500, "characters", "the box of a portal may take no more"),
    ("email", "short"): Limit(90, "words", "a short answer fits on the screen of a phone"),
    ("email", "standard"): Limit(180, "words", "a longer answer is not read to its end"),
    ("letter", "short"): Limit(120, "words", "a short letter is half a page"),
    ("letter", "standard"): Limit(250, "words", "a letter fits on one page"),
    ("voicemail", "short"): Limit(65, "words", f"it takes under half a minute {_SPOKEN}"),
    ("voicemail", "standard"): Limit(100, "words", f"it takes 40 seconds {_SPOKEN}"),
    ("call", "short"): Limit(75, "words", f"it takes half a minute {_SPOKEN}"),
    ("call", "standard"): Limit(150, "words", f"it takes a minute {_SPOKEN}"),
}


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text above the limit of its channel and length."""
    for document in site.documents.values():
        for email in document.body.emails:
            limit = LIMITS[email.channel, email.length]
            length = _measure(email, limit, site)
            if length > limit.most:
                yield RULE.at(
                    email.span,
                    f"the {email.length} {email.channel} has about {length} {limit.unit} when "
                    f"filled in; at most {limit.most}",
                    f"shorten it: {limit.why}",
                )


def _measure(email: Email, limit: Limit, site: Site) -> int:
    text = fill_body(email, site.registries)
    return len(text) if limit.unit == "characters" else len(text.split())
