"""Reading HTML as browsers do; a browser's parser (lexbor) says what is right."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from guidekit.links.html import places_in_html, read_html
from guidekit.links.tags import read_tag, read_usual_tag
from guidekit.links.text import decode_references
from guidekit.links.tokens import all_tags, is_closed, quick_tags, tags_with_offsets

_ATTRIBUTE = st.sampled_from(
    [
        *('href="a"', "href='b'", "href=c", "href", 'HREF = "d"', 'href="e&amp;f"', 'href="<a>"'),
        *('class="x"', "title='>'", 'x="', "y='", "/", "=", '"', "'", "\n", "id=i", "\f", "é"),
    ]
)
_TAG = st.builds(
    lambda name, parts, end: f"<{name}{''.join(f' {part}' for part in parts)}{end}",
    st.sampled_from(
        ["a", "A", "p", "span", "b", "div", "h2", "img", "script", "style", "title", "textarea"]
    ),
    st.lists(_ATTRIBUTE, max_size=4),
    st.sampled_from([">", ">", ">", ">", " "]),
)
_MARKUP = st.sampled_from(
    [
        *("</script>", "</style >", "</TITLE>", "</textarea/>", "</a>", "</p>", "</scriptx>"),
        *("<!--", "-->", "--!>", "<!-->", "<!doctype html>", "<!x>", "<?x?>", "<", ">", "text"),
        *('<span class="x">', '<a class="headerlink" href="#i" title="Permanent link">'),
    ]
)
_PAGE = st.lists(_TAG | _MARKUP, max_size=14).map("".join)


def _in_browser(page: str) -> set[str]:
    parsed = LexborHTMLParser(f"<!doctype html><body>{page}")
    return {link.attributes["href"] or "" for link in parsed.css("a[href]")}


def _read(page: str) -> set[str]:
    record = read_html(f"<!doctype html><body>{page}".encode())
    links = [link for group in record.links for link in group]
    return {decode_references(target) for use, target, _ in links if use == "page"}


@settings(max_examples=1_500, deadline=None)
@given(_PAGE)
def test_links_are_those_that_a_browser_sees(page: str) -> None:
    # On purpose unlike browsers: XHTML's empty <script/> is empty, and `<` ends a tag's name.
    assume(not re.search(r"/>|<[a-zA-Z]+<", page))
    assert _read(page) == _in_browser(page)


@settings(max_examples=300, deadline=None)
@given(_PAGE)
def test_places_are_those_of_the_links_and_ids_that_were_read(page: str) -> None:
    data = page.encode()
    record = read_html(data)
    wanted = {link for group in record.links for link in group} | record.ids
    placed = list(places_in_html(data, wanted))
    assert {item for _, item in placed} == wanted
    for offset, _ in placed:
        assert data[offset : offset + 4].lower() in {b"href", b"id=i", b"id"}


@settings(max_examples=300, deadline=None)
@given(_PAGE)
def test_tags_with_offsets_are_the_same_tags(page: str) -> None:
    data = page.encode()
    placed = tags_with_offsets(data)
    assert [tag for _, tag in placed] == all_tags(data)
    assert all(data.startswith(tag, offset) for offset, tag in placed)


@settings(max_examples=1_000, deadline=None)
@given(_PAGE)
def test_quick_tags_are_all_tags_when_each_is_closed(page: str) -> None:
    data = page.encode()
    quick = quick_tags(data)
    if all(map(is_closed, quick)):
        assert quick == all_tags(data)


def test_bracket_in_a_value_is_noticed() -> None:
    cut = [b'<a title="x>', b"<a href='x' title='>", b"<a b='d>", b'<a b="c"d="e>', b"<a b= 'c>"]
    closed = [b'<a b=c"d>', b'<a b="c"d>', b"<a b= >", b'<a ="b>', b"<a b=/>", b"<a/b>", b"<a b>"]
    assert [quick_tags(tag + b"x") for tag in cut + closed] == [[tag] for tag in cut + closed]
    assert not any(map(is_closed, cut))
    assert all(map(is_closed, closed))


@settings(max_examples=300, deadline=None)
@given(_TAG)
def test_usual_link_is_read_like_any_tag(tag: str) -> None:
    if read_usual_tag(tag.encode()):
        assert read_usual_tag(tag.encode()) == read_tag(tag.encode())


def test_record_depends_on_the_bytes_alone() -> None:
    page = (
        b'<p id=a><p id=a><a href="x/#b"><base href=y><meta http-equiv=refresh content="0;url=z">'
    )
    first, second = read_html(page), read_html(page)
    assert first == second
    assert (first.doubled, first.base, first.refresh) == (("a",), "y", "z")
