"""Lighthouse's four scores, mobile preset, of five pages of the finished site on nginx.

Lighthouse reckons what a slow phone on a slow line would see from what it measures here, so a busy
machine lowers the first score and makes the times longer: its own index of the machine is printed
beside. Every page is measured RUNS times (3, unless that is
set); what is shown is the run with the median of the first score.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import node_tools
from bench.measure import Row
from bench.readers import browser_path
from guidekit.browser import flags
from tests.browser.site_under_test import build_site
from tests.hosting.nginx import is_installed, serve

TITLE = "Lighthouse, mobile preset: performance, accessibility, best practices, SEO"
_FOLDER = node_tools.ROOT / "requirements" / "lighthouse"
_PROGRAM = _FOLDER / "node_modules/lighthouse/cli/index.js"
_PAGES = {
    "home": "",
    "a guide": "guides/first-ten-minutes/",
    "an email": "emails/thank-you/",
    "a checklist": "checklists/first-ten-minutes/",
    "the plan": "plan/",
}
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_TIMES = {
    "LCP": ("largest-contentful-paint", 1_000, "s"),
    "TBT": ("total-blocking-time", 1, "ms"),
    "CLS": ("cumulative-layout-shift", 1, ""),
}
_TARGETS = ("100 / 100 / 100 / 100", "1.3 s, 30 ms, 0")
_RUNS = int(os.environ.get("RUNS", "3"))
_PATIENCE = 300  # seconds for one page


def rows(_: Path) -> Iterator[Row]:
    """Yield the rows for each page."""
    if not is_installed():
        yield Row(
            "not measured", "needs nginx", "apt-get install nginx libnginx-mod-http-brotli-static"
        )
        return
    node_tools.install_locked(_FOLDER)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        address = f"http://127.0.0.1:{port}/"
        build_site(work, address)
        (work / "nginx").mkdir()
        with serve(work / "site", work / "nginx", port):
            for name, path in _PAGES.items():
                yield from _page(name, address + path)


def _page(name: str, address: str) -> Iterator[Row]:
    reports = sorted((_measure(address) for _ in range(_RUNS)), key=_performance)
    report = reports[len(reports) // 2]
    scores = [round(report["categories"][each]["score"] * 100) for each in _CATEGORIES]
    yield Row(name, " / ".join(map(str, scores)), _TARGETS[0])
    index = report["environment"]["benchmarkIndex"]
    yield Row(
        f"  {', '.join(_TIMES)}; index of the machine {index:.0f}", _times(report), _TARGETS[1]
    )
    failing = sorted(_failing(report))
    if failing:
        yield Row("  to be mended", ", ".join(failing))


def _measure(address: str) -> dict[str, Any]:
    """Return Lighthouse's report. Raises CalledProcessError when it fails."""
    options = ["--output=json", "--quiet", f"--only-categories={','.join(_CATEGORIES)}"]
    chrome = f"--chrome-flags={' '.join(['--headless=new', '--disable-gpu', *flags()])}"
    done = subprocess.run(
        [node_tools.NODE, _PROGRAM, address, *options, chrome],
        env={**node_tools.environment(), "CHROME_PATH": str(browser_path())},
        stdout=subprocess.PIPE,
        check=True,
        timeout=_PATIENCE,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _performance(report: dict[str, Any]) -> float:
    return float(report["categories"]["performance"]["score"])


def _times(report: dict[str, Any]) -> str:
    return ", ".join(
        f"{report['audits'][audit]['numericValue'] / unit:.3g} {name}".strip()
        for audit, unit, name in _TIMES.values()
    )


def _failing(report: dict[str, Any]) -> Iterator[str]:
    """Yield what costs a score that no busy machine has a part in."""
    for category in _CATEGORIES[1:]:
        for part in report["categories"][category]["auditRefs"]:
            score = report["audits"][part["id"]]["score"]
            if part["weight"] and score is not None and score < 1:
                yield part["id"]
