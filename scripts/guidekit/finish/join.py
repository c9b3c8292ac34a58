"""Joins the modules of a folder that are always loaded together.

A folder with an `index.js` is published as that one file, which takes in what it imports of its
folder: one request in place of many, and a dozen small files do not compress as well as one. What
is imported later, by `import()`, stays a file of its own. In the source they are plain modules, so
nothing has to be joined to try the site or to test a module.
"""

import posixpath
import re
from dataclasses import dataclass, field

from guidekit.diagnostics import Span
from guidekit.finish.problems import CANNOT_BE_JOINED, StepError
from guidekit.finish.site import BuiltSite

_INDEX = re.compile(r"^assets/(?:.*/)?index\.js$")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[^"]+)";\n', re.MULTILINE)
_NAMES = re.compile(r"\w+(?: as \w+)?")
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) \w)", re.MULTILINE)
_DECLARED = re.compile(r"^(export )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)
# What none of these covers: `import * as`, `export default`, `const [a, b] =`.
_OTHER = re.compile(r"^(?:(?:export|import)\b(?! ?\()|(?:const|let) \W|var\b).*", re.MULTILINE)


@dataclass
class _Folder:
    """The modules of a folder, those that others need first."""

    site: BuiltSite
    path: str
    modules: dict[str, str] = field(default_factory=dict)
    # The names that come from elsewhere, by address.
    imports: dict[str, set[str]] = field(default_factory=dict)

    def take(self, path: str) -> None:
        """Take in a module and, before it, what it imports of its folder."""
        text = self.modules[path] = self.site.read(path)
        for names, address in _IMPORT.findall(text):
            target = self.site.resolve(path, address) or ""
            if posixpath.dirname(target) != self.path:
                self.imports.setdefault(address, set()).update(_NAMES.findall(names))
            elif " as " in names:
                raise _problem(path, f"`{names.strip()}` gives a name of this folder another one")
            elif target not in self.modules:
                self.take(target)
        # Behind what it needs.
        self.modules[path] = self.modules.pop(path)

    def joined(self, exported: list[str]) -> str:
        """Return all of it as one module. In a function, so that its names can be made short."""
        bodies = {path: _body(path, text) for path, text in self.modules.items()}
        known = {
            name.rpartition(" ")[2]: address
            for address, names in self.imports.items()
            for name in names
        }
        for path, body in bodies.items():
            for _, name in _DECLARED.findall(body):
                if name in known:
                    raise _problem(path, f"`{name}` is a name in {known[name]} too")
                known[name] = path
        imports = "".join(
            f'import {{ {", ".join(sorted(names))} }} from "{address}";\n'
            for address, names in self.imports.items()
        )
        listed = ", ".join(exported)
        return (
            f"{imports}export const {{ {listed} }} = (() => {{\n"
            f"{''.join(bodies.values())}return {{ {listed} }};\n}})();\n"
        )


def join_modules(site: BuiltSite) -> None:
    """Put what an `index.js` imports of its folder into it, and take those files away."""
    for path in [path for path in site.files() if _INDEX.match(path)]:
        folder = _Folder(site, posixpath.dirname(path))
        folder.take(path)
        others = [other for other in folder.modules if other != path]
        if others:
            exported = [name for mark, name in _DECLARED.findall(site.read(path)) if mark]
            site.write(path, folder.joined(exported))
            for other in others:
                (site.folder / other).unlink()


def _body(path: str, text: str) -> str:
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    if other := _OTHER.search(body):
        raise _problem(path, f"`{other[0]}` has no form that can be joined")
    return body


def _problem(path: str, message: str) -> StepError:
    return StepError(CANNOT_BE_JOINED.at(Span(path), message, "write it otherwise in the source"))
