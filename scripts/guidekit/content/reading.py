"""Reading a content file: every way in which bytes can be unusable, as a diagnostic."""

import re
import stat
from pathlib import Path

import re2

from guidekit.content.files import SIGNATURE_LENGTH, check_signature
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Rule, Span

MAX_BYTES = 1_000_000
MAX_LINE = 20_000
# Python-Markdown needs seconds for a few hundred open brackets in a row and its stack ends
# near a nesting of 400; no page that a person writes comes near either figure.
MAX_OPEN_BRACKETS = 500
MAX_NESTING = 20

UNREADABLE = Rule("FILE001", "unreadable-file", "A page that cannot be read cannot be published.")
NOT_UTF8 = Rule("FILE002", "not-utf8", "Pages are UTF-8; other encodings garble names.")
SYMLINK = Rule(
    "FILE003", "symlink", "MkDocs follows a link out of docs/ and would publish what it points to."
)
EMPTY = Rule("FILE004", "empty-file", "An empty page is published as an empty page.")
TOO_LARGE = Rule("FILE005", "file-too-large", "A page of a megabyte is a mistake, and slow.")
LONG_LINE = Rule(
    "FILE006", "line-too-long", "Such a line is data pasted by mistake, and stops the build."
)
CONTROL_CHARACTER = Rule(
    "FILE007", "control-character", "Invisible characters break emails and reorder what is read."
)
TOO_DEEP = Rule(
    "FILE008", "nesting-too-deep", "The Markdown engine overflows or hangs on deep nesting."
)
RULES: tuple[Rule, ...] = (UNREADABLE, NOT_UTF8, SYMLINK, EMPTY, TOO_LARGE)
RULES += (LONG_LINE, CONTROL_CHARACTER, TOO_DEEP)

# C0 and C1 controls but tab and line breaks, the overrides that reorder text, and NUL.
_CONTROL = re2.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{fffe}\x{ffff}]"
)
_CONTAINERS = re.compile(r"(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])(?=[ \t]|$|>))*")
# Far from the edge, or many signs of lists and quotes at the start of a line.
_PERHAPS_DEEP = re2.compile(
    rf"(?m)^(?:\s{{{3 * MAX_NESTING}}}|(?:[ \t]*[-*+>.)\d]){{{MAX_NESTING}}})"
)
_MARKERS = re.compile(r"[-*+>]|\d{1,9}[.)]")


def read_source(file: Path, root: Path, path: str) -> tuple[SourceText | None, list[Diagnostic]]:
    """Read a UTF-8 file below `root`.

    `path` is the name to report problems under. Returns the text, or None when the file
    has no usable text, and what is wrong with it.
    """
    refusal = _refuse(file, root, path)
    if refusal:
        return None, [refusal]
    try:
        data = file.read_bytes()
    except OSError as error:
        return None, [_unreadable(error, path)]
    return decode_source(data, path)


def read_picture(file: Path, root: Path, path: str, span: Span) -> list[Diagnostic]:
    """Look at a picture below `root`; returns what is wrong with it."""
    refusal = _refuse(file, root, span.path)
    if refusal:
        return [refusal]
    try:
        with file.open("rb") as stream:
            return list(check_signature(path, stream.read(SIGNATURE_LENGTH), span))
    except OSError as error:
        return [_unreadable(error, span.path)]


def _unreadable(error: OSError, path: str) -> Diagnostic:
    reason = error.strerror or str(error)
    return UNREADABLE.at(Span(path), f"cannot be read: {reason}", "check the file's permissions")


def _refuse(file: Path, root: Path, path: str) -> Diagnostic | None:
    if not _is_below(file, root):
        return SYMLINK.at(
            Span(path),
            "is a symbolic link",
            "put the file itself here; links are not followed, so that nothing else is published",
        )
    try:
        status = file.stat()
    except OSError as error:
        return _unreadable(error, path)
    if not stat.S_ISREG(status.st_mode):
        return UNREADABLE.at(Span(path), "is not a file", "put a text file in its place")
    if status.st_size > MAX_BYTES:
        return TOO_LARGE.at(
            Span(path),
            f"is {status.st_size:,} bytes; at most {MAX_BYTES:,} are read",
            "split the page, or remove what was pasted by mistake",
        )
    return None


def _is_below(file: Path, root: Path) -> bool:
    """Whether a file lies in `root` itself: no link on the way leads elsewhere."""
    inside = file.relative_to(root)
    return ".." not in inside.parts and not any(
        (root / each).is_symlink() for each in (inside, *inside.parents[:-1])
    )


def decode_source(data: bytes, path: str) -> tuple[SourceText | None, list[Diagnostic]]:
    """Decode the bytes of a file and refuse text that would hang or garble the build."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error, path)]
    if not text.strip():
        return None, [EMPTY.at(Span(path), "is empty", "write the page, or delete the file")]
    source = SourceText(path, text)
    if not _may_have_problems(source):
        return source, []
    problems = [
        problem
        for number, line in enumerate(source.lines, 1)
        for problem in _line_problems(source, number, line)
    ]
    unusable = {LONG_LINE.code, TOO_DEEP.code}
    if any(problem.code in unusable for problem in problems):
        return None, problems
    return source, problems


def _may_have_problems(source: SourceText) -> bool:
    """Whether any line may have a problem: a quick look at the whole text, true for few pages."""
    text = source.text
    return (
        text.count("[") > MAX_OPEN_BRACKETS // 2
        or max(map(len, source.lines)) > MAX_LINE
        or _CONTROL.search(text) is not None
        or _PERHAPS_DEEP.search(text) is not None
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Diagnostic:
    before = data[: error.start].decode("utf-8-sig", errors="replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return NOT_UTF8.at(
        Span(path, line, column),
        f"byte 0x{data[error.start]:02x} is not UTF-8",
        "save the file again with the encoding UTF-8",
    )


def _line_problems(source: SourceText, number: int, line: str) -> list[Diagnostic]:
    problems: list[Diagnostic] = []
    if len(line) > MAX_LINE:
        return [
            LONG_LINE.at(
                source.span(number, MAX_LINE + 1),
                f"the line has {len(line):,} characters; at most {MAX_LINE:,} are read",
                "break the line into paragraphs, or remove what was pasted by mistake",
            )
        ]
    control = _CONTROL.search(line)
    if control:
        problems.append(
            CONTROL_CHARACTER.at(
                source.span(number, control.start() + 1),
                f"invisible control character U+{ord(control[0]):04X}",
                "delete the character; typing the words again is often easiest",
            )
        )
    if _is_too_deep(line):
        problems.append(
            TOO_DEEP.at(
                source.span(number),
                f"the line opens more than {MAX_NESTING} lists or quotes, "
                f"or more than {MAX_OPEN_BRACKETS} brackets",
                "write it as plain paragraphs or a flat list",
            )
        )
    return problems


def _is_too_deep(line: str) -> bool:
    if line.count("[") + line.count("](") > MAX_OPEN_BRACKETS:
        return True
    if (len(line) - len(line.lstrip())) // 2 > 2 * MAX_NESTING:
        return True
    opening = _CONTAINERS.match(line)
    return opening is not None and len(_MARKERS.findall(opening[0])) > MAX_NESTING
