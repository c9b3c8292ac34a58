"""The layers of guidekit: imports point one way."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "scripts" / "guidekit"

# What the modules of each part may import from guidekit, besides their own part.
MAY_IMPORT = {
    "__init__": set(),
    "__main__": {"cli"},
    "diagnostics": set(),
    "store": set(),
    "crew": set(),
    "addresses": {"diagnostics"},
    "content": {"diagnostics"},
    "rules": {"diagnostics", "content", "addresses"},
    "markdown": {"diagnostics", "content"},
    "links": {"diagnostics", "store", "addresses", "crew"},
    "finish": {"diagnostics"},
    "deploy": {"__init__", "diagnostics", "finish"},
    "reporting": {"diagnostics"},
    "linters": {"diagnostics"},
    "checking": {"diagnostics", "store", "crew", "content", "rules", "linters"},
    "registry": {"checking", "decode", "deploy", "diagnostics", "finish", "links"},
    "build": {"registry", "checking", "diagnostics", "content", "linters", "rules", "reporting"},
    "browser": set(),
    "decode": {"diagnostics", "browser"},
    "web": {"__init__", "diagnostics", "content", "links"},
    "scaffold": {"content"},
    "fixing": {"content", "linters"},
    "commands": {
        "checking",
        "browser",
        "content",
        "decode",
        "deploy",
        "diagnostics",
        "finish",
        "fixing",
        "links",
        "registry",
        "reporting",
        "scaffold",
        "web",
    },
    "cli": {"__init__", "commands"},
}
THIRD_PARTY_OF_CONTENT = {"yaml", "pydantic", "pydantic_core", "re2"}
LONGEST_MODULE = 200  # lines

MODULES = sorted(PACKAGE.rglob("*.py"))


def _part(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: import by full name"
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_imports_only_from_the_layers_below(module: Path) -> None:
    part = _part(module)
    parts = [name.split(".") for name in _imports(module) if name.split(".")[0] == "guidekit"]
    used = {name[1] if len(name) > 1 else "__init__" for name in parts} - {part}
    assert used <= MAY_IMPORT[part]


def test_nothing_imports_the_command_line_but_its_own_entry() -> None:
    users = {_part(module) for module in MODULES if "guidekit.cli" in _imports(module)}
    assert users == {"__main__"}


def test_the_model_needs_few_packages() -> None:
    import sys

    for module in (PACKAGE / "content").glob("*.py"):
        roots = {name.split(".")[0] for name in _imports(module)} - {"guidekit"}
        assert roots - set(sys.stdlib_module_names) <= THIRD_PARTY_OF_CONTENT, module


def test_every_rule_file_holds_one_rule_and_its_check() -> None:
    from guidekit.rules.catalogue import rule_modules

    for module in rule_modules():
        assert callable(module.check), module.__name__
        assert module.RULE.code, module.__name__


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_stay_small_enough_to_read(module: Path) -> None:
    assert len(module.read_text().splitlines()) <= LONGEST_MODULE


def test_only_reading_and_site_touch_the_disk() -> None:
    touching = {"os", "pathlib", "io", "shutil"}
    allowed = {"reading.py", "site.py", "registries.py", "ignored.py"}
    for module in (PACKAGE / "content").glob("*.py"):
        if module.name not in allowed:
            assert not touching & _imports(module), module
    for module in (PACKAGE / "rules").glob("*.py"):
        assert not touching & _imports(module), module


@pytest.mark.parametrize(
    "module", sorted(Path(__file__).parent.glob("browser/*.py")), ids=lambda path: path.name
)
def test_what_a_browser_test_waits_for_is_a_function(module: Path) -> None:
    # The policy of our pages lets Playwright read an expression once, but not again and again.
    waits = re.findall(r'wait_for_function\(\s*"+(.{9})', module.read_text())
    assert [start for start in waits if not re.match(r"\(|async \(", start)] == []
