"""Several processes find what one finds."""

from pathlib import Path

from guidekit.links import check_links
from tests.links.sites import make_site


def test_two_processes_find_the_same_in_the_same_order(tmp_path: Path) -> None:
    pages = {
        f"more/{number}.html": f'\n<p id=x><a href="../guides/">x</a> <a href="{number}/">y</a>'
        for number in range(60)
    }
    site = make_site(tmp_path, pages)
    alone, together = (check_links(site, processes=number) for number in (1, 2))
    assert alone == together
    assert len(alone) == 60
