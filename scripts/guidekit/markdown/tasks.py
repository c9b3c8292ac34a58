"""Task lists as real, labelled check boxes."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from guidekit.content.items import parse_task
from guidekit.content.registries import Registries

_ACTIONS = ("copy-list", "print", "reset")


class TaskListTreeprocessor(Treeprocessor):
    """Turns list items that begin with a box into check boxes with labels.

    Runs before inline Markdown, so that the label is still the text as written, and links
    and emphasis in it are rendered afterwards.
    """

    def __init__(self, md: Markdown, registries: Registries) -> None:
        super().__init__(md)
        self._registries = registries

    def run(self, root: Element) -> None:
        """Rebuild every task list below `root`; below the last one stand the actions for all."""
        wrapper = None
        for parent, child in _lists(root):
            items = [item for item in child.iter("li") if _text_holder(item) is not None]
            if items:
                for item in items:
                    _rebuild(item)
                child.set("class", "checklist__items")
                wrapper = self._wrap(parent, child, len(items))
        if wrapper is not None:
            self._add_actions(wrapper)

    def _wrap(self, parent: Element, child: Element, count: int) -> Element:
        wrapper = Element("task-checklist", {"class": "checklist"})
        wrapper.tail, child.tail = child.tail, None
        parent[list(parent).index(child)] = wrapper
        wrapper.append(child)
        progress = SubElement(wrapper, "p", {"class": "checklist__progress js-only"})
        bar = {"class": "checklist__bar", "max": str(count), "value": "0", "aria-hidden": "true"}
        SubElement(progress, "progress", bar).tail = " "
        words = SubElement(progress, "span", {"class": "checklist__count"})
        key = "done_one" if count == 1 else "done_other"
        words.text = self._registries.word(key, done=0, count=count)
        _add_status(wrapper)
        return wrapper

    def _add_actions(self, wrapper: Element) -> None:
        # The search finds what the list says, not the words of its buttons.
        row = {"class": "checklist__actions js-only", "data-search-exclude": ""}
        actions = SubElement(wrapper, "div", row)
        for action in _ACTIONS:
            shape = {"class": "button button--quiet", "type": "button", "data-action": action}
            words = SubElement(actions, "button", shape)
            words.text = self._registries.word(action.replace("-", "_"))
        _add_status(actions)


def _add_status(parent: Element) -> None:
    SubElement(parent, "p", {"class": "status", "role": "status"})


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
