"""The service worker, which keeps the site in the browser for times without a network.

`sw.js` is worker.js with the list of files in front. It changes with any of them, which is how a
browser learns that there is a newer version. `sw-off.js` is the kill switch: copied over `sw.js`
on the host, it takes worker and copies out of every browser that comes by.
"""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import quote

import minify

from guidekit.finish.site import BuiltSite

WORKER, OFF = "sw.js", "sw-off.js"
_HERE = Path(__file__).parent
# For hosts, for other programs, or to be downloaded: nothing that a page shows.
_NOT_KEPT = re.compile(
    r"^(?:_(?!data/)|sw(?:-off)?\.js$|assets/images/(?:icon-|touch-icon|social-card))|\.(?:gz|br|zip|txt)$"
)


def write_worker(site: BuiltSite) -> None:
    """Write `sw.js` for the files that are there, and `sw-off.js`."""
    files = {
        quote(path.removesuffix("index.html") if _is_index(path) else path): _digest(site, path)
        for path in site.files()
        if not _NOT_KEPT.search(path)
    }
    code = _shorten("worker.js")
    listed = json.dumps(files, separators=(",", ":"), sort_keys=True)
    version = hashlib.sha256(f"{listed}{code}".encode()).hexdigest()[:12]
    site.write(WORKER, f'"use strict";const VERSION="{version}",FILES={listed};{code}\n')
    site.write(OFF, _shorten("worker_off.js") + "\n")


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")


def _digest(site: BuiltSite, path: str) -> str:
    return hashlib.sha256((site.folder / path).read_bytes()).hexdigest()[:8]


def _shorten(name: str) -> str:
    return str(minify.string("application/javascript", (_HERE / name).read_text(encoding="utf-8")))
