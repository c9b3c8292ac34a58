"""Leaves out what the theme ships and nothing uses: source maps, styles, languages of the search.

A file below `assets/` is used when something that is kept mentions its name. That may keep a file
too many, and never takes away one that is needed. Licences stay with what they are the licences of.
"""

import json

from guidekit.finish.site import BuiltSite

_ASSETS = "assets/"
_LANGUAGES = "assets/javascripts/lunr/"
_TEXT = (".html", ".js", ".css", ".json", ".webmanifest", ".svg", ".xml")
# What the theme's search worker loads beside the file of a language itself.
_SEGMENTERS = {"ja": "tinyseg.js", "jp": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}


def leave_out_unused(site: BuiltSite) -> None:
    """Remove the files below `assets/` that nothing mentions, and folders that end up empty."""
    files = site.files()
    unused = {path for path in files if path.startswith(_ASSETS) and not path.endswith(".txt")}
    unused -= _files_of_languages(site, files)
    waiting = [path for path in files if path not in unused]
    while waiting and unused:
        path = waiting.pop()
        if path.endswith(_TEXT):
            text = site.read(path)
            found = {name for name in unused if _is_mentioned(name, text)}
            unused -= found
            waiting.extend(found)
    for path in unused:
        (site.folder / path).unlink()
    _remove_empty_folders(site)


def _is_mentioned(path: str, text: str) -> bool:
    return not path.startswith(_LANGUAGES) and path.rpartition("/")[2] in text


def _files_of_languages(site: BuiltSite, files: list[str]) -> set[str]:
    """Return what the search needs for languages other than English, which it has built in."""
    index = "search/search_index.json"
    if index not in files:
        return set()
    languages = json.loads(site.read(index)).get("config", {}).get("lang", [])
    others = [language for language in languages if language != "en"]
    if not others:
        return set()
    names = {f"min/lunr.{language}.min.js" for language in [*others, "stemmer.support", "multi"]}
    names |= {_SEGMENTERS[language] for language in others if language in _SEGMENTERS}
    return {_LANGUAGES + name for name in names} & set(files)


def _remove_empty_folders(site: BuiltSite) -> None:
    folders = [path for path in (site.folder / _ASSETS).rglob("*") if path.is_dir()]
    for folder in sorted(folders, reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
