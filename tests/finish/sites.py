"""A built site of a few files, as an engine leaves it."""

from pathlib import Path

POLICY = "default-src 'none'; script-src 'self'"

HOME = f"""<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{POLICY}">
    <link rel="canonical" href="https://site.example/help/">
    <link rel="stylesheet" href="assets/stylesheets/ours.css">
  </head>
  <body>
    <p>Words about <code>src="assets/javascripts/ours/main.js"</code>, which stay.</p>
    <script src="assets/javascripts/bundle.a5f9d56c.min.js"></script>
    <script type="module" src="assets/javascripts/ours/main.js?old#place"></script>
  </body>
</html>
"""

FILES = {
    "index.html": HOME,
    "guides/first/index.html": HOME.replace('"assets/', '"../../assets/'),
    # The page for what does not exist is shown at any depth.
    "404.html": HOME.replace('"assets/', '"/help/assets/'),
    "search/search_index.json": '{"config": {"lang": ["en"]}, "docs": []}',
    "assets/fonts/text.woff2": "a font",
    "assets/fonts/text-OFL.txt": "its licence",
    "assets/images/unused.png": "a picture",
    "assets/stylesheets/ours.css": (
        "/* Says why. */\n@font-face { font-family: x; src: url('../fonts/text.woff2') }\n"
        "a { color: red; }\n"
    ),
    "assets/stylesheets/theirs.57a0d79d.min.css": "a{}",
    "assets/stylesheets/theirs.57a0d79d.min.css.map": "{}",
    "assets/javascripts/bundle.a5f9d56c.min.js": (
        "var a=1\n//# sourceMappingURL=bundle.a5f9d56c.min.js.map\n"
    ),
    "assets/javascripts/bundle.a5f9d56c.min.js.map": "{}",
    "assets/javascripts/lunr/tinyseg.js": "1",
    "assets/javascripts/lunr/min/lunr.de.min.js": "2",
    "assets/javascripts/lunr/min/lunr.fr.min.js": "3",
    "assets/javascripts/lunr/min/lunr.stemmer.support.min.js": "4",
    "assets/javascripts/lunr/min/lunr.multi.min.js": "5",
    "assets/javascripts/ours/main.js": (
        '/** Says why. */\nimport { one } from "./lib/one.js";\n'
        'one(() => import("./late.js"), "./late.txt");\n'
    ),
    "assets/javascripts/ours/late.js": 'import { one } from "./lib/one.js";\nexport default one;\n',
    "assets/javascripts/ours/lib/one.js": (
        'import { two } from "./two.js";\nexport const one = () => two();\n'
    ),
    "assets/javascripts/ours/lib/two.js": (
        'import { one } from "./one.js";\nexport const two = () => one;\n'
    ),
    "assets/javascripts/ours/nobody.js": "1",
}


def write_built_site(folder: Path, changes: dict[str, str] | None = None) -> Path:
    """Write the site with these files added or in place of its own; returns `folder`."""
    for path, text in {**FILES, **(changes or {})}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
