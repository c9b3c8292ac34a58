"""The web manifest, which lets a reader install the site: made from what the home page says."""

import json
import re
from functools import partial
from html import unescape

from guidekit.finish.html import ATTRIBUTES, TAG, metas
from guidekit.finish.site import BuiltSite

NAME = "manifest.webmanifest"
_ICON = re.compile(r"^assets/images/icon-(maskable-)?(\d+)\.png$")
_NAV_LINK = re.compile(r'class="site-nav__link" href="([^"]+)".*?<span>([^<]+)</span>', re.DOTALL)


def write_manifest(site: BuiltSite) -> None:
    """Write `manifest.webmanifest`, and name it in every page."""
    home = site.read("index.html")
    site.write(NAME, json.dumps(_manifest(site, home), ensure_ascii=False, indent=2) + "\n")
    for page in site.pages():
        site.edit(page, partial(_add_link, site.way_to_root(page)))


def _add_link(way: str, html: str) -> str:
    link = f'<link rel="manifest" href="{way}{NAME}">'
    return html if link in html else html.replace("</head>", f"{link}\n</head>", 1)


def _manifest(site: BuiltSite, home: str) -> dict[str, object]:
    tags = [dict(ATTRIBUTES.findall(tag)) for tag in TAG.findall(home)]
    said = metas(home)
    root = next((tag for tag in tags if "lang" in tag), {})
    colours = [tag["content"] for tag in tags if tag.get("name") == "theme-color"]
    name = said.get("og:site_name", "")
    return {
        "id": "./",
        "name": name,
        "short_name": name,
        "description": said.get("description", ""),
        "lang": root.get("lang", "en"),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        **({"background_color": colours[0], "theme_color": colours[0]} if colours else {}),
        "icons": [icon for path in site.files() if (icon := _icon(path))],
        "shortcuts": [
            {"name": unescape(label), "url": address} for address, label in _NAV_LINK.findall(home)
        ],
    }


def _icon(path: str) -> dict[str, str] | None:
    found = _ICON.match(path)
    if not found:
        return None
    size = f"{found[2]}x{found[2]}"
    purpose = "maskable" if found[1] else "any"
    return {"src": path, "sizes": size, "type": "image/png", "purpose": purpose}
