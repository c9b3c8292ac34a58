"""Nothing that a contributor writes can run in a reader's browser and pass the check."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidekit.content.document import parse_document
from guidekit.content.site import Site
from guidekit.content.source import SourceText
from guidekit.diagnostics import Diagnostic, Severity
from guidekit.rules import attribute_list, raw_html, remote_image, unsafe_address
from tests.safety.contributions import (
    HOSTILE_BODIES,
    HOSTILE_FILES,
    HOSTILE_FRONT_MATTER,
    with_front_matter,
)
from tests.safety.engine import dangers, render
from tests.support.sites import base_file, check, page

SAFETY = (raw_html, attribute_list, unsafe_address, remote_image)


@pytest.mark.parametrize("body", HOSTILE_BODIES)
def test_hostile_page_is_refused_at_its_line(body: str, tmp_path: Path) -> None:
    files = {"guides/hostile.md": page(f"{body}\n", next="[checklists/first.md]")}
    found = [p for p in check(tmp_path, files) if p.code.startswith(("SAFE", "FENCE"))]
    assert found
    assert all(problem.severity is Severity.ERROR for problem in found)
    lines = base_file("guides/first.md").count("\n")
    assert all(8 < problem.span.line < lines + 20 for problem in found)


HARMLESS_BODIES = r"""
Is 3 < 5, and 5 > 3? I <3 it. `a<b` is code. <- and ->.
~~
Write `<script>` in code, `` `<b>` `` too, and `{onclick=x}`.
~~
```html
<script>alert(1)</script>
```
~~
- one

    ```html
    <script>alert(1)</script>

    ```
~~
> ```text
> <b>
>
> ```
~~
<!-- a note to other writers: see [words](page) -->
~~
## Title {#title}

[words](#title), [words](https://example.org/a?b=c&d=e:f), [us](mailto:us@example.org)
and [ring](tel:116123).
~~
Data: what we know. Note [1]: it helps. JavaScript: a language. (file: none)
~~
A brace { alone is a brace.
""".strip("\n").split("\n~~\n")


@pytest.mark.parametrize("body", HARMLESS_BODIES)
def test_harmless_page_is_left_alone(body: str, tmp_path: Path) -> None:
    files = {"guides/harmless.md": page(f"{body}\n", next="[checklists/first.md]")}
    found = check(tmp_path, files)
    assert [p for p in found if p.code.startswith(("SAFE", "FENCE"))] == []


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_file_that_does_not_belong_in_docs_is_refused(name: str, tmp_path: Path) -> None:
    content, code = HOSTILE_FILES[name]
    found = check(tmp_path, {name: content})
    assert (f"docs/{name}", code) in {(problem.span.path, problem.code) for problem in found}


def test_pictures_of_known_kinds_are_left_alone(tmp_path: Path) -> None:
    pictures: dict[str, str | bytes] = {
        "guides/a.png": b"\x89PNG\r\n\x1a\n0000",
        "guides/b.jpg": b"\xff\xd8\xff\xe0",
        "assets/c.webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        "assets/d.avif": b"\x00\x00\x00\x1cftypavif",
        "guides/.draft.html": "<b>",
    }
    assert check(tmp_path, pictures) == []


FOREIGN_DATA = {
    "another key of the configuration": "hooks: [evil.py]\n",
    "a key beside the words": "  generator: true\n",
    "a tag that runs code": "    x: !!python/object/apply:os.system [id]\n",
    "an alias": "    x: &a [*a]\n",
    "markup in a word": "    x: <script>alert(1)</script>\n",
    "a list in place of a word": "    x: [1]\n",
}


@pytest.mark.parametrize("fault", FOREIGN_DATA)
def test_words_of_the_interface_can_only_be_words(fault: str, tmp_path: Path) -> None:
    text = base_file("_data/strings.yml") + FOREIGN_DATA[fault]
    found = check(tmp_path, {"_data/strings.yml": text})
    assert {problem.span.path for problem in found} == {"docs/_data/strings.yml"}


@pytest.mark.parametrize("line", HOSTILE_FRONT_MATTER)
def test_front_matter_can_only_be_plain_words(line: str, tmp_path: Path) -> None:
    text = with_front_matter(line)
    assert [p.span.line for p in check(tmp_path, {"checklists/x.md": text})][:1] == [2]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//evil.example/", "https://a b", "x"])
def test_source_leads_to_a_web_page(url: str, tmp_path: Path) -> None:
    text = base_file("_data/sources.yml").replace("https://example.org/study", f"'{url}'")
    assert "META105" in {p.code for p in check(tmp_path, {"_data/sources.yml": text})}


def test_front_matter_ends_where_the_engine_ends_it(tmp_path: Path) -> None:
    # What looks like the end to a person is none to the engine: a no-break space follows it.
    text = page("Words.\n").replace("---\n\nWords", "---\u00a0\ntemplate: 404.html\n---\n\nWords")
    found = check(tmp_path, {"about.md": text})
    assert any(problem.code.startswith("META") for problem in found)


_PAYLOADS = st.sampled_from(
    "<img src=x onerror=alert(1)>|<script>x</script>|<b>|{onclick=x}|{: style=x}|<div>"
    "|[a](javascript:x)|![a](//x/y.png)|[a][b]|\n[b]: javascript:x\n|[x](<javascript:x>)".split("|")
)
_PIECES = st.sampled_from(
    "`;``;`a`;```\n;```text\n;````\n;~~~\n;\n;\n\n;    ;  ; ;> ;>;- ;1. ;!!! note\n;    ```\n;|;\\"
    ";    ```text\n;> ```\n;|---|\n;\t;[a]: y\n;<!-- x -->;# ;x;x\n;\n\n    ;\u00a0;  \n;* ;!;["
    ';](;);``` \n;  ```\n;??? note "x"\n;";\n\n- x\n\n'.split(";")
)


def _found(body: str) -> list[Diagnostic]:
    document = parse_document(SourceText("x.md", f"---\ntitle: x\n---\n{body}"), "guides/x.md")
    site = Site("docs", registries=None, documents={"guides/x.md": document})  # type: ignore[arg-type]
    found = [problem for problem in document.problems if problem.code.startswith("FENCE")]
    return found + [problem for rule in SAFETY for problem in rule.check(site)]


@settings(max_examples=500)  # most of them are refused, which takes no time
@given(st.lists(_PIECES, max_size=12), st.lists(_PIECES, max_size=12), _PAYLOADS)
def test_what_passes_the_check_holds_nothing_but_markdown(
    before: list[str], after: list[str], payload: str
) -> None:
    body = "".join([*before, payload, *after])
    assert _found(body) or list(dangers(render(body))) == []


def test_the_engine_would_let_a_hostile_page_through() -> None:
    """The test above can fail: without the check, most of these pages run or show something."""
    let_through = [body for body in HOSTILE_BODIES if list(dangers(render(body)))]
    assert len(let_through) > len(HOSTILE_BODIES) / 2
