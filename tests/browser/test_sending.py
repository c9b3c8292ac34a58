"""Every way in which an email leaves the page takes the same text along."""

import json
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext, Page, expect

from conftest import OpenContext, Watch
from reader import (
    BODY,
    EMAIL,
    SUBJECT,
    clipboard,
    field,
    fill_all,
    press,
    preview,
    serve_changed,
    status,
    visit,
)
from site_under_test import Site

LONG_EMAIL = "emails/thank-you-and-feedback/"
CATCH_MAIL = """
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
        if (this.protocol === "mailto:") window.mailto = this.href;
        else click.call(this);
    };
    window.print = () => { window.printed = document.documentElement.outerHTML; };
"""


@pytest.fixture
def email(page: Page) -> Page:
    """The thank-you email, nothing filled in; what would open a mail program is only noted."""
    page.add_init_script(CATCH_MAIL)
    visit(page, EMAIL)
    return page


def read_mailto(link: str) -> tuple[str, str]:
    """Read a mailto link as RFC 6068 says: subject and body, line ends as in the page."""
    parts = urlsplit(link)
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "", "")
    assert re.fullmatch(r"(%[0-9A-F]{2}|[A-Za-z0-9._~=&-])*", parts.query)
    values = parse_qs(parts.query.replace("+", "%2B"), keep_blank_values=True, strict_parsing=True)
    assert not any(re.search(r"(?<!\r)\n|\r(?!\n)", text) for [text] in values.values())
    subject, body = (
        values.get(name, [""])[0].replace("\r\n", "\n") for name in ("subject", "body")
    )
    return subject, body


def read_eml(raw: bytes) -> tuple[str, str]:
    """Read a mail file with Python's parser, which must find nothing wrong with it."""
    assert raw.isascii()
    lines = raw.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line or len(line) > 78 for line in lines)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", raw)
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk()] == [[]]
    assert [value.defects for value in message.values()] == [()] * len(message)
    assert set(message) <= {
        *("Subject", "X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
    }
    assert message["X-Unsent"] == "1"
    assert message.get_content_type() == "text/plain"
    text = message.get_payload(decode=True).decode()
    return str(message["Subject"] or ""), text.replace("\r\n", "\n")


def shown(page: Page) -> tuple[str, str]:
    """Return the subject and the text as the reader sees them."""
    return page.locator(SUBJECT).inner_text(), page.locator(BODY).inner_text()


def test_a_mail_program_gets_the_text(email: Page) -> None:
    fill_all(email, your_name="Zoë (Nadia) O'Neill & 100% *")
    press(email, "mail")
    expect(status(email)).to_contain_text("mail program")
    link = email.evaluate("window.mailto")
    assert read_mailto(link) == shown(email)
    assert "%0D%0A" in link
    assert not set("'()*") & set(link)


def test_what_is_too_long_for_a_mail_program_is_offered_otherwise(email: Page) -> None:
    fill_all(email, your_name="long " * 400)
    press(email, "mail")
    expect(status(email)).to_contain_text("too long")
    assert email.evaluate("window.mailto") is None
    offers = status(email).get_by_role("button")
    assert offers.all_inner_texts() == ["Copy the text", "Download as a file (.eml)"]
    with email.expect_download():
        offers.last.click()
    press(email, "mail")
    offers.first.click()
    expect(status(email)).to_have_text(re.compile("^Copied"))
    expect(status(email)).to_be_focused()
    assert clipboard(email) == preview(email)


@pytest.mark.parametrize(
    ("action", "host", "subject"),
    [("gmail", "mail.google.com", "su"), ("outlook", "outlook.live.com", "subject")],
)
def test_a_mail_site_opens_in_a_tab_that_knows_nothing_of_this_one(
    open_context: OpenContext, watch: Watch, action: str, host: str, subject: str
) -> None:
    context: BrowserContext = open_context()
    context.route(re.compile(rf"https://{host}/"), lambda route: route.fulfill(body="a mail site"))
    page = context.new_page()
    visit(page, EMAIL)
    fill_all(page, your_name="Zoë & 100% + #1")
    with context.expect_page() as opened:
        press(page, action)
    tab = opened.value
    tab.wait_for_load_state()
    address = urlsplit(tab.url)
    assert (address.scheme, address.hostname) == ("https", host)
    values = parse_qs(address.query.replace("+", "%2B"), strict_parsing=True)
    assert (values[subject][0], values["body"][0]) == shown(page)
    assert tab.evaluate("window.opener") is None
    assert tab.evaluate("document.referrer") == ""
    expect(status(page)).to_contain_text("new tab")
    # The one time that something leaves for another host, and the reader asked for it.
    assert len(watch.faults) >= 1
    watch.faults.clear()


def test_a_mail_site_is_not_given_more_than_it_takes(email: Page) -> None:
    fill_all(email, your_name="x" * 9000)
    press(email, "gmail")
    expect(status(email)).to_contain_text("too long")


def download(page: Page) -> tuple[str, bytes]:
    """Press the button, and return the name of the file and what is in it."""
    with page.expect_download() as started:
        press(page, "eml")
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def test_a_mail_file_holds_the_text(email: Page) -> None:
    fill_all(email, your_name="Şeyma Łukasiewicz-O’Neill 👩‍🚀", role="Illustrator: 日本語")
    email.locator(".composer__variants label").nth(1).click()
    fill_all(email, your_name="Şeyma Łukasiewicz-O’Neill 👩‍🚀", role="Illustrator: 日本語" * 9)
    name, raw = download(email)
    assert name == "thank-you.eml"
    assert read_eml(raw) == shown(email)
    expect(status(email)).to_have_text(re.compile("^Downloaded"))


def test_no_header_can_be_added_to_a_mail_file(email: Page) -> None:
    email.locator(".composer__variants label").nth(1).click()
    fill_all(email)
    for attempt in ("a\r\nBcc: x@example.org", "a\nBcc: x@example.org\n\nHi", "=?utf-8?B?QQ==?="):
        email.evaluate(
            """(value) => {
                const role = document.querySelector("[name=role]");
                // The field itself would drop the line breaks.
                Object.defineProperty(role, "value", { value, configurable: true });
                role.dispatchEvent(new InputEvent("input", { bubbles: true }));
                delete role.value;
            }""",
            attempt,
        )
        _, raw = download(email)
        assert read_eml(raw) == shown(email)


def test_print_prints_the_letter_and_nothing_else(email: Page) -> None:
    fill_all(email, your_name="Nadia")
    letter = preview(email)
    press(email, "print")
    # The code for it comes only now.
    email.wait_for_function("() => window.printed")
    email.emulate_media(media="print")
    assert preview(email) == letter
    for part in (".composer__actions", ".composer__fields", ".composer__editor", ".status"):
        expect(email.locator(f"email-template {part}").first).to_be_hidden()
    email.emulate_media(media="screen")


@pytest.mark.parametrize("action", ["mail", "gmail", "outlook", "eml", "print", "copy"])
def test_gaps_are_named_before_anything_leaves(email: Page, action: str) -> None:
    press(email, action)
    expect(status(email)).to_have_text(re.compile("^Still empty: .*press again to go on"))
    expect(email.locator(".field__input:visible").first).to_be_focused()
    assert email.evaluate("window.mailto ?? window.printed ?? null") is None
    assert len(email.context.pages) == 2


def test_with_gaps_the_second_press_sends(email: Page) -> None:
    press(email, "mail")
    press(email, "mail")
    expect(status(email)).to_contain_text("mail program")
    assert read_mailto(email.evaluate("window.mailto")) == shown(email)


def test_a_line_that_may_stay_empty_goes_with_its_line_break(page: Page) -> None:
    def make_optional(html: str) -> str:
        return re.sub(r'(name="(?:company|your_name)"[^>]*) data-required="true"', r"\1", html)

    serve_changed(page, EMAIL, make_optional)
    visit(page, EMAIL)
    for name in ("recruiter_name", "role", "company"):
        field(page, name).fill(f"My {name}")
    press(page)
    # The last line of the letter has no break after it, so it is a gap like any other.
    expect(status(page)).to_have_text(re.compile('^Still empty: "Your name"'))

    def own_line(html: str) -> str:
        last = '<mark class="slot" data-field="your_name">[your name]</mark>'
        return make_optional(html).replace(last, f"{last}\nBounce Back")

    page.unroute_all()
    serve_changed(page, EMAIL, own_line)
    visit(page, EMAIL)
    press(page)
    expect(status(page)).to_have_text(re.compile("^Copied"))
    assert clipboard(page) == preview(page)
    assert clipboard(page).endswith("Best wishes,\nBounce Back")
    field(page, "your_name").fill("Nadia")
    assert preview(page).endswith("Best wishes,\nNadia\nBounce Back")


def test_when_the_code_for_sending_does_not_arrive_copying_works(email: Page, watch: Watch) -> None:
    fill_all(email)
    email.route(re.compile(r"/sending\."), lambda route: route.abort())
    press(email, "mail")
    expect(status(email)).to_contain_text("Copying still works")
    press(email)
    assert clipboard(email) == preview(email)
    watch.faults.clear()


# For anything at all that a reader may type, run in the page in one go.
AGREE = """async ([modules, values]) => {
    const [letter, links, eml] = await Promise.all(modules.map((name) => import(name)));
    const part = (name) => document.querySelector(`.letter:not([hidden]) [data-part=${name}]`);
    return values.map((json) => {
        const [line, lines] = JSON.parse(json);
        for (const field of document.querySelectorAll(".field__input[name]")) {
            field.value = line;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        const seen = letter.letterText(document.querySelector(".letter:not([hidden])"));
        const typed = letter.typedText({ subject: line, body: lines });
        return [seen, typed].map((text, index) => ({
            preview: index
                ? [text.subject, text.body]
                : ["subject", "body"].map((name) => part(name).textContent),
            copied: letter.joinText(text, letter.PARTS),
            mailto: links.mailtoLink(text),
            gmail: links.gmailLink(text),
            outlook: links.outlookLink(text),
            eml: eml.emlFile(text),
        }));
    });
}"""
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)
HOSTILE = [
    "\0",
    "\ud800x\udc00",
    "=?utf-8?Q?a?=",
    " \t ",
    "\u2028\u202e\u0085",
    "a\r\n\r\nb\rc",
    "👩‍🚀" * 9,
]


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(ANYTHING, ANYTHING) | st.tuples(*[st.sampled_from(HOSTILE)] * 2),
        min_size=10,
        max_size=40,
    )
)
def test_every_way_out_agrees_on_any_text(
    prepared: Page, site: Site, pairs: list[tuple[str, str]]
) -> None:
    modules = [site.module(f"lib/{name}") for name in ("letter", "mail-links", "eml")]
    results = prepared.evaluate(AGREE, [modules, [json.dumps(pair) for pair in pairs]])
    for texts in results:
        for text in texts:
            subject, body = text["preview"]
            whole = f"Subject: {subject}\n\n{body}" if subject and body else subject + body
            assert text["copied"] == whole
            assert read_mailto_of(text["mailto"]) == (subject, body)
            for link, name in ((text["gmail"], "su"), (text["outlook"], "subject")):
                values = parse_qs(urlsplit(link).query)
                assert (values.get(name, [""])[0], values.get("body", [""])[0]) == (subject, body)
            assert read_eml(text["eml"].encode("ascii")) == (subject, body)


def read_mailto_of(link: str) -> tuple[str, str]:
    """Read a link that may be empty of everything."""
    return read_mailto(link) if link != "mailto:?" else ("", "")


@pytest.fixture(scope="module")
def prepared(browser, site: Site) -> Page:
    """One page for all the examples."""
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    visit(page, EMAIL)
    page.locator(".composer__variants label").nth(1).click()
    yield page
    context.close()


def test_a_hundred_thousand_characters_leave_as_they_are(email: Page) -> None:
    email.locator(".composer__variants label").nth(1).click()
    fill_all(email, your_name="ä" * 100_000, role="x" * 1000)
    press(email)
    assert clipboard(email) == preview(email)
    _, raw = download(email)
    assert read_eml(raw) == shown(email)
    for action in ("mail", "gmail", "outlook"):
        press(email, action)
        expect(status(email)).to_contain_text("too long")
    press(email, "print")
    assert unquote(email.url).endswith(EMAIL)


def test_every_email_as_it_is_fits_into_a_mail_program_or_says_so(
    own_page: Page, site: Site
) -> None:
    longest: list[tuple[int, str]] = []
    for folder in sorted((site.folder / "emails").iterdir()):
        if not (folder / "index.html").is_file():
            continue
        own_page.goto(f"emails/{folder.name}/", wait_until="domcontentloaded")
        lengths = own_page.evaluate(
            """async (modules) => {
                const [letter, links] = await Promise.all(modules.map((name) => import(name)));
                return [...document.querySelectorAll(".letter[data-channel=email]")].map((each) =>
                    links.mailtoLink(letter.letterText(each)).length);
            }""",
            [site.module(f"lib/{name}") for name in ("letter", "mail-links")],
        )
        longest += [(length, folder.name) for length in lengths]
    fitting = [length for length, _ in longest if length <= 1600]
    print(
        f"{len(fitting)} of {len(longest)} versions fit into a mailto link; longest {max(longest)}"
    )
    assert len(fitting) > len(longest) / 2
