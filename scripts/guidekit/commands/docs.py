"""Where the content is, seen from what a person typed."""

from pathlib import Path

from guidekit.commands import UsageError


def find_docs(paths: list[Path]) -> tuple[Path, list[Path]]:
    """Return the docs folder that holds `paths`, and the paths to report on (none: all)."""
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"{path} does not exist")
    first = paths[0] if paths else Path("docs")
    for folder in [first, first / "docs", *first.parents]:
        if (folder / "_data").is_dir():
            return folder, [path for path in paths if path != folder and path / "docs" != folder]
    raise UsageError(
        f"there is no docs/_data at {first} or above it; run guidekit in the project's folder"
    )
