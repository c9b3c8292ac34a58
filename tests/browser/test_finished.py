"""What the steps after the build do to the real site."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Browser, Page, expect

from site_under_test import ROOT, Site

# Goes through two style sheets side by side, and names every rule that does not give an element the
# same style in both. What has no style of its own is compared as text, but for names of fonts
# (in which capitals do not count), hashes in names of files, and white space.
COMPARE = """([long, short]) => {
    const rules = (text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [...sheet.cssRules];
    };
    const even = (text) => text.toLowerCase().replace(/[.][0-9a-f]{8}(?=[.])/g, "")
        .replace(/([^0-9.])0[.]/g, "$1.").replace(/\\s+/g, "");
    // The short form of no background moves nothing by no pixels, not by no percent.
    const valueOf = (style, name) => style.getPropertyValue(name)
        .replaceAll(name.startsWith("background-position") ? "0%" : /$^/g, "0px");
    const element = document.body.appendChild(document.createElement("p"));
    const styleOf = (rule) => {
        element.style.cssText = rule.style.cssText;
        const computed = getComputedStyle(element);
        const own = [...rule.style].filter((name) => name.startsWith("--"));
        return even([...computed, ...own].map((name) =>
            `${name}: ${valueOf(computed, name)} ${rule.style.getPropertyPriority(name)}`
        ).join("; "));
    };
    const head = (rule) => even(rule.cssText.split("{")[0]);
    const differing = [];
    let compared = 0;
    const compare = (one, two) => {
        compared += 1;
        const isSame = one?.constructor === two?.constructor && (
            one.style && !(one instanceof CSSFontFaceRule)
                ? head(one) === head(two) && styleOf(one) === styleOf(two)
                : one.cssRules ? head(one) === head(two) : even(one.cssText) === even(two.cssText));
        if (!isSame) differing.push([one?.cssText, two?.cssText]);
        else if (one.cssRules) compareAll([...one.cssRules], [...two.cssRules]);
    };
    const compareAll = (ones, twos) => {
        const most = Math.max(ones.length, twos.length);
        for (let at = 0; at < most; at += 1) compare(ones[at], twos[at]);
    };
    compareAll(rules(long), rules(short));
    return [compared, differing];
}"""


def test_short_styles_mean_the_same_to_the_browser(page: Page, site: Site) -> None:
    page.goto("404.html")
    for name in ("bounce-back", "print"):
        long = (ROOT / f"overrides/assets/stylesheets/{name}.css").read_text()
        [short] = site.folder.glob(f"assets/stylesheets/{name}.*.css")
        compared, differing = page.evaluate(COMPARE, [long, short.read_text()])
        assert differing == []
        assert compared > 20
    [[_, [one]]] = [page.evaluate(COMPARE, ["a { color: red }", "a { color: blue }"])]
    assert one == ["a { color: red; }", "a { color: blue; }"]


def test_the_whole_site_as_one_file_opens_from_a_folder(
    browser: Browser, site: Site, tmp_path: Path
) -> None:
    about = (site.folder / "about/index.html").read_text()
    [name] = [path.name for path in site.folder.glob("*.zip")]
    assert f'<a href="../{name}" download>' in about
    with ZipFile(site.folder / name) as archive:
        archive.extractall(tmp_path)
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"],
        cwd=tmp_path / name.removesuffix(".zip"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout
        port = server.stdout.readline().split("port ")[1].split()[0]
        with browser.new_context(base_url=f"http://127.0.0.1:{port}/") as context:
            page = context.new_page()
            answers: dict[str, int] = {}
            page.on("response", lambda answer: answers.update({answer.url: answer.status}))
            page.goto("about/")
            # Nothing offers a file that is not there.
            expect(page.locator(".site-archive")).to_be_hidden()
            page.locator(".site-foot").get_by_role("link", name="Emails").click()
            page.wait_for_url("**/emails/")
            expect(page.locator("card-filter select")).to_be_visible()
            missing = {url.rpartition("/")[2] for url, status in answers.items() if status >= 400}
            # There is no worker in the folder, whose files are on this computer already.
            assert missing <= {"sw.js", "favicon.ico"}
    finally:
        server.terminate()
        server.wait(30)
