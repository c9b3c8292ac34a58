"""Makes our scripts and styles short. Files with a hash in their name are left as they are.

The theme's own files are short already, and have one.
"""

import re

import minify

from guidekit.diagnostics import Span
from guidekit.finish.names import has_hash
from guidekit.finish.problems import UNREADABLE_CODE, StepError
from guidekit.finish.site import BuiltSite

_TYPES = {".js": "application/javascript", ".css": "text/css"}
# The library joins neighbouring `const`s and puts one that takes a value apart first, even where it
# awaits what the other makes: of `const a = 1; const {b} = await f(a)` it makes code that throws.
# With `let` it leaves them in their order.
_TAKEN_APART = re.compile(r"^([ \t]*)const (?=[\[{])", re.MULTILINE)
_SOURCE_MAP = re.compile(r"\n?(?://# ?sourceMappingURL=\S+|/\*# ?sourceMappingURL=\S+ ?\*/)\s*\Z")


def shorten_code(site: BuiltSite) -> None:
    """Take comments, white space and long local names out of every script and style."""
    for path in site.files():
        media_type = _TYPES.get(path[path.rfind(".") :])
        if not media_type:
            continue
        # Source maps are not published, so nothing may lead to them.
        site.edit(path, lambda text: _SOURCE_MAP.sub("", text))
        if not has_hash(path):
            site.write(path, _shorten(media_type, path, site.read(path)))


def _shorten(media_type: str, path: str, text: str) -> str:
    if path.endswith(".js"):
        text = _TAKEN_APART.sub(r"\1let ", text)
    try:
        return str(minify.string(media_type, text))
    except minify.MinifyError as error:
        message = f"this cannot be read: {error}"
        raise StepError(
            UNREADABLE_CODE.at(Span(path), message, "mend the file it was made from")
        ) from error
