"""Tables: how a column is aligned, `|--:|` or `|:-:|`, as a class that the style sheet knows."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

# What the engine writes, and the class for it; left is where text begins anyway.
_CLASSES = {
    "text-align: left;": "",
    "text-align: center;": "cell--center",
    "text-align: right;": "cell--end",
}


class TableAlignment(Treeprocessor):
    """Takes away the `style` of cells, which the policy of the pages makes browsers ignore."""

    def run(self, root: Element) -> None:
        """Give every aligned cell below `root` its class."""
        for cell in (*root.iter("th"), *root.iter("td")):
            name = _CLASSES.get(cell.get("style", ""))
            if name is not None:
                del cell.attrib["style"]
            if name:
                cell.set("class", name)
