"""The tables of `make bench` about pages measure what they say; no time is judged."""

import pytest
from playwright.sync_api import Browser

from site_under_test import ROOT, Site


@pytest.fixture(autouse=True)
def bench_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))


def test_every_key_reaches_the_preview(site: Site, browser: Browser) -> None:
    from bench.tables import keys

    path = keys.longest_email(site.folder)
    assert (site.folder / path / "index.html").is_file()
    typed = keys.type_into(browser, site.url + path, "Jo Li", fields=2)
    assert len(typed) == 10
    assert all(key.whole >= key.before + key.ours >= 0 for key in typed)


def test_a_pasted_message_is_read_and_what_it_loads_is_weighed(
    site: Site, browser: Browser
) -> None:
    from bench.tables import decode

    assert all(len(message.split()) >= 2000 for message in decode.long_messages())
    assert all(time > 0 for time in (*decode.paste(site, browser), *decode.read(browser)))
    loaded = decode.loaded(site, browser)
    assert {file.suffix for file in loaded} == {".js", ".json"}
    assert all(file.is_file() for file in loaded)
