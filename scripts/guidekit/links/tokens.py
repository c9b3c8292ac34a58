"""Splits HTML into the tags that can matter to links, after the HTML standard.

The work is one regular expression, because a site of a thousand pages holds a million
tags. It runs in linear time: once a tag has a name and white space, whatever follows is
an attribute, white space, `>` or the end of the file, so a match never fails half-way,
and comments and raw text are taken whole, closed or not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from guidekit.links.text import byte_offsets

_SPACE = rb"[ \t\n\r\f]"
_BARE = rb"[^ \t\n\r\f>\"'][^ \t\n\r\f>]*"
_NAMED = rb"[^ \t\n\r\f/>][^ \t\n\r\f/>=]*"
# One attribute, or the space between two. An open quote runs to the end of the file.
_VALUE = rb"(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|%b)" % _BARE
_ATTRIBUTE = rb"(?:[ \t\n\r\f/]+|%b(?:%b*=%b*%b?)?)" % (_NAMED, _SPACE, _SPACE, _VALUE)
# First the usual form of attributes, which is nearly all of them and quicker to match.
_USUAL = rb"(?:[a-zA-Z-]+=\"[^\"]*\"[ \t\n\r\f/]*)*"
_ATTRIBUTES = rb"%b%b*" % (_USUAL, _ATTRIBUTE)
# Tags that hold nothing for us and are most of all tags: passed over without a match.
_BORING = rb"(?!/|(?:span|div|p|li|ul|nav|label|path|button) class=\"[^\"]*\">)"

# Links, headings and images in their usual form: what `parse_tag` would find, only quicker.
USUAL_TAG = re.compile(
    rb"<a(?: (?:class|title|rel|target)=\"[^\"]*\")* href=\"(?!(?i:data:))([^\"]*)\""
    rb"(?: (?:class|title|rel|target|tabindex|aria-label)=\"[^\"]*\")*>"
    rb"|<h[1-6](?: class=\"[^\"]*\")* id=\"([^\"&]+)\">"
    rb"|<img(?: alt=\"[^\"]*\")* src=\"(?!(?i:data:))([^\"]*)\""
    rb"(?: (?:alt|width|height|loading)=\"[^\"]*\")*>"
)

# Elements whose content is not markup; with their content they are one match.
RAW = ("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes")


def _raw(name: str) -> bytes:
    """Return the pattern of an element of raw text: in any case, and closed or not."""
    any_case = "".join(f"[{letter}{letter.upper()}]" for letter in name).encode()
    start = rb"%b(?=[ \t\n\r\f/>])(?:[ \t\n\r\f/]+%b)?" % (any_case, _ATTRIBUTES)
    content = rb"[^<]*(?:<(?!/%b[ \t\n\r\f/>])[^<]*)*" % any_case
    return rb"%b(?:(?<=/)>|>%b|\Z)" % (start, content)


_NO_MARKUP = b"|".join(map(_raw, RAW))
_NO_ELEMENT = (
    rb"!--(?:-?>|[^-]*(?:-(?!-!?>)[^-]*)*)"
    rb"|!\[CDATA\[[^\]]*(?:\](?!\]>)[^\]]*)*"
    rb"|[!?][^>]*"
)
_NAME_AND_SPACE = rb"[a-zA-Z][^ \t\n\r\f/><]*+[ \t\n\r\f/]"
_TAG = re.compile(
    rb"<%b(?:a(?: [a-z-]+=\"[^\"]*\")+>|%b|%b[ \t\n\r\f/]*%b(?:>|\Z)|%b)"
    % (_BORING, _NO_MARKUP, _NAME_AND_SPACE, _ATTRIBUTES, _NO_ELEMENT)
)
# The same but for a `>` in a value, at which it takes the tag to end; half again as quick.
_TAG_UP_TO_BRACKET = re.compile(
    rb"<%b(?:a [^>]*+>?|(?![sStTiIxXnN])%b[^>]*+>?|%b|%b[^>]*+>?|%b)"
    % (_BORING, _NAME_AND_SPACE, _NO_MARKUP, _NAME_AND_SPACE, _NO_ELEMENT)
)
# A tag whose values are all closed. Nothing in it is given back once matched, so that it takes
# linear time, and a quote left open cannot be taken for a name.
_CLOSED_VALUE = rb"(?:\"[^\"]*+\"|'[^']*+'|%b+|(?=>))" % _BARE
_CLOSED_ATTRIBUTE = rb"[ \t\n\r\f/]++|%b+(?:%b*+=%b*+%b|(?!%b*+=))" % (
    *(_NAMED, _SPACE, _SPACE, _CLOSED_VALUE, _SPACE),
)
_CLOSED = re.compile(
    rb"<(?:[!?]|(?i:%b)[ \t\n\r\f/>]|%b(?:%b)*+>\Z)"
    % ("|".join(RAW).encode(), _NAME_AND_SPACE, _CLOSED_ATTRIBUTE)
)
_START = re.compile(rb"<[a-zA-Z][^ \t\n\r\f/><]*(?:[ \t\n\r\f/]+%b)?(>|\Z)" % _ATTRIBUTES)

_NAME = re.compile(r"<([a-zA-Z][^ \t\n\r\f/>]*)")
_NAMED_VALUE = re.compile(
    r"([^ \t\n\r\f/>][^ \t\n\r\f/>=]*)"
    r"(?:[ \t\n\r\f]*=[ \t\n\r\f]*(?:\"([^\"]*)\"|'([^']*)'|([^ \t\n\r\f>\"'][^ \t\n\r\f>]*))?)?"
)


def all_tags(data: bytes) -> list[bytes]:
    """Return the tags of a page that can matter, raw text elements with their content."""
    return _without_cut_off(data, _TAG.findall(data))


def quick_tags(data: bytes) -> list[bytes]:
    """Return what `all_tags` does when each of them is closed, see `is_closed`."""
    return _without_cut_off(data, _TAG_UP_TO_BRACKET.findall(data))


def is_closed(tag: bytes) -> bool:
    """Whether a tag from `quick_tags` is a whole one, not cut off at a `>` in a value."""
    return _CLOSED.match(tag) is not None


def _without_cut_off(data: bytes, found: list[bytes]) -> list[bytes]:
    if found and data.endswith(found[-1]) and _is_cut_off(found[-1]):
        found.pop()
    return found


def tags_with_offsets(data: bytes) -> list[tuple[int, bytes]]:
    """Return the same tags as `all_tags`, each with where it starts."""
    offsets = (match.start() for match in _TAG.finditer(data))
    return list(zip(offsets, all_tags(data), strict=False))


def _is_cut_off(tag: bytes) -> bool:
    """Whether the file ends inside a tag; browsers drop such a tag."""
    start = _START.match(tag)
    return start is not None and start[1] == b""


def parse_tag(tag: bytes) -> tuple[str, dict[str, str]]:
    """Return a tag's name and its attributes as written, names in lower case.

    Of an attribute given twice the first counts.
    """
    text = tag.decode("utf-8", "replace")
    name = _NAME.match(text)
    if name is None:
        return "", {}
    element, end = name[1].lower(), len(text) - 1
    if element in RAW:
        end = len(split_raw(tag)[0].decode("utf-8", "replace")) - 1
    values: dict[str, str] = {}
    for word, double, single, bare in _NAMED_VALUE.findall(text, name.end(), end):
        values.setdefault(word.lower(), double or single or bare)
    return element, values


def split_raw(tag: bytes) -> tuple[bytes, bytes]:
    """Split a raw text element into its start tag and its content."""
    start = _START.match(tag)
    end = start.end() if start else len(tag)
    return tag[:end], tag[end:]


def attribute_offsets(tag: bytes) -> dict[str, tuple[int, int]]:
    """Return where each attribute and its value start in a tag, in bytes."""
    text = split_raw(tag)[0].decode("utf-8", "replace")
    name = _NAME.match(text)
    matches = list(_NAMED_VALUE.finditer(text, name.end(), len(text) - 1)) if name else []
    edges = (match.start(group) for match in matches for group in (0, match.lastindex or 0))
    offsets = byte_offsets(text, edges)
    found: dict[str, tuple[int, int]] = {}
    for match in matches:
        found.setdefault(match[1].lower(), (next(offsets), next(offsets)))
    return found


class Regions:
    """Where the elements of one name lie in a page; the page is searched on the first question."""

    def __init__(self, data: bytes, name: bytes) -> None:
        self._data, self._name = data, name
        self._edges: list[int] | None = None

    def __contains__(self, offset: int) -> bool:
        if self._edges is None:
            self._edges = list(_edges(self._data, self._name))
        return bisect_right(self._edges, offset) % 2 == 1


def _edges(data: bytes, name: bytes) -> Iterator[int]:
    """Yield the start and the end of each outermost element, in turn."""
    depth = 0
    for match in re.finditer(rb"<(/?)%b(?=[ \t\n\r\f/>])" % name, data, re.IGNORECASE):
        before, depth = depth, max(depth + (-1 if match[1] else 1), 0)
        if (before == 0) != (depth == 0):
            yield match.start()
