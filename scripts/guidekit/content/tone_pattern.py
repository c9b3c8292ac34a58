"""The patterns of `docs/_data/tone.json`: phrases as writers type them, as expressions."""

import re

import re2
from pydantic_core import PydanticCustomError

# What `*` stands for in a pattern: up to three words of the same sentence.
_FEW_WORDS = r"(?:[\w'-]+,? ){0,3}"
# In one pattern: Python and browsers give up at some depth, and not at the same.
_MOST_BRACKETS = 90
_QUIETLY = re2.Options()
_QUIETLY.log_errors = False


def read_tone_pattern(phrases: object) -> str:
    """Turn phrases into one regular expression that Python and a browser read alike.

    No writer's repetition is without an end, so the time that a search takes grows with the text
    and no faster. The browser (`lib/tone-check.js`) makes the same expression.
    """
    if not isinstance(phrases, list) or not all(isinstance(each, str) for each in phrases):
        raise _not_a_pattern("write a list of phrases")
    pattern = "|".join(phrases)
    if not re.fullmatch(r"([a-z0-9' ,()|?-]|(?<=[ (])\* )+", pattern) or "(?" in pattern:
        raise _not_a_pattern("only a-z, 0-9, spaces, ' , - ( | ) ? and * before a word are allowed")
    if any(phrase != phrase.strip() for phrase in phrases):
        raise _not_a_pattern("a phrase begins or ends with a space")
    if pattern.count("(") > _MOST_BRACKETS:
        raise _not_a_pattern(f"it has more than {_MOST_BRACKETS} brackets; make two of it")
    try:
        # RE2 is several times as quick as `re` to understand an expression that is used once.
        if re2.fullmatch(pattern.replace("* ", "()"), "", _QUIETLY):
            raise _not_a_pattern("it would find phrases without words")
    except re2.error as error:
        raise _not_a_pattern(error.args[0].decode()) from error
    return pattern.replace("(", "(?:").replace("* ", _FEW_WORDS)


def _not_a_pattern(problem: str) -> PydanticCustomError:
    return PydanticCustomError("tone_pattern", "not a pattern: {problem}", {"problem": problem})
