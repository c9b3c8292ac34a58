"""A guide that is too short to help, or too long to read today."""

from collections.abc import Iterator

from guidekit.content.readability import count_words
from guidekit.content.site import Site
from guidekit.content.unwritten import MARK
from guidekit.diagnostics import Diagnostic, Rule, Severity

FEWEST, MOST = 500, 1_100  # words
# Less than this is a beginning, and says so itself.
_FEWEST_OF_A_DRAFT = 100

RULE = Rule(
    "READ102",
    "guide-length",
    "Someone upset reads for five minutes: 500 to 1,100 words are enough to help and not too many.",
    Severity.WARNING,
    example="guide",
    valid=("You may be upset. " * 130 + "That is fine.\n", "You may be upset.\n"),
    invalid=("You may be upset. " * 40 + "That is fine.\n", "You may be upset. " * 280 + "\n"),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each guide out of bounds, unless words are still to be written."""
    for document in site.of_type("guides"):
        words = count_words(line.text for line in document.body.prose)
        if words < _FEWEST_OF_A_DRAFT or FEWEST <= words <= MOST or MARK in document.source.text:
            continue
        line = document.front_matter.body_line
        message = f"the guide has {words:,} words; {FEWEST} to {MOST:,} are a good length"
        if words > MOST:
            help = "leave out what helps few readers, or make two guides of it"
        else:
            help = "add what a reader would ask next, or make it a part of another guide"
        yield RULE.at(document.source.span(line), message, help)
