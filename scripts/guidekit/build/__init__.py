"""The Python-Markdown extension that knows the whole site while one page is built.

It does what a page alone cannot: it stops a strict build on the same problems that
`guidekit check` reports, fills in the lists that are made from the content
(`<!-- guidekit: sources -->` and its like), and tells the templates how long a page takes to
read. `mkdocs.yml` names it; nothing imports it.
"""

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from guidekit.build.gate import GatePreprocessor
from guidekit.build.generated import GeneratedPreprocessor
from guidekit.build.reading_time import ReadingTime
from guidekit.build.snapshot import snapshot


class BuildExtension(Extension):
    """Checks the content during a build and fills in generated lists.

    Option `docs_dir`: the folder of the content, seen from the working directory.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {"docs_dir": ["docs", "the folder of the content"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Register the processors: the gate first, the lists before any other Markdown."""
        docs_dir = self.getConfig("docs_dir")
        snapshot(docs_dir).stop_if_unreadable()
        md.preprocessors.register(GatePreprocessor(md, docs_dir), "guidekit_gate", 40)
        md.preprocessors.register(GeneratedPreprocessor(md, docs_dir), "guidekit_generated", 29)
        # The last of all: the others do not expect a comment in the tree.
        md.treeprocessors.register(ReadingTime(md), "guidekit_reading_time", -1)


def makeExtension(**options: Any) -> BuildExtension:  # noqa: N802  (Python-Markdown's name)
    """Return the extension, as Python-Markdown asks for it."""
    return BuildExtension(**options)
