"""What one tag holds: targets, names that links can lead to, facts about its page."""

from collections.abc import Iterable, Iterator

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
from guidekit.links.record import FACT, Link, Placed, make_link
from guidekit.links.text import byte_offsets, decode_references
from guidekit.links.tokens import USUAL_TAG, attribute_offsets, parse_tag, split_raw

Held = tuple[tuple[Link, ...], tuple[str, ...]]

_META_NAMES = ("property", "name", "itemprop")


def read_usual_tag(tag: bytes) -> Held | None:
    """Return the links and the ids of a tag in its usual form, None when it has another."""
    usual = USUAL_TAG.fullmatch(tag)
    if usual is None:
        return None
    page, name, image = usual.groups()
    if name is not None:
        return (), (name.decode("utf-8", "replace"),)
    use, target = ("page", page) if image is None else ("image", image)
    return (make_link(use, target.decode("utf-8", "replace")),), ()


def read_tag(tag: bytes) -> Held:
    """Return the links and the ids of any tag."""
    element, values = parse_tag(tag)
    links = tuple(link for _, _, link in _links(element, values))
    if element == "style":
        links += tuple(link for _, link in places_in_css(split_raw(tag)[1]))
    return links, tuple(_ids(element, values))


def places_in_tag(tag: bytes) -> Iterator[Placed]:
    """Yield the same links and ids with their offsets in the tag."""
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
