"""Which attributes of which elements hold targets, and how each is used."""

import re
from collections.abc import Iterator

_SVG_REFERENCES = (
    "use textpath lineargradient radialgradient pattern filter mpath animate set"
    " animatemotion animatetransform"
).split()

# element -> attribute -> use (`srcset` and `style` are lists of targets)
ATTRIBUTES: dict[str, dict[str, str]] = {
    "a": {"href": "page", "xlink:href": "page"},
    "area": {"href": "page"},
    "iframe": {"src": "frame", "longdesc": "cite"},
    "frame": {"src": "frame", "longdesc": "cite"},
    "embed": {"src": "object"},
    "object": {"data": "object", "usemap": "map"},
    "form": {"action": "form"},
    "button": {"formaction": "form"},
    "input": {"src": "image", "formaction": "form", "usemap": "map"},
    "img": {"src": "image", "longdesc": "cite", "usemap": "map"},
    "image": {"href": "image", "xlink:href": "image", "src": "image"},
    "feimage": {"href": "image", "xlink:href": "image"},
    "script": {"src": "script", "href": "script", "xlink:href": "script"},
    "video": {"src": "media", "poster": "poster"},
    "audio": {"src": "media"},
    "source": {"src": "media"},
    "track": {"src": "media"},
    "blockquote": {"cite": "cite"},
    "q": {"cite": "cite"},
    "ins": {"cite": "cite"},
    "del": {"cite": "cite"},
    "body": {"background": "poster"},
    "table": {"background": "poster"},
    "td": {"background": "poster"},
    "th": {"background": "poster"},
} | {name: {"href": "symbol", "xlink:href": "symbol"} for name in _SVG_REFERENCES}

SRCSETS = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}

# Names that links can lead to, besides every `id`.
NAMES = {"a", "map"}

# <link rel>: the first word known decides; words not known make it a relation to a page.
_RELATIONS = {
    "stylesheet": "style",
    "icon": "icon",
    "apple-touch-icon": "icon",
    "apple-touch-icon-precomposed": "icon",
    "mask-icon": "icon",
    "manifest": "manifest",
    "canonical": "canonical",
    "preload": "preload",
    "modulepreload": "preload",
    "later": "preload",
    "prefetch": "preload",
    "prerender": "preload",
}
# These name a host or a vocabulary rather than something to fetch.
_NOT_FETCHED = set(
    "preconnect dns-prefetch profile pingback webmention me edituri wlwmanifest expect"
    " dcterms.conformsto schema.dc schema.dcterms".split()
)

_SOCIAL_PAGES = {"og:url", "twitter:url", "al:web:url"}
_SOCIAL_FILES = re.compile(
    r"og:(?:image|video|audio)(?::(?:secure_)?url)?|twitter:(?:image|player)(?::src|:stream)?"
    r"|msapplication-(?:config|tileimage|\w+logo)|image|thumbnailurl"
)
_LONGEST_REDIRECT = 10  # seconds; a page shown for longer is meant to be read


def relation_use(rel: str) -> str | None:
    """Return how `<link rel="...">` uses its target; None when it fetches nothing."""
    words = rel.lower().split()
    known = [_RELATIONS[word] for word in words if word in _RELATIONS]
    if known or not words:
        return known[0] if known else None
    return None if _NOT_FETCHED.intersection(words) else "relation"


def meta_use(names: str) -> str | None:
    """Return how a `<meta>` with this `property`, `name` or `itemprop` uses its content."""
    name = names.strip().lower()
    if name in _SOCIAL_PAGES:
        return "social page"
    return "social file" if _SOCIAL_FILES.fullmatch(name) else None


def refresh_target(content: str) -> tuple[str, bool] | None:
    """Return the target of `<meta http-equiv="refresh">`, and whether it comes at once.

    None when the page only reloads.
    """
    text = content.strip()
    rest = text.lstrip("0123456789.")
    target = rest.lstrip(" \t\n\r\f;,")
    if target == rest:
        return None
    if target[:3].lower() == "url" and target[3:].lstrip().startswith("="):
        target = target.partition("=")[2].lstrip()
    if target[:1] in ("'", '"'):
        target = target[1:].partition(target[0])[0]
    seconds = text[: len(text) - len(rest)].partition(".")[0]
    return (target, int(seconds[:9] or 0) <= _LONGEST_REDIRECT) if target else None


def srcset_targets(srcset: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and text of each target in a `srcset`, after the HTML standard.

    A comma ends a target only at its end, so a `data:` target keeps its own.
    """
    position = 0
    while match := _CANDIDATE.match(srcset, position):
        target = match[1].rstrip(",")
        yield match.start(1), target
        position = match.end()
        if target == match[1]:
            position = _end_of_descriptors(srcset, position)


_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*)")
_DESCRIPTORS = re.compile(r"[^,(]*(?:\([^)]*\)?[^,(]*)*")


def _end_of_descriptors(srcset: str, position: int) -> int:
    match = _DESCRIPTORS.match(srcset, position)
    return match.end() if match else position
