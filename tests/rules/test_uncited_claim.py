"""A claim is quoted whole."""

from pathlib import Path

import pytest

from tests.support.sites import check, plant


@pytest.mark.parametrize("figure", ["40%", "12.5 per cent", "40\u00a0%", "1,200 percent"])
def test_all_digits_of_a_figure_are_named(figure: str, tmp_path: Path) -> None:
    (problem,) = check(tmp_path, plant("guide", f"It helped {figure} of them.\n"))
    assert (problem.code, problem.message) == ("CITE102", f"“{figure}” has no source")
