"""Every kind of fault, planted in a page of the clean site: found at its place, in these words.

Beside each fault stands where in it the finding begins.
"""

from pathlib import Path

import pytest

from guidekit.links import check_links
from tests.links.sites import BODY_LINE, HEAD_LINE, check_body, lines, make_site, page

PAGE = "guides/first/index.html"
PUBLISH = "correct the target, or publish what it should lead to"
MAIL = "write mailto: and an address: mailto:name@example.org"
WHOLE = "write it as https://host/path"
FILL_IN = "fill in the placeholder, or mend the template that should have done it"

# name: (what is planted, where in it the finding begins, the finding)
IN_BODY: dict[str, tuple[str, str, str]] = {
    "missing page": (
        '<a href="../../emails/offer/">x</a>',
        "href",
        f"LINK201 there is no page at `../../emails/offer/` | {PUBLISH}",
    ),
    "misspelt page": (
        '<a href="../../emails/thank-yuo/#start">x</a>',
        "href",
        "LINK201 there is no page at `../../emails/thank-yuo/#start`"
        " | did you mean `../../emails/thank-you/#start`?",
    ),
    "misspelt page from the root": (
        '<a class="x" href="/bounce/guides/frist/?a=1">x</a>',
        "href",
        "LINK201 there is no page at `/bounce/guides/frist/?a=1`"
        " | did you mean `/bounce/guides/first/?a=1`?",
    ),
    "misspelt page at the site's own address": (
        '<a href="https://example.org/bounce/guides/frist/">x</a>',
        "href",
        "LINK201 there is no page at `https://example.org/bounce/guides/frist/`"
        " | did you mean `https://example.org/bounce/guides/first/`?",
    ),
    "page in another folder": (
        '<a href="thank-you/">x</a>',
        "href",
        "LINK201 there is no page at `thank-you/` | did you mean `../../emails/thank-you/`?",
    ),
    "Markdown file instead of its page": (
        '<a href="../../emails/thank-you.md">x</a>',
        "href",
        "LINK201 there is no page at `../../emails/thank-you.md`"
        " | did you mean `../../emails/thank-you/`?",
    ),
    "index.md instead of its page": (
        '<a href="../Second/index.md">x</a>',
        "href",
        "LINK201 there is no page at `../Second/index.md` | did you mean `../Second/`?",
    ),
    "area of an image map": (
        '<map name="m"><area href="../third/"></map>',
        "href",
        f"LINK201 there is no page at `../third/` | {PUBLISH}",
    ),
    "frame": (
        '<iframe src="../third/"></iframe>',
        "src",
        f"LINK201 there is no page at `../third/` | {PUBLISH}",
    ),
    "form": (
        '<form action="../third/"></form>',
        "action",
        f"LINK201 there is no page at `../third/` | {PUBLISH}",
    ),
    "button that sends a form elsewhere": (
        '<button formaction="../third/">x</button>',
        "formaction",
        f"LINK201 there is no page at `../third/` | {PUBLISH}",
    ),
    "quotation's source": (
        '<blockquote cite="../third/">x</blockquote>',
        "cite",
        f"LINK201 there is no page at `../third/` | {PUBLISH}",
    ),
    "link in a template": (
        '<template><a href="../third/">x</a></template>',
        "href",
        f"LINK201 there is no page at `../third/` | {PUBLISH}",
    ),
    "link in capitals and without quotes": (
        "<A CLASS=x HREF=../third/>x</A>",
        "HREF",
        f"LINK201 there is no page at `../third/` | {PUBLISH}",
    ),
    "image-set() in CSS": (
        '<style>a { background: image-set("a.png" type("image/png") 1x, url(#b) 2x) }</style>',
        "a.png",
        f"LINK208 there is no file at `a.png` | {PUBLISH}",
    ),
    "link in SVG": (
        '<svg><a xlink:href="../third/"><text>x</text></a></svg>',
        "xlink",
        f"LINK201 there is no page at `../third/` | {PUBLISH}",
    ),
    "host without a scheme": (
        '<a href="www.example.org/x">x</a>',
        "href",
        "LINK201 there is no page at `www.example.org/x`"
        " | did you mean `https://www.example.org/x`?",
    ),
    "scheme without its colon": (
        '<a href="http//example.org/">x</a>',
        "href",
        "LINK201 there is no page at `http//example.org/` | did you mean `https://example.org/`?",
    ),
    "mail address without mailto": (
        '<a href="sam@example.org">x</a>',
        "href",
        "LINK201 there is no page at `sam@example.org` | did you mean `mailto:sam@example.org`?",
    ),
    "anchor on this page": (
        '<a href="#nowhere">x</a>',
        "href",
        "LINK202 `#nowhere` names no anchor of this page"
        " | link to an id that is there, or give the place this one",
    ),
    "anchor on another page": (
        '<a href="../../emails/thank-you/#second-prat">x</a>',
        "href",
        "LINK202 `../../emails/thank-you/#second-prat` names no anchor of"
        " `emails/thank-you/index.html` | did you mean `../../emails/thank-you/#second-part`?",
    ),
    "anchor in the wrong case": (
        '<a href="#Second-Part">x</a>',
        "href",
        "LINK202 `#Second-Part` names no anchor of this page"
        " | did you mean `#second-part`? Anchors match letter by letter",
    ),
    "percent-encoded anchor": (
        '<a href="../#second%2Dpar%C3%A4">x</a>',
        "href",
        "LINK202 `../#second%2Dpar%C3%A4` names no anchor of `guides/index.html`"
        " | did you mean `../#second-part`?",
    ),
    "image map": (
        '<img src="../../assets/logo.png" usemap="#plan" alt="">',
        "usemap",
        "LINK202 `#plan` names no anchor of this page"
        " | link to an id that is there, or give the place this one",
    ),
    "symbol of an SVG file": (
        '<svg><use href="../../assets/icons.svg#tock"/></svg>',
        "href",
        "LINK202 `../../assets/icons.svg#tock` names no anchor of `assets/icons.svg`"
        " | did you mean `../../assets/icons.svg#tick`?",
    ),
    "image": (
        '<img alt="" src="../../assets/lgo.png">',
        "src",
        "LINK203 there is no image at `../../assets/lgo.png`"
        " | did you mean `../../assets/logo.png`?",
    ),
    "image of another kind": (
        '<img alt="" src="../../assets/logo.webp">',
        "src",
        "LINK203 there is no image at `../../assets/logo.webp`"
        " | did you mean `../../assets/logo.png`?",
    ),
    "srcset of an image": (
        '<img alt="é" srcset="../../assets/logo.png 1x, ../../assets/large.png 2x">',
        "../../assets/large",
        f"LINK203 there is no image at `../../assets/large.png` | {PUBLISH}",
    ),
    "srcset of a source": (
        '<picture><source srcset="wide.webp 800w, ../../assets/logo.png 400w"></picture>',
        "wide",
        f"LINK203 there is no image at `wide.webp` | {PUBLISH}",
    ),
    "poster": (
        '<video src="../../assets/clip.mp4" poster="first-frame.jpg"></video>',
        "poster",
        f"LINK203 there is no image at `first-frame.jpg` | {PUBLISH}",
    ),
    "image button": (
        '<input type="image" src="send.png" alt="Send">',
        "src",
        f"LINK203 there is no image at `send.png` | {PUBLISH}",
    ),
    "image without scripts": (
        '<noscript><img src="pixel.gif" alt=""></noscript>',
        "src",
        f"LINK203 there is no image at `pixel.gif` | {PUBLISH}",
    ),
    "script": (
        '<script type="module" src="../../assets/man.js"></script>',
        "src",
        "LINK204 there is no script at `../../assets/man.js`"
        " | did you mean `../../assets/main.js`?",
    ),
    "import in a style element": (
        '<style>\n@import "print.css";</style>',
        "print",
        f"LINK205 there is no stylesheet at `print.css` | {PUBLISH}",
    ),
    "video": (
        '<video src="../../assets/film.mp4"></video>',
        "src",
        f"LINK206 there is no media file at `../../assets/film.mp4` | {PUBLISH}",
    ),
    "source of a recording": (
        '<audio><source src="call.ogg"></audio>',
        "src",
        f"LINK206 there is no media file at `call.ogg` | {PUBLISH}",
    ),
    "subtitles": (
        '<video src="../../assets/clip.mp4"><track src="clip.vtt"></video>',
        'src="clip.vtt',
        f"LINK206 there is no media file at `clip.vtt` | {PUBLISH}",
    ),
    "object": (
        '<object data="../../assets/papers.pdf"></object>',
        "data",
        "LINK207 there is no file at `../../assets/papers.pdf`"
        " | did you mean `../../assets/paper.pdf`?",
    ),
    "embedded file": (
        '<embed src="map.svg">',
        "src",
        f"LINK207 there is no file at `map.svg` | {PUBLISH}",
    ),
    "url() in a style element": (
        "<style>\n  a { background: url(paper.png) }\n</style>",
        "paper",
        f"LINK208 there is no file at `paper.png` | {PUBLISH}",
    ),
    "url() in a style attribute": (
        '<p style="background: url(&quot;paper.png&quot;)">x</p>',
        "style",
        f"LINK208 there is no file at `paper.png` | {PUBLISH}",
    ),
    "page in the wrong case": (
        '<a href="../second/">x</a>',
        "href",
        "LINK212 `../second/` differs in case from what is there | did you mean `../Second/`?",
    ),
    "folder in the wrong case": (
        '<a href="../../Assets/paper.pdf">x</a>',
        "href",
        "LINK212 `../../Assets/paper.pdf` differs in case from what is there"
        " | did you mean `../../assets/paper.pdf`?",
    ),
    "image in the wrong case": (
        '<img src="../../assets/photo.JPG" alt="">',
        "src",
        "LINK212 `../../assets/photo.JPG` differs in case from what is there"
        " | did you mean `../../assets/Photo.jpg`?",
    ),
    "a ../ too few": (
        '<a href="../emails/thank-you/">x</a>',
        "href",
        "LINK213 there is no page at `../emails/thank-you/`, but at another depth"
        " | did you mean `../../emails/thank-you/`?",
    ),
    "a ../ too many": (
        '<img src="../../../assets/logo.png" alt="">',
        "src",
        "LINK213 `../../../assets/logo.png` leaves the site, which begins at `/bounce/`"
        " | did you mean `../../assets/logo.png`?",
    ),
    "folder without an index page": (
        '<a href="../../assets/">x</a>',
        "href",
        "LINK214 `../../assets/` is a folder without an index page"
        " | link to a page in it, or give it an index.html",
    ),
    "path without the site's prefix": (
        '<a href="/guides/first/">x</a>',
        "href",
        "LINK215 `/guides/first/` leaves the site, which begins at `/bounce/`"
        " | did you mean `/bounce/guides/first/`?",
    ),
    "empty link": (
        '<a href="">x</a>',
        "href",
        "LINK301 the address of the page is empty | write what it should lead to;"
        " for something that acts on this page use a button",
    ),
    "link without a value": (
        "<a class=x href>x</a>",
        "href",
        "LINK301 the address of the page is empty | write what it should lead to;"
        " for something that acts on this page use a button",
    ),
    "image without an address": (
        '<img src=" " alt="">',
        "src",
        "LINK301 the address of the image is empty | write what it should lead to",
    ),
    "no host": (
        '<a href="https://">x</a>',
        "href",
        f"LINK302 `https://` is not a URL: it has no host | {WHOLE}",
    ),
    "one slash instead of two": (
        '<a href="https:/example.org/">x</a>',
        "href",
        f"LINK302 `https:/example.org/` is not a URL: it has no host | {WHOLE}",
    ),
    "space in the host": (
        '<a href="https://exa mple.org/">x</a>',
        "href",
        f"LINK302 `https://exa mple.org/` is not a URL: `exa mple.org` is not a host | {WHOLE}",
    ),
    "bracket in the host": (
        '<a href="https://[::1/">x</a>',
        "href",
        f"LINK302 `https://[::1/` is not a URL: its host is malformed | {WHOLE}",
    ),
    "port that is no number": (
        '<a href="https://example.org:80a/">x</a>',
        "href",
        f"LINK302 `https://example.org:80a/` is not a URL: its port is not a number | {WHOLE}",
    ),
    "port that no host has": (
        '<a href="https://example.org:80800/">x</a>',
        "href",
        f"LINK302 `https://example.org:80800/` is not a URL: there is no port 80800 | {WHOLE}",
    ),
    "number that is no address": (
        '<a href="https://192.168.1.256/">x</a>',
        "href",
        f"LINK302 `https://192.168.1.256/` is not a URL: `192.168.1.256` is not a host | {WHOLE}",
    ),
    "two schemes": (
        '<a href="https://https://example.org/x">x</a>',
        "href",
        "LINK302 `https://https://example.org/x` is not a URL: it has two schemes"
        " | write `https://example.org/x`",
    ),
    "per cent sign that begins no escape": (
        '<a href="https://example.org/100%">x</a>',
        "href",
        "LINK302 `https://example.org/100%` is not a URL: a `%` in it begins no escape"
        " | write `%25` for a per cent sign",
    ),
    "host and port without a scheme": (
        '<a href="example.org:8080/x">x</a>',
        "href",
        "LINK302 `example.org:8080/x` is a host without https:// before it"
        " | did you mean `https://example.org:8080/x`?",
    ),
    "misspelt scheme": (
        '<a href="htps://example.org/">x</a>',
        "href",
        "LINK303 `htps://example.org/` begins with `htps:`, which no browser knows"
        " | did you mean `https://example.org/`?",
    ),
    "misspelt javascript": (
        '<a href="javscript:void(0)">x</a>',
        "href",
        "LINK303 `javscript:void(0)` begins with `javscript:`, which no browser knows"
        " | did you mean `javascript:void(0)`?",
    ),
    "misspelt mailto": (
        '<a href="mailo:sam@example.org">x</a>',
        "href",
        "LINK303 `mailo:sam@example.org` begins with `mailo:`, which no browser knows"
        " | did you mean `mailto:sam@example.org`?",
    ),
    "mailto to nobody": (
        '<a href="mailto:">x</a>',
        "href",
        f"LINK304 `mailto:` names no address | {MAIL}",
    ),
    "mailto without a host": (
        '<a href="mailto:sam">x</a>',
        "href",
        f"LINK304 `mailto:sam`: `sam` is not a mail address | {MAIL}",
    ),
    "mailto with a space": (
        '<a href="mailto:sam%20lee@example.org?subject=x">x</a>',
        "href",
        "LINK304 `mailto:sam%20lee@example.org?subject=x`: `sam lee@example.org`"
        f" is not a mail address | {MAIL}",
    ),
    "mailto with slashes": (
        '<a href="mailto://sam@example.org">x</a>',
        "href",
        f"LINK304 `mailto://sam@example.org`: `//sam@example.org` is not a mail address | {MAIL}",
    ),
    "telephone number in letters": (
        '<a href="tel:call-me">x</a>',
        "href",
        "LINK305 `tel:call-me` is not a telephone number"
        " | write tel: and the number with its country code: tel:+442079460000",
    ),
    "placeholder of a template": (
        '<a href="{{ page.url }}">x</a>',
        "href",
        f"LINK306 `{{{{ page.url }}}}` holds a placeholder | {FILL_IN}",
    ),
    "encoded placeholder": (
        '<a href="%7B%7Brole%7D%7D/">x</a>',
        "href",
        f"LINK306 `%7B%7Brole%7D%7D/` holds a placeholder | {FILL_IN}",
    ),
    "file on the writer's computer": (
        r'<a href="C:\Users\sam\letter.pdf">x</a>',
        "href",
        r"LINK307 `C:\Users\sam\letter.pdf` leads to a file on the writer's own computer"
        " | publish the file with the site, and link to it there",
    ),
    "folder without its slash": (
        '<a href="../../emails/thank-you">x</a>',
        "href",
        "LINK401 `../../emails/thank-you` works only through a redirect"
        " | link to `../../emails/thank-you/` itself",
    ),
    "plain http": (
        '<a href="http://example.com/x">x</a>',
        "href",
        "LINK403 `http://example.com/x` is sent unencrypted | write `https://example.com/x`",
    ),
    "plain http to the site itself": (
        '<a href="http://example.org/bounce/guides/">x</a>',
        "href",
        "LINK403 `http://example.org/bounce/guides/` is sent unencrypted"
        " | write `https://example.org/bounce/guides/`",
    ),
    "script over plain http": (
        '<script src="http://example.com/x.js"></script>',
        "src",
        "LINK404 `http://example.com/x.js` is refused by browsers on an https page"
        " | write `https://example.com/x.js`",
    ),
    "scheme left to the page": (
        '<a href="//example.com/x">x</a>',
        "href",
        "LINK405 `//example.com/x` leaves out its scheme and takes that of the page"
        " | write `https://example.com/x`",
    ),
    "page without its .html": (
        '<a href="../../about#start">x</a>',
        "href",
        "LINK406 `../../about#start` works only where the host adds .html"
        " | write `../../about.html#start`",
    ),
    "doubled slash": (
        '<a href="../../emails//thank-you/">x</a>',
        "href",
        "LINK407 `../../emails//thank-you/` has a doubled slash, which many hosts do not forgive"
        " | write one slash",
    ),
    "doubled slash from the root": (
        '<a href="/bounce//guides/">x</a>',
        "href",
        "LINK407 `/bounce//guides/` has a doubled slash, which many hosts do not forgive"
        " | write one slash",
    ),
    "backslash": (
        r'<a href="..\..\guides\">x</a>',
        "href",
        r"LINK408 `..\..\guides\` has a backslash; only browsers take it for a slash"
        " | write `../../guides/`",
    ),
    "id used twice": (
        '<p class="x" id="start">x</p>',
        "id",
        "LINK501 the id `start` is on this page already"
        " | give one of the two another id: a link to `#start` leads to the first",
    ),
}

IN_HEAD: dict[str, tuple[str, str, str]] = {
    "stylesheet": (
        '<link rel="stylesheet" href="print.css">',
        "href",
        f"LINK205 there is no stylesheet at `print.css` | {PUBLISH}",
    ),
    "icon": (
        '<link rel="shortcut icon" href="/bounce/favicon.ico">',
        "href",
        f"LINK207 there is no icon at `/bounce/favicon.ico` | {PUBLISH}",
    ),
    "touch icon": (
        '<link rel="apple-touch-icon" href="../../touch.png">',
        "href",
        f"LINK207 there is no icon at `../../touch.png` | {PUBLISH}",
    ),
    "manifest": (
        '<link rel="manifest" href="../../manifest.json">',
        "href",
        "LINK207 there is no manifest at `../../manifest.json`"
        " | did you mean `../../manifest.webmanifest`?",
    ),
    "preloaded font": (
        '<link rel="preload" as="font" href="../../assets/serif.woff2">',
        "href",
        f"LINK207 there is no file at `../../assets/serif.woff2` | {PUBLISH}",
    ),
    "preloaded image": (
        '<link rel="preload" as="image" imagesrcset="large.png 2x">',
        "large",
        f"LINK203 there is no image at `large.png` | {PUBLISH}",
    ),
    "preloaded module": (
        '<link rel="modulepreload" href="../../assets/lib.js">',
        "href",
        f"LINK207 there is no file at `../../assets/lib.js` | {PUBLISH}",
    ),
    "canonical link": (
        '<link rel="canonical" href="https://example.org/bounce/guides/third/">',
        "href",
        f"LINK209 there is no page at `https://example.org/bounce/guides/third/` | {PUBLISH}",
    ),
    "other language": (
        '<link rel="alternate" hreflang="de" href="https://example.org/bounce/de/">',
        'href="',
        f"LINK209 there is no page at `https://example.org/bounce/de/` | {PUBLISH}",
    ),
    "next page": (
        '<link rel="next" href="../third/">',
        "href",
        f"LINK209 there is no page at `../third/` | {PUBLISH}",
    ),
    "Open Graph image": (
        '<meta property="og:image" content="https://example.org/bounce/assets/card.png">',
        "content",
        f"LINK209 there is no file at `https://example.org/bounce/assets/card.png` | {PUBLISH}",
    ),
    "Open Graph address": (
        '<meta property="og:url" content="https://example.org/bounce/guides/third/">',
        "content",
        f"LINK209 there is no page at `https://example.org/bounce/guides/third/` | {PUBLISH}",
    ),
    "Twitter image": (
        '<meta name="twitter:image" content="/bounce/assets/card.png">',
        "content",
        f"LINK209 there is no file at `/bounce/assets/card.png` | {PUBLISH}",
    ),
    "slow redirect": (
        '<meta http-equiv="refresh" content="30; url=../third/">',
        "content",
        f"LINK201 there is no page at `../third/` | {PUBLISH}",
    ),
}


@pytest.mark.parametrize(("planted", "begins", "finding"), IN_BODY.values(), ids=IN_BODY.keys())
def test_fault_in_the_body_is_found_at_its_place(
    planted: str, begins: str, finding: str, tmp_path: Path
) -> None:
    assert check_body(tmp_path, planted) == [_at(BODY_LINE, planted, begins, finding)]


@pytest.mark.parametrize(("planted", "begins", "finding"), IN_HEAD.values(), ids=IN_HEAD.keys())
def test_fault_in_the_head_is_found_at_its_place(
    planted: str, begins: str, finding: str, tmp_path: Path
) -> None:
    site = make_site(tmp_path, {PAGE: page(PAGE, head=planted)})
    assert lines(tmp_path, check_links(site)) == [_at(HEAD_LINE, planted, begins, finding)]


def _at(line: int, planted: str, begins: str, finding: str) -> str:
    before = planted[: planted.index(begins)]
    line += before.count("\n")
    column = len(before.rpartition("\n")[2]) + 1
    return f"site/{PAGE}:{line}:{column}: {finding}"


def test_clean_site_has_no_finding(tmp_path: Path) -> None:
    assert check_links(make_site(tmp_path)) == []


def test_every_fault_is_found_when_all_stand_on_one_page(tmp_path: Path) -> None:
    body = "\n".join(planted for planted, _, _ in IN_BODY.values())
    found = check_body(tmp_path, body)
    for _, _, finding in IN_BODY.values():
        assert any(line.endswith(finding) for line in found), finding
