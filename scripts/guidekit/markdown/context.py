"""What rendering needs besides the page: the data files, read again only when they change."""

from functools import lru_cache
from pathlib import Path

from guidekit.content.registries import Registries
from guidekit.content.site import read_data


def load_context(docs_dir: str) -> Registries:
    """Return the data files below `docs_dir`; problems in them are the check's business."""
    docs = Path(docs_dir)
    files = sorted((docs / "_data").glob("*.yml"))
    stamp = tuple((file.name, file.stat().st_mtime_ns) for file in files)
    return _load(docs, docs.absolute(), docs_dir, stamp)


@lru_cache(maxsize=4)
def _load(
    docs: Path, _absolute: Path, prefix: str, _stamp: tuple[tuple[str, int], ...]
) -> Registries:
    registries, _ = read_data(docs, prefix)
    return registries
