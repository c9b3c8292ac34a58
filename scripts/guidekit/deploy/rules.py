"""What can be wrong with a live host."""

from guidekit.diagnostics import Rule, Severity

NO_ANSWER = Rule("HOST001", "no-answer", "Nothing can be said of a host that does not answer.")
NOT_THE_SITE = Rule(
    "HOST002", "not-the-site", "Only the home page of a finished site says what to ask for next."
)
NOT_ENCRYPTED = Rule(
    "HOST003",
    "not-encrypted",
    "Browsers copy to the clipboard and keep pages for later only over an encrypted connection.",
)
OTHER_ADDRESS = Rule(
    "HOST004",
    "other-address",
    "The sitemap, shared links and the page for what is missing use the address of the build.",
)
MISSING_HEADER = Rule(
    "HOST101", "missing-header", "A page cannot say all of its protection by itself."
)
OTHER_HEADER = Rule(
    "HOST102", "other-header", "A header that says something else may protect less, or break pages."
)
WRONG_TYPE = Rule(
    "HOST103", "wrong-type", "Browsers refuse a script or a style that comes under another type."
)
NOT_404 = Rule(
    "HOST201", "not-404", "Search engines and other programs keep what answers as if it were there."
)
OTHER_404 = Rule(
    "HOST202", "other-404", "A reader on a wrong address should find the way from the site's page."
)
BARE_404 = Rule(
    "HOST203", "bare-404", "The page for what is missing needs its style at every depth."
)
NO_SLASH = Rule(
    "HOST204", "no-slash", "Links within a page lead elsewhere when its address lacks the slash."
)
KEPT_TOO_LONG = Rule(
    "HOST301", "kept-too-long", "A page or a worker that is not asked for anew stays out of date."
)
NOT_KEPT = Rule(
    "HOST302",
    "not-kept",
    "A file whose name changes with its content need never be fetched twice.",
    Severity.WARNING,
)
NOT_COMPRESSED = Rule(
    "HOST401",
    "not-compressed",
    "Text that is sent as it is takes longer, most of all on a phone.",
    Severity.WARNING,
)
OTHER_COPY = Rule(
    "HOST402", "other-copy", "A compressed copy that was left behind shows an older version."
)
NO_VARY = Rule(
    "HOST403",
    "no-vary",
    "What keeps answers on the way may give compressed bytes to who cannot read them.",
    Severity.WARNING,
)

RULES = (
    NO_ANSWER,
    NOT_THE_SITE,
    NOT_ENCRYPTED,
    OTHER_ADDRESS,
    MISSING_HEADER,
    OTHER_HEADER,
    WRONG_TYPE,
    NOT_404,
    OTHER_404,
    BARE_404,
    NO_SLASH,
    KEPT_TOO_LONG,
    NOT_KEPT,
    NOT_COMPRESSED,
    OTHER_COPY,
    NO_VARY,
)
