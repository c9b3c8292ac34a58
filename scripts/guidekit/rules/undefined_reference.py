"""A link by reference whose label is defined nowhere on the page."""

import re
from collections.abc import Iterator

from guidekit.content.inline import find_definitions, mask_code
from guidekit.content.site import Site
from guidekit.diagnostics import Diagnostic, Rule, did_you_mean

RULE = Rule(
    "LINK102",
    "undefined-reference",
    "Without a definition the reader sees the brackets, and there is no link.",
    example="guide",
    valid=(
        "Read [the law][acas].\n\n[acas]: https://www.acas.org.uk/\n",
        "Write `matrix[0][1]`, or he said [sic] it. It helps. [@known2020][@known2020]\n",
    ),
    invalid=(
        "Read [the law][acass].\n\n[Acas]: https://www.acas.org.uk/\n\nSee [acas].\n",
        "Read [the law][].\n",
    ),
)

_REFERENCE = re.compile(
    r"(?<![\w\]\\])!?\[(?P<words>[^\[\]]+)\] ?\[(?P<label>[^\[\]]*)\](?![(\[:])"
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each label that nothing defines."""
    for document in site.documents.values():
        defined = {definition.label for definition in find_definitions(document.body.prose)}
        for line in document.body.prose:
            for match in _REFERENCE.finditer(mask_code(line.text)) if "][" in line.text else ():
                label = match["label"] or match["words"]
                if label[0] not in "@^" and label.strip().lower() not in defined:
                    yield RULE.at(
                        document.source.span(line.line, match.start() + 1),
                        f"nothing defines `[{label}]`",
                        did_you_mean(
                            label.lower(), defined, "write where it leads: [words](page.md)"
                        ),
                    )
