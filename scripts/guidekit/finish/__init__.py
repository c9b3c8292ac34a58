"""The steps between the build and the host.

Each step is one module with one function that takes the site and changes its files; doing it twice
is the same as doing it once. A step knows nothing of the engine that built the site: it reads
pages, styles and scripts as a browser would. The order is that of `STEPS`.

    problems, site, html <- the steps <- here
"""

from collections.abc import Callable
from pathlib import Path

from guidekit.diagnostics import Diagnostic, Span
from guidekit.finish.allowed import hold_to_allow_list
from guidekit.finish.archive import write_archive
from guidekit.finish.compress import compress_text
from guidekit.finish.data import shorten_data
from guidekit.finish.headers import write_headers
from guidekit.finish.join import join_modules
from guidekit.finish.manifest import write_manifest
from guidekit.finish.minify import shorten_code
from guidekit.finish.names import name_by_content
from guidekit.finish.preload import preload_modules
from guidekit.finish.problems import NOT_A_SITE, RULES, StepError
from guidekit.finish.site import BuiltSite
from guidekit.finish.unused import leave_out_unused
from guidekit.finish.worker import write_worker

__all__ = ["RULES", "STEPS", "Step", "finish_site"]

Step = Callable[[BuiltSite], None]
STEPS: tuple[Step, ...] = (
    hold_to_allow_list,
    write_manifest,
    shorten_data,
    join_modules,
    shorten_code,
    leave_out_unused,
    preload_modules,
    name_by_content,
    write_archive,
    write_worker,
    write_headers,
    compress_text,
)


def finish_site(folder: Path, steps: tuple[Step, ...] = STEPS) -> list[Diagnostic]:
    """Finish the built site in `folder`, in place; returns what stopped it (empty when done)."""
    if not (folder / "index.html").is_file():
        home = Span((folder / "index.html").as_posix())
        return [NOT_A_SITE.at(home, "there is no home page", "build the site first: make site")]
    try:
        for step in steps:
            step(BuiltSite(folder))
    except StepError as error:
        return error.problems
    return []
