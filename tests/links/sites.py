"""A small built site on which the link checker finds nothing, and ways to add to it."""

from collections.abc import Mapping
from pathlib import Path

from guidekit.diagnostics import Diagnostic
from guidekit.links import check_links

SITE_URL = "https://example.org/bounce/"

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A page</title>
<link rel="canonical" href="https://example.org/bounce/{path}">
<link rel="stylesheet" href="{up}assets/style.css">
<!--head-->
</head>
<body>
<h1 id="start">A page</h1>
<h2 id="second-part">Second part</h2>
<!--body-->
<a href="{up}guides/">All guides</a>
<a href="{up}emails/thank-you/#start">Thank you</a>
<script src="{up}assets/main.js"></script>
</body>
</html>
"""
# Where in a page what is planted begins.
HEAD_LINE, BODY_LINE = 8, 13

PAGES = {
    "index.html": ("", ""),
    "guides/index.html": ("guides/", "../"),
    "guides/first/index.html": ("guides/first/", "../../"),
    "guides/Second/index.html": ("guides/Second/", "../../"),
    "emails/thank-you/index.html": ("emails/thank-you/", "../../"),
    "about.html": ("about.html", ""),
    "404.html": ("404.html", "/bounce/"),
}

_SITEMAP = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.org/bounce/</loc></url>
<url><loc>https://example.org/bounce/guides/first/</loc></url>
<!--planted-->
</urlset>
"""

FILES: dict[str, str] = {
    "sitemap.xml": _SITEMAP,
    "robots.txt": "User-agent: *\nSitemap: https://example.org/bounce/sitemap.xml\n",
    "assets/style.css": "body { background: url(logo.png) }\n",
    "assets/main.js": "'use strict';\n",
    "assets/logo.png": "",
    "assets/Photo.jpg": "",
    "assets/clip.mp4": "",
    "assets/paper.pdf": "",
    "assets/icons.svg": '<svg><symbol id="tick"><path d="M0 0"/></symbol></svg>\n',
    "manifest.webmanifest": '{"name": "A site", "start_url": ".",\n "icons": []}\n',
}


def make_site(root: Path, more: Mapping[str, str | bytes] | None = None) -> Path:
    """Write the clean site to `root`/site, then `more` over it; return its folder."""
    site = root / "site"
    pages = {name: page(name) for name in PAGES}
    for name, text in {**pages, **FILES, **(more or {})}.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return site


def page(name: str, body: str = "", head: str = "") -> str:
    """Return the page `name` of the clean site with `body` or `head` planted in it."""
    path, up = PAGES[name]
    text = _PAGE.format(path=path, up=up)
    return text.replace("<!--head-->", head).replace("<!--body-->", body)


def sitemap(planted: str) -> str:
    """Return the sitemap of the clean site with something planted in it."""
    return _SITEMAP.replace("<!--planted-->", planted)


def check_body(root: Path, body: str, name: str = "guides/first/index.html") -> list[str]:
    """Return what is found when `body` stands in the page `name`."""
    return lines(root, check_links(make_site(root, {name: page(name, body)})))


def lines(root: Path, found: list[Diagnostic]) -> list[str]:
    """Write findings as the terminal shows them, with paths from `root`."""
    return [
        f"{problem.span.path.removeprefix(f'{root.as_posix()}/')}"
        f":{problem.span.line}:{problem.span.column}:"
        f" {problem.code} {problem.message} | {problem.help}"
        for problem in found
    ]
