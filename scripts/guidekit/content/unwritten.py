"""The mark of words that are still to be written, as a new file has them."""

MARK = "To write:"
