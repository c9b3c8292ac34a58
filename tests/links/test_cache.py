"""What is kept for the next run changes how long a run takes, never what it finds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidekit.links import check_links
from tests.links.sites import PAGES, make_site, page

PAGE = "guides/first/index.html"
BROKEN = '<a href="../none/">x</a><p id="start">x</p>'


def _assert_same(site: Path, cache: Path) -> None:
    fresh = check_links(site)
    assert check_links(site, cache=cache) == fresh
    assert check_links(site, cache=cache) == fresh


def _write(name: str, text: str) -> Callable[[Path], object]:
    def write(site: Path) -> None:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    return write


def _same_size_and_times(site: Path) -> None:
    path = site / "guides/index.html"
    before = path.stat()
    path.write_text(path.read_text().replace("thank-you", "thank-yuo"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


EDITS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda site: site,
    "fault mended": _write(PAGE, page(PAGE)),
    "fault moved": _write(PAGE, page(PAGE, "\n\n" + BROKEN)),
    "fault added": _write("about.html", page("about.html", '<img src="no.png">')),
    "target removed": lambda site: (site / "emails/thank-you/index.html").unlink(),
    "anchor of a target renamed": _write("emails/thank-you/index.html", '<p id="other">x</p>'),
    "target added": _write("guides/none/index.html", "x"),
    "image removed": lambda site: (site / "assets/logo.png").unlink(),
    "file became a page": lambda site: (site / "assets/paper.pdf").rename(site / "p.html"),
    "pages swapped": lambda site: (
        (site / PAGE).rename(site / "x"),
        (site / "about.html").rename(site / PAGE),
        (site / "x").rename(site / "about.html"),
    ),
    "folder added": lambda site: (site / "guides/none").mkdir(),
    "symbol renamed": _write("assets/icons.svg", '<svg><symbol id="tock"/></svg>'),
    "redirect added": _write("_redirects", "/bounce/guides/none/ /bounce/guides/ 301\n"),
    "stylesheet changed": _write("assets/style.css", "a { background: url(none.png) }"),
    "sitemap gone": lambda site: (site / "sitemap.xml").unlink(),
    "same size and times": _same_size_and_times,
    "link out of the site": lambda site: (site / "out.html").symlink_to("/etc/hosts"),
    "not to be read": lambda site: (site / "about.html").write_bytes(b"\xff" + b"x" * 20_000_000),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_findings_after_an_edit_are_those_without_a_cache(
    edit: Callable[[Path], object], tmp_path: Path
) -> None:
    use = '<svg><use href="../../assets/icons.svg#tick"/></svg>'
    site = make_site(tmp_path, {PAGE: page(PAGE, BROKEN + use)})
    cache = tmp_path / "cache"
    _assert_same(site, cache)
    edit(site)
    _assert_same(site, cache)


_BODIES = st.sampled_from(
    [
        *('<a href="../none/">x</a>', '<p id="new">x</p>', '<a href="#new">x</a>', ""),
        *('<a href="../../about.html#new">x</a>', '<p id="new"></p><p id="new">', "\n"),
        *('<base href="/bounce/emails/">', '<meta http-equiv=refresh content="0;url=../">'),
    ]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=st.lists(st.tuples(st.sampled_from(sorted(PAGES)), _BODIES), max_size=4))
def test_findings_after_any_edits_are_those_without_a_cache(
    edits: list[tuple[str, str]], tmp_path: Path
) -> None:
    # The cache is that of all sites before, which stood in the same place.
    site = make_site(tmp_path, {name: page(name, body) for name, body in edits})
    _assert_same(site, tmp_path / "cache")


def test_address_that_was_asked_for_counts(tmp_path: Path) -> None:
    site = make_site(tmp_path, {PAGE: page(PAGE, '<a href="/guides/">x</a>')})
    cache = tmp_path / "cache"
    for url in ("https://example.org/", None, "https://example.com/bounce/", None):
        found = check_links(site, site_url=url, cache=cache)
        assert found == check_links(site, site_url=url)


def test_unchanged_site_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path, {PAGE: page(PAGE, BROKEN)})
    first = check_links(site, cache=tmp_path / "cache")

    def audit(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("guidekit.links.audit.audit", audit)
    assert check_links(site, cache=tmp_path / "cache") == first


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from guidekit.links import audit

    site = make_site(tmp_path)
    check_links(site, cache=tmp_path / "cache")
    (site / PAGE).write_text(page(PAGE, BROKEN))
    read: list[str] = []
    original = audit.read_record
    monkeypatch.setattr(
        audit, "read_record", lambda root, name: (read.append(name), original(root, name))[1]
    )
    assert check_links(site, cache=tmp_path / "cache") == check_links(site)
    assert read[0] == PAGE
    assert read.count("index.html") == 1  # by the check without a cache


def test_damaged_cache_counts_as_none(tmp_path: Path) -> None:
    site = make_site(tmp_path, {PAGE: page(PAGE, BROKEN)})
    cache = tmp_path / "cache"
    expected = check_links(site, cache=cache)
    files = [path for path in cache.iterdir() if path.name != ".gitignore"]
    assert len(files) == 2
    for damaged in files:
        whole = damaged.read_bytes()
        for data in (b"", whole[:-1], whole[:40] + b"\0" + whole[41:]):
            damaged.write_bytes(data)
            (site / "about.html").write_text(page("about.html", "x" * len(data)))
            assert check_links(site, cache=cache) == expected


def test_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    site = make_site(tmp_path, {PAGE: page(PAGE, BROKEN)})
    (tmp_path / "cache").write_text("a file")
    _assert_same(site, tmp_path / "cache")


def test_two_sites_share_a_folder(tmp_path: Path) -> None:
    sites = [make_site(tmp_path / name, {PAGE: page(PAGE, name)}) for name in "ab"]
    (sites[1] / "about.html").unlink()
    for _ in range(2):
        for site in sites:
            assert check_links(site, cache=tmp_path / "cache") == check_links(site)
    assert len(list((tmp_path / "cache").iterdir())) == 5
