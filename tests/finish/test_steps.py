"""Each step on a small site: what it does, and that doing it again changes nothing."""

import gzip
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from guidekit.finish import STEPS, finish_site
from guidekit.finish.minify import shorten_code
from guidekit.finish.names import name_by_content
from guidekit.finish.preload import preload_modules
from guidekit.finish.site import BuiltSite
from guidekit.finish.unused import leave_out_unused
from scripts.node_tools import NODE
from tests.finish.sites import FILES, HOME, POLICY, contents, write_built_site

OURS = "assets/javascripts/ours"


@pytest.fixture
def site(tmp_path: Path) -> BuiltSite:
    return BuiltSite(write_built_site(tmp_path / "site"))


def find(site: BuiltSite, name: str) -> str:
    """Return the path of the one file whose name, without its hash, is `name`."""
    [path] = [path for path in site.files() if re.sub(r"\.[0-9a-f]{8}(?=\.)", "", path) == name]
    return path


@pytest.mark.parametrize("step", STEPS)
def test_a_step_done_twice_is_done_once(step: Callable[[BuiltSite], None], site: BuiltSite) -> None:
    for each in STEPS[: STEPS.index(step) + 1]:
        each(site)
    once = contents(site.folder)
    step(site)
    assert contents(site.folder) == once


def test_finishing_a_finished_site_changes_nothing(site: BuiltSite) -> None:
    assert finish_site(site.folder) == []
    once = contents(site.folder)
    assert finish_site(site.folder) == []
    assert contents(site.folder) == once


def test_what_nothing_uses_is_left_out(site: BuiltSite) -> None:
    shorten_code(site)
    leave_out_unused(site)
    left_out = {path for path in FILES if path not in site.files()}
    assert left_out == {
        "assets/images/unused.png",
        "assets/stylesheets/theirs.57a0d79d.min.css",
        "assets/stylesheets/theirs.57a0d79d.min.css.map",
        "assets/javascripts/bundle.a5f9d56c.min.js.map",
        "assets/javascripts/lunr/tinyseg.js",
        "assets/javascripts/lunr/min/lunr.de.min.js",
        "assets/javascripts/lunr/min/lunr.fr.min.js",
        "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
        "assets/javascripts/lunr/min/lunr.multi.min.js",
        f"{OURS}/nobody.js",
    }
    assert not (site.folder / "assets/javascripts/lunr").exists()


def test_the_languages_of_the_search_stay(tmp_path: Path) -> None:
    index = '{"config": {"lang": ["en", "de", "ja"]}, "docs": []}'
    site = BuiltSite(write_built_site(tmp_path, {"search/search_index.json": index}))
    leave_out_unused(site)
    lunr = [path for path in site.files() if "lunr" in path]
    assert [path.rpartition("/")[2] for path in lunr] == [
        "lunr.de.min.js",
        "lunr.multi.min.js",
        "lunr.stemmer.support.min.js",
        "tinyseg.js",
    ]


def test_comments_go_and_the_code_of_the_theme_stays(site: BuiltSite) -> None:
    shorten_code(site)
    assert site.read(f"{OURS}/main.js") == (
        'import{one}from"./lib/one.js";one(()=>import("./late.js"),"./late.txt")'
    )
    assert "Says why" not in site.read("assets/stylesheets/ours.css")
    # Only the way to its source map, which is not published, is taken out.
    assert site.read("assets/javascripts/bundle.a5f9d56c.min.js") == "var a=1"


def test_code_that_cannot_be_read_stops_with_its_place(tmp_path: Path) -> None:
    folder = write_built_site(tmp_path, {f"{OURS}/main.js": "let a = ;"})
    [problem] = finish_site(folder)
    assert (problem.code, problem.span.path) == ("SITE002", f"{OURS}/main.js")
    assert "unexpected ;" in problem.message


MODERN = r"""
class Box {
  static #made = 0;
  #parts = /[\/"'`]\/(?<word>x)/gu;
  get size() { return this.#parts?.exec('"/x')?.groups.word ?? "none"; }
  static { Box.#made ||= 7; }
  static get made() { return Box.#made; }
  *each(...rest) { for (const part of rest) yield* part; }
  say(name) { return `  // not a comment ${`nested ${name /* a comment */}`}  \n`; }
}
const a = 1_000 / 2 / 4, b = "a" in {} ? /re\/x/ : 2 ** 3, at = [3, 1].at(-1);
const { value = "</script>", ...others } = { x: 0.5, y: "a\u2028b\xa0" };
const inOrder = async (list) => {
  const first = list.at(0) ?? {};
  const { name, length } = (await withLength(first)) ?? {};
  return [first, name, length];
};
const withLength = ({ name }) => ({ name, length: name.length });
outer: for (const one of [1, 2]) { for (;;) continue outer; }
console.log(JSON.stringify([new Box().size, Box.made, [...new Box().each("ab", [1])],
  new Box().say("x"), a, b, at, value, others,
  await inOrder([{ name: "xy" }]), await (async () => "late")(), -(-a), + +a, a+ +b,
  "\"'", '\'"', String.raw`\n${1}`, /\s+$/.test("x  "), ((a, b) => a ?? (b || 0))(null, 3)]));
"""


def test_new_forms_of_the_language_mean_the_same_when_short(tmp_path: Path) -> None:
    site = BuiltSite(write_built_site(tmp_path, {f"{OURS}/main.js": MODERN}))
    shorten_code(site)
    short = site.read(f"{OURS}/main.js")
    assert len(short) < len(MODERN) * 0.8
    said = [
        subprocess.run(
            [NODE, "--input-type=module", "--eval", code],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for code in (MODERN, short)
    ]
    assert said[0] == said[1] != ""


def test_a_page_names_every_module_it_will_need(tmp_path: Path) -> None:
    element = {
        f"{OURS}/main.js": 'import "./lib/one.js";\nimport("./late.js");import("./my-list.js");\n',
        f"{OURS}/my-list.js": 'import { two } from "./lib/two.js"; import x from "./lib/more.js";',
        f"{OURS}/lib/more.js": "export default 1;",
        "guides/first/index.html": FILES["guides/first/index.html"] + "<my-list></my-list>",
    }
    site = BuiltSite(write_built_site(tmp_path, element))
    preload_modules(site)
    preload = re.compile(rf'<link rel="later" href="([^"]*){OURS}/([^"]*)">')
    always = ["lib/one.js", "lib/two.js"]
    for page, way, modules in (
        ("index.html", "", always),
        ("404.html", "/help/", always),
        ("guides/first/index.html", "../../", [*always, "my-list.js", "lib/more.js"]),
    ):
        assert preload.findall(site.read(page)) == [(way, module) for module in modules]


def test_references_follow_the_new_names(site: BuiltSite) -> None:
    name_by_content(site)
    main, style = find(site, f"{OURS}/main.js"), find(site, "assets/stylesheets/ours.css")
    assert f'src="{main}?old#place"' in site.read("index.html")
    assert f'src="../../{main}?old#place"' in site.read("guides/first/index.html")
    assert f'href="/help/{style}"' in site.read("404.html")
    late, one, two = (find(site, f"{OURS}/{name}.js") for name in ("late", "lib/one", "lib/two"))
    assert f'"./{late.removeprefix(f"{OURS}/")}"' in site.read(main)
    assert f'"./{one.removeprefix(f"{OURS}/")}"' in site.read(late)
    assert f'"./{two.removeprefix(f"{OURS}/lib/")}"' in site.read(one)
    assert find(site, "assets/fonts/text.woff2").removeprefix("assets") in site.read(style)
    # What only looks like an address stays.
    assert '"./late.txt"' in site.read(main)
    assert '<code>src="assets/javascripts/ours/main.js"</code>' in site.read("index.html")
    # So do names that change with their content already.
    assert 'src="assets/javascripts/bundle.a5f9d56c.min.js"' in site.read("index.html")


@pytest.mark.parametrize("changed", ["lib/one", "lib/two"])
def test_a_name_changes_with_all_that_the_file_leads_to(changed: str, tmp_path: Path) -> None:
    path = f"{OURS}/{changed}.js"
    names = []
    for folder, extra in (("a", ""), ("b", "export const more = 1;\n")):
        site = BuiltSite(write_built_site(tmp_path / folder, {path: FILES[path] + extra}))
        name_by_content(site)
        names.append(set(site.files()))
    old = sorted(re.sub(r"\.[0-9a-f]{8}", "", path) for path in names[0] - names[1])
    assert old == [f"{OURS}/{name}.js" for name in ("late", "lib/one", "lib/two", "main")]


def test_other_characters_of_a_page_stay_as_they_are(tmp_path: Path) -> None:
    style = "assets/stylesheets/ours.css"
    odd = f"""<p title="a > b" data-src='x'>1 < 2 & <a href="{style}" >\r\n  x</a"""
    site = BuiltSite(write_built_site(tmp_path, {"odd.html": ""}))
    (site.folder / "odd.html").write_bytes((HOME + odd).encode())
    name_by_content(site)
    changed = (site.folder / "odd.html").read_bytes().decode()
    assert changed.endswith(odd.replace(style, find(site, style)))


def test_a_folder_without_a_home_page_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "guidekit", "finish", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == (
        "index.html:1:1: SITE001 not-a-site: there is no home page\n"
        "  help: build the site first: make site\n"
    )


def test_a_page_without_the_policy_stops_with_its_name(tmp_path: Path) -> None:
    late = HOME.replace("<head>", '<head><script src="/assets/javascripts/x.js"></script>')
    for page in (late, HOME.replace("'self'", "*"), "<p>Nothing"):
        [problem] = finish_site(write_built_site(tmp_path, {"guides/first/index.html": page}))
        assert (problem.code, problem.span.path) == ("SITE003", "guides/first/index.html")


def test_the_headers_are_those_of_the_pages(site: BuiltSite) -> None:
    assert finish_site(site.folder) == []
    lines = site.read("_headers").splitlines()
    assert lines[0] == "/*"
    assert f"  Content-Security-Policy: {POLICY}; frame-ancestors 'none'" in lines
    for name in ("assets/stylesheets/ours.css", "assets/fonts/text.woff2", f"{OURS}/main.js"):
        at = lines.index(f"/help/{find(site, name)}")
        assert lines[at + 1 : at + 3] == [
            "  ! Cache-Control",
            "  Cache-Control: public, max-age=31536000, immutable",
        ]


def test_redirects_stay_below_the_root_of_the_site(site: BuiltSite) -> None:
    assert finish_site(site.folder) == []
    assert site.read("_redirects").splitlines() == [
        "/help/favicon.ico /help/assets/images/favicon.svg 301",
        "/help/index.html /help/ 301",
    ]


def test_text_is_packed_beside_itself_and_is_the_same_again(site: BuiltSite) -> None:
    site.write("guides/first/index.html", FILES["guides/first/index.html"] + "words " * 200)
    assert finish_site(site.folder) == []
    file = site.folder / "guides/first/index.html"
    packed = [Path(f"{file}.{ending}").read_bytes() for ending in ("br", "gz")]
    unpacked = [brotli.decompress(packed[0]), gzip.decompress(packed[1])]
    assert unpacked == [file.read_bytes()] * 2
    assert packed[1][4:8] == bytes(4)  # no time in it
