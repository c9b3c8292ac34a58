"""The link checker for built sites.

Reading and judging are apart. `extract` reads one file into a `FileRecord`, which depends
on nothing but the file's bytes. `judge` looks at all records and says which links are
wrong. `locate` goes back to the files with faults for line and column.

    record, text <- tokens, css <- html, formats, redirects <- extract
    site, address, base <- view <- redirection, suggest, anchors, missing <- judge
    crew (processes) <- check
"""

from guidekit.links.check import check_links
from guidekit.links.rules import RULES

__all__ = ["RULES", "check_links"]
