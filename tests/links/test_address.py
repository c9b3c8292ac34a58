"""The address of the site: told, or read from the sitemap and the canonical links."""

from pathlib import Path

import pytest

from guidekit.links import check_links
from guidekit.links.address import Address, find_address, parse_address
from guidekit.links.extract import read_record
from guidekit.links.kinds import kind_of
from guidekit.links.site import index_site


def _site(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def _address(root: Path) -> Address:
    site = index_site(root)
    names = filter(kind_of, site.files)
    return find_address(site, {name: read_record(site.root, name)[1] for name in names})


def _canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def test_address_is_read_from_the_sitemap(tmp_path: Path) -> None:
    site = _site(tmp_path, index="", guides__index="")
    locs = ["https://example.org/a/b/", "https://example.org/a/b/guides/", "https://e.org/guides/"]
    (site / "sitemap.xml").write_text("".join(f"<loc>{loc}</loc>" for loc in locs))
    assert _address(site) == Address("https://example.org", "/a/b/")


def test_address_is_read_from_canonical_links(tmp_path: Path) -> None:
    site = _site(
        tmp_path,
        index=_canonical("https://Example.org:443/a/"),
        guides__index=_canonical("https://example.org/a/guides/"),
        other__index=_canonical("https://example.org/a/guides/"),
    )
    assert _address(site) == Address("https://example.org", "/a/")


def test_address_is_unknown_when_nothing_tells_it(tmp_path: Path) -> None:
    assert _address(_site(tmp_path, index="x")).is_known is False


def test_address_that_is_told_counts(tmp_path: Path) -> None:
    site = _site(tmp_path, index=_canonical("https://example.org/a/"), page='<a href="/b/">x</a>')
    assert check_links(site, site_url="https://example.com/b") == []
    assert [problem.code for problem in check_links(site, site_url="example.com")] == ["LINK201"]


@pytest.mark.parametrize("url", ["", "ftp://example.org/", "https://", "http://[", "https://a b/"])
def test_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="is not a web address"):
        parse_address(url)


def test_target_above_a_site_of_unknown_address_is_left_alone(tmp_path: Path) -> None:
    site = _site(tmp_path, index='<a href="../other/">x</a><a href="other/">y</a>')
    assert [problem.span.column for problem in check_links(site)] == [29]


def test_target_above_the_root_of_a_known_host_is_checked(tmp_path: Path) -> None:
    site = _site(tmp_path, index='<a href="../other/">x</a>')
    found = check_links(site, site_url="https://example.org/")
    assert [problem.message for problem in found] == ["there is no page at `../other/`"]


def test_plain_http_is_fine_on_a_site_that_has_no_https(tmp_path: Path) -> None:
    site = _site(tmp_path, index='<a href="http://example.org/">x</a>')
    assert check_links(site, site_url="http://example.org/") == []
