"""Reads messages about a job as the page's "paste the message you got" does.

It runs the page's own JavaScript in a browser, so what it prints is what a reader would be told.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from guidekit.decode.lines import read_messages
from guidekit.decode.page import open_page
from guidekit.diagnostics import Diagnostic

__all__ = ["decode_messages"]


def decode_messages(file: BinaryIO, path: str) -> Iterator[dict[str, Any] | Diagnostic]:
    """Yield, for each line of a JSON Lines file, what was read or what is wrong with the line.

    `path` is the name to report problems under. Raises NoBrowserError without a browser.
    """
    with open_page() as report:
        for message in read_messages(file, path):
            if isinstance(message, Diagnostic):
                yield message
            else:
                yield {"id": message.id, **report(message.text)}
