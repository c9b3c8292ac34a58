"""What looks wrong and is not: the link checker says nothing about it."""

from pathlib import Path

import pytest

from guidekit.links import check_links
from tests.links.sites import check_body, make_site

ODDITIES: dict[str, str] = {
    "top of the page": '<a href="#">x</a><a href="#top">y</a><a href="#TOP">z</a>',
    "text fragment": '<a href="#:~:text=second%20part">x</a><a href="../#start:~:text=A,b">y</a>',
    "page of a PDF": '<a href="../../assets/paper.pdf#page=2">x</a>',
    "image for one colour scheme": '<img src="../../assets/logo.png#only-dark" alt="">',
    "stretch of a video": '<video src="../../assets/clip.mp4#t=10,20"></video>',
    "line of a script": '<a href="../../assets/main.js#L10">x</a>',
    "range of lines": (
        '<p id="L2">x</p><p id="L9">y</p><p id="s-1">z</p>'
        '<a href="#L2-L9">x</a><a href="#s-1:4">y</a>'
    ),
    "route that a script reads": '<a href="#/route">x</a><a href="#!/route">y</a>',
    "white space around a target": '<a href=" ../../guides/\t">x</a><a href="\n../#start\n">y</a>',
    "line break inside a target": '<a href="../..\n/guides/">x</a>',
    "data in a srcset": (
        '<img srcset="data:image/png;base64,iVBORw0KGgo= 1x, ../../assets/logo.png 2x" alt="">'
    ),
    "data with commas": '<img srcset="data:image/svg+xml,%3Csvg,%20a/%3E 1x" alt="">',
    "link in a comment": '<!-- <a href="missing/">x</a> <img src="missing.png"> -->',
    "comment that ends at once": '<!--><a href="../">x</a><!---><a href="../">x</a>',
    "link in a script's text": "<script>write('<a href=\"missing/\">x</a>')</script>",
    "link in JSON": '<script type="application/json">{"x": "<a href=\'missing/\'>"}</script>',
    "link in a text area": '<textarea><a href="missing/">x</a></textarea>',
    "link in a title": '<svg><title>x<img src="missing.png"></title></svg>',
    "link in another attribute": "<p title=\"<a href='missing/'>\" data-src='missing.png'>x</p>",
    "id with a reference": '<p id="a&amp;b">x</p><a href="#a&amp;b">x</a><a href="#a%26b">y</a>',
    "id in another script": '<p id="ß">x</p><a href="#%C3%9F">x</a><a href="#ß">y</a>',
    "id with a space": '<p id="two words">x</p><a href="#two%20words">x</a>',
    "id with a per cent sign": '<p id="50%25">x</p><a href="#50%25">x</a><a href="#50%2525">y</a>',
    "named anchor": '<a name="old">x</a><a href="#old">y</a><a id="new" name="new">z</a>',
    "path under the prefix": '<a href="/bounce/guides/">x</a><a href="/bounce/#start">y</a>',
    "another site of the host": '<a href="/">x</a><a href="/shop/">y</a>',
    "above the site": '<a href="../../../">x</a><a href="../../../../../shop/">y</a>',
    "the site's own address": '<a href="https://example.org/bounce/guides/#start">x</a>',
    "own address in capitals": '<a href="HTTPS://EXAMPLE.ORG:443/bounce/guides/">x</a>',
    "own host, another site": '<a href="https://example.org/elsewhere/">x</a>',
    "query": '<a href="?sort=name">x</a><a href="../?q=100#start">y</a>',
    "version of a script": '<script src="../../assets/main.js?v=3"></script>',
    "dots": '<a href=".">x</a><a href="./">y</a><a href="..">z</a><a href="../..">w</a>',
    "encoded dots": '<a href="../%2e%2e/guides/">x</a><a href="../../emails/%74hank-you/">y</a>',
    "way through its own folder": '<a href="./../first/index.html">x</a>',
    "capitals and no quotes": "<A HREF='../../guides/'>x</A><a href=../../guides/>y</a>",
    "attribute given twice": '<a href="../../guides/" href="missing/">x</a>',
    "several mail addresses": '<a href="mailto:a@example.org,b@example.org?subject=x">x</a>',
    "mail to whom the reader likes": '<a href="mailto:?subject=Hello">x</a>',
    "mailto in references": '<a href="&#109;&#97;ilto&#58;a&#64;example&#46;org">x</a>',
    "telephone number with spaces": '<a href="tel:+44 (0)20 7946-0000;ext=2">x</a>',
    "other schemes": (
        '<a href="sms:+442079460000">x</a><a href="javascript:void(0)">y</a>'
        '<a href="ftp://example.org/x">z</a><a href="web+app:x">w</a>'
    ),
    "ampersands in a query": '<a href="https://example.com/?a=1&copy=2&amp;b=3">x</a>',
    "unusual hosts": (
        '<a href="https://[2001:db8::1]:8080/">x</a><a href="https://bücher.example/">y</a>'
        '<a href="https://sam@example.com:8080/x">z</a><a href="https://example.org./">w</a>'
    ),
    "reader's own machine": '<a href="http://localhost:80/">x</a><a href="http://127.0.0.1/">y</a>',
    "code in a query": '<a href="https://example.com/?code=print(%7B%7B%7D%7D)">x</a>',
    "anchor without a target": "<a>x</a><form>y</form><form action=''>z</form>",
    "template for a script": '<template><a href="">x</a><a href="{{ url }}">y</a></template>',
    "id of the page in a template": '<template><p id="start">x</p></template>',
    "id of a drawing": '<svg><path id="d"/></svg><svg><path id="d"/></svg><p id="e">x</p>',
    "symbol": (
        '<svg><symbol id="s"></symbol><use href="#s"/></svg>'
        '<svg><use xlink:href="../../assets/icons.svg#tick"/></svg>'
    ),
    "namespace": '<svg xmlns="http://www.w3.org/2000/svg"><style/><a href="#start">x</a></svg>',
    "frame with its own text": '<iframe srcdoc="&lt;a href=x&gt;" src="about:blank"></iframe>',
    "url() that is none": (
        '<style>/* url(a.png) */ @namespace url(http://www.w3.org/1999/xhtml);'
        ' a { content: "url(b.png)"; fill: url(#c); mask: url(data:image/png,x) }</style>'
    ),
    "image map": '<img usemap="#m" src="../../assets/logo.png" alt=""><map name="m"></map>',
    "hosts to connect to": (
        '<link rel="preconnect" href="//fonts.example.com"><link rel="dns-prefetch" href="//x.org">'
        '<link rel="profile" href="http://gmpg.org/xfn/11">'
    ),
    "page that reloads": '<meta http-equiv="refresh" content="600"><a href=".">x</a>',
}  # fmt: skip


@pytest.mark.parametrize("body", ODDITIES.values(), ids=ODDITIES.keys())
def test_oddity_is_left_alone(body: str, tmp_path: Path) -> None:
    assert check_body(tmp_path, body) == []


def test_dots_above_the_root_of_the_host_count_for_nothing(tmp_path: Path) -> None:
    tmp_path.joinpath("index.html").write_text('<a href="../../page.html#x">x</a>')
    tmp_path.joinpath("page.html").write_text('<p id="x">x</p>')
    assert check_links(tmp_path, site_url="https://example.org/") == []


def test_base_element_moves_relative_targets(tmp_path: Path) -> None:
    text = '<base href="/bounce/emails/"><a href="thank-you/#start">x</a><a href="../guides/">y</a>'
    assert check_links(make_site(tmp_path, {"moved/page.html": text})) == []


def test_only_the_first_base_element_counts(tmp_path: Path) -> None:
    text = '<base href="/bounce/emails/"><base href="/bounce/guides/"><a href="thank-you/">x</a>'
    assert check_links(make_site(tmp_path, {"moved/page.html": text})) == []


def test_page_in_a_declared_encoding_is_read_in_it(tmp_path: Path) -> None:
    latin = '<meta charset="iso-8859-1"><p id="é">x</p><a href="#%C3%A9">y</a>'.encode("latin-1")
    utf_16 = '<p id="é">x</p><a href="#é">y</a>'.encode("utf-16")
    assert check_links(make_site(tmp_path, {"latin.html": latin, "utf-16.html": utf_16})) == []


def test_file_names_in_other_scripts_are_found(tmp_path: Path) -> None:
    text = '<a href="%C3%BC.html">x</a><a href="ü.html">y</a><a href="a b.html">z</a>'
    more = {"page.html": text, "ü.html": "", "a b.html": ""}
    assert check_links(make_site(tmp_path, more)) == []
