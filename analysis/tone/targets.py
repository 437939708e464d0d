"""Targets from a JSON Lines file: ``{"id", "text", "start", "end"}``, one target a line."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.json_lines import read_items
from analysis.model import AnnotatedArticle, Span
from analysis.tone.judge import Judge, Judgment

_SHAPE = '{"id", "text", "start", "end"}'


@dataclass(frozen=True, slots=True)
class Target:
    """A person or group, at ``span`` of ``text``, and the id its file gives it."""

    id: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Targets:
    """The targets of a file in its order, and one sentence for each line that is none."""

    targets: tuple[Target, ...] = ()
    failures: tuple[str, ...] = ()


def read_targets(path: Path) -> Targets:
    """All targets in the file; a broken line is told in ``failures`` and the others go on.

    Raises ReadingError when the file cannot be opened or is not UTF-8.
    """
    return Targets(*read_items(path, _target))


def judged(targets: Sequence[Target], annotated: Iterable[AnnotatedArticle]) -> Iterator[tuple[Target, Judgment]]:
    """Each target with the tone towards it, in the order of ``targets``; ``annotated`` are their texts, each once, in
    the order in which they first stand there."""
    by_text: dict[str, list[int]] = defaultdict(list)
    for place, target in enumerate(targets):
        by_text[target.text].append(place)
    known: dict[int, Judgment] = {}
    told = 0
    for article in annotated:
        judge = Judge(article.text)
        known |= {place: judge.judge(targets[place].span) for place in by_text[article.text.text]}
        while told in known:
            yield targets[told], known.pop(told)
            told += 1


def _target(line: str, known: Collection[str]) -> Target | str:
    """The target, or what is wrong with the line and what would be right, to complete "NAME, line 3 ..."."""
    try:
        item: Any = json.loads(line)
    except (ValueError, RecursionError):
        return f"is not JSON; write one object {_SHAPE} a line."
    if not isinstance(item, dict):
        return f"is not an object; write {_SHAPE}."
    for name in ("id", "text"):
        if not isinstance(item.get(name), str):
            return f'has no text "{name}"; write {_SHAPE}.'
    if item["id"] in known:
        return f"has the id {item['id'][:40]!r}, which stood before; give each line its own."
    place = item.get("start"), item.get("end")
    return _placed(item["id"], item["text"], *place)


def _placed(identifier: str, text: str, start: object, end: object) -> Target | str:
    for name, offset in (("start", start), ("end", end)):
        if not isinstance(offset, int) or isinstance(offset, bool):
            return f'has no whole number "{name}"; give the place of the target in the text.'
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        return f"places its target at {start} to {end}, empty or outside its text (0 to {len(text)}); correct it."
    if not any(map(str.isalnum, text[start:end])):
        return "has a target without a letter or a figure; mark a name, a description or a pronoun."
    return Target(identifier, text, Span(start, end))
