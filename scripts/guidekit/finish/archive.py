"""The whole site as one file, for a reader who wants to keep it as a folder.

A page that offers it has a place for that, `<p class="site-archive" hidden><a>Words</a></p>`, which
shows nothing until there is a file. In the folder itself it stays hidden, and what only a host or
a browser's own copy needs is left out. The same site gives the same bytes on every day.
"""

import io
import re
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from guidekit.finish.html import metas
from guidekit.finish.site import BuiltSite

_PLACE = re.compile(
    r'<p class="site-archive"(?: hidden)?><a(?: [^>]*)?>([^<]*?)(?: \([0-9.]+ MB\))?</a></p>'
)
_HIDDEN = r'<p class="site-archive" hidden><a>\1</a></p>'
_NOT_IN_IT = re.compile(r"^(?:_(?:headers|redirects)|sw(?:-off)?\.js)$|\.(?:gz|br|zip)$")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that the format knows
_READABLE = 0o644 << 16
_UNIX = 3


def write_archive(site: BuiltSite) -> None:
    """Write `NAME.zip`, after the site's name, where a page offers it, and show it there."""
    offering = [page for page in site.pages() if _PLACE.search(site.read(page))]
    if not offering:
        return
    name = _name(site)
    content = _pack(site, name)
    (site.folder / f"{name}.zip").write_bytes(content)
    size = f"{len(content) / 1_000_000:.1f} MB"
    for page in offering:
        address = f"{site.way_to_root(page)}{name}.zip"
        shown = rf'<p class="site-archive"><a href="{address}" download>\1 ({size})</a></p>'
        site.edit(page, partial(_PLACE.sub, shown))


def _name(site: BuiltSite) -> str:
    words = re.findall(r"[a-z0-9]+", metas(site.read("index.html")).get("og:site_name", "").lower())
    return "-".join(words) or "site"


def _pack(site: BuiltSite, name: str) -> bytes:
    """Return the bytes of the file. All lies in one folder, so that unpacking makes no mess."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for path in site.files():
            if _NOT_IN_IT.search(path):
                continue
            content = (site.folder / path).read_bytes()
            if path.endswith(".html"):
                content = _PLACE.sub(_HIDDEN, content.decode()).encode()
            entry = ZipInfo(f"{name}/{path}", _FIRST_DAY)
            # Else it says which system it was made on.
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, content, ZIP_DEFLATED, 9)
    return packed.getvalue()
