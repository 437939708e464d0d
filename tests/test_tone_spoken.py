"""Clauses in which an outlet only says that somebody spoke."""

import pytest

from analysis.annotation import annotate
from analysis.model import Article
from analysis.tone.spoken import only_spoken


@pytest.mark.parametrize(
    "text, left_out",
    [
        ("“The bridge is safe,” said Mara Teviot on Monday.", ["said"]),
        ("The bridge is safe, Mara Teviot said.", ["said"]),
        ("Mara Teviot claimed that the bridge is safe.", []),
        ("Mara Teviot built the bridge.", []),
        ("Mara Teviot, who built the bridge, said that it is safe.", ["said"]),
    ],
)
def test_what_only_says_who_speaks(text: str, left_out: list[str]) -> None:
    field = annotate(Article("a", text)).text
    assert [field.tokens[place].text for place in sorted(only_spoken(field))] == left_out
