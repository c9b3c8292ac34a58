"""Which files may lie in `docs/`: the engine publishes everything that it finds there."""

import posixpath
import re
from collections.abc import Iterator

from guidekit.diagnostics import Diagnostic, Rule, Span

FOREIGN_FILE = Rule(
    "FILE009",
    "foreign-file",
    "MkDocs publishes every file in docs/ as it is, and HTML, scripts and SVG run in the reader's "
    "browser.",
)
FILE_NAME = Rule(
    "FILE010",
    "file-name",
    "The name is the address of the page: capitals, spaces and signs break links on some hosts.",
)
NOT_A_PICTURE = Rule(
    "FILE011", "not-a-picture", "A picture that is none shows as a hole, or hides something else."
)
RULES = (FOREIGN_FILE, FILE_NAME, NOT_A_PICTURE)

DATA_FILES = (
    "article.yml",
    "fields.yml",
    "ignored-links.yml",
    "released-ids.yml",
    "situations.yml",
    "sources.yml",
    "strings.yml",
    "tone.json",
    "decode.en.json",
    "words.yml",
)
_SIGNATURES = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".avif": re.compile(rb"....ftypavi[fs]", re.DOTALL),
}
IMAGE_ENDINGS = tuple(_SIGNATURES)
SIGNATURE_LENGTH = 16  # bytes
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd")


def check_path(path: str, span: Span) -> Iterator[Diagnostic]:
    """Find what is wrong with the place, the name and the kind of a file.

    `path` is its way from `docs/`, `span` the place to report.
    """
    *folders, name = path.split("/")
    stem, ending = posixpath.splitext(name)
    if folders[:1] == ["_data"]:
        if path.removeprefix("_data/") not in DATA_FILES:
            help = f"move it elsewhere; the data files are {', '.join(DATA_FILES)}"
            yield FOREIGN_FILE.at(span, "is not one of the data files", help)
        return
    if folders[:1] == ["templates"]:
        help = "move it to another folder, such as emails/"
        yield FOREIGN_FILE.at(span, "lies in a folder that MkDocs leaves out", help)
    if ending not in (".md", *IMAGE_ENDINGS):
        yield FOREIGN_FILE.at(span, f"`{ending or name}` files are not published", _kind(name))
    elif any(not _SLUG.fullmatch(part) for part in (*folders, stem)):
        help = "use small letters, digits and single hyphens: ask-for-feedback.md"
        yield FILE_NAME.at(span, "the name is not in kebab-case", help)


def _kind(name: str) -> str:
    stem, ending = posixpath.splitext(name.lower())
    if ending in _MARKDOWN or ending in (".md", *IMAGE_ENDINGS):
        right = ".md" if ending in _MARKDOWN else ending
        return f"rename it to {stem}{right}"
    if ending in {".svg", ".gif", ".bmp", ".tif", ".tiff", ".heic"}:
        return f"save the picture as one of {', '.join(IMAGE_ENDINGS)}"
    return f"pages end in .md and pictures in {', '.join(IMAGE_ENDINGS)}; keep others out of docs/"


def check_signature(path: str, start: bytes, span: Span) -> Iterator[Diagnostic]:
    """Find a picture that is not what its name says; `start` is how its bytes begin."""
    signature = _SIGNATURES.get(posixpath.splitext(path)[1])
    if signature and not signature.match(start):
        help = "export the picture again, in the format that its name ends in"
        yield NOT_A_PICTURE.at(span, "does not begin as such a picture does", help)
