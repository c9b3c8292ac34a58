"""What the relative targets of a page are relative to."""

from dataclasses import dataclass
from urllib.parse import urljoin

from guidekit.links.address import Address
from guidekit.links.site import INDEX_NAMES, Site, last_part
from guidekit.links.text import decode_html

_LONGEST_PATH = 4096  # no file system has longer ones


@dataclass(frozen=True, slots=True)
class Base:
    """The URL that relative targets are joined to, and what it is in the site."""

    url: str
    # The folder in the site and those above it: `a/b/`, `a/`, ``. Empty when out of the site.
    folders: tuple[str, ...]
    page: str | None  # the file that `#...` refers to

    def keys(self) -> tuple[str, ...]:
        """Return, for each scope of links, a name that pages share when links lead the same way.

        Above the root of the site, or out of it, nothing is shared but by the same folder.
        """
        folder = self.url.partition("?")[0].rpartition("/")[0]
        above = [f"{up} {self.folders[up]}" for up in (2, 1) if up < len(self.folders)]
        own = [f"{scope} {folder}" for scope in ("grandparent", "parent")[: 2 - len(above)]]
        return "", *own, *above, f"folder {folder}", f"page {self.url}"


def address_of(name: str) -> str:
    """Return where the file `name` is found: `guide/` for `guide/index.html`."""
    part = last_part(name)
    return name.removesuffix(part) if part in INDEX_NAMES else name


def base_of(site: Site, address: Address, name: str, written: str | None = None) -> Base:
    """Return the base of the file `name`, whose `<base href>` is `written`."""
    own = address_of(name)
    if written is None:
        return Base(address.url(own), _folders(own), name)
    try:
        url = urljoin(address.url(own), decode_html(written)).partition("#")[0]
        path = address.path(url)
    except ValueError:
        return base_of(site, address, name)
    if path is None or len(path) > _LONGEST_PATH:
        return Base(url, (), None)
    return Base(url, _folders(path), site.pages.get(path))


def _folders(path: str) -> tuple[str, ...]:
    folder = path[: path.rfind("/") + 1]
    folders = [folder]
    while folder:
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        folders.append(folder)
    return tuple(folders)
