"""Checks the web links of a site: each address once, all hosts at the same time."""

import asyncio
import datetime
import gc
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guidekit.diagnostics import Diagnostic
from guidekit.links.external.cache import Cache
from guidekit.links.external.clock import Clock
from guidekit.links.external.fetch import Fetcher
from guidekit.links.external.findings import findings
from guidekit.links.external.ignore import Ignored, IgnoreList
from guidekit.links.external.journey import Traveller
from guidekit.links.external.judge import Answer, judge
from guidekit.links.external.limits import Limits
from guidekit.links.external.progress import Progress
from guidekit.links.external.resolve import LookUp, Resolver, look_up
from guidekit.links.external.retry import Asker
from guidekit.links.external.trouble import LOOK, NOT_CHECKED, Note
from guidekit.links.external.url import Url, parse_url
from guidekit.links.record import Finding
from guidekit.links.weblinks import WebLink

_NO_ADDRESS = Answer((Note(NOT_CHECKED, "was not checked: it is no address to ask at", LOOK),))


@dataclass(frozen=True, slots=True)
class Options:
    """What may be asked, and what is kept; `cache` is a folder, None keeps nothing."""

    agent: str = "guidekit"  # who is asking
    allow_private: bool = False
    ignored: Sequence[Ignored] = ()
    cache: Path | None = None
    fresh: bool = False
    limits: Limits = field(default_factory=Limits)
    look_up: LookUp = look_up


@dataclass(slots=True)
class _Question:
    """What is to be known of one address."""

    url: Url
    is_page: bool = False
    fragments: set[str] = field(default_factory=set)


class WebChecker:
    """Call it with the web links of a site to get what is wrong with them.

    `stopped` says whether Ctrl-C ended it early, `asked` and `total` how far it came.
    """

    def __init__(self, options: Options, progress: Progress, clock: Clock | None = None) -> None:
        self._options, self._progress = options, progress
        self._clock = clock or Clock()
        today = datetime.datetime.fromtimestamp(self._clock.date(), datetime.UTC).date()
        self._ignored = IgnoreList(options.ignored, today)
        self._cache = Cache(options.cache, self._clock, fresh=options.fresh)
        self._answers: dict[str, Answer] = {}
        self.asked = self.total = 0
        self.stopped = False

    def __call__(self, links: Collection[WebLink]) -> Mapping[WebLink, tuple[Finding, ...]]:
        """Return what is wrong with each link that something is wrong with."""
        links = [link for link in links if not self._ignored.covers(link.url)]
        questions = self._questions(links)
        to_ask = {key: item for key, item in questions.items() if not self._is_known(key, item)}
        if to_ask:
            self._ask_all(to_ask)
        found = ((link, self._answers.get(_key(link))) for link in links)
        return {link: findings(link, answer) for link, answer in found if answer}

    def problems(self) -> Sequence[Diagnostic]:
        """Return what is wrong with the list of ignored addresses."""
        return [] if self.stopped else self._ignored.problems()

    def _questions(self, links: Iterable[WebLink]) -> dict[str, _Question]:
        questions: dict[str, _Question] = {}
        for link in links:
            key, fragment = _key(link), link.url.partition("#")[2]
            if key not in questions:
                url = parse_url(key)
                if url is None:
                    self._answers[key] = _NO_ADDRESS
                    continue
                questions[key] = _Question(url)
            questions[key].is_page |= link.is_page
            if link.is_page and fragment:
                questions[key].fragments.add(fragment)
        return questions

    def _is_known(self, key: str, question: _Question) -> bool:
        fragments = frozenset(question.fragments)
        answer = self._cache.find(self._kept_as(key), fragments, is_page=question.is_page)
        if answer:
            self._answers[key] = answer
        return answer is not None

    def _kept_as(self, key: str) -> str:
        # What --allow-private let through says nothing about a run without it.
        return f"private {key}" if self._options.allow_private else key

    def _ask_all(self, questions: Mapping[str, _Question]) -> None:
        self.total = len(questions)
        self._progress.start(self.total)
        gc.disable()  # a tenth of the time, and there is little to collect
        try:
            asyncio.run(self._ask_each(questions))
        finally:
            gc.enable()
            self._progress.finish()
            self._cache.save()

    async def _ask_each(self, questions: Mapping[str, _Question]) -> None:
        options = self._options
        resolver = Resolver(allow_private=options.allow_private, look_up=options.look_up)
        fetcher = Fetcher(options.agent, resolver, options.limits, self._clock)
        traveller = Traveller(Asker(fetcher, options.limits, self._clock), options.limits)
        try:
            async with asyncio.TaskGroup() as group:
                for key, question in questions.items():
                    group.create_task(self._ask(traveller, key, question))
        except asyncio.CancelledError:
            self.stopped = True

    async def _ask(self, traveller: Traveller, key: str, question: _Question) -> None:
        try:
            journey = await traveller.follow(question.url, is_page=question.is_page)
            answer = judge(journey, question.fragments)
        except Exception as error:  # noqa: BLE001  (one address must not end the others)
            what = f"was not checked: asking it failed with {type(error).__name__}"
            answer = Answer((Note(NOT_CHECKED, what, LOOK),))
        self._answers[key] = answer
        self._cache.keep(self._kept_as(key), answer, is_page=question.is_page)
        self.asked += 1
        self._progress.step(key, is_faulty=bool(answer.notes))


def _key(link: WebLink) -> str:
    return link.url.partition("#")[0]
