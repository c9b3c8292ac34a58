"""A subject too long to be read in a list of mail."""

from collections.abc import Iterator

from guidekit.content.filling import fill_subject
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

LONGEST = 78  # characters: what RFC 5322 asks a line of a header to stay within

RULE = Rule(
    "MAIL115",
    "subject-length",
    f"Mail programs cut a long subject, on a phone first; at most {LONGEST} characters, with the "
    "examples of fields.yml filled in.",
    example="email",
    valid=("Subject: Thank you for the {{role}} interview\n\nHello,\n",),
    invalid=(f"Subject: Thank you {'so very much ' * 6}\n\nHello,\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each subject that is too long when it is filled in."""
    for document in site.documents.values():
        for email in document.body.emails:
            length = len(fill_subject(email, site.registries))
            if length > LONGEST:
                message = f"the subject has about {length} characters when filled in"
                help = f"shorten it to {LONGEST} or fewer; say the rest in the text"
                yield RULE.at(email.span, message, help)
