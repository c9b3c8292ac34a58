"""Compresses every text file ahead, so that a host does it once and as well as it can be done."""

import gzip
import os
from concurrent.futures import ThreadPoolExecutor

import brotli

from guidekit.finish.site import BuiltSite

_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest")
# Below this, what a host says beside a file is longer than what is saved.
SMALLEST = 500  # bytes


def compress_text(site: BuiltSite) -> None:
    """Write `FILE.gz` and `FILE.br` beside every text file; the same bytes on every day."""
    paths = [path for path in site.files() if path.endswith(_TEXT)]
    # Packing is nearly all of what finishing costs, and leaves the interpreter free meanwhile.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for done in [threads.submit(_compress, site, path) for path in paths]:
            done.result()


def _compress(site: BuiltSite, path: str) -> None:
    content = (site.folder / path).read_bytes()
    if len(content) >= SMALLEST:
        packed = gzip.compress(content, 9, mtime=0)
        (site.folder / f"{path}.gz").write_bytes(packed)
        (site.folder / f"{path}.br").write_bytes(brotli.compress(content, quality=11))
