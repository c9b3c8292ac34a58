"""A sentence of the article that has no home on the site."""

from collections.abc import Iterator

from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule

NEEDS_ALL_PAGES = True
RULE = Rule(
    "COVER101",
    "uncovered-sentence",
    "The site holds everything the article says; `covers` in the front matter says where.",
    example="_data/article.yml",
    invalid=("sentences:\n  S1: something\n  S2: something else that no page covers\n",),
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each sentence that no page covers."""
    registry = site.registries.article
    covered = {
        sentence
        for document in site.documents.values()
        if document.front_matter.meta
        for sentence in document.front_matter.meta.covers
    }
    for sentence, gist in registry.entries.items():
        if sentence not in covered:
            yield RULE.at(
                registry.spans[sentence],
                f"no page covers {sentence} ({gist})",
                f"write about it, and add `covers: [{sentence}]` to that page's front matter "
                "(a site that follows no article writes `sentences: {}`)",
            )
