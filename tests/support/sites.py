"""A small site on which every check is clean, and ways to add to it."""

import json
import re
from pathlib import Path
from typing import Any

from guidekit.content.site import Site, load_site
from guidekit.diagnostics import Diagnostic, sort_key
from guidekit.rules.catalogue import all_rules, check_site
from guidekit.rules.excusing import apply_excuses

_WORDING = Path(__file__).parents[2] / "docs/_data/decode.en.json"
FRONT_MATTER = {
    "title": "An example",
    "description": "A page made for one test.",
    "stage": "reply",
    "reviewed": "2026-11-23",
}

_FILES = {
    "_data/fields.yml": """\
recruiter_name: {label: Their name, hint: As they sign, example: Aisha, kind: text}
role: {label: Role, hint: As in the advert, example: Illustrator, kind: text}
your_name:
  {label: Your name, hint: "", example: Sam, kind: text, autocomplete: name, required: false}
""",
    "_data/situations.yml": """\
- slug: thanks
  label: They said no
  heard: [email]
  reached: [interview]
  want: reply
  guide: guides/first.md
  checklist: checklists/first.md
""",
    "_data/sources.yml": """\
- id: known2020
  title: A study
  authors: Known, A.; Other, B.
  year: 2020
  venue: A journal
  url: https://example.org/study
  kind: rct
  strength: strong
  claim: It helps.
  figure: 12% of 300 people.
  caveat: A small study.
  verified: found
""",
    "_data/article.yml": "sentences:\n  S1: it hurts\n",
    "_data/tone.json": """\
{"about": [], "phrases": [
  {"id": "not-understand", "kind": "argument", "pattern": ["(do not|don'?t) understand why"],
   "better": "Ask about next time instead."},
  {"id": "reconsider", "kind": "begging", "pattern": ["please * reconsider"],
   "better": "Keep the door open instead."},
  {"id": "as-i-said", "kind": "passive-aggression", "pattern": ["as i( already)? said"],
   "better": "Leave it out."}
]}
""",
    "_data/words.yml": "Aisha: a name\n",
    "_data/released-ids.yml": "released: {}\n",
    "_data/strings.yml": "extra:\n  strings:\n    copy_email: Copy email\n",
    "guides/first.md": """\
---
title: The first guide
description: What the first guide is about.
stage: first-hours
covers: [S1]
reviewed: 2026-11-23
next: [checklists/first.md]
---

Read [the list](../checklists/first.md). It helps. [@known2020]
""",
    "guides/other.md": """\
---
title: The other guide
description: What the other guide is about.
stage: reflect
reviewed: 2026-11-23
next: [emails/thanks.md]
---

More words.
""",
    "checklists/first.md": """\
---
title: The first list
description: What the first list is about.
stage: first-hours
reviewed: 2026-11-23
---

- [ ] Put the phone down {#phone-down}
""",
    "emails/thanks.md": """\
---
title: Thank them
description: A short answer to a no.
stage: reply
reviewed: 2026-11-23
situation: thanks
---

```email
Subject: Thank you

Hello {{recruiter_name}},

Thank you for the {{role}} interview.

{{your_name}}
```
""",
}


def write_site(root: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """Write the small site below `root` with `files` added or replaced; returns its docs/."""
    docs = root / "docs"
    for name, text in {**_FILES, **(files or {})}.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return docs


def base_file(name: str) -> str:
    """Return the text of one file of the small site."""
    return _FILES[name]


def load(root: Path, files: dict[str, str | bytes] | None = None) -> Site:
    """Write the small site with `files` and load it."""
    return load_site(write_site(root, files), "docs")


def check(root: Path, files: dict[str, str | bytes] | None = None) -> list[Diagnostic]:
    """Write the small site with `files` and return what its rules find, in the order of files."""
    site = load(root, files)
    return sorted(set(apply_excuses(site, check_site(site), all_rules())), key=sort_key)


def page(body: str, **keys: str) -> str:
    """Return a page with valid front matter, changed by `keys`, and `body`."""
    lines = [f"{key}: {value}" for key, value in {**FRONT_MATTER, **keys}.items()]
    return "\n".join(["---", *lines, "---", "", body])


def email_page(*emails: str) -> str:
    """Return a page of emails, each given as what stands inside its fence."""
    fences = "\n\n".join(f"```email\n{email.rstrip()}\n```" for email in emails)
    return page(f"{fences}\n", situation="thanks")


def plant(example_of: str, snippet: str) -> dict[str, str | bytes]:
    """Return the files that hold an example of a rule (see `Rule.example`)."""
    match example_of:
        case "guide":
            return {"guides/example.md": page(snippet, next="[checklists/first.md]")}
        case "checklist":
            return {"checklists/example.md": page(snippet)}
        case "email":
            return {"emails/example.md": email_page(snippet)}
        case "front matter":
            item = "- [ ] One {#one}\n"
            return {"checklists/example.md": _with_front_matter(page(item), snippet)}
        case "front matter of a guide":
            text = page("Words.\n", next="[checklists/first.md]")
            return {"guides/example.md": _with_front_matter(text, snippet)}
        case "front matter of an email":
            text = email_page("Subject: Thanks\n\nHello,\n")
            return {"emails/example.md": _with_front_matter(text, snippet)}
    return {example_of: _data_file(example_of, snippet)}


def _data_file(name: str, snippet: str) -> str:
    if name == "_data/decode.en.json":
        return json.dumps({**wording(), "context": [snippet]}, indent=1)
    if name in ("_data/article.yml", "_data/tone.json", "_data/released-ids.yml"):
        return snippet
    return _FILES[name] + snippet


def wording() -> dict[str, Any]:
    """Return the content of the site's own `docs/_data/decode.en.json`."""
    data: dict[str, Any] = json.loads(_WORDING.read_bytes())
    return data


def _with_front_matter(text: str, snippet: str) -> str:
    for key in re.findall(r"(?m)^(\w+):", snippet):
        text = re.sub(rf"(?m)^{key}:.*\n", "", text, count=1)
    return text.replace("---\n", f"---\n{snippet}", 1)
