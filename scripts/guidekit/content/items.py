"""Ids at the end of a line: checklist items and questions.

- [ ] Wait an hour before you write back {#wait-an-hour}
What went well? {#went-well was=what-was-good}
- [ ] Drink some water {#drink-water was=checklists/first-ten-minutes/drink-water}
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidekit.content.blocks import Fence, Prose
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Rule, Span

MISSING_ID = Rule(
    "ITEM101",
    "missing-id",
    "Ticks and answers are kept by id; without one they are lost when the words change.",
    example="checklist",
    valid=("- [ ] Wait an hour {#wait-an-hour}\n",),
    invalid=("- [ ] Wait an hour\n", "```reflect\nWhat went well?\n```\n"),
)
BAD_ID = Rule(
    "ITEM102",
    "malformed-id",
    "An id that is not understood is shown to the reader, and nothing is kept under it.",
    example="checklist",
    valid=(
        "- [ ] Wait an hour {#wait-an-hour was=wait}\n",
        "- [ ] Wait an hour {#wait was=checklists/an-old-list/wait}\n",
    ),
    invalid=(
        "- [ ] Wait an hour {#Wait_An_Hour}\n",
        "- [ ] Wait {wait}\n",
        "- [ ] Wait {#a} now\n",
        "- [ ] Wait {#an hour or two}\n",
    ),
)
EMPTY_ITEM = Rule(
    "ITEM103",
    "empty-item",
    "A box or a question without words cannot be understood, least of all read aloud.",
    example="checklist",
    invalid=("- [ ] {#wait-an-hour}\n",),
)
RULES = (MISSING_ID, BAD_ID, EMPTY_ITEM)

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
# An old id on another page has the address of that page before it.
_WAS = rf"(?:{_ID}/)*{_ID}"
_ENDING = re.compile(rf"\s*\{{#(?P<id>{_ID})(?:[ ]+was=(?P<was>{_WAS}))?\}}\s*$")
# What was meant for an id; with other signs it may be anything, and so it is no suggestion.
_MEANT = re.compile(rf"\{{ *#? *(?P<id>[\w .,'’-]*?)(?P<was> +was={_WAS})? *\}}")
_LOOKS_LIKE_ID = re.compile(r"\{[^{}\n]*\}")
_TASK = re.compile(r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[(?P<state>[ xX])\](?:[ \t]+|$)")
_NEW_BLOCK = re.compile(r"^\s*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#|>|!!!|\?\?\?|$)")
_MARK = re.compile(r"^\[[ xX]\](?:[ \t]+|$)")


@dataclass(frozen=True)
class Item:
    """One thing to tick or one question to answer.

    `label` is Markdown for an item and plain text for a question. `was` is the id under
    which earlier versions of the site kept its state, if it has moved: `old-id`, or
    `checklists/old-list/old-id` when that was on another page.
    """

    id: str
    label: str
    was: str | None
    span: Span


def parse_label(text: str) -> tuple[str, str | None, str | None]:
    """Split `Wait {#wait was=old}` into the label, the id and the old id (None if missing)."""
    match = _ENDING.search(text)
    if not match:
        return text.strip(), None, None
    return text[: match.start()].strip(), match["id"], match["was"]


def parse_task(text: str) -> tuple[str, str | None, str | None] | None:
    """Split the text of a list item, `[ ] Wait {#wait}`; None when it has no box."""
    mark = _MARK.match(text)
    return parse_label(text[mark.end() :]) if mark else None


def looks_like_task(line: str) -> bool:
    """Whether a line begins with a list mark and a box."""
    return _TASK.match(line) is not None


def parse_checklist(prose: list[Prose], source: SourceText) -> tuple[list[Item], list[Diagnostic]]:
    """Find every task-list item among the lines of prose."""
    items: list[Item] = []
    problems: list[Diagnostic] = []
    for index, line in enumerate(prose):
        match = _TASK.match(line.text)
        if match:
            more = list(_continuation(prose, index))
            text = " ".join([line.text[match.end() :], *(each.text.strip() for each in more)])
            place = source.span(line.line, match.end() + 1)
            problems += _add(items, text, [line, *more], place)
    return items, problems


def parse_questions(fence: Fence, source: SourceText) -> tuple[list[Item], list[Diagnostic]]:
    """Read the questions of a `reflect` fence, one a line."""
    items: list[Item] = []
    problems: list[Diagnostic] = []
    for number, line in enumerate(fence.lines, fence.line + 1):
        if line.strip():
            problems += _add(items, line, [Prose(number, line)], source.span(number))
    if not items and not problems:
        help = "write one question a line, each with its id: What went well? {#went-well}"
        problems.append(EMPTY_ITEM.at(source.span(fence.line), "there is no question", help))
    return items, problems


def item_end(prose: list[Prose], line: int) -> int:
    """Return the last line of the item that begins at `line`; a question ends where it begins."""
    for index, each in enumerate(prose):
        if each.line == line:
            return line + sum(1 for _ in _continuation(prose, index))
    return line


def _continuation(prose: list[Prose], index: int) -> Iterator[Prose]:
    previous = prose[index].line
    for line in prose[index + 1 :]:
        if line.line != previous + 1 or _NEW_BLOCK.match(line.text):
            return
        previous = line.line
        yield line


def _add(items: list[Item], text: str, lines: list[Prose], span: Span) -> Iterator[Diagnostic]:
    label, identifier, was = parse_label(text)
    if identifier is None:
        yield _id_problem(label, lines, span)
    elif not label:
        yield EMPTY_ITEM.at(span, "the item has no words", "write what there is to do or answer")
    else:
        items.append(Item(identifier, label, was, span))


def _id_problem(label: str, lines: list[Prose], span: Span) -> Diagnostic:
    found = ((line.line, _LOOKS_LIKE_ID.search(line.text)) for line in lines)
    number, wrong = next((each for each in found if each[1]), (span.line, None))
    suggestion = (wrong and meant_id(wrong[0])) or "{#" + suggest_id(label) + "}"
    if wrong and _ENDING.fullmatch(wrong[0]):
        place = Span(span.path, number, wrong.start() + 1)
        help = "move it behind the last word of the item; an empty line ends the item"
        return BAD_ID.at(place, f"`{wrong[0]}` is not at the end of its item", help)
    if wrong:
        place = Span(span.path, number, wrong.start() + 1)
        help = f"write it at the end of the line, in small letters and hyphens: {suggestion}"
        return BAD_ID.at(place, f"`{wrong[0]}` is not an id", help)
    return MISSING_ID.at(
        span, "the item has no id", f"add one at the end of the line, for example {suggestion}"
    )


def meant_id(written: str) -> str | None:
    """Return `{#like-this}` for `{#Like this}`; None for what does not look like an id."""
    meant = _MEANT.fullmatch(written)
    if meant is None or not re.search("[a-zA-Z0-9]", meant["id"]):
        return None
    return "{#" + suggest_id(meant["id"]) + (meant["was"] or "") + "}"


def suggest_id(label: str) -> str:
    """Return a kebab-case id made of the first words of a label."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"\{.*|['’]", "", label.lower()))
    return "-".join(words[:5]) or "name-it"
