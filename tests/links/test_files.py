"""Files beside the pages: stylesheets, sitemap, robots.txt, manifest."""

from pathlib import Path

from guidekit.links import check_links
from tests.links.sites import lines, make_site, sitemap

PUBLISH = "correct the target, or publish what it should lead to"


def _check(root: Path, name: str, text: str) -> list[str]:
    return lines(root, check_links(make_site(root, {name: text})))


def test_stylesheet_is_read_for_url_and_import(tmp_path: Path) -> None:
    css = """\
@import "tokens.css";
@import url('dark.css') screen;
.é { background: url( bild\\.png ) }
.b { src: url("serif.woff2?#iefix"), url(data:font/woff2,x); }
"""
    assert _check(tmp_path, "assets/style.css", css) == [
        f"site/assets/style.css:1:10: LINK205 there is no stylesheet at `tokens.css` | {PUBLISH}",
        f"site/assets/style.css:2:14: LINK205 there is no stylesheet at `dark.css` | {PUBLISH}",
        f"site/assets/style.css:3:23: LINK208 there is no file at `bild\\.png` | {PUBLISH}",
        f"site/assets/style.css:4:16: LINK208 there is no file at `serif.woff2?#iefix` | {PUBLISH}",
    ]


def test_sitemap_entry_without_a_page_is_found(tmp_path: Path) -> None:
    planted = "<url><loc>\nhttps://example.org/bounce/guides/frist/</loc></url>"
    assert _check(tmp_path, "sitemap.xml", sitemap(planted)) == [
        "site/sitemap.xml:6:1: LINK210 there is no page at"
        " `https://example.org/bounce/guides/frist/`"
        " | did you mean `https://example.org/bounce/guides/first/`?"
    ]


def test_sitemap_entry_that_redirects_is_a_warning(tmp_path: Path) -> None:
    planted = "<url><loc>https://example.org/bounce/guides</loc></url>"
    assert _check(tmp_path, "sitemap.xml", sitemap(planted)) == [
        "site/sitemap.xml:5:11: LINK401 `https://example.org/bounce/guides` works only through a"
        " redirect | link to `https://example.org/bounce/guides/` itself"
    ]


def test_sitemap_entry_must_be_a_whole_address(tmp_path: Path) -> None:
    planted = "<url><loc>/bounce/guides/</loc></url>"
    assert _check(tmp_path, "sitemap.xml", sitemap(planted)) == [
        "site/sitemap.xml:5:11: LINK302 `/bounce/guides/` is not a URL: a sitemap holds whole"
        " addresses only | write it as https://host/path"
    ]


def test_sitemap_images_and_other_languages_are_checked(tmp_path: Path) -> None:
    planted = """\
<url xmlns:image="i" xmlns:xhtml="x"><loc>https://example.org/bounce/guides/</loc>
<image:image><image:loc>https://example.org/bounce/chart.png</image:loc></image:image>
<xhtml:link rel="alternate" hreflang="de" href="https://example.org/bounce/de/"/>
<!-- <loc>https://example.org/bounce/draft/</loc> --></url>"""
    assert _check(tmp_path, "sitemap.xml", sitemap(planted)) == [
        "site/sitemap.xml:6:25: LINK210 there is no image at"
        f" `https://example.org/bounce/chart.png` | {PUBLISH}",
        "site/sitemap.xml:7:49: LINK210 there is no page at"
        f" `https://example.org/bounce/de/` | {PUBLISH}",
    ]


def test_sitemap_that_is_not_xml_is_found(tmp_path: Path) -> None:
    planted = "<url><loc>https://example.org/bounce/guides/?a=1&b=2</loc></url>"
    assert _check(tmp_path, "sitemap.xml", sitemap(planted)) == [
        "site/sitemap.xml:5:51: LINK904 the sitemap is not well-formed XML: not well-formed"
        " (invalid token) | write & as &amp; and close every tag;"
        " search engines skip the whole file"
    ]


def test_sitemap_named_in_robots_is_checked(tmp_path: Path) -> None:
    robots = "User-agent: *\nSitemap: https://example.org/bounce/site-map.xml"
    assert _check(tmp_path, "robots.txt", robots) == [
        "site/robots.txt:2:10: LINK210 there is no sitemap at"
        " `https://example.org/bounce/site-map.xml`"
        " | did you mean `https://example.org/bounce/sitemap.xml`?"
    ]


def test_manifest_is_read_for_icons_and_pages(tmp_path: Path) -> None:
    manifest = """\
{"start_url": "./?home", "name": "é", "icons": [{"src": "icon-512.png"}],
 "shortcuts": [{"url": "emails\\/offer/"}], "protocol_handlers": [{"url": "./?to=%s"}]}"""
    assert _check(tmp_path, "manifest.webmanifest", manifest) == [
        f"site/manifest.webmanifest:1:58: LINK207 there is no icon at `icon-512.png` | {PUBLISH}",
        f"site/manifest.webmanifest:2:25: LINK201 there is no page at `emails/offer/` | {PUBLISH}",
    ]


def test_manifest_that_is_not_json_is_found(tmp_path: Path) -> None:
    assert _check(tmp_path, "manifest.webmanifest", '{"start_url": "./",\n }') == [
        "site/manifest.webmanifest:2:2: LINK904 the manifest is not JSON: Expecting property name"
        " enclosed in double quotes"
        " | put the JSON right: without it the site cannot be installed as an app"
    ]
