"""How a target is used, which decides what is wrong when it leads nowhere."""

from collections.abc import Callable
from dataclasses import dataclass

from guidekit.links.text import decode_css, decode_html


@dataclass(frozen=True, slots=True)
class Use:
    """One way of using a target."""

    noun: str  # what the target should be, in "there is no ... at"
    missing: str  # the code of the rule that a missing target breaks
    anchors: bool = False  # whether the part after `#` must exist on an HTML page
    never_empty: bool = False  # whether an empty target is a fault
    active: bool = False  # whether browsers refuse it over plain http on an https page
    absolute: bool = False  # whether it must begin with https://
    decode: Callable[[str], str] = decode_html


PAGE, ANCHOR, IMAGE, SCRIPT, STYLE, MEDIA, FILE, CSS, METADATA, SITEMAP, REDIRECT = (
    *(f"LINK2{number:02}" for number in range(1, 12)),
)

USES: dict[str, Use] = {
    "page": Use("page", PAGE, anchors=True, never_empty=True),
    "frame": Use("page", PAGE, anchors=True, active=True),
    "form": Use("page", PAGE),
    "cite": Use("page", PAGE),
    "refresh": Use("page", PAGE, anchors=True),
    "image": Use("image", IMAGE, never_empty=True),
    "poster": Use("image", IMAGE),
    "map": Use("image map", ANCHOR, anchors=True),
    "script": Use("script", SCRIPT, never_empty=True, active=True),
    "style": Use("stylesheet", STYLE, never_empty=True, active=True),
    "media": Use("media file", MEDIA, never_empty=True),
    "object": Use("file", FILE, never_empty=True, active=True),
    "preload": Use("file", FILE, never_empty=True, active=True),
    "icon": Use("icon", FILE, never_empty=True),
    "manifest": Use("manifest", FILE, never_empty=True),
    "manifest icon": Use("icon", FILE),
    "manifest page": Use("page", PAGE),
    "symbol": Use("file", FILE, anchors=True),
    "css": Use("file", CSS, active=True, decode=decode_css),
    "import": Use("stylesheet", STYLE, active=True, decode=decode_css),
    "canonical": Use("page", METADATA, never_empty=True),
    "relation": Use("page", METADATA, never_empty=True),
    "social page": Use("page", METADATA),
    "social file": Use("file", METADATA),
    "sitemap": Use("page", SITEMAP, absolute=True),
    "sitemap image": Use("image", SITEMAP, absolute=True),
    "robots": Use("sitemap", SITEMAP, absolute=True),
    "redirect": Use("page", REDIRECT),
}
