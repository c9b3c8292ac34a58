"""Answers that look well and are not: error pages, home pages and sign-in pages with status 200."""

import html
import re

from guidekit.links.external.url import Url

_HEADINGS = [
    re.compile(rb"<title\b[^>]{0,300}>([^<]{1,300})", re.IGNORECASE),
    re.compile(rb"<h1\b[^>]{0,500}>((?:[^<]|<(?!/?h\d)){1,500})", re.IGNORECASE),
]
_TAG = re.compile(r"<[^>]*>?")
# What separates the name of a page from that of its site.
_SEPARATOR = re.compile(r"\s+[-–—·•»«>/~]+\s+|\s*[|()]\s*|[!.…] +")
_NOT_LETTERS = re.compile(r"[^\w\s]|_")
_FILLER = re.compile(r"^(?:oops|whoops|uh oh|sorry|hmm|error|http|ops|ups)\s+(?=\S)")

NOT_FOUND = frozenset(
    """
404|404 error|404 page|404 error page|404 not found|404 page not found|404 file not found
404 page missing|not found|page not found|file not found|url not found|document not found
content not found|article not found|post not found|job not found|resource not found
product not found|page missing|missing page|nothing found|page unavailable|page not available
page does not exist|page doesnt exist|this page does not exist|this page doesnt exist
page cannot be found|page cant be found|page can not be found|page could not be found
page couldnt be found|the page cannot be found|the page could not be found
this page cannot be found|this page cant be found|this page could not be found
this page couldnt be found|this page was not found|the page was not found
the page you requested was not found|the page you requested could not be found
the page you requested cannot be found|the requested page could not be found
the requested page was not found|the requested url was not found|requested page not found
the page you were looking for doesnt exist|the page you were looking for does not exist
the page youre looking for doesnt exist|the page you are looking for does not exist
the page you are looking for doesnt exist|the page youre looking for cant be found
the page you were looking for could not be found|the page you are looking for was not found
we cant find that page|we cant find this page|we couldnt find that page
we couldnt find this page|we cant find the page youre looking for|we could not find that page
we couldnt find the page you were looking for|that page cant be found|that page doesnt exist
this page isnt available|this page is not available|this page is no longer available
page no longer available|page no longer exists|this page no longer exists|no longer available
this content is no longer available|this content isnt available|content unavailable
this job is no longer available|this job has expired|job no longer available
this position is no longer available|this position has been filled|this page has been removed
this page has been deleted|page deleted|page removed|site not found|account suspended
seite nicht gefunden|404 seite nicht gefunden|nicht gefunden|fehler 404|404 fehler
die seite wurde nicht gefunden|diese seite existiert nicht|diese seite wurde nicht gefunden
page introuvable|page non trouvée|erreur 404|404 page introuvable|page inexistante
cette page nexiste pas|cette page est introuvable|contenu introuvable
página no encontrada|pagina no encontrada|no encontrado|no se encontró la página|error 404
la página no existe|404 página no encontrada|página não encontrada|pagina nao encontrada
não encontrado|erro 404|pagina non trovata|errore 404|404 pagina non trovata
pagina niet gevonden|niet gevonden|deze pagina bestaat niet|sidan hittades inte
sidan kunde inte hittas|sidan finns inte|siden blev ikke fundet|siden findes ikke
siden ble ikke funnet|fant ikke siden|siden finnes ikke|sivua ei löytynyt|sivua ei löydy
nie znaleziono|nie znaleziono strony|strona nie istnieje|strona nie została znaleziona
stránka nenalezena|stránka nebyla nalezena|stránka nenájdená|az oldal nem található
pagina nu a fost găsită|pagina nu există|sayfa bulunamadı|η σελίδα δεν βρέθηκε
страница не найдена|сторінку не знайдено|halaman tidak ditemukan|halaman tidak dijumpai
laman tidak dijumpai|không tìm thấy trang|ไม่พบหน้า|ページが見つかりません
お探しのページは見つかりませんでした|找不到页面|页面不存在|您访问的页面不存在|找不到頁面|頁面不存在
페이지를 찾을 수 없습니다|الصفحة غير موجودة|הדף לא נמצא|पृष्ठ नहीं मिला
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

_ABOUT_IT = re.compile(r"404|not-?found", re.IGNORECASE)
_ERROR_PAGE = re.compile(
    r"/(?:404|(?:page-?)?not-?found|error-?404|404-?error|page-?404)(?:\.\w+)?/?$",
    re.IGNORECASE,
)
_LANGUAGE = (
    r"(?:ar|bg|bn|ca|cs|cy|da|de|el|en|es|et|fa|fi|fr|ga|he|hi|hr|hu|id|is|it|ja|ko|lt|lv|ms|nb"
    r"|nl|nn|no|pl|pt|ro|ru|sk|sl|sr|sv|sw|ta|th|tl|tr|uk|ur|vi|zh)(?:[-_][a-z]{2,4})?"
)
_HOME = re.compile(
    rf"/?(?:{_LANGUAGE}/?)?(?:(?:index|home|default)(?:\.\w{{2,5}})?/?)?", re.IGNORECASE
)
_SIGN_IN = re.compile(
    r"(?:log|sign)[-_]?in|(?:wp-)?login\.\w+|auth(?:wall|orize|enticate|entication)?|sso|saml2?"
    r"|oauth2?|user_login|account-?login|uas|checkpoint|sessions?",
    re.IGNORECASE,
)
_SIGN_IN_HOSTS = {"login", "signin", "auth", "sso", "idp", "accounts", "id", "oauth"}


def says_not_found(text: bytes) -> str | None:
    """Return the title or first heading of a page that says it is not there, else None."""
    for pattern in _HEADINGS:
        match = pattern.search(text)
        heading = _words(match[1]) if match else ""
        parts = [*_SEPARATOR.split(heading), heading]
        if any(_normal(part) in NOT_FOUND for part in parts):
            return heading
    return None


def _words(markup: bytes) -> str:
    text = html.unescape(_TAG.sub(" ", markup.decode("utf-8", "replace")))
    return " ".join(text.split())


def _normal(words: str) -> str:
    plain = " ".join(_NOT_LETTERS.sub("", words.lower()).split())
    return _FILLER.sub("", plain)


def is_about_not_found(url: Url) -> bool:
    """Whether a page with this address may well be about pages that are not found."""
    return _ABOUT_IT.search(url.path) is not None


def is_error_page(url: Url) -> bool:
    """Whether an address is the one that a site sends to when a page is not there."""
    return _ERROR_PAGE.search(url.path) is not None


def is_sent_home(start: Url, end: Url) -> bool:
    """Whether a link into a site ended at a home page.

    A short address at another host may be meant to lead to a home page: it may be a
    shortener's.
    """
    if _HOME.fullmatch(start.path) or not _HOME.fullmatch(end.path) or end.query:
        return False
    return _site(start) == _site(end) or start.path.strip("/").count("/") >= 1


def _site(url: Url) -> str:
    return ".".join(url.host.removeprefix("www.").split(".")[-2:])


def is_sign_in(start: Url, end: Url) -> bool:
    """Whether a redirect led to a page to sign in at, which the link itself is not."""
    return _asks_to_sign_in(end) and not _asks_to_sign_in(start)


def _asks_to_sign_in(url: Url) -> bool:
    parts = url.path.strip("/").split("/")
    return url.host.partition(".")[0] in _SIGN_IN_HOSTS or any(map(_SIGN_IN.fullmatch, parts))
