"""Gives scripts, styles and fonts a name that changes with their content.

A host may then let browsers keep them for ever, and an old page never gets a new script. The hash
of a file is over its own bytes and those of all it refers to, so it changes with them as well.
"""

import hashlib
import posixpath
import re
from functools import partial

from guidekit.finish.html import edit_addresses
from guidekit.finish.site import BuiltSite

_NAMED = re.compile(r"^assets/.*\.(?:js|css|woff2)$")
# The form that the theme gives to its own files: `main.57a0d79d.min.css`.
_HASH = re.compile(r"\.[0-9a-f]{8}\.")
_REFERENCES = {
    # The address of another module, as a string.
    ".js": re.compile(r"""(?<=["'`])(\.{1,2}/[^"'`\s]+\.js)(?=["'`])"""),
    # A font or another style, in url() or as a string.
    ".css": re.compile(r"""(?<=["'(])([^"'()\s]+\.(?:woff2|css))(?=["')])"""),
}

Names = dict[str, str]


def has_hash(path: str) -> bool:
    """Say whether the name of a file changes with its content already."""
    return bool(_HASH.search(posixpath.basename(path)))


def name_by_content(site: BuiltSite) -> None:
    """Rename scripts, styles and fonts below `assets/`, and every reference to them."""
    files = [path for path in site.files() if _NAMED.match(path)]
    names = _new_names(site, files)
    for page in site.pages():
        site.edit(page, partial(_edit_page, site, names, page))
    for path in files:
        if path.endswith(tuple(_REFERENCES)):
            site.edit(path, partial(_edit_code, site, names, path))
    for old, new in names.items():
        (site.folder / old).rename(site.folder / new)


def _new_names(site: BuiltSite, files: list[str]) -> Names:
    known = set(files)
    references = {path: _references(site, path) & known for path in files}
    names = {}
    for path in files:
        if not has_hash(path):
            stem, dot, ending = path.rpartition(".")
            names[path] = f"{stem}.{_digest(site, path, references)}{dot}{ending}"
    return names


def _references(site: BuiltSite, path: str) -> set[str]:
    pattern = _REFERENCES.get(posixpath.splitext(path)[1])
    found = pattern.findall(site.read(path)) if pattern else []
    return {target for name in found if (target := site.resolve(path, name))}


def _digest(site: BuiltSite, path: str, references: dict[str, set[str]]) -> str:
    """Return eight characters for the file and all it leads to, in a circle too."""
    reached: set[str] = set()
    waiting = [path]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting.extend(references[current])
    content = hashlib.sha256((site.folder / path).read_bytes())
    for other in sorted(reached - {path}):
        content.update(b"\0" + (site.folder / other).read_bytes())
    return content.hexdigest()[:8]


def _edit_page(site: BuiltSite, names: Names, page: str, html: str) -> str:
    return edit_addresses(html, partial(_rename, site, names, page))


def _edit_code(site: BuiltSite, names: Names, path: str, text: str) -> str:
    pattern = _REFERENCES[posixpath.splitext(path)[1]]
    return pattern.sub(lambda found: _rename(site, names, path, found[1]), text)


def _rename(site: BuiltSite, names: Names, source: str, reference: str) -> str:
    """Return the reference with the new name of the file that it leads to."""
    new = names.get(site.resolve(source, reference) or "")
    if not new:
        return reference
    path, mark, rest = reference.partition("?")
    return f"{posixpath.join(posixpath.dirname(path), posixpath.basename(new))}{mark}{rest}"
