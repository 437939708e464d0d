"""What the commands that count in a corpus ask for alike: the corpus, and where annotated articles are kept."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.errors import ReadingError
from scripts.reference_usual import corpus


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """A parser with the corpus and ``--cache``; ``description`` is the docstring of the command."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--cache", type=Path, default=Path(".cache/reference.db"), help="where annotations are kept")
    return parser


def read_with(
    parser: argparse.ArgumentParser, arguments: Sequence[str] | None
) -> tuple[pd.DataFrame, argparse.Namespace]:
    """The corpus and the options; ends with status 2 and one sentence where the corpus cannot be read."""
    options = parser.parse_args(arguments)
    try:
        return corpus.read(options.corpus), options
    except ReadingError as error:
        parser.exit(2, f"{error}\n")
