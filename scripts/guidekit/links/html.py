"""Reads what an HTML page holds for links: targets, anchors, `<base>`, where it redirects to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import chain

from guidekit.links.attributes import (
    ATTRIBUTES,
    NAMES,
    SRCSETS,
    meta_use,
    refresh_target,
    relation_use,
    srcset_targets,
)
from guidekit.links.css import places_in_css, targets_in_css
from guidekit.links.record import FACT, FileRecord, Link, Placed, by_scope, make_link
from guidekit.links.text import byte_offsets, decode_references
from guidekit.links.tokens import (
    USUAL_LINK,
    all_tags,
    attribute_offsets,
    parse_tag,
    split_raw,
    tags_with_offsets,
)

# The same tags come back on every page, so each is read once. Bounded, to bound memory.
_MOST_KEPT, _LONGEST_KEPT = 50_000, 1_000
_kept: set[bytes] = set()
_kept_links: dict[bytes, tuple[Link, ...]] = {}  # of those that hold any
_kept_ids: dict[bytes, tuple[str, ...]] = {}

_META_NAMES = ("property", "name", "itemprop")


def read_html(data: bytes) -> FileRecord:
    """Return what a page in UTF-8 holds."""
    tags = all_tags(data)
    distinct = set(tags)
    new = distinct - _kept
    for tag in new:
        _keep(tag)
    # Chained and mapped rather than looped over: this runs for every tag of every page.
    with_links = _kept_links.keys() & distinct
    links = set(chain.from_iterable(map(_kept_links.__getitem__, with_links)))
    with_ids = filter(_kept_ids.__contains__, tags)
    ids = list(chain.from_iterable(map(_kept_ids.__getitem__, with_ids)))
    *groups, facts = by_scope(links)
    record = FileRecord(
        links=tuple(groups),
        ids=frozenset(ids),
        doubled=_doubled(ids),
        base=_first_fact("base", facts, tags),
        refresh=_first_fact("refresh", facts, tags),
        is_page=True,
    )
    _forget([tag for tag in new if len(tag) > _LONGEST_KEPT])
    return record


def _keep(tag: bytes) -> None:
    links, ids = _read_tag(tag)
    _kept.add(tag)
    if links:
        _kept_links[tag] = links
    if ids:
        _kept_ids[tag] = ids


def _forget(tags: list[bytes]) -> None:
    if len(_kept) > _MOST_KEPT:
        tags = list(_kept)
    for tag in tags:
        _kept.discard(tag)
        _kept_links.pop(tag, None)
        _kept_ids.pop(tag, None)


def _doubled(ids: list[str]) -> tuple[str, ...]:
    if len(set(ids)) == len(ids):
        return ()
    return tuple(sorted(name for name, number in Counter(ids).items() if number > 1))


def _first_fact(use: str, facts: Iterable[Link], tags: list[bytes]) -> str | None:
    """Return the target of the first fact of this kind on the page."""
    if not any(link[0] == use for link in facts):
        return None
    in_order = (link for tag in tags for link in _kept_links.get(tag, ()))
    return next(link[1] for link in in_order if link[0] == use and link[2] == FACT)


def _read_tag(tag: bytes) -> tuple[tuple[Link, ...], tuple[str, ...]]:
    """Return the links and the ids of one tag."""
    usual = USUAL_LINK.fullmatch(tag)
    if usual and not usual[1].startswith(b"data:"):
        return (make_link("page", usual[1].decode("utf-8", "replace")),), ()
    element, values = parse_tag(tag)
    links = tuple(link for _, _, link in _links(element, values))
    if element == "style":
        links += tuple(link for _, link in places_in_css(split_raw(tag)[1]))
    return links, tuple(_ids(element, values))


def places_in_html(data: bytes, wanted: Set[Link | str]) -> Iterator[Placed]:
    """Yield those links and ids of a page that are wanted, with their offsets."""
    for start, tag in tags_with_offsets(data):
        if tag not in _kept:
            _keep(tag)
        held = chain(_kept_links.get(tag, ()), _kept_ids.get(tag, ()))
        if not wanted.isdisjoint(held):
            for offset, item in _places_in_tag(tag):
                if item in wanted:
                    yield start + offset, item
    _forget([])


def _places_in_tag(tag: bytes) -> Iterator[Placed]:
    element, values = parse_tag(tag)
    offsets = attribute_offsets(tag)
    for name, shift, link in _links(element, values):
        start, value_start = offsets[name]
        yield value_start + shift if shift >= 0 else start, link
    for value, name in _ids(element, values).items():
        yield offsets[name][0], value
    if element == "style":
        head, css = split_raw(tag)
        yield from ((len(head) + offset, link) for offset, link in places_in_css(css))


def _ids(element: str, values: dict[str, str]) -> dict[str, str]:
    """Return the names that links can lead to, each with the attribute that gives it."""
    names = ("name", "id") if element in NAMES else ("id",)
    given = {decode_references(values[name]): name for name in names if name in values}
    given.pop("", None)
    return given


# The attribute that holds a link, where in its value (-1: it is the value), and the link.
_Held = tuple[str, int, Link]


def _links(element: str, values: dict[str, str]) -> list[_Held]:
    held = [(name, -1, make_link(use, values[name])) for name, use in _uses(element, values)]
    srcset = SRCSETS.get(element)
    if srcset in values:
        held += _srcset_links(srcset, values[srcset])
    if "style" in values:
        css = targets_in_css(decode_references(values["style"]))
        held += [("style", -1, link) for _, link in css]
    if element in ("base", "meta"):
        held += _facts(element, values)
    return [item for item in held if item[2][1][:5].lower() != "data:"]


def _srcset_links(name: str, srcset: str) -> list[_Held]:
    targets = list(srcset_targets(srcset))
    shifts = byte_offsets(srcset, (offset for offset, _ in targets))
    return [
        (name, shift, make_link("image", target))
        for shift, (_, target) in zip(shifts, targets, strict=True)
    ]


def _uses(element: str, values: dict[str, str]) -> Iterable[tuple[str, str]]:
    """Return the attributes that hold one target each, and how it is used."""
    if element == "link" and "href" in values:
        use = relation_use(values.get("rel", ""))
        return [("href", use)] if use else ()
    if element == "meta" and "content" in values:
        names = [values[name] for name in _META_NAMES if name in values]
        return [("content", use) for use in map(meta_use, names[:1]) if use]
    known = ATTRIBUTES.get(element)
    return [(name, use) for name, use in known.items() if name in values] if known else ()


def _facts(element: str, values: dict[str, str]) -> Iterator[_Held]:
    if element == "base" and "href" in values:
        yield "href", -1, ("base", values["href"], FACT)
    if element == "meta" and "content" in values:
        refresh = refresh_target(values["content"])
        if refresh and values.get("http-equiv", "").strip().lower() == "refresh":
            target, at_once = refresh
            yield "content", -1, make_link("refresh", target)
            if at_once:
                yield "content", -1, ("refresh", target, FACT)
