"""Two emails of one page that cannot be told apart."""

from collections.abc import Iterator

from guidekit.content.email import Email
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "MAIL111",
    "duplicate-variant",
    "The reader chooses by channel, tone and length; two alike cannot be chosen between.",
    example="email",
    valid=("Subject: Thanks\nTone: formal\n\nHello,\n",),
    invalid=("Subject: Thanks\n\nHello,\n```\n\n```email\nSubject: Thank you\n\nHello again,\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each email whose channel, tone and length an earlier one has."""
    for document in site.of_type("emails"):
        first: dict[tuple[str, ...], Email] = {}
        for email in document.body.emails:
            earlier = first.setdefault(email.variant, email)
            if earlier is not email:
                yield RULE.at(
                    email.span,
                    f"another {', '.join(email.variant)} version stands at line "
                    f"{earlier.span.line}",
                    "give one of them another `Tone:` or `Length:`, or remove it",
                )
