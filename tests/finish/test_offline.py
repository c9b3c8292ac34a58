"""The web manifest and the service worker, as files."""

import json
import re
from pathlib import Path

from guidekit.finish.manifest import write_manifest
from guidekit.finish.site import BuiltSite
from guidekit.finish.worker import write_worker
from tests.finish.sites import HOME, write_built_site

FILES = re.compile(r"FILES=(\{.*?\});")
RICH = HOME.replace(
    "</head>",
    '<meta property="og:site_name" content="Ours &amp; yours">'
    '<meta name="description" content="What it is.">'
    '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf6ef">'
    '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121a19"></head>',
).replace(
    "<body>",
    '<body><a class="site-nav__link" href="now/"><svg><path d=""/></svg><span>Reply</span></a>',
)


def test_the_manifest_says_what_the_home_page_says(tmp_path: Path) -> None:
    images = {f"assets/images/icon-{name}.png": "" for name in ("192", "maskable-512")}
    site = BuiltSite(write_built_site(tmp_path, {"index.html": RICH, **images}))
    write_manifest(site)
    manifest = json.loads(site.read("manifest.webmanifest"))
    assert manifest["name"] == "Ours & yours"
    assert (manifest["lang"], manifest["theme_color"]) == ("en", "#faf6ef")
    assert manifest["shortcuts"] == [{"name": "Reply", "url": "now/"}]
    assert [(icon["src"], icon["sizes"], icon["purpose"]) for icon in manifest["icons"]] == [
        ("assets/images/icon-192.png", "192x192", "any"),
        ("assets/images/icon-maskable-512.png", "512x512", "maskable"),
    ]
    for page, address in (
        ("index.html", "manifest.webmanifest"),
        ("guides/first/index.html", "../../manifest.webmanifest"),
        ("404.html", "/help/manifest.webmanifest"),
    ):
        assert f'<link rel="manifest" href="{address}">' in site.read(page)


def listed(site: BuiltSite) -> dict[str, str]:
    write_worker(site)
    found = FILES.search(site.read("sw.js"))
    assert found
    files: dict[str, str] = json.loads(found[1])
    return files


def test_the_worker_lists_what_a_reader_needs_and_no_more(tmp_path: Path) -> None:
    others = ("x.zip", "_headers", "index.html.br", "assets/images/icon-192.png", "robots.txt")
    wanted = {"_data/tone.json": "{}", "guides/naïve way.html": ""}
    site = BuiltSite(write_built_site(tmp_path, {**dict.fromkeys(others, ""), **wanted}))
    files = listed(site)
    assert {"", "404.html", "guides/first/", "_data/tone.json"} < set(files)
    assert "guides/na%C3%AFve%20way.html" in files
    assert not {*others, "sw.js", "sw-off.js", "assets/fonts/text-OFL.txt"} & set(files)


def test_the_worker_changes_with_any_file_and_with_nothing_else(tmp_path: Path) -> None:
    site = BuiltSite(write_built_site(tmp_path))
    listed(site)
    before = site.read("sw.js")
    listed(site)
    assert site.read("sw.js") == before
    site.write("guides/first/index.html", "other words")
    listed(site)
    assert site.read("sw.js") != before
