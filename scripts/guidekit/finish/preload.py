"""Tells the browser, in each page, which modules the page will need.

Else it would find them one behind the other: each import is seen only when the module before it
has arrived. A page needs what its own script imports, and of what that may import later the code
of the custom elements that the page holds: `elements/task-checklist.js` for `<task-checklist>`.

On a slow line they would take from what the first picture of the page needs, which is complete
without any of them. So the page calls them `later`, which browsers pass over, and `main.js` makes
a `modulepreload` of each once the page is painted.
"""

import posixpath
import re
from functools import partial

from guidekit.finish.site import BuiltSite

_MODULE = re.compile(r'<script type="module" src="([^"?]+)')
_ELEMENT = re.compile(r"<([a-z]+-[a-z-]+)")
# What is folded away is loaded when the reader unfolds it.
_FOLDED = re.compile(r"<details\b(?![^>]*\sopen\b)[^>]*>.*?</details>", re.DOTALL)
_AT_ONCE = re.compile(r"""\b(?:from|import)\s*["'](\.[^"']+)["']""")
_LATER = re.compile(r"""\bimport\(\s*["'`](\.[^"'`]+)["'`]\s*\)""")
_PRELOAD = '<link rel="later" href="'


def preload_modules(site: BuiltSite) -> None:
    """Add a link to each page for every module it needs and does not name itself."""
    modules = _Modules(site)
    for page in site.pages():
        site.edit(page, partial(_add_preloads, modules, page))


class _Modules:
    """What each module imports, read once."""

    def __init__(self, site: BuiltSite) -> None:
        self.site = site
        self._imports: dict[tuple[str, re.Pattern[str]], list[str]] = {}

    def imports(self, path: str, pattern: re.Pattern[str]) -> list[str]:
        """Return the paths of what a module imports, at once or later."""
        if (path, pattern) not in self._imports:
            # That a file is missing is for `guidekit links` to say.
            is_there = (self.site.folder / path).is_file()
            names = pattern.findall(self.site.read(path)) if is_there else []
            found = [self.site.resolve(path, name) for name in names]
            self._imports[path, pattern] = [target for target in found if target]
        return self._imports[path, pattern]

    def with_imports(self, start: str) -> list[str]:
        """Return the path of a module, and those of all that it cannot run without."""
        reached = [start]
        for path in reached:  # grows while it is gone through
            new = [other for other in self.imports(path, _AT_ONCE) if other not in reached]
            reached.extend(dict.fromkeys(new))
        return reached


def _add_preloads(modules: _Modules, page: str, html: str) -> str:
    script = _MODULE.search(html)
    main = script and modules.site.resolve(page, script[1])
    if not script or not main or _PRELOAD in html:
        return html
    elements = set(_ELEMENT.findall(_FOLDED.sub("", html)))
    needed = modules.with_imports(main)
    for path in modules.imports(main, _LATER):
        if posixpath.basename(path).removesuffix(".js") in elements:
            needed += [other for other in modules.with_imports(path) if other not in needed]
    way = modules.site.way_to_root(page)
    links = "".join(f'{_PRELOAD}{way}{path}">\n' for path in needed[1:])
    return html.replace("</head>", f"{links}</head>", 1)
