"""The whole site as one file: what is in it, and where it is offered."""

import io
import os
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from guidekit.finish import finish_site
from tests.finish.sites import FILES, contents, write_built_site

PLACE = '<p class="site-archive" hidden><a>All of it</a></p>'
NAME = '<meta property="og:site_name" content="Ours &amp; Yours"></head>'
SITE = {
    "index.html": FILES["index.html"].replace("</head>", NAME),
    "guides/first/index.html": FILES["guides/first/index.html"].replace("<body>", f"<body>{PLACE}"),
    "404.html": FILES["404.html"].replace("<body>", f"<body>{PLACE}"),
    "assets/fonts/text.woff2": "".join(chr(32 + 7 * number % 90) for number in range(200_000)),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_built_site(tmp_path / "site", SITE)
    assert finish_site(folder) == []
    return folder


def test_the_file_has_what_a_reader_needs_and_no_more(folder: Path) -> None:
    with ZipFile(folder / "ours-yours.zip") as archive:
        assert archive.testzip() is None
        inside = {name: archive.read(name) for name in archive.namelist()}
        assert archive.namelist() == sorted(inside)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    outside = {
        f"ours-yours/{path}": content
        for path, content in contents(folder).items()
        if not path.endswith((".br", ".gz", ".zip"))
        and path not in {"_headers", "_redirects", "sw.js", "sw-off.js"}
    }
    assert inside.keys() == outside.keys()
    changed = {path for path in inside if inside[path] != outside[path]}
    # Offered on these pages, and not in the folder, where it would lead to nothing.
    assert changed == {"ours-yours/guides/first/index.html", "ours-yours/404.html"}
    assert all(PLACE.encode() in inside[path] for path in changed)


def test_a_page_with_a_place_for_it_offers_it_with_its_size(folder: Path) -> None:
    size = f"{(folder / 'ours-yours.zip').stat().st_size / 1e6:.1f} MB"
    for page, address in (
        ("guides/first/index.html", "../../ours-yours.zip"),
        ("404.html", "/help/ours-yours.zip"),
    ):
        found = re.findall(r'<p class="site-archive">.*?</p>', (folder / page).read_text())
        link = f'<a href="{address}" download>All of it ({size})</a>'
        assert found == [f'<p class="site-archive">{link}</p>']


def test_it_is_the_same_again_on_another_day_and_after_another_run(folder: Path) -> None:
    before = (folder / "ours-yours.zip").read_bytes()
    for file in folder.rglob("*"):
        os.utime(file, (1, 1))
    assert finish_site(folder) == []
    assert (folder / "ours-yours.zip").read_bytes() == before
    assert not [name for name in ZipFile(io.BytesIO(before)).namelist() if name.endswith(".zip")]


def test_a_site_that_does_not_offer_it_has_none(tmp_path: Path) -> None:
    assert finish_site(write_built_site(tmp_path)) == []
    assert not list(tmp_path.glob("*.zip"))
