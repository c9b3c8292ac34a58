"""A folder with an `index.js` is published as one module that does what its modules did."""

import subprocess
from pathlib import Path

import pytest

from guidekit.finish.join import join_modules
from guidekit.finish.minify import shorten_code
from guidekit.finish.problems import StepError
from guidekit.finish.site import BuiltSite
from scripts.node_tools import NODE
from tests.finish.sites import contents, write_built_site

FOLDER = "assets/javascripts/ours/box"
MODULES = {
    f"{FOLDER}/index.js": (
        '/** Says why. */\nimport { last } from "./a.js";\nimport { far } from "../far.js";\n'
        "export function open(text) {\n  return `${far(text)}, ${last(text)}`;\n}\n"
        "export const MOST = 3;\n"
    ),
    f"{FOLDER}/a.js": (
        'import {\n  first,\n  HERE,\n} from "./b.js";\n'
        "const own = (text) => text + HERE;\n"
        'export async function later() {\n  return (await import("./c.js")).name;\n}\n'
        "export const last = (text) => first(own(text));\n"
    ),
    f"{FOLDER}/b.js": (
        'import { far as away } from "../far.js";\nimport { later } from "./a.js";\n'
        'export const HERE = "!";\nexport class Never {}\n'
        "export function first(text) {\n  return [away(text), typeof later].join();\n}\n"
    ),
    f"{FOLDER}/c.js": 'export const name = "c";\n',
    "assets/javascripts/ours/far.js": "export const far = (text) => `<${text}>`;\n",
}


def write(folder: Path, changes: dict[str, str] | None = None) -> BuiltSite:
    return BuiltSite(write_built_site(folder, {**MODULES, **(changes or {})}))


def run(site: BuiltSite) -> str:
    """Return what the code says that uses the folder."""
    index = (site.folder / FOLDER / "index.js").as_uri()
    code = f'const {{ open, MOST }} = await import("{index}"); console.log(open("x"), MOST)'
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", code], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_one_file_does_what_many_did(tmp_path: Path) -> None:
    site = write(tmp_path)
    before = run(site)
    assert before == "<x>, <x!>,function 3\n"
    join_modules(site)
    assert run(site) == before
    shorten_code(site)
    assert run(site) == before
    # What is imported later stays where it is.
    assert [path for path in site.files() if path.startswith(FOLDER)] == [
        f"{FOLDER}/c.js",
        f"{FOLDER}/index.js",
    ]


def test_joining_twice_is_joining_once(tmp_path: Path) -> None:
    site = write(tmp_path)
    join_modules(site)
    once = contents(site.folder)
    join_modules(site)
    assert contents(site.folder) == once


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("export const own = 1;\n", "`own` is a name in assets/javascripts/ours/box/b.js too"),
        ("export const far = 1;\n", "`far` is a name in ../far.js too"),
        ("export default 1;\n", "`export default 1;` has no form that can be joined"),
        ('export { far } from "../far.js";\n', "has no form that can be joined"),
        ('import * as far from "../far.js";\n', "has no form that can be joined"),
        ('import "./c.js";\n', "has no form that can be joined"),
        ("const [one, two] = [1, 2];\n", "has no form that can be joined"),
        ('import { name as own } from "./c.js";\n', "gives a name of this folder another one"),
    ],
)
def test_what_cannot_be_joined_is_said(module: str, said: str, tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {
            f"{FOLDER}/index.js": (
                'import { first } from "./b.js";\nimport { far } from "../far.js";\n'
                'import { last } from "./a.js";\n'
                "export const open = () => [first, far, last];\n"
            ),
            f"{FOLDER}/a.js": module,
            f"{FOLDER}/b.js": "const own = 1;\nexport const first = own;\n",
        },
    )
    with pytest.raises(StepError) as error:
        join_modules(site)
    assert said in error.value.problems[0].message
    assert error.value.problems[0].code == "SITE005"
