"""The ids that readers may have kept something under: `docs/_data/released-ids.yml`.

`guidekit ids --write` adds those of today before the site is published, so the list is in every
clone. An id goes from `released` to `retired` by hand, when readers may lose what they kept.
"""

from collections.abc import Iterable, Iterator

from guidekit.content.document import Document
from guidekit.content.schema import ReleasedIds

FILE = "_data/released-ids.yml"

_HEAD = """\
# The ids under which readers may have kept a tick or an answer, page by page. Before the site is
# published, `guidekit ids --write` adds those that are new. An item may be moved or renamed with
# `was=`; one that goes for good is moved from `released` to `retired` here.
"""


def current_ids(documents: Iterable[Document]) -> dict[str, list[str]]:
    """Return the ids of today by the path of their page, each in the order of its page."""
    found = {page.page: [item.id for item in page.body.items] for page in documents}
    return {page: list(dict.fromkeys(ids)) for page, ids in sorted(found.items()) if ids}


def add_ids(known: ReleasedIds, current: dict[str, list[str]]) -> ReleasedIds:
    """Return the list with the ids of today added; nothing that is known goes away."""
    released = {page: list(ids) for page, ids in known.released.items()}
    for page, ids in current.items():
        old = released.setdefault(page, [])
        old += [each for each in ids if each not in old]
    return ReleasedIds(
        released={page: tuple(ids) for page, ids in sorted(released.items())},
        retired=known.retired,
    )


def format_ids(ids: ReleasedIds) -> str:
    """Return the text of the file."""
    return "".join([_HEAD, *_section("released", ids.released), *_section("retired", ids.retired)])


def _section(name: str, pages: dict[str, tuple[str, ...]]) -> Iterator[str]:
    yield f"{name}:\n" if pages else f"{name}: {{}}\n"
    for page, ids in pages.items():
        yield f"  {page}:\n"
        yield from (f"    - {each}\n" for each in ids)
