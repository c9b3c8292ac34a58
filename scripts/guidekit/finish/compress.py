"""Compresses every text file ahead, so that a host does it once and as well as it can be done."""

import gzip

import brotli

from guidekit.finish.site import BuiltSite

_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest")
# Below this, what a host says beside a file is longer than what is saved.
_SMALLEST = 500  # bytes


def compress_text(site: BuiltSite) -> None:
    """Write `FILE.gz` and `FILE.br` beside every text file; the same bytes on every day."""
    for path in site.files():
        content = (site.folder / path).read_bytes() if path.endswith(_TEXT) else b""
        if len(content) >= _SMALLEST:
            packed = gzip.compress(content, 9, mtime=0)
            (site.folder / f"{path}.gz").write_bytes(packed)
            (site.folder / f"{path}.br").write_bytes(brotli.compress(content, quality=11))
