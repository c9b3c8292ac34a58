"""A figure or a finding in a guide without the source it rests on."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from guidekit.content.document import Document
from guidekit.content.sentences import Sentence
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "CITE102",
    "uncited-claim",
    "A reader in trouble should be able to see what a figure or a finding rests on.",
    example="guide",
    valid=(
        "It helped 12% of them. [@known2020]\n",
        "In one study it helped. [@known2020] They were students.\n",
        "Give it ten minutes.\n",
    ),
    invalid=("It helped 40% of them.\n", "Research shows that it helps.\n"),
)

_FIGURE = re.compile(r"\d(?:[.,]\d+)*\s?(?:%|per cent\b|percent\b|percentage points?\b)")
_KIND = r"(?:stud(?:y|ies)|experiments?|trials?|surveys?|research|reviews?|meta-analys[ei]s)"
_FINDING = re.compile(
    rf"\b(?:{_KIND}\b[^.]{{0,40}}\b(?:shows?|found|finds?|suggests?|proves?|says?)"
    rf"|in (?:a|an|one|two|three|four|some|many|most|several|large|the)\b[^.,]{{0,40}}\b{_KIND})\b",
    re.IGNORECASE,
)
# "We know of no study" says that there is nothing to cite.
_NOTHING_KNOWN = re.compile(r"\bno (?:study|studies|trial|research)\b", re.IGNORECASE)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such sentence that no citation is near to."""
    for document in site.of_type("guides"):
        for sentence in _unsupported(document):
            found = _FIGURE.search(sentence.text) or _FINDING.search(sentence.text)
            if found and not _NOTHING_KNOWN.search(sentence.text):
                yield RULE.at(
                    sentence.span,
                    f"“{found[0]}” has no source",
                    "add the source behind the sentence, [@id] from docs/_data/sources.yml, "
                    "or leave the claim out",
                )


def _unsupported(document: Document) -> Iterator[Sentence]:
    """Yield sentences without a citation of their own or in the one after."""
    sentences = document.sentences
    for sentence, following in zip_longest(sentences, sentences[1:]):
        is_followed = (
            following is not None
            and following.citations
            and following.span.line - sentence.span.line <= 1
        )
        if not sentence.citations and not is_followed:
            yield sentence
