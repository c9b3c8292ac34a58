"""A guide that is hard to read."""

from collections.abc import Iterator

from guidekit.content.document import Document
from guidekit.content.readability import count_text, plain_text
from guidekit.content.sentences import Sentence
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

HIGHEST = 8.0
_NAMED = 3  # sentences
# A shorter sentence, or a text of fewer words, has no grade to speak of.
_FEWEST_WORDS = 10
_FEWEST_WORDS_OF_A_PAGE = 60

RULE = Rule(
    "READ101",
    "reading-grade",
    "Someone upset reads badly. The Flesch-Kincaid grade of a guide is at most 8: what a "
    "thirteen-year-old reads with ease.",
    example="guide",
    valid=("You may be upset. " * 20 + "That is fine.\n",),
    invalid=(
        "Organisational considerations occasionally necessitate unanticipated reconsideration "
        "of previously communicated recruitment determinations.\n" * 6,
    ),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each guide above the grade, at its hardest sentence."""
    for document in site.of_type("guides"):
        sentences = [each for each in document.sentences if not each.text.startswith("#")]
        counts = count_text(part for each in sentences for part in _parts(each))
        if counts.words >= _FEWEST_WORDS_OF_A_PAGE and round(counts.grade, 1) > HIGHEST:
            yield _problem(counts.grade, sentences, document)


def _problem(grade: float, sentences: list[Sentence], document: Document) -> Diagnostic:
    graded = [(_grade(each), each) for each in sentences]
    hardest = sorted(graded, key=lambda pair: pair[0], reverse=True)[:_NAMED]
    named = "; ".join(f"line {each.span.line}: “{_shown(each)}”" for _, each in hardest)
    return RULE.at(
        hardest[0][1].span if hardest else document.source.span(1),
        f"the page reads at grade {grade:.1f}; at most {HIGHEST:.0f}",
        f"split these, or say them in shorter words: {named}",
    )


def _parts(sentence: Sentence) -> Iterator[str]:
    """Yield the text of a sentence, cell by cell in a table."""
    yield from plain_text(sentence.text).split("|")


def _grade(sentence: Sentence) -> float:
    parts = [count_text([part]) for part in _parts(sentence)]
    return max((each.grade for each in parts if each.words >= _FEWEST_WORDS), default=0.0)


def _shown(sentence: Sentence) -> str:
    text = plain_text(sentence.text).strip("| ")
    return text if len(text) <= 70 else f"{text[:67].rstrip()}..."
