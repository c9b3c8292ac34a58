"""Sentences that people write after a rejection, each with a label."""

from dataclasses import dataclass
from pathlib import Path

FINE = "ok"


@dataclass(frozen=True)
class Sentence:
    """A sentence and its label: a kind of phrase, or `ok` for one that nobody needs to change."""

    label: str
    text: str


def read_sentences(name: str) -> list[Sentence]:
    """Return the sentences of a file in this folder: a label, a tab and the sentence to a line."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [Sentence(*line.split("\t")) for line in lines]
