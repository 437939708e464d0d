"""Saved web pages: trafilatura's choice of blocks, metadata, and offsets into the page's source."""

import pytest

from analysis.model import Flag
from analysis.reading import read_bytes

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Second pier for Port Arlen | Arlen Courier</title>
<meta property="og:site_name" content="Arlen Courier"><meta name="author" content="Mira Holt">
<meta property="article:published_time" content="2024-05-02T10:00:00Z">
<link rel="canonical" href="https://arlen.example/analysis/pier"><style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/region">Region</a></li></ul></nav>
<article><h1>Second pier for Port Arlen</h1>
<figure><img src="pier.jpg" alt=""><figcaption>The old pier in winter</figcaption></figure>
<p>The harbour council of Port Arlen voted on Thursday to build a second pier &amp; a quay,
after a debate of <b>nine hours</b> that was held in public.</p>
<h2>Who will pay</h2>
<p>“We have waited twenty years for this,” said Ada Quill, who leads the council of the town.
<script>track("x > y")</script></p>
<div>Advertisement</div>
<p>The union of anglers says that the pier will silt up the channel, and it has asked for a hearing in May.</p>
</article><aside><h3>More like this</h3><p><a href="/f">Ferry company to cut its crossings</a></p></aside>
<footer><p>© 2024 Arlen Courier</p></footer></body></html>"""


def _article(page=PAGE, name="pier.html"):
    batch = read_bytes(page.encode(), name)
    assert not batch.failures
    return batch.articles[0]


def test_text_headline_and_metadata():
    article = _article()
    assert article.text.split("\n\n") == [
        "The harbour council of Port Arlen voted on Thursday to build a second pier & a quay, "
        "after a debate of nine hours that was held in public.",
        "Who will pay",
        "“We have waited twenty years for this,” said Ada Quill, who leads the council of the town.",
        "The union of anglers says that the pier will silt up the channel, and it has asked for a hearing in May.",
    ]
    assert article.title == "Second pier for Port Arlen"
    assert (article.outlet, article.author) == ("Arlen Courier", "Mira Holt")
    assert (article.published, article.url) == ("2024-05-02", "https://arlen.example/analysis/pier")
    assert article.flags == (Flag.ANALYSIS,)


def test_what_was_left_out_is_shown_with_its_place_in_the_source():
    article = _article()
    reasons = {cut.text: cut.reason for cut in article.removed}
    assert all(PAGE[cut.start:cut.end] == cut.text for cut in article.removed)
    assert reasons["Home"] == "page furniture"
    assert reasons["The old pier in winter"] == "photo caption or credit"
    assert reasons["Ferry company to cut its crossings"] in ("teaser of another story", "page furniture")
    assert not any("track" in text or "color" in text for text in reasons)


def test_a_page_under_another_name_is_known_by_its_content():
    assert _article(name="pier.txt").title == "Second pier for Port Arlen"


def test_a_declared_charset_is_used():
    head = '<head><meta charset="iso-8859-2"></head>'
    page = f"<html>{head}<body><p>The town of Łódź met on Monday and said no.</p></body></html>"
    assert "Łódź" in read_bytes(page.encode("iso-8859-2"), "page.html").articles[0].text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + "The council met on Monday." + "</div>" * 100_000,
        "<html><body><p>The council met on Monday.</p>" + "<!--" * 100_000,
        "<html><body><p>The council met on Monday.</p>" + "<svg " * 100_000,
        "<html><body><p>The council met on Monday.</p>" + "<head>" * 100_000,
        "<html><body><p>The council met on Monday." + "<br>x" * 20_000,
        "<html><body><p>The council met on Monday.</p>" + "<" * 100_000,
        "<html><body>" + "<p>" * 400_000 + "The council met on Monday.",
    ],
)
def test_hostile_pages_come_to_an_end(page):
    batch = read_bytes(page.encode(), "page.html")
    assert any("The council met on Monday." in article.text for article in batch.articles) or batch.failures


def test_an_empty_page_and_a_huge_one():
    (failure,) = read_bytes(b"<html><body><script>x</script></body></html>", "page.html").failures
    assert "page.html" in failure.sentence
    (failure,) = read_bytes(b"<html>" + b"<p>x</p>" * 700_000, "page.html").failures
    assert "too large for a web page" in failure.sentence
