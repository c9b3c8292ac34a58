"""Task lists as real, labelled check boxes."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from guidekit.content.items import parse_task
from guidekit.content.registries import Registries


class TaskListTreeprocessor(Treeprocessor):
    """Turns list items that begin with a box into check boxes with labels.

    Runs before inline Markdown, so that the label is still the text as written, and links
    and emphasis in it are rendered afterwards.
    """

    def __init__(self, md: Markdown, registries: Registries) -> None:
        super().__init__(md)
        self._registries = registries

    def run(self, root: Element) -> None:
        """Rebuild every task list below `root`."""
        for parent, child in _lists(root):
            items = [item for item in child.iter("li") if _text_holder(item) is not None]
            if items:
                for item in items:
                    _rebuild(item)
                child.set("class", "checklist__items")
                self._wrap(parent, child, items)

    def _wrap(self, parent: Element, child: Element, items: list[Element]) -> None:
        wrapper = Element("task-checklist", {"class": "checklist"})
        wrapper.tail, child.tail = child.tail, None
        parent[list(parent).index(child)] = wrapper
        wrapper.append(child)
        count = len(items)
        progress = SubElement(wrapper, "p", {"class": "checklist__progress js-only"})
        bar = {"class": "checklist__bar", "max": str(count), "value": "0", "aria-hidden": "true"}
        SubElement(progress, "progress", bar).tail = " "
        words = SubElement(progress, "span", {"class": "checklist__count"})
        key = "done_one" if count == 1 else "done_other"
        words.text = self._registries.word(key, done=0, count=count)
        SubElement(wrapper, "p", {"class": "status", "role": "status"})


def _lists(element: Element) -> Iterator[tuple[Element, Element]]:
    """Yield each outermost list with its parent."""
    for child in list(element):
        if child.tag in ("ul", "ol"):
            yield element, child
        else:
            yield from _lists(child)


def _text_holder(item: Element) -> Element | None:
    """Return the element with the text of a task: the item, or its paragraph in a loose list."""
    for holder in [item, *[child for child in item[:1] if child.tag == "p"]]:
        if holder.text and parse_task(holder.text.strip()) is not None:
            return holder
    return None


def _rebuild(item: Element) -> None:
    holder = _text_holder(item)
    task = parse_task((holder.text or "").strip()) if holder is not None else None
    if holder is None or task is None:
        return
    label, identifier, was = task
    if holder is not item:
        item.remove(holder)
    item.text = None
    item.set("class", "task")
    box = {"class": "task__box", "type": "checkbox"}
    text = {"class": "task__text"}
    if identifier:
        box |= {"id": f"task-{identifier}", "name": identifier}
        text["for"] = box["id"]
    if was:
        box["data-was"] = was
    words = Element("label", text)
    words.text = label
    item.insert(0, Element("input", box))
    item.insert(1, words)
