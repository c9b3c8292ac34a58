"""A page that says it covers a sentence the article does not have."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

RULE = Rule(
    "COVER102",
    "unknown-sentence",
    "A number outside the article is a slip of the pen, and its sentence may have no home.",
    example="front matter",
    valid=("covers: [S1]\n",),
    invalid=("covers: [S99]\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each number in `covers` that the article does not have."""
    known = site.registries.article.entries
    if not known:
        return  # a site of other content, whose pages may still say what they once covered
    for document in site.documents.values():
        meta = document.front_matter.meta
        for position, sentence in enumerate(meta.covers if meta else ()):
            if sentence not in known:
                yield RULE.at(
                    document.front_matter.span(document.source, "covers", position),
                    f"the article has no sentence {sentence}",
                    f"it has S1 to S{len(known)}; see {site.registries.article.path}",
                )
