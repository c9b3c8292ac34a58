"""A figure or a finding without the source it rests on."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from guidekit.content.document import Document
from guidekit.content.screen import Screen
from guidekit.content.sentences import Sentence, citations_of_the_next
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
        "Give it ten minutes. Read it three times, and once more in two days.\n",
        "We know of no study that shows it.\n",
    ),
    invalid=(
        "It helped 40% of them.\n",
        "It helped two in three.\n",
        "They were three times as likely to hear back.\n",
        "Research shows that it helps.\n",
        "Experts agree that it helps.\n",
    ),
)

_COUNT = r"(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten)"
_NO_TIME = r"(?! (?:second|minute|hour|day|week|month|year)s?\b)"
_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)*\s?(?:%|per cent\b|percent\b|percentage points?\b)"
    rf"|\b{_COUNT} (?:in|out of) {_COUNT}\b{_NO_TIME}"
    rf"|\b(?:{_COUNT} times|twice) (?:as (?:likely|many|much)|more|higher)\b",
    re.IGNORECASE,
)
_KIND = r"(?:stud(?:y|ies)|experiments?|trials?|surveys?|research|reviews?|meta-analys[ei]s)"
_FINDING = re.compile(
    r"\b(?:(?:experts|scientists|psychologists|researchers) (?:say|agree|know|found|find|show)"
    rf"|{_KIND}\b[^.]{{0,40}}\b(?:shows?|found|finds?|suggests?|proves?|says?)"
    rf"|in (?:a|an|one|two|three|four|some|many|most|several|large|the)\b[^.,]{{0,40}}\b{_KIND})\b",
    re.IGNORECASE,
)
# So many alternatives take long to try on each sentence, and few have any.
_SCREEN = Screen((f"(?i){_FIGURE.pattern.replace(_NO_TIME, '')}", f"(?i){_FINDING.pattern}"))
# Pages about the site itself speak of studies and of figures without claiming any.
_ADVICE = {"guides", "checklists", "emails"}
# "We know of no study" says that there is nothing to cite.
_NOTHING_KNOWN = re.compile(r"\bno (?:study|studies|trial|research)\b", re.IGNORECASE)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each such sentence that no citation is near to."""
    for document in site.documents.values():
        if document.type not in _ADVICE:
            continue
        for sentence in _unsupported(document):
            if sentence.text.isascii() and not _SCREEN.find(sentence.text):
                continue
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
        if not sentence.citations and not citations_of_the_next(sentence, following):
            yield sentence
