"""Five real pasted pages: what a careful reader takes for the article is kept to the letter, the rest is cut.

The key holds no words of theirs: file hashes and character ranges of headline, outlet name and kept lines.
"""

import hashlib
import json
from pathlib import Path

import pytest

from analysis.model import Flag
from analysis.reading import read_path

STORIES = Path(__file__).resolve().parents[2] / "shared" / "stories"
KEYS = json.loads((Path(__file__).parent / "keys" / "stories.json").read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not STORIES.is_dir(), reason="../shared/stories is not there"),
]


@pytest.mark.parametrize("key", KEYS, ids=[key["file"] for key in KEYS])
def test_story(key):
    path = STORIES / key["file"]
    if hashlib.sha256(path.read_bytes()).hexdigest() != key["sha256"]:
        pytest.skip(f"{key['file']} is not the version the key was made for")
    page = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    (article,) = read_path(path).articles
    assert article.title == _part(page, key["title"])
    assert article.text == "\n\n".join(page[start:end] for start, end in key["kept"])
    assert article.outlet == _part(page, key["outlet"])
    assert (Flag.OUTLET_GUESSED in article.flags) == (key["outlet"] is not None)
    assert (Flag.TRANSLATION in article.flags) == ("translation" in key["flags"])
    assert all(page[cut.start:cut.end] == cut.text.replace("\u00a0", " ") for cut in article.removed)


def _part(page, span):
    return None if span is None else page[span[0]:span[1]]
