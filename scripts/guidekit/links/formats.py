"""Reads the other files that hold targets: sitemap, manifest and robots.txt."""

import json
import re

from guidekit.links.record import Fault, Link, make_link
from guidekit.links.text import byte_offsets

MALFORMED = "LINK904"

_SITEMAP_TARGET = re.compile(
    rb"<!--[^-]*(?:-(?!->)[^-]*)*(?:-->|\Z)"
    rb"|<([\w.-]{0,20}:)?loc[ \t\r\n]*>(?:[ \t\r\n]*<!\[CDATA\[)?[ \t\r\n]*([^<\]]*)"
    rb"|<(?:[\w.-]{1,20}:)?link[ \t\r\n](?:[^<>]*[ \t\r\n])?href=[\"']([^\"'<>]*)"
)
_MANIFEST_TARGET = re.compile(r"\"(src|start_url|url)\"\s*:\s*\"([^\"\\\n]*(?:\\.[^\"\\\n]*)*)\"")
_ROBOTS_TARGET = re.compile(rb"^[ \t]*sitemap[ \t]*:[ \t]*([^\s#]+)", re.IGNORECASE | re.MULTILINE)


def places_in_sitemap(data: bytes) -> list[tuple[int, Link]]:
    """Return the pages, images and other sitemaps that a sitemap names."""
    items = []
    for match in _SITEMAP_TARGET.finditer(data):
        group = match.lastindex or 0
        if group > 1:
            use = "sitemap image" if match[1] == b"image:" else "sitemap"
            items.append((match.start(group), _link(use, match[group].strip())))
    return items


def sitemap_faults(data: bytes) -> tuple[Fault, ...]:
    """Return what keeps the file from being XML; one with a DTD may be a bomb and is left alone."""
    from xml.parsers import expat

    if b"<!DOCTYPE" in data:
        return ()
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        message = f"the sitemap is not well-formed XML: {expat.ErrorString(error.code)}"
        help = "write & as &amp; and close every tag; search engines skip the whole file"
        return (Fault(MALFORMED, message, help, error.lineno, error.offset + 1),)
    return ()


def places_in_manifest(data: bytes) -> list[tuple[int, Link]]:
    """Return the icons and pages that a web app manifest names."""
    text = data.decode("utf-8", "replace")
    # `%s` is a place where the browser puts something: no target of its own.
    matches = [match for match in _MANIFEST_TARGET.finditer(text) if "%s" not in match[2]]
    offsets = byte_offsets(text, (match.start(2) for match in matches))
    return list(zip(offsets, map(_manifest_link, matches), strict=True))


def _manifest_link(match: re.Match[str]) -> Link:
    use = "manifest icon" if match[1] == "src" else "manifest page"
    try:
        return make_link(use, str(json.loads(f'"{match[2]}"')))
    except ValueError:
        return make_link(use, match[2])


def manifest_faults(data: bytes) -> tuple[Fault, ...]:
    """Return what keeps the file from being JSON."""
    help = "put the JSON right: without it the site cannot be installed as an app"
    try:
        json.loads(data.decode("utf-8", "replace"))
    except json.JSONDecodeError as error:
        message = f"the manifest is not JSON: {error.msg}"
        return (Fault(MALFORMED, message, help, error.lineno, error.colno),)
    except (ValueError, RecursionError):
        return (Fault(MALFORMED, "the manifest is not JSON that can be read", help),)
    return ()


def places_in_robots(data: bytes) -> list[tuple[int, Link]]:
    """Return the sitemaps that robots.txt names."""
    return [(match.start(1), _link("robots", match[1])) for match in _ROBOTS_TARGET.finditer(data)]


def _link(use: str, target: bytes) -> Link:
    return make_link(use, target.decode("utf-8", "replace"))
