"""Mending what needs no judgement: ids, slips in placeholders, spaces, the style of the Markdown.

Every change is small, is said, and leaves the rest of the file as it is, byte for byte. A file
that would come out with a problem it did not have is left alone.
"""

import difflib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guidekit.content.document import Document, parse_document
from guidekit.content.items import BAD_ID, MISSING_ID, item_end, suggest_id
from guidekit.content.registries import Registries
from guidekit.content.site import Site
from guidekit.content.source import SourceText
from guidekit.linters.style import fix_style, read_style, start_style, style_rules

_LINE = re.compile(r"(?P<text>[^\r\n]*)(?P<end>\r\n|\r|\n|$)")
_MISWRITTEN_ID = re.compile(r"\{\s*#\s*(?P<id>[A-Za-z0-9][\w\s-]*?)\s*\}\s*$")
_PLACEHOLDER = re.compile(r"\{\{([a-z][a-z0-9_]*)\}\}")
_NEAR, _FAR = 0.8, 0.6  # how like a name a slip must be, and how unlike all others


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed in a line, in a few words."""

    line: int
    what: str


def fix_document(document: Document, registries: Registries) -> tuple[str, list[Change]]:
    """Return the text of a page with every such problem mended, and what was changed."""
    lines = [[match["text"], match["end"]] for match in _LINE.finditer(document.source.text)]
    changes = [
        *_fix_ids(document, registries, lines),
        *_fix_placeholders(document, registries, lines),
        *_fix_spaces(document, lines),
    ]
    text = "".join(part for line in lines for part in line)
    if not changes or not _is_better(text, document):
        return document.source.text, []
    return text, sorted(changes, key=lambda change: change.line)


def _is_better(text: str, document: Document) -> bool:
    """Whether the new text has no kind of problem more often than the old one."""
    fixed = parse_document(SourceText(document.source.path, text), document.page)
    codes = [problem.code for problem in document.problems]
    return all(
        sum(each.code == problem.code for each in fixed.problems) <= codes.count(problem.code)
        for problem in fixed.problems
    )


def _fix_ids(
    document: Document, registries: Registries, lines: list[list[str]]
) -> Iterator[Change]:
    released = registries.released.ids
    taken = {item.id for item in document.body.items}
    taken |= {
        each for ids in (released.released, released.retired) for each in ids.get(document.page, ())
    }
    for problem in document.problems:
        number = problem.span.line
        if problem.code == MISSING_ID.code:
            number = item_end(document.body.prose, number)
            text = document.source.lines[problem.span.line - 1][problem.span.column - 1 :]
            added = _unused(suggest_id(text), taken)
            lines[number - 1][0] = f"{lines[number - 1][0].rstrip()} {{#{added}}}"
            yield Change(number, f"added {{#{added}}}")
        elif problem.code == BAD_ID.code:
            match = _MISWRITTEN_ID.search(lines[number - 1][0])
            if match and match.start() == problem.span.column - 1:
                right = re.sub(r"[\W_]+", "-", match["id"].lower()).strip("-")
                if right not in taken:
                    taken.add(right)
                    lines[number - 1][0] = f"{lines[number - 1][0][: match.start()]}{{#{right}}}"
                    yield Change(number, f"wrote {{#{right}}} for {match[0].strip()}")


def _unused(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name


def _fix_placeholders(
    document: Document, registries: Registries, lines: list[list[str]]
) -> Iterator[Change]:
    known = registries.fields.entries
    slips = {
        (place.span.line, place.name)
        for email in document.body.emails
        for place in email.placeholders
        if place.name not in known
    }
    for number, name in sorted(slips):
        near = difflib.get_close_matches(name, known, n=2, cutoff=_FAR)
        if len(near) == 1 and difflib.SequenceMatcher(None, name, near[0]).ratio() >= _NEAR:
            wrong, right = f"{{{{{name}}}}}", f"{{{{{near[0]}}}}}"
            lines[number - 1][0] = lines[number - 1][0].replace(wrong, right)
            yield Change(number, f"wrote {right} for {wrong}")


def _fix_spaces(document: Document, lines: list[list[str]]) -> Iterator[Change]:
    prose = {line.line for line in document.body.prose}
    for number, line in enumerate(lines, 1):
        text = line[0].rstrip(" \t")
        # Two spaces at the end of a line of text break it, and are meant.
        is_break = number in prose and text and line[0] == f"{text}  "
        is_ours = number in prose or number < document.front_matter.body_line
        if is_ours and text != line[0] and not is_break:
            line[0] = text
            yield Change(number, "removed spaces at the end")


def fix_site(site: Site, docs: Path, *, write: bool) -> Iterator[tuple[str, Change]]:
    """Mend every page of a site that lies in `docs`; yield each change with its file.

    A file that is a link, or that has changed since it was read, is not written.
    """
    fixed = {
        page: fix_document(document, site.registries) for page, document in site.documents.items()
    }
    faults = _style_faults({page: text for page, (text, _) in fixed.items()})
    for page, document in site.documents.items():
        text, changes = fixed[page]
        styled = _fix_style(text, document) if faults[page] else text
        if styled != text:
            text, changes = styled, sorted([*changes, *faults[page]], key=lambda each: each.line)
        if changes and (not write or _write(docs / page, document.source.text, text)):
            yield from ((document.source.path, change) for change in changes)


def _style_faults(texts: dict[str, str]) -> dict[str, list[Change]]:
    """Return the lines of each page whose style can be mended without judgement."""
    changes: dict[str, list[Change]] = {page: [] for page in texts}
    for page, fault in read_style(start_style(texts)):
        rule = style_rules()[fault.code]
        if rule.is_fixed:
            changes[page].append(Change(fault.line, f"mended {fault.code} {rule.rule.name}"))
    return changes


def _fix_style(text: str, document: Document) -> str:
    """Return a text in good style; as it is, when that is excused or would break something."""
    excused = {code for excuse in document.body.excuses for code in excuse.codes}
    # The linter ends lines in one way.
    if excused & style_rules().keys() or "\r" in text:
        return text
    styled = fix_style(text)
    return styled if _is_better(styled, document) else text


def _write(file: Path, old: str, new: str) -> bool:
    """Replace the text of a file whole or not at all; returns whether that was done."""
    data = file.read_bytes()
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    if file.is_symlink() or data != mark + old.encode():
        return False
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".guidekit-")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(mark + new.encode())
        part.chmod(file.stat().st_mode & 0o7777)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return True
