"""The copy of the site that the browser keeps: a real worker, real hosts that fail."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import OpenContext, Watch
from guidekit.finish import STEPS, finish_site
from guidekit.finish.compress import compress_text
from guidekit.finish.worker import OFF, WORKER
from reader import (
    CHECKLIST,
    EMAIL,
    GUIDE,
    boxes,
    clipboard,
    field,
    fill_all,
    follow_link,
    press,
    preview,
    status,
    store,
    ticked,
    visit,
)
from site_under_test import Host, Site

# The host of these tests serves files as they are, and compressing is nearly all of the work.
SERVED_STEPS = tuple(step for step in STEPS if step is not compress_text)
NOTICE = ".update"
CONTROLLED = """async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
        await new Promise((go) => (navigator.serviceWorker.oncontrollerchange = go));
    }
}"""
UPDATE = """async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker) await new Promise((go) => (worker.onstatechange = go));
    return registration.waiting !== null;
}"""


@pytest.fixture
def host(site: Site, tmp_path: Path) -> Iterator[Host]:
    """The finished site on a host of its own, which a test may break."""
    folder = shutil.copytree(site.folder, tmp_path / "site")
    with Host(folder) as host:
        for path in folder.rglob("*"):
            if path.suffix in {".html", ".xml"}:
                path.write_text(path.read_text().replace(site.url, host.url))
        assert finish_site(folder, SERVED_STEPS) == []
        host.start()
        yield host


@pytest.fixture
def reader(host: Host, open_context: OpenContext, watch: Watch) -> Iterator[Page]:
    """Someone who visited the home page once, and has the whole site since."""
    context = open_context(base_url=host.url, service_workers="allow")
    page = context.new_page()
    visit(page, ".")
    page.evaluate(CONTROLLED)
    yield page
    context.close()
    # Failing to reach the host is what these tests are about.
    watch.faults[:] = [fault for fault in watch.faults if host.url not in fault]


def deploy(host: Host, changes: dict[str, tuple[str, str]]) -> None:
    """Put a newer version on the host, in which these words of these pages differ."""
    make_newer(host.folder, changes)


def make_newer(folder: Path, changes: dict[str, tuple[str, str]]) -> None:
    for path, (old, new) in changes.items():
        file = folder / path
        file.write_text(file.read_text().replace(old, new))
    assert finish_site(folder, SERVED_STEPS) == []


NEWER = {
    "index.html": ("Let’s take the next ten minutes.", "Let’s take ten minutes."),
    f"{EMAIL}index.html": ("Thank them for the interview", "Thank them well"),
}


def cached_sites(page: Page) -> int:
    return len(page.evaluate("caches.keys()"))


def test_after_one_visit_everything_works_without_a_network(host: Host, reader: Page) -> None:
    host.stop()
    for path in (".", GUIDE, "now/", "sources/"):
        visit(reader, path)
        expect(reader.locator("h1")).to_be_visible()
    visit(reader, CHECKLIST)
    boxes(reader).first.check()
    visit(reader, CHECKLIST)
    assert len(ticked(reader)) == 1
    # Within one document, with code that no page has asked for before.
    follow_link(reader, EMAIL)
    fill_all(reader, recruiter_name="Aisha")
    press(reader)
    expect(status(reader)).to_contain_text("Copied")
    assert clipboard(reader) == preview(reader)
    assert "Aisha" in clipboard(reader)
    press(reader, "edit")
    expect(reader.locator("[data-edit=body]")).to_be_visible()
    # The search, with its index and its worker.
    reader.locator("[data-open=search]").click()
    reader.locator("#search-input").fill("feedback")
    expect(reader.locator(".search__results a").first).to_be_visible()
    # An address as people type it, one with a mark, and one that does not exist.
    reader.goto("emails/thank-you")
    assert reader.url == f"{host.url}{EMAIL}"
    reader.goto(f"{GUIDE}?from=a-friend#top")
    expect(reader.locator("h1")).to_be_visible()
    answer = reader.goto("guides/no-such-guide/")
    assert answer
    assert answer.status == 404
    expect(reader.locator("h1")).to_have_text("This page has drifted off")


def test_a_newer_version_waits_until_the_reader_asks(host: Host, reader: Page) -> None:
    visit(reader, EMAIL)
    field(reader, "recruiter_name").fill("Aisha")
    other = reader.context.new_page()
    visit(other, CHECKLIST)
    boxes(other).first.check()
    expect(reader.locator(NOTICE)).to_have_count(0)
    deploy(host, NEWER)
    assert reader.evaluate(UPDATE)
    notice = reader.locator(NOTICE)
    expect(notice.get_by_role("status")).to_have_text("A newer version of this site is ready.")
    # Nothing moved and nothing was exchanged under the reader.
    expect(reader.locator("h1")).to_have_text("Thank them for the interview")
    assert reader.evaluate("scrollY") == 0
    assert field(reader, "recruiter_name").input_value() == "Aisha"
    notice.get_by_role("button", name="Show it").click()
    expect(reader.locator("h1")).to_have_text("Thank them well")
    expect(reader.locator(NOTICE)).to_have_count(0)
    expect(field(reader, "recruiter_name")).to_have_value("Aisha")
    # The other tab goes on, also with code of the older version that it had not needed before.
    assert len(ticked(other)) == 1
    host.stop()
    other.locator("[data-open=search]").click()
    expect(other.locator("#search-input")).to_be_visible()
    visit(reader, ".")
    expect(reader.locator("h1")).to_contain_text("Let’s take ten minutes.")


def test_the_reader_may_say_later(host: Host, reader: Page) -> None:
    deploy(host, NEWER)
    assert reader.evaluate(UPDATE)
    reader.locator(NOTICE).get_by_role("button", name="Later").click()
    expect(reader.locator(NOTICE)).to_have_count(0)
    # A page comes from the network all the same, when there is one.
    visit(reader, EMAIL)
    expect(reader.locator("h1")).to_have_text("Thank them well")
    host.stop()
    visit(reader, EMAIL)
    expect(reader.locator("h1")).to_have_text("Thank them for the interview")
    expect(reader.locator(NOTICE)).to_be_visible()


def test_a_deploy_of_which_half_is_missing_changes_nothing(host: Host, reader: Page) -> None:
    visit(reader, EMAIL)
    field(reader, "recruiter_name").fill("Aisha")
    # Made beside the host: the browser may look for a newer version at any moment.
    half = Path(shutil.copytree(host.folder, host.folder.with_name("half")))
    # A newer style, under its new name, which has not arrived; nor has half of everything else.
    style = next(half.glob("assets/stylesheets/bounce-back.*.css"))
    newer = style.rename(style.with_name("bounce-back.00000000.css"))
    for page in half.rglob("*.html"):
        page.write_text(page.read_text().replace(style.name, newer.name))
    make_newer(half, NEWER)
    newer.unlink()
    files = sorted(path for path in half.rglob("*") if path.is_file())
    for path in files[::2]:
        if path.name != WORKER and path.parent not in {half, half / EMAIL}:
            path.unlink()
    (half / GUIDE / "index.html").unlink(missing_ok=True)
    whole = host.folder.rename(host.folder.with_name("whole"))
    half.rename(host.folder)
    assert not reader.evaluate(UPDATE)
    assert cached_sites(reader) == 1
    # What is missing on the host comes from the copy; what is half there still has its looks.
    for path in (GUIDE, EMAIL, "."):
        visit(reader, path)
        expect(reader.locator("h1")).to_be_visible()
        reader.wait_for_function("() => getComputedStyle(document.body).margin === '0px'")
    visit(reader, EMAIL)
    expect(field(reader, "recruiter_name")).to_have_value("Aisha")
    shutil.rmtree(host.folder)
    whole.rename(host.folder)
    deploy(host, NEWER)
    assert reader.evaluate(UPDATE)


BROKEN = {
    "not a script": "<!doctype html><title>Sorry</title>",
    "half of it": '"use strict";const VERSION="1',
    "fails at once": 'throw new Error("broken")',
    "fails when it starts": 'addEventListener("install", (e) => e.waitUntil(Promise.reject()))',
    "gone": None,
}


def test_a_broken_worker_leaves_the_one_before_in_place(host: Host, reader: Page) -> None:
    store(reader, "bounceback:test", "kept")
    for fault, text in BROKEN.items():
        if text is None:
            (host.folder / WORKER).unlink()
        else:
            (host.folder / WORKER).write_text(text)
        assert not reader.evaluate(UPDATE), fault
    host.stop()
    visit(reader, GUIDE)
    expect(reader.locator("h1")).to_be_visible()
    assert reader.evaluate("localStorage.getItem('bounceback:test')") == "kept"


def test_the_kill_switch_takes_worker_and_copies_and_nothing_else(host: Host, reader: Page) -> None:
    visit(reader, CHECKLIST)
    boxes(reader).first.check()
    store(reader, "bounceback:test", "kept")
    assert cached_sites(reader) == 1
    shutil.copy(host.folder / OFF, host.folder / WORKER)
    reader.evaluate(UPDATE)
    reader.wait_for_function(
        """async () => !(await caches.keys()).length
            && !(await navigator.serviceWorker.getRegistrations()).length"""
    )
    visit(reader, CHECKLIST)
    assert len(ticked(reader)) == 1
    assert reader.evaluate("localStorage.getItem('bounceback:test')") == "kept"
    # With the worker back, so is the copy.
    finish_site(host.folder, SERVED_STEPS)
    visit(reader, ".")
    reader.evaluate(CONTROLLED)
    reader.wait_for_function("async () => (await caches.keys()).length")


SAVES = """async (module) => {
    const { start } = await import(module);
    const asked = [];
    let saveData;
    navigator.serviceWorker.register = async () => {
        asked.push(saveData);
        return { addEventListener() {} };
    };
    for (saveData of [true, false]) {
        Object.defineProperty(navigator, "connection", { value: { saveData }, configurable: true });
        await start();
    }
    return asked;
}"""


def test_who_saves_data_gets_no_copy(page: Page, site: Site) -> None:
    page.goto("404.html")
    assert page.evaluate(SAVES, site.module("offline")) == [False]
