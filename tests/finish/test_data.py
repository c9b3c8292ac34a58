"""The data of pasted messages is published without what no page reads, and says the same."""

import json
from pathlib import Path

from guidekit.decode.page import DATA
from guidekit.finish.data import shorten_data
from guidekit.finish.site import BuiltSite
from tests.finish.sites import write_built_site

PHRASES = "_data/decode.en.json"


def test_lists_of_phrases_become_texts_and_what_is_for_people_goes(tmp_path: Path) -> None:
    data = {
        "about": ["x"],
        "tiers": [{"tier": "x", "weight": 1, "phrases": ["a", "b|c"]}],
        "lists": {"d": "é f"},
    }
    site = BuiltSite(write_built_site(tmp_path, {PHRASES: json.dumps(data, indent=2)}))
    shorten_data(site)
    short = '{"tiers":[{"weight":1,"phrases":"a|b|c"}],"lists":{"d":"é f"}}'
    assert site.read(PHRASES) == short
    shorten_data(site)
    assert site.read(PHRASES) == short


def test_the_data_of_this_site_has_no_list_of_texts_but_phrases(tmp_path: Path) -> None:
    site = BuiltSite(write_built_site(tmp_path, {PHRASES: DATA.read_text("utf-8")}))
    shorten_data(site)
    data = json.loads(site.read(PHRASES))
    assert [tier["kind"] for tier in data["tiers"]]
    assert all(isinstance(text, str) for text in data["signals"].values())
