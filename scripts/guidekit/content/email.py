"""An email: header lines, a blank line, the body, with placeholders in double braces."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from guidekit.content.blocks import Fence
from guidekit.content.placeholders import Placeholder, Segment, check_line, parse_line
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Rule, Span, closest

CHANNELS = ("email", "message", "call", "voicemail", "letter")
HEADERS: dict[str, tuple[str, ...]] = {
    "Subject": (),
    "Channel": CHANNELS,
    "To": ("recruiter", "hiring-manager", "referrer", "manager", "panel", "colleague"),
    "Tone": ("warm", "formal"),
    "Length": ("standard", "short"),
}
SUBJECT_REQUIRED = ("email", "letter")
SUBJECT_REFUSED = ("call", "voicemail")

_WHY_HEADER = "A header that is not understood would be lost, or sent as part of the email."
UNKNOWN_HEADER = Rule(
    "MAIL103",
    "unknown-header",
    _WHY_HEADER,
    example="email",
    valid=("Subject: Thank you\nTone: warm\n\nHello,\n",),
    invalid=("Subject: Thank you\nTune: warm\n\nHello,\n",),
)
HEADER_VALUE = Rule(
    "MAIL104",
    "header-value",
    "Variants are chosen by these values, so they come from a fixed list.",
    example="email",
    valid=("Subject: Thank you\nTone: formal\n\nHello,\n",),
    invalid=("Subject: Thank you\nTone: friendly\n\nHello,\n",),
)
DUPLICATE_HEADER = Rule(
    "MAIL105",
    "duplicate-header",
    "Only one of two equal headers can be meant.",
    example="email",
    invalid=("Subject: Thank you\nSubject: Thanks\n\nHello,\n",),
)
MISSING_SUBJECT = Rule(
    "MAIL106",
    "missing-subject",
    "An email or a letter without a subject is easy to overlook.",
    example="email",
    valid=("Channel: message\n\nHello,\n",),
    invalid=("Tone: warm\n\nHello,\n",),
)
REFUSED_SUBJECT = Rule(
    "MAIL107",
    "subject-not-allowed",
    "Nobody says a subject on the telephone.",
    example="email",
    valid=("Channel: call\n\nHello, this is {{your_name}}.\n",),
    invalid=("Channel: call\nSubject: Thank you\n\nHello,\n",),
)
EMPTY_BODY = Rule(
    "MAIL108",
    "empty-body",
    "Without a blank line after the headers there is no text to send.",
    example="email",
    invalid=("Subject: Thank you\nHello,\n", "Subject: Thank you\n"),
)
RULES = (
    UNKNOWN_HEADER,
    HEADER_VALUE,
    DUPLICATE_HEADER,
    MISSING_SUBJECT,
    REFUSED_SUBJECT,
    EMPTY_BODY,
)


@dataclass
class Email:
    """One variant of an email, from one fence.

    `subject` and each line of `body` are segments: text and placeholders in order.
    `span` is the place of the fence's opening mark.
    """

    span: Span
    headers: dict[str, str] = field(default_factory=dict)
    subject: list[Segment] = field(default_factory=list)
    body: list[list[Segment]] = field(default_factory=list)

    @property
    def channel(self) -> str:
        """How it is sent: email, message, call, voicemail or letter."""
        return self.headers.get("Channel", "email")

    @property
    def to(self) -> str:
        """Whom it is for."""
        return self.headers.get("To", "recruiter")

    @property
    def tone(self) -> str:
        """Warm or formal."""
        return self.headers.get("Tone", "warm")

    @property
    def length(self) -> str:
        """Standard or short."""
        return self.headers.get("Length", "standard")

    @property
    def variant(self) -> tuple[str, str, str, str]:
        """What tells this variant from the others of its page."""
        return (self.channel, self.to, self.tone, self.length)

    @property
    def placeholders(self) -> Iterator[Placeholder]:
        """Every placeholder, in the order of the text."""
        for line in [self.subject, *self.body]:
            yield from (segment for segment in line if isinstance(segment, Placeholder))


def parse_email(fence: Fence, source: SourceText) -> tuple[Email, list[Diagnostic]]:
    """Parse the fence of an email. What is wrong is left out of the model and reported."""
    email = Email(source.span(fence.line))
    problems: list[Diagnostic] = []
    blank = next((n for n, line in enumerate(fence.lines) if not line.strip()), None)
    end = len(fence.lines) if blank is None else blank
    for offset, line in enumerate(fence.lines[:end]):
        problems += _read_header(email, line, source, fence.line + 1 + offset)
    problems += _check_subject(email)
    first = end + 1
    for offset, line in enumerate(fence.lines[first:], first):
        number = fence.line + 1 + offset
        email.body.append(parse_line(line.rstrip(), source.span(number)))
        problems += check_line(line, source, number)
    _trim(email.body)
    if not email.body:
        help = "write the headers, a blank line, and then the text"
        problems.append(EMPTY_BODY.at(email.span, "the email has no text", help))
    return email, problems


def _read_header(email: Email, line: str, source: SourceText, number: int) -> Iterator[Diagnostic]:
    name, colon, value = line.partition(":")
    span = source.span(number)
    if not colon or name not in HEADERS:
        yield UNKNOWN_HEADER.at(span, f"`{name}` is not a header", _header_help(name))
        return
    if name in email.headers:
        help = "keep one of the two lines"
        yield DUPLICATE_HEADER.at(span, f"`{name}` is given twice", help)
        return
    text = value.strip()
    column = len(name) + 2 + len(value) - len(value.lstrip())
    email.headers[name] = text
    if name == "Subject":
        email.subject = parse_line(text, source.span(number, column))
        yield from check_line(text, source, number, column)
    elif text not in HEADERS[name]:
        del email.headers[name]
        help = _choice_help(text, HEADERS[name])
        yield HEADER_VALUE.at(source.span(number, column), f"`{name}: {text}` is not known", help)


def _header_help(name: str) -> str:
    match = closest(name.strip().title(), HEADERS)
    if match:
        return f"did you mean `{match}:`?"
    return f"headers are {', '.join(HEADERS)}; a blank line ends them"


def _choice_help(text: str, choices: tuple[str, ...]) -> str:
    match = closest(text, choices)
    return f"did you mean `{match}`?" if match else f"choose one of {', '.join(choices)}"


def _check_subject(email: Email) -> Iterator[Diagnostic]:
    if email.channel in SUBJECT_REQUIRED and not email.subject:
        yield MISSING_SUBJECT.at(
            email.span,
            f"the {email.channel} has no subject",
            "add a line `Subject: ...` as the first line of the fence",
        )
    if email.channel in SUBJECT_REFUSED and email.subject:
        yield REFUSED_SUBJECT.at(
            email.span, f"a {email.channel} has no subject", "remove the line `Subject: ...`"
        )


def _trim(body: list[list[Segment]]) -> None:
    while body and not body[-1]:
        body.pop()
    while body and not body[0]:
        body.pop(0)
