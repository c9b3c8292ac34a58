"""How long a page takes to read, left in a comment for the templates.

A template cannot count words without the notes and the folded parts, and the engine gives an
extension no other way to tell it something: `<!-- minutes: 4 -->`.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Comment, Element

from markdown.treeprocessors import Treeprocessor

WORDS_A_MINUTE = 200


class ReadingTime(Treeprocessor):
    """Counts the words of the prose; the notes at the end and what is folded away do not count."""

    def run(self, root: Element) -> None:
        """Append the comment to `root`."""
        words = sum(len(text.split()) for text in _prose(root))
        root.append(Comment(f" minutes: {max(1, round(words / WORDS_A_MINUTE))} "))


def _prose(element: Element) -> Iterator[str]:
    if element.get("class") == "sources":
        return
    # What stands in `details` is read only once it is opened; its summary comes first.
    children = list(element)[:1] if element.tag == "details" else list(element)
    yield element.text or ""
    for child in children:
        if isinstance(child.tag, str):
            yield from _prose(child)
        yield child.tail or ""
